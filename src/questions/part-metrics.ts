import type { Lexicon } from '../knowledge/lexicon.js';
import type { Reading, Unit } from '../knowledge/meanings.js';
import { metricNamed, namesOfMetric, usualCount } from '../knowledge/metric-names.js';
import { within } from './asking-words.js';
import { askingOffset } from './clauses.js';
import { metricsAsked, wholeCount } from './metrics.js';
import { operationOf } from './operations.js';
import type { AskedMetric, Focus, Operation } from './query.js';
import { withRepeated } from './repeated-metric.js';
import type { Time } from './time.js';

/** "And by the LBC interview?": a clause that only names a moment, for a question that stands before. */
export function isOnlyTimed(focus: Focus, dates: number, free: readonly Unit[], lexicon: Lexicon): boolean {
  if (metricsAsked(free, new Set(), lexicon).length > 0) return false;
  return focus === 'quantity' || (focus === 'none' && dates > 0);
}

/** False where the words that name a moment are the only ones that name a metric. */
export function leavesMetric(
  moments: { at: ReadonlySet<number> },
  free: readonly Unit[],
  lexicon: Lexicon,
): boolean {
  if (moments.at.size === 0) return true;
  const rest = free.filter((unit) => !unit.at.some((index) => moments.at.has(index)));
  return (
    metricsAsked(rest, new Set(), lexicon).length > 0 || metricsAsked(free, new Set(), lexicon).length === 0
  );
}

/** Indexes of the words from the asking word on. */
export function fromAsking(text: string, reading: Reading): number[] {
  const offset = askingOffset(text) ?? 0;
  return reading.words.flatMap((word, index) => (word.start >= offset ? [index] : []));
}

/** "How many boats" counts boats: no metric here counts people by that name. */
export function countsBoats(text: string): boolean {
  return /\b(?:ho?ws? many|number of|combien de|nombre de) (?:(?!did|do|does|came|come|coming|arriv|cross|in\b|on\b|by\b|people|ppl|got|were|have)\w+ ){0,2}?(?:boats|dinghies|vessels|bateaux|embarcations|canots)\b(?! (?:people|ppl|arrivals|crossings|migrants))|\b(?:compare|count|counting|more|fewer|less|most|fewest) (?:the )?(?:small )?(?:boats|dinghies|vessels)\b(?! (?:people|ppl|arrivals|crossings|migrants))|^\W*(?:(?:the|total|all|so|and|ok) )*(?:boats|dinghies|vessels|bateaux)\b(?! (?:people|ppl|persons|arrivals|crossings|migrants))/i.test(
    text,
  );
}

const DIVIDES_BY_BOATS =
  /\bdivid\w*\b.*\bby (?:(?:the|its|their|how|many|total|number|count|of|small) )*(?:boats?|dingh(?:y|ies)|vessels?)\b|\bdivis\w*\b.*\bpar (?:(?:le|la|les|ses|leurs|nombre|total|de) )*(?:bateaux|embarcations|canots)\b/i;

function countOfBoats({ metrics }: Lexicon) {
  return metrics.find(({ metric }) => metric.unit.en === 'boats' && metric.kind === 'period');
}

/** "Divide the arrivals by the boats": what is counted a boat, where the words name people or arrivals beside them. */
export function perBoatMetric(text: string, lexicon: Lexicon): AskedMetric | undefined {
  if (!DIVIDES_BY_BOATS.test(text)) return undefined;
  const boats = countOfBoats(lexicon);
  const quotient = lexicon.metrics.find(
    ({ metric }) => metric.quotient && metric.quotient.by === boats?.metric.id,
  );
  return quotient && wholeCount(quotient.metric.id);
}

/** The metric that counts the boats themselves. */
export function boatsMetric(
  metrics: readonly AskedMetric[],
  asking: readonly Unit[],
  lexicon: Lexicon,
): AskedMetric | undefined {
  const boats = countOfBoats(lexicon);
  if (!boats) return undefined;
  const named = metrics[0];
  const restrictions = [...(named ? named.restrictions : unheard(asking)), ...doneByBoats(asking)].filter(
    (token) => !boats.implied.has(token),
  );
  return { ...wholeCount(boats.metric.id), restrictions };
}

/** "How many small boats sank": the verb behind them, where it is none of coming or crossing. */
function doneByBoats(asking: readonly Unit[]): string[] {
  return asking
    .filter((unit, index) => {
      const before = asking[index - 1];
      const isNext = before !== undefined && (before.at.at(-1) ?? 0) + 1 === unit.at[0];
      return unit.kind === 'word' && !unit.light && isNext && before.token === 'small-boat';
    })
    .map(({ token }) => token);
}

/** Words of a clause that name no count at all: what the boats are said to have done, which nothing here holds. */
function unheard(asking: readonly Unit[]): string[] {
  return asking
    .filter(({ kind, known, light }) => kind === 'word' && !known && !light)
    .map(({ token }) => token);
}

const COUNTED_PEOPLE =
  /\b(?:ho?ws? many|number of|combien de|nombre de) (?:\w+ ){0,2}?(?<who>people|ppl|persons|(?:asylum[- ])?seekers|migrants|refugees|men|women|children|kids|personnes|demandeurs d.asile|migrants|réfugiés)\b(?! (?:hotels?|flights?|boats?))/i;

/** Who is counted, where the metric that the other words name counts things ("how many people are in hotels"). */
export function peopleAmongThings(
  text: string,
  asked: AskedMetric | undefined,
  lexicon: Lexicon,
): string | undefined {
  const unit = metricNamed(asked?.id, lexicon)?.metric.unit.en ?? '';
  return THINGS.test(unit) ? COUNTED_PEOPLE.exec(text)?.groups?.who : undefined;
}

/** Nationalities that also name somebody here: counted, they are a group. */
const NATION =
  '(?<nation>iranians?|indians?|iraniens?|iraniennes?|indiens?|indiennes?|iran|india|inde|french (?:people|persons?|nationals|citizens|men|women)|frenchmen|français(?:es)?)';
const NATION_COUNTED = new RegExp(
  `\\b(?:how many|number of|combien d(?:e |['’])|nombre d(?:e |['’]))(?: ?(?:of (?:them|those) )?)(?:were |are )?${NATION}\\b(?! (?:man|men|guy|bloke|returnee|national was))|\\b(?:were|are|being|étaient|sont) (?:actually |all )?(?:from )?${NATION.replace('nation', 'nation2')}\\b\\W*(?:$|by\\b|so\\b|in\\b|under\\b|or\\b|and\\b)|\\b(?:by|among|amongst|par) (?:the )?(?<nation3>iranians|indians|iraniens|iraniennes|indiens|indiennes)\\b|\\b(?:came|come|coming|crossed|arrived|claims|applications|arrivals) from (?<nation4>iran|india)\\b`,
  'i',
);

/** "How many of those returned were Iranian": the group that is asked for, where it could be taken for the man. */
export function nationCounted(text: string): string | undefined {
  if (!/\b(?:how many|number|combien|nombre|many)\b/i.test(text)) return undefined;
  const groups = NATION_COUNTED.exec(text)?.groups;
  return groups?.nation ?? groups?.nation2 ?? groups?.nation3 ?? groups?.nation4;
}

/** Units of what people are in or on; "returns a week" are people all the same. */
const THINGS = /^(?:hotels|flights|boats|pages|cases)$/;

/** Metrics of the asking words, else those named around them, which then carry only the asking words' restrictions. */
export function metricsInside(
  free: readonly Unit[],
  clause: {
    inside: ReadonlySet<number>;
    narrowing: ReadonlySet<number>;
    lexicon: Lexicon;
    pair: boolean;
    /** Whether the clause holds one thing against another. */
    compares?: boolean;
  },
): AskedMetric[] {
  const { inside, narrowing, lexicon, pair } = clause;
  const alone = metricsAsked(within(free, inside), narrowing, lexicon);
  const asked = clause.compares ? withRepeated(alone, within(free, inside), narrowing, lexicon) : alone;
  if (asked.length > 1 || (asked.length === 1 && !pair)) return asked;
  const tokens = new Set(within(free, inside).map((unit) => unit.token));
  const around = metricsAsked(free, narrowing, lexicon).map((metric) => ({
    ...metric,
    restrictions: metric.restrictions.filter((token) => tokens.has(token)),
  }));
  return around.length > asked.length ? around : asked;
}

/** "Which direction was ahead in March": of the two that the scheme has. */
export const WHICH_WAY =
  /\b(?:which|what|quel(?:le)?) (?:direction|way|side|flow|half|sens)\b.{0,30}\b(?:ahead|in front|behind|winning|won|led|leads?|leading|more|bigger|higher|busier|larger|most|fewer|smaller|lower|devant|plus|tête)\b/i;

/** "How did the two running totals compare": both directions are meant, though none is named. */
export function asksBothTotals(
  text: string,
  named: readonly AskedMetric[],
  times: readonly Time[],
  asking: readonly Unit[],
  lexicon: Lexicon,
): boolean {
  const begun = lexicon.metrics.find(({ metric }) => metric.accumulates)?.metric.accumulates?.from;
  if (named.length > 0 || times.some(({ to }) => begun !== undefined && to < begun)) return false;
  // "Hows the scheme doing, numbers pls", "any numbers for May 2026": nothing but the scheme, or its time, is named.
  const isOfScheme =
    asking.some(({ token }) => token === 'scheme') ||
    (times.length > 0 && times.every(({ from }) => begun !== undefined && from >= begun));
  const onScheme =
    isOfScheme &&
    asking.every(({ generic, kind, light }) => generic || kind === 'neutral' || kind === 'source' || light) &&
    /\b(?:numbers|figures|stats|statistics|totals|tallies|(?:official|monthly|home office) table|table say|chiffres|totaux)\b/i.test(
      text,
    );
  return (
    onScheme ||
    WHICH_WAY.test(text) ||
    /\b(?:both|two|les deux|pair of(?: the)?|paire de) (?:of the )?(?:running |cumulative |official |newest |latest )?(?:totals|tallies|directions|totaux|sens)\b/i.test(
      text,
    )
  );
}

/** The totals of the scheme that are added up from counts, in the order of the data. */
export function bothTotals(lexicon: Lexicon): AskedMetric[] {
  return lexicon.metrics
    .filter(({ metric }) => metric.accumulates !== undefined)
    .slice(0, 2)
    .map(({ metric }) => wholeCount(metric.id));
}

/** Whether the clause sets two counts against each other, so that both must be found. */
export function asksPair(text: string): boolean {
  return /^(?:share|ratio|difference)$/.test(operationOf(text));
}

/** Words of a name for people that say how they came ("small boat migrants"). */
const CAME_BY = /^(?:boats?|dingh(?:y|ies)|channel|bateaux?|manche)$/;

/** "How many small boat migrants so far": those who are counted are named by how they came, and nothing else is. */
export function countOfComers(
  asking: readonly Unit[],
  reading: Reading,
  isTimed: boolean,
  lexicon: Lexicon,
): AskedMetric[] {
  const only = usualCount(lexicon);
  const tells = asking.some(
    (unit) =>
      !unit.generic &&
      unit.kind !== 'number' &&
      unit.kind !== 'source' &&
      unit.kind !== 'person' &&
      !unit.light &&
      !only?.implied.has(unit.token),
  );
  const names =
    asking.some(({ at }) => at.some((index) => CAME_BY.test(reading.words[index]?.folded ?? ''))) ||
    // "How many have come this year": in a year or a month those come who cross.
    (isTimed && reading.words.some(({ folded }) => /^(?:come|came|comes|coming|venus?)$/.test(folded)));
  if (!only || tells || !names) return [];
  return [wholeCount(only.metric.id)];
}

/** "How many boats and how many people in 2024": the people are those who came in the boats. */
export function countOfPeopleAboard(
  text: string,
  asking: readonly Unit[],
  around: readonly string[],
  lexicon: Lexicon,
): AskedMetric[] {
  const only = usualCount(lexicon);
  const tells = asking.some(({ generic, kind, light }) => !generic && kind !== 'number' && !light);
  if (
    !only ||
    tells ||
    !/\b(?:how many|number of|combien de) (?:people|persons|ppl|migrants|personnes)\b/i.test(text)
  )
    return [];
  return around.some(countsBoats) ? [wholeCount(only.metric.id)] : [];
}

/** The token of "revised": the total of a year is. */
const REVISED = 'revis';

/** What a text is called, as tokens: it says where a count is printed, and nothing of what is counted. */
const OF_TEXTS = /^(?:newspaper|headline)$/;

/** "The total since Labour took over": the usual metric is meant where the start is all that is said. */
export function countOfScope(
  asking: readonly Unit[],
  scope: string | undefined,
  focus: Focus,
  lexicon: Lexicon,
): AskedMetric[] {
  const only = usualCount(lexicon);
  const starts = lexicon.scopes.some((one) => one.scope.id === scope && one.scope.since !== undefined);
  // "Is it over 80,000 since Labour got in": the count is held against a number.
  const holdsNumber = focus === 'yes-no' && asking.some(({ kind }) => kind === 'number');
  const tells = asking.some(
    ({ generic, kind, light, token }) =>
      !generic && kind !== 'number' && kind !== 'source' && !light && !OF_TEXTS.test(token),
  );
  if (!only || !starts || tells || !(focus === 'quantity' || holdsNumber)) return [];
  return [wholeCount(only.metric.id)];
}

/** What one year is held to be beside another, as tokens. */
const COMPARATIVES =
  /^(?:wors|worse|better|bigger|higher|lower|smaller|small|busier|quieter|great\w*|abov|below|beyond|behind|ahead|past|short|close|off|lack|miss|finish|end|discrepancy|difference|tally|count|total|peak)$/;

/** What one day may be beside another where nothing else is named. */
const OF_DAYS = /^(?:busier|quieter|busi|quiet)$/;

/** "The drop from 2022 to 2023": as a noun it is what one year is below another; nothing was dropped. */
const FALL = /\b(?:the|a|an|any|what|big|sharp) (?:drop|fall|dip|slump|plunge|slide|decline)\b/i;

const COUNT_OF_YEAR = /\b20\d{2}(?:['’]?s)? (?:running )?(?:count|total|tally)\b/i;

/** "Did 2025 to 9 November beat the whole of 2024?": the usual metric that is counted by the year is meant. */
export function countOfYears(
  asking: readonly Unit[],
  times: readonly Time[],
  operation: Operation,
  { text, lexicon }: { text: string; lexicon: Lexicon },
): AskedMetric[] {
  const only = usualCount(lexicon);
  const falls = FALL.test(text);
  const tells = asking.some(
    (unit) =>
      !unit.generic &&
      !unit.light &&
      unit.kind !== 'number' &&
      !(falls && /^(?:scrap|fall|dip|slump|plung|slide|declin)$/.test(unit.token)) &&
      (operation !== 'differ' || unit.kind !== 'word') &&
      !COMPARATIVES.test(unit.token) &&
      !/^(?:milestone|year-total|record|three-days|single-day|grow|percent|increase|revis)$/.test(unit.token),
  );
  const [one, other] = times;
  const sameDay = one !== undefined && other !== undefined && one.to.slice(4) === other.to.slice(4);
  const areDays =
    times.every((time) => time.granularity === 'day') && asking.some((unit) => OF_DAYS.test(unit.token));
  const compares =
    times.length >= 2 && (sameDay || areDays || times.some((time) => time.granularity === 'year'));
  const averages = operation === 'average' && times.length > 0;
  const revised = times.length > 0 && asking.some((unit) => unit.token === REVISED);
  const differs = operation === 'differ' && times.some((time) => /^(?:year|day)$/.test(time.granularity));
  const counts = times.length === 1 && COUNT_OF_YEAR.test(text);
  if (!only || tells || !(counts || compares || averages || revised || differs)) return [];
  return [wholeCount(only.metric.id)];
}

/** "There was a surge, how many that day": the usual metric is meant where nothing else is named. */
export function countOfDay(asking: readonly Unit[], times: readonly Time[], lexicon: Lexicon): AskedMetric[] {
  const only = usualCount(lexicon);
  const tells = asking.some(
    ({ generic, kind, light, token }) =>
      !generic &&
      !light &&
      /^(?:term|word|person)$/.test(kind) &&
      !/^(?:grow|surg|spike|rush|single-day|record|milestone)$/.test(token),
  );
  if (!only || tells || !times.some(({ granularity }) => granularity === 'day')) return [];
  return [wholeCount(only.metric.id)];
}

const RECORD_OF =
  /\b(?:busiest|quietest|peak|all[- ]time|record|second|third|fourth|fifth|2nd|3rd|4th|5th|top|rank\w*|place[sd]?|biggest|highest|lowest|worst)\b.*\b(?:days?|years?)\b|\b(?:days?|years?)\b.*\b(?:busiest|quietest|rank\w*|second|third|fourth|fifth|2nd|3rd|4th|5th)\b/i;

/** "The second busiest day of 2025", "the rank of 2021 among the years": the usual metric is meant. */
export function countOfRecord(asking: readonly Unit[], text: string, lexicon: Lexicon): AskedMetric[] {
  const only = usualCount(lexicon);
  const tells = asking.some(
    (unit) =>
      !unit.generic &&
      !unit.light &&
      unit.kind !== 'number' &&
      !/^(?:record|rank|second|first|year-total|single-day|three-days|singl|grow|milestone|arrival|reference)$/.test(
        unit.token,
      ),
  );
  if (!only || tells || !RECORD_OF.test(text)) return [];
  return [wholeCount(only.metric.id)];
}

/** What a count is spread over, which does not narrow it. */
const STEPS: ReadonlySet<string> = new Set(['weekly', 'monthly']);

/** A metric that no length of period narrows. */
export function withoutSteps(metric: AskedMetric): AskedMetric {
  return { ...metric, restrictions: metric.restrictions.filter((token) => !STEPS.has(token)) };
}

/** True where a metric is narrowed by the length of a period ("a week"): its pace is asked for. */
export function isSpread({ restrictions }: AskedMetric): boolean {
  return restrictions.some((token) => STEPS.has(token));
}

/**
 * "Deaths in 2024: the figures of UNHCR and Utopia 56": each of those named keeps a count of its own of the same
 * thing. Empty unless the question names two such counts.
 */
export function countsOfEach(
  named: readonly AskedMetric[],
  units: readonly Unit[],
  lexicon: Lexicon,
): AskedMetric[] {
  const said = new Set(units.map(({ token }) => token));
  const bodies = units.filter(({ kind }) => kind === 'person').map(({ token }) => token);
  // "UNHCR's or the French death toll": whose count has no name of its own is that of the authorities.
  const counters = bodies.length === 1 && said.has('france') ? [...bodies, 'france'] : bodies;
  const isWhole = ({ tokens }: { tokens: readonly string[] }) => tokens.every((token) => said.has(token));
  const own = namesOfMetric(named[0]?.id, lexicon).find(
    (name) => isWhole(name) && counters.some((token) => name.tokens.includes(token)),
  );
  if (!own || counters.length < 2) return [];
  const thing = own.tokens.filter((token) => !counters.includes(token));
  const ids = counters.map(
    (counter) =>
      lexicon.metrics.find(({ names }) =>
        names.some((name) => isWhole(name) && name.tokens.includes(counter) && sameThing(name.tokens, thing)),
      ) ?? lexicon.metrics.find(({ names }) => names.some(({ tokens }) => tokens.join() === thing.join())),
  );
  const counts = [...new Set(ids.flatMap((found) => found?.metric.id ?? []))];
  return counts.length < 2 ? [] : counts.map(wholeCount);
}

function sameThing(tokens: readonly string[], thing: readonly string[]): boolean {
  return thing.every((token) => tokens.includes(token));
}

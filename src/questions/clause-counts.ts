/** What a clause counts, and which moments of known events it names beside it. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Unit } from '../knowledge/meanings.js';
import { metricNamed } from '../knowledge/metric-names.js';
import type { Word } from '../knowledge/words.js';
import { peopleAboard } from './aboard.js';
import { within, withoutDenied } from './asking-words.js';
import type { Heard } from './clause-heard.js';
import { describedMoment, tellsMoment } from './described.js';
import { type Groups, groupsOf } from './groups-asked.js';
import { metricsAsked } from './metrics.js';
import { eventTimes } from './moments.js';
import { operationOf } from './operations.js';
import {
  asksBothTotals,
  asksPair,
  boatsMetric,
  bothTotals,
  countsBoats,
  fromAsking,
  isOnlyTimed,
  leavesMetric,
  metricsInside,
  perBoatMetric,
} from './part-metrics.js';
import type { AskedMetric, Described } from './query.js';
import type { Time } from './time.js';
import { unresolvedReign, unresolvedSince } from './unresolved-since.js';

export type Moments = {
  times: readonly Time[];
  /** Places of the words that name them. */
  at: ReadonlySet<number>;
  /** They say when something is asked of, and are not what is asked about. */
  used: boolean;
  /** What the clause counts if they are left out. */
  metrics: readonly AskedMetric[];
  /** The units of the clause without them. */
  outside: readonly Unit[];
};

const NO_MOMENTS: ReturnType<typeof eventTimes> = { times: [], at: new Set() };

/** The moments of known events that a clause names ("when the first flight left"). */
export function momentsIn(heard: Heard): Moments {
  const { clause, around, circumstances, mended, reading, taken, inside, narrowing, free, asksStart } = heard;
  const { lexicon } = circumstances;
  const found = asksStart ? NO_MOMENTS : eventTimes(reading, taken, lexicon);
  const anywhere = isOtherRecord(found, heard) ? NO_MOMENTS : found;
  const { times, at } =
    anywhere === NO_MOMENTS || operationOf(mended) === 'duration' || leavesMetric(anywhere, free, lexicon)
      ? anywhere
      : eventTimes(reading, new Set([...taken, ...fromAsking(clause.text, reading)]), lexicon);
  const outside = free.filter((unit) => !unit.at.some((place) => at.has(place)));
  const telling = withoutDenied(outside, reading);
  const metrics = describedMoment(clause.text)
    ? metricsAsked(within(telling, inside), narrowing, lexicon)
    : metricsInside(telling, { inside, narrowing, lexicon, pair: false });
  const restTells = within(outside, inside).some((unit) => !unit.generic && unit.kind !== 'number');
  // "How many were on the first flight": with nothing before it, the moment's name is what is asked about.
  const leansOnOthers = circumstances.previous !== undefined || around.length > 0;
  const used =
    times.length > 0 &&
    (metrics.length > 0 ||
      (leansOnOthers && !restTells && isOnlyTimed(heard.focus, heard.dated.length, free, lexicon)));
  return { times, at, used, metrics, outside };
}

/** "The worst day of 2025": its own record, and not the day of the record of another year. */
function isOtherRecord({ times, at }: ReturnType<typeof eventTimes>, { dated, free }: Heard): boolean {
  const saysRecord = free.some(
    ({ token, at: places }) => token === 'record' && places.some((place) => at.has(place)),
  );
  return (
    saysRecord &&
    dated.length > 0 &&
    times.every((moment) => dated.every(({ from, to }) => moment.to < from || moment.from > to))
  );
}

export type Counted = {
  metrics: readonly AskedMetric[];
  /** Whether words of a count were found at all. */
  isNamed: boolean;
  groups: Groups;
  /** The moment that the clause describes, where it says when what it counts is asked of. */
  described: Described | undefined;
  /** The units of the clause without that description. */
  told: readonly Unit[];
};

/** One thing is held against another. */
const COMPARES = /\b(?:vs|versus|against|compare[ds]?|alongside|next to|contre|compar\w+)\b/i;

/** What the clause counts, with the groups that narrow it. */
export function countedIn(heard: Heard, moments: Moments): Counted {
  const { clause, circumstances, words, mended, dated, reading, taken, inside, narrowing, free } = heard;
  const { lexicon } = circumstances;
  const namedPlainly = moments.used
    ? moments.metrics
    : metricsInside(withoutDenied(free, reading), {
        inside,
        narrowing,
        lexicon,
        pair: asksPair(clause.text),
        compares: COMPARES.test(clause.text),
      });
  const asksPrice = namedPlainly.length === 0 || PRICE_OF_ONE.test(clause.text);
  const prices = asksPrice ? pricesAsked(clause.text, within(free, inside), lexicon) : [];
  const named = prices.length > 0 ? prices : namedPlainly;
  const description = moments.used ? undefined : describedMoment(clause.text);
  // "When she went on the radio in January 2026": a month or a year in it only helps to find the moment.
  const described =
    description &&
    // "After January 2026": a date, and no description of a moment.
    words.some((word, at) => isIn(description.place, word) && !taken.has(at)) &&
    dated.every((time) => isWide(time) && time.at.every((at) => isIn(description.place, words[at])))
      ? description
      : undefined;
  const outsideDescribed = described
    ? free.filter((unit) => !unit.at.some((at) => isIn(described.place, words[at])))
    : free;
  const apart =
    described && tellsMoment(described.described.phrase, named, lexicon)
      ? metricsAsked(outsideDescribed, narrowing, lexicon)
      : [];
  const told = apart.length > 0 ? outsideDescribed : free;
  const namedApart = apart.length > 0 ? apart : named;
  const perBoat = namedApart.length > 0 ? perBoatMetric(mended, lexicon) : undefined;
  const boats = countsBoats(mended) ? boatsMetric(namedApart, within(told, inside), lexicon) : undefined;
  const asking = within(told, inside);
  const aboard =
    moments.times.length === 0
      ? peopleAboard(mended, namedApart, { times: dated, asking, lexicon })
      : undefined;
  const counted = perBoat ?? boats ?? aboard;
  const explained = new Set([...taken, ...moments.at]);
  // The scheme has had one government; what is counted by periods is another count under another.
  const isTimeless =
    heard.scope === undefined &&
    dated.length === 0 &&
    moments.times.length === 0 &&
    metricNamed(namedApart[0]?.id, lexicon)?.metric.kind === 'period';
  const groups = groupsOf(clause.text, mended, {
    metric: namedApart[0],
    hasBoats: boats !== undefined,
    unresolved:
      unresolvedSince(reading, explained) ?? (isTimeless ? unresolvedReign(reading, explained) : undefined),
    lexicon,
  });
  const metrics = asksBothTotals(mended, namedApart, dated, free, lexicon)
    ? bothTotals(lexicon)
    : counted
      ? [counted]
      : namedApart.map((metric) => ({
          ...metric,
          restrictions: [...groups.narrowing, ...metric.restrictions],
        }));
  return {
    metrics,
    isNamed: named.length > 0,
    groups,
    described: apart.length > 0 ? described?.described : undefined,
    told,
  };
}

const ASKS_PRICE =
  /\bhow much (?:money )?(?:is|was|were|are|did|does|do|has|have|will|would|per (?:head|person|return|removal|flight|night)|for each|in (?:pounds|euros|total))\b|\bworth\b(?! (?:it|the|a)\b)/i;

/** "How much is each return". */
const PRICE_OF_ONE =
  /\bhow much (?:(?:is|was|does|did|are) (?:it for )?(?:each|one|an?|every|a single)|(?:per|for each|for every) (?!cent|day|week|month|year))\b/i;

/** "How much was the Rwanda scheme": nothing but a sum of money can be meant, though no word says so. */
function pricesAsked(text: string, units: readonly Unit[], lexicon: Lexicon): AskedMetric[] {
  if (!ASKS_PRICE.test(text)) return [];
  const money = lexicon.read('cost').units.map((unit) => ({ ...unit, at: [] }));
  return metricsAsked([...units, ...money], new Set(), lexicon).filter(({ id }) =>
    /^(?:pounds|euros)\b/.test(metricNamed(id, lexicon)?.metric.unit.en ?? ''),
  );
}

function isWide({ granularity }: Time): boolean {
  return /^(?:month|year|season|part)$/.test(granularity);
}

function isIn(place: { start: number; end: number }, word: Word | undefined): boolean {
  return word !== undefined && word.start >= place.start && word.end <= place.end;
}

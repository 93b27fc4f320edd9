/** Which metric a clause asks for, and which of its words that metric leaves unexplained. */
import { HeldNames } from '../knowledge/held-names.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { MetricNames, NameTokens, Unit } from '../knowledge/meanings.js';
import { keptFor } from '../knowledge/remembering.js';
import type { AskedMetric } from './query.js';

/** Words that shape the answer and so restrict nothing: lengths of periods, comparisons. */
const SHAPING = new Set([
  'headline',
  'reference',
  'small',
  'both-ways',
  'percent',
  'discrepancy',
  'year-total',
  'single-day',
  'three-days',
  'weekend',
  'grow',
  'rank',
  'record',
  'milestone',
  'timelin',
  'newspaper',
  'alon',
]);

type Match = {
  id: string;
  name: NameTokens;
  explained: Set<string>;
  score: number;
  restrictions: Unit[];
  asides: Unit[];
};

/** A metric that nothing narrows, named once. */
export function wholeCount(id: string): AskedMetric {
  return { id, restrictions: [], asides: [], strength: 1 };
}

/**
 * The metrics that `units` name, the best first. A metric is named when every telling word of one of its
 * names stands in the clause; the words that neither its name, nor what it implies, nor the shape of the
 * question explains are its restrictions. A second metric counts only if the first does not explain its words.
 */
export function metricsAsked(
  units: readonly Unit[],
  narrowing: ReadonlySet<number>,
  lexicon: Lexicon,
): AskedMetric[] {
  const telling = units.filter((unit) => unit.kind !== 'neutral');
  const tokens = new Set(telling.map((unit) => unit.token));
  const matches = [...namesSaid(tokens, lexicon)]
    .flatMap(([metric, names]) => {
      const named = bestName(names, tokens);
      if (!named) return [];
      const explained = new Set([...named.tokens, ...named.generic, ...metric.implied]);
      const unexplained = telling.filter((unit) => isUnexplained(unit, explained));
      const nameAt = telling
        .filter((unit) => named.tokens.includes(unit.token))
        .map((unit) => unit.at[0] ?? 0);
      const restrictions = unexplained.filter((unit) => narrows(unit, narrowing, nameAt));
      const asides = unexplained.filter((unit) => !restrictions.includes(unit));
      // Who counts is part of what is counted: UNHCR's deaths are none of the authorities'.
      const counters = named.tokens.filter((token) => /^[ps]-/.test(token)).length;
      const score =
        3 * named.tokens.length +
        counters +
        matchedGenerics(named, tokens) -
        2 * restrictions.length -
        asides.length;
      return [{ id: metric.metric.id, name: named, explained, score, restrictions, asides } satisfies Match];
    })
    .sort((a, b) => b.score - a.score);
  const best = matches[0];
  if (!best) return [];
  const apart = matches.find(
    (match) => match !== best && match.name.tokens.every((token) => !best.name.tokens.includes(token)),
  );
  const second = apart && isBriefly(apart, telling) ? fullerName(apart, best, matches) : apart;
  const both = second && !second.name.tokens.every((token) => best.explained.has(token)) ? second : undefined;
  const explainedByOther = (unit: Unit, other: Match | undefined) =>
    other?.explained.has(unit.token) ?? false;
  const asked = (match: Match, other: Match | undefined): AskedMetric => ({
    id: match.id,
    restrictions: match.restrictions
      .filter((unit) => !explainedByOther(unit, other))
      .map((unit) => unit.token),
    asides: match.asides.filter((unit) => !explainedByOther(unit, other)).map((unit) => unit.token),
    strength: match.name.tokens.length,
  });
  const implied = second && !both ? [asked(second, best)] : [];
  if (both && firstMention(both, telling) < firstMention(best, telling))
    return [asked(both, best), asked(best, both)];
  return [
    asked(best, both),
    ...(both ? [asked(both, best)] : implied.map((metric) => ({ ...metric, strength: 0 }))),
  ];
}

/** "Sent", and not "sent to France": one word says no more than what was done. */
function isBriefly({ name }: Match, units: readonly Unit[]): boolean {
  return units.filter(({ token }) => name.tokens.includes(token)).every(({ at }) => at.length === 1);
}

/** "What Rwanda cost for each one sent": sent there, where a name says that with a word of the first. */
function fullerName(second: Match, best: Match, matches: readonly Match[]): Match {
  if (!best.name.tokens.includes('cost')) return second;
  const fuller = matches.find(
    ({ id, name }) =>
      id !== best.id &&
      name.tokens.length > second.name.tokens.length &&
      second.name.tokens.every((token) => name.tokens.includes(token)) &&
      name.tokens.every((token) => second.name.tokens.includes(token) || best.name.tokens.includes(token)) &&
      !name.tokens.includes('cost'),
  );
  return fuller ?? second;
}

/** Where a metric's name begins in the clause: two metrics are compared in the order of the question. */
function firstMention(match: Match, units: readonly Unit[]): number {
  return Math.min(
    ...units.filter((unit) => match.name.tokens.includes(unit.token)).map((unit) => unit.at[0] ?? 0),
  );
}

/** A word narrows by its place, by its kind (a group, a place), or directly before the metric's noun. */
function narrows(unit: Unit, narrowing: ReadonlySet<number>, nameAt: readonly number[]): boolean {
  const last = unit.at.at(-1) ?? 0;
  return unit.narrows === true || unit.at.some((index) => narrowing.has(index)) || nameAt.includes(last + 1);
}

/** True for a telling unit that `explained` does not hold and that shapes nothing. */
function isUnexplained(unit: Unit, explained: ReadonlySet<string>): boolean {
  if (unit.kind === 'neutral' || unit.kind === 'number' || unit.kind === 'source' || unit.kind === 'person')
    return false;
  return !unit.generic && !unit.light && !SHAPING.has(unit.token) && !explained.has(unit.token);
}

type NamedMetric = { metric: MetricNames; name: NameTokens };

const tellingNames = keptFor(
  (lexicon: Lexicon) => new HeldNames(allNames(lexicon), ({ name }) => name.tokens),
);

/** The metrics of whose names at least one is said, each with those that are. */
function namesSaid(tokens: ReadonlySet<string>, lexicon: Lexicon): Map<MetricNames, NameTokens[]> {
  const said = new Map<MetricNames, NameTokens[]>();
  for (const { metric, name } of tellingNames(lexicon).heldBy(tokens))
    said.set(metric, [...(said.get(metric) ?? []), name]);
  return said;
}

function allNames(lexicon: Lexicon): NamedMetric[] {
  return lexicon.metrics.flatMap((metric) =>
    namesThatTell(metric, lexicon).map((name) => ({ metric, name })),
  );
}

/**
 * Names that say more than the shape of a question. A derived metric ("net inflow") needs a word of its own:
 * words that only name the two metrics it is made of ask for those two.
 */
function namesThatTell(asked: MetricNames, lexicon: Lexicon): readonly NameTokens[] {
  const { derived } = asked.metric;
  const parts = lexicon.metrics.filter(
    ({ metric }) => metric.id === derived?.of || metric.id === derived?.and,
  );
  const ofParts = new Set(parts.flatMap(({ names }) => names.flatMap((name) => name.tokens)));
  return asked.names.filter(({ tokens }) =>
    tokens.some(
      (token) => (derived && token === 'both-ways') || (!SHAPING.has(token) && !ofParts.has(token)),
    ),
  );
}

/** Of names that are said, the one that says the most. */
function bestName(names: readonly NameTokens[], tokens: ReadonlySet<string>): NameTokens | undefined {
  let best: NameTokens | undefined;
  let bestScore = 0;
  for (const name of names) {
    // "Arrivals under the scheme" is another thing than "arrivals": what a name adds must be there.
    if (name.generic.includes('scheme') && !tokens.has('scheme')) continue;
    // Money alone names no metric: who pays, and whom, must be there.
    if (name.tokens.every((token) => token === 'cost') && name.generic.some((token) => !tokens.has(token)))
      continue;
    const score = 3 * name.tokens.length + matchedGenerics(name, tokens);
    if (score > bestScore) {
      best = name;
      bestScore = score;
    }
  }
  return best;
}

function matchedGenerics(name: NameTokens, tokens: ReadonlySet<string>): number {
  return name.generic.filter((token) => token !== 'person' && tokens.has(token)).length;
}

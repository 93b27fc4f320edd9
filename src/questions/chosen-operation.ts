/** What is done with the figures, by the words and by how many metrics and times they name. */
import { daysBetween } from '../knowledge/calendar.js';
import type { Metric } from '../knowledge/schema.js';
import type { Clause } from './clauses.js';
import { asksChange, asksGrowth, operationOf, operationsOf } from './operations.js';
import type { Operation } from './query.js';
import type { Time } from './time.js';

export function chooseOperation(
  text: string,
  found: {
    metrics: number;
    /** Those of them that words of their own name. */
    named: number;
    /** What the only one is: its name may say what else would be worked out ("cost per person"). */
    kind: Metric['kind'] | undefined;
    times: readonly Time[];
    between: boolean;
  },
): Operation {
  const [first = 'value', next] = operationsOf(text);
  // "The ratio, though the sources disagree": what is worked out is worked out for each of them.
  const worked = first === 'differ' && found.metrics >= 2 && (next === 'share' || next === 'ratio');
  const wordsAsk = worked ? next : first;
  const bothAsked =
    wordsAsk === 'differ' &&
    /\b(?:both|two|(?:the )?2) (?:\w+ )?(?:numbers|figures|nos|values|totals|counts)\b/i.test(text);
  const onlyNamed = found.metrics === 1 && found.times.length <= 1 && isNamedSo(wordsAsk, found.kind, text);
  const valuesAsked = bothAsked && (found.metrics >= 2 || found.times.length >= 2);
  const listed = wordsAsk === 'average' && !found.between && isEachOf(text, found.times);
  const byWords = onlyNamed || valuesAsked || listed ? 'value' : wordsAsk;
  if (found.times.length >= 2 && found.metrics <= 1 && !KEPT.has(byWords)) {
    if (sumsUp(text, found.times) || (found.between && sumsUpYears(text, found.times))) return 'sum';
    if (addsYears(text, found.times)) return 'sum';
    // "Year by year, 2018-2025": the years between the two, each for itself.
    if (byWords === 'series' && found.times.every(({ granularity }) => granularity === 'year'))
      return 'series';
    // "The gap between 2022 and 2025": how far apart the two are, and nothing that came between them.
    const areApart =
      byWords === 'difference' &&
      found.times.every(({ granularity }) => /^(?:year|month)$/.test(granularity));
    if (areApart) return 'compare-times';
    const isChange = found.between || asksChange(text);
    const touching = found.times.every((time, index) => {
      const next = found.times[index + 1];
      return !next || daysBetween(time.to, next.from) <= 1;
    });
    const chooses = !found.between && /\b(?:or|ou|which|vs|versus|against|lequel|laquelle)\b/i.test(text);
    if (isChange && !chooses && !(touching && !asksChange(text))) return 'change';
    return 'compare-times';
  }
  if (byWords === 'series' && found.times.length === 1 && found.times[0]?.granularity === 'day')
    return 'value';
  const asksTwo = found.metrics >= 2 && /\b(?:which|what) two\b/i.test(text);
  if ((found.named >= 2 || asksTwo) && byWords === 'value') return 'compare-metrics';
  return byWords;
}

/** "February and June, how many each month": the months are named, and each has a count of its own. */
function isEachOf(text: string, times: readonly Time[]): boolean {
  return (
    times.length >= 2 &&
    times.every(({ cue, granularity }) => cue === 'in' && /^(?:month|year)$/.test(granularity)) &&
    /\b(?:each|every|per|chaque|par) (?:of (?:the|those) )?(?:months?|years?|mois|ans?|année)\b/i.test(
      text,
    ) &&
    !/\b(?:average|avg|mean|rate|pace|moyenne)\b/i.test(text)
  );
}

/** "Cost per person" is a price and no ratio, and one count "together with France" has nothing to be added to. */
function isNamedSo(operation: Operation, kind: Metric['kind'] | undefined, text: string): boolean {
  if (/\d/.test(text)) return false;
  return operation === 'sum' || (operation === 'ratio' && (kind === 'measure' || kind === 'target'));
}

/** "April, May and June in total": of several months, all of them together. */
export function sumsUp(text: string, times: readonly Time[]): boolean {
  return (
    times.length >= 2 &&
    IN_ALL.test(text) &&
    times.every(({ cue, granularity }) => cue === 'in' && granularity === 'month')
  );
}

/** "Total crossings, 2023 to 2026": all the years from the one to the other. */
function sumsUpYears(text: string, times: readonly Time[]): boolean {
  return (
    times.length === 2 &&
    times.every(({ granularity }) => granularity === 'year') &&
    IN_ALL.test(text) &&
    !asksGrowth(text) &&
    !/\b(?:difference|gap|compare\w*|vs|versus|against|percent|more|fewer)\b/i.test(text)
  );
}

/** "Prevented in total, 2025 and 2026", "2024 and 2025 together": the years are added up, and not held against each other. */
function addsYears(text: string, times: readonly Time[]): boolean {
  return (
    times.every(({ cue, granularity }) => cue === 'in' && granularity === 'year') &&
    TOGETHER.test(text) &&
    !SET_APART.test(text)
  );
}

const TOGETHER =
  /\b(?:in total|in all|altogether|all together|combined|together|between them|taken together|put together|all told|au total|en tout|ensemble|cumulés?)\b/i;
const SET_APART =
  /\b(?:difference|gap|compare\w*|comparison|vs|versus|against|than|percent|more|fewer|less|each|both|either|respectively|chaque|contre|écart)\b/i;

const IN_ALL =
  /\b(?:total|overall|altogether|all together|in all|combined|put together|all told|au total|en tout)\b/i;

/** Operations that two times do not turn into a change between them. */
const KEPT: ReadonlySet<Operation> = new Set(['share', 'ratio', 'differ', 'sum', 'average', 'duration']);

/** "How many died in 2024? I gather the counts do not agree": said beside the question, in a few words. */
export function isSaidToDiffer(clause: Clause, around: readonly Clause[]): boolean {
  return around.some(
    ({ asks, sentence, text }) =>
      !asks &&
      Math.abs(sentence - clause.sentence) <= 1 &&
      text.split(/\s+/).length <= ASIDE_WORDS &&
      operationOf(text) === 'differ',
  );
}

/** So many words may stand beside a question as an aside to it. */
const ASIDE_WORDS = 14;

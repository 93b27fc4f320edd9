/** Questions that point at the counts of the one before: "by how many?", "is that more than in 2018?", "how many boats that day?". */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Part } from './query.js';
import type { Time } from './time.js';

/** "How many boats was that in", "how many of them drowned", "combien de bateaux ce jour-là": of the time asked about before. */
export const REFERS_BACK =
  /\b(?:is|was|are|were) (?:that|those)(?: in| on| over)?\W*$|\b(?:in|on|over|during|for)? ?(?:that|the same) (?:day|night|weekend|week|month|year|period|time)\W*$|\b(?:of|among|for|from) (?:those|them|these|that|it)\b|\b(?:ce|cette) (?:jour|mois|semaine|week-end|année|nuit)(?:[- ]l[àa])?\W*$|\b(?:parmi|d['’]entre) (?:eux|elles)\b|\b(?:c['’]était|ça faisait|ça fait) (?:dans )?combien\b/i;

/** "What share of those came by small boat", after something that only words tell: words tell the share. */
export function shareOfTold(before: Part, part: Part): Part | undefined {
  const isShare = part.operation === 'share' || part.tokens.includes('percent');
  if (!isShare || before.metrics.length > 0 || part.times.length > 0 || !REFERS_BACK.test(part.text))
    return undefined;
  const tokens = [...new Set([...before.tokens, ...part.tokens])];
  return {
    ...part,
    metrics: [],
    tokens,
    times: before.times,
    focus: 'what',
    operation: 'value',
    leans: true,
  };
}

const BY_HOW_MUCH =
  /^\W*(?:(?:and|so|ok|et) )?(?:by (?:how (?:many|much|far)|what margin)|how (?:many|much) (?:more|fewer|less)|what(?:['’]?s| is| was) the (?:gap|difference|diff|margin)|de combien|quel (?:est l['’]|)[ée]cart)(?: (?:is|was) (?:it|that|the gap)(?: up| down| more| less| higher| lower)?)?(?: then| exactly)?\W*$/i;
/** "Which was more?", « lequel des deux est le plus grand ? » */
const WHICH_IS_MORE =
  /^\W*(?:(?:and|so|ok|et|alors) )?(?:which|what|lequel|laquelle|lesquels|lesquelles)(?: one| way| direction| (?:of|des) (?:the two|them|deux))?(?: (?:was|is|were|are|had|est|était|sont))?(?: the| le| la| les)? (?:more|most|higher|highest|bigger|biggest|greater|larger|largest|ahead|plus (?:grande?|élevée?|haute?)s?)(?: (?:then|of the two|des deux))?\W*$/i;

/** True where nothing but the distance between what was asked about before is asked for. */
export function asksHowFarApart(text: string): boolean {
  return BY_HOW_MUCH.test(text) || WHICH_IS_MORE.test(text);
}

/** "By how many?", after two counts were held against each other; undefined where nothing of the kind is asked. */
export function howFarApart(before: Part, part: Part): Part | undefined {
  const pair = before.metrics.length > 1 || before.times.length > 1;
  if (!asksHowFarApart(part.text) || part.metrics.length > 0 || !pair) return undefined;
  const operation = before.metrics.length > 1 ? 'difference' : 'compare-times';
  return { ...before, text: part.text, focus: 'quantity', operation, premise: undefined, leans: true };
}

const ITS_TIME =
  /^\W*(?:(?:and|so|but|et) )?(?:(?:for|over|of|in|from|to|since|pour|sur|de) )?(?:what|which|wot|quelles?|quels?) (?:exact )?(?:period|dates?|time ?(?:frame|span|period)?|stretch|span|years?|months?|days?|période|dates?|années?|mois)(?: (?:does|do|did|is|are|was|were|couvre(?:nt)?|concerne(?:nt)?) (?:(?:that|this|the|it|those|these|they|both|each|ce|cela|ça)(?: of (?:them|those))?)(?: (?:number|figure|count|total|chiffre|nombre)s?)?(?: (?:cover|for|span|run|relate to|refer to|from|about|of|true of|up to|couvrir)s?)?)?\W*$/iu;

/** "And what period does that number cover?": a count is told with its time. */
export function asksItsTime(before: Part, part: Part): boolean {
  const counts = before.metrics.length > 0 || before.numbers.length > 0;
  return counts && part.metrics.length === 0 && part.times.length === 0 && ITS_TIME.test(part.text);
}

const HOLDS_THAT =
  /(?<!\w)(?:is|was|does|how|what) (?:\p{L}+ ){0,3}(?:that|this|it)(?!\w).*(?<!\w)(?:than|from|versus|vs|against|compared?|differ\p{L}*)(?!\w)|(?<!\w)(?:than|up on|down on|compared? (?:to|with)|versus|vs|against) |(?<!\p{L})(?:(?:de )?(?:plus|moins) qu['’e]|par rapport (?:à|a|au)(?!\p{L}))/iu;

/** "And same time last year?": up to the day that this year's count has reached. */
const SAME_TIME =
  /\b(?:same|this) (?:time|point|stage|date|day|period|moment) (?:of |in |for )?(?:the )?(?:last year|year before|previous year|a year (?:ago|before|earlier)|20\d\d)\b|\b(?:même|à la même) (?:date|époque|période|moment|jour)\b.*\b(?:an dernier|année dernière|20\d\d)/i;

function isYearBefore(time: Time | undefined, last: Time | undefined): boolean {
  return last?.granularity === 'year' && Number(time?.to.slice(0, 4)) === Number(last.to.slice(0, 4)) - 1;
}

function thisYear(time: Time, today: IsoDate): Time | undefined {
  const year = today.slice(0, 4);
  if (time.granularity !== 'year') return undefined;
  return { ...time, from: `${year}-01-01`, to: `${year}-12-31`, cue: 'in', at: [] };
}

/** "How many more is that than in 2018": the count before is held against that of another time. */
export function heldAgainst(before: Part, part: Part, isMoved: boolean, today: IsoDate): Part | undefined {
  const [time, ...others] = part.times.filter(({ at }) => isMoved || at.length > 0);
  const asOf = before.operation === 'compare-times' ? before.times[0] : before.times.at(-1);
  const sameTime = SAME_TIME.test(part.text);
  const last = asOf ?? (sameTime && time ? thisYear(time, today) : undefined);
  const [metric] = before.metrics;
  const same = part.metrics.length === 0 || part.metrics[0]?.id === metric?.id;
  const holds = HOLDS_THAT.test(part.text) || (sameTime && isYearBefore(time, last));
  if (!time || !last || !metric || !same || others.length > 0 || !holds) return undefined;
  const own = part.metrics.length > 0 ? part.metrics : [metric];
  return {
    ...part,
    metrics: own.slice(0, 1),
    scope: part.scope ?? before.scope,
    times: [{ ...last, at: [] }, time],
    between: false,
    operation: 'compare-times',
    focus: part.focus === 'none' ? 'quantity' : part.focus,
    tokens: part.tokens.length > 0 ? part.tokens : before.tokens,
    leans: true,
  };
}

const WAS_THAT = /\b(?:is|was|were|are) (?:that|it|this)(?: in| on)?\W*$/i;
const THAT_DAY = /(?<!\w)that (?:same )?(?:day|date)(?!\w)|(?<!\w)ce jour(?:[- ]l[àa])?(?!\p{L})/iu;

/** "How many boats that day?", after the record day of a year: the day is told by what is written of the record. */
export function ofRecordDay(before: Part, part: Part): Part | undefined {
  const isDay = before.times.some(({ granularity }) => granularity === 'day');
  const asksRecord = before.tokens.some((token) => token === 'record' || token === 'single-day');
  if (
    !asksRecord ||
    isDay ||
    part.times.length > 0 ||
    !(THAT_DAY.test(part.text) || WAS_THAT.test(part.text))
  )
    return undefined;
  const tokens = [...new Set([...before.tokens, ...part.tokens])];
  return { ...part, metrics: [], tokens, times: before.times, focus: 'what', leans: true };
}

/** What a question leaves out is taken from the one before, or from what leads up to it. */
import { endOfMonth, type IsoDate, weekdayOf } from '../knowledge/calendar.js';
import { personToken } from '../knowledge/entry-tokens.js';
import { fold } from '../knowledge/words.js';
import { attributeOf, otherOrdinal } from './asked-of-before.js';
import { sumsUp } from './chosen-operation.js';
import { asksChange } from './operations.js';
import type { Operation, Part } from './query.js';
import { countOf, shift, type Time } from './time.js';

/** Questions of one sentence share what leads up to the first: its people, its source, its subject. */
export function withLeadOf(sibling: Part, part: Part): Part {
  const subject = pointsBack(part.text) ? sibling.tokens : [];
  const own = part.tokens.filter((token) => !/^[ps]-/.test(token));
  // "… and what do critics make of it": all that it says of its own is that somebody speaks.
  const onlySpeaks = own.length > 0 && own.every((token) => SPEAKS.has(token));
  return {
    ...part,
    tokens: onlySpeaks
      ? [...new Set([...part.tokens, ...subject.filter((token) => !/^[ps]-/.test(token))])]
      : part.tokens,
    lead: [...sibling.lead, ...subject, ...part.lead],
    people: part.people.length > 0 || PARTIES.test(part.text) ? part.people : sibling.people,
    sources: part.sources.length > 0 ? part.sources : sibling.sources,
  };
}

const IS_THAT = /\b(?:is|was|are|were) (?:that|this|it|those)\b/i;
/** "How many boats was that in", "how many of them drowned", "combien de bateaux ce jour-là": of the time asked about before. */
const REFERS_BACK =
  /\b(?:is|was|are|were) (?:that|those)(?: in| on| over)?\W*$|\b(?:in|on|over|during|for)? ?(?:that|the same) (?:day|night|weekend|week|month|year|period|time)\W*$|\b(?:of|among|for|from) (?:those|them|these|that|it)\b|\b(?:ce|cette) (?:jour|mois|semaine|week-end|année|nuit)(?:[- ]l[àa])?\W*$|\b(?:parmi|d['’]entre) (?:eux|elles)\b|\b(?:c['’]était|ça faisait|ça fait) (?:dans )?combien\b/iu;

const SPEAKS = new Set(['react', 'criticise', 'reservation', 'grumble']);
/** Others than those who were named before. */
const PARTIES =
  /\b(?:critics|opponents|detractors|the opposition|others|everyone else|l['’]opposition|les critiques)\b/iu;

/** What is only told around a question never restricts it: words that nothing here holds are left out. */
export function unrestricted(part: Part): Part {
  const unheard = new Set(part.unknown);
  return {
    ...part,
    metrics: part.metrics.map((metric) => ({ ...metric, restrictions: [] })),
    tokens: part.tokens.filter((token) => !unheard.has(part.surfaces[token] ?? '')),
    unknown: [],
  };
}

/** What a part leaves out is taken from the one before, where it plainly leans on it. */
export function leanOn(before: Part, asked: Part, sameQuestion: boolean, today: IsoDate): Part {
  const part = withPronoun(before, withShiftedTime(before, asked));
  const listed = LISTS_THEM.test(part.text);
  const content = part.tokens.filter(
    (token) =>
      !GENERIC_TOKENS.has(token) && !/^(?:p-|s-|\d)/.test(token) && !(listed && token === 'reference'),
  );
  const onlyAsks = ONLY_ASKS.test(part.text) || WHO_SAYS_IT.test(part.text);
  const bare = onlyAsks || (content.length === 0 && part.unknown.length === 0);
  const attribute = attributeOf(before, part, content);
  if (attribute) return attribute;
  // "What percentage is that of arrivals": the count before is one of the two.
  const refers =
    part.metrics.length > 0 &&
    (/^(?:share|ratio|difference)$/.test(part.operation)
      ? IS_THAT.test(part.text)
      : !sameQuestion && part.times.length === 0 && REFERS_BACK.test(part.text));
  const shareOf = shareOfTold(before, part);
  if (shareOf) return shareOf;
  const brief =
    !sameQuestion && (isBrief(part) || (part.metrics.length === 0 && REFERS_BACK.test(part.text)));
  if (!part.leans && !bare && !sameQuestion && !refers && !brief) return part;
  const lacksMetric = onlyAsks || part.metrics.length === 0;
  const recordDay = ofRecordDay(before, part);
  if (recordDay) return recordDay;
  const ordinal = content.length === 1 ? otherOrdinal(before, part, content[0] ?? '') : undefined;
  if (ordinal) return ordinal;
  const apart = howFarApart(before, part);
  if (apart) return apart;
  const against = heldAgainst(before, part, part.times !== asked.times, today);
  if (against) return against;
  const narrowed = narrowedFrom(before, part, content);
  if (narrowed) return narrowed;
  const asksWords =
    part.saidBy && part.people.length > 0 && /^(?:what|none)$/.test(part.focus) && !asksWhoSays(part.text);
  if (
    lacksMetric &&
    bare &&
    (part.times.length > 0 ||
      part.leans ||
      part.people.length > 0 ||
      sameQuestion ||
      pointsBack(part.text) ||
      asksWhoSays(part.text) ||
      onlyAsks ||
      (brief && (part.focus !== 'none' || part.operation !== 'value')))
  ) {
    return {
      ...before,
      text: part.text,
      focus: asksWhoSays(part.text)
        ? 'source'
        : asksWords
          ? 'what'
          : part.focus === 'none' || part.focus === 'what' || isDateOfCount(before, part)
            ? before.focus
            : part.focus,
      metrics: ALL_TOLD.test(part.text)
        ? before.metrics.map((metric) => ({ ...metric, restrictions: [] }))
        : // What stood beside the question before is no aside of this one.
          before.metrics.map((metric) => (part.focus === 'source' ? { ...metric, asides: [] } : metric)),
      operation:
        part.operation !== 'value'
          ? part.operation
          : sumsUp(part.text, before.times)
            ? 'sum'
            : isOfTimes(before.operation)
              ? 'value'
              : before.operation,
      between: part.between,
      // What somebody says is not said on the day that the count before was of.
      times: part.times.length > 0 || asksWords || part.scope ? part.times : before.times,
      scope: part.scope ?? before.scope,
      people: part.people.length > 0 ? part.people : before.people,
      tokens:
        part.people.length > 0
          ? [
              ...part.people.map(personToken),
              ...before.tokens.filter((token) => !/^(?:p-|first$|second$)/.test(token)),
            ]
          : before.tokens,
      saidBy: part.saidBy || before.saidBy,
      sources: part.sources.length > 0 ? part.sources : before.sources,
      quoted: part.quoted.length > 0 ? part.quoted : before.quoted,
      numbers: part.numbers.length > 0 ? part.numbers : before.numbers,
      wantsNewest: part.wantsNewest,
      leans: true,
    };
  }
  const changes =
    before.times.length > 1 && (before.between || before.operation === 'change') && asksChange(part.text);
  const ownTimes = part.times.filter(({ at }) => at.length > 0);
  if (!lacksMetric && ownTimes.length === 0 && changes) {
    const [own] = part.metrics.slice(0, 1);
    return {
      ...part,
      metrics: own ? [own] : [],
      times: before.times,
      between: before.between,
      operation: 'change',
    };
  }
  const [wanted] = part.metrics;
  const [other] = before.metrics;
  if (
    wanted &&
    other &&
    wanted.id !== other.id &&
    part.metrics.length === 1 &&
    /^(?:share|ratio|difference)$/.test(part.operation)
  ) {
    return {
      ...part,
      metrics: [wanted, { ...other, restrictions: [] }],
      scope: part.scope ?? before.scope,
      times: part.times.length > 0 ? part.times : before.times,
    };
  }
  if (!lacksMetric && part.times.length === 0 && !part.wantsNewest && before.metrics.length > 0) {
    return {
      ...part,
      scope: part.leans ? (part.scope ?? before.scope) : part.scope,
      times: before.times,
      between: before.between,
      span: part.span ?? before.span,
    };
  }
  if (!lacksMetric) return part;
  const lead =
    brief || REFERS_BACK.test(part.text) ? before.tokens.filter((token) => !/^[ps]-/.test(token)) : [];
  return { ...part, lead: [...lead, ...part.lead], context: [...before.tokens, ...part.context] };
}

/** "What share of those came by small boat", after something that only words tell: words tell the share. */
function shareOfTold(before: Part, part: Part): Part | undefined {
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

/** So few words, which name nobody, no text, no time and no number, are asked of what was asked about before. */
const BRIEF_WORDS = 6;

function isBrief({ text, people, sources, times, quoted, numbers, wantsNewest, scope }: Part): boolean {
  const named = people.length + sources.length + times.length + quoted.length + numbers.length;
  const words = text.trim().split(/\s+/u).length;
  return named === 0 && !wantsNewest && scope === undefined && words <= BRIEF_WORDS && !ALL_TOLD.test(text);
}

/** "By how many?", after two counts were held against each other. */
const BY_HOW_MUCH =
  /^\W*(?:(?:and|so|ok|et) )?(?:by (?:how (?:many|much|far)|what margin)|how (?:many|much) (?:more|fewer|less)|what(?:['’]?s| is| was) the (?:gap|difference|diff|margin)|de combien|quel (?:est l['’]|)[ée]cart)(?: (?:is|was) (?:it|that|the gap))?(?: then| exactly)?\W*$/iu;

function howFarApart(before: Part, part: Part): Part | undefined {
  const pair = before.metrics.length > 1 || before.times.length > 1;
  if (!BY_HOW_MUCH.test(part.text) || part.metrics.length > 0 || !pair) return undefined;
  const operation = before.metrics.length > 1 ? 'difference' : 'compare-times';
  return { ...before, text: part.text, focus: 'quantity', operation, premise: undefined, leans: true };
}

const HOLDS_THAT =
  /\b(?:is|was|does|how|what) (?:\p{L}+ ){0,3}(?:that|this|it)\b.*\b(?:than|from|versus|vs|against|compared?|differ\p{L}*)\b|\b(?:than|up on|down on|compared? (?:to|with)|versus|vs|against) |(?<!\p{L})(?:(?:de )?(?:plus|moins) qu['’e]|par rapport (?:à|a|au)(?!\p{L}))/iu;

/** "And same time last year?": up to the day that this year's count has reached. */
const SAME_TIME =
  /\b(?:same|this) (?:time|point|stage|date|day|period|moment) (?:of |in |for )?(?:the )?(?:last year|year before|previous year|a year (?:ago|before|earlier)|20\d\d)\b|\b(?:même|à la même) (?:date|époque|période|moment|jour)\b.*\b(?:an dernier|année dernière|20\d\d)/iu;

function isYearBefore(time: Time | undefined, last: Time | undefined): boolean {
  return last?.granularity === 'year' && Number(time?.to.slice(0, 4)) === Number(last.to.slice(0, 4)) - 1;
}

function thisYear(time: Time, today: IsoDate): Time | undefined {
  const year = today.slice(0, 4);
  if (time.granularity !== 'year') return undefined;
  return { ...time, from: `${year}-01-01`, to: `${year}-12-31`, cue: 'in', at: [] };
}

/** "How many more is that than in 2018": the count before is held against that of another time. */
function heldAgainst(before: Part, part: Part, isMoved: boolean, today: IsoDate): Part | undefined {
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

/** "And how many women?": the count asked for before, narrowed. */
function narrowedFrom(before: Part, part: Part, content: readonly string[]): Part | undefined {
  const ofThose = part.operation === 'share' && REFERS_BACK.test(part.text);
  const asksCount = part.focus === 'quantity' || part.focus === 'none' || ofThose;
  const few = content.length > 0 && content.length <= 2;
  if (
    !(part.leans || ofThose) ||
    part.metrics.length > 0 ||
    before.metrics.length === 0 ||
    !asksCount ||
    !few
  )
    return undefined;
  return {
    ...part,
    metrics: before.metrics.map((metric) => ({ ...metric, restrictions: [...content] })),
    tokens: [...before.tokens, ...part.tokens],
    times: part.times.length > 0 ? part.times : before.times,
    surfaces: { ...before.surfaces, ...part.surfaces },
    focus: 'quantity',
  };
}

const ALL_TOLD = /\b(?:total|overall|altogether|everyone|everybody|all of them|en tout)\b/i;

const WAS_THAT = /\b(?:is|was|were|are) (?:that|it|this)(?: in| on)?\W*$/iu;
/** "Up to when?", after a count: it is told with its date. */
function isDateOfCount(before: Part, part: Part): boolean {
  return part.focus === 'when' && before.focus === 'quantity' && before.metrics.length > 0;
}

const THAT_DAY = /\bthat (?:same )?(?:day|date)\b|\bce jour(?:[- ]l[àa])?(?!\p{L})/iu;

/** "How many boats that day?", after the record day of a year: the day is told by what is written of the record. */
function ofRecordDay(before: Part, part: Part): Part | undefined {
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

/** "To whom?", "by whom", "how come", "per year?", "à qui": an asking word and nothing else. */
const ONLY_ASKS =
  /^\W*(?:(?:to|by|for|with|from|about|against|in|on|at|à|de|par|pour|avec|contre) )?(?:who|whom|what|whose|which one|when|where|why|how|how come|how so|how exactly|what for|(?:up to|until|till|as of|since|by) (?:when|what date)|jusqu['’](?:à|a) quand|depuis quand|qui|quoi|quand|où|pourquoi|comment)(?: (?:exactly|then|though|tho|was (?:that|it|this)|is (?:that|it|this)|ça|donc))?\W*$/iu;

/** "Who published that?", "d'après qui ?": of the text, and not of what was counted. */
const WHO_SAYS_IT =
  /^\W*(?:(?:and|but|so|et|mais) )?(?:who (?:says?|said|published|publishes|printed|prints|reported|wrote|counts|counted) (?:so|it|that|this|them|these|those)|according to (?:who|whom)|(?:selon|d['’]apr[èe]s) qui|qui (?:l['’]a |le |la |les )?(?:dit|publie|publi[ée]|écrit|compte|annonce)(?: [çc]a| cela)?)\W*$/iu;

function asksWhoSays(text: string): boolean {
  if (WHO_SAYS_IT.test(text)) return true;
  return /\b(?:who says|who said (?:so|that|it)|says who|according to who|qui (?:le |l['’]a |a )?dit|source|where (?:does|did|do|is|are|['’]s) (?:that|this|those|these|it|the)\b.{0,30}\bfrom|d['’]o[uù] (?:vient|viennent|sort|sortent|provient|tirez?))\b/i.test(
    text,
  );
}

/** "List them": the verb asks and is no list that is asked for. */
const LISTS_THEM = /^\W*(?:please |pls |just |can you )?list (?:them|those|these|both|all|each)\b/i;

function pointsBack(text: string): boolean {
  return /\b(?:the|was|le|la) (?:first|last|second|newest|latest|premier|premi[eè]re|dernier|derni[eè]re|deuxi[eè]me)(?: one)?\W*$|\b(?:it|that|they|them|he|she|him|her|there|this|those|then|ça|cela|lui|elle|ils|elles|y|en)\b/i.test(
    text,
  );
}

function isOfTimes(operation: Operation): boolean {
  return operation === 'change' || operation === 'compare-times';
}

/** "The year after", "ten days later": moved from the time of the question before. */
function withShiftedTime(before: Part, part: Part): Part {
  const time = before.times.at(-1);
  const line = fold(part.text);
  const match =
    /\b(?:(?<count>\d+|a|an|one|two|three|four|five|six|ten|seven|un|une|deux|trois|dix) )?(?:the |that |l')?(?:following |next )?(?<step>year|month|week|fortnight|day|an|annee|mois|semaine|jour)s? (?:d['’ ]?)?(?<side>after|later|before|earlier|apres|plus tard|avant|suivante?|precedente?)\b/.exec(
      line,
    ) ?? /\b(?<side>following|next|previous) (?<step>year|month|week|day)\b/.exec(line);
  const sameStretch = time && sameInYear(time, part, line);
  if (sameStretch) return { ...part, times: [sameStretch] };
  const weekday = time && part.times.length === 0 ? weekdayBeside(time, line) : undefined;
  if (weekday) return { ...part, times: [weekday] };
  if (!time || part.times.some(({ at }) => at.length > 0) || !match?.groups) return part;
  const words: Record<string, number> = { seven: 7, ten: 10, dix: 10 };
  const count = words[match.groups.count ?? ''] ?? countOf(match.groups.count ?? 'a');
  const sign = /before|earlier|avant|precedent|previous/.test(match.groups.side ?? '') ? -1 : 1;
  const step = match.groups.step === 'annee' ? 'year' : (match.groups.step ?? 'day');
  // The month before one that ends on the 30th ends on the 31st.
  const isEnd = /^(?:month|mois|year|an)/.test(step) && time.to === endOf(time.to, 'month');
  const shifted = (date: IsoDate) => {
    const same = shift(date, sign * count, step);
    return isEnd && date === time.to ? endOf(same, 'month') : same;
  };
  // "At the end of the month before that": its last day, whatever day was asked about before.
  const atEnd = /\b(?:end|close|fin) (?:of |du |de )?(?:the |that |l')?$/.test(line.slice(0, match.index));
  const moved = (date: IsoDate) => (atEnd ? endOf(shifted(date), step) : shifted(date));
  const metrics = part.metrics.length > 0 ? part.metrics : before.metrics;
  return {
    ...part,
    metrics,
    times: [
      {
        ...time,
        from: moved(time.from),
        to: moved(time.to),
        at: [],
        ...(atEnd ? { cue: 'by' as const, granularity: 'day' as const } : {}),
      },
    ],
    tokens: [],
  };
}

/** "And the same month last year?": the month of the question before, in the year that is named. */
function sameInYear(time: Time, { times }: Part, line: string): Time | undefined {
  const [year, ...others] = times;
  if (year?.granularity !== 'year' || others.length > 0 || !/^(?:month|day|span)$/.test(time.granularity))
    return undefined;
  if (!/\b(?:same|meme) (?:month|day|date|week|time|period|stretch|mois|jour|periode)\b/.test(line))
    return undefined;
  const inYear = (date: IsoDate) => `${year.to.slice(0, 4)}${date.slice(4)}`;
  const to = inYear(time.to);
  const isWhole = time.granularity === 'month' && time.to === endOf(time.to, 'month');
  return {
    ...time,
    from: inYear(time.from),
    to: isWhole ? endOf(`${to.slice(0, 8)}01`, 'month') : to,
    at: year.at,
  };
}

const WEEKDAYS = [
  /\b(?:sunday|dimanche)\b/,
  /\b(?:monday|lundi)\b/,
  /\b(?:tuesday|mardi)\b/,
  /\b(?:wednesday|mercredi)\b/,
  /\b(?:thursday|jeudi)\b/,
  /\b(?:friday|vendredi)\b/,
  /\b(?:saturday|samedi)\b/,
];

/** "And on the Sunday?", after a question about a day: the nearest one. */
function weekdayBeside(time: Time, line: string): Time | undefined {
  const wanted = WEEKDAYS.findIndex((pattern) => pattern.test(line));
  if (wanted < 0 || time.granularity !== 'day') return undefined;
  const ahead = (wanted - weekdayOf(time.to) + 7) % 7;
  const date = shift(time.to, ahead > 3 ? ahead - 7 : ahead, 'day');
  return { ...time, from: date, to: date, cue: 'on', at: [] };
}

/** The last day of the month or the year that a day lies in. */
function endOf(date: IsoDate, step: string): IsoDate {
  if (/^(?:year|an)/.test(step)) return `${date.slice(0, 4)}-12-31`;
  return /^(?:month|mois)/.test(step) ? endOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) : date;
}

/** "And when did they send him away?": the person of the question before. */
function withPronoun(before: Part, part: Part): Part {
  const speaksOf = /\b(?:he|him|his|she|her|hers|they|them|lui|elle|il|son|sa)\b/i.test(part.text);
  if (!speaksOf || part.people.length > 0 || before.people.length === 0) return part;
  return { ...part, people: before.people, tokens: [...before.people.map(personToken), ...part.tokens] };
}

const GENERIC_TOKENS = new Set([
  'person',
  'scheme',
  'france',
  'uk',
  'year-total',
  'percent',
  'three-days',
  'single-day',
  'weekend',
]);

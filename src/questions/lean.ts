/** What a question leaves out is taken from the one before, or from what leads up to it. */

import type { IsoDate } from '../knowledge/calendar.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { attributeOf, otherOrdinal } from './asked-of-before.js';
import { sumsUp } from './chosen-operation.js';
import { countedFrom } from './counted-from.js';
import { asksChange } from './operations.js';
import { surfaceOf } from './part-words.js';
import {
  asksItsTime,
  heldAgainst,
  howFarApart,
  ofRecordDay,
  REFERS_BACK,
  shareOfTold,
} from './pointed-at.js';
import type { Operation, Part } from './query.js';
import { withShiftedTime } from './shifted-times.js';

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
const SPEAKS = new Set(['react', 'criticise', 'reservation', 'grumble']);
/** Others than those who were named before. */
const PARTIES =
  /\b(?:critics|opponents|detractors|the opposition|others|everyone else|l['’]opposition|les critiques)\b/i;

/** What is only told around a question never restricts it: words that nothing here holds are left out. */
export function unrestricted(part: Part): Part {
  const unheard = new Set(part.unknown);
  return {
    ...part,
    metrics: part.metrics.map((metric) => ({ ...metric, restrictions: [] })),
    tokens: part.tokens.filter((token) => !unheard.has(surfaceOf(token, part) ?? '')),
    unknown: [],
  };
}

/** What a part leaves out is taken from the one before, where it plainly leans on it. */
export function leanOn(
  before: Part,
  asked: Part,
  sameQuestion: boolean,
  { today, lexicon }: { today: IsoDate; lexicon: Lexicon },
): Part {
  const part = countedFrom(before, withPronoun(before, withShiftedTime(before, asked)), lexicon);
  const listed = LISTS_THEM.test(part.text);
  const own = part.tokens.filter(
    (token) =>
      !GENERIC_TOKENS.has(token) && !/^(?:p-|s-|\d)/.test(token) && !(listed && token === 'reference'),
  );
  // "Et en 2023 du coup": beside another time, what never restricts says nothing.
  const isOnlyTime =
    !sameQuestion &&
    part.times.length > 0 &&
    part.metrics.length + part.people.length === 0 &&
    own.every((token) => lexicon.isLightWord(token));
  const content = isOnlyTime ? [] : own;
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
  if (asksItsTime(before, part)) {
    // Who publishes a table is told in words, and not up to when it goes.
    const isTold = before.focus === 'quantity' || before.numbers.length > 0;
    return { ...before, focus: isTold ? before.focus : 'quantity', leans: true };
  }
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
          : part.focus === 'none' ||
              part.focus === 'what' ||
              isDateOfCount(before, part) ||
              (isOnlyTime && isTag(part))
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
  // "How many in February 2026?" names nothing but its time: what follows is asked of that time.
  const givesTime = before.metrics.length > 0 || before.tokens.length === 0;
  if (!lacksMetric && part.times.length === 0 && !part.wantsNewest && givesTime) {
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

/** So few words, which name nobody, no text, no time and no number, are asked of what was asked about before. */
const BRIEF_WORDS = 6;

function isBrief({ text, people, sources, times, quoted, numbers, wantsNewest, scope }: Part): boolean {
  const named = people.length + sources.length + times.length + quoted.length + numbers.length;
  const words = text.trim().split(/\s+/u).length;
  return named === 0 && !wantsNewest && scope === undefined && words <= BRIEF_WORDS && !ALL_TOLD.test(text);
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

const PUBLISHED =
  /(?<!\w)(?:publish\p{L}*|released?|came out|come out|printed|publi\p{L}*|paru\p{L}*)(?!\p{L})/iu;

/** "And in 2023, innit?": it asks for a yes to nothing. */
function isTag({ focus, operation, numbers, premise }: Part): boolean {
  return focus === 'yes-no' && operation === 'value' && numbers.length === 0 && premise === undefined;
}

/** "Up to when?", after a count: it is told with its date. */
function isDateOfCount(before: Part, part: Part): boolean {
  const isCount =
    before.focus === 'quantity' || (/^(?:source|who)$/.test(before.focus) && before.numbers.length > 0);
  return part.focus === 'when' && isCount && before.metrics.length > 0 && !PUBLISHED.test(part.text);
}

/** "To whom?", "by whom", "how come", "per year?", "à qui": an asking word and nothing else. */
const ONLY_ASKS =
  /^\W*(?:(?:to|by|for|with|from|about|against|in|on|at|à|de|par|pour|avec|contre) )?(?:who|whom|what|whose|which one|when|where|why|how|how come|how so|how exactly|what for|(?:up to|until|till|as of|since|by) (?:when|what date)|jusqu['’](?:à|a) quand|depuis quand|qui|quoi|quand|où|pourquoi|comment)(?: (?:exactly|then|though|tho|was (?:that|it|this)|is (?:that|it|this)|ça|donc))?\W*$/i;

/** "Who published that?", "d'après qui ?": of the text, and not of what was counted. */
const WHO_SAYS_IT =
  /^\W*(?:(?:and|but|so|et|mais) )?(?:who (?:says?|said|published|publishes|printed|prints|reported|wrote|counts|counted) (?:so|it|that|this|them|these|those)(?: (?:numbers?|figures?|counts?|totals?))?|according to (?:who|whom)|(?:selon|d['’]apr[èe]s) qui|qui (?:l['’]a |le |la |les )?(?:dit|publie|publi[ée]|écrit|compte|annonce)(?: [çc]a| cela| ce (?:chiffre|nombre|total)| ces (?:chiffres|nombres|totaux|donn[ée]es))?)\W*$/i;

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

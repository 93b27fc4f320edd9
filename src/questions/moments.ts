/** Moments named by what happened: "two weeks after the first flight", "since the deal was announced". */

import type { IsoDate } from '../knowledge/calendar.js';
import { personToken, sourceToken } from '../knowledge/entry-tokens.js';
import { HeldNames } from '../knowledge/held-names.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { NameTokens, Reading, Unit } from '../knowledge/meanings.js';
import { keptFor } from '../knowledge/remembering.js';
import type { Event } from '../knowledge/schema.js';
import { weekendBeside } from './date-forms.js';
import { COUNT_PATTERN, type Cue, countOf, shift, type Time } from './time.js';

/** So many words after "since" may name the moment that it means. */
const REACH = 9;
/** What it counts for an event that somebody has a part in who is named beside it. */
const OF_NAMED = 0.5;
/** So many other words may stand among the words of an event's name. */
const SLACK = 4;
const SINCE = /^(?:since|after|depuis|apres|following)$/;
const LEFT =
  /^(?:left|leaving|quit|resigned|departed|went|lost|fell|ousted|sacked|ended|ends|expired|lapsed|finished|closed|stopped|ceased|termine|terminee|expire|fini|parti|demissionne)$/;
/** "Under" somebody who is still in office. */
const UNDER = /^(?:under|sous)$/;
/** From here on another moment is named. */
const OTHER_MOMENT = /^(?:when|once|until|till|by|quand|lorsque|lorsqu)$/;
/** These may lead up to a moment too ("from the day the treaty took effect"), where they say what happened then. */
const FROM = /^(?:from|between|entre)$/;
/** Of those that only name a start, these tell which. */
const HAPPENED = new Set(['announce', 'in-force']);
/** "Counting from the treaty": a beginning like "since". */
const COUNTING = /^(?:count|counting|counted|starting|measured|comptant|compter)$/;
/** Verbs that end what is said of a beginning: what follows is asked of the time since ("since it began got returned"). */
const BEGINS = new Set(['begin', 'announce', 'agree', 'in-force']);
const STARTING = new Set(['begin', 'announce', 'agree', 'treaty', 'in-force', 'scheme', 'first', 'person']);

type NamedEvent = { name: NameTokens; date: IsoDate; event: Event };

const namesOfEvents = keptFor(({ events }: Lexicon): HeldNames<NamedEvent> => {
  const all = events.flatMap(({ names, date, event }) => names.map((name) => ({ name, date, event })));
  return new HeldNames(all, ({ name }) => name.tokens);
});

/** Times that events named in the clause give, with the word indexes that name them. */
export function eventTimes(
  reading: Reading,
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
): { times: Time[]; at: Set<number> } {
  const at = new Set<number>();
  const times: Time[] = [];
  const said = new Set(reading.units.map(({ token }) => token));
  const candidates = namesOfEvents(lexicon)
    .heldBy(said)
    .flatMap(({ name, date, event }) => {
      const places = placesOf([...name.tokens], reading, taken);
      // "The Iranian man … landing back here": his return, and not that of the next one.
      const isOfNamed = event.people.some((person) => said.has(personToken(person)));
      const size = name.tokens.length + name.generic.length / 10 + (isOfNamed ? OF_NAMED : 0);
      if (!places) return [];
      const whole =
        name.tokens.length + name.generic.length > 1 &&
        (name.tokens.length > 1 || isSaid(name.generic, places, reading));
      return whole || isBareNamed(name.tokens, places, reading, event, lexicon)
        ? [{ places, date, event, size }]
        : [];
    })
    .sort((a, b) => b.size - a.size);
  for (const { places, date, event } of candidates) {
    if (places.some((index) => at.has(index))) continue;
    if (times.length >= 2) break;
    const first = Math.min(...places);
    const lead = leadBefore(reading, first, taken);
    if (!lead) continue;
    for (const index of [...places, ...lead.at]) at.add(index);
    const moved = shift(date, lead.offset, lead.step);
    if (lead.weekend) {
      const { from, to } = weekendBeside(date, lead.weekend);
      const said = [...lead.at, ...places].sort((a, b) => a - b);
      times.push({ from, to, cue: 'in', granularity: 'span', yearGuessed: false, at: said });
      continue;
    }
    // "In the year before the deal" means the calendar year.
    const year = lead.step === 'year' && lead.single ? moved.slice(0, 4) : undefined;
    times.push({
      from: year ? `${year}-01-01` : moved,
      to: year ? `${year}-12-31` : moved,
      cue: year ? 'in' : lead.cue,
      granularity: year ? 'year' : event.precision === 'month' ? 'month' : 'day',
      yearGuessed: false,
      at: [...lead.at, ...places].sort((a, b) => a - b),
    });
  }
  return { times, at };
}

const TELLS_WHEN =
  /\b(?:since|when|before|after|until|once|following|depuis|quand|lorsque|lorsqu|avant|apres|(?:day|week|month|year|time|moment|jour|semaine|mois|annee) \w+)\b/;

/**
 * "The scheme ended" is a moment, "attempts stopped" is none: where a name has one telling word, its other words
 * stand there too, or a word that asks when leads up to it.
 */
function isSaid(generic: readonly string[], places: readonly number[], reading: Reading): boolean {
  if (generic.every((token) => reading.units.some((unit) => unit.token === token))) return true;
  const first = Math.min(...places);
  const before = reading.words.slice(Math.max(0, first - REACH), first).map(({ folded }) => folded);
  return TELLS_WHEN.test(before.join(' '));
}

/** A name that stands alone, of an event that is called so, or after a word that asks when ("when the letter was out"). */
function isBareNamed(
  tokens: readonly string[],
  places: readonly number[],
  reading: Reading,
  event: Event,
  lexicon: Lexicon,
): boolean {
  if (isBareName(tokens, event, lexicon)) return !isSpeaking(places, reading);
  const isText = tokens.length === 1 && (tokens[0]?.startsWith(sourceToken('')) ?? false);
  const first = Math.min(...places);
  const before = reading.words.slice(Math.max(0, first - 3), first).map(({ folded }) => folded);
  return isText && TELLS_WHEN.test(before.join(' '));
}

/** "Did LBC report": the name is somebody's, who says something. */
function isSpeaking(places: readonly number[], reading: Reading): boolean {
  const next = reading.words[Math.max(...places) + 1]?.folded ?? '';
  return /^(?:report|say|said|put|give|gave|claim|count|print|tell|told|dit|annonce)/.test(next);
}

/** One word names a moment only if it is a name that stands alone ("LBC" for the interview there). */
function isBareName(tokens: readonly string[], event: Event, lexicon: Lexicon): boolean {
  const [token] = tokens;
  if (tokens.length !== 1 || !token?.startsWith(personToken(''))) return false;
  return event.names.en.some((name) => !/\s/.test(name) && lexicon.tokens(name).join() === token);
}

/** The scope that starts at a named moment, with the word indexes that say it; `told`: what stands before the clause. */
export function sinceScope(
  reading: Reading,
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
  told: readonly Unit[] = [],
): { id: string; at: number[] } | undefined {
  const placeOf = (pattern: RegExp) =>
    reading.words.findIndex((word, index) => pattern.test(word.folded) && !taken.has(index));
  const counting = reading.words.findIndex(
    ({ folded }, index) => FROM.test(folded) && COUNTING.test(reading.words[index - 1]?.folded ?? ''),
  );
  const plain = placeOf(SINCE) >= 0 ? placeOf(SINCE) : counting;
  const under = plain < 0 ? placeOf(UNDER) : -1;
  const since = plain >= 0 ? plain : under >= 0 ? under : placeOf(FROM);
  const firstAfter = (index: number) =>
    reading.units.find(({ at, kind }) => (at[0] ?? 0) > index && kind !== 'neutral')?.token;
  let best: { id: string; at: number[]; size: number } | undefined;
  for (const { scope, names } of lexicon.scopes) {
    if (!scope.since) {
      const tokens = new Set(
        reading.units.filter((unit) => !unit.at.some((at) => taken.has(at))).map((unit) => unit.token),
      );
      const named = names.find((name) => name.tokens.every((token) => tokens.has(token)));
      if (named) {
        return {
          id: scope.id,
          at: reading.units.filter((unit) => named.tokens.includes(unit.token)).flatMap((unit) => unit.at),
        };
      }
      continue;
    }
    if (since < 0) continue;
    // "Since the deal was announced when Mahmood was on LBC": the second moment is none of the start's.
    const later = reading.words.findIndex(
      ({ folded }, index) => index > since + 1 && OTHER_MOMENT.test(folded),
    );
    const verb = endOfBeginning(reading, since);
    const end = later < 0 ? verb : Math.min(verb, later - 1);
    const after = reading.units.filter((unit) => {
      const first = unit.at[0] ?? 0;
      return first > since && first <= end && unit.kind !== 'neutral';
    });
    // "Since Starmer left": the end of what the scope's name begins with.
    if (reading.words.slice(since + 1, since + 5).some(({ folded }) => LEFT.test(folded))) continue;
    // "Burnham …, since he took over": whom the clause names before.
    const isSomebody = reading.words
      .slice(since + 1, since + 3)
      .some(({ folded }) => /^(?:he|she|they|il|elle)$/.test(folded));
    const named = reading.units.filter((unit) => unit.kind === 'person');
    const people = isSomebody
      ? named.length > 0
        ? named
        : told.filter((unit) => unit.kind === 'person')
      : [];
    const tokens = new Set([...after, ...people].map((unit) => unit.token));
    const met = new Set<string>();
    const sizes = names.flatMap((name) => {
      if (plain < 0 && !name.tokens.some((token) => !STARTING.has(token) || HAPPENED.has(token))) return [];
      const all = [...name.tokens, ...name.generic];
      // "Under Burnham": only a start that is named by somebody alone is in force until now.
      if (under >= 0 && !(all.length === 1 && all[0] === firstAfter(under))) return [];
      if (!all.every((token) => tokens.has(token))) return [];
      for (const token of name.tokens) met.add(token);
      return [all.length];
    });
    const size = Math.max(0, ...sizes);
    if (size <= (best?.size ?? 0)) continue;
    const last = Math.max(since, ...after.filter(({ token }) => met.has(token)).flatMap(({ at }) => at));
    const used = after.filter(
      (unit) =>
        STARTING.has(unit.token) ||
        met.has(unit.token) ||
        // Whom the start names; who comes after it said how many, say.
        (unit.kind === 'person' && (unit.at[0] ?? 0) < last) ||
        unit.generic,
    );
    best = { id: scope.id, at: [since, ...used.flatMap((unit) => unit.at)], size };
  }
  return best && { id: best.id, at: best.at };
}

/** Index of the last word that may say what began: its verb, but not "the start", after which that is still to come. */
function endOfBeginning(reading: Reading, since: number): number {
  const verb = reading.units.find(
    ({ token, at: [first = 0] }) =>
      BEGINS.has(token) &&
      first > since &&
      !/^(?:the|its|le|la|l|au|du)$/.test(reading.words[first - 1]?.folded ?? ''),
  );
  return Math.min(since + REACH, verb?.at.at(-1) ?? since + REACH);
}

function placesOf(
  tokens: readonly string[],
  reading: Reading,
  taken: ReadonlySet<number>,
): number[] | undefined {
  const places: number[] = [];
  for (const token of tokens) {
    const unit = reading.units.find(
      (other) =>
        other.token === token && !other.at.some((index) => taken.has(index) || places.includes(index)),
    );
    if (!unit) return undefined;
    places.push(...unit.at);
  }
  return Math.max(...places) - Math.min(...places) <= tokens.length + SLACK ? places : undefined;
}

const OFFSET = new RegExp(
  `\\b(?:(?<count>${COUNT_PATTERN}) (?<step>days?|weeks?|fortnights?|months?|years?|jours?|semaines?|mois|ans?|quinzaines?)|the (?<single>day|week|month|year)) (?:to the day |exactly |or so |or thereabouts )?(?<side>after|before|following|apres|avant|later than)\\b(?: \\w+){0,4}$`,
);

const WEEKEND =
  /\b(?:the|that|le) (?:weekend|week end) (?:just |right )?(?<side>before|after|avant|apres)\b(?: \w+){0,4}$/;

type Lead = {
  cue: Cue;
  offset: number;
  step: string;
  at: number[];
  single?: boolean;
  weekend?: 'before' | 'after';
};

/** How the moment is introduced: "two weeks after", "on the day that", "since". */
function leadBefore(reading: Reading, first: number, taken: ReadonlySet<number>): Lead | undefined {
  const from = Math.max(0, first - 9);
  const before = reading.words.slice(from, first).map((word) => word.folded);
  const line = before.join(' ');
  const indexesOf = (match: RegExpMatchArray) => {
    const start = from + line.slice(0, match.index).split(' ').filter(Boolean).length;
    return Array.from({ length: first - start }, (_, i) => start + i);
  };
  const offset = OFFSET.exec(line);
  if (offset?.groups) {
    const count = offset.groups.single ? 1 : countOf(offset.groups.count);
    const sign = /before|avant/.test(offset.groups.side ?? '') ? -1 : 1;
    return {
      cue: 'by',
      offset: sign * count,
      step: offset.groups.step ?? offset.groups.single ?? 'day',
      at: indexesOf(offset),
      single: offset.groups.single !== undefined,
    };
  }
  const within =
    /\b(?:(?:in|during|by) )?the (?:very |same )?(?:week|month) (?:that |when |in which )?(?:\w+ ){0,2}$/.exec(
      `${line} `,
    );
  // Of the moment, and no count by the week.
  if (within && !/\b(?:of|after|before|since|a|per)\b/.test(within[0]))
    return { cue: 'by', offset: 0, step: 'day', at: indexesOf(within) };
  const weekend = WEEKEND.exec(line);
  if (weekend) {
    const side = /before|avant/.test(weekend.groups?.side ?? '') ? 'before' : 'after';
    return { cue: 'in', offset: 0, step: 'day', at: indexesOf(weekend), weekend: side };
  }
  const cued: readonly (readonly [RegExp, Cue])[] = [
    // What was counted on that very day; "had crossed on the day" and "the total on the day" are of all by then.
    [
      /(?<!\b(?:had|total|count|stood|stand|many by|far) (?:\w+ ){0,9})(?<!\b(?:by|until|till|to|since|from|before|after|of|as at|as of) )\b(?:on )?the (?:very |same )?day(?! (?:before|after|following))\b(?: \w+){0,5}$/,
      'on',
    ],
    [/\b(?:since|depuis)\b(?: \w+){0,5}$/, 'since'],
    [/\b(?:between|entre)\b(?: \w+){0,4}$/, 'by'],
    [/\b(?:before|until|avant)\b(?: \w+){0,4}$/, 'before'],
    [/\b(?:after|following|apres)\b(?: \w+){0,4}$/, 'after'],
    [
      /\b(?:as of|as at|at|by|on|when|day|time|and|to|in|during|with|from|around|for|of|per|versus|vs|against|than|compared with|compared to|moment|tuesday|after|lors|quand|moment ou|jour ou|au|pendant|le|la|a)\b(?: \w+){0,5}$/,
      'by',
    ],
  ];
  for (const [pattern, cue] of cued) {
    const match = pattern.exec(line);
    if (match) return { cue, offset: 0, step: 'day', at: [] };
  }
  const isFirst = before.every((_, index) => taken.has(from + index));
  return isFirst ? { cue: 'by', offset: 0, step: 'day', at: [] } : undefined;
}

/** Finds the dates and periods in a question, in the many ways that people write them. */
import { addDays, isCalendarDate } from '../knowledge/calendar.js';
import { matchesOf } from '../knowledge/matches.js';
import type { Word } from '../knowledge/words.js';
import { type Found, namedGroups, WEEKDAY } from './date-forms.js';
import { RULES } from './date-rules.js';
import { type Clock, COUNT_PATTERN, type Cue, countOf, shift, type Time } from './time.js';
import { lineOf } from './word-line.js';

/** "Two weeks after 31 October 2025". */
const OFFSET = new RegExp(
  `(?:(?<count>${COUNT_PATTERN}) )?(?<step>days?|weeks?|fortnights?|months?|years?|jours?|semaines?|mois|ans?) (?:to the day |exactly |or so |later )?(?<side>after|before|following|apres|avant) (?:the |le |that )?$`,
);

/** No year before this one is asked about by what was reached in it. */
const COUNTED_FROM = '2010';
const REACHED =
  /\b(?:until|till|til|reach|reached|hit|pass|past|over|beyond|than|get to|jusqu a|atteindre)(?: the)? $/;

const CUE_WORDS: readonly { cue: Cue; pattern: RegExp }[] = [
  { cue: 'by', pattern: /(?:(?:by|at|as at|as of|until) )?(?:the )?(?:end|close) of(?: the)?$/ },
  {
    cue: 'since',
    pattern:
      /(?:since|from|starting|depuis|a (?:partir|compter)(?: d[eu]?)?)(?: the| le| about| around| about the)?$/,
  },
  { cue: 'before', pattern: /(?:before|prior to|ahead of|run up to|avant)(?: the| le| about)?$/ },
  { cue: 'after', pattern: /(?:after|following|apres|past)(?: the| le| about)?$/ },
  { cue: 'on', pattern: /(?<!(?:ended|ending|reported|come|or|stood|and) )on(?: the)?$/ },
  {
    cue: 'by',
    pattern:
      /(?:(?<!(?:divided|multiplied|beaten|followed) )by|as of|as at|as on|until|till|til|up to|up until|through|to|at|on|come|around|(?<!(?:what|wot|how) )about|circa|on or around|au|jusqu au|jusqu|a la date|en date du|to the|vers|reported on|ending|ended on|ending on|end|a)(?: the| le| about| around| the end of| about the)?$/,
  },
  {
    cue: 'in',
    pattern:
      /(?:in|during|over|for|within|en|pendant|durant|sur|across|throughout|of)(?: the| all of| the whole of| all| whole| toute| l| le)?$/,
  },
];

/** Each as a word of its own. */
const CUES = CUE_WORDS.map(({ cue, pattern }) => ({
  cue,
  pattern: new RegExp(`(?:^|\\s)${pattern.source}`),
}));

/** All times in `words`, in order. `clock` says what "today" is and supplies missing years. */
export function findTimes(words: readonly Word[], clock: Clock): Time[] {
  const whole = lineOf(words);
  let { line } = whole;
  const times: Time[] = [];
  for (const rule of RULES) {
    for (const match of matchesOf(rule.pattern, line)) {
      const found = rule.read(namedGroups(match), clock);
      if (!found || !isCalendarDate(found.from) || !isCalendarDate(found.to) || found.from > found.to)
        continue;
      const end = match.index + match[0].length;
      const offset = movingOffset(line.slice(0, match.index));
      const beside = offset ? weekBeside(offset, found) : undefined;
      const cue = offset
        ? {
            cue: 'by' as const,
            length: offset[0].length,
            ...(isInDays(offset) ? { bare: true as const } : {}),
          }
        : cueBefore(line.slice(0, match.index).trimEnd(), found, match[0], line.slice(end));
      const start = match.index - cue.length;
      const at = whole.wordsFrom(start, end);
      if (at.some((index) => times.some((other) => other.at.includes(index)))) continue;
      // "2,000 people": no year is written so.
      if (found.granularity === 'year' && at.some((index) => /^\d[,.]\d{3}$/.test(words[index]?.text ?? '')))
        continue;
      // "How long until 2000 are returned": long before anything here is counted, it is a number.
      if (found.granularity === 'year' && found.to < COUNTED_FROM && REACHED.test(line.slice(0, match.index)))
        continue;
      times.push({
        ...(beside ?? (offset ? movedBy(offset, found) : found)),
        cue: beside ? 'in' : cue.cue,
        at,
        ...(cue.bare && !beside ? { bare: true } : {}),
      });
      line = line.slice(0, match.index) + '\u0000'.repeat(match[0].length) + line.slice(end);
    }
  }
  return times.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
}

/** "Two weeks after", and "the day before"; "days before 13 April" is about that day. */
function movingOffset(before: string): RegExpExecArray | null {
  const match = OFFSET.exec(before);
  const { count, step = '' } = match?.groups ?? {};
  const isVague = count === undefined && step.endsWith('s') && step !== 'mois';
  return isVague ? null : match;
}

/** "Five days before Christmas": of what is counted by the day, that day is meant. */
function isInDays(offset: RegExpExecArray): boolean {
  return (
    /^(?:day|jour)/.test(offset.groups?.step ?? '') &&
    !/(?:by|until|till|since|up to|as of) $/.test(offset.input.slice(0, offset.index))
  );
}

/** "Returned the week before Christmas": the seven days beside it, where "a week before" is a day. */
function weekBeside({ groups = {}, input, index }: RegExpExecArray, found: Found): Found | undefined {
  if (groups.count !== undefined || !/^(?:week|semaine)$/.test(groups.step ?? '')) return undefined;
  if (!/\b(?:the|la) $/.test(input.slice(0, index)) || found.granularity !== 'day') return undefined;
  const isBefore = /before|avant/.test(groups.side ?? '');
  const [from, to] = isBefore
    ? [addDays(found.from, -DAYS_IN_WEEK), addDays(found.from, -1)]
    : [addDays(found.to, 1), addDays(found.to, DAYS_IN_WEEK)];
  return { ...found, from, to, granularity: 'span' };
}

const DAYS_IN_WEEK = 7;

function movedBy(offset: RegExpExecArray, found: Found): Found {
  const sign = /before|avant/.test(offset.groups?.side ?? '') ? -1 : 1;
  const count = sign * countOf(offset.groups?.count ?? 'a');
  const step = offset.groups?.step ?? 'day';
  return { ...found, from: shift(found.from, count, step), to: shift(found.to, count, step) };
}

/** "Let in, early November": the in belongs to its verb. */
const PARTICLE = /\b(?:let|brought|bring|bringing|take|taken|took|taking|allowed|waved|got) in$/;

const NAMES_WEEKDAY = new RegExp(`(?:^|\\s)${WEEKDAY.replace(/\?$/, '')}`);

/** "31 May 2025 was a busy day": the day is spoken of for itself. */
const SUBJECT_OF =
  /^\s*(?:it )?(?:was|were|is|saw|sees|had|brought|broke|set|must have been|etait|fut|a ete|a vu|a connu)\b/;

/** "How many came today" asks for that day; "how many returned today" may ask for all until then. */
const CROSSED =
  /\b(?:came|come|crossed|arrived|landed|arrivals?|crossings|made it|came over|venus?|arrivee?s?|traverse)(?: (?:in|over|across|by boat|here|so far))?$/;

/** How a time is introduced, and by how many letters. */
type Introduced = { cue: Cue; length: number; bare?: true };

function cueBefore(before: string, found: Found, said: string, after: string): Introduced {
  for (const { cue, pattern } of CUES) {
    const match = pattern.exec(before);
    if (match && PARTICLE.test(before)) break;
    if (match) return { cue, length: before.length - match.index + 1 };
  }
  // "How many arrived yesterday", "arrivés le 31 mai" are of that day; "75 returned, 31 October" is of all until then.
  // Who names the weekday means that day, and so does "samedi 8 novembre" after "le".
  const isOfDay =
    /^(?:yesterday$|hier$|le )/.test(said) ||
    (/^(?:today|aujourdhui)$/.test(said) && CROSSED.test(before)) ||
    /(?:^|\s)le$/.test(before) ||
    SUBJECT_OF.test(after) ||
    NAMES_WEEKDAY.test(said);
  if (found.granularity === 'day' && isOfDay) return { cue: 'on', length: 0 };
  return found.granularity === 'day' ? { cue: 'by', length: 0, bare: true } : { cue: 'in', length: 0 };
}

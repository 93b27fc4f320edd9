/** Stretches that begin or end at something that happened: "in the first six months of the pilot", "the week after it". */
import { addDays, type IsoDate } from '../knowledge/calendar.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { matchesOf } from '../knowledge/matches.js';
import type { Word } from '../knowledge/words.js';
import { eventTimes, sinceScope } from './moments.js';
import { COUNT_PATTERN, countOf, shift, type Time } from './time.js';
import { lineOf } from './word-line.js';

const STEPS = 'days|weeks|fortnights|months|years|jours|semaines|mois|ans';
const STEP = `${STEPS}|day|week|fortnight|month|year|jour|semaine|an|annee`;
const HALF = 'half year|half a year|semestre';
const IS_HALF = new RegExp(`^(?:${HALF})$`);
const WITHIN = 'in|during|over|within|for|after|en|pendant|dans|durant|sur';
const OF = 'of|in|under|after|since|into|from|it|du|de|d|apres|depuis';

/** "The first six months", with what they are of; nothing said, and nothing after it: of the scheme. */
const OPENING = new RegExp(
  `\\b(?<lead>(?:${WITHIN}) )?(?:(?:(?:the |this )?(?:scheme|pilot|deal|treaty|agreement|policy|pact|swap) ?s|its|their|the|les|la|le|l) )?(?:(?:very )?(?:first|opening|initial) (?:full )?(?:(?<count>${COUNT_PATTERN}) )?(?<step>${STEP}|${HALF})|(?:(?<frcount>${COUNT_PATTERN}) )?premi\\w+ (?<frstep>${STEP}|${HALF})) (?:(?<rest>(?:${OF}) .*)|$)`,
  'g',
);

/** "In the week after the treaty", "over the two months before it began": the stretch beside a moment, and no day in it. */
const BESIDE = new RegExp(
  `\\b(?:(?:${WITHIN}) (?:the |les )?(?:first |last )?(?<count>${COUNT_PATTERN}) (?<steps>${STEPS})|(?:the|la|le) (?:first |last |whole |full )?(?<step>week|fortnight|month|semaine|mois)) (?:immediately |just |right |directly )?(?<side>after|following|since|before|preceding|leading up to|up to|apres|avant|suivant|precedant) (?<rest>.+)`,
  'g',
);

/** A word that may stand in what names the beginning; another question begins after it. */
const REACH = 7;
const ENDS = /^(?:how|what|which|who|when|compared|versus|vs|and|than|against|combien|et|que)$/;
/** Words that name no more than the scheme and that it ran. */
const SCHEME =
  /^(?:of|in|under|after|following|since|before|up|to|into|from|the|this|that|it|its|s|du|de|d|la|le|l|one|out|1|uk|france|french|being|force|operation|existence|running|life|start|pilot|scheme|deal|treaty|agreement|program(?:me)?|swap|policy|projet|pilote|accord|traite|dispositif|experimentation|going|live|beg[aiu]n|started|was|were|got|a|ete|been|had|has)$/;

const LED = new RegExp(`^(?:${OF})$`);
const POINTS = /^(?:that|this|it|those|ca|cela)$/;

/** The start that the in-force scope counts from is that of the scheme. */
export const SCHEME_START = 'since-in-force';

/** The stretches that the words name by what they begin or end with; words of a date that is `stated` are left alone. */
export function openingStretches(words: readonly Word[], stated: readonly Time[], lexicon: Lexicon): Time[] {
  const { line, wordsFrom } = lineOf(words);
  const taken = new Set(stated.flatMap(({ at }) => at));
  const found: Time[] = [];
  for (const match of [...matchesOf(OPENING, line), ...matchesOf(BESIDE, line)]) {
    const { frcount, count = frcount, frstep, steps, step = frstep ?? steps ?? '' } = match.groups ?? {};
    const { lead, side, rest = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const said = wordsFrom(match.index, end - rest.length);
    // "Is it the first year": with nothing that it is of, only what happened "in" it.
    if (said.some((index) => taken.has(index))) continue;
    const of = restWords(words, wordsFrom(end - rest.length, end));
    const owned = side === undefined ? termOf(words, Math.min(...said) - 1, of, lexicon) : undefined;
    if (rest === '' && lead === undefined && !owned) continue;
    // "The month before that": of whatever was told, and not of the scheme.
    if (side !== undefined && POINTS.test(of[0]?.folded ?? '')) continue;
    const begun = owned ?? startOf(of, taken, lexicon);
    if (!begun) continue;
    const at = [...said, ...begun.at];
    if (found.some((other) => other.at.some((index) => at.includes(index)))) continue;
    const [times, unit] = IS_HALF.test(step) ? [6, 'month'] : [countOf(count), step];
    const isBefore = /before|preceding|up to|avant|precedant/.test(side ?? '');
    found.push({
      from: isBefore ? shift(begun.date, -times, unit) : begun.date,
      to: addDays(isBefore ? begun.date : shift(begun.date, times, unit), -1),
      cue: 'in',
      granularity: 'span',
      yearGuessed: false,
      at,
    });
  }
  return found;
}

type Placed = { folded: string; place: number };

/** The words that may say what the stretch is of. */
function restWords(words: readonly Word[], places: readonly number[]): Placed[] {
  const near = places.slice(0, REACH).map((place) => ({ folded: words[place]?.folded ?? '', place }));
  const end = near.findIndex(({ folded }) => ENDS.test(folded));
  return end < 0 ? near : near.slice(0, end);
}

/** "In power", "as prime minister": no more than that somebody governed. */
const IN_POWER =
  /^(?:in|of|as|at|power|office|charge|government|number|no|10|ten|the|pm|prime|minister|job)$/;

/** "Labour's first year in power": the start from which that is counted, where the word before names a government. */
function termOf(
  words: readonly Word[],
  owner: number,
  rest: readonly Placed[],
  lexicon: Lexicon,
): { date: IsoDate; at: number[] } | undefined {
  const name = words[owner]?.folded;
  if (name === undefined || !rest.every(({ folded }) => IN_POWER.test(folded))) return undefined;
  const called = SCHEME.test(name) ? [SCHEME_START] : [name, name.replace(/s$/, '')].map(startCalled);
  const since = lexicon.scopes.find(({ scope }) => called.includes(scope.id))?.scope.since;
  return since === undefined ? undefined : { date: since, at: [owner, ...rest.map(({ place }) => place)] };

  function startCalled(whose: string): string | undefined {
    return sinceScope(lexicon.read(`since ${whose}`), new Set(), lexicon)?.id;
  }
}

/** The day that the words name as a beginning, with the places of the words that do; undefined where a date says it. */
function startOf(
  words: readonly Placed[],
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
): { date: IsoDate; at: number[] } | undefined {
  if (words.some(({ place }) => taken.has(place))) return undefined;
  const sinceOf = (wanted: string | undefined) =>
    lexicon.scopes.find(({ scope }) => scope.id === wanted)?.scope.since;
  const scheme = sinceOf(SCHEME_START);
  if (scheme && words.every(({ folded }) => SCHEME.test(folded)))
    return { date: scheme, at: words.map(({ place }) => place) };
  const isLed = LED.test(words[0]?.folded ?? '');
  const own = isLed ? words.slice(1) : words;
  const named = lexicon.read(['since', ...own.map(({ folded }) => folded)].join(' '));
  const lead = isLed ? words.slice(0, 1).map(({ place }) => place) : [];
  const placesOf = (indexes: Iterable<number>) => [
    ...lead,
    ...[...indexes].flatMap((index) => own[index - 1]?.place ?? []),
  ];
  const scope = sinceScope(named, new Set(), lexicon);
  const since = sinceOf(scope?.id);
  if (scope && since) return { date: since, at: placesOf(scope.at) };
  const { times, at } = eventTimes(named, new Set(), lexicon);
  return times[0] && { date: times[0].from, at: placesOf(at) };
}

/** How long ago something happened, and how long the scheme lasted. */
import { daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { Event } from '../knowledge/schema.js';
import { formatAge, formatPeriod } from '../language/format.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { eventNamed, eventOf, SCHEME_EVENTS } from './event-of.js';
import { eventText } from './wording.js';

const LENGTH =
  '(?:how long|(?:for )?how many (?:days|weeks|months|years)|number of (?:days|weeks|months)|combien de (?:temps|jours|semaines|mois))';

/** "How long ago was …", "how many days has it been since …", "ça fait combien de temps que …". */
const SINCE_THEN: readonly RegExp[] = [
  /\bhow (?:long|many (?:days|weeks|months|years)) ago (?:was|were|did|is|has|had) (?<what>.+)/i,
  new RegExp(
    `\\b${LENGTH}(?: (?:has it been|is it|it['’]?s been|been|have (?:passed|gone by)|has passed|gone by|passed|now))* since (?<what>.+)`,
    'i',
  ),
  new RegExp(`\\b${LENGTH}(?: (?:se sont écoulés|sont passés))? depuis (?<what>.+)`, 'i'),
  /(?<!\p{L})(?:ça fait|cela fait|il y a) combien de (?:temps|jours|semaines|mois)(?: que)? (?<what>.+)/iu,
];

/** "How long did the pilot last", "how many months was the deal in force". */
const LASTED = new RegExp(
  `(?<!\\w)${LENGTH}(?!\\w)[^?]*(?<!\\w)(?:last|lasted|lasts|run|ran|running|go on|gone on|going on|been going|went on|in force|in effect|in operation|operate[ds]?|operating|active|survive[ds]?|around|alive|exist\\w*|keep going|kept going|duré|durée|dura|tenu|vécu|existé|en vigueur|fonctionné)(?![\\p{L}])`,
  'iu',
);
const SCHEME =
  /(?<!\w)(?:scheme|pilot|deal|treaty|agreement|arrangement|one in,? one out|accord|dispositif|trait[ée]|projet pilote)(?![\p{L}])/iu;
/** What was meant to be is told, and not counted. */
const PLANNED =
  /\b(?:meant|supposed|due|planned|intended|expected|was to|were to|will|should|originally|initially|prévu\w*|devait|doit)\b/i;
/** Words that only say that it lasted. */
const LASTING =
  /^(?:length|temp|last|run|forc|in-force|scheme|treaty|finish|begin|oper|activ|going|ongoing|surviv|exist|function|fonction|vecu|tenu|single-day|dur\w*)$/;

/** The last of many such things, which no entry is known to be. */
const ANYBODY = /(?<!\w)(?:any\p{L}*|some\p{L}*|a|an|people|un|une|quelqu\p{L}*)(?!\w)/iu;

/** The days from an event to today, or those of the scheme; undefined where neither is asked for. */
export function answerElapsed(context: Context): PartAnswer | undefined {
  const { part, horizon } = context;
  if (lasted(context)) {
    const { inForce, ended } = SCHEME_EVENTS;
    const [first, last] = [inForce, ended].map((name) => eventNamed(name, context));
    return first && between([first, ...(last ? [last] : [])], last?.date ?? horizon, context);
  }
  const what = SINCE_THEN.map((pattern) => pattern.exec(part.text)?.groups?.what).find(Boolean);
  if (what === undefined || ANYBODY.test(what)) return undefined;
  const event = eventNamed(what, context) ?? eventOf(what, context);
  return event && between([event], horizon, context);
}

function lasted({ part }: Context): boolean {
  return (
    LASTED.test(part.text) &&
    SCHEME.test(part.text) &&
    !PLANNED.test(part.text) &&
    part.people.length + part.times.length === 0 &&
    part.tokens.every((token) => LASTING.test(token))
  );
}

function between(events: readonly Event[], to: IsoDate, context: Context): PartAnswer | undefined {
  const { words, query, used } = context;
  const [first] = events;
  if (!first || first.date >= to) return undefined;
  const days = daysBetween(first.date, to);
  used.derived.push({ expression: words.days(days), value: days, inputs: events.map(({ id }) => id) });
  const lines = events.map((event) => eventText(event, context));
  const said = `${words.days(days)} (${formatAge(days, query.language)})`;
  const counted = events.some(({ precision }) => precision !== 'day') ? words.about(said) : said;
  return answered([`${counted}, ${words.during(formatPeriod(first.date, to, query.language))}.`, ...lines]);
}

/** Who held an office that changed hands ("who was home secretary when the treaty was signed"). */

import type { IsoDate } from '../knowledge/calendar.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Event, Person } from '../knowledge/schema.js';
import { bare, fold } from '../knowledge/words.js';
import { surfaceOf } from '../questions/part-words.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { eventNamed, eventOf } from './event-of.js';
import { officeNames, ownNames } from './office-names.js';
import { contentTokens } from './weights.js';
import { roleLine } from './who-is.js';
import { eventText } from './wording.js';

const ASKS_HOLDER =
  /(?<!\w)(?:who (?:was|were|is|ran|runs|led|leads|headed|heads)|who['’]?s|name (?:of )?the|which \p{L}+ was|qui (?:était|etait|est|dirige))(?!\p{L})|c['’]?est qui/iu;
/** What begins the part that says when. */
const MOMENT =
  /\b(?:when|at the time (?:of|that)?|the day|while|as|once|during|by the time|quand|lorsque?|au moment (?:où|de))\s+(?<moment>[^,;?]+)/i;

/** Who holds it now, where no time is told. */
const ASKS_NOW =
  /(?<!\w)who(?:['’]?s| is| runs| leads| heads)(?!\w)|(?<!\p{L})qui (?:est|dirige)(?!\p{L})|c['’]?est qui/iu;

type Stretch = { from: IsoDate; to: IsoDate; event: Event | undefined };

/** The holders at the time or event that the question names; undefined where it asks for no office or no time. */
export function answerOfficeHolder(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const [id] = part.people;
  const office = id === undefined ? undefined : knowledge.person(id)?.office;
  const next = (office ? neighbour(context) : undefined) ?? edgeOf(context);
  if (next) return next;
  if (!id || !office || !ASKS_HOLDER.test(part.text) || !namesOffice(id, context)) return undefined;
  const { horizon } = context;
  const stretch =
    stretchOf(context) ??
    (ASKS_NOW.test(part.text) && !part.leans ? { from: horizon, to: horizon, event: undefined } : undefined);
  if (!stretch) return undefined;
  const holders = knowledge
    .people()
    .filter((person) => person.office?.id === office.id && held(person, stretch));
  const lines = holders.flatMap((person) => roleLine(person, context) ?? []);
  if (lines.length === 0) return undefined;
  return answered(stretch.event ? [...lines, eventText(stretch.event, context)] : lines);
}

/** True where the question says the office ("the home secretary") and not the holder's own name. */
function namesOffice(id: string, { part, knowledge }: Context): boolean {
  const typed = fold(surfaceOf(personToken(id), part) ?? '').split(/\W+/);
  const own = fold(knowledge.person(id)?.names.en[0] ?? '').split(/\W+/);
  return typed.some(Boolean) && !typed.some((word) => own.includes(word));
}

/** The time or the event at which an office was held, as the question names it. */
export function stretchOf(context: Context): Stretch | undefined {
  const { part } = context;
  const [time] = part.times;
  if (time) return { from: time.from, to: time.to, event: undefined };
  const phrase = MOMENT.exec(part.text)?.groups?.moment;
  if (phrase === undefined) return undefined;
  const event = eventNamed(phrase, context) ?? eventOf(phrase, context);
  return event && { from: event.date, to: event.date, event };
}

function held({ office }: Person, { from, to }: Stretch): boolean {
  return (office?.from ?? from) <= to && (office?.to === undefined || from < office.to);
}

const AFTER =
  /(?<!\w)who (?:replaced|succeeded|followed|came after|took over (?:from|after)|was next after)(?!\w)|(?<!\w)who (?:replaces|succeeds|takes over (?:from|after))(?!\w)|(?<!\w)qui (?:a (?:remplacé|succédé|pris la suite)|remplace|succède|lui (?:a )?succéd[ée])(?!\p{L})/iu;
const BEFORE =
  /(?<!\w)who did \p{L}+(?: \p{L}+)? (?:replace|succeed|follow|take over from)(?!\w)|(?<!\w)who (?:came|was|held it) before(?!\w)/iu;

const EDGE =
  /(?<!\w)(?:when|since when|how long|depuis combien de temps|what (?:day|date|month)|until when|quand|depuis quand)(?!\w).*(?<!\w)(?:stop\w*|ceas\w*|leave|left|quit|becom\w*|became|resign\w*|appointed|take office|took office|start\w*|begin|began|has been|been|is|was|devenue?|cessé|quitté|nommée?)(?!\p{L})/iu;
/** What may be said of taking or leaving a post that is not named. */
const OF_A_POST = /^(?:leave|quit|resign|becom|devenu|nomm|appoint|courtesy-government|minist|post|job)$/;

/** "When did Cooper stop being home secretary": the roles, which say until when; undefined where that is not asked. */
function edgeOf(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  if (!(part.focus === 'when' || part.operation === 'duration') || !EDGE.test(part.text)) return undefined;
  const said = ` ${bare(part.text)} `;
  const says = (names: readonly string[]) => names.some((name) => said.includes(` ${name} `));
  const people = part.people
    .flatMap((id) => knowledge.person(id) ?? [])
    .filter(({ kind, absent }) => kind === 'person' && !absent);
  const [person, ...others] = people.filter((one) => says(ownNames(one)));
  if (!person || others.length > 0) return undefined;
  const rest = contentTokens(part);
  const asksPost = rest.length > 0 && rest.every((token) => OF_A_POST.test(token));
  if (!person.office) return asksPost && part.metrics.length === 0 ? unknown(words.nothingAtAll) : undefined;
  const saysOffice = people.some((one) => says(officeNames(one)) || namesOffice(one.id, context));
  if (!saysOffice && !asksPost) return undefined;
  const { id, from, to } = person.office;
  const told = knowledge
    .events()
    .find(({ date, people: ofEvent }) => (date === from || date === to) && ofEvent.includes(person.id));
  if (told && part.focus === 'when') return answered([eventText(told, context)]);
  // Since when somebody holds an office is told by until when another did, where their own role says no day.
  const before =
    from !== undefined && !/\d{4}/.test(person.role.en)
      ? knowledge.people().find(({ office }) => office?.id === id && office.to === from)
      : undefined;
  const lines = [...(before ? [before] : []), person].flatMap((one) => roleLine(one, context) ?? []);
  return lines.length === 0 ? undefined : answered(lines);
}

/** "Who replaced Cooper": who held the same office next, or before; undefined where that is not asked. */
function neighbour(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const after = AFTER.test(part.text);
  if (!after && !BEFORE.test(part.text)) return undefined;
  // Whose own name is said, and not the office alone.
  const named = part.people
    .filter((id) => !namesOffice(id, context))
    .map((id) => knowledge.person(id)?.office);
  const [office] = named.filter((held) => held !== undefined);
  const edge = after ? office?.to : office?.from;
  if (!office || edge === undefined) return undefined;
  const holder = knowledge
    .people()
    .find(
      (person) => person.office?.id === office.id && (after ? person.office.from : person.office.to) === edge,
    );
  const line = holder && roleLine(holder, context);
  return line === undefined ? undefined : answered([line]);
}

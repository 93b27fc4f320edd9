/** "Is Mahmood still home secretary": whether somebody holds an office, told by who held it when. */
import { bare } from '../knowledge/words.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { stretchOf } from './office-holder.js';
import { officeNames, ownNames } from './office-names.js';
import { contentTokens } from './weights.js';
import { roleLine } from './who-is.js';
import { eventText, nameOf } from './wording.js';

/** Who holds the office that a yes-or-no question gives to somebody, and that somebody's own; undefined where it gives none. */
export function answerStillInOffice(context: Context): PartAnswer | undefined {
  const { part, knowledge, horizon } = context;
  if (part.focus !== 'yes-no' || part.people.length === 0 || part.metrics.length > 0) return undefined;
  if (contentTokens(part).some((token) => !part.scene.includes(token))) return undefined;
  const said = ` ${bare(part.text).replace(/\bshadow (?=home secretary\b)/u, 'shadow')} `;
  const holders = knowledge.people().filter(({ office }) => office !== undefined);
  const office = holders.find((person) =>
    officeNames(person).some((name) => said.includes(` ${name} `)),
  )?.office;
  const named = part.people
    .flatMap((id) => knowledge.person(id) ?? [])
    .filter((person) => ownNames(person).some((name) => said.includes(` ${name} `)));
  if (!office) {
    // "Is Philp still shadow home secretary": no office that changed hands here, and his by what is known of him.
    const [only, ...others] = named;
    const isRole = only && officeNames(only).some((name) => ` ${bare(part.text)} `.includes(` ${name} `));
    const line =
      isRole && others.length === 0 && part.people.length === 1 ? roleLine(only, context) : undefined;
    return line === undefined ? undefined : answered([line]);
  }
  if (named.length === 0) return undefined;
  const day = stretchOf(context)?.to ?? horizon;
  const holder = holders.find(
    (person) =>
      person.office?.id === office.id &&
      (person.office.from ?? day) <= day &&
      (person.office.to === undefined || day < person.office.to),
  );
  const people = [...new Set([...(holder ? [holder] : []), ...named])];
  const lines = people.flatMap((person) => roleLine(person, context) ?? []);
  if (lines.length === 0) return undefined;
  const wrong = named.filter(({ absent }) => absent === true).map(({ id }) => nameOf(id, context));
  if (holder && wrong.length > 0)
    return answered(lines, [context.words.namesInstead(nameOf(holder.id, context), wrong.join(', '))]);
  const last = knowledge
    .events()
    .filter(({ people: ofEvent, date }) => date <= horizon && named.some(({ id }) => ofEvent.includes(id)))
    .sort((a, b) => b.date.localeCompare(a.date))[0];
  return answered(last ? [...lines, eventText(last, context)] : lines);
}

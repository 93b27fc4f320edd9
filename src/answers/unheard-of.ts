/** What a question takes for granted of one of the returned people, and no source says ("why was he let go free?"). */
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { findEntries } from './find.js';
import { contentTokens, isUnheard } from './weights.js';

/** So many events of the person are told instead. */
const SHOWN = 2;

/** What is known of that person, said to be so; undefined where nothing of the question is unheard of. */
export function answerUnheardOf(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const [person, ...others] = part.people.filter((id) => knowledge.person(id)?.ordinal !== undefined);
  if (part.focus !== 'why' || person === undefined || others.length > 0) return undefined;
  const unheard = contentTokens(part).filter((token) => isUnheard(token, context));
  if (unheard.length === 0) return undefined;
  const rest = {
    ...part,
    tokens: part.tokens.filter((token) => !unheard.includes(token)),
    narrowing: [],
    asked: [],
  };
  const events = findEntries(rest, { ...context, part: rest }).filter(
    ({ entry }) => entry.kind === 'event' && entry.body.people.includes(person),
  );
  if (events.length === 0) return undefined;
  const lines = events.slice(0, SHOWN).flatMap(({ entry }) => linesOf(entry, context));
  return answered(lines, [words.notSaidOf]);
}

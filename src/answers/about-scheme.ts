/** "What is one in, one out", "whats the latest on the deal": the scheme itself is asked about, and nothing more. */
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { linesOf } from './entry-lines.js';

/** Said of the scheme as a whole; nothing else may be named. */
const WHOLE = new Set(['scheme', 'uk', 'france', 'how-it-works', 'what-happens', 'ongoing']);
/** Topics whose essentials answer, by what of the scheme is asked. */
const SCHEME = 'scheme';
const ITS_STATE = 'end-of-scheme';

const ASKS_STATE =
  /\b(?:latest|news|newest|update|status|stand|stands|happen(?:ed|ing)|going on|becom\w*|became|next|future|now|actualit\w*|nouvelles|devenu\w*|se passe|où en)(?![\p{L}])/iu;
/** Words with which people ask what a thing is; any other asks something of it. */
const PLAIN = new Set(
  `what whats wat wats wots wot is was are s this that it its a an about of all exactly actually even really again me us you u i im
  we my can could would please pls plz explain explains describe tell give more something anything do does did mean means
  meaning how work works working thing idea in into under happens happen simple simply plain terms words english short brief briefly quick
  quickly summary summarise summarize overview gist basics eli5 dont don t know understand get to hey hi hello ok so and
  just new on info information definition define lol then the one two called name for like five c est quoi qu ce que le la
  l les un une du de des ce cet cette ces en moi comment ca marche fonctionne explique expliquez resume resumez consiste sert dis`.split(
    /\s+/,
  ),
);

/** The essentials of the topic; unknown where the words ask something else of the scheme; undefined where more is named. */
export function answerAboutScheme(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const { tokens, metrics, people, times, quoted, numbers, sources } = part;
  const named =
    metrics.length + people.length + times.length + quoted.length + numbers.length + sources.length;
  if (named > 0 || part.leans || tokens.some((token) => !WHOLE.has(token))) return undefined;
  if (!tokens.includes('scheme') || !/^(?:what|none|how|who|why|where)$/.test(part.focus)) return undefined;
  if (part.focus === 'who' && part.saidBy) return undefined;
  const topic = ASKS_STATE.test(part.text) ? ITS_STATE : isPlain(context) ? SCHEME : undefined;
  const essentials = knowledge.topics().find(({ id }) => id === topic)?.essentials ?? [];
  const lines = essentials.flatMap((id) => {
    const entry = knowledge.entry(id);
    return entry ? linesOf(entry, context) : [];
  });
  return lines.length > 0 ? answered(lines) : unknown(words.nothingAtAll);
}

/** True where beside the scheme's own names only words stand that ask what it is. */
function isPlain({ part, lexicon }: Context): boolean {
  const { words, units } = lexicon.read(part.text);
  const own = new Set(units.flatMap(({ token, at }) => (WHOLE.has(token) ? at : [])));
  return words.every(({ folded }, index) => own.has(index) || PLAIN.has(folded));
}

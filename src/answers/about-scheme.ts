/** "What is one in, one out", "whats the latest on the deal": the scheme itself is asked about, and nothing more. */
import type { Part } from '../questions/query.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { linesOf } from './entry-lines.js';
import { eventNamed, SCHEME_EVENTS } from './event-of.js';
import { eventText } from './wording.js';

/** Said of the scheme as a whole; nothing else may be named. */
const WHOLE = new Set(['scheme', 'uk', 'france', 'how-it-works', 'what-happens', 'ongoing']);
/** Topics whose essentials answer, by what of the scheme is asked. */
const SCHEME = 'scheme';
const ITS_STATE = 'end-of-scheme';
const ITS_AIMS = 'government-defence';
const ITS_CRITICS = 'criticism';

const ASKS_STATE =
  /(?<!\w)(?:latest|news|newest|update|status|stand|stands|happen(?:ed|ing)|going on|becom\w*|became|next|future|now|still|exist\w*|alive|active|toujours|encore|actualit\w*|nouvelles|devenu\w*|se passe|où en)(?![\p{L}])/iu;

/** The essentials of the topic; unknown where the words ask something else of the scheme; undefined where more is named. */
export function answerAboutScheme(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const { tokens, metrics, people, times, quoted, numbers, sources, focus } = part;
  if (!tokens.includes('scheme')) return undefined;
  const facet = facetAsked(part);
  const isWhole = tokens.every((token) => WHOLE.has(token) || facet?.tokens.has(token) === true);
  const dated =
    focus === 'when' && times.every(({ granularity }) => granularity === 'year') ? 0 : times.length;
  const named = people.length + dated + quoted.length + numbers.length + sources.length;
  if (named > 0 || !isWhole) return undefined;
  if (focus === 'when') return itsDates(context);
  if (!/^(?:what|none|how|who|why|where|yes-no)$/.test(focus) || (focus === 'who' && part.saidBy))
    return undefined;
  // "The aim of the scheme" is no number of returns a week.
  if (metrics.some(({ id }) => facet === undefined || knowledge.metric(id)?.kind !== 'target'))
    return undefined;
  const topic =
    facet?.topic ?? (ASKS_STATE.test(part.text) ? ITS_STATE : asksWhat(context) ? SCHEME : undefined);
  const essentials = knowledge.topics().find(({ id }) => id === topic)?.essentials ?? [];
  const lines = essentials.flatMap((id) => {
    const entry = knowledge.entry(id);
    return entry ? linesOf(entry, context) : [];
  });
  return lines.length > 0 ? answered(lines) : unknown(words.nothingAtAll);
}

/** "When was the deal": how it came about, by its dates. */
function itsDates(context: Context): PartAnswer | undefined {
  const { announced, signed, inForce } = SCHEME_EVENTS;
  const events = [announced, signed, inForce].flatMap((name) => eventNamed(name, context) ?? []);
  return events.length > 0 ? answered(events.map((event) => eventText(event, context))) : undefined;
}

type Facet = { topic: string; asked: RegExp; tokens: ReadonlySet<string> };

const FACETS: readonly Facet[] = [
  {
    topic: ITS_AIMS,
    asked:
      /\b(?:purpose|aims?|aimed at|goals?|objectives?|point of|idea behind|reasons? (?:for|behind)|rationale|objectif|(?:le|quel|son|pour) but|but (?:de|du|d['’])|raison d['’]être)\b/i,
    tokens: new Set(['target', 'reason']),
  },
  {
    topic: ITS_CRITICS,
    asked:
      /(?<!\w)(?:critici[sz]\w*|critiqu\w*|(?:wrong|problems?|issues?|flaws?) with|downsides?|drawbacks?|disadvantages?|reproch\w*|défauts?)(?![\p{L}])/iu,
    tokens: new Set(['criticise', 'problem', 'flaw', 'downside']),
  },
];

/** What of the scheme is asked for; a bare "why" asks for its aims. */
function facetAsked({ text, focus, tokens }: Part): Facet | undefined {
  const facet = FACETS.find(({ asked }) => asked.test(text));
  const asksAims = focus === 'why' && tokens.every((token) => WHOLE.has(token));
  return facet ?? (asksAims ? FACETS.find(({ topic }) => topic === ITS_AIMS) : undefined);
}

/** "Is it one for one exactly": what kind of exchange it is. */
const SWAPS =
  /\b(?:(?:one|1)[- ](?:for|to)[- ](?:one|1)|one (?:out|in) ?= ?one (?:in|out)|swaps?|exchange)\b/i;

/** True where beside the scheme's own names only words stand that ask what it is. */
function asksWhat(context: Context): boolean {
  return context.part.focus === 'yes-no' ? SWAPS.test(context.part.text) : isPlain(context);
}

function isPlain({ part, lexicon }: Context): boolean {
  const { words, units } = lexicon.read(part.text);
  const own = new Set(units.flatMap(({ token, at }) => (WHOLE.has(token) ? at : [])));
  return words.every(({ folded }, index) => own.has(index) || lexicon.lists.has('asking-what', folded));
}

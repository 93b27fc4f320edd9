/** From the words of a question to a Query. Nothing here knows a figure; the lexicon is passed in. */
import type { Lexicon } from '../knowledge/lexicon.js';
import { metricNamed } from '../knowledge/metric-names.js';
import { remembering } from '../knowledge/remembering.js';
import { ofAmount } from './amount-followed.js';
import { withoutAsides } from './asides.js';
import type { Circumstances } from './circumstances.js';
import { type Clause, clausesOf } from './clauses.js';
import { cleanQuestion } from './clean.js';
import { withDisputes } from './disputes.js';
import { speaksOfDoors } from './doors.js';
import { withHearsayAsked } from './hearsay.js';
import { languageOf } from './language.js';
import { unrestricted, withLeadOf } from './lean.js';
import { leanOnEach } from './of-each-before.js';
import { readPart } from './part.js';
import { bothTotals } from './part-metrics.js';
import { withPlaces } from './places-told.js';
import type { AskedMetric, Part, Query } from './query.js';
import { namesMetric, settleAsking } from './settled-asking.js';
import { spelt } from './spelt.js';

/** So many asking clauses are read; people who paste more get the first ones answered. */
const PARTS_LIMIT = 4;
/** Clauses of one question whose asides are known: each is looked at more than once. */
const OWN_WORDS = 50;
/** Clauses this many sentences away still give context. */
const NEIGHBOURS = 3;

/** Reads a question (any text) as a Query; never throws. */
export function understand(raw: string, circumstances: Circumstances): Query {
  const { lexicon } = circumstances;
  const text = withHearsayAsked(spelt(cleanQuestion(raw), lexicon));
  const language = languageOf(text, circumstances.previous?.language ?? circumstances.language ?? 'en');
  const ownWords = remembering(OWN_WORDS, (told: string) => withoutAsides(told, lexicon));
  const clauses = speaksOfDoors(text)
    ? []
    : withPlaces(withDisputes(settleAsking(clausesOf(text, ownWords), lexicon)), lexicon);
  const asking = clauses.filter((clause) => clause.asks).slice(0, PARTS_LIMIT);
  const parts: Part[] = [];
  for (const clause of asking) {
    const around = clauses
      .filter((other) => other !== clause && Math.abs(other.sentence - clause.sentence) <= NEIGHBOURS)
      .slice(0, 2 * NEIGHBOURS);
    const bare = { ...clause, text: ownWords(clause.text) };
    const alone = readPart(bare, around, circumstances);
    const sibling = clause.sentence === asking[parts.length - 1]?.sentence ? parts.at(-1) : undefined;
    const part = sibling ? withLeadOf(sibling, alone) : alone;
    const told = toldBefore(clause, clauses, lexicon);
    const asked = parts.length > 0 ? parts : (circumstances.previous?.parts ?? []);
    const leantOn = parts.length === 0 && told ? subjectsFor(part, told, circumstances) : asked;
    const before = leantOn.at(-1);
    if (before && isItsAmount(before, part, lexicon)) {
      parts.push({ ...unrestricted(before), text: part.text, focus: 'quantity', operation: 'value' });
      continue;
    }
    const ofSum = before && ofAmount(before, part, lexicon);
    if (ofSum) {
      parts.push(ofSum);
      continue;
    }
    const leant = leanOnEach(leantOn, part, parts.length > 0 || told !== undefined, circumstances);
    parts.push(...leant.map((one) => withOtherTotal(turned(one, before, lexicon), lexicon)));
  }
  if (
    asking.length > 0 &&
    parts.every(({ tokens, metrics }) => tokens.length === 0 && metrics.length === 0)
  ) {
    // "People landed from New Year to March. Could you fill that in?": what is asked for was told before.
    const subject = clauses
      .filter(({ asks }) => !asks)
      .map((clause) =>
        readPart(clause, clauses.filter((other) => other !== clause).slice(0, NEIGHBOURS), circumstances),
      )
      .findLast(({ metrics }) => (metrics[0]?.strength ?? 0) > 0);
    if (subject) parts.splice(0, parts.length, { ...unrestricted(subject), focus: 'quantity' });
  }
  return {
    language,
    parts: parts.some(hasSubstance) ? parts.filter(hasSubstance) : parts.slice(0, 1),
    today: circumstances.today,
    notAfter: circumstances.notAfter,
  };
}

/** What was told, unless it names nothing that is counted, nobody and no time, and the question names somebody. */
function subjectsFor(part: Part, told: Clause, circumstances: Circumstances): Part[] {
  const subject = unrestricted(readPart(told, [], circumstances));
  const isIdle = subject.metrics.length + subject.people.length + subject.times.length === 0;
  return isIdle && part.people.length > 0 ? [] : [subject];
}

/** What was told before a clause that asks: the last sentence, or the one before if the last tells nothing. */
function toldBefore(clause: Clause, clauses: readonly Clause[], lexicon: Lexicon): Clause | undefined {
  const before = (distance: number) =>
    clauses.find(({ asks, sentence }) => !asks && sentence === clause.sentence - distance);
  const last = before(1);
  if (!last || tellsSomething(last.text, lexicon)) return last;
  const earlier = before(2);
  return earlier && namesMetric(earlier.text, lexicon) ? earlier : last;
}

function tellsSomething(text: string, lexicon: Lexicon): boolean {
  return lexicon
    .read(text)
    .units.some((unit) => /^(?:term|person|source|number)$/.test(unit.kind) && !unit.generic);
}

/** "They agreed an interim payment. How many million was it?": the amount that was spoken of. */
function isItsAmount(before: Part, part: Part, lexicon: Lexicon): boolean {
  const unit = metricNamed(before.metrics[0]?.id, lexicon)?.metric.unit.en ?? '';
  const asksAmount =
    part.focus === 'quantity' && part.metrics.length === 0 && part.times.every(({ at }) => at.length === 0);
  const names = part.tokens.length > 0 && part.tokens.every((token) => token === 'cost');
  return /^(?:pounds|euros)\b/.test(unit) && asksAmount && names && /\b(?:it|that|this)\b/i.test(part.text);
}

/** "So what's the difference?", asked after one of the two totals: the other one is what it is held against. */
function withOtherTotal(part: Part, lexicon: Lexicon): Part {
  if (part.operation !== 'difference' || part.times.length > 1 || part.numbers.length > 0) return part;
  return otherTotalOf(part, lexicon) ? { ...part, metrics: bothTotals(lexicon) } : part;
}

/** Of a part that leans on the one before and counts only one of the two totals: the other. */
function otherTotalOf({ metrics: [only, ...more], leans }: Part, lexicon: Lexicon): AskedMetric | undefined {
  const totals = bothTotals(lexicon);
  const isTotal = more.length === 0 && totals.some(({ id }) => id === only?.id);
  return leans && isTotal ? totals.find(({ id }) => id !== only?.id) : undefined;
}

const OTHER_WAY =
  /\b(?:the )?(?:other way(?: round| around)?|opposite (?:way|direction)|other direction|in reverse|dans l['’]autre sens|l['’]inverse|en sens inverse)\W*$/i;

const BOTH_WAYS = /\b(?:both|les deux)\b/i;

/** "And the other way?", after one of the two totals: the other one; "both in May?": the two of them. */
function turned(part: Part, before: Part | undefined, lexicon: Lexicon): Part {
  // It may have been read as the opposite already.
  if (part.metrics[0]?.id !== before?.metrics[0]?.id) return part;
  const asksBoth = BOTH_WAYS.test(part.text);
  if (!asksBoth && !OTHER_WAY.test(part.text)) return part;
  const other = otherTotalOf(part, lexicon);
  if (other && asksBoth) return { ...part, metrics: bothTotals(lexicon), operation: 'compare-metrics' };
  return other ? { ...part, metrics: [other], tokens: [] } : part;
}

function hasSubstance(part: Part): boolean {
  return part.tokens.length > 0 || part.metrics.length > 0 || part.times.length > 0;
}

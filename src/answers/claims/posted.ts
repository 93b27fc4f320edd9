/** A check as anybody may read it: the numbers that were claimed and what the sources say, without the message's words. */
import type { Event, Figure } from '../../knowledge/schema.js';
import { checkCatalogueOf } from '../../language/check-catalogue.js';
import { VERDICT_MARKS } from '../../language/check-sentences.js';
import { formatDate, formatMonth, formatNumber, type LanguageCode } from '../../language/format.js';
import type { Query } from '../../questions/query.js';
import type { Answer } from '../answer.js';
import { answerOf } from '../answer-of.js';
import { answered, type Context, contextFor, type Desk } from '../context.js';
import { plainPart } from '../plain-part.js';
import { labelWithin } from '../wording.js';
import type { PlainClaim } from './plain-claim.js';
import { reasonOf } from './reasons.js';

/** A line that says what it is, then one a claim; figures that are gone since are left out. */
export function answerCheck(claims: readonly PlainClaim[], query: Query, desk: Desk): Answer {
  const context = contextFor(desk, query, query.parts[0] ?? plainPart({}));
  const words = checkCatalogueOf(query.language);
  const lines = claims.map((claim) => {
    const reason = reasonOf(judgedOf(claim, context), [], context);
    const said = words.line(claimedText(claim, context), words.verdicts[claim.verdict], reason);
    return `${VERDICT_MARKS[claim.verdict]} ${said}`;
  });
  return answerOf(answered([words.posted, ...lines]), context);
}

function eventOf(id: string, knowledge: Context['knowledge']): Event[] {
  const entry = knowledge.entry(id);
  return entry?.kind === 'event' ? [entry.body] : [];
}

function judgedOf({ verdict, figures, older, derived, events }: PlainClaim, { knowledge, used }: Context) {
  const read = (ids: readonly string[]): Figure[] => ids.flatMap((id) => knowledge.figure(id) ?? []);
  const judged = {
    verdict,
    figures: read(figures),
    older: read(older),
    derived,
    events: events.flatMap((id) => eventOf(id, knowledge)),
  };
  for (const figure of [...judged.figures, ...judged.older]) used.figures.add(figure);
  used.derived.push(...derived);
  return judged;
}

/** "18 September 2025", "December 2025", "2025". */
function claimedDate({ value, high }: PlainClaim['stated'], language: LanguageCode): string {
  const day = (digits: number) => String(digits).replace(/^(....)(..)(..)$/, '$1-$2-$3');
  const [from, to] = [day(value), day(high)];
  if (from === to) return formatDate(from, language);
  if (from.slice(0, 7) === to.slice(0, 7)) return formatMonth(from, language);
  return from.slice(0, 4) === to.slice(0, 4)
    ? from.slice(0, 4)
    : `${formatDate(from, language)} – ${formatDate(to, language)}`;
}

/** "more than 500 (people returned to France)". */
function claimedText({ stated, metric }: PlainClaim, context: Context): string {
  const { words, query, knowledge } = context;
  const { kind, manner, value, high } = stated;
  if (kind === 'date') return claimedDate(stated, query.language);
  const number = (one: number) => formatNumber(one, query.language, kind === 'percent' ? 1 : 2);
  const plain =
    manner === 'between'
      ? words.between(number(value), number(high))
      : words.qualified(number(value), manner);
  const unit = kind === 'percent' ? ' %' : kind === 'times' ? ' ×' : '';
  const known = metric === null ? undefined : knowledge.metric(metric);
  return known ? `${plain}${unit} (${labelWithin(known, context)})` : `${plain}${unit}`;
}

/** Which clauses ask where none does so plainly: those that name something that is counted. */
import type { Lexicon } from '../knowledge/lexicon.js';
import { numberOf } from '../knowledge/number-units.js';
import { wantingEnd } from './asking-words.js';
import { askingOffset, type Clause } from './clauses.js';
import { metricsAsked } from './metrics.js';

/** What leads up to a colon has at least so many words; fewer are a label ("Returns: May 2026"). */
const WORDS_BEFORE_COLON = 5;

/**
 * The clauses with those marked that ask. Where a clause asks plainly nothing changes; in a text without any
 * question the clauses that name a metric are taken to ask, and of them those that state no number themselves.
 */
export function settleAsking(clauses: readonly Clause[], lexicon: Lexicon): readonly Clause[] {
  if (clauses.some((clause) => clause.plainly)) return clauses;
  const pieces = clauses.flatMap((clause) =>
    splitAtColon(clause, lexicon).map((piece) => wantedOf(piece, lexicon)),
  );
  const named = pieces.filter(({ text }) => namesMetric(text, lexicon));
  if (named.length === 0) return clauses;
  const open = named.filter(({ text }) => !statesNumber(text, lexicon));
  const asking = open.length > 0 ? open : named;
  return pieces.map((clause) => ({ ...clause, asks: asking.includes(clause) }));
}

/** True if the text names something that is counted here. */
export function namesMetric(text: string, lexicon: Lexicon): boolean {
  const { units } = lexicon.read(text);
  return metricsAsked(units, new Set(), lexicon).some(({ strength }) => strength > 0);
}

/** "One page got tea on it, I have a blank here: people landed by small boat". */
function splitAtColon(clause: Clause, lexicon: Lexicon): Clause[] {
  const match = /:\s+(?=\S+\s+\S+)/u.exec(clause.text);
  if (!match) return [clause];
  const lead = clause.text.slice(0, match.index);
  const rest = clause.text.slice(match.index + match[0].length);
  const leadsUp = lead.split(/\s+/).filter(Boolean).length >= WORDS_BEFORE_COLON;
  if (!leadsUp || !namesMetric(rest, lexicon)) return [clause];
  return [
    { ...clause, text: lead },
    { ...clause, text: rest },
  ];
}

/** "The deadline is near and I lack the record for arrivals": the record for arrivals. */
function wantedOf(clause: Clause, lexicon: Lexicon): Clause {
  if (askingOffset(clause.text) !== undefined) return clause;
  const wanted = clause.text.slice(wantingEnd(clause.text)).trim();
  return wanted !== clause.text && namesMetric(wanted, lexicon) ? { ...clause, text: wanted } : clause;
}

/** A count that the clause states, dates and single figures apart. */
function statesNumber(text: string, lexicon: Lexicon): boolean {
  return lexicon.words(text).some(({ folded }, index, words) => {
    const value = numberOf(folded);
    const isYear = value !== undefined && value >= 1900 && value <= 2100 && Number.isInteger(value);
    return (
      value !== undefined && value > 31 && !isYear && !/^(?:19|20)\d\d$/.test(words[index + 1]?.folded ?? '')
    );
  });
}

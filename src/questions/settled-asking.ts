/** Which clauses ask where none does so plainly: those that name something that is counted. */
import type { Lexicon } from '../knowledge/lexicon.js';
import { numberOf } from '../knowledge/number-units.js';
import { wantingEnd } from './asking-words.js';
import { askingOffset, type Clause } from './clauses.js';
import { metricsAsked } from './metrics.js';

/** What leads up to a colon has at least so many words; fewer are a label ("Returns: May 2026"). */
const WORDS_BEFORE_COLON = 5;

/** From when, or of which year. */
const STARTS = /\b(?:since|depuis|(?:19|20)\d\d)\b/i;

/**
 * The clauses with those marked that ask. Where a clause asks plainly nothing changes; in a text without any
 * question the clauses that name a metric, and state no number themselves, are taken to ask.
 */
export function settleAsking(clauses: readonly Clause[], lexicon: Lexicon): readonly Clause[] {
  if (clauses.some((clause) => clause.plainly)) return clauses;
  const pieces = clauses.flatMap((clause) =>
    splitAtColon(clause, lexicon).map((piece) => wantedOf(piece, lexicon)),
  );
  const asking = pieces.filter(({ text }) => namesMetric(text, lexicon) && !statesNumber(text, lexicon));
  if (asking.length === 0) return clauses;
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
  // "Running total since the election: arrivals and boats": what is counted from is told before the colon.
  if (!leadsUp || STARTS.test(lead) || !namesMetric(rest, lexicon)) return [clause];
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

/** A day of the month is no greater; a greater number that is no year counts something. */
const LAST_DAY = 31;

/** A count that the clause states ("they sent back 5,000", "two men came back"), dates apart. */
function statesNumber(text: string, lexicon: Lexicon): boolean {
  const { words, units } = lexicon.read(text);
  return words.some(({ folded }, index) => {
    const value = numberOf(folded);
    if (value === undefined || (value >= 1900 && value <= 2100)) return false;
    const next = words[index + 1];
    const counts = units.some(
      ({ kind, at }) => kind === 'term' && at.some((place) => place === index || place === index + 1),
    );
    return (value > LAST_DAY && !/^(?:19|20)\d\d$/.test(next?.folded ?? '')) || counts;
  });
}

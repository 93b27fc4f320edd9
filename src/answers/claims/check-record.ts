/** A check as one plain object, for programs: what `check --json` prints. */
import type { Figure } from '../../knowledge/schema.js';
import { isSamePlace } from '../citations.js';
import { figureRecord, sourceRecord } from '../record.js';
import type { Check } from './check.js';

/** The object described in docs/command-line.md. */
export function checkRecord({ claims, citations, language, units }: Check) {
  return {
    claims: claims.map(({ span, verdict, reason, figures, older, derived }) => {
      const all = [...figures, ...older];
      const cited = citations.filter((citation) => all.some((figure) => isSamePlace(citation, figure)));
      const recordOf = (figure: Figure) => figureRecord(figure, units.get(figure.metric) ?? '');
      return {
        span,
        verdict,
        text: reason,
        figures: all.map(recordOf),
        derived,
        sources: cited.map((citation) => sourceRecord(citation, language)),
      };
    }),
  };
}

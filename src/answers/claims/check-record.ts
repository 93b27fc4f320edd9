/** A check as one plain object, for programs: what `check --json` prints. */
import type { Figure } from '../../knowledge/schema.js';
import { isSamePlace } from '../citations.js';
import { eventRecord, figureRecord, sourceRecord } from '../record.js';
import { placesOf } from '../wording.js';
import type { Check } from './check.js';

/** The object described in docs/command-line.md. */
export function checkRecord({ claims, citations, language, units }: Check) {
  return {
    claims: claims.map(({ span, verdict, reason, figures, older, derived, events }) => {
      const all = [...figures, ...older];
      const places = [...all, ...events.flatMap(placesOf)];
      const cited = citations.filter((citation) => places.some((place) => isSamePlace(citation, place)));
      const recordOf = (figure: Figure) => figureRecord(figure, units.get(figure.metric) ?? '');
      return {
        span,
        verdict,
        text: reason,
        figures: all.map(recordOf),
        derived,
        events: events.map(eventRecord),
        sources: cited.map((citation) => sourceRecord(citation, language)),
      };
    }),
  };
}

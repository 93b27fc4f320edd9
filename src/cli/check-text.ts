/** A check as a person reads it in a terminal: a line a claim, then the numbered sources. */
import type { Check } from '../answers/claims/check.js';
import { catalogueOf } from '../language/catalogue.js';
import { checkCatalogueOf } from '../language/check-catalogue.js';
import { sourceLine } from './text.js';

/** Plain text without colours; one line where the message claims nothing. */
export function checkText({ claims, citations, language }: Check): string {
  const words = checkCatalogueOf(language);
  if (claims.length === 0) return words.none;
  const lines = claims.map(({ span, verdict, reason }) =>
    words.line(words.quoted(span), words.verdicts[verdict], reason),
  );
  const sources = citations.map((citation) => sourceLine(citation, language, catalogueOf(language)));
  return [lines, sources]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

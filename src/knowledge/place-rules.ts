import type { RuleContext } from './rule-context.js';

type Place = { source: string; paragraph?: number | undefined; locator?: unknown };

/** Whatever cites a stored text cites a paragraph of it, so that it can be held against the text. */
export function checkPlaces({ data, report }: RuleContext): void {
  const stored = new Map(data.sources.map((source) => [source.id, source.document]));
  const check = (entry: { id: string }, place: Place, field: string) => {
    const document = stored.get(place.source);
    if (document != null && place.paragraph === undefined)
      report(
        entry,
        `cites ${place.source}, whose text is stored (${document}), but ${field} is missing; add it`,
      );
    if (place.paragraph !== undefined && place.locator !== undefined)
      report(
        entry,
        `has both ${field} and \`locator\` for ${place.source}; keep the one that finds the place`,
      );
  };
  for (const entry of [...data.figures, ...data.quotes]) check(entry, entry, '`paragraph`');
  for (const entry of [...data.events, ...data.statements]) {
    check(entry, entry, '`paragraph`');
    for (const place of entry.also ?? []) check(entry, place, '`also.paragraph`');
  }
}

/** Rules over the joined data that no single entry shows: ids, references, places, figures, sums, quotations. */
import type { KnowledgeData } from './entries.js';
import { checkFigures } from './figure-rules.js';
import { checkOutliers } from './outliers.js';
import { checkPlaces } from './place-rules.js';
import type { Problem } from './problems.js';
import { checkReferences } from './reference-rules.js';
import type { RuleContext } from './rule-context.js';
import { checkSums } from './total-rules.js';

const MAX_QUOTE_WORDS = 60;

/** All faults that the rules find. `fileOf` tells the file of an entry. */
export function checkRules(
  data: KnowledgeData,
  fileOf: (entry: object) => string,
  refused: ReadonlySet<string> = new Set(),
): Problem[] {
  const problems: Problem[] = [];
  const report = (entry: { id: string }, message: string) =>
    void problems.push({ file: fileOf(entry), entry: entry.id, message });
  const context = { data, refused, report };
  checkIds(context, fileOf);
  checkReferences(context, fileOf, problems);
  checkPlaces(context);
  checkFigures(context);
  checkSums(context);
  checkOutliers(context);
  checkQuotes(context);
  return problems;
}

function checkIds({ data, report }: RuleContext, fileOf: (entry: object) => string): void {
  const { sources, people, topics, scopes, metrics, figures, quotes, events, statements, synonyms } = data;
  const lists = [sources, people, topics, scopes, metrics, figures, quotes, events, statements, synonyms];
  for (const list of lists) {
    const first = new Map<string, object>();
    for (const entry of list) {
      const other = first.get(entry.id);
      if (other) report(entry, `the id ${entry.id} is taken (${fileOf(other)}); give this entry a new one`);
      else first.set(entry.id, entry);
    }
  }
  const documents = new Map<string, string>();
  for (const source of sources) {
    if (source.document === null) continue;
    const other = documents.get(source.document);
    if (other)
      report(source, `\`document\` ${source.document} belongs to ${other} already; keep one of the two`);
    else documents.set(source.document, source.id);
  }
}

function checkQuotes({ data, report }: RuleContext): void {
  const published = new Map(data.sources.map((source) => [source.id, source.published]));
  for (const quote of data.quotes) {
    const words = quote.text.split(/\s+/).length;
    if (words > MAX_QUOTE_WORDS) {
      report(
        quote,
        `\`text\` has ${words} words; shorten it to ${MAX_QUOTE_WORDS} or split it into two quotes`,
      );
    }
    const date = published.get(quote.source);
    if (quote.saidOn && date && quote.saidOn > date) {
      report(
        quote,
        `\`saidOn\` ${quote.saidOn} is after ${quote.source} was published (${date}); mend one of them`,
      );
    }
  }
}

/** The one table of a page, as text: parsed from HTML, and refused unless it has the form that is expected. */
import { type HTMLElement, parse } from 'node-html-parser';
import { PageChanged } from './page-changed.js';

/** Cells of the body, row by row; each row has as many as there are headers. */
export type TableRows = string[][];

/** The body rows of the only table in `html`; throws PageChanged where there is another number of tables, or other headers. */
export function onlyTable(html: string, headers: readonly string[]): TableRows {
  const tables = parse(html).querySelectorAll('table');
  const [table] = tables;
  if (!table || tables.length > 1) throw new PageChanged(`it has ${tables.length} tables instead of one`);
  const rows = table.querySelectorAll('tr');
  const head = rows.filter((row) => row.closest('thead'));
  const found = head.length === 1 ? textsOf(head[0]) : [];
  if (found.length !== headers.length || headers.some((header, index) => header !== found[index]))
    throw new PageChanged(
      head.length === 0
        ? 'its table has no header row'
        : `the headers of its table are ${found.join(' | ')} instead of ${headers.join(' | ')}`,
    );
  const body = rows.filter((row) => !head.includes(row)).map(textsOf);
  const odd = body.find((cells) => cells.length !== headers.length);
  if (odd) throw new PageChanged(`a row of its table has ${odd.length} cells: ${odd.join(' | ')}`);
  return body;
}

/** A cell that spans others counts as none, so that the row is refused. */
function textsOf(row: HTMLElement | undefined): string[] {
  return (row?.querySelectorAll('th, td') ?? [])
    .filter((cell) => !cell.hasAttribute('colspan') && !cell.hasAttribute('rowspan'))
    .map((cell) => cell.text.replace(/[\s\u200b\ufeff]+/g, ' ').trim());
}

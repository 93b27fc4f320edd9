/** Discord's markdown as elements: blocks here, what stands within a line in `inline.ts`. */
import { type Child, el } from './element.js';
import { inline, type Names } from './inline.js';

const FENCE = /^```(?:[\w+-]*\n)?([\s\S]+?)```\n?/;
const HEADING = /^(#{1,3}) +([^\n]+)\n?/;
const SUBTEXT = /^-# +([^\n]+)\n?/;
const QUOTE_REST = /^>>> ?([\s\S]+)$/;
const QUOTE = /^(?:> ?[^\n]*(?:\n|$))+/;
const LIST = /^(?: {0,6}(?:[-*]|\d{1,3}\.) +[^\n]+(?:\n|$))+/;
const LINES = /^[^\n]*\n?/;

/** https://support.discord.com/hc/en-us/articles/210298617 */
export function markdown(text: string, names: Names): Node[] {
  const blocks: Node[] = [];
  let plain = '';
  const flush = () => {
    const shown = plain.replace(/\n$/, '');
    if (shown !== '') blocks.push(el('div', { class: 'lines' }, ...inline(shown, names)));
    plain = '';
  };
  let rest = text;
  while (rest !== '') {
    const found = blockAt(rest, names);
    if (found === null) {
      const line = LINES.exec(rest)?.[0] ?? rest;
      plain += line;
      rest = rest.slice(line.length);
      continue;
    }
    flush();
    blocks.push(found.node);
    rest = rest.slice(found.length);
  }
  flush();
  return blocks;
}

function blockAt(text: string, names: Names): { node: Node; length: number } | null {
  const block = (match: RegExpExecArray, node: Node) => ({ node, length: match[0].length });
  const fence = FENCE.exec(text);
  if (fence) return block(fence, el('pre', { tabindex: 0 }, el('code', {}, fence[1])));
  const heading = HEADING.exec(text);
  if (heading) {
    // Headings of the page itself come before these.
    const level = (heading[1]?.length ?? 1) + 2;
    const attributes = { class: `heading h${level}`, role: 'heading', 'aria-level': level };
    return block(heading, el('div', attributes, ...inline(heading[2] ?? '', names)));
  }
  const subtext = SUBTEXT.exec(text);
  if (subtext) return block(subtext, el('div', { class: 'subtext' }, ...inline(subtext[1] ?? '', names)));
  const toTheEnd = QUOTE_REST.exec(text);
  if (toTheEnd) return block(toTheEnd, el('blockquote', {}, ...markdown(toTheEnd[1] ?? '', names)));
  const quote = QUOTE.exec(text);
  if (quote) return block(quote, el('blockquote', {}, ...markdown(quote[0].replace(/^> ?/gm, ''), names)));
  const list = LIST.exec(text);
  return list ? block(list, listOf(list[0], names)) : null;
}

function listOf(text: string, names: Names): HTMLElement {
  const items = text.trimEnd().split('\n');
  const first = /^ *(\d+)\./.exec(items[0] ?? '')?.[1];
  const entries: Child[] = items.map((item) => {
    const depth = Math.floor((/^ */.exec(item)?.[0].length ?? 0) / 2);
    const said = item.replace(/^ *(?:[-*]|\d{1,3}\.) +/, '');
    return el('li', { class: depth > 0 ? 'nested' : undefined }, ...inline(said, names));
  });
  return first === undefined ? el('ul', {}, ...entries) : el('ol', { start: first }, ...entries);
}

/** What stands within a line of Discord's markdown: emphasis, code, links, mentions, moments. */
import '@skyra/discord-components-core/discord-mention.js';
import { linkable } from './addresses.js';
import { el } from './element.js';
import { fullTime, styledTime } from './times.js';

/** What people, roles and channels are called. */
export type Names = {
  user(id: string): string | undefined;
  role(id: string): string | undefined;
  channel(id: string): string | undefined;
};

type Rule = {
  readonly pattern: RegExp;
  /** null: it is not that after all. */
  make(match: RegExpExecArray, names: Names): Node | null;
};

const within = (tag: 'strong' | 'em' | 'u' | 's') => (match: RegExpExecArray, names: Names) =>
  el(tag, {}, ...inline(match[1] ?? '', names));

const RULES: readonly Rule[] = [
  { pattern: /^\\([^\p{L}\p{N}\s])/u, make: (match) => document.createTextNode(match[1] ?? '') },
  { pattern: /^``(.+?)``(?!`)/s, make: (match) => el('code', {}, match[1]?.trim()) },
  { pattern: /^`([^`]+)`/, make: (match) => el('code', {}, match[1]) },
  { pattern: /^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/s, make: within('strong') },
  { pattern: /^__((?:\\.|[^\\])+?)__(?!_)/s, make: within('u') },
  { pattern: /^~~((?:\\.|[^\\])+?)~~/s, make: within('s') },
  { pattern: /^\|\|((?:\\.|[^\\])+?)\|\|/s, make: (match, names) => spoiler(match[1] ?? '', names) },
  { pattern: /^\*(?!\s)((?:\*\*|\\.|[^\\*])+?)\*(?!\*)/s, make: within('em') },
  { pattern: /^_(?!\s)((?:__|\\.|[^\\_])+?)_(?![\p{L}\p{N}_])/su, make: within('em') },
  {
    pattern: /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s<>]+?)>?(?:\s+"[^"]*")?\)/,
    make: (match, names) => link(match[2] ?? '', inline(match[1] ?? '', names)),
  },
  { pattern: /^<(https?:\/\/[^\s<>]+)>/, make: (match) => link(match[1] ?? '', [match[1] ?? '']) },
  { pattern: /^https?:\/\/[^\s<>]*[^\s<>.,:;"'!?)\]]/, make: (match) => link(match[0], [match[0]]) },
  { pattern: /^<@!?(\d+)>/, make: ([, id = ''], names) => mention('user', names.user(id) ?? 'unknown') },
  { pattern: /^<@&(\d+)>/, make: ([, id = ''], names) => mention('role', names.role(id) ?? 'unknown') },
  { pattern: /^<#(\d+)>/, make: ([, id = ''], names) => mention('channel', names.channel(id) ?? 'unknown') },
  { pattern: /^<\/([^:>\n]{1,98}):\d+>/, make: ([, name = '']) => mention('slash', name) },
  { pattern: /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/, make: ([, seconds, style]) => moment(seconds, style) },
  { pattern: /^<a?(:\w{2,32}:)\d+>/, make: ([, name]) => document.createTextNode(name ?? '') },
  { pattern: /^@(everyone|here)\b/, make: ([, name = '']) => mention('role', name) },
];

/** Where something may begin. */
const START = /[\\`*_~|[<@]|https?:\/\//;

export function inline(text: string, names: Names): Node[] {
  const nodes: Node[] = [];
  let plain = '';
  let rest = text;
  while (rest !== '') {
    const start = rest.search(START);
    plain += start < 0 ? rest : rest.slice(0, start);
    rest = start < 0 ? '' : rest.slice(start);
    if (rest === '') break;
    const found = first(rest, plain, names);
    if (found === null) {
      plain += rest[0];
      rest = rest.slice(1);
      continue;
    }
    if (plain !== '') nodes.push(document.createTextNode(plain));
    plain = '';
    nodes.push(found.node);
    rest = rest.slice(found.length);
  }
  if (plain !== '') nodes.push(document.createTextNode(plain));
  return nodes;
}

function first(text: string, before: string, names: Names): { node: Node; length: number } | null {
  // As in snake_case: an underscore within a word is none of emphasis.
  if (text.startsWith('_') && /[\p{L}\p{N}]$/u.test(before)) return null;
  for (const { pattern, make } of RULES) {
    const match = pattern.exec(text);
    const node = match ? make(match, names) : null;
    if (match && node) return { node, length: match[0].length };
  }
  return null;
}

function link(address: string, shown: (Node | string)[]): Node | null {
  const href = linkable(address);
  return href === null ? null : el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...shown);
}

function mention(type: 'user' | 'role' | 'channel' | 'slash', name: string): Node {
  const element = el('discord-mention', {}, name);
  element.type = type;
  return element;
}

function moment(seconds: string | undefined, style = 'f'): Node | null {
  const time = new Date(Number(seconds) * 1_000);
  if (Number.isNaN(time.getTime())) return null;
  return el(
    'time',
    { datetime: time.toISOString(), title: fullTime(time), class: 'moment' },
    styledTime(time, style),
  );
}

function spoiler(text: string, names: Names): Node {
  return el('details', { class: 'spoiler' }, el('summary', {}, 'Spoiler'), ...inline(text, names));
}

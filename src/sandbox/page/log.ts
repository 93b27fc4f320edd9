/** The lines of the drawer: what goes between the bot and the sandbox, the newest few hundred of them. */
import type { Change, Exchange } from '../changes.js';
import type { World } from '../world.js';
import type { LogLine } from './wire.js';

const KEPT = 200;

/** Longer JSON is cut; the whole of it is in the traffic log. */
const DETAIL_LENGTH = 4_000;

type Said = Omit<LogLine, 'number' | 'time'>;

export class PageLog {
  readonly #lines: LogLine[] = [];
  readonly #world: World;
  #number = 0;

  readonly #listeners = new Set<(line: LogLine) => void>();

  constructor(world: World) {
    this.#world = world;
    world.changes.listen((change) => {
      const said = lineOf(change);
      if (said !== null) this.#add(said);
    });
  }

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  /** Calls `listener` at each new line; the result ends that. */
  listen(listener: (line: LogLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #add(said: Said): void {
    this.#number += 1;
    const line = { number: this.#number, time: new Date(this.#world.clock.now()).toISOString(), ...said };
    this.#lines.push(line);
    if (this.#lines.length > KEPT) this.#lines.shift();
    for (const listener of [...this.#listeners]) listener(line);
  }
}

/** What the change says to the curious; null where it says nothing. */
function lineOf(change: Change): Said | null {
  switch (change.kind) {
    case 'request':
      return requestLine(change.exchange);
    case 'dispatched':
      return { kind: 'event', title: change.name, detail: detailOf(change.payload) };
    case 'gateway':
      return { kind: 'connection', title: `gateway ${change.event}` };
    case 'problem':
      return { kind: 'problem', title: change.text };
    default:
      return null;
  }
}

function requestLine({ method, path, query, body, files, status, answer }: Exchange) {
  const sent = body === undefined ? [] : [`sent ${json(body)}`];
  const withFiles = files === 0 ? [] : [`with ${files} ${files === 1 ? 'file' : 'files'}`];
  const answered = answer === undefined ? [] : [`answered ${json(answer)}`];
  const detail = shortened([...sent, ...withFiles, ...answered].join('\n'));
  return { kind: 'request' as const, title: `${method} ${withoutToken(path)}${query}`, status, detail };
}

function detailOf(value: unknown): string {
  return shortened(json(value));
}

function shortened(text: string): string {
  const short = withoutToken(text);
  return short.length > DETAIL_LENGTH ? `${short.slice(0, DETAIL_LENGTH)}…` : short;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? '';
}

/** Tokens of interactions are long and say nothing. */
function withoutToken(text: string): string {
  return text.replace(/aW50[0-9a-f]{20,}/g, '…');
}

/** Behind the scenes: what goes between the bot and the sandbox, and what can be made to go wrong. */
import type { Act, LogLine } from '../sandbox/page/wire.js';
import { type Child, el, icon } from './element.js';
import { clockTime } from './times.js';

type Fault = Extract<Act, { act: 'fault' }>['fault'];

const FAULTS: readonly { readonly fault: Fault; readonly label: string; readonly hint: string }[] = [
  {
    fault: 'cut',
    label: 'Cut the gateway',
    hint: 'Breaks the bot’s connection; it comes back and catches up.',
  },
  { fault: 'server-error', label: 'Answer 500', hint: 'The bot’s next request fails; it is tried again.' },
  { fault: 'rate-limit', label: 'Answer 429', hint: 'The bot’s next request has to wait for two seconds.' },
];

/** Older lines go, so that the page stays light. */
const MOST = 300;

export class Drawer {
  readonly #list = el('ol', {
    class: 'log',
    tabindex: 0,
    'aria-label': 'Requests and events, the newest last',
  });
  readonly #said = el('p', { class: 'said', role: 'status' });

  constructor(box: HTMLElement, acts: { provoke(fault: Fault): Promise<string>; close(): void }) {
    const faults = FAULTS.map(({ fault, label, hint }) =>
      el(
        'button',
        {
          type: 'button',
          class: 'plain-button',
          title: hint,
          click: async () => {
            this.#said.textContent = await acts.provoke(fault);
          },
        },
        label,
      ),
    );
    const close = el(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': 'Close', click: () => acts.close() },
      icon('close'),
    );
    box.replaceChildren(
      el('div', { class: 'drawer-head' }, el('h2', {}, 'Behind the scenes'), close),
      el('p', { class: 'hint' }, 'What the bot asks of Discord, and what it is told, as it happens.'),
      el('div', { class: 'faults', role: 'group', 'aria-label': 'Make something go wrong' }, ...faults),
      this.#said,
      this.#list,
    );
  }

  /** Starts again with these lines. */
  fill(lines: readonly LogLine[]): void {
    this.#list.replaceChildren(...lines.slice(-MOST).map(lineElement));
    this.toEnd();
  }

  add(line: LogLine): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    const atEnd = scrollHeight - scrollTop - clientHeight < 60;
    this.#list.append(lineElement(line));
    if (this.#list.childElementCount > MOST) this.#list.firstElementChild?.remove();
    if (atEnd) this.toEnd();
  }

  /** Shows the newest lines. */
  toEnd(): void {
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}

function lineElement({ kind, title, status, time, detail }: LogLine): HTMLElement {
  const bad = kind === 'problem' || (status ?? 0) >= 400;
  const head = [
    el('time', { datetime: time }, clockTime(new Date(time))),
    el('span', { class: 'kind' }, kind),
    el('span', { class: 'title', title }, shortTitle(title)),
    status === undefined ? null : el('span', { class: 'status' }, String(status)),
  ];
  const shown = detail ? openable(head, detail) : el('div', { class: 'summary' }, ...head);
  return el('li', { class: `${kind}${bad ? ' bad' : ''}` }, shown);
}

/** The details are put in once they are wanted: most never are. */
function openable(head: readonly Child[], detail: string): HTMLElement {
  const details = el('details', {}, el('summary', {}, ...head));
  details.addEventListener('toggle', () => details.append(el('pre', { tabindex: 0 }, detail)), {
    once: true,
  });
  return details;
}

/** Ids and what comes after the path stand in the details. */
function shortTitle(title: string): string {
  return title.replace(/\?.*$/, '').replace(/\d{17,}/g, '…');
}

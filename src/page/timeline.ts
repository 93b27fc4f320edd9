/** The messages of one channel, and what only this page has to say there. */
import '@skyra/discord-components-core/discord-messages.js';
import type { Message } from '../sandbox/page/wire.js';
import { type Child, el, focusedIn } from './element.js';
import { type MessageActs, messageElement } from './message.js';

/** Messages of one author stand together for so long, in ms. */
const TOGETHER = 7 * 60_000;

/** So near to the end, in pixels, that a reader wants to see what is new. */
const NEAR = 120;

export class Timeline {
  readonly #box: HTMLElement;
  readonly #acts: MessageActs;
  readonly #list = el('discord-messages');
  readonly #intro = el('div', { class: 'intro' });
  readonly #typing = el('p', { class: 'typing' });
  #shown: readonly Message[] = [];
  #atEnd = true;
  #top = 0;

  constructor(box: HTMLElement, acts: MessageActs) {
    this.#box = box;
    this.#acts = acts;
    this.#list.noBackground = true;
    const inside = el('div', {}, this.#intro, this.#list);
    box.replaceChildren(inside);
    box.setAttribute('role', 'log');
    // New messages are told by the announcer, in a few words.
    box.setAttribute('aria-live', 'off');
    box.tabIndex = 0;
    box.addEventListener('scroll', () => {
      // What has grown meanwhile is no reader going up.
      const goesUp = box.scrollTop < this.#top;
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      this.#atEnd = isNear || (this.#atEnd && !goesUp);
      this.#top = box.scrollTop;
    });
    box.addEventListener('keydown', (event) => this.#keys(event));
    new ResizeObserver(() => this.#keepEnd()).observe(inside);
    new ResizeObserver(() => this.#keepEnd()).observe(box);
  }

  /** Where "… is typing" is said; it stands below the messages. */
  get typing(): HTMLElement {
    return this.#typing;
  }

  /** Shows another channel from its end. */
  open(label: string, intro: readonly Child[], messages: readonly Message[]): void {
    this.#box.setAttribute('aria-label', `Messages in ${label}`);
    this.#intro.replaceChildren(...intro.filter((child) => child instanceof Node));
    this.#list.replaceChildren();
    this.#shown = [];
    this.#atEnd = true;
    this.update(messages);
    this.#keepEnd();
  }

  /** Shows what has changed since. */
  update(messages: readonly Message[]): void {
    const before = new Map(this.#shown.map((message) => [message.id, message]));
    const after = new Set(messages.map(({ id }) => id));
    for (const { id } of this.#shown) if (!after.has(id)) this.#element(id)?.remove();
    for (const [index, message] of messages.entries()) {
      if (before.get(message.id) === message) continue;
      const element = messageElement(message, this.#acts, follows(messages[index - 1], message));
      const old = this.#element(message.id);
      if (old) replace(old, element);
      else this.#list.append(element);
    }
    this.#shown = messages;
    for (const element of this.#articles()) element.tabIndex = -1;
    this.#articles().at(-1)?.setAttribute('tabindex', '0');
  }

  /** A line of the page's own, which goes when it is dismissed. */
  note(text: string): void {
    const gone = () => note.remove();
    const dismiss = el('button', { type: 'button', class: 'text-button', click: gone }, 'Dismiss');
    const note: HTMLElement = el('div', { class: 'note' }, text, ' ', dismiss);
    this.#list.append(note);
    this.#atEnd = true;
  }

  /** Puts the focus on the newest message, or on the list. */
  focusNewest(): void {
    (this.#articles().at(-1) ?? this.#box).focus();
  }

  #element(id: string): HTMLElement | null {
    return this.#list.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  }

  #articles(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('article')];
  }

  /** Up and down from message to message; the key for menus opens that of the message. */
  #keys(event: KeyboardEvent): void {
    const articles = this.#articles();
    const here = focusedIn(articles);
    if (here < 0) return;
    const article = articles[here];
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const message = this.#shown.find(({ id }) => id === article?.dataset.id);
      if (message && article) this.#acts.menu(message, article);
    } else if (event.key === 'ArrowUp') articles[here - 1]?.focus();
    else if (event.key === 'ArrowDown') articles[here + 1]?.focus();
    else return;
    event.preventDefault();
  }

  #keepEnd(): void {
    if (this.#atEnd) this.#box.scrollTop = this.#box.scrollHeight;
  }
}

function follows(before: Message | undefined, message: Message): boolean {
  if (before === undefined || before.author.id !== message.author.id) return false;
  if (message.interaction || message.referenced_message !== undefined || before.flags !== message.flags)
    return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER;
}

/** Keeps the focus where it was: on the message, or on the same button of it. */
function replace(old: HTMLElement, element: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const buttons = (of: HTMLElement) => [
    ...of.querySelectorAll<HTMLElement>('discord-button, button, select'),
  ];
  const index = focusedIn(buttons(old));
  old.replaceWith(element);
  if (focused === null) return;
  requestAnimationFrame(() => {
    const same = index < 0 ? undefined : buttons(element)[index];
    const inner = same?.shadowRoot?.querySelector<HTMLElement>('button, a');
    (inner ?? same ?? element).focus();
  });
}

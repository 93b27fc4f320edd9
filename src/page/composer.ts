/** The input line: plain text, mentions, replies, and the palette of commands. */
import type { Message } from '../sandbox/page/wire.js';
import { CommandForm, type Filled, type FormActs } from './command-form.js';
import { type Callable, callables, fitting } from './commands.js';
import { el, icon } from './element.js';
import { type Item, Listbox } from './listbox.js';
import { nameOf } from './message.js';
import type { Model } from './model.js';

const CHAT = 1;

/** https://docs.discord.com/developers/resources/message#create-message */
const LONGEST = 2_000;

/** As many as can be looked through. */
const MOST_SUGGESTED = 25;

/** A window in which a longer hint would take two lines. */
const NARROW = matchMedia('(max-width: 720px)');

export type ComposerActs = {
  say(text: string, replyTo: string | null): void;
  send(command: Callable, options: Filled): void;
  suggest: FormActs['suggest'];
};

export class Composer {
  readonly #model: () => Model;
  readonly #acts: ComposerActs;
  readonly #box: HTMLElement;
  readonly #line: HTMLElement;
  readonly #text = el('textarea', { id: 'composer-text', rows: 1, maxlength: LONGEST });
  readonly #palette: Listbox;
  readonly #reply = el('div', { class: 'replying', hidden: true });
  readonly #drafts = new Map<string, string>();
  #replyTo: Message | null = null;
  #form: CommandForm | null = null;
  #here = '';

  constructor(box: HTMLElement, model: () => Model, acts: ComposerActs) {
    this.#box = box;
    this.#model = model;
    this.#acts = acts;
    this.#palette = new Listbox(this.#text, 'Suggestions', (item) => this.#take(item));
    const slash = el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        title: 'Commands',
        'aria-label': 'Commands',
        click: () => this.insert('/'),
      },
      '/',
    );
    const send = el(
      'button',
      { type: 'button', class: 'quiet', title: 'Send', 'aria-label': 'Send', click: () => this.#send() },
      icon('send'),
    );
    this.#line = el('div', { class: 'line' }, slash, this.#text, send);
    box.replaceChildren(this.#palette.element, this.#reply, this.#line);
    this.#text.addEventListener('input', () => this.#typed());
    this.#text.addEventListener('keydown', (event) => this.#keys(event));
    this.#text.addEventListener('blur', () => this.#palette.hide());
  }

  /** Is for another channel from now on; what was being typed there stays. */
  open(): void {
    const { here, place, scene } = this.#model();
    this.#drafts.set(this.#here, this.#text.value);
    this.#here = here;
    this.#closeForm();
    this.answer(null);
    const label = place?.kind === 'direct' ? `Message @${place.name}` : `Message #${place?.name ?? ''}`;
    const asking = place?.kind === 'direct' ? '' : `, @${scene.bot.name} to ask`;
    this.#text.placeholder = NARROW.matches ? label : `${label}: type / for commands${asking}`;
    this.#text.setAttribute('aria-label', label);
    this.#set(this.#drafts.get(here) ?? '');
    // Typing went on while the scene was changed, as by another language.
    if (document.activeElement === this.#text && this.#text.value !== '') this.#typed();
  }

  /** The next message replies to this one; null: to none. */
  answer(message: Message | null): void {
    this.#replyTo = message;
    this.#reply.hidden = message === null;
    if (message === null) return;
    const cancel = el(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': 'Do not reply', click: () => this.answer(null) },
      icon('close'),
    );
    this.#reply.replaceChildren(`Replying to ${nameOf(message.author)}`, cancel);
    this.#closeForm();
    this.#text.focus();
  }

  /** Puts a text into the line and goes on as if it had been typed. */
  insert(text: string): void {
    this.#closeForm();
    this.#text.focus();
    this.#set(text);
    this.#typed();
  }

  focus(): void {
    if (this.#form) this.#form.focus();
    else this.#text.focus();
  }

  #set(text: string): void {
    this.#text.value = text;
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight}px`;
  }

  #typed(): void {
    this.#set(this.#text.value);
    const { value, selectionStart } = this.#text;
    const model = this.#model();
    if (value.startsWith('/')) {
      const all = callables(model.commandsHere(CHAT), model.me.locale);
      const found = fitting(all, value.slice(1).trimEnd());
      const items = found.map(({ name, shown, description }) => ({
        label: `/${shown}`,
        detail: description,
        value: `/${name}`,
      }));
      this.#palette.show(items.slice(0, MOST_SUGGESTED), 'There is no such command here.');
      return;
    }
    const begun = /(?:^|\s)([@#][\p{L}\p{N}-]*)$/u.exec(value.slice(0, selectionStart))?.[1];
    const items = begun === undefined ? [] : mentionable(model, begun);
    if (items.length > 0) this.#palette.show(items, '');
    else this.#palette.hide();
  }

  #take({ value }: Item): void {
    if (value.startsWith('/')) {
      this.#open(value.slice(1));
      return;
    }
    const { selectionStart } = this.#text;
    const before = this.#text.value.slice(0, selectionStart).replace(/[@#][\p{L}\p{N}-]*$/u, `${value} `);
    this.#set(before + this.#text.value.slice(selectionStart));
    this.#text.setSelectionRange(before.length, before.length);
  }

  #keys(event: KeyboardEvent): void {
    if (this.#palette.takes(event)) return;
    if (event.key === 'Escape' && this.#replyTo !== null) this.answer(null);
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#send();
    else return;
    event.preventDefault();
  }

  #send(): void {
    const text = this.#text.value.trim();
    if (text === '') return;
    if (text.startsWith('/')) {
      this.#typed();
      return;
    }
    this.#set('');
    this.#palette.hide();
    this.send(text);
  }

  /** Says it here, whatever is being typed. */
  send(text: string): void {
    this.#acts.say(withIds(text, this.#model()), this.#replyTo?.id ?? null);
    this.answer(null);
    this.#text.focus();
  }

  #open(name: string): void {
    const model = this.#model();
    const command = callables(model.commandsHere(CHAT), model.me.locale).find((one) => one.name === name);
    if (command === undefined) return;
    this.#set('');
    this.answer(null);
    this.#form = new CommandForm(command, model, {
      suggest: this.#acts.suggest,
      send: (sent, options) => {
        this.#closeForm();
        this.#text.focus();
        this.#acts.send(sent, options);
      },
      cancel: () => {
        this.#closeForm();
        this.#text.focus();
      },
    });
    this.#line.hidden = true;
    this.#box.append(this.#form.element);
    this.#form.focus();
  }

  #closeForm(): void {
    this.#form?.element.remove();
    this.#form = null;
    this.#line.hidden = false;
  }
}

function mentionable(model: Model, begun: string): Item[] {
  const wanted = begun.slice(1).toLowerCase();
  const named =
    begun[0] === '@' ? model.everybody : model.scene.channels.filter(({ kind }) => kind !== 'direct');
  return named
    .filter(({ name }) => name.toLowerCase().startsWith(wanted))
    .map(({ name }) => ({ label: `${begun[0]}${name}`, value: `${begun[0]}${name}` }));
}

/** Names that are written out become mentions, as they do in Discord. */
function withIds(text: string, { everybody, scene }: Model): string {
  const channels = scene.channels.filter(({ kind }) => kind !== 'direct');
  const written = [
    ...everybody.map(({ id, name }) => ({ text: `@${name}`, mention: `<@${id}>` })),
    ...channels.map(({ id, name }) => ({ text: `#${name}`, mention: `<#${id}>` })),
  ];
  // Longer names first: one may begin with another.
  written.sort((a, b) => b.text.length - a.text.length);
  return written.reduce((said, one) => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}<])${escaped(one.text)}(?![\\p{L}\\p{N}])`, 'giu');
    return said.replace(pattern, one.mention);
  }, text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

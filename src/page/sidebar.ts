/** The channels, what can be tried, and who the visitor is. */
import type { Channel } from '../sandbox/page/wire.js';
import { byId, el, icon, newId } from './element.js';
import type { Model } from './model.js';
import { applyTheme, storedTheme, THEMES } from './theme.js';

/** https://docs.discord.com/developers/reference#locales: those that can be chosen here. */
const LANGUAGES = [
  { locale: 'en-GB', name: 'English' },
  { locale: 'fr', name: 'Français' },
];

export type SidebarActs = {
  go(channel: string): void;
  be(person: string): void;
  speak(locale: string): void;
  run(action: string): Promise<void>;
};

export class Sidebar {
  readonly #channels = byId('channels', HTMLUListElement);
  readonly #extras = byId('extras', HTMLElement);
  readonly #self = byId('self', HTMLElement);
  readonly #acts: SidebarActs;

  constructor(acts: SidebarActs) {
    this.#acts = acts;
  }

  /** Everything, as it is with a new scene. */
  open(model: Model): void {
    byId('guild', HTMLElement).textContent = model.scene.guild;
    this.update(model);
    this.#extras.replaceChildren(
      ...model.scene.actions.map(({ id, label, hint }) =>
        el('div', {}, this.#button(id, label), el('p', { class: 'hint' }, hint)),
      ),
    );
    this.#extras.hidden = model.scene.actions.length === 0;
    const people = model.scene.people.map(({ id, name, role }) => ({ value: id, text: `${name} (${role})` }));
    const languages = LANGUAGES.map(({ locale, name }) => ({ value: locale, text: name }));
    this.#self.replaceChildren(
      choice('You are', people, model.me.id, (value) => this.#acts.be(value)),
      choice('Your Discord’s language', languages, model.me.locale, (value) => this.#acts.speak(value)),
      choice('Colours', THEMES, storedTheme(), applyTheme),
    );
  }

  /** The channels only: which is shown, and where something is new. */
  update(model: Model): void {
    const focused = this.#channels.contains(document.activeElement);
    this.#channels.replaceChildren(...model.scene.channels.map((channel) => this.#entry(channel, model)));
    if (focused) this.#channels.querySelector<HTMLElement>('[aria-current]')?.focus();
  }

  /** Takes no second click while it is at work. */
  #button(id: string, label: string): HTMLElement {
    const run = async () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', 'true');
      button.textContent = `${label} …`;
      await this.#acts.run(id);
      button.removeAttribute('aria-disabled');
      button.textContent = label;
    };
    const button: HTMLElement = el('button', { type: 'button', class: 'plain-button', click: run }, label);
    return button;
  }

  #entry(channel: Channel, model: Model): HTMLElement {
    const unread = model.unread.get(channel.id) ?? 0;
    const drawing = channel.kind === 'text' ? 'channel' : channel.kind;
    const kind = { text: 'Channel', thread: 'Thread', direct: 'Direct messages with' }[channel.kind];
    const button = el(
      'button',
      {
        type: 'button',
        'aria-current': channel.id === model.here ? 'page' : undefined,
        click: () => this.#acts.go(channel.id),
      },
      icon(drawing),
      el('span', { class: 'unseen' }, `${kind} `),
      el('span', { class: 'name' }, channel.name),
      unread > 0
        ? el('span', { class: 'badge' }, String(unread), el('span', { class: 'unseen' }, ' new'))
        : null,
    );
    return el('li', { class: channel.kind }, button);
  }
}

function choice(
  label: string,
  options: readonly { value: string; text: string }[],
  chosen: string,
  take: (value: string) => void,
): HTMLElement {
  const id = newId('choice');
  const select = el(
    'select',
    { id, change: (event: Event & { currentTarget: HTMLSelectElement }) => take(event.currentTarget.value) },
    ...options.map(({ value, text }) => el('option', { value, selected: value === chosen }, text)),
  );
  return el('div', { class: 'choice' }, el('label', { for: id }, label), select);
}

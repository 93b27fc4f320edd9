/** The page: joins what happens in the sandbox, what is shown of it, and what the visitor does. */
import type { Message, PageEvent, Scene } from '../sandbox/page/wire.js';
import { Composer } from './composer.js';
import { Drawer } from './drawer.js';
import { byId } from './element.js';
import { introOf } from './intro.js';
import { dress } from './look.js';
import { openMenu } from './menu.js';
import { isEphemeral, isLoading, type MessageActs, nameOf } from './message.js';
import { openModal } from './modal.js';
import { Model } from './model.js';
import { announce, say, sentenceOf, textOf, wasLoading } from './said.js';
import { act, listen } from './server.js';
import { Sidebar } from './sidebar.js';
import { applyTheme, storedTheme } from './theme.js';
import { Timeline } from './timeline.js';

const PERSON = 'person';
const MESSAGE_COMMAND = 3;

/** "… is typing" is shown for so long, in ms. https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
const TYPING = 10_000;

class Page {
  #model: Model | undefined;
  #feed: { close(): void } | undefined;
  readonly #timeline: Timeline;
  readonly #composer: Composer;
  readonly #sidebar: Sidebar;
  readonly #drawer: Drawer;
  readonly #main = byId('main', HTMLElement);
  #typingEnds: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const model = () => this.#known;
    this.#timeline = new Timeline(byId('timeline', HTMLElement), this.#messageActs());
    byId('timeline', HTMLElement).after(this.#timeline.typing);
    this.#composer = new Composer(byId('composer', HTMLElement), model, {
      say: (text, replyTo) => void this.#say(text, replyTo),
      send: ({ name }, options) => void this.#do({ act: 'slash', ...this.#where, command: name, options }),
      suggest: async ({ name }, option, typed, others) => {
        const outcome = await act({ act: 'complete', ...this.#where, command: name, option, typed, others });
        if (outcome.kind === 'failed') return outcome.reason;
        const choices = outcome.kind === 'choices' ? outcome.choices : [];
        return choices.map((choice) => ({ label: choice.name, value: String(choice.value) }));
      },
    });
    this.#sidebar = new Sidebar({
      go: (channel) => this.#go(channel),
      be: (person) => this.connect(person),
      speak: (locale) => void this.#speak(locale),
      run: (id) => this.#do({ act: 'action', id }),
    });
    this.#drawer = new Drawer(byId('drawer', HTMLElement), {
      provoke: async (fault) => sentenceOf(await act({ act: 'fault', fault })),
      close: () => this.#toggleDrawer(false),
    });
    const opener = byId('open-drawer', HTMLButtonElement);
    opener.addEventListener('click', () =>
      this.#toggleDrawer(opener.getAttribute('aria-expanded') !== 'true'),
    );
    const channels = byId('open-sidebar', HTMLButtonElement);
    channels.addEventListener('click', () =>
      this.#toggleSidebar(channels.getAttribute('aria-expanded') !== 'true'),
    );
    this.#main.addEventListener('click', (event) => {
      if (event.target instanceof Node && !channels.contains(event.target)) this.#toggleSidebar(false);
    });
  }

  /** Becomes somebody, and shows what they see. */
  connect(person: string): void {
    sessionStorage.setItem(PERSON, person);
    this.#feed?.close();
    this.#feed = listen(person, {
      event: (event) => this.#take(event),
      lost: () => this.#showState('The sandbox does not answer. Is it still running?'),
    });
  }

  get #known(): Model {
    if (this.#model === undefined) throw new Error('Nothing is known yet.');
    return this.#model;
  }

  get #where(): { as: string; channel: string } {
    const { me, here } = this.#known;
    return { as: me.id, channel: here };
  }

  #take(event: PageEvent): void {
    if (event.kind === 'scene') {
      this.#open(event);
      return;
    }
    const model = this.#known;
    const isNew = event.kind === 'message' && !model.messages.has(event.message.id);
    const loaded = event.kind === 'message' && wasLoading(model.messages.get(event.message.id));
    model.apply(event);
    switch (event.kind) {
      case 'message':
        this.#timeline.update(model.messagesHere());
        this.#sidebar.update(model);
        if (event.message.author.bot) this.#typing(false);
        if ((isNew || loaded) && !isLoading(event.message)) announce(model, event.message);
        break;
      case 'gone':
        this.#timeline.update(model.messagesHere());
        break;
      case 'channels':
        this.#sidebar.update(model);
        break;
      case 'connection':
        this.#showState();
        break;
      case 'log':
        this.#drawer.add(event.line);
        break;
      case 'typing':
        if (event.channel === model.here) this.#typing(true);
        break;
    }
  }

  #open(scene: Scene): void {
    const same = this.#model?.scene.me === scene.me;
    this.#model = new Model(
      scene,
      same ? this.#model?.here : this.#model?.place?.kind !== 'direct' ? this.#model?.here : undefined,
    );
    document.title = `${scene.bot.name} in the sandbox`;
    this.#sidebar.open(this.#model);
    this.#drawer.fill(scene.log);
    this.#showState();
    this.#showChannel();
  }

  #go(channel: string): void {
    this.#known.go(channel);
    this.#sidebar.update(this.#known);
    this.#toggleSidebar(false);
    this.#showChannel();
    this.#composer.focus();
  }

  #showChannel(): void {
    const model = this.#known;
    const { place } = model;
    const name = `${place?.kind === 'direct' ? '@' : '#'}${place?.name ?? ''}`;
    byId('place', HTMLElement).textContent = name;
    this.#typing(false);
    this.#timeline.open(
      name,
      introOf(model, (text) => this.#composer.send(text)),
      model.messagesHere(),
    );
    this.#composer.open();
  }

  async #say(text: string, replyTo: string | null): Promise<void> {
    await this.#do({ act: 'say', ...this.#where, text, replyTo });
  }

  async #speak(locale: string): Promise<void> {
    await act({ act: 'language', as: this.#known.me.id, locale });
    this.connect(this.#known.me.id);
  }

  /** Does it, and shows what it leads to. */
  async #do(asked: Parameters<typeof act>[0]): Promise<void> {
    const outcome = await act(asked);
    if (outcome.kind === 'modal') {
      const submit = async (id: string, values: Record<string, string>) => {
        const sent = await act({ act: 'submit', as: this.#known.me.id, modal: id, values });
        if (sent.kind === 'said') this.#note(sent.text);
        return sent;
      };
      openModal(outcome.modal, this.#known.names, submit);
    } else if (outcome.kind !== 'done') this.#note(sentenceOf(outcome));
  }

  /** Says something of the page's own. */
  #note(text: string): void {
    this.#timeline.note(text);
    say(text);
  }

  #messageActs(): MessageActs {
    const at = (message: Message) => ({ ...this.#where, channel: message.channel_id, message: message.id });
    const dismiss = (message: Message) => {
      this.#known.messages.delete(message.id);
      this.#timeline.update(this.#known.messagesHere());
      this.#composer.focus();
    };
    return {
      names: () => this.#known.names,
      click: (message, button) => void this.#do({ act: 'click', ...at(message), button }),
      pick: (message, menu, values) => void this.#do({ act: 'pick', ...at(message), menu, values }),
      reply: (message) => this.#composer.answer(message),
      dismiss,
      menu: (message, place) => {
        const own = message.author.id === this.#known.me.id;
        const commands = isEphemeral(message) ? [] : this.#known.commandsHere(MESSAGE_COMMAND);
        const { locale } = this.#known.me;
        const entries = [
          ...(isEphemeral(message) ? [] : [{ label: 'Reply', act: () => this.#composer.answer(message) }]),
          ...commands.map(({ name, name_localizations: names }) => ({
            label: `Apps: ${names?.[locale] ?? name}`,
            act: () => void this.#do({ act: 'use', ...at(message), command: name }),
          })),
          { label: 'Copy text', act: () => void navigator.clipboard.writeText(textOf(message)) },
          ...(own
            ? [{ label: 'Delete message', act: () => void this.#do({ act: 'delete', ...at(message) }) }]
            : []),
          ...(isEphemeral(message) ? [{ label: 'Dismiss message', act: () => dismiss(message) }] : []),
        ];
        openMenu(`For the message of ${nameOf(message.author)}`, entries, place);
      },
    };
  }

  #typing(is: boolean): void {
    clearTimeout(this.#typingEnds);
    this.#timeline.typing.textContent = is ? `${this.#known.scene.bot.name} is typing…` : '';
    if (is) this.#typingEnds = setTimeout(() => this.#typing(false), TYPING);
  }

  #showState(fault?: string): void {
    const { connected } = this.#known.scene;
    const state = byId('state', HTMLElement);
    state.textContent =
      fault ??
      (connected ? `${this.#known.scene.bot.name} is online` : `${this.#known.scene.bot.name} is offline`);
    state.className = fault || !connected ? 'bad' : 'good';
  }

  #toggleDrawer(open: boolean): void {
    const drawer = byId('drawer', HTMLElement);
    const opener = byId('open-drawer', HTMLButtonElement);
    if (drawer.hidden === !open) return;
    drawer.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    (open ? drawer.querySelector('button') : opener)?.focus();
    this.#drawer.toEnd();
  }

  #toggleSidebar(open: boolean): void {
    document.body.classList.toggle('sidebar-open', open);
    byId('open-sidebar', HTMLButtonElement).setAttribute('aria-expanded', String(open));
    if (open) byId('channels', HTMLUListElement).querySelector('button')?.focus();
  }
}

dress();
applyTheme(storedTheme());
new Page().connect(sessionStorage.getItem(PERSON) ?? '');

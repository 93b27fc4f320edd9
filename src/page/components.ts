/** Buttons, menus, and the parts that "components v2" messages are made of. */
import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-button.js';
import type { Component } from '../sandbox/page/wire.js';
import { linkable } from './addresses.js';
import { el } from './element.js';
import type { Names } from './inline.js';
import { markdown } from './markdown.js';
import { picture } from './picture.js';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  separator: 14,
  container: 17,
  label: 18,
} as const;

/** https://docs.discord.com/developers/components/reference#button-button-styles */
const STYLES = [
  'secondary',
  'primary',
  'secondary',
  'success',
  'destructive',
  'secondary',
  'primary',
] as const;

export type ComponentActs = {
  click(button: string): void;
  pick(menu: string, values: string[]): void;
};

/** The components of a message, for its slot of that name. */
export function componentsOf(
  components: readonly Component[],
  names: Names,
  acts: ComponentActs,
): HTMLElement[] {
  return components.map((component) => {
    const element = shown(component, names, acts);
    element.slot = 'components';
    return element;
  });
}

function shown(component: Component, names: Names, acts: ComponentActs): HTMLElement {
  const inside = () => (component.components ?? []).map((part) => shown(part, names, acts));
  switch (component.type) {
    case TYPE.row:
      return el('discord-action-row', {}, ...inside());
    case TYPE.button:
      return button(component, acts);
    case TYPE.stringSelect:
      return menu(component, acts);
    case TYPE.textDisplay:
      return el('div', { class: 'markdown' }, ...markdown(component.content ?? '', names));
    case TYPE.section: {
      const { accessory } = component;
      const beside = accessory ? shown(accessory, names, acts) : null;
      const row = accessory?.type === TYPE.button ? el('discord-action-row', {}, beside) : beside;
      return el('div', { class: 'section' }, el('div', {}, ...inside()), row);
    }
    case TYPE.container: {
      const container = el('div', { class: 'container' }, ...inside());
      const colour = component.accent_color;
      if (colour !== null && colour !== undefined)
        container.style.borderLeftColor = `#${colour.toString(16).padStart(6, '0')}`;
      return container;
    }
    case TYPE.separator:
      return component.divider === false ? el('div', { class: 'gap' }) : el('hr');
    case TYPE.gallery:
      return el(
        'div',
        {},
        ...(component.items ?? []).map(({ media, description }) => pictureOf(media.url, description)),
      );
    case TYPE.thumbnail:
      return pictureOf(component.media?.url ?? '', component.description);
    default:
      return el('p', { class: 'empty' }, 'The page cannot show this part; Discord can.');
  }
}

function button(component: Component, acts: ComponentActs): HTMLElement {
  const { label = '', emoji, custom_id: id, url, disabled = false, style = 2 } = component;
  const element = el('discord-button', {}, [emoji?.name, label].filter(Boolean).join(' '));
  const href = url === undefined ? null : linkable(url);
  if (href !== null) element.url = href;
  else element.type = STYLES[style] ?? 'secondary';
  element.disabled = disabled;
  if (id !== undefined && !disabled) element.addEventListener('click', () => acts.click(id));
  // The component shows that a button is disabled, but does not say so.
  if (disabled)
    void element.updateComplete.then(() =>
      element.shadowRoot?.querySelector('button')?.setAttribute('disabled', ''),
    );
  return element;
}

function menu(component: Component, acts: ComponentActs): HTMLElement {
  const { custom_id: id = '', options = [], placeholder = 'Choose', max_values: most = 1 } = component;
  const entries = options.map(({ label, value, default: chosen }) =>
    el('option', { value, selected: chosen }, label),
  );
  const picked = (event: Event & { currentTarget: HTMLSelectElement }) =>
    acts.pick(
      id,
      [...event.currentTarget.selectedOptions].map(({ value }) => value).filter((value) => value !== ''),
    );
  const first = most > 1 ? null : el('option', { value: '' }, placeholder);
  return el(
    'select',
    { 'aria-label': placeholder, multiple: most > 1, disabled: component.disabled, change: picked },
    first,
    ...entries,
  );
}

function pictureOf(address: string, text: string | null | undefined): HTMLElement {
  return picture(address, text ?? 'A picture') ?? el('p', {}, `Picture: ${address}`);
}

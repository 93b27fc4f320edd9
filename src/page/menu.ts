/** A menu at a place, as for a message. https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
import { el, focusedIn } from './element.js';

export type Entry = { readonly label: string; readonly act: () => void };

/** Opens it; it closes when something is chosen or the person goes elsewhere. */
export function openMenu(label: string, entries: readonly Entry[], at: HTMLElement | MouseEvent): void {
  const back = at instanceof HTMLElement ? at : document.activeElement;
  const close = (returns: boolean) => {
    menu.remove();
    document.removeEventListener('pointerdown', outside);
    if (returns && back instanceof HTMLElement) back.focus();
  };
  const outside = (event: Event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close(false);
  };
  const buttons = entries.map(({ label: text, act }) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        click: () => {
          close(true);
          act();
        },
      },
      text,
    ),
  );
  const menu: HTMLElement = el('div', { class: 'menu', role: 'menu', 'aria-label': label }, ...buttons);
  menu.addEventListener('keydown', (event) => {
    const here = focusedIn(buttons);
    const go = (index: number) => buttons.at(index % buttons.length)?.focus();
    if (event.key === 'ArrowDown') go(here + 1);
    else if (event.key === 'ArrowUp') go(here - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(menu);
  place(menu, at);
  document.addEventListener('pointerdown', outside);
  buttons[0]?.focus();
}

/** Within the window, whatever its size. */
function place(menu: HTMLElement, at: HTMLElement | MouseEvent): void {
  const box =
    at instanceof HTMLElement ? at.getBoundingClientRect() : { left: at.clientX, bottom: at.clientY };
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(box.bottom, innerHeight - height - 8))}px`;
}

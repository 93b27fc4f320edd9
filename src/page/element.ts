/** Making elements. Text becomes text nodes only: nothing that comes from outside is ever read as markup. */

export type Child = Node | string | null | undefined | false;

type Listener = (event: never) => void;
type Attributes = Readonly<Record<string, string | number | boolean | undefined | Listener>>;

/** An element; `true` is an attribute without a value, functions listen to the event of that name. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, (event) => value(event as never));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}

/** The element of index.html with this id. @throws where the page and its script do not fit together */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`index.html has no ${kind.name} #${id}.`);
  return found;
}

/** Which of them has the focus; -1 for none. */
export function focusedIn(elements: readonly Element[]): number {
  const { activeElement } = document;
  return activeElement === null ? -1 : elements.indexOf(activeElement);
}

let count = 0;

/** An id that no other element has. */
export function newId(prefix: string): string {
  count += 1;
  return `${prefix}-${count}`;
}

const PATHS = {
  channel: 'M9 3 7 21M17 3l-2 18M4 8h17M3 16h17',
  thread: 'M4 4v9a3 3 0 0 0 3 3h12m-4-4 4 4-4 4',
  direct: 'M4 5h16v11H9l-5 4z',
  reply: 'M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-4-7z',
} as const;

/** A small drawing that says nothing to screen readers. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon', `icon-${name}`);
  path.setAttribute('d', PATHS[name]);
  svg.appendChild(path);
  return svg;
}

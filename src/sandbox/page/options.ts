/** What the page is made of: whoever starts the sandbox arranges the server and says what is shown of it. */
import type { ArrangedGuild, Person } from '../arranging.js';

/** A button of the page that does something beyond Discord, such as making news. */
export type PageAction = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Does it, and gives a sentence on what has happened. */
  readonly run: () => Promise<string>;
};

export type PageOptions = {
  /** The folder with the built page: `index.html`, `page.js`, `page.css`. */
  readonly files: string;
  readonly guild: ArrangedGuild;
  /** Whom a visitor can be, the first unless they choose; `role` says in a word or two what they may do. */
  readonly people: readonly { readonly person: Person; readonly role: string }[];
  /** Questions to begin with. */
  readonly examples?: readonly string[];
  readonly actions?: readonly PageAction[];
};

/** Custom ids of buttons and modals: `<prefix>:<short id>[:<page>]`, so that they mean the same after a restart. */

export type CustomId = { prefix: string; argument: string };

/** With a prefix of ours, an id of the state and a page it is far below CUSTOM_ID_LIMIT. */
export function customId(prefix: string, id: string, page?: number): string {
  return page === undefined ? `${prefix}:${id}` : `${prefix}:${id}:${page}`;
}

/** What `customId` joined; the argument is empty where there is none. */
export function readCustomId(text: string): CustomId {
  const end = text.indexOf(':');
  return end < 0
    ? { prefix: text, argument: '' }
    : { prefix: text.slice(0, end), argument: text.slice(end + 1) };
}

/** The id and the page of an argument; a page is undefined where there is none. */
export function readArgument(argument: string): { id: string; page: number | undefined } {
  const [id = '', page] = argument.split(':');
  return { id, page: page !== undefined && /^\d{1,3}$/.test(page) ? Number(page) : undefined };
}

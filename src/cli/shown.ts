/** A message of Discord as text for a terminal: what stands in it, what its pictures show, then its buttons. */

/** What of a message is shown. */
export type Shown = {
  content: string;
  embeds: readonly {
    title?: string | undefined;
    url?: string | undefined;
    description?: string | undefined;
    fields?: readonly { name: string; value: string }[] | undefined;
    footer?: { text: string } | undefined;
  }[];
  /** What is seen in each picture. */
  pictures: readonly string[];
  /** Labels, in their order. */
  buttons: readonly string[];
};

export function shownText({ content, embeds, pictures, buttons }: Shown): string {
  const blocks = embeds.flatMap(({ title, url, description, fields = [], footer }) => [
    [title, url].filter(Boolean).join(' '),
    description ?? '',
    ...fields.map(({ name, value }) => `${name}\n${value}`),
    footer?.text ?? '',
  ]);
  const texts = [content, ...blocks].map(plain).filter((text) => text.trim() !== '');
  const pressable = buttons.length > 0 ? [buttons.map((label) => `[${label}]`).join(' ')] : [];
  const seen = pictures.map((description) => `(Picture: ${description})`);
  return [...texts, ...seen, ...pressable].join('\n');
}

/** Discord's markup taken away: bold, small print, links with a label, escaped characters. */
function plain(text: string): string {
  return text
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/g, '$1 <$2>')
    .replace(/^(?:-# |#{1,3} |>>> |> )/gm, '')
    .replace(/(?<!\\)(?:\*\*|__|~~|`)/g, '')
    .replace(/\\([^\sA-Za-z0-9])/g, '$1');
}

/** Embeds, with the lengths and counts of their parts. */
import { z } from 'zod';
import { address, complain, lengthOf, listOf, optional, text } from './fields.js';

const field = z.strictObject({ name: text(1, 256), value: text(1, 1024), inline: optional(z.boolean()) });
const picture = z.strictObject({
  url: optional(address(true)),
  proxy_url: optional(z.string()),
  width: optional(z.int()),
  height: optional(z.int()),
});

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const embed = z
  .strictObject({
    type: optional(z.string()),
    title: optional(text(0, 256)),
    description: optional(text(0, 4096)),
    url: optional(address(false)),
    timestamp: optional(z.string().refine((value) => !Number.isNaN(Date.parse(value)))),
    color: optional(z.int().min(0).max(0xffffff)),
    footer: optional(
      z.strictObject({
        text: text(1, 2048),
        icon_url: optional(address(true)),
        proxy_icon_url: optional(z.string()),
      }),
    ),
    image: optional(picture),
    thumbnail: optional(picture),
    video: optional(z.looseObject({ url: optional(z.string()) })),
    provider: optional(z.looseObject({ name: optional(z.string()) })),
    author: optional(
      z.strictObject({
        name: text(1, 256),
        url: optional(address(false)),
        icon_url: optional(address(true)),
        proxy_icon_url: optional(z.string()),
      }),
    ),
    fields: optional(listOf(field, 0, 25)),
  })
  .superRefine((value, context) => {
    for (const [index, { name, value: shown }] of (value.fields ?? []).entries()) {
      if (name.trim() === '')
        complain(context, ['fields', index, 'name'], 'BASE_TYPE_REQUIRED', 'This field is required');
      if (shown.trim() === '')
        complain(context, ['fields', index, 'value'], 'BASE_TYPE_REQUIRED', 'This field is required');
    }
    const shows = embedLength(value) > 0 || value.image?.url || value.thumbnail?.url || value.video?.url;
    if (!shows) complain(context, ['description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  });

export type EmbedBody = z.output<typeof embed>;

/** The characters of an embed that count towards the limit of all embeds together. */
export function embedLength(
  entry: Pick<EmbedBody, 'title' | 'description' | 'footer' | 'author' | 'fields'>,
): number {
  const fields = (entry.fields ?? []).reduce(
    (sum, { name, value }) => sum + lengthOf(name) + lengthOf(value),
    0,
  );
  const named = [entry.title, entry.description, entry.footer?.text, entry.author?.name];
  return fields + named.reduce((sum, part) => sum + lengthOf(part), 0);
}

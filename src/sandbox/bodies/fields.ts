/** The building blocks of the request bodies' schemas: lengths as Discord counts them, ids, bit sets. */
import { z } from 'zod';

/** Discord counts characters, not UTF-16 units. */
export function lengthOf(text: string | null | undefined): number {
  return text === null || text === undefined ? 0 : [...text].length;
}

type Fields = readonly (string | number)[];

/** Reports a fault of a field with Discord's own code; `parse.ts` hands it on. */
export function complain(
  context: {
    addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string; params: object }): void;
  },
  path: Fields,
  code: string,
  message: string,
): void {
  context.addIssue({ code: 'custom', path: [...path], message, params: { discord: code } });
}

/** Text of `least` to `most` characters. */
export function text(least: number, most: number) {
  return z.string().superRefine((value, context) => {
    const length = lengthOf(value);
    if (length >= least && length <= most) return;
    if (length === 0) complain(context, [], 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (least > 1) {
      complain(context, [], 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
    } else complain(context, [], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  });
}

/** A list of `least` to `most` things. */
export function listOf<Item extends z.ZodType>(item: Item, least: number, most: number) {
  return z.array(item).superRefine((list, context) => {
    if (list.length >= least && list.length <= most) return;
    complain(context, [], 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
  });
}

/** Whatever may be missing or null; null counts as missing. */
export function optional<Type extends z.ZodType>(type: Type) {
  return type.nullish().transform((value) => value ?? undefined);
}

export const snowflake = z.string().regex(/^\d{1,20}$/);

export const int32 = z
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);

/** An address that Discord shows: http or https, and `attachment://` where a file may stand. */
export function address(attachment: boolean) {
  return text(1, 2048).superRefine((value, context) => {
    const schemes = attachment ? /^(?:https?|attachment):\/\/\S+$/i : /^https?:\/\/\S+$/i;
    if (schemes.test(value)) return;
    const known = attachment ? 'http, https, attachment' : 'http, https';
    complain(
      context,
      [],
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${value.split(':')[0]}" is not supported. Scheme must be one of (${known}).`,
    );
  });
}

export const emoji = z.strictObject({
  id: snowflake.nullish(),
  name: z.string().max(32).nullish(),
  animated: z.boolean().nullish(),
});

/** https://docs.discord.com/developers/reference#locales */
const LOCALES: readonly string[] = [
  'id',
  'da',
  'de',
  'en-GB',
  'en-US',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
];

/** Texts by Discord's names of languages. */
export function localised(entry: z.ZodType<string>) {
  return z.record(z.string(), entry.nullable()).superRefine((texts, context) => {
    for (const locale of Object.keys(texts)) {
      if (LOCALES.includes(locale)) continue;
      complain(context, [locale], 'BASE_TYPE_CHOICES', `Value must be one of (${LOCALES.join(', ')}).`);
    }
  });
}

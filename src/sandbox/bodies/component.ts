/** Components of messages: rows, buttons, menus and those of "components v2", with their lengths and counts. */
import { z } from 'zod';
import { address, complain, emoji, int32, listOf, optional, snowflake, text } from './fields.js';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const BUTTON_STYLE = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5, premium: 6 } as const;

const id = int32.nullish();
export const customId = text(1, 100);

/** https://docs.discord.com/developers/components/reference#button-button-structure */
const button = z
  .strictObject({
    type: z.literal(COMPONENT.button),
    id,
    style: z.int().min(1).max(6),
    label: optional(text(0, 80)),
    emoji: optional(emoji),
    custom_id: optional(customId),
    url: optional(address(false).pipe(text(1, 512))),
    sku_id: optional(snowflake),
    disabled: optional(z.boolean()),
  })
  .superRefine((value, context) => {
    const { style } = value;
    const link = style === BUTTON_STYLE.link;
    if (style === BUTTON_STYLE.premium) return;
    if (link && value.url === undefined)
      complain(context, ['url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
    if (link && value.custom_id !== undefined) {
      complain(
        context,
        ['custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    if (!link && value.custom_id === undefined) {
      complain(context, ['custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
    }
    if (!link && value.url !== undefined) {
      complain(
        context,
        ['url'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    if ((value.label ?? '') === '' && value.emoji === undefined) {
      complain(
        context,
        ['label'],
        'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
        'A label or emoji is required',
      );
    }
  });

const menu = {
  id,
  custom_id: customId,
  placeholder: optional(text(0, 150)),
  min_values: optional(z.int().min(0).max(25)),
  max_values: optional(z.int().min(1).max(25)),
  required: optional(z.boolean()),
  disabled: optional(z.boolean()),
};

/** https://docs.discord.com/developers/components/reference#string-select-select-option-structure */
const selectOption = z.strictObject({
  label: text(1, 100),
  value: text(1, 100),
  description: optional(text(0, 100)),
  emoji: optional(emoji),
  default: optional(z.boolean()),
});

const stringSelect = z
  .strictObject({ type: z.literal(COMPONENT.stringSelect), ...menu, options: listOf(selectOption, 1, 25) })
  .superRefine((value, context) => {
    const values = value.options.map((option) => option.value);
    if (new Set(values).size < values.length) {
      complain(
        context,
        ['options'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    if ((value.max_values ?? 1) > values.length || (value.min_values ?? 1) > (value.max_values ?? 1)) {
      complain(context, ['max_values'], 'BASE_TYPE_BAD_INTEGER', 'Does not fit the number of options');
    }
  });

const defaults = optional(z.array(z.strictObject({ id: snowflake, type: z.string() })).max(25));
const entitySelect = (type: 5 | 6 | 7) =>
  z.strictObject({ type: z.literal(type), ...menu, default_values: defaults });
const channelSelect = z.strictObject({
  type: z.literal(COMPONENT.channelSelect),
  ...menu,
  default_values: defaults,
  channel_types: optional(z.array(z.int())),
});

export const selects = [
  stringSelect,
  entitySelect(5),
  entitySelect(6),
  entitySelect(7),
  channelSelect,
] as const;

const row = z
  .strictObject({
    type: z.literal(COMPONENT.row),
    id,
    components: listOf(z.discriminatedUnion('type', [button, ...selects]), 1, 5),
  })
  .superRefine((value, context) => {
    if (value.components.length > 1 && value.components.some((item) => item.type !== COMPONENT.button)) {
      complain(
        context,
        ['components'],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'Maximum width of component exceeded',
      );
    }
  });

const media = z.strictObject({ url: address(true) });
const attachment = z.strictObject({ url: z.string().regex(/^attachment:\/\/\S+$/) });
export const textDisplay = z.strictObject({
  type: z.literal(COMPONENT.textDisplay),
  id,
  content: text(1, 4000),
});
const described = { description: optional(text(0, 1024)), spoiler: optional(z.boolean()) };
const thumbnail = z.strictObject({ type: z.literal(COMPONENT.thumbnail), id, media, ...described });
const section = z.strictObject({
  type: z.literal(COMPONENT.section),
  id,
  components: listOf(textDisplay, 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.strictObject({
  type: z.literal(COMPONENT.gallery),
  id,
  items: listOf(z.strictObject({ media, ...described }), 1, 10),
});
const file = z.strictObject({
  type: z.literal(COMPONENT.file),
  id,
  file: attachment,
  spoiler: optional(z.boolean()),
});
const separator = z.strictObject({
  type: z.literal(COMPONENT.separator),
  id,
  divider: optional(z.boolean()),
  spacing: optional(z.union([z.literal(1), z.literal(2)])),
});
const container = z.strictObject({
  type: z.literal(COMPONENT.container),
  id,
  components: listOf(
    z.discriminatedUnion('type', [row, section, textDisplay, gallery, file, separator]),
    1,
    40,
  ),
  accent_color: optional(z.int().min(0).max(0xffffff)),
  spoiler: optional(z.boolean()),
});

/** What may stand at the top of a message. */
export const messageComponent = z.discriminatedUnion('type', [
  row,
  section,
  textDisplay,
  gallery,
  file,
  separator,
  container,
]);

export type MessageComponent = z.output<typeof messageComponent>;
export type Row = z.output<typeof row>;
export type RowItem = Row['components'][number];
export type Button = z.output<typeof button>;
export type Select = Exclude<RowItem, Button>;
export type AnyComponent = MessageComponent | RowItem | z.output<typeof thumbnail>;

/** Every component of a message, the nested ones too, each with where it stands. */
export function everyComponent(
  components: readonly AnyComponent[],
  path: readonly (string | number)[] = [],
): { readonly component: AnyComponent; readonly path: readonly (string | number)[] }[] {
  return components.flatMap((component, index) => {
    const here = [...path, index];
    const nested =
      'components' in component ? everyComponent(component.components, [...here, 'components']) : [];
    const beside =
      'accessory' in component
        ? everyComponent([component.accessory], here).map((found) => ({
            ...found,
            path: [...here, 'accessory'],
          }))
        : [];
    return [{ component, path: here }, ...nested, ...beside];
  });
}

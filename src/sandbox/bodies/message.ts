/** Bodies of messages: what bots may send and edit, with the limits of content, embeds, components and files. */
import { z } from 'zod';
import { COMPONENT, everyComponent, messageComponent } from './component.js';
import { type EmbedBody, embed, embedLength } from './embed.js';
import { complain, int32, lengthOf, listOf, optional, snowflake, text } from './fields.js';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAG = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** https://docs.discord.com/developers/resources/message#create-message */
const CONTENT_LENGTH = 2000;
const EMBEDS = 10;
const NONCE_LENGTH = 25;
const FILES = 10;
/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const EMBEDS_LENGTH = 6000;
/** https://docs.discord.com/developers/components/reference#legacy-message-component-behavior */
const ROWS = 5;
/** https://docs.discord.com/developers/components/reference#container */
const COMPONENTS = 40;
const TEXT_DISPLAYS_LENGTH = 4000;

const allowedMentions = z
  .strictObject({
    parse: optional(z.array(z.enum(['users', 'roles', 'everyone'])).max(3)),
    users: optional(listOf(snowflake, 0, 100)),
    roles: optional(listOf(snowflake, 0, 100)),
    replied_user: optional(z.boolean()),
  })
  .superRefine((value, context) => {
    for (const kind of ['users', 'roles'] as const) {
      if (value.parse?.includes(kind) && (value[kind]?.length ?? 0) > 0) {
        complain(
          context,
          ['parse'],
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        );
      }
    }
  });

export type AllowedMentions = z.output<typeof allowedMentions>;

const attachment = z.strictObject({
  id: z.union([snowflake, z.int()]),
  filename: optional(z.string()),
  title: optional(text(0, 1024)),
  description: optional(text(0, 1024)),
  duration_secs: optional(z.number()),
  waveform: optional(z.string()),
  // An edit names the files to keep as it knows them.
  url: optional(z.string()),
  proxy_url: optional(z.string()),
  size: optional(z.int()),
  content_type: optional(z.string()),
  width: optional(z.int()),
  height: optional(z.int()),
  ephemeral: optional(z.boolean()),
  flags: optional(z.int()),
});

/** Null empties, missing leaves as it is: an edit tells them apart. */
const shared = {
  content: text(0, CONTENT_LENGTH).nullish(),
  embeds: listOf(embed, 0, EMBEDS).nullish(),
  components: z.array(messageComponent).nullish(),
  attachments: listOf(attachment, 0, FILES).nullish(),
  allowed_mentions: optional(allowedMentions),
  flags: optional(int32),
  tts: optional(z.boolean()),
  // discord.js sends both with every message, where they have no effect too.
  nonce: optional(z.union([text(0, NONCE_LENGTH), z.int()])),
  enforce_nonce: optional(z.boolean()),
};

/** POST and PATCH of a channel's messages. https://docs.discord.com/developers/resources/message#create-message */
export const channelMessage = z
  .strictObject({
    ...shared,
    message_reference: optional(
      z.strictObject({
        type: optional(z.literal(0)),
        message_id: snowflake,
        channel_id: optional(snowflake),
        guild_id: optional(snowflake),
        fail_if_not_exists: optional(z.boolean()),
      }),
    ),
  })
  .superRefine(wholeMessage);

/** Answers to interactions and follow-ups. https://docs.discord.com/developers/resources/webhook#execute-webhook */
export const webhookMessage = z.strictObject(shared).superRefine(wholeMessage);

export type MessageBody = z.output<typeof webhookMessage>;
export type ChannelMessageBody = z.output<typeof channelMessage>;

type Whole = {
  content?: string | null | undefined;
  flags?: number | undefined;
  embeds?: readonly EmbedBody[] | null | undefined;
  components?: readonly z.output<typeof messageComponent>[] | null | undefined;
};

/** The rules that span a message. */
function wholeMessage(message: Whole, context: Parameters<typeof complain>[0]): void {
  const embedded = (message.embeds ?? []).reduce((sum, entry) => sum + embedLength(entry), 0);
  if (embedded > EMBEDS_LENGTH) {
    complain(
      context,
      ['embeds'],
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${EMBEDS_LENGTH}`,
    );
  }
  const v2 = ((message.flags ?? 0) & FLAG.componentsV2) !== 0;
  const all = everyComponent(message.components ?? []);
  const taken = new Set<string>();
  for (const { component, path } of all) {
    if (!('custom_id' in component) || component.custom_id === undefined) continue;
    if (taken.has(component.custom_id)) {
      complain(
        context,
        ['components', ...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    }
    taken.add(component.custom_id);
  }
  if (all.length > COMPONENTS) {
    complain(
      context,
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Maximum number of components exceeded (${COMPONENTS})`,
    );
  }
  if (!v2) {
    plainComponents(message, context);
    return;
  }
  const shown = all.reduce(
    (sum, { component }) => sum + ('content' in component ? lengthOf(component.content) : 0),
    0,
  );
  if (shown > TEXT_DISPLAYS_LENGTH) {
    complain(
      context,
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total displayable text size exceeds ${TEXT_DISPLAYS_LENGTH}`,
    );
  }
  for (const key of ['content', 'embeds'] as const) {
    if ((message[key]?.length ?? 0) === 0) continue;
    complain(
      context,
      [key],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

function plainComponents(message: Whole, context: Parameters<typeof complain>[0]): void {
  const components = message.components ?? [];
  if (components.length > ROWS) {
    complain(context, ['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${ROWS} in length.`);
  }
  for (const [index, component] of components.entries()) {
    if (component.type === COMPONENT.row) continue;
    complain(
      context,
      ['components', index, 'type'],
      'UNION_TYPE_CHOICES',
      'Value of field "type" must be one of (1,).',
    );
  }
}

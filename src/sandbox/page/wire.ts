/**
 * What the sandbox and its page in the browser say to each other. Messages, commands and modals are Discord's own
 * JSON; the schemas name the parts that the page shows. Runs in both: nothing of Node.js may be imported here.
 */
import * as z from 'zod/mini';

const user = z.object({
  id: z.string(),
  username: z.string(),
  global_name: z.nullable(z.string()),
  bot: z.boolean(),
});

/** https://docs.discord.com/developers/resources/message#embed-object */
const media = z.object({ url: z.string() });
export const embed = z.object({
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  url: z.optional(z.string()),
  color: z.optional(z.number()),
  timestamp: z.optional(z.string()),
  author: z.optional(z.object({ name: z.string(), url: z.optional(z.string()) })),
  footer: z.optional(z.object({ text: z.string() })),
  image: z.optional(media),
  thumbnail: z.optional(media),
  fields: z.optional(z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean() }))),
});
export type Embed = z.infer<typeof embed>;

const attachment = z.object({
  id: z.string(),
  filename: z.string(),
  size: z.number(),
  content_type: z.string(),
  url: z.string(),
  description: z.optional(z.string()),
});
export type Attachment = z.infer<typeof attachment>;

const option = z.object({
  label: z.string(),
  value: z.string(),
  description: z.optional(z.string()),
  default: z.optional(z.boolean()),
});

/** Components of all kinds: which parts one has depends on its `type`. */
export const component = z.object({
  type: z.number(),
  style: z.optional(z.number()),
  label: z.optional(z.string()),
  emoji: z.optional(z.object({ name: z.nullish(z.string()) })),
  custom_id: z.optional(z.string()),
  url: z.optional(z.string()),
  disabled: z.optional(z.boolean()),
  required: z.optional(z.boolean()),
  placeholder: z.optional(z.string()),
  options: z.optional(z.array(option)),
  min_values: z.optional(z.number()),
  max_values: z.optional(z.number()),
  min_length: z.optional(z.number()),
  max_length: z.optional(z.number()),
  value: z.optional(z.string()),
  content: z.optional(z.string()),
  description: z.nullish(z.string()),
  accent_color: z.nullish(z.number()),
  divider: z.optional(z.boolean()),
  media: z.optional(media),
  items: z.optional(z.array(z.object({ media, description: z.nullish(z.string()) }))),
  get components() {
    return z.optional(z.array(component));
  },
  get component() {
    return z.optional(component);
  },
  get accessory() {
    return z.optional(component);
  },
});
export type Component = z.infer<typeof component>;

const quotedMessage = z.object({
  id: z.string(),
  author: user,
  content: z.string(),
  embeds: z.array(embed),
});

/** https://docs.discord.com/developers/resources/message#message-object */
export const message = z.object({
  id: z.string(),
  type: z.number(),
  channel_id: z.string(),
  author: user,
  content: z.string(),
  timestamp: z.string(),
  edited_timestamp: z.nullable(z.string()),
  flags: z.number(),
  mentions: z.array(user),
  attachments: z.array(attachment),
  embeds: z.array(embed),
  components: z.array(component),
  reactions: z.optional(z.array(z.object({ emoji: z.object({ name: z.string() }), count: z.number() }))),
  referenced_message: z.nullish(quotedMessage),
  interaction: z.optional(z.object({ name: z.string(), user })),
});
export type Message = z.infer<typeof message>;

const localised = z.nullish(z.record(z.string(), z.string()));
export const choice = z.object({
  name: z.string(),
  name_localizations: localised,
  value: z.union([z.string(), z.number()]),
});
export type Choice = z.infer<typeof choice>;

export const commandOption = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  name_localizations: localised,
  description_localizations: localised,
  required: z.optional(z.boolean()),
  autocomplete: z.optional(z.boolean()),
  choices: z.optional(z.array(choice)),
  max_length: z.optional(z.number()),
  get options() {
    return z.optional(z.array(commandOption));
  },
});
export type CommandOption = z.infer<typeof commandOption>;

/** A registered command, with the channels in which it is offered to the person. */
export const command = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string(),
  description: z.string(),
  name_localizations: localised,
  description_localizations: localised,
  options: z.optional(z.array(commandOption)),
  channels: z.array(z.string()),
});
export type Command = z.infer<typeof command>;

const channel = z.object({
  id: z.string(),
  kind: z.enum(['text', 'thread', 'direct']),
  name: z.string(),
  /** Of the channel that a thread is in. */
  parent: z.nullable(z.string()),
});
export type Channel = z.infer<typeof channel>;

const person = z.object({ id: z.string(), name: z.string(), role: z.string(), locale: z.string() });
export type Person = z.infer<typeof person>;

/** A line of the drawer: a request of the bot, an event that it was sent, or what became of its connection. */
const logLine = z.object({
  number: z.number(),
  time: z.string(),
  kind: z.enum(['request', 'event', 'connection', 'problem']),
  title: z.string(),
  status: z.optional(z.number()),
  detail: z.optional(z.string()),
});
export type LogLine = z.infer<typeof logLine>;

/** Something more that can be done here, beyond what Discord has. */
const action = z.object({ id: z.string(), label: z.string(), hint: z.string() });

const scene = z.object({
  kind: z.literal('scene'),
  bot: z.object({ id: z.string(), name: z.string() }),
  guild: z.string(),
  me: z.string(),
  people: z.array(person),
  roles: z.array(z.object({ id: z.string(), name: z.string() })),
  channels: z.array(channel),
  commands: z.array(command),
  messages: z.array(message),
  examples: z.array(z.string()),
  actions: z.array(action),
  connected: z.boolean(),
  log: z.array(logLine),
});
export type Scene = z.infer<typeof scene>;

/** What the page is told: everything first, then each change. */
export const pageEvent = z.discriminatedUnion('kind', [
  scene,
  z.object({ kind: z.literal('message'), message }),
  z.object({ kind: z.literal('gone'), channel: z.string(), id: z.string() }),
  z.object({ kind: z.literal('typing'), channel: z.string() }),
  z.object({ kind: z.literal('channels'), channels: z.array(channel), commands: z.array(command) }),
  z.object({ kind: z.literal('connection'), connected: z.boolean() }),
  z.object({ kind: z.literal('log'), line: logLine }),
]);
export type PageEvent = z.infer<typeof pageEvent>;

export const modal = z.object({
  /** What the submission names. */
  id: z.string(),
  title: z.string(),
  components: z.array(component),
});
export type Modal = z.infer<typeof modal>;

/** What an act leads to; a new or changed message comes as an event. */
export const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('said'), text: z.string() }),
  z.object({ kind: z.literal('choices'), choices: z.array(choice) }),
  z.object({ kind: z.literal('modal'), modal }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type Outcome = z.infer<typeof outcome>;

const typed = z.union([z.string(), z.number(), z.boolean()]);
const options = z.record(z.string(), typed);
const where = { as: z.string(), channel: z.string() };
const onMessage = { ...where, message: z.string() };
export type Typed = z.infer<typeof typed>;

/** What a person can do on the page. */
export const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('say'), ...where, text: z.string(), replyTo: z.nullable(z.string()) }),
  z.object({ act: z.literal('slash'), ...where, command: z.string(), options }),
  z.object({
    act: z.literal('complete'),
    ...where,
    command: z.string(),
    option: z.string(),
    typed: z.string(),
    others: options,
  }),
  z.object({ act: z.literal('click'), ...onMessage, button: z.string() }),
  z.object({ act: z.literal('pick'), ...onMessage, menu: z.string(), values: z.array(z.string()) }),
  z.object({ act: z.literal('use'), ...onMessage, command: z.string() }),
  z.object({ act: z.literal('delete'), ...onMessage }),
  z.object({
    act: z.literal('submit'),
    as: z.string(),
    modal: z.string(),
    values: z.record(z.string(), z.string()),
  }),
  z.object({ act: z.literal('language'), as: z.string(), locale: z.string() }),
  z.object({ act: z.literal('fault'), fault: z.enum(['cut', 'server-error', 'rate-limit']) }),
  z.object({ act: z.literal('action'), id: z.string() }),
]);
export type Act = z.infer<typeof act>;

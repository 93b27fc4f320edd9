/** The state of the sandbox's Discord and the only ways to change it; each change is told to whoever listens. */
import { Changes } from './changes.js';
import type { Clock } from './clock.js';
import type {
  Channel,
  Command,
  DirectChannel,
  Guild,
  GuildChannel,
  Interaction,
  InteractionState,
  Member,
  Message,
  User,
} from './model.js';
import { bitsOf, EVERYBODY } from './permissions.js';
import { snowflakes } from './snowflakes.js';

/** What a new message may leave to its defaults. */
export type NewMessage = Pick<Message, 'channel' | 'author'> &
  Partial<Omit<Message, 'id' | 'channel' | 'author' | 'createdAt' | 'editedAt' | 'reactions' | 'deleted'>>;

export class World {
  readonly changes = new Changes();
  readonly clock: Clock;
  readonly newId: () => string;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly interactions = new Map<string, Interaction>();
  readonly interactionsByToken = new Map<string, Interaction>();
  /** By guild id; the global ones under null. */
  readonly commands = new Map<string | null, readonly Command[]>();
  /** The bot's account; its application has the same id, as with every newer application. */
  readonly bot: User;
  /** Where the sandbox serves, as in `http://127.0.0.1:4000`; known once it listens. */
  origin = '';

  constructor(clock: Clock, botName: string) {
    this.clock = clock;
    this.newId = snowflakes(clock);
    this.bot = this.addUser({ name: botName, bot: true });
  }

  addUser(user: Partial<Omit<User, 'id'>> & { name: string }): User {
    const added: User = {
      bot: false,
      locale: 'en-GB',
      acceptsDirectMessages: true,
      hasInstalled: false,
      ...user,
      id: this.newId(),
    };
    this.users.set(added.id, added);
    return added;
  }

  /** A server with its @everyone role and its owner, and nothing else. */
  addGuild(name: string, owner: User, locale: string): Guild {
    const id = this.newId();
    const everyone = {
      id,
      name: '@everyone',
      permissions: bitsOf(EVERYBODY),
      position: 0,
      mentionable: false,
    };
    const guild: Guild = {
      id,
      name,
      locale,
      ownerId: owner.id,
      roles: new Map([[id, everyone]]),
      members: new Map(),
      channels: new Map(),
      outage: false,
    };
    this.guilds.set(id, guild);
    this.addMember(guild, owner, []);
    return guild;
  }

  addMember(guild: Guild, user: User, roles: readonly string[]): Member {
    const member: Member = { user, guild, roles: new Set(roles), joinedAt: this.clock.now() };
    guild.members.set(user.id, member);
    this.changes.tell(
      user.id === this.bot.id ? { kind: 'guild-added', guild } : { kind: 'member-joined', member },
    );
    return member;
  }

  /** The bot leaves the server, or is thrown out. */
  removeBot(guild: Guild): void {
    guild.members.delete(this.bot.id);
    this.changes.tell({ kind: 'guild-removed', guild, outage: false });
  }

  /** Discord loses the server for a while, or has it again. */
  setOutage(guild: Guild, outage: boolean): void {
    guild.outage = outage;
    this.changes.tell(outage ? { kind: 'guild-removed', guild, outage } : { kind: 'guild-added', guild });
  }

  addRole(guild: Guild, name: string, permissions: bigint, mentionable = true) {
    const role = { id: this.newId(), name, permissions, position: guild.roles.size, mentionable };
    guild.roles.set(role.id, role);
    this.changes.tell({ kind: 'role-created', guild, role });
    return role;
  }

  /** `parent`: the channel in which it is a public thread. */
  addChannel(guild: Guild, name: string, parent: GuildChannel | null = null): GuildChannel {
    const channel: GuildChannel = {
      kind: 'guild',
      id: this.newId(),
      guild,
      name,
      parent,
      position: guild.channels.size,
      overwrites: new Map(),
      messages: new Map(),
    };
    guild.channels.set(channel.id, channel);
    this.channels.set(channel.id, channel);
    this.changes.tell({ kind: 'channel-created', channel });
    return channel;
  }

  removeChannel(channel: GuildChannel): void {
    channel.guild.channels.delete(channel.id);
    this.channels.delete(channel.id);
    this.changes.tell({ kind: 'channel-deleted', channel });
  }

  /** The conversation with this person, opened if need be. */
  directChannel(user: User): DirectChannel {
    for (const channel of this.channels.values()) {
      if (channel.kind === 'direct' && channel.user.id === user.id) return channel;
    }
    const channel: DirectChannel = { kind: 'direct', id: this.newId(), user, messages: new Map() };
    this.channels.set(channel.id, channel);
    this.changes.tell({ kind: 'direct-channel-opened', channel });
    return channel;
  }

  addMessage(given: NewMessage): Message {
    const message: Message = {
      type: 0,
      content: '',
      embeds: [],
      components: [],
      attachments: [],
      mentions: { users: [], roles: [], everyone: false },
      flags: 0,
      tts: false,
      nonce: null,
      repliesTo: null,
      interaction: null,
      webhookId: null,
      onlyFor: null,
      ...given,
      id: this.newId(),
      createdAt: this.clock.now(),
      editedAt: null,
      reactions: new Map(),
      deleted: false,
    };
    message.channel.messages.set(message.id, message);
    this.changes.tell({ kind: 'message-created', message });
    return message;
  }

  /** Changes what a message shows; a loading one only now becomes an answer and does not count as edited. */
  editMessage(message: Message, edit: Partial<Message>, loaded = false): void {
    Object.assign(message, edit, loaded ? {} : { editedAt: this.clock.now() });
    this.changes.tell({ kind: 'message-edited', message });
  }

  deleteMessage(message: Message): void {
    message.deleted = true;
    message.channel.messages.delete(message.id);
    this.changes.tell({ kind: 'message-deleted', message });
  }

  setCommands(guildId: string | null, commands: readonly Command[]): void {
    this.commands.set(guildId, commands);
    this.changes.tell({ kind: 'commands-changed', guildId, commands });
  }

  addInteraction(interaction: Interaction): void {
    this.interactions.set(interaction.id, interaction);
    this.interactionsByToken.set(interaction.token, interaction);
    this.changes.tell({ kind: 'interaction-created', interaction });
  }

  answerInteraction(interaction: Interaction, state: InteractionState, original: Message | null): void {
    interaction.state = state;
    interaction.original = original;
    this.changes.tell(
      state.state === 'no-answer'
        ? { kind: 'interaction-unanswered', interaction }
        : { kind: 'interaction-answered', interaction },
    );
  }

  problem(text: string): void {
    this.changes.tell({ kind: 'problem', text });
  }
}

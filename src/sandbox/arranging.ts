/** Building a server before and during a scene: roles, channels, members, and who may do what. */
import type { Guild, GuildChannel, Member, Role, User } from './model.js';
import { bitsOf, EVERYBODY, type PermissionName } from './permissions.js';
import { ShownMessage } from './shown.js';
import type { World } from './world.js';

export type GuildOptions = {
  readonly name?: string;
  /** The language of the server. */
  readonly locale?: string;
  /** What the bot's own role allows; unless said otherwise, what everybody may do. */
  readonly botPermissions?: readonly PermissionName[];
  /** Whether the bot is on it; it is unless said otherwise. */
  readonly bot?: boolean;
};

export type PersonOptions = {
  readonly name: string;
  readonly locale?: string;
  readonly directMessages?: boolean;
};

export type MemberOptions = PersonOptions & {
  readonly roles?: readonly ArrangedRole[];
  /** Shorthand for a role of their own with these permissions. */
  readonly permissions?: readonly PermissionName[];
};

/** A person, on servers or only in direct messages. */
export class Person {
  readonly user: User;

  constructor(user: User) {
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  get name(): string {
    return this.user.name;
  }

  /** How one writes a mention of them. */
  get mention(): string {
    return `<@${this.user.id}>`;
  }

  /** Installs the bot for themselves: its commands that allow it are offered to them on every server. */
  installBot(): void {
    this.user.hasInstalled = true;
  }

  /** From now on bots cannot write to them. */
  closeDirectMessages(): void {
    this.user.acceptsDirectMessages = false;
  }
}

export class ArrangedRole {
  readonly role: Role;

  constructor(role: Role) {
    this.role = role;
  }

  get id(): string {
    return this.role.id;
  }

  get mention(): string {
    return `<@&${this.role.id}>`;
  }
}

/** A server. */
export class ArrangedGuild {
  readonly guild: Guild;
  readonly #world: World;

  constructor(world: World, options: GuildOptions) {
    this.#world = world;
    const owner = world.addUser({ name: `Owner of ${options.name ?? 'the server'}` });
    this.guild = world.addGuild(options.name ?? 'A server', owner, options.locale ?? 'en-GB');
    if (options.bot !== false) this.addBot(options.botPermissions);
  }

  get id(): string {
    return this.guild.id;
  }

  /** A text channel. */
  channel(name = 'general'): ArrangedChannel {
    return new ArrangedChannel(this.#world, this.#world.addChannel(this.guild, name));
  }

  /** A role that anyone may mention, unless said otherwise. */
  role(options: {
    name: string;
    permissions?: readonly PermissionName[];
    mentionable?: boolean;
  }): ArrangedRole {
    const { name, permissions = [], mentionable = true } = options;
    return new ArrangedRole(this.#world.addRole(this.guild, name, bitsOf(permissions), mentionable));
  }

  /** The role that everybody has. */
  get everyone(): ArrangedRole {
    const role = this.guild.roles.get(this.guild.id);
    if (role === undefined) throw new Error('A server always has the role @everyone.');
    return new ArrangedRole(role);
  }

  /** Somebody new, or somebody known from another server. */
  member(options: MemberOptions | Person): Person {
    const person = options instanceof Person ? options : newPerson(this.#world, options);
    const given: Partial<MemberOptions> = options instanceof Person ? {} : options;
    const roles = [...(given.roles ?? [])];
    if (given.permissions)
      roles.push(this.role({ name: `of ${person.name}`, permissions: given.permissions }));
    this.#world.addMember(
      this.guild,
      person.user,
      roles.map(({ id }) => id),
    );
    return person;
  }

  /** What @everyone may do. */
  setEverybody(permissions: readonly PermissionName[]): void {
    const role = this.guild.roles.get(this.guild.id);
    if (role === undefined) throw new Error('A server always has the role @everyone.');
    role.permissions = bitsOf(permissions);
    this.#world.changes.tell({ kind: 'role-updated', guild: this.guild, role });
  }

  /** The bot joins, as when somebody adds it. */
  addBot(permissions: readonly PermissionName[] = EVERYBODY): Member {
    const role = this.#world.addRole(this.guild, this.#world.bot.name, bitsOf(permissions));
    return this.#world.addMember(this.guild, this.#world.bot, [role.id]);
  }

  /** The bot is thrown out. */
  removeBot(): void {
    this.#world.removeBot(this.guild);
  }

  /** Discord loses the server, or has it again. */
  setOutage(outage: boolean): void {
    this.#world.setOutage(this.guild, outage);
  }
}

/** A text channel of a server. */
export class ArrangedChannel {
  readonly channel: GuildChannel;
  readonly #world: World;

  constructor(world: World, channel: GuildChannel) {
    this.#world = world;
    this.channel = channel;
  }

  get id(): string {
    return this.channel.id;
  }

  get mention(): string {
    return `<#${this.channel.id}>`;
  }

  /** Whatever everybody can read here, oldest first. */
  get messages(): ShownMessage[] {
    const all = [...this.channel.messages.values()].filter((message) => message.onlyFor === null);
    return all.map((message) => new ShownMessage(message));
  }

  /** A public thread in it. */
  thread(name: string): ArrangedChannel {
    const { guild } = this.channel;
    return new ArrangedChannel(this.#world, this.#world.addChannel(guild, name, this.channel));
  }

  /** Allows and denies a role or a person something here. */
  overwrite(
    target: ArrangedRole | Person,
    change: { allow?: readonly PermissionName[]; deny?: readonly PermissionName[] },
  ): void {
    this.channel.overwrites.set(target.id, {
      target: target instanceof ArrangedRole ? 'role' : 'member',
      allow: bitsOf(change.allow ?? []),
      deny: bitsOf(change.deny ?? []),
    });
    this.#world.changes.tell({ kind: 'channel-updated', channel: this.channel });
  }

  delete(): void {
    this.#world.removeChannel(this.channel);
  }
}

/** Somebody who is on no server yet. */
export function newPerson(world: World, options: PersonOptions): Person {
  const { name, locale = 'en-GB', directMessages = true } = options;
  return new Person(world.addUser({ name, locale, acceptsDirectMessages: directMessages }));
}

/** `/subscriptions add`: subscribes a channel, or in a direct message oneself, after everything it needs was checked. */
import type { ChatInputCommandInteraction, GuildBasedChannel, GuildMember } from 'discord.js';
import type { CommandContext, Language } from '../../src/discord/command.js';
import { UserMistake } from '../../src/discord/errors.js';
import { respond } from '../../src/discord/reply.js';
import { howItComesIn } from '../../src/discord/subscriptions/incoming.js';
import { subscriptionsHere } from '../../src/discord/subscriptions/list-page.js';
import { lackedBy, mayManageChannel, mustBeMentionable } from '../../src/discord/subscriptions/places.js';
import { subjectsOf } from '../../src/discord/subscriptions/subjects.js';
import { placeOf, whatOf } from '../../src/discord/subscriptions/told.js';
import { subscriptionWordsOf } from '../../src/language/subscription-words.js';
import type { SubscriptionToAdd } from '../../src/state/index.js';
import { languageIn, targetIn, timingIn } from './options.js';

/** Live subscriptions of one server, or of one person's direct messages: more are hard to keep in view. */
const LIMIT = { server: 100, person: 25 };

/** Promises only what is on the disk, and says how such figures come in. */
export async function add(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void> {
  const { state, engine, language } = context;
  const words = subscriptionWordsOf(language);
  const wanted: SubscriptionToAdd = {
    ...(await placeFor(interaction, language)),
    createdBy: interaction.user.id,
    to: targetIn(interaction, context),
    when: timingIn(interaction),
    language: languageIn(interaction, context),
  };
  await mustHaveRoom(interaction, context);
  const outcome = await state.subscriptions.add(wanted);
  const subscription = 'added' in outcome ? outcome.added : outcome.existing;
  const { roleId } = subscription;
  const told = {
    place: placeOf(subscription, language),
    what: whatOf(subscription, subjectsOf(engine.knowledge()), language),
    when: words.when[subscription.when],
    role: roleId === null ? undefined : `<@&${roleId}>`,
  };
  const lines =
    'added' in outcome
      ? [words.added(told), ...howItComesIn(subscription.to, engine.knowledge(), language)]
      : [words.already(told)];
  await respond(interaction, { content: lines.join('\n') }, context, { private: true });
}

type Place = Pick<SubscriptionToAdd, 'guildId' | 'channelId' | 'roleId'>;

/** Where to write and whom to mention; throws a UserMistake that names what is missing. */
async function placeFor(interaction: ChatInputCommandInteraction, language: Language): Promise<Place> {
  const { mistakes } = subscriptionWordsOf(language);
  const { options, guildId, channelId } = interaction;
  if (guildId === null) {
    if (options.getChannel('channel') || options.getRole('role'))
      throw new UserMistake(mistakes.onlyForYourself);
    return { guildId: null, channelId, roleId: null };
  }
  if (!interaction.inCachedGuild()) throw new UserMistake(mistakes.notOnServer);
  const { guild, member } = interaction;
  const chosen = options.getChannel('channel')?.id ?? channelId;
  const channel = guild.channels.cache.get(chosen);
  // Discord tells of all channels but private threads that the bot was not added to.
  if (!channel) throw new UserMistake(lacks('this', ['view-channel'], language));
  if (!mayManageChannel(member, channel)) throw new UserMistake(mistakes.needsManage(`#${channel.name}`));
  const me = guild.members.me ?? (await guild.members.fetchMe());
  const lacked = lackedBy(me, channel);
  if (lacked.length > 0) throw new UserMistake(lacks(channel.name, lacked, language));
  return { guildId, channelId: channel.id, roleId: roleIn(interaction, { member, me, channel }, language) };
}

function roleIn(
  interaction: ChatInputCommandInteraction<'cached'>,
  people: { member: GuildMember; me: GuildMember; channel: GuildBasedChannel },
  language: Language,
): string | null {
  const role = interaction.options.getRole('role');
  if (!role) return null;
  mustBeMentionable(role, people, language);
  return role.id;
}

function lacks(channel: string, lacked: ReturnType<typeof lackedBy>, language: Language): string {
  const { mistakes, permissions } = subscriptionWordsOf(language);
  return mistakes.lacks(
    `#${channel}`,
    lacked.map((one) => permissions[one]),
  );
}

async function mustHaveRoom(
  interaction: ChatInputCommandInteraction,
  { state, language }: CommandContext,
): Promise<void> {
  const limit = interaction.guildId === null ? LIMIT.person : LIMIT.server;
  const live = (await subscriptionsHere(interaction, state)).filter(({ status }) => status.kind !== 'ended');
  if (live.length >= limit) throw new UserMistake(subscriptionWordsOf(language).mistakes.tooMany(limit));
}

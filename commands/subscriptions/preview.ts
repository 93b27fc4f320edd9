/** `/subscriptions preview`: what a message would look like, made of the newest figures. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { CommandContext } from '../../src/discord/command.js';
import { UserMistake } from '../../src/discord/errors.js';
import type { ButtonRow } from '../../src/discord/message.js';
import { respond } from '../../src/discord/reply.js';
import { subjectsOf } from '../../src/discord/subscriptions/subjects.js';
import { subscriptionWordsOf } from '../../src/language/subscription-words.js';
import { updateWordsOf } from '../../src/language/update-words.js';
import { sampleOf } from '../../src/updates/sample.js';
import { updateMessage } from '../../src/updates/update-message.js';
import { languageIn, targetIn, timingIn } from './options.js';

/** So many figures a preview shows: enough to see the form. */
const SHOWN = 3;

/** Shows it to the person only; its buttons do nothing. */
export async function preview(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<void> {
  const { engine, language, now } = context;
  const knowledge = engine.knowledge();
  const subjects = subjectsOf(knowledge);
  const to = targetIn(interaction, context);
  const updates = sampleOf(subjects.metrics(to), SHOWN, knowledge, now());
  if (updates.length === 0) {
    throw new UserMistake(subscriptionWordsOf(language).mistakes.nothingToShow(subjects.label(to, language)));
  }
  const shownIn = languageIn(interaction, context);
  const subscription = {
    id: 'preview',
    guildId: interaction.guildId,
    channelId: interaction.channelId,
    createdBy: interaction.user.id,
    to,
    when: timingIn(interaction),
    roleId: null,
    language: shownIn,
    createdAt: now(),
    status: { kind: 'active' },
  } as const;
  const message = updateMessage(updates, { messageId: 'preview', subscription }, knowledge);
  const note = `-# ${updateWordsOf(language).previewOnly}`;
  const [first, ...others] = message.embeds ?? [];
  await respond(
    interaction,
    {
      ...message,
      embeds: [{ ...first, description: `${first?.description ?? ''}\n${note}` }, ...others],
      components: (message.components ?? []).map(withoutEffect),
    },
    context,
    { private: true },
  );
}

function withoutEffect(row: ButtonRow): ButtonRow {
  return { ...row, components: row.components.map((button) => ({ ...button, disabled: true })) };
}

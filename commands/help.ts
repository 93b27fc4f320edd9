/** `/help`: what the bot can answer, how old its knowledge is, what it stores and for how long. */
import { inlineCode } from 'discord.js';
import { suggestRow } from '../src/discord/buttons/rows.js';
import type { Command, CommandContext } from '../src/discord/command.js';
import { EVERYWHERE } from '../src/discord/everywhere.js';
import { respond } from '../src/discord/reply.js';
import { described, discordCatalogueOf } from '../src/language/discord-catalogue.js';
import { formatAge, formatDate, formatNumber } from '../src/language/format.js';
import {
  BUTTONS_LIVE_DAYS,
  ENDED_KEPT_DAYS,
  FOLLOW_UPS_LIVE_HOURS,
  LEFT_GUILDS_KEPT_DAYS,
  UNKNOWN_KEPT_DAYS,
} from '../src/state/index.js';

const DAY = 86_400_000;

export default {
  data: {
    name: 'help',
    ...described(({ help }) => help.description),
    ...EVERYWHERE,
  },

  async run(interaction, context) {
    const { help } = discordCatalogueOf(context.language);
    const examples = help.examples.map((example) => `- ${inlineCode(example)}`);
    const stored = help.storedLines({
      buttonDays: BUTTONS_LIVE_DAYS,
      followUpHours: FOLLOW_UPS_LIVE_HOURS,
      leftServerDays: LEFT_GUILDS_KEPT_DAYS,
      unknownDays: UNKNOWN_KEPT_DAYS,
      endedDays: ENDED_KEPT_DAYS,
    });
    const embed = {
      title: help.title,
      description: help.intro,
      fields: [
        {
          name: help.asking,
          value: [...examples, help.mention(`<@${interaction.client.user.id}>`), help.checking].join('\n'),
        },
        { name: help.knowledge, value: knowledgeLines(context).join('\n') },
        { name: help.stored, value: stored.map((line) => `- ${line}`).join('\n') },
      ],
    };
    const components = suggestRow(context.language);
    await respond(interaction, { embeds: [embed], components }, context, { private: true });
  },
} satisfies Command;

function knowledgeLines({ engine, language, now }: CommandContext): string[] {
  const { help } = discordCatalogueOf(language);
  const { figures, quotes, sources } = engine.counts();
  const count = (value: number) => formatNumber(value, language);
  const held = help.holds({ figures: count(figures), quotes: count(quotes), sources: count(sources) });
  const newest = engine.newestDate();
  if (newest === undefined) return [held];
  const days = Math.max(0, Math.floor((now().getTime() - Date.parse(newest)) / DAY));
  return [help.newest(formatDate(newest, language), formatAge(days, language)), held];
}

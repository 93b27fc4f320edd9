/** Pictures beside answers: made while the answer is on its way, and never a reason for it to fail. */
import { PermissionFlagsBits } from 'discord.js';
import type { MetricSeries } from '../answers/series.js';
import { chartOf } from './charting.js';
import type { CommandContext, Language } from './command.js';
import type { BotMessage } from './message.js';
import type { Answerable } from './reply.js';

export type Picture = { name: string; data: Buffer; description: string };

/** The chart of these series; undefined (and logged) where there is none, it fails, or files may not be attached there. */
export async function pictureOf(
  series: readonly MetricSeries[],
  language: Language,
  interaction: Pick<Answerable, 'id' | 'appPermissions'>,
  { charts, engine, log }: CommandContext,
): Promise<Picture | undefined> {
  if (!charts || !interaction.appPermissions.has(PermissionFlagsBits.AttachFiles)) return undefined;
  try {
    const charted = chartOf(series, language, (id) => engine.sourceName(id, language));
    if (!charted) return undefined;
    const data = await charts.draw(charted.chart);
    return { name: charted.fileName, data, description: charted.description };
  } catch (error) {
    log.error(
      { err: error, interaction: interaction.id },
      'a chart could not be drawn; the answer goes out without it',
    );
    return undefined;
  }
}

/** The message with the picture under its text. */
export function withPicture(message: BotMessage, picture: Picture | undefined): BotMessage {
  if (!picture) return message;
  const [first = {}, ...others] = message.embeds ?? [];
  const image = { url: `attachment://${picture.name}` };
  return { ...message, embeds: [{ ...first, image }, ...others], files: [picture] };
}

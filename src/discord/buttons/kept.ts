/** The answer that a button belongs to, found again by its short id. */
import { type KeptQuery, readKeptQuery } from '../../answers/kept-query.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import { BUTTONS_LIVE_DAYS } from '../../state/index.js';
import type { CommandContext } from '../command.js';
import { UserMistake } from '../errors.js';

export type Kept = { query: KeptQuery; askerId: string };

/** Throws a UserMistake where it has expired, or was written by a version that kept it in another form. */
export async function keptAnswer(id: string, { state, language }: CommandContext): Promise<Kept> {
  const saved = await state.answers.byId(id);
  const query = saved && readKeptQuery(saved.query);
  if (!saved || !query) {
    throw new UserMistake(discordCatalogueOf(language).room.buttonExpired(BUTTONS_LIVE_DAYS));
  }
  return { query, askerId: saved.askerId };
}

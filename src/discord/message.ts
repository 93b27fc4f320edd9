/** A message as the bot writes it: what every renderer returns and every reply sends. */
import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';

export type ButtonRow = APIActionRowComponent<APIButtonComponent>;

export type BotMessage = {
  content?: string;
  embeds?: readonly APIEmbed[];
  components?: readonly ButtonRow[];
  files?: readonly { name: string; data: Buffer; description?: string }[];
};

/** A message as the bot writes it: what every renderer returns and every reply sends. */
import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';

export type ButtonRow = APIActionRowComponent<APIButtonComponent>;

export type BotMessage = {
  content?: string;
  embeds?: readonly APIEmbed[];
  components?: readonly ButtonRow[];
  files?: readonly { name: string; data: Buffer; description?: string }[];
  /** Ids of roles that are mentioned in the content and told so. */
  mentionedRoles?: readonly string[];
};

/** A message as discord.js takes it: nobody is pinged, whatever stands in it, but roles that are named for it. */
export function payloadOf({
  content,
  embeds = [],
  components = [],
  files = [],
  mentionedRoles = [],
}: BotMessage) {
  return {
    content: content ?? '',
    embeds: [...embeds],
    components: [...components],
    files: files.map(({ name, data, description }) => ({
      name,
      attachment: data,
      ...(description ? { description } : {}),
    })),
    allowedMentions: { parse: [], repliedUser: false, roles: [...mentionedRoles] },
  };
}

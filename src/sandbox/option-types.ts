/** Kinds of command options; runs in the browser as well. */

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

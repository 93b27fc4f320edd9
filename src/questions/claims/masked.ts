/** A message with what claims nothing blanked out, every other character at its place. */

/** Longest message that is read: Discord's own limit with Nitro, https://docs.discord.com/developers/resources/message#create-message */
export const MESSAGE_LIMIT = 4_000;

const BLANKED: readonly RegExp[] = [
  /```[\s\S]*?(?:```|$)/g,
  /`[^`\n]{0,400}`/g,
  /<a?:\w+:\d+>|<@[!&]?\d+>|<#\d+>|<t:-?\d+(?::\w)?>|<\/[\w -]+:\d+>/g,
  /@(?:everyone|here)\b/g,
  /\]\([^)\s]{0,300}\)/g,
  /<?\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}/gi,
  /~~[^~]{0,400}~~/g,
  // Marks of citations.
  /\[\d{1,3}\]/g,
  // The scheme's own name holds numbers, and so do those of other schemes.
  /\b(?:one|1)[ -](?:in|for)[ -,]{0,2}(?:one|1)(?:[ -]out)?\b|\b(?:one|1)[ -]out[ -,]{0,2}(?:one|1)[ -]in\b|\bun (?:pour|contre) un\b/gi,
  // Who told it: "my brother in law swears", "some bloke at work told me that".
  /(?<!\w)(?:(?:my|our|some|a|an|mon|ma|mes|un|une)\s[\p{L}'-]{1,20}|some(?:one|body)|every(?:one|body)|quelqu'un|tout le monde)\s(?:[\p{L}'-]{1,20}\s){0,4}?(?:(?:swears?|reckons?|insists?|claims?|says?|said|thinks?|told|keeps saying|dit|jure|pense|affirme|prétend)(?![\p{L}'])(?:\s(?:to\s)?(?:me|us))?(?:\s(?:that|que))?|m'a dit(?:\sque)?)/giu,
  /(?<!\w)(?:according to|selon|d'après)\s(?:my|our|some|a|an|the|mon|ma|mes|un|une)\s[\p{L}'-]{1,20}(?![\p{L}'])/giu,
  // A channel on the air or here, unless it is said to be the sea.
  /(?<!\b(?:the|english|cross|across|over|la)[\s-])\bchannel\b(?!['’]?s?[\s-](?:cross|migr|arriv|boat|death|drown|illegal|small|ding|swim|total|figure|number|tunnel|people|route))/gi,
  /\|\||\*\*|__|[*_](?=\S)|(?<=\S)[*_]/g,
  /^\s*(?:>{1,3}|#{1,3}|-#|[-•])\s/gm,
  // "1. get milk"
  /^\s*\d{1,2}[.)]\s/gm,
  /[\p{Cf}\p{Variation_Selector}\p{Extended_Pictographic}]/gu,
  /(?!\n)\p{Cc}/gu,
];

/** The message, at most MESSAGE_LIMIT characters long, as text to read; offsets are those of the message. */
export function masked(message: string): string {
  let text = message.slice(0, MESSAGE_LIMIT).toWellFormed().replaceAll('’', "'");
  for (const pattern of BLANKED) {
    text = text.replace(pattern, (found) =>
      KEPT.test(found) ? keepScheme(found) : found.replace(/[^\n]/g, ' '),
    );
  }
  return text;
}

const KEPT = /^(?:one|1|un)[ -](?:in|for|out|pour|contre)\b/i;

/** The scheme's name stays readable, without its numbers. */
function keepScheme(name: string): string {
  const kept = name.length >= 'the scheme'.length ? 'the scheme' : 'scheme';
  return kept.slice(0, name.length).padEnd(name.length);
}

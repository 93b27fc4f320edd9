/** Makes what was typed into plain text: no markup, no mentions, no invisible characters. */

import { inFull } from './chat-spellings.js';

/** Longest question that is read; the rest is left out. Discord's own limit for a message is 2,000 (4,000 with Nitro). */
export const QUESTION_LIMIT = 6_000;

/** Format and variation characters (zero-width, right-to-left, tags) may stand inside a word. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
/** Control characters, all but the line feed. */
const CONTROL = /(?!\n)\p{Cc}/gu;

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/```[\s\S]*?(?:```|$)/g, ' '],
  [/<a?:\w+:\d+>|<@[!&]?\d+>|<#\d+>|<t:-?\d+(?::\w)?>|<\/[\w -]+:\d+>/g, ' '],
  [/@(?:everyone|here)\b/g, ' '],
  // How to tell it is no part of what is asked.
  [
    /\b(?:explain|tell|say|put)(?: it| this| that)?(?: to me)? (?:like|as if) (?:i'?m|i am|i was|you'?re talking to) (?:a |an )?(?:five|six|seven|ten|twelve|\d{1,2}|kid|child|idiot|year old)(?: years? old|[ -]year[ -]old)?\b|\beli5\b/gi,
    ' ',
  ],
  // "Add up May and June: how many is that": what is to be added says of which times.
  [
    /\b(?:add|sum|tot|total)(?: up)? ([^:?\n]{3,60}): (how (?:many|much) [^?\n]{3,90})/gi,
    '$2 in $1 added up',
  ],
  // "Whom" asks nothing there.
  [/\bto whom(?:soever)? it may concern\b[\s:,.]*/gi, ''],
  // An amount of money, said in full: the sign is no word.
  [
    /£\s?\d[\d.,]*\d?(?:\s?(?:k|m|bn|grand|million|billion|thousand))?\b(?!\s?(?:pounds?|quid))/gi,
    '$& pounds',
  ],
  // A link in front of a question is a sentence of its own; a word or two struck out are taken back.
  [/^\s*\[([^\]\n]{0,300})\]\([^)\s]*\)/, '$1. '],
  [/\[([^\]\n]{0,300})\]\([^)\s]*\)/g, ' $1 '],
  [/~~\s*[^~\s]+(?:\s+[^~\s]+)?\s*~~/g, ' '],
  [/<?\bhttps?:\/\/\S+/gi, ' '],
  // A gap to be filled in ("no ___ bullet") is no markup.
  [/(?<=^|[\s"'“«])_{2,}(?=$|[\s"'”».,?!])/g, '[…]'],
  [/\|\||\*\*|__|~~|[*`]|(?<!\w)_|_(?!\w)/g, ' '],
  // Two numbers of which neither is a day or a month ("the 94/57") are no word.
  [/(?<![\d/])((?:3[2-9]|[4-9]\d|[\d,]{3,}))\/((?:3[2-9]|[4-9]\d|[\d,]{3,}))(?![\d/])/g, '$1 / $2'],
  [/^[^\S\n]*(?:>{1,3}|#{1,3}|-#)\s/gm, ' '],
];

/** Plain text of at most QUESTION_LIMIT characters; never throws. */
export function cleanQuestion(raw: string): string {
  let text = raw.slice(0, QUESTION_LIMIT).toWellFormed().replace(INVISIBLE, '').replace(CONTROL, ' ');
  for (const [pattern, replacement] of MARKUP) text = text.replace(pattern, replacement);
  return inFull(text.replace(/[^\S\n]+/g, ' ').trim());
}

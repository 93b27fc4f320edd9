/** Sentences that are no question of their own but belong to the one before: restated, listed, or put in brackets. */

const RESTATES =
  /^(?:i mean|meaning|i\.?e\.?|that is to say|namely|to be clear|specifically|je veux dire)[\s,:]+/i;

/** "How long was he gone? I mean the Iranian, between …": what is said again belongs to what it explains. */
const restated = (sentence: string): string | undefined => {
  const rest = sentence.replace(RESTATES, '');
  return rest === sentence ? undefined : rest;
};

/** What may be listed as wanted, and the small words between ("number, date and boats"). */
const WANTED =
  /^(?:the|its|their|and|plus|with|also|pls|please|only|just|both|et|le|la|les|[&+/,;]|(?:number|figure|count|total|amount|date|day|weekday|month|year|boat|people|person|name|role|title|country|place|source|number of boats|nombre|chiffre|jour|bateau|nom|pays|lieu|personne)[sx]?|people|persons)$/i;
/** A list names two things at least. */
const ITEMS = /(?:,|&|\+|\/|\band\b|\bet\b)/i;

/** "Peak day of 2026? Number, date, boats": a list of what is wanted of it. */
const listed = (sentence: string): string | undefined => {
  const plain = sentence.replace(/[?!.]+$/u, '');
  const pieces = plain.split(/\s+|(?<=[,&+/])|(?=[,&+/])/u).filter(Boolean);
  return ITEMS.test(plain) && pieces.every((piece) => WANTED.test(piece)) ? plain : undefined;
};

/** "How many days was he gone?? (Sept 19 to Oct 18)": what stands in brackets behind a question says more of it. */
const bracketed = (sentence: string): string | undefined =>
  /^\([^()]{3,90}\)?[.?!]*$/u.test(sentence) && /\d/.test(sentence) && !/\?/.test(sentence)
    ? sentence
    : undefined;

/** A sentence that breaks off here leaves its end to be told. */
const BREAKS_OFF =
  /(?<![\p{L}])(?:the|an?|his|her|their|theyre|our|your|my|its|of|and|or|to|no|not|is|are|was|were|be|been|by|in|into|for|with|as|another|any|this|le|la|les|un|une|des|du|de|leur|leurs|notre|nos|son|sa|ses|et|est|sont)$/iu;
const ASKS_THE_REST =
  /^(?:(?:and|so|er+|um+|et)\W+)*(?:what|wat|wot|whats|quoi)(?:['’]?s| (?:was|is|were|comes?|came) (?:it|that|next|after(?: that)?|the (?:rest|word|ending|end)))?(?: (?:again|exactly|please|pls))?\W*$/i;
const ASKS_TO_FINISH =
  /^(?:(?:please|pls|can you|could you|go on) )*(?:finish|complete|end|fill)(?: (?:it|that|this|the (?:line|quote|sentence|rest|gap|blank)))?(?: (?:off|in|for me|please|pls|out|up))*\W*$|^(?:can you |please )?(?:fill|finish|complete)(?: in)? (?:the|that|this) (?:gap|blank|line|quote|sentence|phrase)s?\b[^?]{0,40}\W*$|^how (?:does|did) (?:it|that|the (?:line|quote|sentence)) (?:go on|go|end|finish|continue)\W*$/i;

/** "They're wasting their … what was it?": the end of what somebody said, asked for behind it. */
const unfinished = (last: string, sentence: string): boolean =>
  !/[?!]$/u.test(last) &&
  ((BREAKS_OFF.test(last) && ASKS_THE_REST.test(sentence)) || ASKS_TO_FINISH.test(sentence));

/** The sentences so far with the next one; for `Array.reduce`. */
export function joined(sentences: readonly string[], sentence: string): string[] {
  const last = sentences.at(-1);
  if (last === undefined) return [sentence];
  if (unfinished(last, sentence)) return [...sentences.slice(0, -1), `${last} what?`];
  const rest = restated(sentence) ?? listed(sentence);
  const inBrackets = rest === undefined ? bracketed(sentence) : undefined;
  if (rest === undefined && inBrackets === undefined) return [...sentences, sentence];
  const told = last.replace(/[?!]+$/u, '');
  const mark = last.endsWith('?') ? '?' : '';
  const whole = rest === undefined ? `${told} ${inBrackets}${mark}` : `${told}, ${rest}${mark}`;
  return [...sentences.slice(0, -1), whole];
}

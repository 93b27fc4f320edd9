/** Sentences that are no question of their own but belong to the one before: restated, listed, or put in brackets. */

const RESTATES =
  /^(?:i mean|meaning|i\.?e\.?|that is to say|namely|to be clear|specifically|je veux dire)[\s,:]+/iu;

/** "How long was he gone? I mean the Iranian, between …": what is said again belongs to what it explains. */
const restated = (sentence: string): string | undefined => {
  const rest = sentence.replace(RESTATES, '');
  return rest === sentence ? undefined : rest;
};

/** What may be listed as wanted, and the small words between ("number, date and boats"). */
const WANTED =
  /^(?:the|its|their|and|plus|with|also|pls|please|only|just|both|et|le|la|les|[&+/,;]|(?:number|figure|count|total|amount|date|day|weekday|month|year|boat|people|person|name|role|title|country|place|source|number of boats|nombre|chiffre|jour|bateau|nom|pays|lieu|personne)[sx]?|people|persons)$/iu;
/** A list names two things at least. */
const ITEMS = /(?:,|&|\+|\/|\band\b|\bet\b)/iu;

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

/** The sentences so far with the next one; for `Array.reduce`. */
export function joined(sentences: readonly string[], sentence: string): string[] {
  const last = sentences.at(-1);
  if (last === undefined) return [sentence];
  const rest = restated(sentence) ?? listed(sentence);
  const inBrackets = rest === undefined ? bracketed(sentence) : undefined;
  if (rest === undefined && inBrackets === undefined) return [...sentences, sentence];
  const told = last.replace(/[?!]+$/u, '');
  const mark = last.endsWith('?') ? '?' : '';
  const whole = rest === undefined ? `${told} ${inBrackets}${mark}` : `${told}, ${rest}${mark}`;
  return [...sentences.slice(0, -1), whole];
}

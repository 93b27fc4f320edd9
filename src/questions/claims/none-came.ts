/** "Nobody crossed on 8 November 2025", "not a single boat came in June 2026": a count of nought. */

const DID = String.raw`(?=\s(?:(?:at all|has|had|have|was|were|got|been|actually|ever|even)\s){0,3}(?:came|come|cross(?:ed)?|arrived?|landed|made it|turned up|returned|removed|deported|sent|let in|accepted|flown|traversé|arrivé\p{L}*|venu\p{L}*|renvoyé\p{L}*)(?!\p{L}))`;
const NONE = new RegExp(
  String.raw`(?<!\p{L})(?:(?:nobody|no[ -]one|noone)${DID}|(?:not (?:a single|one)|no|zero|aucun|aucune)(?=\s(?:people|persons?|souls?|migrants?|(?:small )?boats?|dingh(?:y|ies)|flights?|personne|migrant|bateau)${DID}))`,
  'giu',
);
const DATED = /(?<!\w)20\d\d(?!\w)|(?<!\w)\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,9}(?!\w)/iu;

/** Where it is said that nobody did so on some day or in some year; `from` and `to` in characters. */
export function noneIn(sentence: string): { from: number; to: number }[] {
  if (!DATED.test(sentence)) return [];
  return [...sentence.matchAll(NONE)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
}

/** Lengths of time and ages: which numbers are such, and which of them are said of somebody or something. */
import type { Stated } from './stated.js';

const LENGTH_OF_TIME =
  /^[\s-]?(?:(?:and a half|straight|whole|full|more|short|long|consecutive)\s)?(?:s|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|nights?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?|decades?|jours?|semaines?|mois|ans?|années?|heures?|h)(?![\p{L}\p{N}])/iu;
/** "34 yrs old", "aged 34". */
export const AGE = /^[\s-]?(?:(?:years?|yrs?)[\s-]old|y\/?o|ans)(?!\w)|^\s?(?:today|now)(?!\w)\s*[!.🎂🎉]/iu;
export const AGED = /\b(?:aged|age|turned|turning|turn|i'?m|im|he'?s|she'?s|born in|birthday)\s$/i;

/** "They spent 47 days", "the interview went on for 22 minutes". */
const LASTED =
  /(?<!\w)(?:spen[dt]s?|spending|wait(?:s|ed|ing)?|stay(?:s|ed|ing)?|been (?:here|held|detained|kept|locked(?: up)?|in)|held|holds?|kept|keeps?|lock(?:s|ed|ing)? \p{L}+ up(?: for)?|detained|lasts?|lasted|went on|goes on|runs to|takes?|took|taking|locked up|stuck|passent|passé|attend\p{L}*|restent|restés?|dur\p{L}+)(?!\p{L})[^,.;!?]{0,30}$/iu;
/** "47 days in detention", "28 days without a boat". */
const OF_WHAT =
  /^[\s-]?(?:\p{L}+\s){1,2}(?:straight |on average )?(?:in (?:a |the |an |french |uk )?(?:detention|custody|immigration|removal|holding|cell)|without|w\/o|with no|with not|locked up|detained|sans|en rétention)(?!\p{L})/iu;
/** "Nobody crossed for 28 days". */
const NOTHING_CAME =
  /(?<!\w)(?:nobody|no one|noone|nothing|no boats?|no crossings?|no arrivals?|not (?:one|a single|any) (?:\p{L}+ )?(?:boat|dinghy|person|soul|crossing|arrival)|zero (?:boats?|crossings?|arrivals?)|aucun (?:bateau|passage)|personne)(?!\p{L})[^,.;!?]{0,30}$/iu;
/** "… had been here 47 days first". */
const HAD_BEEN =
  /(?<!\w)(?:had|have|has|were|was) been (?:here|there|in the (?:uk|country))\s(?:\p{L}+\s){0,2}$/iu;
const YEARS_OLD = /^[\s-]?(?:years?|yrs?|y)[\s/.-]*(?:old|o)\b|^\sans\b/i;

/** True for a length of time or an age. */
export function isTime({ kind, to }: Stated, text: string): boolean {
  return kind === 'count' && LENGTH_OF_TIME.test(text.slice(to));
}

/** True where a length of time is said to have lasted, or to be somebody's age; elsewhere it only tells when. */
export function lasts({ from, to }: Stated, text: string): boolean {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  return (
    YEARS_OLD.test(after) ||
    LASTED.test(before) ||
    OF_WHAT.test(after) ||
    HAD_BEEN.test(before) ||
    NOTHING_CAME.test(before)
  );
}

/** True where nobody came for so long. */
export function nothingCame(before: string): boolean {
  return NOTHING_CAME.test(before);
}

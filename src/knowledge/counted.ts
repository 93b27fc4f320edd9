/** The numbers of a text that say how much or when, and so must be cited or left out with a reason. */
import { numbersIn, type PrintedNumber } from './numbers.js';

/**
 * Numbers in digits, except the item number that opens a line of a list ("12. Trial …"), and number words
 * in front of a counted noun ("two migrants", "three-day period", "second small boat migrant").
 */
export function countedNumbers(text: string): PrintedNumber[] {
  return numbersIn(text).filter((number) => {
    if (number.form === 'words' || (number.form === 'ordinal' && !/\d/.test(text.charAt(number.start)))) {
      return isCounted(text.slice(number.end));
    }
    return number.start !== 0 || !/^[.)]\s/.test(text.slice(number.end));
  });
}

const NOUN =
  'people|persons?|individuals?|migrants?|m[ae]n|wom[ae]n|child(?:ren)?|adults?|minors?|seekers?|refugees?|' +
  'returnees?|nationals?|passengers?|arrivals?|returns?|removals?|crossings?|deportations?|admissions?|' +
  'applicants?|immigrants?|flights?|boats?|dinghies|planes?|cases?|famil(?:y|ies)|times?|days?|weeks?|' +
  'months?|years?|hours?|minutes|pages?|per ?cent|points|countries|nations|' +
  'personnes?|hommes?|femmes?|enfants?|réfugiés|bateaux|vols?|jours?|semaines?|mois|ans|années|fois';
const GAP =
  '(?!(?:in|out|of|the|and|or|to|for|by|on|at|from|with|is|was|has|had|et|de|des|du)\\b)[\\p{L}-]+\\s+';
const COUNTED = new RegExp(`^[\\s-](?:${GAP}){0,2}(?:${NOUN})(?!\\p{L})`, 'iu');

function isCounted(after: string): boolean {
  return COUNTED.test(after);
}

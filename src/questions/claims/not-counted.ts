/** Numbers that count nothing which a source could count: labels, ages, lengths, clock times, scores. */
import { AGE, AGED } from './lengths.js';
import type { Stated } from './stated.js';

const LABEL =
  /(?:[#№]|\b(?:no|nr|number|numbers|room|flat|channel|item|ticket|lot|track|slide|fig|ref|id|model|locker|gate|flight|bus|train|platform|page|pages|p|article|articles|art|chapter|chap|section|sect|paragraphs?|para|rule|route|line|row|seat|version|v|level|lvl|episode|ep|series|season|text|form|type|terminal|exit|junction|unit|apt|step|option|day|week|part|volume|vol|top|size|windows|iphone|ps|area|postcode|tel|phone|call|ring|on|under|over|u|chaîne|chambre|numéro|ligne|étape|n°)\.?)\s?$/i;
/** Of these the word may as well lead a count ("on 281", "over 500"). */
const LOOSE_LABEL =
  /\b(?:on|under|over|day|week|top|number|numbers|part|call|ring|line|type|form|pages)\.?\s?$/i;
const MEASURE =
  /^[\s-]?(?:"|″|°|inch(?:es)?|in(?!\w)(?=\s(?:telly|tv|screen|monitor))|cm|mm|km|kms|kilomet(?:er|re)s?|m(?!\w)|met(?:er|re)s?|miles?|mi|mph|kph|ft|feet|foot|yards?|kg|kilos?|g(?!\w)|grams?|lbs?|stone|litres?|liters?|ml|pints?|gb|mb|tb|mbps|kb|watts?|kw|volts?|hp|degrees?|c(?!\w)|f(?!\w)|px|fps|am(?!\w)|pm(?!\w)|o'?clock|x(?!\w)|×|times?(?!\w)(?! (?:as|more|the))|fois(?!\w)(?! plus)|stars?|likes?|views?|goals?|points?|pts|runs?|wickets?|overs|laps?|reps?|sets?|serves?|aces?|tries|shots?|xp|followers?|subs|upvotes?|(?:man|person|seater|berth)(?=\s(?!(?:was|is|has|had|who|came|crossed|arrived|got|returned|sent)(?!\w)))|slides?|emails?|tabs?|games?|match(?:es)?|episodes?|appearances|caps|songs?|photos?|pics?|dB|bpm|kcal|calories|buts?|minutes?)(?![\p{L}\p{N}])/iu;

/** So many characters beside a number tell what it is. */
const REACH = 60;

/** True where the number at `stated` counts something that sources could count. */
export function counts(stated: Stated, text: string): boolean {
  const before = text.slice(Math.max(0, stated.from - REACH), stated.from);
  const after = text.slice(stated.to, stated.to + REACH);
  const digits = text.slice(stated.from, stated.to);
  if (/^0\d/.test(digits)) return false;
  if (isPartOfLabel(before, after) || isListed(before)) return false;
  if (LABEL.test(before) && !(LOOSE_LABEL.test(before) || stated.manner !== 'exact')) return false;
  if (stated.kind === 'percent' || stated.kind === 'times')
    return !/^\s?(?:sure|certain|agree|right|true|wrong|convinced)\b/i.test(after);
  if (stated.isTime) return true;
  if (AGE.test(after) || AGED.test(before)) return false;
  return stated.kind === 'money' || !MEASURE.test(after);
}

/** "BA281", "94b", "4-2", "24/7", "07700 900281", "€", "@281". */
function isPartOfLabel(before: string, after: string): boolean {
  if (/[\p{L}_@&=]$/u.test(before) && !/(?:^|\s)x$/i.test(before)) return true;
  if (/^[\p{L}_](?!['’])/u.test(after) && !/^(?:k|m|bn|ish|\+)\b/i.test(after)) return true;
  if (/\d[-–/:.]$/.test(before) || /^[-–/:]\d/.test(after)) return true;
  return /(?:\+|\b0)\d[\d ]*\s$/.test(before);
}

/** "Paragraphs 3, 7 and 12". */
function isListed(before: string): boolean {
  return /\b(?:paragraphs?|pages|articles|seats|rooms|sections|chapters|paragraphes)\s(?:\d+,?\s(?:(?:and|et|to|à|or)\s)?)*$/i.test(
    before,
  );
}

/** Whether a question asks what each side says, in whichever of its sentences it does so. */
import { remembering } from '../knowledge/remembering.js';

/** Several rules ask it of the clauses of one question. */
const TEXTS = 20;

const ASKS_SIDES =
  /\b(?:both|two|2|each|either|opposing) (?:sides?|camps?|views?|arguments?|points? of view)\b|\bsides? (?:say|says|think|of the argument)\b|\bfor and against\b|\bpros and cons\b|\b(?:side|view|take) and (?:the )?[\p{L}' ]{3,40}(?:side|view|take)\b|\b(?:side|view|take|case|account|opinion) and (?:that|those|the one) of\b|\b(?:avis|point de vue|version) (?:\p{L}+['’ ]?){0,4}et celui des?\b|\bproof .{0,40}\bor (?:proof|not|that)\b|\bshows? .{0,40}\bor (?:that|not|the opposite)\b|\bwho says what\b|\b(?:government|ministers|home office|no ?10|downing street)(?:['’]?s)? (?:answer|reply|response|comeback|retort|defence) (?:to|against)\b|\b(?:government|ministers|home office)(?:['’]?s)? (?:\p{L}+ )?(?:v|vs|versus|against) (?:the |its )?(?:critics|opponents)\b|\b(?:her|his|its|their|the) (?:critics|opponents|detractors) (?:differ|disagree|clash|compare)\b|\band (?:the |its |their )?(?:critics|opponents|detractors|opposition|government|home office|ministers|charities|ngos)\b[^?]{0,20}\b(?:each|both)\b|\b(?:critics|opponents|detractors|opposition|government|home office|ministers)\b[^?]{0,40}\b(?:the (?:opposite|contrary|reverse))\b|(?<=[\p{L} ]{3})['’]s? (?:\p{L}+ )?(?:side|view|take|account|version) and (?:the )?[\p{L} ]{3,40}['’]|\bwhat (?:the )?[\p{L} ]{3,40} (?:says?|recommends?|thinks?|claims?)\b.{0,30}\band (?:what|how) (?:\p{L}+ ){0,2}(?:critics|opponents|detractors)\b|\b(?:set|put|weigh) [^?]{5,90}\b(?:against|beside|alongside|next to) (?:what |that of |those of )?(?:[\p{L}'’]+ ){0,3}(?:critics|opponents|detractors|opposition|government|ministers|home office)\b|\bqui dit quoi\b|\bles deux (?:camps|côtés|points de vue)\b|\ble pour et le contre\b/iu;

/** True where both sides of a contested point are asked for. */
export const asksSides = remembering(TEXTS, (text: string): boolean => ASKS_SIDES.test(text));

/** Whether a question asks what each side says, in whichever of its sentences it does so. */
const ASKS_SIDES =
  /\b(?:both|two|2|each|either|opposing) (?:sides?|camps?|views?|arguments?|points? of view)\b|\bsides? (?:say|says|think|of the argument)\b|\bfor and against\b|\bpros and cons\b|\b(?:side|view|take) and (?:the )?[\p{L}' ]{3,40}(?:side|view|take)\b|\b(?:side|view|take|case|account|opinion) and (?:that|those|the one) of\b|\b(?:avis|point de vue|version) (?:\p{L}+['’ ]?){0,4}et celui des?\b|\bproof .{0,40}\bor (?:proof|not|that)\b|\bshows? .{0,40}\bor (?:that|not|the opposite)\b|\bwho says what\b|\b(?:her|his|its|their|the) (?:critics|opponents|detractors) (?:differ|disagree|clash|compare)\b|\band (?:the |its |their )?(?:critics|opponents|detractors|opposition|government|home office|ministers|charities|ngos)\b[^?]{0,20}\b(?:each|both)\b|\b(?:critics|opponents|detractors|opposition|government|home office|ministers)\b[^?]{0,40}\b(?:the (?:opposite|contrary|reverse))\b|\b(?:the |a )?[\p{L} ]{3,30}['’]s? (?:\p{L}+ )?(?:side|view|take|account|version) and (?:the )?[\p{L} ]{3,40}['’]|\bwhat (?:the )?[\p{L} ]{3,40} (?:says?|recommends?|thinks?|claims?)\b.{0,30}\band (?:what|how) (?:\p{L}+ ){0,2}(?:critics|opponents|detractors)\b|\bqui dit quoi\b|\bles deux (?:camps|côtés|points de vue)\b|\ble pour et le contre\b/iu;

/** True where both sides of a contested point are asked for. */
export function asksSides(text: string): boolean {
  return ASKS_SIDES.test(text);
}

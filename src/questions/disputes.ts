/** Two people who disagree ("User A: 41,472. User B: 41,474. Who is right?"): what they state is what is asked about. */
import type { Clause } from './clauses.js';

/** Which of those who were told of has it right; nothing else is named. */
const WHO_IS_RIGHT =
  /^\W*(?:(?:so|and|but|ok|now|then|please|pls|well|alors|donc)[\s,]+)*(?:(?:tell me |settle this |do you know )?(?:who|whos|who['’]s|which|which one|which of (?:them|the two|us)|whose (?:number|figure|one|version))\b(?: of (?:them|the two|us|you))?(?:['’]?s| is| are| was| has| do i| should i| wins?| gets?| got| have)?[^?.]{0,40}\b(?:right|correct|wrong|true|it|lying|mistaken|bet|pipe down|shut up|believe|trust|pay|buy|buys|argument|stands?|holds?)|(?:are|is|were) (?:they |these |those )?(?:both|either(?: of them)?)(?: of them)? (?:right|wrong|true|correct)|who wins|who[ '’]?s lying|are they both (?:right|wrong)|which (?:is it|one is it)|qui a raison|qui dit vrai|lequel a raison|qui se trompe)\W*$/i;
/** Whose words follow, where a letter or a number stands for the person. */
const LABEL =
  /(?<![\p{L}\d])(?:(?:user|member|person|poster|mate|friend|guy|player|speaker|voter|colleague)s? (?:[a-d]|[1-4]|one|two)(?![\p{L}\d])|(?:user|member|person|poster)[1-4a-d](?![\p{L}\d])|(?:one|another|the other)(?: (?:user|member|person|poster|mate|friend|guy|one|says|of them))|my (?:mate|friend|dad|mum|mother|father|wife|husband|brother|sister|boss|colleague|neighbour|uncle|aunt|nan|gran|teacher|son|daughter|cousin|flatmate|mum)|[ab](?=:| says| said| claims| reckons))(?:\s*:|\s+(?:says?|said|claims?|claimed|thinks?|reckons?|insists?|swears?|has it (?:at|that)|put it at))?(?:\s+that(?!\w))?/giu;
const STATES = /\d{2,}/u;
/** "Who is behind each number?", "whose are they?", "who says which?": nothing else is named. */
const WHOSE_EACH =
  /^\W*(?:(?:so|and|but|ok|now|then|please|pls|alors|donc|et)[\s,]+)*(?:(?:who(?:['’]?s| is| are| was| stands)? (?:is )?behind|where (?:do|does|did|are|is)|what(?:['’]?s| is| are)? the sources? (?:of|for|behind)|whose (?:is|are|was|were)|(?:which|what) (?:source|paper|outlet|text|site)s? (?:gives?|gave|says?|has|have|prints?|is|are)(?: (?:the )?(?:source )?(?:for|behind))?|who (?:says?|said|gives?|gave|has|had|prints?|printed|published|reported|claims?|claimed|counted)|qui (?:dit|donne|publie|avance|est derrière|se cache derrière)|d['’]où (?:vient|viennent|sort|sortent)) (?:each|both|which|what|the two|these|those|them|they|either|either one|chacun|chaque|quoi|lequel|les deux|ces|ce)(?: (?:of (?:them|these|those|the two)|one|two|deux|d['’]eux))?(?: (?:number|figure|count|total|claim|chiffre|nombre)s?)?(?: (?:come|came|coming))?(?: from)?)\W*$/iu;

/** The clauses, with what was stated put in the place of a bare "who is right" or "whose are they"; others stay as they are. */
export function withDisputes(clauses: readonly Clause[]): Clause[] {
  const index = clauses.findIndex(
    ({ asks, text }) => asks && (WHO_IS_RIGHT.test(text) || WHOSE_EACH.test(text)),
  );
  const asked = clauses[index];
  if (!asked || clauses.some(({ asks }, at) => asks && at !== index)) return [...clauses];
  const stated = clauses.filter((clause) => clause !== asked && STATES.test(clause.text));
  const numbers = stated.flatMap(
    ({ text }) => text.match(/(?<![\d,.])\d[\d,.]*\d(?!\d|st\b|nd\b|rd\b|th\b)/gu) ?? [],
  );
  if (new Set(numbers).size < 2) return [...clauses];
  const told = stated.map(({ text }) => text.replace(LABEL, ' ').trim()).join(' or ');
  const asking = WHOSE_EACH.test(asked.text) ? 'which source gives each?' : 'which is right?';
  return [{ ...asked, text: `${told.replace(/\s{2,}/gu, ' ')}, ${asking}` }];
}

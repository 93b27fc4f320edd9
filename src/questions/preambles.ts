/** What people say before they come to their question, taken off or said plainly: it restricts nothing. */

/** "What I'm missing is 2024, small boat arrivals": what is missing is asked, and not who misses it. */
const CLEFT =
  /^(?:(?:so|and|but|now|ok) )?(?:what|all|the (?:one )?thing) (?:i|we|he|she|they)(?:['’]?(?:m|re|s|d))?(?: (?:am|are|is|would|do|really|just|actually|still))* (?:missing|need|needs|want|wants|like|after|looking for|lack|lacks) (?:is|was|are)[,:]? (?=\S+ \S)/i;

/** "Why are you hiding that …", "why does nobody admit that …": whether it is so is for the answer to say. */
const ACCUSES =
  /^(?:(?:so|and|but|then|ok) )?why (?:are|is|do|does|did|has|have|will|would|can|wo|ca|ai)(?:['’]?n?['’]?t)? (?:you|u|ya|they|he|she|we|nobody|no one|noone|people|the (?:media|bbc|press|papers?|government|bot)|this (?:bot|thing))(?: (?:all|just|always|still|even|ever))* (?:hid(?:e|es|ing)|cover(?:s|ing)? up|den(?:y|ies|ying)|lying about|lies? about|admit(?:s|ting)?|refus(?:e|es|ing) to (?:say|admit)|not (?:say|saying|telling us|telling people|admit|admitting|mentioning)|pretend(?:s|ing)? (?:not )?|(?:never |not )?(?:say|says|tell us|tell people|mention|mentions|acknowledge)) (?:that|the fact that|how come)? ?(?=\S+ \S+ \S)(?!(?:who|what|how (?:many|much)|when|where|which|why)\b)/i;

/** "Admit it: …", "confess that …". */
const ADMITS =
  /^(?:(?:so|and|but|ok|just|go on|come on|please)[\s,]+)*(?:admit|confess|concede|own up)(?: (?:it|that|to it))?(?:\s*[:,]\s*|\s+)(?=\S+ \S+ \S)(?!(?:who|what|how|when|where|which|why)\b)/i;

/** "Was he near the mark?", after what somebody said: whether it is so. */
const NEAR =
  /^\W*(?:(?:so|and|but) )?(?:was|is|am|are|were) (?:he|she|they|it|i|that|this|we) (?:anywhere |at all |even |roughly )?(?:near|close|far off|off|near (?:the mark|enough|it)|far wrong|wide of the mark|on the money|spot on|in the right ballpark|(?:way )?out)\W*$/i;

/** The clause without such words; an accusation becomes the question whether it is so. */
export function withoutPreamble(clause: string): string {
  if (NEAR.test(clause)) return 'is that right?';
  return clause.replace(CLEFT, '').replace(ACCUSES, 'is it true that ').replace(ADMITS, 'is it true that ');
}

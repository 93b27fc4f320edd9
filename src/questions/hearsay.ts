/** What somebody in the room is said to claim, and whether it is so: the claim itself is what is asked about. */

const PLACE = `(?: (?:here|in (?:the |this |our |my )?(?:chat|channel|server|discord|thread|group|class|office|pub)|on (?:the |this |our |my )?(?:server|discord|thread|twitter|x|facebook|fb|reddit|tiktok|telly|tv|here)|at (?:work|school|uni|the pub)|online|of (?:ours|mine)))?`;
const SOMEBODY = `(?:(?:an?|one|some|my|our|this|another|that|the) (?:\\p{L}+ ){0,2}?)?(?:members?|users?|posters?|person|people|guy|bloke|lad|mate|friend|colleague|dad|mum|uncle|aunt|nan|brother|sister|boss|neighbour|flatmate|teacher|poster|someone|somebody|everyone|ppl|post|tweet|meme)`;
const CLAIMS = `(?:(?:here |just |now |keeps? |is |are |always )*(?:claim|say|insist|reckon|swear|assert|state|argue|maintain|posted?|wrote|said|told (?:me|us)|tell(?:s|ing)? (?:me|us)))(?:s|ed|ing)?`;
const IS_IT = `(?:(?:so |now |and )?(?:is|was) (?:that|this|it|he|she|they|any of (?:that|this|it)) (?:actually |really |even |at all )*(?:true|right|correct|so|accurate|the case|a fact|legit|real|wrong|false|bs)|are they (?:right|wrong|correct)|true(?: or false)?|correct|right|accurate|legit|fact or fiction|(?:please |pls |can (?:you|u) |could (?:you|u) )*(?:fact[- ]?check|check|verify|confirm)(?: (?:that|this|it))?(?: for (?:me|us))?(?: please| pls)?)`;

const HEARSAY = new RegExp(
  String.raw`^\W*(?:(?:so|ok|okay|hi|hey|hello|and|well|right)[\s,]+)*${SOMEBODY}${PLACE} ${CLAIMS}(?: that)?[,:]? (?<claim>[^?!\n]{12,260}?)(?:\s*[.,;!…–—-]+|\s)\s*${IS_IT}\W*$`,
  'iu',
);

/** A question within the claim is that question, and no claim. */
const ASKS = /\?|\b(?:how (?:many|much)|who|what|when|where|why|which|whose)\b/i;

/** "A member claims that X. True?" as "Is it true that X?"; any other text as it is. */
export function withHearsayAsked(text: string): string {
  const claim = HEARSAY.exec(text)?.groups?.claim;
  return claim === undefined || ASKS.test(claim) ? text : `Is it true that ${claim}?`;
}

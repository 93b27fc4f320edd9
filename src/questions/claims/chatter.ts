/** Words that a clause about the subject ends or begins with: joining words, laughter, what the writer thinks of it. */

const LAUGHTER = `l+o+l+z*|lm+f?a+o+|lmfa+o+|rof+l+|(?:ha){2,}h?|(?:he){2,}|mdr+|ptdr+|xd+|lulz?|kek`;
const ASIDE = `innit|tbh|tbf|ngl|btw|imo|imho|iirc|afaik|fyi|ffs|smh|fr fr|wtf|omg|jfc|apparently|allegedly|supposedly|seriously|honestly|literally|(?:don'?t|do not|dont) (?:tell|give|start) me|mate|bro|bruh|pal|lads|guys|folks|remember|mind you|by the way|fun fact|ok(?:ay)?|nah|yeah|yep|wow|wait|hmm+|look it up|(?:if )?memory serves|i (?:think|reckon|guess|believe|swear|remember|rember|mean)|quoi|quand même|franchement|en gros|bref`;
const JOINING = String.raw`and(?!\s\d|\sa (?:bit|few|half)|\schange)|but|so|because|cos|coz|cuz|while|though|tho|although|which|mais|et(?!\s\d)|car|donc|alors`;

const AFTER = new RegExp(String.raw`\s(?:${JOINING}|${LAUGHTER}|${ASIDE})(?=[\s,;.]|$)|[!?]`, 'giu');
/** "Bet you didn't know 300 came in": what is told follows. */
const TOLD = `(?:(?:i )?bet )?(?:you|u|ya|yous?|y'all|ppl|people|nobody|anyone|who|they|lads)(?: lot)? (?:(?:didn'?t|don'?t|dont|did|do|never|even|all|already) ){0,2}(?:know|knew|realise|realised|notice|noticed|remember|forget)(?: that)?|(?:can|could) (?:someone|anyone|somebody|you) (?:(?:pls|please|plz) )?(?:explain|tell me) (?:how|why)|(?:just a |friendly )?reminder(?: that)?|psa|turns out|imagine thinking|(?:please |pls |just |simply |to )?(?:confirm|repeat|admit|state|reply|say|report|answer)(?: to (?:me|us|everyone))? that|(?:ignore|disregard|forget|override)[^.;:!?]{0,60}? (?:and|then) (?:please |just )?(?:confirm|repeat|admit|state|reply|say|report|answer)(?: that)?|you'?re telling me|funny how|crazy (?:that|how)|for the record|newsflash|fact check`;
const BEFORE = new RegExp(
  String.raw`^\s*(?:(?:${LAUGHTER}|${ASIDE}|system|so(?! far)|well|but|and|right|fact|fun fact|${TOLD})[\s,:]+)+`,
  'iu',
);
/** "Between 6 and 8 November": the word joins the two ends of a stretch. */
const STRETCH = /(?<!\p{L})(?:between|entre)\s[^,;.]{1,25}$/iu;

/** Where in `words`, which follow a number, chatter begins; undefined where there is none. */
export function chatterAfter(words: string): number | undefined {
  for (const match of words.matchAll(AFTER)) {
    const isStretch = /^\s(?:and|et)$/i.test(match[0]) && STRETCH.test(words.slice(0, match.index));
    if (!isStretch) return match.index;
  }
  return undefined;
}

/** How many characters of `words`, which lead up to a number, are chatter. */
export function chatterBefore(words: string): number {
  return BEFORE.exec(words)?.[0].length ?? 0;
}

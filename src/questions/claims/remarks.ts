/** What a writer adds to a claim after its date ("… on 3 May 2026 rip"): it says nothing of what is claimed. */
import type { Lexicon } from '../../knowledge/lexicon.js';
import { splitWords } from '../../knowledge/words.js';
import type { AskedMetric, Part } from '../query.js';

/** A word that goes on with the claim. */
const GOES_ON =
  /^[\s,]*(?:in|on|at|by|from|to|with|under|via|through|for|of|who|that|were|was|have|had|got|at|de|du|des|dans|à|en|avec|sous|pour|qui|ont|sont)(?!\p{L})/iu;

/** The part without words of `remark`, which follows its date; unchanged where that goes on with the claim. */
export function withoutRemark(part: Part, remark: string, lexicon: Lexicon): Part {
  if (!/\p{L}/u.test(remark) || GOES_ON.test(remark)) return part;
  const typed = new Set(splitWords(remark).map(({ text }) => text));
  const said = new Set(lexicon.tokens(remark));
  return {
    ...part,
    unknown: part.unknown.filter((word) => !typed.has(word)),
    tokens: part.tokens.filter((token) => !said.has(token)),
  };
}

/** A metric without the asides that stand in the remark alone. */
export function withoutAsides(metric: AskedMetric, known: Part, part: Part): AskedMetric {
  if (known === part) return metric;
  const tokens = new Set(known.tokens);
  return { ...metric, asides: metric.asides.filter((token) => tokens.has(token)) };
}

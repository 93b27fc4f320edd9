/** Words of other subjects in which people also cross, return and are let in: sport, shops, outings, games, data. */
import type { Lexicon } from '../../knowledge/lexicon.js';
import { fold } from '../../knowledge/words.js';
import { subjectOf } from './subject.js';

/** True where a clause, or all of its sentence, says more of other subjects than of this one. */
export function isElsewhere(clause: string, sentence: string, lexicon: Lexicon): boolean {
  const [inClause, inSentence] = [wordsIn(clause, lexicon), wordsIn(sentence, lexicon)];
  return (
    (inClause > 0 && inClause > subjectOf(clause, lexicon).own) ||
    (inSentence > 1 && inSentence > subjectOf(sentence, lexicon).own)
  );
}

/** How many different words of other subjects `text` holds. */
function wordsIn(text: string, lexicon: Lexicon): number {
  return new Set(lexicon.lists.found('elsewhere', fold(text))).size;
}

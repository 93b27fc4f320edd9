/**
 * Words that only say how something was done, or what one thinks of it: adverbs before a verb ("had formally been"),
 * what is said of the one scheme there is ("the much-trumpeted deal"), verbs that a direction follows ("plonked on a
 * plane"). Those counted are not narrowed by them.
 */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Reading, Unit } from '../knowledge/meanings.js';
import { fold } from '../knowledge/words.js';

const ADVERB = /^\p{L}{3,}ly$/u;
/** After these an adverb would part a noun ("of newly arrived people"), or is itself one. */
const BEFORE_NOUN = /^(?:much|of|in|to|from|by|with|for|the|a|an|no|any|some|more|fewer)$/;
const PREPOSITION = /^(?:in|on|at|by|since|from|to|under|as|for|of|with|before|after|during|until|and|or)$/;

const HELPING = /^(?:got|get|were|was|are|have|had|did|came|come|went)$/;

/** What there is only one of. */
const ONLY_ONE: ReadonlySet<string> = new Set(['scheme']);
/** An adjective made of a verb or of a feeling ("trumpeted", "shameful"), and no name of a kind or a nation. */
const OPINION = /(?:ed|ful|less|ous|able|ible|ling|fangled)$/;

/** The particles and directions that a move's name may begin with. */
const DIRECTION =
  /^(?:back|to|on|onto|in|into|out|off|over|across|away|aboard|up|taking|putting|sending|flying)$/;
const MOVES: ReadonlySet<string> = new Set(['return-to-france', 'accept', 'arrival', 'come-back']);
const HELPERS =
  /^(?:up|off|them|em|him|her|all|it|straight|right|safely|to|been|being|got|getting|managed|ended|about|round|around)$/;

/** Those who may be single. */
const SINGLE_PEOPLE = /^(?:person|man|men|woman|women|child|children|adult\w*|families)$/;

/** What is said of a thing that its article already makes known. */
const DESCRIBING = /^(?:new|newest|northern|joint|physical|future|upcoming|provisional|temporary)$/;
const DETERMINER = /^(?:the|that|this|these|those|their|our|your|his|her|its|a|le|la|les|ce|cette)$/;

/** After these a verb only says how the deal came about. */
const BECAME = /^(?:was|were|got|been|is|being|had|has|finally|first)$/;

/** The reading with such words taken for neutral ones. */
export function withoutManner(reading: Reading, lexicon: Lexicon): Reading {
  const { words, units } = reading;
  const folded = (index: number) => words[index]?.folded ?? '';
  return {
    words,
    units: units.map((unit, place): Unit => {
      if (unit.kind !== 'word' || unit.narrows || unit.at.length !== 1) return unit;
      const index = unit.at[0] ?? 0;
      if (describesKnown(index) || isOneThing(index)) return { ...unit, light: true };
      return isManner(index, place) ||
        saysOpinion(index, place) ||
        isVerbOfMove(place) ||
        saysStart(index) ||
        isEmphasis(index)
        ? { ...unit, kind: 'neutral', generic: true }
        : unit;
    }),
  };

  /** "Had formally been", "did they physically return"; not "came legally", nor "how many newly …". */
  function isManner(index: number, place: number): boolean {
    // As typed: it may be unknown and have been taken for a slip of its adjective.
    const word = fold(words[index]?.text ?? '');
    if (!ADVERB.test(word) || lexicon.lists.has('parting', word) || BEFORE_NOUN.test(folded(index - 1)))
      return false;
    const [before, next] = [units[place - 1], words[index + 1]];
    const ends = next === undefined || PREPOSITION.test(next.folded) || /^\d/.test(next.folded);
    // "How many newly arrived": of them, unless a helping verb comes first.
    if (folded(index - 1) === 'many' && !HELPING.test(next?.folded ?? '')) return false;
    return !ends || before?.kind === 'neutral' || before?.generic === true;
  }

  function saysOpinion(index: number, place: number): boolean {
    const next = units.slice(place + 1).find(({ kind }) => kind !== 'neutral');
    const near = next !== undefined && (next.at[0] ?? 0) <= index + 2;
    return near && ONLY_ONE.has(next.token) && OPINION.test(folded(index));
  }

  function isVerbOfMove(place: number): boolean {
    const rest = units.slice(place + 1);
    const next = rest.find(({ kind, at }) => !(kind === 'neutral' && HELPERS.test(folded(at[0] ?? 0))));
    const own = folded(units[place]?.at[0] ?? 0);
    return (
      next !== undefined &&
      next.kind === 'term' &&
      MOVES.has(next.token) &&
      next.at.length > 1 &&
      DIRECTION.test(folded(next.at[0] ?? 0)) &&
      !/s$/.test(own)
    );
  }

  /** "Not a single boat", "every single one". */
  function isEmphasis(index: number): boolean {
    if (folded(index) !== 'single') return false;
    const [first, before] = [folded(index - 2), folded(index - 1)];
    return (
      /^(?:every|each)$/.test(before) || (/^(?:not|never|without)$/.test(first) && /^(?:a|one)$/.test(before))
    );
  }

  /** "That single month", "a single charter flight"; not "a single man". */
  function isOneThing(index: number): boolean {
    const next = units.find(({ at }) => at.includes(index + 1));
    return (
      folded(index) === 'single' &&
      /^(?:a|an|one|the|that|this|any)$/.test(folded(index - 1)) &&
      next !== undefined &&
      !next.narrows &&
      !SINGLE_PEOPLE.test(next.token)
    );
  }

  /** "The new deal", "under a brand new agreement"; "how many new hotels" asks for new ones alone. */
  function describesKnown(index: number): boolean {
    if (!DESCRIBING.test(folded(index))) return false;
    let before = index - 1;
    while (before > 0 && (DESCRIBING.test(folded(before)) || /^(?:brand|big|very)$/.test(folded(before))))
      before--;
    return DETERMINER.test(folded(before));
  }

  /** "Since the deal was thrashed out". */
  function saysStart(index: number): boolean {
    let before = index - 1;
    while (before > 0 && BECAME.test(folded(before))) before--;
    const subject = units.find(({ at }) => at.includes(before));
    if (before === index - 1 || subject === undefined || !ONLY_ONE.has(subject.token)) return false;
    return words
      .slice(Math.max(0, before - 5), before)
      .some(({ folded: word }) => /^(?:since|after|depuis|when|once)$/.test(word));
  }
}

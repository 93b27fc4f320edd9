/**
 * Every name and word that people may type, with what it means. Built from the data files; it knows no
 * question, only words, so a metric or a person that is added to the data is understood at once.
 */

import { personToken, sourceToken } from './entry-tokens.js';
import type {
  EventNames,
  LexiconInput,
  MetricNames,
  NameTokens,
  Reading,
  ScopeNames,
  Unit,
  UnitKind,
} from './meanings.js';
import { joinNumbers, numberOf } from './number-units.js';
import { remembering } from './remembering.js';
import { RunTogether } from './run-together.js';
import type { WordGroup } from './schema.js';
import { editDistance, Spelling } from './spelling.js';
import type { Steps } from './steps.js';
import { WordLists } from './word-lists.js';
import { fold, splitWords, stem, stems, type Word, withoutInflection } from './words.js';

type Phrase = {
  stems: string[];
  kind: UnitKind;
  token: string;
  generic: boolean;
  narrows?: boolean;
  exact?: string;
  /** Its forms mean the same ("forgetting" for forget), though it is listed once. */
  inflects?: boolean;
  /** For a single word: as it is listed, and what may stand for it, its endings left off. */
  listed?: Set<string>;
  forms?: Set<string>;
};

const ARTICLES = new Set(['the', 'a', 'an', 'le', 'la', 'les', 'l', 'un', 'une', 'des', 'du', 'd', 'de']);

/** They share their stems with verbs ("entre", entré). */
const FRENCH_PREPOSITIONS = new Set(['entre', 'sous', 'vers', 'chez', 'contre', 'depuis']);

/** Texts whose words are kept: a question and its clauses are read more than once. */
const TEXTS = 50;
/** Typed words whose meaning is kept. */
const WORDS = 20_000;

const LONGEST_GAP = 3;

/** Nothing stands between these and their noun: "in all had been returned" is no "in return". */
const BOUND = new Set(['in', 'on', 'at', 'by', 'en']);

/** A shorter word that shares a stem with a known one is taken for a form of it. */
const SLIP = 7;

/** Words that may stand inside a phrase ("sent them all back"); particles of direction may not. */
const LIGHT = new Set(
  'them em us all these those this that more many some any enough just also actually been being really so other others him her it not only even were was are is have has had'.split(
    ' ',
  ),
);

const NOTHING: LexiconInput = {
  synonyms: [],
  neutral: [],
  light: [],
  ordinary: [],
  wordLists: [],
  people: [],
  sources: [],
  topics: [],
  metrics: [],
  scopes: [],
  events: [],
  texts: [],
};

export class Lexicon {
  readonly metrics: MetricNames[] = [];
  readonly events: EventNames[] = [];
  readonly scopes: ScopeNames[] = [];
  /** People whom their place in an order tells ("the second man who was returned"). */
  readonly ordinals: { token: string; of: string; nth: number }[] = [];
  readonly #phrases = new Map<string, Phrase[]>();
  readonly #knownStems = new Set<string>();
  readonly #lightStems = new Set<string>();
  readonly #forms = new Set<string>();
  /** Phrases written as one word ("smallboat"). */
  readonly #together = new RunTogether();
  /** Tokens of terms. */
  readonly #terms = new Set<string>();
  /** Folded words that are no slip of a known one. */
  readonly #ordinary = new Set<string>();
  readonly #words = remembering(TEXTS, (text: string): readonly Word[] =>
    splitWords(text).flatMap((word) => this.#meant(word)),
  );
  /** What a word is mended to, once for however often it is typed; empty where it stays as it is. */
  readonly #mended = remembering(
    WORDS,
    (word: Word): readonly Word[] => {
      const start = startOf(word);
      const alone = { ...word, start, end: start + word.end - word.start };
      const apart = this.#apart(alone);
      if (apart) return apart;
      const one = this.#mend(alone);
      return one === alone ? [] : [one];
    },
    (word) => `${startOf(word)}${word.text}`,
  );
  #spelling = new Spelling([]);
  #lists = new WordLists([]);

  constructor(input: LexiconInput) {
    for (const _ of this.#learnAll(input));
  }

  /** The lists of words that rules of reading go by. */
  get lists(): WordLists {
    return this.#lists;
  }

  /** The same lexicon, made in small steps, so that whoever makes it can do other things in between. */
  static *inSteps(input: LexiconInput): Steps<Lexicon> {
    const lexicon = new Lexicon(NOTHING);
    yield* lexicon.#learnAll(input);
    yield* lexicon.prepare();
    return lexicon;
  }

  /** Prepares for misspelt words now, in small steps, instead of at the first of them. */
  prepare(): Steps<void> {
    return this.#spelling.prepare();
  }

  *#learnAll(input: LexiconInput): Steps<void> {
    this.#lists = new WordLists(input.wordLists);
    for (const word of wordsOf(input.ordinary)) this.#ordinary.add(fold(word));
    const surfaces = new Set<string>();
    const learn = (text: string) => {
      const words = splitWords(text);
      this.#together.learn(words.map(({ folded }) => folded));
      for (const word of words) {
        if (!surfaces.has(word.folded)) this.#forms.add(withoutInflection(word.folded));
        surfaces.add(word.folded);
        this.#knownStems.add(word.stem);
      }
    };
    const addPhrase = (
      text: string,
      { isExact, ...phrase }: Omit<Phrase, 'stems'> & { isExact?: boolean },
    ) => {
      learn(text);
      const phraseStems = contentWords(text).map((word) => word.stem);
      const first = phraseStems[0];
      if (!first) return;
      const list = this.#phrases.get(first) ?? [];
      const isName = phrase.kind === 'person' || phrase.kind === 'source';
      const exact =
        (isName || isExact) && phraseStems.length === 1 ? contentWords(text)[0]?.folded : undefined;
      const forms =
        phrase.kind === 'term' && phraseStems.length === 1
          ? new Set([withoutInflection(contentWords(text)[0]?.folded ?? '')])
          : undefined;
      const same = isExact
        ? undefined
        : list.find(
            (other) =>
              other.stems.join(' ') === phraseStems.join(' ') &&
              other.exact === exact &&
              (forms ? other.token === phrase.token : !other.forms),
          );
      const listed = forms ? new Set([contentWords(text)[0]?.folded ?? '']) : undefined;
      if (forms && same) for (const form of forms) same.forms?.add(form);
      if (listed && same) for (const word of listed) same.listed?.add(word);
      if (!same)
        list.push({
          stems: phraseStems,
          ...phrase,
          ...(exact ? { exact } : {}),
          ...(forms && listed ? { forms, listed } : {}),
        });
      // Two sources may share a name, as two texts of one publisher do: the name then means both.
      else if (same.kind === 'source' && phrase.kind === 'source' && !same.token.includes(phrase.token)) {
        same.token += `_${phrase.token}`;
      }
      list.sort(
        (a, b) =>
          b.stems.length - a.stems.length || Number(b.exact !== undefined) - Number(a.exact !== undefined),
      );
      this.#phrases.set(first, list);
    };
    for (const person of input.people) {
      if (person.ordinal) this.ordinals.push({ token: personToken(person.id), ...person.ordinal });
      for (const name of [...person.names.en, ...person.names.fr]) {
        addPhrase(name, { kind: 'person', token: personToken(person.id), generic: false });
      }
      yield;
    }
    for (const source of input.sources) {
      for (const name of [...source.names.en, ...source.names.fr]) {
        addPhrase(name, { kind: 'source', token: sourceToken(source.id), generic: false });
      }
      yield;
    }
    for (const synonym of input.synonyms) {
      this.#terms.add(synonym.id);
      for (const text of [...synonym.en, ...synonym.fr]) {
        addPhrase(text, {
          kind: 'term',
          token: synonym.each ? stems(text).join('-') : synonym.id,
          generic: synonym.generic,
          narrows: synonym.narrows,
        });
      }
      yield;
    }
    for (const text of wordsOf(input.neutral)) {
      addPhrase(text, {
        kind: 'neutral',
        token: stem(text),
        generic: true,
        isExact: FRENCH_PREPOSITIONS.has(text),
      });
      yield;
    }
    const named = [...input.metrics, ...input.scopes, ...input.events, ...input.topics];
    for (const { names } of named) {
      for (const name of [...names.en, ...names.fr]) learn(name);
      yield;
    }
    for (const metric of input.metrics) for (const word of metric.implied) learn(word);
    for (const text of input.texts) {
      learn(text);
      yield;
    }
    for (const text of wordsOf(input.light)) {
      const words = splitWords(text);
      // A light word that entries hold may tell which of them is meant; any other tells nothing, though a
      // word of the other language may share its stem ("indeed", Inde).
      if (words.every((word) => surfaces.has(word.folded)))
        for (const word of words) this.#lightStems.add(word.stem);
      else
        addPhrase(text, { kind: 'neutral', token: stem(text), generic: true, isExact: true, inflects: true });
      yield;
    }
    this.#spelling = new Spelling(surfaces);

    const namesOf = (names: { en: string[]; fr: string[] }) =>
      [...names.en, ...names.fr]
        .map((name) => this.nameTokens(name))
        .filter((name) => name.tokens.length + name.generic.length > 0);
    const tellingNamesOf = (names: { en: string[]; fr: string[] }) =>
      namesOf(names).filter((name) => name.tokens.length > 0);
    for (const metric of input.metrics) {
      const implied = new Set(metric.implied.flatMap((word) => this.tokens(word)));
      this.metrics.push({ metric, names: tellingNamesOf(metric.names), implied });
      yield;
    }
    for (const event of input.events) {
      this.events.push({ event, names: tellingNamesOf(event.names), date: event.date });
      yield;
    }
    for (const scope of input.scopes) this.scopes.push({ scope, names: namesOf(scope.names) });
  }

  /** The text as words (misspelt ones mended) and as units of meaning, longest phrases first. */
  read(text: string): Reading {
    const words = this.words(text);
    return { words, units: this.units(words) };
  }

  /** The words of a text, misspelt ones mended. */
  words(text: string): readonly Word[] {
    return this.#words(text);
  }

  /** The misspelt words of a text and how they are spelt; another form of a word that is known is no slip. */
  mended(text: string): { word: Word; spelling: string }[] {
    return splitWords(text).flatMap((word) => {
      const meant = this.#meant(word);
      const isSlip = meant.length > 1 || meant[0]?.stem !== word.stem;
      return isSlip ? [{ word, spelling: meant.map(({ folded }) => folded).join(' ') }] : [];
    });
  }

  /** The word or words that a word stands for. */
  #meant(word: Word): readonly Word[] {
    const mended = this.#mended(word);
    const shift = word.start - startOf(word);
    return mended.length === 0
      ? [word]
      : mended.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift }));
  }

  /** The words of what is written as one ("1in1out", "sendbacks", "lastyear"); undefined for a word of its own. */
  #apart(word: Word): Word[] | undefined {
    const isWord = this.#spelling.has(word.folded) || this.#ordinary.has(word.folded);
    return isWord ? undefined : this.#together.apart(word, (folded) => this.#spelling.has(folded));
  }

  /** The units of meaning of `words`; those at `reserved` (a date's, say) are left out of phrases. */
  units(words: readonly Word[], reserved: ReadonlySet<number> = new Set()): Unit[] {
    const taken = words.map((_, index) => reserved.has(index));
    const units: Unit[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word || (taken[i] && !reserved.has(i))) continue;
      if (reserved.has(i)) {
        units.push({ kind: 'neutral', token: word.stem, at: [i], known: true, generic: true });
        continue;
      }
      if (ARTICLES.has(word.folded) && !this.#startsPhrase(words, i)) {
        units.push({ kind: 'neutral', token: word.stem, at: [i], known: true, generic: true });
        continue;
      }
      const match = this.#longestPhrase(words, i, taken);
      if (match) {
        for (const index of match.at) taken[index] = true;
        const { kind, token, generic, narrows } = match.phrase;
        units.push({ kind, token, at: match.at, known: true, generic, ...(narrows ? { narrows } : {}) });
        continue;
      }
      units.push(this.#single(word, i));
    }
    return joinNumbers(units, words);
  }

  /** The telling tokens of a text, for the index and for comparing: no neutral words. */
  tokens(text: string): string[] {
    return this.read(text)
      .units.filter((unit) => unit.kind !== 'neutral')
      .map((unit) => unit.token);
  }

  /** A name's tokens, the generic ones apart; a name of generic words only has no telling ones. */
  nameTokens(name: string): NameTokens {
    const units = this.read(name).units.filter((unit) => unit.kind !== 'neutral');
    const telling = units.filter((unit) => !unit.generic).map((unit) => unit.token);
    const generic = units.filter((unit) => unit.generic).map((unit) => unit.token);
    return { tokens: telling, generic };
  }

  /** True for a token that stands for a light word itself and not for a term that happens to be called so. */
  isLightWord(token: string): boolean {
    return this.#lightStems.has(token) && !this.#terms.has(token);
  }

  /** True for the stem of a word that never restricts a question, whatever it may tell. */
  isLight(stem: string): boolean {
    return this.#lightStems.has(stem);
  }

  #mend(word: Word): Word {
    if (ARTICLES.has(word.folded) || numberOf(word.folded) !== undefined || this.#spelling.has(word.folded)) {
      return word;
    }
    if (this.#ordinary.has(word.folded)) return word;
    const ending = `${word.folded}g`;
    if (word.folded.endsWith('in') && this.#spelling.has(ending))
      return { ...word, folded: ending, stem: stem(ending) };
    if (this.#knownStems.has(word.stem)) {
      // A form that nobody typed here before; a slip of its own stem is mended, and one that is no form of it
      // at all ("offical" is no form of "office").
      const same = this.#spelling.correct(word.folded);
      const isForm = word.folded.length < SLIP || this.#forms.has(withoutInflection(word.folded));
      // Of one stem, yet more than a slip apart: another word of the family ("independence", "independent").
      const isOther = same && stem(same) === word.stem && editDistance(word.folded, same, 1) > 1;
      return same && !isOther && (stem(same) === word.stem || !isForm)
        ? { ...word, folded: same, stem: stem(same) }
        : word;
    }
    const isName = /^\p{Lu}/u.test(word.text) && word.start > 0 && word.folded.length < 6;
    const corrected = isName ? undefined : this.#spelling.correct(word.folded);
    return corrected ? { ...word, folded: corrected, stem: stem(corrected) } : word;
  }

  #startsPhrase(words: readonly Word[], i: number): boolean {
    return (this.#phrases.get(words[i]?.stem ?? '') ?? []).some((phrase) => phrase.stems.length > 1);
  }

  #single(word: Word, index: number): Unit {
    const value = numberOf(word.folded);
    if (value !== undefined) {
      return { kind: 'number', token: String(value), at: [index], known: true, generic: false };
    }
    return {
      kind: 'word',
      token: word.stem,
      at: [index],
      known: this.#knownStems.has(word.stem),
      generic: false,
      ...(this.isLight(word.stem) ? { light: true } : {}),
    };
  }

  #longestPhrase(
    words: readonly Word[],
    i: number,
    taken: boolean[],
  ): { phrase: Phrase; at: number[] } | undefined {
    let best: { phrase: Phrase; at: number[] } | undefined;
    for (const phrase of this.#phrases.get(words[i]?.stem ?? '') ?? []) {
      const folded = words[i]?.folded ?? '';
      if (best && phrase.stems.length < best.phrase.stems.length) break;
      // Of two words with one stem the one that is listed as typed is meant.
      if (best && !(best.phrase.forms && !best.phrase.listed?.has(folded) && phrase.listed?.has(folded)))
        continue;
      if (
        phrase.exact &&
        !isExactly(words[i], phrase.exact) &&
        !(phrase.inflects && inflects(words[i], phrase.exact))
      )
        continue;
      if (phrase.forms && !phrase.forms.has(withoutInflection(folded))) continue;
      const at = this.#placesOf(phrase, words, i, taken);
      if (at) best = { phrase, at };
    }
    return best;
  }

  /** Where the words of a phrase stand from `i` on: articles and a few light words may stand between. */
  #placesOf(phrase: Phrase, words: readonly Word[], i: number, taken: boolean[]): number[] | undefined {
    const at = [i];
    let next = i + 1;
    let gap = 0;
    for (const wanted of phrase.stems.slice(1)) {
      while (words[next]?.stem !== wanted || taken[next]) {
        const between = words[next];
        if (!between || taken[next]) return undefined;
        if (!ARTICLES.has(between.folded)) {
          const allowed = BOUND.has(words[i]?.folded ?? '') ? 0 : LONGEST_GAP;
          if (++gap > allowed || !this.#isLight(between)) return undefined;
        }
        next++;
      }
      at.push(next++);
    }
    return at;
  }

  #isLight(word: Word): boolean {
    if (LIGHT.has(word.folded)) return true;
    return (this.#phrases.get(word.stem) ?? []).some(
      (phrase) =>
        phrase.stems.length === 1 && (phrase.kind === 'person' || (phrase.kind === 'term' && phrase.generic)),
    );
  }
}

/** A name of one word is met by that word, not by others of its stem (an explainer does not explain). */
function isExactly(word: Word | undefined, name: string): boolean {
  return word?.folded === name || (word?.folded === `${name}s` && !FRENCH_PREPOSITIONS.has(name));
}

/** A longer form of the word, by its endings of number and tense ("forgetting", "moans"); a doer is another word. */
function inflects(word: Word | undefined, name: string): boolean {
  if (word === undefined || name.length < 3 || word.folded.length <= name.length) return false;
  return !/er?s?$/.test(word.folded) && withoutInflection(word.folded) === withoutInflection(name);
}

/** All that matters of where a word stands: 0 where it begins its text, else 1. */
function startOf({ start }: Word): 0 | 1 {
  return start > 0 ? 1 : 0;
}

/** All words of a list in groups, the English ones first. */
function wordsOf(groups: readonly WordGroup[]): string[] {
  return [...groups.flatMap(({ en }) => en), ...groups.flatMap(({ fr }) => fr)];
}

function contentWords(text: string): Word[] {
  const words = splitWords(text);
  const content = words.filter((word) => !ARTICLES.has(word.folded));
  return content.length > 0 ? content : words;
}

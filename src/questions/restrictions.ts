/**
 * Which words of a clause could narrow what is counted. A word narrows by where it stands: on the counted
 * noun ("how many women"), in a phrase on the verb ("to Albania", "in Dundee"), or as what is said of the
 * people counted ("were housed", "who appealed"). Other words are asides and block nothing.
 */
import type { Reading, Unit } from '../knowledge/meanings.js';
import { fold } from '../knowledge/words.js';

const QUANTITY = /^(?:number|combien|cmb|cb|nombre|howmany)$/;
const MANY = /^(?:many|much|meny|mny)$/;
const BE_OR_HAVE =
  /^(?:were|was|are|is|be|been|being|got|have|has|had|ve|who|that|which|whose|werent|wasnt|arent|hadnt|havent|etaient|sont|ont|ete|avaient|etait|qui|dont)$/;
const STOPS =
  /^(?:were|was|are|is|have|has|had|did|do|does|can|could|will|would|got|ve|ont|sont|etaient|avaient|a|est|by|in|on|at|as|from|to|since|par|en|au|depuis)$/;
/** After these, a noun says where, whither, by what or with what. */
const NARROWING =
  /^(?:in|to|from|by|with|without|aged|under|over|near|into|via|through|inside|outside|en|au|aux|vers|par|avec|sans|dans|chez)$/;
/** After these, most nouns are asides ("on file", "for homework"): only names narrow. */
const LOOSE = /^(?:on|for|at|as|of|like|per|sur|pour|comme)$/;
/** What happened to those counted, where nothing here speaks of it ("after a hunger strike"). */
const BESIDE =
  /^(?:after|before|following|during|despite|wearing|carrying|holding|using|claiming|pretending)$/;
/** A verb before them tells what was done to those counted. */
const DONE = /(?:ed|back|in|out|over)$/;
/** How often it happened to each of those counted. */
const OFTEN = /^(?:twice|thrice|repeatedly)$/;
/** What those who are counted did next narrows them ("were returned and then claimed asylum"). */
const AFTERWARDS = /^(?:then|later|afterwards|subsequently|eventually|ensuite)$/;
const FRENCH = /^(?:combien|cmb|cb|les?|la|des|du|ont|ete|qui|sont|personnes)$/;
const OWN_FIGURE = /^(?:numbers?|figures?|count|tally|estimate|tallies|counts)$/;
const PRICE = /^(?:price|prices|fare|fares|fee|fees|bill|prix|tarif)$/;
const DID = /^(?:did|does|do)$/;
const ASKED = /^(?:do|did|can|could|should|would|am|was|have|that|which|who|what|people|number|many)$/;
const SUBJECT = /^(?:i|you|u|we|they|he|she|it|theyve|weve|youve|je|tu|nous|vous|ils|elles|on|il|elle)$/;

/** After these stands what something is of, with or about. */
const ABOUT =
  /^(?:of|with|without|about|regarding|concerning|in|to|from|at|near|into|against|between|avec|contre|sur|dans|vers|chez|au|aux)$/;

/** Words of other fields that stand where they say what or whom a thing is of ("the treaty of Versailles"), as tokens. */
export function foreignTokens(
  reading: Reading,
  asking: readonly Unit[],
  taken: ReadonlySet<number>,
): string[] {
  return asking
    .filter((unit) => {
      const [first = 0] = unit.at;
      if (unit.kind !== 'word' || unit.known || unit.light || taken.has(first)) return false;
      let before = first - 1;
      while (before > 0 && /^(?:the|a|an|any|le|la|les|l)$/.test(reading.words[before]?.folded ?? ''))
        before--;
      return ABOUT.test(reading.words[before]?.folded ?? '');
    })
    .map(({ token }) => token);
}

/** Indexes of the words that stand where a word narrows the count; `taken` are those of dates. */
export function narrowingPlaces(reading: Reading, taken: ReadonlySet<number>): Set<number> {
  const places = new Set<number>();
  const words = reading.words;
  const unitAt = (index: number) => reading.units.find((unit) => unit.at.includes(index));
  const isLight = (unit: Unit | undefined) => unit === undefined || unit.kind === 'neutral' || unit.generic;
  for (const [index, word] of words.entries()) {
    const { folded } = word;
    if (isAsker(index)) break;
    if (QUANTITY.test(folded) || (MANY.test(folded) && /^hows?$/.test(words[index - 1]?.folded ?? '')))
      markCounted(index);
    if (BE_OR_HAVE.test(folded)) markNext(index, 3, (next) => !SUBJECT.test(next));
    if (isNarrowing(index)) markNext(index, 3, () => true);
    if (BESIDE.test(folded)) markNext(index, 3, () => true, isUnheard);
    if (LOOSE.test(folded)) markNext(index, 2, () => true, isName);
    if (DID.test(folded)) markVerbAfter(index);
    // "The price of the Air France ticket": what is paid for is what is asked about.
    if (/^(?:of|for|du|des?)$/.test(folded) && PRICE.test(words[index - 1]?.folded ?? '')) markPriced(index);
    // "Sent back for smoking": what those counted had done; "for homework" says what the asker wants it for.
    if (folded === 'for')
      markNext(
        index,
        1,
        (next) => /ing$/.test(next),
        (at) => isUnheard(at),
      );
    // "The Reuters figure for returns": whose figure it is, where nobody here has heard of them.
    if (
      OWN_FIGURE.test(folded) &&
      index > 0 &&
      isUnheard(index - 1) &&
      !isAdjective(index - 1) &&
      !taken.has(index - 1)
    )
      places.add(index - 1);
    if (AFTERWARDS.test(folded)) markNext(index, 2, () => true);
    if (isPartitive(index)) markRest(index + 1);
    if (folded === 'on')
      markNext(
        index,
        2,
        () => true,
        (at) => isUnheard(at) && !isDay(at + 1),
      );
    if (
      OFTEN.test(folded) &&
      !isLight(unitAt(index - 1)) &&
      !/^(?:as|the)$/.test(words[index + 1]?.folded ?? '')
    )
      places.add(index);
    // "Came by small boat wearing life jackets", "who were returned vanished": what those counted were doing or did.
    const follows = DONE.test(words[index - 1]?.folded ?? '');
    if (
      (/ing$/.test(folded) || (/ed$/.test(folded) && follows)) &&
      isUnheard(index) &&
      !isLight(unitAt(index - 1))
    )
      places.add(index);
    // "Crossed the Mediterranean": another water.
    if (unitAt(index)?.token === 'crossing' && /^(?:the|a|la|le)$/.test(words[index + 1]?.folded ?? ''))
      markNext(index, 2, () => true);
    if (/^(?:and|or|et|ou)$/.test(folded) && index > 0) markNext(index, 1, () => true, endsLikeVerb);
    if (/ly$/.test(folded) && !isLight(unitAt(index - 1))) places.add(index);
  }
  return places;

  function isNarrowing(index: number): boolean {
    const word = words[index];
    return (
      word !== undefined && (NARROWING.test(word.folded) || (word.folded === 'a' && isFrench(word.text)))
    );
  }

  /** "On St Nicholas Day". */
  function isDay(index: number): boolean {
    return /^(?:day|eve|night)$/.test(words[index]?.folded ?? '');
  }

  /** "À Lille", and without its accent among French words: no English article. */
  function isFrench(text: string): boolean {
    return text !== fold(text).toLowerCase()
      ? /à/i.test(text)
      : words.some((word) => FRENCH.test(word.folded));
  }

  /** "… is eighteen pages i read it on the loo": what the asker does afterwards. */
  function isAsker(index: number): boolean {
    const before = words[index - 1]?.folded ?? '';
    return (
      index > 3 &&
      /^(?:i|im|ive)$/.test(words[index]?.folded ?? '') &&
      !isLight(unitAt(index - 1)) &&
      !ASKED.test(before)
    );
  }

  /** The noun phrase after "how many": all of it, up to its verb. */
  function markCounted(from: number): void {
    for (let index = from + 1; index < words.length && index <= from + 5; index++) {
      const word = words[index];
      if (!word || STOPS.test(word.folded)) return;
      const unit = unitAt(index);
      places.add(index);
      // What they did is what is counted of them ("how many people waiting in France to come over").
      if (unit?.kind === 'term' && !unit.generic && places.has(index - 1)) return;
    }
  }

  /** "How many of the 350 …": only some of them are counted, whatever is said of these. */
  function isPartitive(index: number): boolean {
    const [before, word, after] = [words[index - 1], words[index], words[index + 1]];
    if (!/^(?:of|parmi|among)$/.test(word?.folded ?? '') || !after) return false;
    const counts = MANY.test(before?.folded ?? '') || QUANTITY.test(before?.folded ?? '');
    return counts && /^(?:the|those|these|them|les|ces|eux|\d[\d,]*)$/.test(after.folded);
  }

  function markRest(from: number): void {
    for (let index = from; index < words.length; index++) {
      const unit = unitAt(index);
      if (!taken.has(index) && unit && /^(?:term|word)$/.test(unit.kind) && !unit.generic && !unit.light)
        places.add(index);
    }
  }

  /** All that is named of the thing, up to its end. */
  function markPriced(from: number): void {
    for (let index = from + 1; index < words.length && index <= from + 5; index++) {
      const folded = words[index]?.folded ?? '';
      if (
        taken.has(index) ||
        (index > from + 1 && (STOPS.test(folded) || NARROWING.test(folded) || isApart(index)))
      )
        return;
      if (!isLight(unitAt(index)) && !unitAt(index)?.light) places.add(index);
    }
  }

  /** "How many boats did France sink": what somebody did is what is counted. */
  function markVerbAfter(from: number): void {
    const asks = words.slice(Math.max(0, from - 5), from).some((word) => MANY.test(word.folded));
    if (!asks) return;
    for (let index = from + 1; index < words.length && index <= from + 4; index++) {
      const unit = unitAt(index);
      if (taken.has(index) || isApart(index)) return;
      if (isLight(unit) || unit?.kind === 'person' || unit?.kind === 'source') continue;
      places.add(index);
      return;
    }
  }

  function markNext(
    from: number,
    reach: number,
    goesOn: (folded: string) => boolean,
    fits: (index: number) => boolean = () => true,
  ): void {
    for (let index = from + 1; index < words.length && index <= from + reach; index++) {
      const word = words[index];
      if (!word || taken.has(index) || !goesOn(word.folded) || isApart(index)) return;
      if (isLight(unitAt(index)) || (unitAt(index)?.light && !fits(index))) continue;
      if (!fits(index)) return;
      places.add(index);
      // "In the boat race": the word behind makes another thing of it.
      const isTerm = unitAt(index)?.kind === 'term' && isNarrowing(from);
      if (isTerm && isThing(index + 1) && !taken.has(index + 1)) places.add(index + 1);
      return;
    }
  }

  /** A comma or a bracket stands before it: what comes after belongs to another phrase. */
  function isApart(index: number): boolean {
    const [before, word] = [words[index - 1], words[index]];
    return before !== undefined && word !== undefined && word.start - before.end > 1;
  }

  /** Written with a capital inside the sentence. */
  function isName(index: number): boolean {
    const word = words[index];
    return word !== undefined && word.start > 0 && /^\p{Lu}\p{Ll}/u.test(word.text);
  }

  /** A word of another field ("channels on Freeview"). */
  function isUnheard(index: number): boolean {
    const unit = unitAt(index);
    return unit !== undefined && !unit.known && !unit.light;
  }

  /** A word that is neither a term of ours nor of no weight ("in the returns department"). */
  function isThing(index: number): boolean {
    const unit = unitAt(index);
    return unit?.kind === 'word' && !unit.light;
  }

  function isAdjective(index: number): boolean {
    return /(?:[^e]er|est|ing|ed|ly|ish|al|ive|ous|ful|less|some)$/.test(words[index]?.folded ?? '');
  }

  function endsLikeVerb(index: number): boolean {
    return /(?:ed|en)$/.test(words[index]?.folded ?? '');
  }
}

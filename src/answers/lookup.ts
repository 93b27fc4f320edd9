/** From what a person picked or typed in a command to the thing that is meant, or to what is near it. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { LanguageCode } from '../language/format.js';
import type { Choice, NameList } from './named.js';

/** What was typed names nothing here; `near` are labels of things that may be meant. */
export type Unclear = {
  unclear: 'metric' | 'date' | 'event_date' | 'no_day' | 'speaker' | 'topic' | 'subject' | 'source' | 'entry';
  typed: string;
  near: readonly string[];
  /** True where `near` is a guess ("did you mean"), false where it is a list to pick from. */
  isGuess: boolean;
  /** That of what was typed. */
  language: LanguageCode;
};

const SUGGESTED = 3;

/** The unclear thing with the nearest names of `list`, or with the first of them. */
export function unclear(
  what: Unclear['unclear'],
  typed: string,
  list: NameList,
  language: LanguageCode,
): Unclear {
  const near = list.near(typed, language, SUGGESTED);
  const shown: readonly Choice[] = near.length > 0 ? near : list.matching('', language, 2 * SUGGESTED);
  return { unclear: what, typed, near: shown.map(({ label }) => label), isGuess: near.length > 0, language };
}

/** Ids of the people or sources that the words name, misspelt or among others ("mr philp said"). */
export function namedIn(typed: string, kind: 'person' | 'source', lexicon: Lexicon): string[] {
  const ids = lexicon
    .read(typed)
    .units.filter((unit) => unit.kind === kind)
    .flatMap((unit) => unit.token.split('_').map((token) => token.slice(2)));
  return [...new Set(kind === 'source' ? ids.map((id) => id.toUpperCase()) : ids)];
}

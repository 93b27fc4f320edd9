/** The words of a clause as units of meaning, each step settling what the words around a unit make of it. */
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Reading } from '../knowledge/meanings.js';
import type { Word } from '../knowledge/words.js';
import { withCapitalPlaces } from './capital-places.js';
import {
  countedReturns,
  inVessels,
  numbersOrigin,
  takenByFrance,
  underScheme,
  withAgain,
  withCarried,
  withDirections,
  withOnlyDirection,
  withOtherWay,
  withSplitVerbs,
} from './directions.js';
import { withoutManner } from './manner.js';
import { withVerbs } from './name-or-verb.js';
import { withOpposites } from './opposites.js';
import { withOrdinalPeople } from './ordinal-people.js';
import { withQuietStretch } from './quiet-stretch.js';
import {
  withBoatsFromFrance,
  withFranceActing,
  withFrancePaying,
  withShores,
  withTowards,
  withTransfers,
} from './shores.js';
import { withoutTitles } from './titles.js';

/** In this order: a later step takes what an earlier one has settled. */
const STEPS: readonly ((reading: Reading, lexicon: Lexicon) => Reading)[] = [
  withTowards,
  withVerbs,
  withoutManner,
  withoutTitles,
  countedReturns,
  inVessels,
  withBoatsFromFrance,
  withShores,
  withTransfers,
  withFranceActing,
  withFrancePaying,
  numbersOrigin,
  takenByFrance,
  withQuietStretch,
  withOpposites,
  withDirections,
  withOnlyDirection,
  withOtherWay,
  withAgain,
  withCarried,
  withSplitVerbs,
  underScheme,
  withOrdinalPeople,
  withCapitalPlaces,
];

/** Reads words as units; the words at `taken` belong to dates. */
export function readingOf(words: readonly Word[], taken: ReadonlySet<number>, lexicon: Lexicon): Reading {
  const read: Reading = { words, units: lexicon.units(words, taken) };
  return STEPS.reduce((reading, step) => step(reading, lexicon), read);
}

/** What a question is read with. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Language, Query } from './query.js';

export type Circumstances = {
  lexicon: Lexicon;
  today: IsoDate;
  /** Date of the newest figure that is known: dates without a year are read as not later than it. */
  newestKnown: IsoDate;
  notAfter?: IsoDate | undefined;
  /** The question before, if this may be a follow-up. */
  previous?: Query | undefined;
  /** Language where the words do not tell. */
  language?: Language;
};

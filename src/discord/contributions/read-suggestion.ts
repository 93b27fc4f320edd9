/** A suggestion as a person typed it, read as a figure, or everything in it that has to be mended. */
import type { Engine, Reply } from '../../engine.js';
import { isCalendarDate } from '../../knowledge/calendar.js';
import { numbersIn, type PrintedNumber } from '../../knowledge/numbers.js';
import { printedQualifier } from '../../knowledge/printed.js';
import type { SuggestedFigure } from '../../knowledge/suggested.js';
import { contributionWordsOf } from '../../language/contribution-words.js';
import { formatDate, formatNumber } from '../../language/format.js';
import type { SuggestionTyped } from '../../state/index.js';
import type { Language } from '../command.js';
import { cutText } from '../fitting.js';

/** Of what was typed, so much is enough to be recognised. */
const TYPED_SHOWN = 80;

type Faults = { faults: string[] };
type Amount = Pick<SuggestedFigure, 'value' | 'low' | 'high' | 'qualifier'>;
type When = Pick<SuggestedFigure, 'asOf' | 'period' | 'datePrecision'>;

/** Every fault is a sentence that says what to mend; all of them are said at once. */
export function readSuggestion(
  typed: SuggestionTyped,
  engine: Engine,
  language: Language,
  today: string,
): { figure: SuggestedFigure } | Faults {
  const metric = readMetric(typed.metric, engine, language);
  const amount = readAmount(typed.value, language);
  const when = readWhen(typed.date, 'faults' in metric ? undefined : metric.id, engine, language, today);
  const address = readAddress(typed.address, language);
  const printed = 'faults' in amount ? { faults: [] } : readPrinted(typed.words, amount, language);
  if (
    'faults' in metric ||
    'faults' in amount ||
    'faults' in when ||
    'faults' in address ||
    'faults' in printed
  )
    return {
      faults: [metric, amount, when, address, printed].flatMap((part) =>
        'faults' in part ? part.faults : [],
      ),
    };
  const words = typed.words.trim();
  return { figure: { metric: metric.id, ...amount, ...when, ...printed, ...address, words } };
}

function readMetric(typed: string, engine: Engine, language: Language): { id: string } | Faults {
  const { faults } = contributionWordsOf(language).suggest;
  const found = engine.figure({ metric: typed, language });
  if ('unclear' in found) return { faults: [faults.metric(shown(typed), found.isGuess ? found.near : [])] };
  const [asked] = found.query.parts[0]?.metrics ?? [];
  if (!asked) return { faults: [faults.metric(shown(typed), [])] };
  if (asked.restrictions.length === 0) return { id: asked.id };
  const metric = engine.knowledge().metric(asked.id);
  return { faults: [faults.narrower(metric?.names[language][0] ?? asked.id)] };
}

function readAmount(typed: string, language: Language): Amount | Faults {
  const { faults } = contributionWordsOf(language).suggest;
  const values = amountsIn(typed).map(({ value }) => value);
  const [first, second] = values;
  if (first === undefined) return { faults: [faults.noNumber(shown(typed))] };
  if (second === undefined) return { value: first, qualifier: printedQualifier(typed) ?? 'exact' };
  if (values.length === 2 && first < second) return { low: first, high: second, qualifier: 'between' };
  return { faults: [faults.manyNumbers(shown(typed))] };
}

/** As in `/figure`: dates in words, months, periods; what counts per period gets a period. */
function readWhen(
  typed: string,
  metric: string | undefined,
  engine: Engine,
  language: Language,
  today: string,
): When | Faults {
  const { faults } = contributionWordsOf(language).suggest;
  const known = metric ?? engine.knowledge().metrics()[0]?.id ?? '';
  const asked = engine.figure({ metric: known, asOf: typed, language }, { today });
  const time = 'unclear' in asked ? undefined : timeOf(asked);
  if (!time || !isCalendarDate(time.from) || !isCalendarDate(time.to))
    return { faults: [faults.date(shown(typed))] };
  const { from, to, granularity } = time;
  if (from > today) return { faults: [faults.future(formatDate(from, language))] };
  const end = to > today ? today : to;
  if (engine.knowledge().metric(known)?.kind === 'period')
    return { period: { from, to: end }, datePrecision: 'day' };
  const datePrecision = granularity === 'month' || granularity === 'year' ? granularity : 'day';
  return { asOf: end, datePrecision };
}

function timeOf({ query }: Reply) {
  return query.parts[0]?.times[0];
}

/** A page on the web; it is only kept, never opened by the bot. */
function readAddress(typed: string, language: Language): { address: string } | Faults {
  const { faults } = contributionWordsOf(language).suggest;
  const address = typed.trim();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPage =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.hostname.includes('.') &&
    url.username === '' &&
    !/\s/.test(address);
  return isPage ? { address: url.href } : { faults: [faults.address(shown(typed))] };
}

/** The number has to stand in the source's words, as digits or as a word; those characters are what is printed. */
function readPrinted(
  words: string,
  { value, low, high }: Amount,
  language: Language,
): { printed: string } | Faults {
  const { faults } = contributionWordsOf(language).suggest;
  const wanted = [value, low, high].filter((one) => one !== undefined);
  const found = wanted.map((one) => numbersIn(words).find((number) => number.value === one));
  const lacking = wanted.filter((_, at) => found[at] === undefined);
  if (lacking.length > 0)
    return { faults: lacking.map((one) => faults.wordsLack(formatNumber(one, language))) };
  const places = found.filter((number) => number !== undefined);
  const start = Math.min(...places.map((place) => place.start));
  const end = Math.max(...places.map((place) => place.end));
  return { printed: words.slice(start, end) };
}

/** Years and days of dates are no amounts, unless nothing else stands there. */
function amountsIn(typed: string): PrintedNumber[] {
  const numbers = numbersIn(typed).filter(({ value }) => !Number.isNaN(value));
  const amounts = numbers.filter(({ day, form }) => day === undefined && form !== 'ordinal');
  return amounts.length > 0 ? amounts : numbers;
}

function shown(typed: string): string {
  return cutText(typed.trim(), TYPED_SHOWN);
}

/** Made-up data for the bench: the same at every run. */
import { addDays } from '../../src/knowledge/calendar.js';
import type { KnowledgeData } from '../../src/knowledge/entries.js';
import type { Figure, Metric, Scope, Source } from '../../src/knowledge/schema.js';
import { seeded } from './measuring.js';

const FIRST_DAY = '2000-01-01';
const DAYS = 9_500;
const SOURCES = 50;

const METRICS: readonly Metric[] = [
  madeUpMetric(
    'wagons-weighed',
    'running-total',
    'wagons',
    ['wagons weighed', 'weighed wagons'],
    ['wagons pesés'],
  ),
  madeUpMetric(
    'lanterns-hung',
    'period',
    'lanterns',
    ['lanterns hung', 'hung lanterns'],
    ['lanternes accrochées'],
  ),
  madeUpMetric(
    'ferries-painted',
    'measure',
    'ferries',
    ['ferries painted', 'painted ferries'],
    ['ferries repeints'],
  ),
];

const SCOPES: readonly Scope[] = ['Aldmoor', 'Brackwater', 'Corhaven', 'Dunmallet', 'Eskerby'].map(
  (place) => ({
    id: `in-${place.toLowerCase()}`,
    names: { en: [`in ${place}`], fr: [`à ${place}`] },
  }),
);

/** Questions about them, of every operation. */
export const MADE_UP_QUESTIONS: readonly string[] = [
  'how many wagons have been weighed?',
  'how many wagons had been weighed by 3 May 2014?',
  'how many lanterns were hung on 17 August 2011?',
  'how many lanterns were hung in 2019?',
  'how many ferries painted in Corhaven as of 1 March 2020?',
  'by how much did the number of weighed wagons rise between 1 January 2010 and 1 January 2020?',
  'how has the number of painted ferries changed over time?',
  'how many more wagons were weighed than ferries painted by 2020?',
  'do sources differ on the wagons weighed?',
  'how many blue wagons were weighed?',
  'combien de wagons pesés au 31 octobre 2015 ?',
  'combien de lanternes accrochées le 14 juillet 2012 ?',
];

/** `data` with `count` further figures, spread over metrics, places, days and sources. */
export function withMadeUpFigures(data: KnowledgeData, count: number): KnowledgeData {
  const random = seeded(20_251_110);
  const totals = new Map<string, number>();
  const figures = Array.from({ length: count }, (_, index): Figure => {
    const { id: metric, kind } = pick(METRICS, index);
    const scope = index % 4 === 0 ? undefined : pick(SCOPES, Math.floor(random() * SCOPES.length)).id;
    const day = addDays(FIRST_DAY, Math.floor((index / count) * DAYS));
    const key = `${metric} ${scope}`;
    const value = (kind === 'running-total' ? (totals.get(key) ?? 0) : 0) + Math.floor(random() * 90) + 1;
    totals.set(key, value);
    return {
      id: `F-${1_000_000 + index}`,
      metric,
      ...(scope ? { scope } : {}),
      value,
      qualifier: 'exact',
      printed: String(value),
      ...(kind === 'period' ? { period: { from: day, to: day } } : { asOf: day }),
      datePrecision: 'day',
      dateKnown: 'stated',
      source: `S-${9_000 + Math.floor(random() * SOURCES)}`,
      paragraph: 1 + Math.floor(random() * 40),
      provisional: false,
    };
  });
  return {
    ...data,
    sources: [...data.sources, ...Array.from({ length: SOURCES }, (_, index) => madeUpSource(9_000 + index))],
    scopes: [...data.scopes, ...SCOPES],
    metrics: [...data.metrics, ...METRICS],
    figures: [...data.figures, ...figures],
  };
}

/** A metric that means nothing, with its names. */
export function madeUpMetric(
  id: string,
  kind: Metric['kind'],
  unit: string,
  en: string[],
  fr: string[],
): Metric {
  const made = { en: 'Made up for the bench.', fr: 'Inventé pour la mesure.' };
  return {
    id,
    kind,
    unit: { en: unit, fr: unit },
    names: { en, fr },
    definition: made,
    excludes: made,
    implied: [],
    beside: [],
  };
}

/** Source `S-<number>`, a register that nobody keeps. */
export function madeUpSource(number: number): Source {
  return {
    id: `S-${number}`,
    document: null,
    label: { en: `Register ${number}`, fr: `Registre ${number}` },
    title: null,
    publisher: null,
    url: null,
    published: null,
    publishedKnown: 'unknown',
    kind: 'anonymous',
    rewriteOf: null,
    originalOpened: true,
    note: { en: 'Made up for the bench.', fr: 'Inventé pour la mesure.' },
    names: { en: [`Register ${number}`], fr: [`Registre ${number}`] },
  };
}

function pick<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('Nothing to pick from.');
  return one;
}

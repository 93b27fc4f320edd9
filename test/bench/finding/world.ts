/**
 * A made-up world of any size: one count for each thing, place and day, so that each query has exactly one right
 * record by construction, and 500 records a day that differ from it in one respect only.
 */
import { addDays } from '../../../src/knowledge/calendar.js';
import type { KnowledgeData } from '../../../src/knowledge/entries.js';
import type { Figure, Metric, Scope } from '../../../src/knowledge/schema.js';
import { formatDate } from '../../../src/language/format.js';
import { madeUpMetric, madeUpSource } from '../made-up-figures.js';
import { seeded } from '../measuring.js';

const FIRST_DAY = '2015-01-01';
const SEED = 20_261_122;
const SOURCES = 50;
const FIRST_FIGURE = 1_000_000;
const FIRST_SOURCE = 9_000;

/** None of their words means anything in Tally's own field, as “flown in” would. */
const THINGS = [
  'wagons weighed', 'lanterns hung', 'ferries painted', 'barrels rolled', 'kettles boiled', 'ladders mended',
  'bridges scrubbed', 'bells polished', 'hedges trimmed', 'parcels sorted', 'bicycles borrowed', 'chimneys swept',
  'candles moulded', 'orchards pruned', 'gliders launched', 'clocks wound', 'saddles stitched', 'violins restored',
  'turbines greased', 'carpets beaten',
]; // biome-ignore format: a list of words

const PLACES = [
  'Aldmoor', 'Brackwater', 'Corhaven', 'Dunmallet', 'Eskerby', 'Fennickstow', 'Garstonbury', 'Hexbourne', 'Inverlade',
  'Jarrowick', 'Kelmarsham', 'Lowdenham', 'Marrowby', 'Nettlecombe', 'Oxenholt', 'Pendlebrook', 'Quarlton',
  'Ravensmere', 'Saltergate', 'Thornbeck', 'Ulverdale', 'Wrexcombe', 'Yarnbury', 'Zelstoke', 'Ottermoor',
]; // biome-ignore format: a list of words

const SERIES = THINGS.length * PLACES.length;

export const CLASSES = ['exact', 'reworded', 'misspelt', 'long'] as const;
export type QueryClass = (typeof CLASSES)[number];

export type FindingQuery = { class: QueryClass; text: string; id: string };
export type FindingRecord = { id: string; text: string };

type Place = { thing: string; place: string; day: string };

/** Record number `index`: which count it is. */
function placeOf(index: number): Place {
  const series = index % SERIES;
  return {
    thing: THINGS[series % THINGS.length] ?? '',
    place: PLACES[Math.floor(series / THINGS.length)] ?? '',
    day: addDays(FIRST_DAY, Math.floor(index / SERIES)),
  };
}

const idOf = (index: number) => `F-${FIRST_FIGURE + index}`;
const metricOf = (thing: string) => thing.replace(' ', '-');
const scopeOf = (place: string) => `in-${place.toLowerCase()}`;

/** `data` with `count` counts of the made-up world more. */
export function withWorld(data: KnowledgeData, count: number): KnowledgeData {
  const random = seeded(SEED);
  const figures = Array.from({ length: count }, (_, index): Figure => {
    const { thing, place, day } = placeOf(index);
    const value = 1 + Math.floor(random() * 900);
    return {
      id: idOf(index),
      metric: metricOf(thing),
      scope: scopeOf(place),
      value,
      qualifier: 'exact',
      printed: String(value),
      period: { from: day, to: day },
      datePrecision: 'day',
      dateKnown: 'stated',
      source: `S-${FIRST_SOURCE + Math.floor(random() * SOURCES)}`,
      paragraph: 1 + Math.floor(random() * 40),
      provisional: false,
    };
  });
  const metrics = THINGS.map((thing): Metric => {
    const [noun = '', done = ''] = thing.split(' ');
    return madeUpMetric(metricOf(thing), 'period', noun, [thing, `${done} ${noun}`], [thing]);
  });
  const scopes = PLACES.map(
    (place): Scope => ({ id: scopeOf(place), names: { en: [`in ${place}`], fr: [`à ${place}`] } }),
  );
  return {
    ...data,
    sources: [
      ...data.sources,
      ...Array.from({ length: SOURCES }, (_, at) => madeUpSource(FIRST_SOURCE + at)),
    ],
    scopes: [...data.scopes, ...scopes],
    metrics: [...data.metrics, ...metrics],
    // Not by spreading into push: a million arguments do not fit on the stack.
    figures: data.figures.concat(figures),
  };
}

/** The same counts as sentences, for tools that search text. */
export function recordsOf(count: number): FindingRecord[] {
  const random = seeded(SEED);
  return Array.from({ length: count }, (_, index) => {
    const { thing, place, day } = placeOf(index);
    const value = 1 + Math.floor(random() * 900);
    const source = FIRST_SOURCE + Math.floor(random() * SOURCES);
    random();
    return {
      id: idOf(index),
      text: `${thing} in ${place} on ${formatDate(day, 'en')}: ${value} (Register ${source})`,
    };
  });
}

/** `each` queries of every class, the classes in turn, over records spread by chance. */
export function queriesOf(count: number, each: number): FindingQuery[] {
  const random = seeded(SEED + 1);
  return Array.from({ length: each * CLASSES.length }, (_, at) => {
    const index = Math.floor(random() * count);
    const kind = CLASSES[at % CLASSES.length] ?? 'exact';
    return { class: kind, text: worded(placeOf(index), kind, random), id: idOf(index) };
  });
}

function worded({ thing, place, day }: Place, kind: QueryClass, random: () => number): string {
  const [noun = '', done = ''] = thing.split(' ');
  const date = formatDate(day, 'en');
  switch (kind) {
    case 'exact':
      return `how many ${noun} ${done} in ${place} on ${date}?`;
    case 'reworded':
      return `on ${date}, what was the number of ${done} ${noun} in ${place}`;
    case 'misspelt':
      return `how many ${slip(noun, random)} were ${done} in ${slip(place, random)} on ${date}`;
    case 'long':
      return `sorry if this was asked before, my neighbour and I have been arguing all evening and neither of us will let it go, so before one of us says something silly: how many ${noun} were ${done} in ${place} on ${date}? thanks a lot, you are settling a bet here`;
  }
}

/** One letter left out, doubled or swapped with the next, never the first two. */
function slip(word: string, random: () => number): string {
  const at = 2 + Math.floor(random() * (word.length - 4));
  const how = Math.floor(random() * 3);
  if (how === 0) return word.slice(0, at) + word.slice(at + 1);
  if (how === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

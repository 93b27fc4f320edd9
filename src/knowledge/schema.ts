/**
 * The shape of the data files. A data file is a YAML object with any of the lists below; every list of
 * every file under the data folders is joined, so a figure, its metric and its source may stand in one
 * file or in three. Unknown keys are refused, so that a misspelt key can't lose anything silently.
 */
import { z } from 'zod';
import { isCalendarDate } from './calendar.js';

const date = z
  .string()
  .refine(isCalendarDate, { error: 'must be a date that exists, written YYYY-MM-DD (in quotes or not)' });

/** A moment with its offset from UTC, as web pages state it. */
const moment = z.iso.datetime({ offset: true });

const text = z.string().trim().min(1);

/** One sentence or name in both languages that the bot speaks. */
const bilingual = z.strictObject({ en: text, fr: text });

/** What people type for a thing: the first English and French name is its label. */
const names = z.strictObject({ en: z.array(text).min(1), fr: z.array(text).min(1) });

const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-\\d{3,}$`), { error: `must be an id like ${prefix}-001` });

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case words joined by hyphens' });

const dateKnown = z.enum(['stated', 'inferred']);

const period = z.strictObject({ from: date, to: date });

/** Paragraphs are counted from 1 over the non-empty lines of the source's text. */
const paragraph = z.int().min(1).describe("Counted from 1 over the non-empty lines of the source's text.");

/** Where it stands in a source that has no paragraphs to count: "table SB_01", "answer 3". */
const locator = z
  .union([text, bilingual], { error: 'must be text, or an object with `en` and `fr`' })
  .describe('A table, an answer, an article of a treaty: where there are no paragraphs to count.');

/** A stored text needs the paragraph; elsewhere either is welcome and neither is needed. */
const place = { source: id('S'), paragraph: paragraph.optional(), locator: locator.optional() };

/** Further places that say the same thing; `printed` are exact fragments of that paragraph. */
const also = z.array(z.strictObject({ ...place, printed: z.array(text).optional() })).optional();

/**
 * Which source leads is decided by its kind. official: a government or treaty; court: a court's own words;
 * expert: a UN body, NGO, university, think tank or lawyer in its own name; reference: an encyclopedia,
 * dashboard or file that gathers what others publish.
 */
export const sourceKinds = [
  'official',
  'court',
  'parliament',
  'original-reporting',
  'expert',
  'reference',
  'rewrite',
  'anonymous',
] as const;

/** Where a source only passes something on: the title that it names, and its publisher where known. */
const origin = z.strictObject({ title: text, publisher: text.nullable() });

export const sourceSchema = z.strictObject({
  id: id('S'),
  /** File name of the stored text, where there is one. */
  document: text.nullable(),
  /** What readers see: a publisher or a description, and what it rewrites. */
  label: bilingual,
  title: text.nullable(),
  publisher: text.nullable(),
  url: z.url().nullable(),
  published: date.nullable(),
  publishedKnown: z.enum(['stated', 'inferred', 'unknown']),
  kind: z.enum(sourceKinds),
  rewriteOf: text.nullable(),
  /** False where it was only seen through others, who are named in `note`. */
  originalOpened: z
    .boolean()
    .default(true)
    .describe('False where it was only seen through others, who are named in the note.'),
  /** For a page that is edited in place: when this state of it was read, and when it says that it was updated. */
  capture: z
    .strictObject({ readAt: moment, updatedAt: moment })
    .optional()
    .describe('For a page edited in place: when it was read, and when it says that it was updated.'),
  /** How sure the above is, and what readers should know of the text. */
  note: bilingual,
  /** What people call it ("lite.news", "the Brit Brief one"). */
  names,
});

export const personSchema = z.strictObject({
  id: slug,
  kind: z.enum(['person', 'organisation']),
  role: bilingual,
  names,
  /** Named by people who ask, although no source here quotes them (so that a wrong name is recognised). */
  absent: z.boolean().default(false),
  /** The party or body that the person speaks for, so that its name finds the person's words as well. */
  speaksFor: slug.optional(),
  /** Where the person stands in the dispute over the scheme, so that both sides can be shown. */
  side: z.enum(['government', 'critics']).optional(),
  /** An office that several people here held one after the other, each from `from` up to the day before `to`. */
  office: z
    .strictObject({ id: slug, from: date.optional(), to: date.optional() })
    .optional()
    .describe('An office that several people held in turn, from `from` to the day before `to`.'),
  /** Whose place in an order tells who is meant: the second person returned, the first who came back. */
  ordinal: z
    .strictObject({ of: slug, nth: z.number().int().min(1).max(3) })
    .optional()
    .describe('A word of the vocabulary and the place in its order: {of: come-back, nth: 1}.'),
});

export const topicSchema = z.strictObject({
  id: slug,
  names,
  /** What subscribers of the topic are told of, the most telling first; a topic without any can't be subscribed to. */
  metrics: z.array(slug).default([]),
  /** Statements to begin with where the topic is explained, the first of them as its headline; others follow by rule. */
  essentials: z
    .array(id('T'))
    .default([])
    .describe('Statements to begin with where the topic is explained, the most telling first.'),
});

/** A group, place or starting date that makes a figure narrower than its metric. */
export const scopeSchema = z.strictObject({
  id: slug,
  names,
  /** For scopes like "since the deal was announced": the first day that is counted. */
  since: date.optional(),
});

export const metricSchema = z.strictObject({
  id: slug,
  unit: bilingual,
  /** running-total: counted since the scheme began; period: counted in each figure's own period. */
  kind: z.enum(['running-total', 'period', 'rate', 'target', 'measure']),
  names,
  /** What answers call it, where the first of its names wouldn't do. */
  label: bilingual.optional(),
  /** Meant where a question compares years or days and doesn't say what is counted; one metric at most. */
  usual: z.boolean().optional(),
  /** One plain sentence: what is counted. */
  definition: bilingual,
  /** One plain sentence: what is not counted. */
  excludes: bilingual,
  /** Words that describe what is counted anyway, and so restrict nothing ("small boat", "asylum seekers"). */
  implied: z.array(text).default([]),
  /** Statements and events that say later, without a number, how the count went on; they stand beside its newest figure. */
  beside: z.array(z.union([id('T'), id('E')])).default([]),
  /** A metric that is computed from two others at the same date. */
  derived: z
    .strictObject({ operation: z.enum(['difference', 'excess-percent', 'sum']), of: slug, and: slug })
    .optional(),
  /** A rate that two counts of one time give, where no source does: the first for each of the second. */
  quotient: z.strictObject({ of: slug, by: slug }).optional(),
  /** How often an official source publishes it, where one does so regularly. */
  released: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'yearly']).optional(),
  /**
   * A running total that is also computed: the counts per period of another metric, one source's at a time,
   * added up from its first day. Figures that are printed stay what they are.
   */
  accumulates: z.strictObject({ metric: slug, from: date }).optional(),
});

/** How a number came about that no source prints: in words, or from which figures. */
const computed = z.union([
  z.strictObject({ how: bilingual }),
  z.strictObject({ sumOf: z.array(id('F')).min(1) }),
]);

export const figureSchema = z
  .strictObject({
    id: id('F'),
    metric: slug,
    scope: slug.optional(),
    value: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    qualifier: z.enum(['exact', 'about', 'nearly', 'over', 'at-least', 'under', 'up-to', 'between']),
    /** The characters as the source prints them, qualifier included where it stands beside the number. */
    printed: text.optional().describe('The characters as the source prints them, qualifier included.'),
    /** Instead of `printed`, where the source doesn't print the number: what was added up or worked out. */
    computed: computed.optional().describe('Instead of printed: how the number came about.'),
    asOf: date.optional().describe('The day of which it is true (totals, measures, targets).'),
    period: period.optional().describe('What it counts (metrics of kind period), both days included.'),
    /** `about`: true of a day near `asOf`, as when a source only says "so far". */
    datePrecision: z.enum(['day', 'about', 'month', 'year']).default('day'),
    dateKnown,
    /** Person or organisation who claims it, where that is not simply the source. */
    claimedBy: slug.optional().describe('Who claims it, where that is not simply the source.'),
    ...place,
    origin: origin.optional(),
    provisional: z.boolean().default(false),
    revises: id('F').optional().describe('The older figure that it replaces; both are kept.'),
    note: bilingual.optional(),
  })
  .refine(
    (figure) => (figure.value === undefined) === (figure.low !== undefined && figure.high !== undefined),
    {
      error: 'needs either `value`, or both `low` and `high`',
    },
  )
  .refine((figure) => (figure.printed === undefined) !== (figure.computed === undefined), {
    error: 'needs either `printed` (the characters of the source) or `computed` (how the number came about)',
  })
  .refine((figure) => (figure.asOf === undefined) !== (figure.period === undefined), {
    error: 'needs either `asOf` (running totals, measures) or `period` (counts per period), not both',
  })
  .refine((figure) => figure.period === undefined || figure.period.from <= figure.period.to, {
    error: 'has a `period` that ends before it starts',
  });

export const quoteSchema = z.strictObject({
  id: id('Q'),
  /** Wordings of one remark share this id. */
  remark: z
    .string()
    .regex(/^R-\d{3,}$/, { error: 'must be an id like R-001' })
    .optional(),
  speaker: slug,
  role: bilingual,
  occasion: bilingual,
  saidOn: date.nullable(),
  dateKnown,
  text,
  authenticity: z.enum(['verbatim', 'as-worded', 'doubtful']),
  /** What the remark is about, in our own words: a neutral clause that can follow the speaker's name. */
  about: bilingual,
  topics: z.array(slug).default([]),
  /** Words that people may use for it and that stand in neither text nor `about`. */
  keywords: z.array(text).default([]),
  ...place,
  origin: origin.optional(),
  note: bilingual.optional(),
});

export const eventSchema = z.strictObject({
  id: id('E'),
  text: bilingual,
  date,
  precision: z.enum(['day', 'about', 'month', 'year']),
  dateKnown,
  /** Other days that sources give for it; the note says which. */
  alsoDated: z.array(date).default([]),
  /** Days for which it was planned at first, of something that came later. */
  plannedFor: z.array(date).default([]),
  /** Short phrases that name the event, as in "two weeks after the first flight". */
  names,
  people: z.array(slug).default([]),
  topics: z.array(slug).default([]),
  keywords: z.array(text).default([]),
  /** Words that a wrong premise would use and that this entry contradicts. */
  denies: z.array(text).default([]),
  ...place,
  /** Exact fragments of the paragraph that carry it. */
  printed: z.array(text).default([]),
  also,
  origin: origin.optional(),
  note: bilingual.optional(),
});

export const statementSchema = z.strictObject({
  id: id('T'),
  /** A `reference` tells what one text's list of references says of another text. */
  kind: z.enum(['rule', 'position', 'fact', 'reference', 'open-question', 'not-known']),
  /** One or two neutral sentences of our own, complete without the question. */
  text: bilingual,
  heldBy: slug.optional(),
  people: z.array(slug).default([]),
  topics: z.array(slug).default([]),
  keywords: z.array(text).default([]),
  denies: z.array(text).default([]),
  ...place,
  printed: z.array(text).default([]),
  also,
  origin: origin.optional(),
  note: bilingual.optional(),
});

/** Words of one meaning: any of them, typed by a person, means `id`. */
export const synonymSchema = z.strictObject({
  id: slug,
  /** Said of nearly everything here ("people", "scheme"), so that it neither restricts nor distinguishes. */
  generic: z.boolean().default(false),
  /** A group or place: it narrows a count wherever it stands in the asking clause. */
  narrows: z.boolean().default(false),
  /** A list of different things of one kind (places, nationalities): each word means itself. */
  each: z.boolean().default(false),
  en: z.array(text).default([]),
  fr: z.array(text).default([]),
});

/** Words of one list that belong together, with a line that says which words belong here. */
export const wordGroupSchema = z.strictObject({
  id: slug,
  holds: text,
  en: z.array(text).default([]),
  fr: z.array(text).default([]),
});

/** The lists that rules of reading go by, each named after what its words tell. */
const wordListName = z.enum([
  'elsewhere',
  'saying',
  'parting',
  'happening',
  'subject',
  'touching',
  'asking-what',
]);

/** A list of words that a rule of reading goes by, or a part of one; "*" in a word is any letters. */
export const wordListSchema = z.strictObject({
  list: wordListName,
  holds: text,
  en: z.array(text).default([]),
  fr: z.array(text).default([]),
});

/** A number that a document prints and that no entry cites, with the reason. */
export const leftOutSchema = z.strictObject({
  source: id('S'),
  paragraph,
  printed: text,
  reason: text,
});

export const dataFileSchema = z.strictObject({
  sources: z.array(sourceSchema).default([]),
  people: z.array(personSchema).default([]),
  topics: z.array(topicSchema).default([]),
  scopes: z.array(scopeSchema).default([]),
  metrics: z.array(metricSchema).default([]),
  figures: z.array(figureSchema).default([]),
  quotes: z.array(quoteSchema).default([]),
  events: z.array(eventSchema).default([]),
  statements: z.array(statementSchema).default([]),
  synonyms: z.array(synonymSchema).default([]),
  /** Words that never restrict a question (chatter, politeness, grammar). */
  neutral: z.array(wordGroupSchema).default([]),
  /** Words that never restrict either, but may tell which entry is meant (common verbs, slang, asides). */
  light: z.array(wordGroupSchema).default([]),
  /** Ordinary words of other fields that are spelt like a known one: never taken for a slip of it. */
  ordinary: z.array(wordGroupSchema).default([]),
  /** Words that take a side: they stand inside quotations only, never in what is said in the bot's own voice. */
  loaded: z.array(wordGroupSchema).default([]),
  wordLists: z.array(wordListSchema).default([]),
  leftOut: z.array(leftOutSchema).default([]),
});

export type Source = z.infer<typeof sourceSchema>;
export type Person = z.infer<typeof personSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Scope = z.infer<typeof scopeSchema>;
export type Metric = z.infer<typeof metricSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Event = z.infer<typeof eventSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Synonym = z.infer<typeof synonymSchema>;
export type WordGroup = z.infer<typeof wordGroupSchema>;
export type WordList = z.infer<typeof wordListSchema>;
export type WordListName = z.infer<typeof wordListName>;
export type DataFile = z.infer<typeof dataFileSchema>;

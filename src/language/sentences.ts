/** What every catalogue holds: the sentences that the bot can say. */

/** So many counts are written out when they are added up; more are summed up. */
export const FEW_COUNTS = 4;

/** How a number was printed: "about", "nearly", "over" … */
export type Qualifier = 'exact' | 'about' | 'nearly' | 'over' | 'at-least' | 'under' | 'up-to' | 'between';

/** What sort of source it is, as a reader should see it. */
export type SourceKind =
  | 'official'
  | 'court'
  | 'parliament'
  | 'original-reporting'
  | 'expert'
  | 'reference'
  | 'rewrite'
  | 'anonymous';

export type Catalogue = {
  qualified(value: string, qualifier: Qualifier): string;
  days(count: number): string;
  /** Values or places side by side. */
  listed(items: readonly string[]): string;
  about(text: string): string;
  between(low: string, high: string): string;
  asOf(date: string, about: boolean): string;
  inMonth(month: string): string;
  inYear(year: string): string;
  during(period: string): string;
  inferred: string;
  provisional: string;
  since(date: string): string;
  figure(label: string, value: string, when: string): string;
  /** Two figures of the same thing: first before, then after. */
  earlier(values: string): string;
  newestIs(age: string): string;
  notInside(asked: string): string;
  alsoPrinted(values: string): string;
  sourcesDiffer(values: string): string;
  /** Values that their source has replaced since. */
  revisedFrom(values: string): string;
  /** Sources that say the same and are not marked one by one. */
  moreSources(count: number): string;
  computed(expression: string): string;
  /** The working of a running total: "17 + 58 = 75", or in short where there are many counts. */
  addedUp(
    counts: readonly string[],
    total: string,
    span: { from: string; to: string; monthly: boolean },
  ): string;
  /** Said of a number that no source prints. */
  addedUpHere: string;
  saysWho(value: string, who: string): string;
  /** The months for which it holds, of so many that are counted. */
  monthsHeld(held: number, of: number, months: string): string;
  /** When a count reached a number, as far as the counts known here tell. */
  reachedBy(number: string, date: string): string;
  reachedOn(number: string, date: string): string;
  reachedBetween(number: string, from: string, to: string): string;
  fewerThan(value: string, number: string): string;
  moreThan(value: string, number: string): string;
  exactlyThat: string;
  higher(first: string, second: string): string;
  lower(first: string, second: string): string;
  equal(first: string, second: string): string;
  premiseWrong: string;
  /** Stands before the figure that is the record, where the question names another time. */
  recordIs: string;
  /** The place of a count among all of its length, the highest first. */
  rankIs(place: number, of: number): string;
  morePercent(percent: string, first: string, second: string): string;
  /** By how much a count changed from one time to a later one. */
  /** So many a day, week, month or year on average. */
  perStep(value: string, step: 'day' | 'week' | 'month' | 'year'): string;
  /** How long something takes. */
  weeksAndYears(weeks: string, years: string): string;
  /** How many months more it would take from a day on, were a pace kept. */
  monthsMore(months: string, date: string): string;
  upPercent(percent: string): string;
  downPercent(percent: string): string;
  shareOf(percent: string, part: string, whole: string): string;
  differentPeriods: string;
  approximateInputs: string;
  unrelatedDates: string;
  attribution(right: string, wrong: string): string;
  notInSources(who: string): string;
  namesInstead(right: string, wrong: string): string;
  premiseDenied: string;
  /** Of a person: the question takes for granted what no source says. */
  notSaidOf: string;
  /** The words in question are not quite those on record. */
  misquoted: string;
  doubtful: string;
  sourceIs(text: string): string;
  /** Words in quotation marks. */
  quoted(text: string): string;
  /** Who said it, on what and when; then the words. */
  saidOn(speaker: string, quoted: string): string;
  origin(title: string, publisher: string | null): string;
  paragraph(number: number): string;
  /** Of a source that was only seen through others. */
  secondHand: string;
  undated: string;
  /** Unknown: what is missing, and what is offered instead. */
  noFigureFor(label: string, when: string): string;
  noBreakdown(words: string): string;
  /** What is known is an amount for each one, and all of them together were asked for. */
  noTotal(label: string): string;
  /** Where a record is asked for among too few counts. */
  tooFewToRank: string;
  future(date: string): string;
  /** A day that no calendar has, as typed. */
  noSuchDay(typed: string): string;
  noFigureFrom(who: string, label: string): string;
  nothingOn(words: string): string;
  nothingAtAll: string;
  outOfDomain: string;
  canAnswer(examples: string): string;
  /** A suggestion: what is known of a subject. */
  figuresOn(subject: string): string;
  /** One metric is larger than another. */
  exceeds(first: string, second: string): string;
  nearest(text: string): string;
  examples: readonly string[];
  and: string;
  agree(label: string): string;
  sourceCard(label: string, kind: string, date: string): string;
  sourceKind: Record<SourceKind, string>;
};

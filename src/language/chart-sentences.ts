/** What every catalogue of chart words holds: titles, the legend, small print, the text for those who can't see it. */

export type ChartSpan =
  | { kind: 'total' }
  | { kind: 'of-year'; year: string }
  | { kind: 'years' | 'months' | 'dates' }
  | { kind: 'days'; days: number };

/** One series told in words; dates and numbers are formatted. */
export type ChartTold = {
  title: string;
  shape: 'steps' | 'bars' | 'dots';
  dates: number;
  first: { value: string; when: string };
  last: { value: string; when: string };
  highest: { value: string; when: string };
  approximate: number;
};

export type ChartWords = {
  /** What is shown: "Small boat arrivals by year". */
  title(label: string, span: ChartSpan): string;
  /** Under the title: what is counted, if the unit is not people. */
  unit(unit: string): string;
  computed: string;
  legend: Record<'lead' | 'approximate' | 'other' | 'replaced', string>;
  sources(names: readonly string[], more: number): string;
  /** The whole picture in words, for screen readers: at most 1,024 characters by Discord's limit. */
  told(series: readonly ChartTold[]): string;
  /** Without an ending. */
  fileName: string;
};

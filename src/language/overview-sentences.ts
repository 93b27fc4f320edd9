/** What every catalogue of overviews holds: two figures compared, events in order, a subject explained. */

export type OverviewWords = {
  comparison: {
    /** Both values, with the date if it is one for both. */
    headline(first: LabelledValue, second: LabelledValue, when: string | undefined): string;
    difference(expression: string): string;
    /** `percent`: how much more the larger is. */
    ratio(expression: string, percent: string): string;
    /** Where one is at least twice the other. */
    times(expression: string): string;
    share(expression: string): string;
    sameValue: string;
    otherUnits(first: string, second: string): string;
    /** No date has both; each is shown as near as it gets. */
    otherDates: string;
    otherPeriods: string;
    sameMetric(label: string): string;
  };
  timeline: {
    /** `topic` is its label. */
    headline(count: string, from: string, to: string, topic: string | undefined): string;
    about(date: string): string;
    event(date: string, text: string): string;
    /** How a sentence may begin that says its date itself. */
    beginnings(date: string): readonly string[];
    none(range: { from: string | undefined; to: string | undefined }, topic: string | undefined): string;
    /** What there is instead. */
    known(from: string, to: string): string;
    backwards(from: string, to: string): string;
  };
  explanation: {
    /** The topic before its first sentence. */
    headline(topic: string, text: string): string;
    sections: Record<'rules' | 'facts' | 'dates' | 'positions' | 'open' | 'unknown' | 'more', string>;
    sides: Record<'government' | 'critics' | 'others', string>;
    /** A side of whom nothing is known here on the subject. */
    silent(side: string): string;
  };
};

export type LabelledValue = { label: string; value: string };

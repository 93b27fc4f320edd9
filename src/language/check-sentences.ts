/** What every catalogue says of a message's figures: verdicts, their reasons, the command and its buttons. */

export type VerdictName = 'supported' | 'contradicted' | 'outdated' | 'disputed' | 'no-data';

/** Beside the words; each has a form of its own, so that colour alone tells nothing. */
export const VERDICT_MARKS: Readonly<Record<VerdictName, string>> = {
  supported: '✅',
  contradicted: '❌',
  outdated: '⏳',
  disputed: '⚖️',
  'no-data': '❔',
};

export type CheckCatalogue = {
  /** The name of the command in the menu of a message: at most 32 characters. */
  command: string;
  /** In words, since a mark or a colour alone does not tell everybody. */
  verdicts: Record<VerdictName, string>;
  /** `“words of the message”` */
  quoted(words: string): string;
  /** One claim on one line: what was claimed, the verdict, and why. */
  line(claim: string, verdict: string, why: string): string;
  /** The reasons; `figures` are values with dates and marks. */
  supported(figures: string): string;
  contradicted(figures: string): string;
  outdated(older: string, newest: string): string;
  /** `working` is a calculation with its marks. */
  outdatedReckoned(older: string, working: string): string;
  disputed(figures: string): string;
  notKnown: string;
  notBrokenDown(words: string): string;
  notReckoned(words: string): string;
  /** The message holds no claim. */
  none: string;
  /** Claims beyond those that fit. */
  more(count: number): string;
  heading(count: number): string;
  /** How far the figures reach. */
  reach(date: string): string;
  /** Under a posted check: who had it checked is not said, nor who wrote the message. */
  posted: string;
  post: string;
  postingOff: string;
  mayNotPost: string;
  expired(days: number): string;
  noText: string;
  settings: {
    description: string;
    state: string;
    where: string;
    said(isOn: boolean, where: 'channel' | 'server'): string;
  };
};

/** What every catalogue of Discord sentences holds: command descriptions, help, settings, mistakes, buttons. */

export type DiscordCatalogue = {
  /** Descriptions of commands and options: at most 100 characters each, which is Discord's limit. */
  commands: {
    ask: { description: string; question: string };
    figure: { description: string; metric: string; asOf: string };
    quote: { description: string; speaker: string; topic: string };
    compare: { description: string; first: string; second: string; asOf: string };
    timeline: { description: string; from: string; to: string; topic: string };
    explain: { description: string; topic: string };
    source: { description: string; name: string };
    help: { description: string };
    settings: {
      description: string;
      plainQuestions: string;
      state: string;
      on: string;
      off: string;
      where: string;
      channel: string;
      server: string;
    };
    subscriptions: {
      description: string;
      add: string;
      list: string;
      remove: string;
      preview: string;
      to: string;
      channel: string;
      when: string;
      atOnce: string;
      daily: string;
      weekly: string;
      role: string;
      language: string;
      english: string;
      french: string;
      subscription: string;
    };
    isPrivate: string;
  };
  help: {
    title: string;
    intro: string;
    asking: string;
    /** Shown as things to type; the names of commands and options are the same in both languages. */
    examples: readonly string[];
    mention(bot: string): string;
    /** How a message's figures are checked; the command's name as the menu shows it in this language. */
    checking: string;
    knowledge: string;
    /** Counts are formatted numbers; `age` is of the newest figure. */
    holds(counts: { figures: string; quotes: string; sources: string }): string;
    newest(date: string, age: string): string;
    stored: string;
    storedLines(periods: {
      followUpHours: number;
      buttonDays: number;
      leftServerDays: number;
      unknownDays: number;
      endedDays: number;
    }): string[];
  };
  settings: {
    plainQuestions(isOn: boolean, where: 'channel' | 'server'): string;
  };
  /** Labels of buttons: at most 80 characters, better 20. */
  buttons: {
    sources: string;
    earlier: string;
    askMore: string;
    delete: string;
    forward: string;
    back: string;
    stop: string;
    stopNow: string;
    feedback: string;
    suggest: string;
  };
  /** The modal behind "Ask more": title and label at most 45 characters, the example at most 100. */
  askMore: { title: string; label: string; example: string };
  answers: {
    sourcesTitle: string;
    earlierTitle: string;
    /** The places of one source: "paragraphs 3, 7". */
    paragraphs(numbers: readonly number[]): string;
    /** What stands behind the sources button because it did not fit. */
    moreBehind(button: string): string;
    nothingCited: string;
    noEarlier: string;
    page(number: number, count: number): string;
  };
  /** What else the bot says of itself. */
  room: {
    coolingDown(seconds: number): string;
    buttonExpired(days: number): string;
    followUpExpired(hours: number): string;
    notYours: string;
    outdated: string;
    fault(reference: string): string;
  };
  mistakes: {
    unknown(what: UnknownThing, typed: string): string;
    didYouMean(labels: readonly string[]): string;
    /** Where nothing is near: what can be picked. */
    known(what: UnknownThing, labels: readonly string[]): string;
    onlyInServers: string;
    needsManageServer: string;
    needsManageChannels: string;
  };
};

/** What a person named that nothing here is called. */
export type UnknownThing =
  | 'metric'
  | 'date'
  | 'event_date'
  | 'no_day'
  | 'speaker'
  | 'topic'
  | 'subject'
  | 'source'
  | 'entry';

/** What people may name in a command: metrics, dates, speakers, topics, sources and entry ids. */
import type { Entry } from '../knowledge/entries.js';
import type { EntryIds } from '../knowledge/entry-ids.js';
import { once } from '../knowledge/once.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { Steps } from '../knowledge/steps.js';
import { formatDate, formatNumber, formatPeriod, type LanguageCode } from '../language/format.js';
import { capitalised } from './card-lines.js';
import { idBeginning } from './entry-ids.js';
import { EventDates } from './event-dates.js';
import { FigureDates } from './figure-dates.js';
import { type Choice, NameList } from './named.js';

/** Kinds of things that a list is offered for. */
export type ChoiceKind =
  | 'metric'
  | 'as_of'
  | 'event_date'
  | 'speaker'
  | 'topic'
  | 'subject'
  | 'dated_subject'
  | 'source';

/** Discord shows at most 25 choices (https://discord.com/developers/docs/interactions/application-commands#autocomplete). */
const OFFERED = 25;

type ListName = 'metrics' | 'people' | 'speakers' | 'topics' | 'subjects' | 'datedSubjects' | 'sources';

/** Metrics, speakers and sources of which most is known come first; topics keep the order of their file. */
export class Directory {
  readonly dates: FigureDates;
  readonly eventDates: EventDates;
  readonly #knowledge: Knowledge;
  readonly #ids: EntryIds;
  readonly #lists: Record<ListName, () => NameList>;

  constructor(knowledge: Knowledge, ids: EntryIds) {
    this.#knowledge = knowledge;
    this.#ids = ids;
    this.dates = new FigureDates(knowledge);
    this.eventDates = new EventDates(knowledge);
    this.#lists = {
      metrics: once(() => metricNames(knowledge)),
      people: once(() => new NameList(knowledge.people().map(withNames))),
      speakers: once(() => speakerNames(knowledge)),
      topics: once(() => topicNames(knowledge, knowledge.quotes())),
      subjects: once(() => topicNames(knowledge, knowledge.statements())),
      datedSubjects: once(() => topicNames(knowledge, knowledge.events())),
      sources: once(() => sourceNames(knowledge)),
    };
  }

  /** Makes the lists now, one a step, instead of when they are first asked for. */
  *prepare(): Steps<void> {
    for (const list of Object.values(this.#lists)) {
      list();
      yield;
    }
  }

  get metrics(): NameList {
    return this.#lists.metrics();
  }

  get speakers(): NameList {
    return this.#lists.speakers();
  }

  /** Everybody whose name is known, also those whom nothing here quotes. */
  get people(): NameList {
    return this.#lists.people();
  }

  /** Topics on which somebody is quoted. */
  get topics(): NameList {
    return this.#lists.topics();
  }

  /** Topics of which something is stated. */
  get subjects(): NameList {
    return this.#lists.subjects();
  }

  /** Topics with dated events. */
  get datedSubjects(): NameList {
    return this.#lists.datedSubjects();
  }

  get sources(): NameList {
    return this.#lists.sources();
  }

  /**
   * What the typed beginning may become, the likeliest first, at most 25; `given` is what the command's other
   * options hold so far. Dates are those for which the metric in `given` has figures.
   */
  choices(
    kind: ChoiceKind,
    typed: string,
    language: LanguageCode,
    given: Readonly<Record<string, string>> = {},
  ): Choice[] {
    switch (kind) {
      case 'metric':
        return this.metrics.matching(typed, language, OFFERED).map(capitalisedLabel);
      case 'as_of':
        return this.dates.matching(this.metrics.exactly(given.metric ?? '')[0], typed, language, OFFERED);
      case 'event_date':
        return this.eventDates.matching(typed, language, OFFERED);
      case 'subject':
        return this.subjects.matching(typed, language, OFFERED).map(capitalisedLabel);
      case 'dated_subject':
        return this.datedSubjects.matching(typed, language, OFFERED).map(capitalisedLabel);
      case 'speaker':
        return this.speakers.matching(typed, language, OFFERED).map(capitalisedLabel);
      case 'topic':
        return this.#topicsOf(given.speaker, typed, language);
      case 'source': {
        const beginning = idBeginning(typed);
        const entries =
          beginning === undefined || typed.trim() === '' ? [] : this.#entries(beginning, language);
        return [...entries, ...this.sources.matching(typed, language, OFFERED)].slice(0, OFFERED);
      }
    }
  }

  /** Only topics on which the chosen speaker is quoted, where one is chosen. */
  #topicsOf(speaker: string | undefined, typed: string, language: LanguageCode): Choice[] {
    const [chosen] = speaker === undefined ? [] : this.speakers.exactly(speaker);
    const all = this.topics.matching(typed, language, 200);
    const own = new Set(
      this.#knowledge.quotes().flatMap((quote) => (quote.speaker === chosen ? quote.topics : [])),
    );
    const offered = chosen === undefined ? all : all.filter(({ id }) => own.has(id));
    return offered.slice(0, OFFERED).map(capitalisedLabel);
  }

  #entries(beginning: string, language: LanguageCode): Choice[] {
    return this.#ids.beginning(beginning, OFFERED).flatMap((id) => {
      const entry = this.#knowledge.entry(id);
      return entry ? [{ id, label: `${id} · ${this.#shortOf(entry, language)}` }] : [];
    });
  }

  #shortOf(entry: Entry, language: LanguageCode): string {
    switch (entry.kind) {
      case 'source':
        return entry.body.label[language];
      case 'event':
      case 'statement':
        return entry.body.text[language];
      case 'quote':
        return `${this.people.label(entry.body.speaker, language) ?? entry.body.speaker}: ${entry.body.text}`;
      case 'figure': {
        const { metric, value, low, high, asOf, period } = entry.body;
        const number = [value ?? low ?? 0, ...(value === undefined && high !== undefined ? [high] : [])]
          .map((one) => formatNumber(one, language))
          .join('–');
        const date = period
          ? formatPeriod(period.from, period.to, language)
          : formatDate(asOf ?? '', language);
        return `${number} · ${date} · ${this.metrics.label(metric, language) ?? metric}`;
      }
    }
  }
}

function metricNames(knowledge: Knowledge): NameList {
  const figures = knowledge.figureCounts('metric');
  const figuresOf = (id: string) => figures.get(id) ?? 0;
  // A computed metric has at most as many values as the lesser of its parts.
  const metrics = mostFirst(knowledge.metrics(), ({ id, derived }) =>
    derived ? Math.min(figuresOf(derived.of), figuresOf(derived.and)) : figuresOf(id),
  );
  return new NameList(metrics.map(withNames));
}

function speakerNames(knowledge: Knowledge): NameList {
  const counts = countsOf(knowledge.quotes().map(({ speaker }) => speaker));
  const quoted = knowledge.people().filter(({ id }) => counts.has(id));
  return new NameList(mostFirst(quoted, ({ id }) => counts.get(id) ?? 0).map(withNames));
}

/** The topics of these entries, in the order of their file. */
function topicNames(knowledge: Knowledge, entries: readonly { topics: readonly string[] }[]): NameList {
  const named = new Set(entries.flatMap(({ topics }) => topics));
  return new NameList(
    knowledge
      .topics()
      .filter(({ id }) => named.has(id))
      .map(withNames),
  );
}

function sourceNames(knowledge: Knowledge): NameList {
  const figures = knowledge.figureCounts('source');
  const others = countsOf(
    [...knowledge.quotes(), ...knowledge.events(), ...knowledge.statements()].map(({ source }) => source),
  );
  const sources = mostFirst(knowledge.sources(), ({ id }) => (figures.get(id) ?? 0) + (others.get(id) ?? 0));
  return new NameList(
    sources.map(({ id, label, title, names }) => ({
      id,
      label: { en: capitalised(label.en), fr: capitalised(label.fr) },
      names: [...names.en, ...names.fr, ...(title ? [title] : [])],
    })),
  );
}

function withNames({ id, names }: { id: string; names: { en: string[]; fr: string[] } }) {
  return {
    id,
    label: { en: names.en[0] ?? id, fr: names.fr[0] ?? id },
    names: [...names.en, ...names.fr],
  };
}

function capitalisedLabel({ id, label }: Choice): Choice {
  return { id, label: capitalised(label) };
}

function mostFirst<Item>(items: readonly Item[], countOf: (item: Item) => number): Item[] {
  return [...items].sort((a, b) => countOf(b) - countOf(a));
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

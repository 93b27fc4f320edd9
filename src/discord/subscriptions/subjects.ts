/** What can be subscribed to: everything, topics and metrics, by what people type, pick and read. */
import { capitalised } from '../../answers/card-lines.js';
import { type Choice, NameList } from '../../answers/named.js';
import { mostTelling } from '../../answers/telling.js';
import type { Knowledge } from '../../knowledge/reads.js';
import { keptFor } from '../../knowledge/remembering.js';
import { subscriptionWordsOf } from '../../language/subscription-words.js';
import type { Target } from '../../state/index.js';
import type { Language } from '../command.js';

const EVERYTHING = 'everything';

/** Near names that are offered for what names nothing. */
const SUGGESTED = 3;

/** The subjects of a state of the knowledge; made once, for names are folded and compared while people type. */
export const subjectsOf = keptFor((knowledge: Knowledge) => new Subjects(knowledge));

export class Subjects {
  readonly #knowledge: Knowledge;
  readonly #names: NameList;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    const english = subscriptionWordsOf('en');
    const french = subscriptionWordsOf('fr');
    const topics = knowledge.topics().filter(({ metrics }) => metrics.length > 0);
    this.#names = new NameList([
      {
        id: EVERYTHING,
        label: { en: english.everything, fr: french.everything },
        names: [...english.everythingNames, ...french.everythingNames],
      },
      ...topics.map((topic) => ({
        id: idOf({ kind: 'topic', id: topic.id }),
        label: {
          en: english.topicChoice(topic.names.en[0] ?? topic.id, topic.metrics.length),
          fr: french.topicChoice(topic.names.fr[0] ?? topic.id, topic.metrics.length),
        },
        names: [topic.id, ...topic.names.en, ...topic.names.fr],
      })),
      ...knowledge.metrics().map((metric) => ({
        id: idOf({ kind: 'metric', id: metric.id }),
        label: {
          en: metric.label?.en ?? metric.names.en[0] ?? metric.id,
          fr: metric.label?.fr ?? metric.names.fr[0] ?? metric.id,
        },
        names: [metric.id, ...metric.names.en, ...metric.names.fr],
      })),
    ]);
  }

  /** What the typed beginning may become, the likeliest first; the ids are what `read` takes. */
  choices(typed: string, language: Language, limit: number): Choice[] {
    return this.#names
      .matching(typed, language, limit)
      .map(({ id, label }) => ({ id, label: capitalised(label) }));
  }

  /** What is meant by an id of `choices` or by a whole name; of a topic and a metric of one name, the topic. */
  read(typed: string): Target | undefined {
    const [id] = this.#names.exactly(typed);
    if (id === undefined) return undefined;
    const [kind, ...rest] = id.split(':');
    if (kind === 'topic' || kind === 'metric') return { kind, id: rest.join(':') };
    return { kind: 'everything' };
  }

  /** Labels of what may have been meant. */
  near(typed: string, language: Language): string[] {
    return this.#names.near(typed, language, SUGGESTED).map(({ label }) => capitalised(label));
  }

  /** What a subscription is to, as people read it; the id where the data know it no more. */
  label(to: Target, language: Language): string {
    const words = subscriptionWordsOf(language);
    switch (to.kind) {
      case 'everything':
        return words.everything;
      case 'topic': {
        const topic = this.#knowledge.topics().find(({ id }) => id === to.id);
        return words.topic(capitalised(topic?.names[language][0] ?? to.id));
      }
      case 'metric':
        return capitalised(this.#names.label(idOf(to), language) ?? to.id);
    }
  }

  /** Ids of the metrics that it covers, the most telling first. */
  metrics(to: Target): readonly string[] {
    switch (to.kind) {
      case 'everything':
        return mostTelling(this.#knowledge);
      case 'topic':
        return this.#knowledge.topics().find(({ id }) => id === to.id)?.metrics ?? [];
      case 'metric':
        return [to.id];
    }
  }
}

function idOf(to: Exclude<Target, { kind: 'everything' }>): string {
  return `${to.kind}:${to.id}`;
}

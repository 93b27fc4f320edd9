/** How new figures of a subscription come in, and which was the last. */
import { endOf, leadOf } from '../../answers/standing.js';
import { labelOf, labelWithin, nameOf, valueText, whenText } from '../../answers/wording.js';
import type { Knowledge } from '../../knowledge/reads.js';
import type { Figure, Metric } from '../../knowledge/schema.js';
import { catalogueOf } from '../../language/catalogue.js';
import type { Often } from '../../language/subscription-sentences.js';
import { subscriptionWordsOf } from '../../language/subscription-words.js';
import type { Target } from '../../state/index.js';
import type { Language } from '../command.js';
import { escapeMarkdown, link } from '../markdown.js';
import { subjectsOf } from './subjects.js';

const OFTEN: readonly Often[] = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'];

/** So many of the most telling metrics stand for everything. */
const LEADING = 3;

/** Two lines: how they come in, and the newest one so far with its source (of everything, one of the most telling). */
export function howItComesIn(to: Target, knowledge: Knowledge, language: Language): string[] {
  const words = subscriptionWordsOf(language);
  const metrics = subjectsOf(knowledge)
    .metrics(to)
    .flatMap((id) => knowledge.metric(id) ?? []);
  const said = (metric: Metric) => labelWithin(metric, { ...writing(language), knowledge });
  const regular = OFTEN.flatMap((often) => {
    const labels = metrics.filter(({ released }) => released === often).map(said);
    return labels.length > 0 ? [{ often, labels }] : [];
  });
  const hasOthers = metrics.some(({ released }) => released === undefined);
  const newest = newestOf(to.kind === 'everything' ? metrics.slice(0, LEADING) : metrics, knowledge);
  return [
    escapeMarkdown(words.comesIn(regular, hasOthers)),
    newest ? newestLine(newest, to, knowledge, language) : words.noneYet,
  ];
}

/** Of the metrics' newest figures the latest; targets say what is to be, not what came in. */
export function newestOf(metrics: readonly Metric[], knowledge: Knowledge): Figure | undefined {
  return metrics
    .filter(({ kind }) => kind !== 'target')
    .flatMap(({ id }) => leadOf(knowledge.newestFigures(id, null), knowledge) ?? [])
    .reduce<Figure | undefined>(
      (latest, figure) => (latest && endOf(latest) >= endOf(figure) ? latest : figure),
      undefined,
    );
}

function newestLine(figure: Figure, to: Target, knowledge: Knowledge, language: Language): string {
  const wording = { ...writing(language), knowledge };
  const { words } = wording;
  const value = valueText(figure, wording);
  const said = words.figure(
    labelOf(knowledge.metric(figure.metric), wording),
    figure.claimedBy ? words.saysWho(value, nameOf(figure.claimedBy, wording)) : value,
    whenText(figure, wording),
  );
  const source = knowledge.source(figure.source);
  const named = link(source?.label[language] ?? figure.source, source?.url ?? null);
  const told = subscriptionWordsOf(language);
  return (to.kind === 'everything' ? told.example : told.newest)(escapeMarkdown(said), named);
}

function writing(language: Language) {
  return { words: catalogueOf(language), query: { language } };
}

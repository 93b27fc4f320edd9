/**
 * The questions of `test/questions` put to Tally and to plain search over the same entries as sentences: how many
 * are right, how many confidently wrong, and how long it takes. A search that finds anything counts as an answer,
 * and its first three hits are the text that is judged.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { askOne, QUESTIONS_TODAY, questionFiles, readQuestions } from '../../src/cli/eval.js';
import { judge, type Question } from '../../src/cli/judge.js';
import { openEngine } from '../../src/engine.js';
import { type Entry, entriesOf } from '../../src/knowledge/entries.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { withTotals } from '../../src/knowledge/totals.js';
import { formatDate } from '../../src/language/format.js';
import { projectRoot } from '../../src/paths.js';
import { ms, percent, table, writeSection } from './benchmarks-page.js';
import { median } from './measuring.js';

const HITS = 3;
/** fuse.js takes tens of milliseconds a question; every so manieth question tells enough. */
const EVERY = { fuse: 4, others: 1 };

type Sentence = { id: number; text: string; document: string | null; isFigure: boolean };
type Search = (question: string) => readonly Sentence[];
type Outcome = { right: number; wrong: number; asked: number; times: number[] };

function main(): void {
  const sentences = sentencesOf();
  const questions = questionFiles().flatMap(readQuestions);
  const rows = [rowOf('Tally', throughTally(questions))];
  for (const [name, search, every] of searches(sentences)) {
    const some = questions.filter((_, index) => index % every === 0);
    rows.push(rowOf(name, through(search, some)));
  }
  writeSection('Answering, beside plain search', [
    `The questions of \`test/questions\`, over the same ${sentences.length.toLocaleString('en-GB')} entries as sentences. *Confidently wrong*: a figure is shown, and the`,
    `answer is not right. A search never says that it does not know; its first ${HITS} hits count as its answer.`,
    '',
    ...table(['', 'asked', 'right', 'confidently wrong', 'p50'], rows),
  ]);
}

function rowOf(name: string, { right, wrong, asked, times }: Outcome): string[] {
  return [name, String(asked), percent(right / asked), percent(wrong / asked), ms(median(times))];
}

function throughTally(questions: readonly Question[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'tally-bench-'));
  const databasePath = join(folder, 'knowledge.sqlite');
  const engine = openEngine({ dataPaths: [join(projectRoot, 'data')], databasePath });
  const outcome: Outcome = { right: 0, wrong: 0, asked: questions.length, times: [] };
  for (const question of questions) {
    const from = performance.now();
    const { judged } = askOne(engine, question, QUESTIONS_TODAY);
    outcome.times.push(performance.now() - from);
    outcome.right += Number(judged.right);
    outcome.wrong += Number(judged.confidentlyWrong);
  }
  engine.close();
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}

function through(search: Search, questions: readonly Question[]): Outcome {
  const outcome: Outcome = { right: 0, wrong: 0, asked: questions.length, times: [] };
  for (const question of questions) {
    const from = performance.now();
    const hits = search([question.previous ?? '', question.q].join(' ').trim());
    outcome.times.push(performance.now() - from);
    const judged = judge(question, {
      status: hits.length > 0 ? 'answered' : 'unknown',
      text: hits.map(({ text }) => text).join('\n'),
      documents: hits.flatMap(({ document }) => document ?? []),
      figures: hits.filter(({ isFigure }) => isFigure).length,
    });
    outcome.right += Number(judged.right);
    outcome.wrong += Number(judged.confidentlyWrong);
  }
  return outcome;
}

function searches(sentences: readonly Sentence[]): (readonly [string, Search, number])[] {
  const mini = new MiniSearch<Sentence>({ fields: ['text'] });
  mini.addAll(sentences);
  const plain = new Fuse(sentences, { keys: ['text'] });
  const byWord = new Fuse(sentences, { keys: ['text'], useTokenSearch: true, threshold: 0.3 });
  const fuse = (index: Fuse<Sentence>) => (question: string) =>
    index.search(question, { limit: HITS }).map(({ item }) => item);
  return [
    [
      'MiniSearch, fuzzy .2 and prefix',
      (question) =>
        mini
          .search(question, { fuzzy: 0.2, prefix: true })
          .slice(0, HITS)
          .flatMap(({ id }) => sentences[Number(id)] ?? []),
      EVERY.others,
    ],
    ['fuse.js as documented', fuse(plain), EVERY.fuse],
    ['fuse.js, token search', fuse(byWord), EVERY.fuse],
  ];
}

/** Every entry as a person would write it down, with its source. */
function sentencesOf(): Sentence[] {
  const data = withTotals(readDataFolders([join(projectRoot, 'data')]).data);
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const metrics = new Map(data.metrics.map((metric) => [metric.id, metric]));
  const people = new Map(data.people.map((person) => [person.id, person.names.en[0] ?? person.id]));
  const scopes = new Map(data.scopes.map((scope) => [scope.id, scope.names.en[0] ?? '']));
  const textOf = (entry: Entry): string => {
    switch (entry.kind) {
      case 'figure': {
        const { body } = entry;
        const name = metrics.get(body.metric)?.names.en[0] ?? body.metric;
        const scope = body.scope === undefined ? '' : ` (${scopes.get(body.scope) ?? ''})`;
        const period = body.period
          ? `${formatDate(body.period.from, 'en')} to ${formatDate(body.period.to, 'en')}`
          : `as of ${formatDate(body.asOf ?? '', 'en')}`;
        return `${name}${scope}: ${body.printed}, ${period}`;
      }
      case 'quote':
        return `${people.get(entry.body.speaker) ?? entry.body.speaker}: “${entry.body.text}”`;
      case 'event':
        return `${formatDate(entry.body.date, 'en')}: ${entry.body.text.en}`;
      case 'statement':
        return entry.body.text.en;
      case 'source':
        return entry.body.title ?? entry.body.label.en;
    }
  };
  return entriesOf(data).map((entry, id) => {
    const source = sources.get(entry.kind === 'source' ? entry.body.id : entry.body.source);
    return {
      id,
      text: `${textOf(entry)} [${source?.label.en ?? ''}]`,
      document: source?.document ?? null,
      isFigure: entry.kind === 'figure',
    };
  });
}

main();

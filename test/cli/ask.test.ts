import { expect, test } from 'vitest';
import { main } from '../../src/cli/ask.js';
import type { Program } from '../../src/cli/program.js';
import { lentEngine } from '../engine/opened.js';
import { folderWith } from '../knowledge/made-up.js';
import { started } from '../started.js';
import { capturedRun } from './captured.js';

const RETURNED = 'how many have been sent back to france as of 10 nov 2025';
const TODAY = ['--today', '2026-11-22'];

const lent: Program = (args, output, input) => main(args, output, input, lentEngine);
const ask = (...args: string[]) => capturedRun(lent, args);
const askLines = (lines: string, ...args: string[]) =>
  capturedRun(lent, ['--ndjson', ...TODAY, ...args], lines);

async function record(...args: string[]) {
  const { code, out, error } = await ask('--json', ...TODAY, ...args);
  expect([code, error, out.length]).toEqual([0, [], 1]);
  return JSON.parse(out[0] ?? '');
}

test('the text is the answer, a blank line, and its numbered sources', async () => {
  const { code, out, error } = await ask(RETURNED);
  expect([code, error]).toEqual([0, []]);
  const [answer, sources] = out.join('\n').split('\n\n');
  expect(answer).toMatch(/\b94\b.*10 November 2025.*\[1\]/);
  expect(sources?.split('\n')[0]).toMatch(/^\[1\] lite\.news.* \(11 November 2025, .*paragraph 3\); https:/);
  expect(sources).toMatch(/: “The Reciprocal Failure.*” \(10 November 2025, paragraph \d+\), passing on “/);
});

test('every mark of the answer stands in the source list', async () => {
  const { text, sources } = await record(RETURNED);
  const marks = [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
  expect(new Set(marks)).toEqual(new Set(sources.map((source: { n: number }) => source.n)));
});

test('what is unknown says so and suggests questions', async () => {
  const { code, out } = await ask('capital of peru');
  expect(code).toBe(0);
  expect(out.join('\n')).toMatch(/\n\nTry: .*\?/);
  expect(await record('capital of peru')).toMatchObject({
    status: 'unknown',
    figures: [],
    suggestions: [expect.any(String), expect.any(String), expect.any(String)],
  });
});

test('a French question gets French answer and sources', async () => {
  const { out } = await ask('combien de personnes renvoyées en France au 31 octobre 2025 ?');
  expect(out.join('\n')).toMatch(/\b75\b.*\n\n\[1\] .* : « .* » \(10 novembre 2025, paragraphe \d+\)/s);
});

test('--json prints exactly one object of the promised shape', async () => {
  const one = await record(RETURNED);
  expect(Object.keys(one)).toEqual([
    'question',
    'status',
    'text',
    'corrections',
    'missing',
    'figures',
    'quotes',
    'events',
    'statements',
    'derived',
    'sources',
    'suggestions',
  ]);
  expect(one).toMatchObject({ question: RETURNED, status: 'answered', suggestions: [] });
  expect(one.figures[0]).toEqual({
    id: expect.stringMatching(/^F-\d{3,}$/),
    metric: 'returned-to-france',
    scope: null,
    value: 94,
    unit: expect.anything(),
    qualifier: 'exact',
    printed: '94',
    computed: null,
    asOf: '2025-11-10',
    dateKnown: 'inferred',
    claimedBy: null,
    provisional: false,
    revises: null,
    source: 'S-000',
    paragraph: 3,
    locator: null,
    origin: null,
  });
  expect(one.sources[0]).toMatchObject({
    n: 1,
    id: 'S-000',
    document: expect.stringMatching(/^000.*\.txt$/),
    title: null,
    publisher: expect.any(String),
    published: '2025-11-11',
    url: expect.stringMatching(/^https:/),
    kind: 'rewrite',
    paragraph: 3,
  });
});

test('quotations and derived numbers have their shape too', async () => {
  const { quotes } = await record('who called it virtually zero');
  expect(quotes[0]).toMatchObject({
    id: expect.stringMatching(/^Q-/),
    speaker: 'chris-philp',
    role: expect.any(String),
    text: expect.stringContaining('virtually zero'),
    authenticity: expect.stringMatching(/^(?:verbatim|as-worded)$/),
    saidOn: '2026-01-27',
    source: 'S-002',
    paragraph: 13,
  });
  const { derived } = await record('what share of boat arrivals was returned by 9 november 2025');
  expect(derived[0]).toEqual({
    expression: expect.stringContaining('94 ÷ 39,075'),
    value: expect.closeTo(0.2406, 4),
    inputs: [expect.stringMatching(/^F-/), expect.stringMatching(/^F-/)],
  });
});

test('--today pins the clock', async () => {
  const question = 'how many small boat arrivals were there last year';
  expect((await record(question)).text).toContain('calendar year 2025');
  const { out } = await ask('--json', '--today', '2025-11-22', question);
  expect(JSON.parse(out[0] ?? '').text).toContain('36,816, in the calendar year 2024');
});

test('--as-of answers for that date', async () => {
  const { figures, text } = await record('--as-of', '2025-11-01', 'how many people were returned to france?');
  expect(text).toMatch(/\b75\b/);
  expect(text).not.toMatch(/\b(?:94|281|1,087)\b/);
  for (const figure of figures) expect(figure.asOf <= '2025-11-01').toBe(true);
});

test.each([
  'what did philp say',
  'who called it virtually zero',
  'how many returned on 27 january 2026',
  'net inflow',
  'what happened on 27 january 2026',
])('--as-of shows nothing later: %s', async (question) => {
  const { quotes, events, figures } = await record('--as-of', '2025-09-30', question);
  const dates = [
    ...quotes.map((quote: { saidOn: string | null }) => quote.saidOn),
    ...events.map((event: { date: string }) => event.date),
    ...figures.map((figure: { asOf?: string; period?: { to: string } }) => figure.asOf ?? figure.period?.to),
  ];
  expect(dates.filter((date) => date > '2025-09-30')).toEqual([]);
});

test('--ndjson answers in order, one object a line', async () => {
  const questions = ['capital of peru', RETURNED, '', 'who called it virtually zero'];
  const lines = questions.map((question) => JSON.stringify({ question })).join('\n');
  const { code, out } = await askLines(`${lines}\n\n`);
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line).question)).toEqual(questions);
});

test('previous may be a question, a list of them, or an object', async () => {
  const question = 'and how many came the other way?';
  const forms = [
    RETURNED,
    ['capital of peru', RETURNED],
    { question: RETURNED },
    { question: RETURNED, previous: { question: 'capital of peru', previous: 'hello' } },
  ];
  const lines = forms.map((previous) => JSON.stringify({ question, previous })).join('\r\n');
  const { code, out } = await askLines(lines);
  expect([code, out.length]).toEqual([0, 4]);
  for (const line of out) expect(JSON.parse(line).text).toMatch(/\b57\b/);
});

test('a bad line says what to mend, and the next is answered', async () => {
  const lines = [
    'how many?',
    '[1]',
    '{"q": "x"}',
    '{"question": "x", "previous": 7}',
    '{"question": "capital of peru"}',
  ];
  const { code, out, error } = await askLines(lines.join('\n'));
  expect([code, error]).toEqual([1, []]);
  expect(out.slice(0, 4).map((line) => JSON.parse(line))).toEqual([
    { error: expect.stringContaining('not JSON'), line: 1 },
    { error: expect.stringContaining('not an object'), line: 2 },
    { error: expect.stringContaining('no "question"'), line: 3 },
    { error: expect.stringContaining('"previous" must be'), line: 4 },
  ]);
  expect(JSON.parse(out[4] ?? '').status).toBe('unknown');
});

test('letters cut by a chunk and line separators inside text do no harm', async () => {
  const question = 'combien de personnes renvoyées\u2028en France ?';
  const bytes = Buffer.from(`\ufeff{"question": "${question}"}\n{"question": "é"}`);
  const chunks = [...bytes].map((byte) => Buffer.from([byte]));
  const { code, out } = await capturedRun(lent, ['--ndjson'], chunks);
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line).question)).toEqual([question, 'é']);
});

test.each([
  [[]],
  [['--colour', 'x']],
  [['--ndjson', 'a question']],
  [['--today']],
  [['--today', '2025-02-30', 'x']],
  [['--as-of', 'yesterday', 'x']],
])('bad usage is one sentence on stderr: %j', async (args) => {
  const { code, out, error } = await ask(...args);
  expect([code, out, error.length]).toEqual([2, [], 1]);
  expect(error[0]).toMatch(/\.$/);
});

test('an empty question is answered with what can be asked', async () => {
  expect(await record('')).toMatchObject({ status: 'unknown', question: '' });
});

test('started as a program: text, a closed pipe, bad data', async () => {
  const text = await started('src/cli/ask.js', [RETURNED]);
  expect(text).toMatchObject({ code: 0, error: '' });
  expect(text.out).toMatch(/\b94\b/);
  const bad = folderWith({ 'bad.yaml': 'topics: [\n' });
  const { code, out, error } = await started('src/cli/ask.js', ['x'], { environment: { DATA_PATHS: bad } });
  expect([code, out]).toEqual([1, '']);
  expect(error).toMatch(/^\S*bad\.yaml: line 2 .*\n$/);
});

test('thousands of lines go through one process', async () => {
  const stdin = `${JSON.stringify({ question: 'hello' })}\n`.repeat(4_000);
  const { code, out } = await started('src/cli/ask.js', ['--ndjson'], { stdin });
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(4_000);
});

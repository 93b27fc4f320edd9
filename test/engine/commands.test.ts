/** What the commands ask of the engine: figures at a date, quotations, cards, earlier values, choices. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readKeptQuery } from '../../src/answers/kept-query.js';
import type { Unclear } from '../../src/answers/lookup.js';
import type { Engine, Reply } from '../../src/engine.js';
import { openProject } from './opened.js';

/** A metric of periods with a revision, a quotation given to two people, a source without date or address. */
const TRAMS = `
sources:
  - id: S-910
    document: null
    label: { en: Tramway Office, fr: Office des tramways }
    title: null
    publisher: null
    url: null
    published: null
    publishedKnown: unknown
    kind: official
    rewriteOf: null
    note: { en: Made up for a test., fr: Inventé pour un test. }
    names: { en: [Tramway Office], fr: [Office des tramways] }
people:
  - { id: ines-roe, kind: person, role: { en: driver, fr: conductrice }, names: { en: [Ines Roe], fr: [Ines Roe] } }
  - { id: hugo-bel, kind: person, role: { en: guard, fr: contrôleur }, names: { en: [Hugo Bel], fr: [Hugo Bel] } }
metrics:
  - id: trams-washed
    kind: period
    unit: { en: trams, fr: tramways }
    names: { en: [trams washed, washed trams], fr: [tramways lavés] }
    definition: { en: Trams that were washed., fr: Tramways lavés. }
    excludes: { en: Buses., fr: Les bus. }
figures:
  - { id: F-910, metric: trams-washed, value: 40, qualifier: exact, printed: "40", period: { from: 2023-01-01, to: 2023-12-31 }, dateKnown: stated, source: S-910, paragraph: 1 }
  - { id: F-911, metric: trams-washed, value: 52, qualifier: exact, printed: "52", period: { from: 2024-01-01, to: 2024-12-31 }, dateKnown: stated, source: S-910, paragraph: 2, provisional: true }
  - { id: F-912, metric: trams-washed, value: 53, qualifier: exact, printed: "53", period: { from: 2024-01-01, to: 2024-12-31 }, dateKnown: stated, source: S-910, paragraph: 3, revises: F-911 }
  - { id: F-913, metric: trams-washed, value: 3, qualifier: exact, printed: "3", period: { from: 2024-03-04, to: 2024-03-04 }, dateKnown: stated, source: S-910, paragraph: 4 }
quotes:
  - { id: Q-910, remark: R-910, speaker: ines-roe, role: { en: driver, fr: conductrice }, occasion: { en: a rally, fr: un rassemblement }, saidOn: 2024-05-06, dateKnown: stated, text: Soap is not a luxury, authenticity: verbatim, about: { en: on soap, fr: sur le savon }, source: S-910, paragraph: 5 }
  - { id: Q-911, remark: R-910, speaker: hugo-bel, role: { en: guard, fr: contrôleur }, occasion: { en: a rally, fr: un rassemblement }, saidOn: 2024-05-06, dateKnown: inferred, text: Soap is no luxury, authenticity: doubtful, about: { en: on soap, fr: sur le savon }, source: S-910, paragraph: 6 }
`;

let engine: Engine;
beforeAll(() => {
  const opened = openProject({ 'trams.yaml': TRAMS });
  engine = opened.engine;
  return opened.close;
});

const asking = { today: '2026-11-22' };
const english = { language: 'en' } as const;

function replied(result: Reply | Unclear): Reply {
  if ('unclear' in result) throw new Error(`Unclear ${result.unclear}: ${result.typed}`);
  return result;
}

const figure = (metric: string, asOf?: string) => engine.figure({ metric, asOf, ...english }, asking);
const textOf = ({ answer }: Reply) => answer.lines.join('\n');

describe('a figure at a date', () => {
  test.each([
    [undefined, /^[^\n]*\b1,087\b.*30 June 2026/],
    ['latest', /^[^\n]*\b1,087\b.*30 June 2026/],
    ['2025-10-31', /^[^\n]*\b75\b.*31 October 2025/],
    ['31 october 2025', /^[^\n]*\b75\b/],
    ['halloween', /^[^\n]*\b75\b/],
    ['the LBC interview', /^[^\n]*\b281\b/],
    ['last month', /^[^\n]*\b1,087\b[\s\S]*no figure from 1 to 31 October 2026/],
    ['before november 2025', /^[^\n]*\b75\b/],
  ])('as of %s', (asOf, expected) => {
    expect(textOf(replied(figure('returned-to-france', asOf)))).toMatch(expected);
  });

  test.each(['2017', '2031'])('none for %s is said, never another year’s', (asOf) => {
    const { answer } = replied(figure('returned-to-france', asOf));
    expect(answer.status).toBe('unknown');
    expect(answer.lines[0]).toMatch(/no figure/);
  });

  test.each(['gibberish', '31 october 2025 in Dundee', '2025-13-01'])(
    'what is no date is unclear, with dates that have a figure: %s',
    (asOf) => {
      expect(figure('returned-to-france', asOf)).toMatchObject({
        unclear: 'date',
        near: expect.arrayContaining(['30 June 2026', '31 May 2026']),
      });
    },
  );

  test.each(['31 february 2025', '31/02/2026', '2025-11-31'])('%s is said to be no day', (asOf) => {
    expect(figure('returned-to-france', asOf)).toMatchObject({
      unclear: 'no_day',
      near: expect.arrayContaining(['30 June 2026']),
    });
  });

  test('what names no metric is unclear, with what is near', () => {
    expect(figure('tram wash')).toMatchObject({ query: { parts: [{ metrics: [{ id: 'trams-washed' }] }] } });
    expect(figure('qwertz')).toMatchObject({ unclear: 'metric', typed: 'qwertz', isGuess: false });
  });

  test('words that narrow the count are asked for as well', () => {
    const { answer } = replied(figure('portuguese trams washed'));
    expect(answer.status).toBe('unknown');
    expect(answer.missing.join()).toMatch(/portuguese/i);
  });

  test('each date and period that is offered gives the figure of that date', () => {
    const offered = engine.choices('as_of', '', 'en', { metric: 'trams-washed' });
    expect(offered.map(({ id }) => id)).toEqual([
      '2024-01-01..2024-12-31',
      '2024-03-04..2024-03-04',
      '2023-01-01..2023-12-31',
    ]);
    const values = offered.map(({ id }) => textOf(replied(figure('trams-washed', id))).split('\n')[0]);
    expect(values).toEqual([
      expect.stringMatching(/: 5[23]\b/),
      expect.stringMatching(/: 3\b/),
      expect.stringMatching(/: 40\b/),
    ]);
  });

  test('a question may follow', () => {
    const { query } = replied(figure('returned-to-france'));
    const { answer } = engine.ask('and by 31 october 2025?', { ...asking, previous: query });
    expect(answer.lines[0]).toMatch(/\b75\b/);
  });
});

describe('what came before', () => {
  const earlier = (metric: string, asOf?: string) => engine.earlier(replied(figure(metric, asOf)).query);

  test('the newest first, with every value of a date', () => {
    const newest = earlier('returned-to-france').lines.join('\n');
    expect(newest).toMatch(
      /more than 900.*10 June 2026[\s\S]*\b823\b.*31 May 2026[\s\S]*\b281\b.*27 January 2026/,
    );
    expect(newest).not.toContain('1,087');
    const { lines, citations } = earlier('returned-to-france', '2025-11-30');
    expect(lines.join('\n')).toMatch(
      /\b94\b.*about 10 November 2025[\s\S]*\b75\b.*31 October 2025.*more than 70/,
    );
    expect(lines.join('\n')).not.toMatch(/\b(?:153|281|1,087)\b/);
    expect(citations.length).toBeGreaterThan(3);
  });

  test('a computed metric is computed for the date before, with its working', () => {
    expect(earlier('net-inflow').lines[1]).toMatch(/^−20.*31 May 2026.*803 − 823 = −20/);
    expect(earlier('net-inflow', '2026-01-27').lines.join('\n')).toMatch(
      /−37.*10 November 2025.*57 − 94 = −37/,
    );
  });

  test('years are set beside years', () => {
    expect(earlier('trams-washed', '2024').lines.slice(1)).toEqual([
      expect.stringMatching(/^40\b.*2023 \[1\]$/),
    ]);
  });

  test('whether there are any is told as they are', () => {
    for (const [metric, asOf] of [
      ['returned-to-france', undefined],
      ['returned-to-france', '2025-08-31'],
      ['net-inflow', undefined],
      ['net-inflow', '2025-09-30'],
      ['trams-washed', '2024'],
    ] as const) {
      const reply = replied(figure(metric, asOf));
      expect(engine.hasEarlier(reply)).toBe(engine.earlier(reply.query).status === 'answered');
    }
    expect(engine.hasEarlier(engine.ask('who called it virtually zero', asking))).toBe(false);
  });

  test('nothing, where nothing came before or no figure was answered', () => {
    expect(earlier('returned-to-france', '2025-08-31').status).toBe('unknown');
    expect(engine.earlier(engine.ask('who called it virtually zero', asking).query).status).toBe('unknown');
    expect(engine.earlier(replied(engine.quotes({ speaker: 'chris-philp', ...english })).query).status).toBe(
      'unknown',
    );
  });
});

describe('quotations', () => {
  test('the surest wording leads, the others and to whom they are given follow', () => {
    const { answer } = replied(engine.quotes({ speaker: 'hugo-bel', ...english }));
    const text = answer.lines.join('\n');
    expect(answer.lines[0]).toMatch(/^Ines Roe: “Soap is not a luxury” \[1\]$/);
    expect(text).toMatch(/Driver; a rally; 6 May 2024\. Verbatim/);
    expect(text).toMatch(/Other wordings.*Hugo Bel: “Soap is no luxury” \[2\] \(Q-911\)/);
    expect(answer.quotes.map(({ id }) => id)).toEqual(['Q-910', 'Q-911']);
  });

  test('a topic may be any words; those that nothing holds are said to be unknown', () => {
    const found = replied(engine.quotes({ topic: 'virtually zero', ...english }));
    expect(found.answer.lines[0]).toContain('virtually zero');
    expect(replied(engine.quotes({ topic: 'bananas', ...english })).answer.status).toBe('unknown');
  });

  test('they are in the language of what was typed, else of the interaction', () => {
    expect(replied(engine.quotes({ topic: 'la dissuasion', ...english })).answer.language).toBe('fr');
    expect(replied(engine.quotes({ speaker: 'Chris Philp', language: 'fr' })).answer.language).toBe('fr');
  });
});

describe('cards', () => {
  const card = (name?: string, language: 'en' | 'fr' = 'en') => replied(engine.card(name, language)).answer;

  test('of a figure: as printed, provisional, what it revises, what is counted', () => {
    expect(card('F-911').lines.join('\n')).toMatch(/52.*provisional[\s\S]*“52”[\s\S]*revised by F-912/);
    expect(card('f912').lines.join('\n')).toMatch(/53[\s\S]*revises F-911[\s\S]*Not counted: Buses/);
  });

  test('of a source of which little is known', () => {
    const text = card('tramway office').lines.join('\n');
    expect(text).toMatch(
      /Publisher: unknown[\s\S]*date unknown[\s\S]*official source[\s\S]*Address: unknown/,
    );
    expect(text).toContain('4 figures, 2 quotations, 0 events, 0 statements');
  });

  test('sources that share a name are all shown', () => {
    const ids = card('BritBrief').lines.flatMap((line) => /Permanent id: (\S+)/.exec(line)?.[1] ?? []);
    expect(ids.sort()).toEqual(['S-001', 'S-002', 'S-154']);
  });

  test('of a single wording, in French', () => {
    expect(card('Q-911', 'fr').lines.join('\n')).toMatch(/Hugo Bel : « Soap is no luxury »[\s\S]*douteuse/);
  });

  test('what is no entry and no source is unclear', () => {
    expect(engine.card('F-4242', 'en')).toMatchObject({ unclear: 'entry', typed: 'F-4242' });
    expect(engine.card('The Times', 'en')).toMatchObject({ unclear: 'source' });
  });
});

describe('a query that was kept', () => {
  test.each<[string, () => Reply | Unclear]>([
    [
      'a question',
      () => engine.ask('how many were sent back by 10 nov 2025 and who called it zero?', asking),
    ],
    ['a figure', () => figure('net inflow', 'january 2026')],
    ['quotations', () => engine.quotes({ speaker: 'mahmood', topic: 'speeding up removals', ...english })],
    ['a card', () => engine.card('F-003', 'fr')],
  ])('gives the same answer again: %s', (_name, ask) => {
    const { query, answer } = replied(ask());
    const kept = readKeptQuery(JSON.parse(JSON.stringify(query)));
    expect(kept && engine.answer(kept)).toEqual(answer);
  });

  test('in an older form is not read', () => {
    expect(readKeptQuery({ language: 'en', parts: [{ text: 'how many' }] })).toBeUndefined();
    expect(readKeptQuery(null)).toBeUndefined();
  });
});

describe('choices', () => {
  const ids = (...given: Parameters<Engine['choices']>) => engine.choices(...given).map(({ id }) => id);

  test('the label before other names, words in any order, accents and misspelling aside', () => {
    expect(ids('metric', 'returned', 'en')[0]).toBe('returned-to-france');
    expect(ids('metric', 'retruned', 'en')[0]).toBe('returned-to-france');
    expect(ids('metric', 'france accepted', 'en')[0]).toBe('accepted-from-france');
    expect(ids('metric', 'renvoyees', 'fr')[0]).toBe('returned-to-france');
    expect(ids('metric', 'smal boot arivals', 'en')).toContain('small-boat-arrivals');
    expect(ids('speaker', 'hedon', 'en')[0]).toBe('claire-hedon');
    expect(ids('metric', 'qwertzuiop', 'en')).toEqual([]);
  });

  test('where nothing is typed, that of which most is known, but never more than can be shown', () => {
    expect(ids('metric', '', 'en').slice(0, 6)).toEqual(
      expect.arrayContaining([
        'small-boat-arrivals',
        'returned-to-france',
        'accepted-from-france',
        'net-inflow',
      ]),
    );
    expect(ids('metric', '', 'en')).toHaveLength(25);
    expect(ids('source', '', 'en').slice(0, 6)).toEqual(expect.arrayContaining(['S-002', 'S-005']));
    expect(ids('source', 'q', 'en')).toHaveLength(25);
  });

  test('only people who are quoted, and only topics on which the chosen one is', () => {
    expect(ids('speaker', 'farage', 'en')).toEqual(['nigel-farage']);
    expect(ids('speaker', 'zia yusuf', 'en')).toEqual([]);
    expect(engine.quotes({ speaker: 'zia yusuf', ...english })).toMatchObject({
      answer: { status: 'unknown' },
    });
    expect(ids('topic', '', 'en', { speaker: 'kemi-badenoch' }).length).toBeLessThan(
      ids('topic', '', 'en').length,
    );
  });

  test('dates by month, in either language', () => {
    expect(ids('as_of', 'octobre', 'fr', { metric: 'returned-to-france' })).toContain('2025-10-31');
    expect(ids('as_of', 'oct 2025', 'en', { metric: 'returned to France' })).toContain('2025-10-31');
  });
});

test('the age of what is known can be told', () => {
  // Of the arrivals; a cost is reported for 30 September.
  expect(engine.newestDate()).toBe('2026-09-28');
  const { figures, quotes, sources } = engine.counts();
  expect(figures).toBeGreaterThan(400);
  expect(quotes).toBeGreaterThan(65);
  expect(sources).toBe(166);
});

/** What users are promised, asked from end to end: one test for each kind of question. */
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/answers/record.js';
import type { Query } from '../../src/questions/query.js';
import { openProject, projectEngine } from './opened.js';

const engine = projectEngine();

const asking = { today: '2026-11-22' };

/** As of this day the newest totals are those of the radio interview. */
const INTERVIEW = '2026-01-28';

function ask(question: string, previous?: Query, notAfter?: string) {
  const { query, answer } = engine.ask(question, { ...asking, previous, notAfter });
  const record = recordOf(question, answer);
  const cited = record.sources.map(({ document, paragraph }) => `${document?.slice(0, 3)} ¶${paragraph}`);
  return { query, answer, cited, first: answer.lines[0] ?? '', ...record };
}

const EXAMPLES = [
  'how many have been sent back to france as of 10 nov 2025',
  'whats the net inflow (early 2026)',
  'is it really 25% more in than out?',
  'what share of boat arrivals was returned by 9 november',
  'when did the first flight leave',
  'who called it virtually zero',
  'what did mahmood say about speeding up removals',
  'did badenoch say lamentable admission of failure',
  'who can come legally',
  'how many children were returned',
  'why was the scheme cancelled in 2025',
  'capital of peru',
  'combien de personnes renvoyées en France au 31 octobre 2025 ?',
];

describe('the figure of a day', () => {
  test('how many have been sent back to france as of 10 nov 2025', () => {
    const { status, first, text, cited } = ask('how many have been sent back to france as of 10 nov 2025');
    expect(status).toBe('answered');
    expect(first).toMatch(/\b94\b.*about 10 November 2025.*\[\d+\]/);
    expect(text).toMatch(/\b75\b.*31 October 2025.*\[\d+\]/);
    expect(text).not.toMatch(/\b(?:281|1,087)\b/);
    expect(cited).toContain('000 ¶3');
    expect(cited.some((place) => place.startsWith('004'))).toBe(true);
  });

  test('and how many came the other way?', () => {
    const { query } = ask('how many have been sent back to france as of 10 nov 2025');
    const { first, text, cited } = ask('and how many came the other way?', query);
    expect(first).toMatch(/\b57\b.*about 10 November 2025.*\[\d+\]/);
    expect(text).not.toMatch(/\b350\b/);
    expect(cited).toContain('000 ¶3');
  });

  test('without a date it is the newest, with its date and its age', () => {
    const { first, text } = ask('how many have been sent back to france');
    expect(first).toMatch(/\b1,087\b.*30 June 2026.*\[\d+\]/);
    expect(text).toMatch(/ended on 30 September 2026/);
    expect(text).toMatch(/newest figure.*months old/);
  });
});

describe('figures that differ, and arithmetic', () => {
  test('whats the net inflow (early 2026): what was printed then, with what the official counts give after', () => {
    const { first, text, cited } = ask('whats the net inflow (early 2026)');
    expect(first).toMatch(/\b69\b.*27 January 2026.*\[\d+\]/);
    expect(text).toContain('350 − 281 = 69');
    expect(text).toMatch(/\b70 \[\d+\]/);
    expect(text).toMatch(/\b70\b[^;]*Chris Philp[^;]*\[\d+\]/);
    expect(text).toMatch(/\b62\b.*31 January 2026.*computed here.*\[\d+\]/);
    expect(text).toContain('367 − 305 = 62');
    expect(cited).toEqual(expect.arrayContaining(['001 ¶3', '002 ¶6', '002 ¶13']));
  });

  test('whats the net inflow (early 2026)', () => {
    const { first, text, cited } = ask('whats the net inflow (early 2026)', undefined, INTERVIEW);
    expect(first).toMatch(/\b69\b.*\[\d+\]/);
    expect(text).toContain('350 − 281 = 69');
    expect(text).toMatch(/\b70 \[\d+\]/);
    expect(text).toMatch(/\b70\b[^;]*Chris Philp[^;]*\[\d+\]/);
    expect(cited).toEqual(expect.arrayContaining(['001 ¶3', '002 ¶6', '002 ¶13']));
  });

  test('is it really 25% more in than out?', () => {
    const { text, cited } = ask('is it really 25% more in than out?');
    expect(text).toMatch(/350 ÷ 281 = 1\.246/);
    expect(text).toMatch(/24\.6\s?(?:%|percent)/);
    expect(text).toMatch(/25 percent[^;\n]*\[\d+\]/);
    expect(cited).toContain('002 ¶4');
  });

  test('what share of boat arrivals was returned by 9 november', () => {
    const { first, text, figures } = ask('what share of boat arrivals was returned by 9 november');
    expect(first).toMatch(/0\.24\s?%/);
    expect(text).toMatch(/94 ÷ 39,075/);
    expect(first.match(/\[\d+\]/g)).toHaveLength(2);
    expect(text).toMatch(/Sources differ: 39,075[^;]*; 38,726 \[\d+\]/);
    expect(figures.map(({ value }) => value)).toEqual(expect.arrayContaining([94, 39_075, 38_726]));
    expect(text).toMatch(/different periods/i);
  });

  test('rounded and exact values that agree are no conflict', () => {
    const { text } = ask('small boat arrivals up to 9 november 2025');
    expect(text).toMatch(/38,726.*\[\d+\]/);
    expect(text).not.toMatch(/differ[^\n]*nearly 39,000/i);
  });
});

describe('who said what, and when', () => {
  test('when did the first flight leave', () => {
    const { first, cited } = ask('when did the first flight leave');
    expect(first).toMatch(/18 September 2025/);
    expect(first).toMatch(/Indian/);
    expect(first).toMatch(/Paris/);
    expect(cited).toContain('000 ¶3');
  });

  test('an Iranian man followed on 19 September', () => {
    const { text, cited } = ask('when was the Iranian man returned to France the first time?');
    expect(text).toMatch(/19 September 2025/);
    expect(cited).toContain('004 ¶11');
  });

  test('who called it virtually zero', () => {
    const { first, quotes, cited } = ask('who called it virtually zero');
    expect(first).toMatch(/Chris Philp.*Shadow Home Secretary/i);
    expect(first).toContain(
      'The chances of an illegal Channel migrant being removed under this scheme is virtually zero',
    );
    expect(quotes[0]?.speaker).toBe('chris-philp');
    expect(cited).toContain('002 ¶13');
  });

  test('what did mahmood say about speeding up removals', () => {
    const { text, cited, sources } = ask('what did mahmood say about speeding up removals');
    expect(text).toMatch(/\bsped up\b/);
    expect(text).toMatch(/\bspeeded up\b/);
    expect(text).toMatch(/Mahmood/);
    expect(cited).toEqual(expect.arrayContaining(['001 ¶8', '002 ¶10']));
    expect(sources.map(({ publisher }) => publisher)).toContain('The Independent');
    expect(text).not.toMatch(/speeded up[\s\S]*as quickly as possible[\s\S]*sped up removals/);
  });

  test('did badenoch say lamentable admission of failure', () => {
    const { first, text, corrections, cited } = ask('did badenoch say lamentable admission of failure');
    expect(first).toMatch(/^No\b.*Chris Philp/);
    expect(corrections.join('\n')).toMatch(/Chris Philp/);
    expect(text).toMatch(/Badenoch[\s\S]*total abject failure/);
    expect(text).toMatch(/Nigel Farage/);
    expect(cited).toEqual(expect.arrayContaining(['002 ¶12', '004 ¶9']));
  });

  test('the right speaker is not corrected', () => {
    const { corrections, text } = ask('did philp say lamentable admission of failure');
    expect(corrections).toEqual([]);
    expect(text).toMatch(/Chris Philp/);
  });
});

describe('what is not known', () => {
  test('how many children were returned', () => {
    const { status, first, text, missing } = ask('how many children were returned');
    expect(status).toBe('unknown');
    expect(missing.join('\n')).toMatch(/children|age/);
    expect(first).not.toMatch(/\b1,087\b/);
    expect(text).toMatch(/different thing[^\n]*\b1,087\b.*\[\d+\]/i);
  });

  test('why was the scheme cancelled in 2025', () => {
    const { text, sources } = ask('why was the scheme cancelled in 2025');
    expect(text).toMatch(/\b(?:none|nothing|no)\b[^\n]*\bcancelled\b/i);
    expect(text).toMatch(/newest[^\n]*ended on 30 September 2026/);
    expect(text).not.toMatch(/Conseil d’État|41,472/);
    expect(sources.length).toBeGreaterThan(0);
  });

  test('capital of peru', () => {
    const { status, answer, suggestions, figures, sources } = ask('capital of peru');
    expect(status).toBe('unknown');
    expect(answer.lines).toHaveLength(1);
    expect(suggestions).toHaveLength(3);
    expect([...figures, ...sources]).toEqual([]);
  });

  test.each(['en', 'fr'] as const)('each suggestion can be answered: %s', (language) => {
    const { suggestions } = engine.ask(
      language === 'en' ? 'capital of peru' : 'quelle est la capitale du pérou ?',
      {
        ...asking,
        language,
      },
    ).answer;
    expect(suggestions).toHaveLength(3);
    for (const suggestion of suggestions) {
      const question = /[«“"](.+)[»”"]/.exec(suggestion)?.[1] ?? suggestion;
      expect(engine.ask(question, { ...asking, language }).answer.status, suggestion).toBe('answered');
    }
  });
});

describe('in French', () => {
  test('combien de personnes renvoyées en France au 31 octobre 2025 ?', () => {
    const { answer, first, text, cited } = ask(
      'combien de personnes renvoyées en France au 31 octobre 2025 ?',
    );
    expect(answer.language).toBe('fr');
    expect(first).toMatch(/\b75\b.*31 octobre 2025.*\[\d+\]/);
    expect(text).not.toMatch(/\b(?:people|returned|as of|October|Before)\b/);
    expect(text).not.toMatch(/\b94\b|\b281\b/);
    expect(cited.some((place) => place.startsWith('004'))).toBe(true);
  });

  test.each(['how many children were returned', 'whats the net inflow (early 2026)'])(
    'an English question is answered in English: %s',
    (question) => {
      const { answer, text } = ask(question);
      expect(answer.language).toBe('en');
      expect(text).not.toMatch(/\b(?:personnes|sources divergent|renvoyées|selon)\b/);
    },
  );

  test.each([
    ['Quel est le solde net ?', /1\s?117 − 1\s?087 = 30/u],
    ['Qui a parlé de « virtually zero » ?', /Chris Philp/],
    ['combien de femmes ont été renvoyées ?', /femmes/],
  ])('%s', (question, expected) => {
    const { answer, text } = ask(question);
    expect(answer.language).toBe('fr');
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/\b(?:as of|Computed here|Sources differ|according to|no figure)\b/);
  });
});

describe('every answer', () => {
  test.each(EXAMPLES)('cites what it lists and lists what it cites: %s', (question) => {
    const { text, sources } = ask(question);
    const marked = new Set([...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
    const numbers = sources.map(({ n }) => n);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const n of marked) expect(numbers).toContain(n);
    for (const { id, publisher, label, paragraph } of sources) {
      expect(id).toMatch(/^S-\d+$/);
      expect(publisher ?? label).toBeTruthy();
      expect(paragraph === null || paragraph > 0).toBe(true);
    }
  });

  test.each(EXAMPLES)('cites every figure in its own line: %s', (question) => {
    const figureLines = ask(question).answer.lines.filter(
      (line) => /^[^:“]+ ?: (?:[a-zé]+ )*\d/.test(line) && !/[−÷×]/.test(line),
    );
    expect(figureLines.filter((line) => !/\[\d+\]/.test(line))).toEqual([]);
  });

  test.each(EXAMPLES)('is the same each time: %s', (question) => {
    const again = () => JSON.stringify(recordOf(question, engine.ask(question, asking).answer));
    const first = again();
    engine.ask('how many were accepted from france by 31 october 2025?', asking);
    expect(again()).toBe(first);
  });

  test.each(EXAMPLES)('keeps loaded words inside quotations: %s', (question) => {
    const own = ask(question).text.replace(/“[^”]*”|«[^»]*»/g, '');
    expect(own).not.toMatch(/\b(?:illegals|invaders|illegal migrants?|kicked out|clandestins)\b/i);
  });

  test.each(EXAMPLES)('gives each figure a date: %s', (question) => {
    for (const figure of ask(question).figures) {
      const date = 'period' in figure ? figure.period?.to : figure.asOf;
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('is the same from a knowledge base built anew', () => {
    const other = openProject({});
    try {
      for (const question of EXAMPLES) {
        const [one, two] = [engine, other.engine].map((built) =>
          recordOf(question, built.ask(question, asking).answer),
        );
        expect(two).toEqual(one);
      }
    } finally {
      other.close();
    }
  });
});

test('the age of a figure is counted on the day as of which is answered', () => {
  const question = 'how many people have been returned to France?';
  expect(ask(question).text).toContain('almost 5 months old');
  expect(ask(question, undefined, '2025-11-10').text).not.toContain('old');
  expect(ask(question, undefined, '2026-08-31').text).toContain('just over 2 months old');
});

test.each([
  ['who can come legally', /not tried to\s+cross irregularly.*family link/s],
  ['is the scheme over', /ended on 30 September 2026/],
  ['did it deter anyone', /Experts disagree/],
])('what a topic begins with leads the answer: %s', (question, expected) => {
  expect(ask(question).text.split('\n')[0]).toMatch(expected);
});

test.each([
  ['how many arrived by small boat since 2018', /204,517, since 1 January 2018/],
  ['small boat arrivals since 2020', /202,375, 1 January 2020 to 30 June 2026/],
  ['how many were returned since march 2026', /1,087 − 354 = 733/],
])('what was counted since a day is not what was counted on it: %s', (question, expected) => {
  expect(ask(question).text.split('\n')[0]).toMatch(expected);
});

test.each([
  'small boat arrivals in 2019 and 2020',
  'what percentage is 281 of all who came by boat in 2025',
  'compare returns in may and june 2026',
])('what several steps of an answer use stands in it once: %s', (question) => {
  const ids = ask(question).figures.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(1);
  expect(ids).toEqual([...new Set(ids)]);
});

test('the sources that an answer only counts are listed after those that it marks', () => {
  const { text, sources, figures } = ask('how many had been returned by 27 january 2026');
  const [, more = ''] = /281.*\[3\] \(and (\d) more sources\)/.exec(text) ?? [];
  const marked = new Set(text.match(/\[\d+\]/g)).size;
  expect(sources.map(({ n }) => n)).toEqual(sources.map((_, at) => at + 1));
  expect(sources).toHaveLength(marked + Number(more));
  const further = sources.slice(marked).map(({ id }) => id);
  expect(figures.filter(({ source, value }) => value === 281 && further.includes(source))).toHaveLength(
    further.length,
  );
});

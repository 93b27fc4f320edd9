import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/engine.js';
import type { Query } from '../../src/questions/query.js';
import { projectEngine } from '../engine/opened.js';

const engine = projectEngine();

const ask = (question: string, previous?: Query): Reply =>
  engine.ask(question, { today: '2026-11-22', previous });
const textOf = ({ answer }: Reply) => answer.lines.join('\n');
const firstLine = ({ answer }: Reply) => answer.lines[0] ?? '';
/** The replies to a talk, each question leaning on the one before. */
const talk = (...questions: string[]): Reply[] => {
  const replies: Reply[] = [];
  for (const question of questions) replies.push(ask(question, replies.at(-1)?.query));
  return replies;
};
const metricsOf = ({ query }: Reply) => query.parts.map((part) => part.metrics[0]?.id);

describe('a word that narrows what is counted and is met by nothing makes it unknown', () => {
  test.each([
    ['how many women were removed?', /women/i],
    ['how many females have been sent back to France', /female/i],
    ['number of women returned to France under the scheme', /women/i],
    ['how many people were returned to Albania?', /albania/i],
    ['how many of those returned to France live in Dundee?', /dundee/i],
    ['in Dundee, how many people have been let in from France?', /dundee/i],
    ['how many under 18 were returned to France?', /under 18|age/i],
    ['how many under-18s were sent back', /under.?18|age/i],
    ['how many children were accepted from France?', /children/i],
    ['how many people were removed from Scotland?', /scotland/i],
    ['how many Afghans were returned to France?', /afghan/i],
    ['how many dentists were returned to France?', /dentist/i],
    ['how many people were returned to France by bicycle?', /bicycle/i],
    ['how many returned people were housed in caravans?', /caravan|housed/i],
    ['how many of the 1,117 let in have since found work as plumbers', /plumbers/i],
    ['how many of those sent back appealed to a tribunal afterwards', /tribunal|appeal/i],
    ['combien de femmes ont été renvoyées en France ?', /femmes/i],
    ['combien de mineurs ont été renvoyés ?', /mineurs/i],
    ['combien de personnes ont été renvoyées en Albanie ?', /albanie/i],
  ])('%s', (question, named) => {
    const reply = ask(question);
    expect(reply.answer.status).toBe('unknown');
    expect(reply.answer.missing.join('\n')).toMatch(named);
    expect(firstLine(reply)).not.toMatch(
      /\b(?:1[,.\s\u00a0\u202f]?087|1[,.\s\u00a0\u202f]?117|281|350|94|57)\b/,
    );
  });
});

describe('a follow-up that names only a direction counts those who went that way', () => {
  test.each([
    [
      'how many were returned to France in December 2025?',
      'and into the UK that month?',
      /accepted from France: 104\b/,
    ],
    ['how many were returned in March 2026', 'and in?', /accepted from France: 73\b/],
    ['how many were let in in March 2026', 'and to France?', /returned to France: 109\b/],
    ['combien de personnes admises en mars 2026 ?', 'et vers la France ?', /renvoyées en France : 109\b/],
  ])('%s %s', (first, next, expected) => {
    expect(firstLine(talk(first, next)[1] as Reply)).toMatch(expected);
  });
});

describe('numbers that are said to be somebody’s are that person’s', () => {
  test.each([
    'going by mahmoods own figures how many were returned by the end of january 2026',
    'on the home secretary’s early 2026 numbers, how many people had been returned?',
  ])('%s', (question) => {
    expect(firstLine(ask(question))).toMatch(/\b281\b.*Mahmood/);
  });

  test('a name beside another number is no such thing', () => {
    const { query } = ask('mahmood was on the radio, how many people had been returned by then');
    expect(query.parts[0]?.saidBy).toBe(false);
  });
});

describe('what is near is offered as a different thing', () => {
  test.each([
    ['how many women were removed?', /\b1,087\b/],
    ['how many children were accepted from France?', /\b1,117\b/],
  ])('%s', (question, near) => {
    const lines = ask(question).answer.lines;
    const line = lines.findIndex((text) => near.test(text));
    expect(line).toBeGreaterThan(0);
    expect(lines.slice(0, line + 1).join('\n')).toMatch(/different/i);
  });
});

describe('chatter around a question never narrows it', () => {
  test.each([
    'My wife and the other women at work keep on about it. How many people have been sent back to France?',
    'I live in Dundee and we argue about this a lot. How many people have been sent back to France?',
    'sorry if this has been asked before, new here, how many have been sent back to france?',
    'hi! quick one please: how many people have been returned to France? thanks so much',
    'Flying to Albania tomorrow. How many people have been returned to France?',
    'How many people have been returned to France? My kids have homework about it.',
    'so my nan (she is 83) asked me over dinner. how many have been sent back to france',
    'lol ok but seriously how many have been deported to france so far',
    'hows many got sent bk to france',
  ])('%s', (question) => {
    const reply = ask(question);
    expect(reply.answer.status).toBe('answered');
    expect(firstLine(reply)).toMatch(/\b1,087\b.*30 June 2026/);
    expect(metricsOf(reply)).toEqual(['returned-to-france']);
  });

  test.each([
    'Bonjour à tous, je suis étudiante à Lyon. Combien de personnes ont été renvoyées en France ?',
    "Bonsoir, merci d'avance pour votre aide. Combien de personnes ont été renvoyées en France ?",
  ])('%s', (question) => {
    const reply = ask(question);
    expect(reply.answer.status).toBe('answered');
    expect(firstLine(reply)).toMatch(/\b1[\u00a0\u202f]087\b.*30 juin 2026/);
  });
});

describe('a synonym means the same', () => {
  test.each([
    'how many people have been returned to france',
    'how many have been sent back to france',
    'how many have been removed to france',
    'how many got deported to france',
    'how many people were kicked out to france',
    'combien de personnes ont été renvoyées en france',
  ])('returned: %s', (question) => {
    expect(metricsOf(ask(question))).toEqual(['returned-to-france']);
  });

  test.each([
    'how many people have been accepted from france',
    'how many were let in from france',
    'how many have been brought over from france',
    'how many were admitted from france',
    'how many came legally from france',
    'combien de personnes ont été admises',
  ])('accepted: %s', (question) => {
    expect(metricsOf(ask(question))).toEqual(['accepted-from-france']);
  });

  test.each([
    'small boat arrivals in 2024',
    'how many Channel crossings in 2024',
    'how many people crossed the channel in 2024',
    'how many people arrived by small boat in 2024',
    'combien de traversées en 2024',
  ])('small boats: %s', (question) => {
    const reply = ask(question);
    expect(metricsOf(reply)).toEqual(['small-boat-arrivals']);
    expect(firstLine(reply)).toMatch(/36[,.\s\u00a0\u202f]816/);
  });
});

/** Totals of 2026: an answer for a moment of 2025 has none of them. */
const LATER = /\b(?:281|350|1[,.\s\u00a0\u202f]?087|1[,.\s\u00a0\u202f]?117)\b/;

describe('a question with a date gets the newest figure known for it, never a later one', () => {
  test.each([
    ['how many had been returned to france by Halloween 2025?', /\b75\b/],
    ['how many had been returned to france as of 31/10/2025?', /\b75\b/],
    ['how many had been returned to france by christmas 2025?', /\b193\b.*December 2025/],
    ['how many had been returned to france by 10 November 2025?', /\b94\b/],
    ['this time last year how many had been sent back to france?', /\b113\b.*19 November 2025/],
    ['how many had been accepted from france by 31 October 2025?', /\b54\b/],
    ['how many had been accepted from france by 10 November 2025?', /\b57\b/],
    ['combien de personnes renvoyées en France au 10 novembre 2025 ?', /\b94\b/],
  ])('%s', (question, expected) => {
    const reply = ask(question);
    expect(firstLine(reply)).toMatch(expected);
    expect(textOf(reply)).not.toMatch(LATER);
  });

  test('the press’s count of a day stands beside the official table’s', () => {
    const text = textOf(ask('how many had been accepted from france by 31 October 2025?'));
    expect(text).toMatch(/Sources differ: 54 .*\b51 \[/);
  });

  test('a named event is a date', () => {
    const times = ask('how many had been returned two weeks after the first flight?').query.parts[0]?.times;
    expect(times?.map(({ from, cue }) => [from, cue])).toEqual([['2025-10-02', 'by']]);
  });

  test.each([
    'small boat arrivals in 2017',
    'how many people were returned to France in 2019?',
    'how many had been returned to france by 1 january 2024?',
  ])('a date that no figure reaches is unknown: %s', (question) => {
    expect(ask(question).answer.status).toBe('unknown');
  });

  test('nothing after the given limit is shown', () => {
    const { answer } = engine.ask('how many have been sent back to france?', {
      today: '2026-11-22',
      notAfter: '2025-11-01',
    });
    expect(answer.lines[0]).toMatch(/\b75\b/);
    expect(answer.lines.join('\n')).not.toMatch(LATER);
    expect(answer.lines.join('\n')).not.toMatch(/\b94\b/);
  });
});

describe('a follow-up takes what it lacks from the question before', () => {
  test('its date', () => {
    const [, second] = talk(
      'how many were sent back to france as of 10 nov 2025',
      'and how many came the other way?',
    );
    expect(second && metricsOf(second)).toEqual(['accepted-from-france']);
    expect(second?.query.parts[0]?.times.map(({ to }) => to)).toEqual(['2025-11-10']);
    expect(second && firstLine(second)).toMatch(/\b57\b/);
  });

  test.each([
    ['and in november?', /\b78\b.*1 to 30 November 2025/],
    ['and by halloween 2025?', /\b75\b/],
    ['what about 31 october 2025?', /\b75\b/],
  ])('its metric: %s', (followUp, expected) => {
    const [, second] = talk('how many people have been returned to france?', followUp);
    expect(second && metricsOf(second)).toEqual(['returned-to-france']);
    expect(second && firstLine(second)).toMatch(expected);
  });

  test('both, one after the other', () => {
    const [, , third] = talk(
      'how many people have been accepted from france?',
      'and by 31 october 2025?',
      'and how many went back?',
    );
    expect(third && metricsOf(third)).toEqual(['returned-to-france']);
    expect(third && firstLine(third)).toMatch(/\b75\b/);
  });

  test.each([
    ['and at the end of the month before?', /\b217\b.*31 December 2025/],
    ['and the month after that?', /\b377\b|\b393\b|February 2026/],
  ])('its month, moved: %s', (next, expected) => {
    const [, moved] = talk('How many had been returned by 31 January 2026?', next);
    expect(moved && firstLine(moved)).toMatch(expected);
  });

  test('its month, for a day that is only numbered', () => {
    const [, next, stretch] = talk(
      'How many crossed on 9 November 2025?',
      'and on saturday the 8th?',
      'and from the 6th to the 8th?',
    );
    expect(next && firstLine(next)).toMatch(/\b503\b/);
    expect(stretch && firstLine(stretch)).toMatch(/1,700/);
  });

  test('its year, for a month that is named without one', () => {
    const [, july, end] = talk(
      'How many small boat arrivals by 5 August 2025?',
      'and by october?',
      'and by the end of the year?',
    );
    expect(july?.query.parts[0]?.times[0]?.to).toBe('2025-10-31');
    expect(end?.query.parts[0]?.times[0]?.to).toBe('2025-12-31');
  });

  test('its week, for a weekday, and its count, for a share of another', () => {
    const [, day] = talk('How many crossed on Saturday 8 November 2025?', 'and on the friday?');
    expect(day?.query.parts[0]?.times[0]?.to).toBe('2025-11-07');
    const [, share] = talk(
      'how many had been accepted by 30 June 2026?',
      'what share is that of arrivals since the treaty',
    );
    expect(share && firstLine(share)).toContain('1,117 ÷ 27,920 = 4 %');
    const [, net] = talk('how many had been returned by 31 March 2026?', 'so how many more in than out');
    expect(net && firstLine(net)).toMatch(/\b20\b.*31 March 2026/);
  });

  test('what it is held against', () => {
    const [, more, other] = talk(
      'How many small boat arrivals in 2024?',
      'how many more is that than in 2019?',
      'and compared with 2020?',
    );
    expect(more && textOf(more)).toContain('36,816 − 1,843 = 34,973');
    expect(other && textOf(other)).toContain('36,816 − 8,466 = 28,350');
    const [, gap] = talk('how many had been accepted by 31 March 2026?', "so what's the difference?");
    expect(gap && textOf(gap)).toContain('463 − 443 = 20');
  });

  test('its language, in French', () => {
    const [, second] = talk('combien de personnes renvoyées en France ?', 'et au 31 octobre 2025 ?');
    expect(second?.answer.language).toBe('fr');
    expect(second && firstLine(second)).toMatch(/\b75\b/);
  });

  test('a question that stands on its own takes nothing', () => {
    const [, second] = talk(
      'how many had been returned to france by 31 october 2025?',
      'how many people have been accepted from france?',
    );
    expect(second?.query.parts[0]?.times).toEqual([]);
    expect(second && firstLine(second)).toMatch(/\b1,117\b/);
  });

  test('without a question before, it stays unknown', () => {
    expect(ask('and in november?').answer.status).toBe('unknown');
  });
});

describe('two questions in one are both answered, in their order', () => {
  test.each([
    ['how many were sent back to france and how many were let in by 10 november 2025?', '94', '57'],
    ['How many people were accepted from France by 31 October 2025? And how many were returned?', '54', '75'],
    ['combien de personnes renvoyées et combien de personnes admises au 10 novembre 2025 ?', '94', '57'],
  ])('%s', (question, first, second) => {
    const reply = ask(question);
    expect(reply.query.parts).toHaveLength(2);
    const text = textOf(reply);
    expect(text).toMatch(new RegExp(`\\b${first}\\b[\\s\\S]*\\b${second}\\b`));
  });

  test('a figure and a name', () => {
    const text = textOf(ask('how many have been returned to France, and who called it virtually zero?'));
    expect(text).toMatch(/\b1,087\b[\s\S]*Chris Philp/);
  });

  test('the restriction of one does not narrow the other', () => {
    const reply = ask('How many women were returned to France? How many people were accepted from France?');
    expect(reply.answer.missing.join('\n')).toMatch(/women/i);
    expect(textOf(reply)).toMatch(/\b1,117\b/);
  });
});

test('the query holds no figures: only what to look for', () => {
  const { query } = ask('how many have been sent back to france as of 10 nov 2025');
  expect(query.parts).toHaveLength(1);
  expect(query.parts[0]).toMatchObject({ focus: 'quantity', operation: 'value', numbers: [] });
  expect(JSON.stringify(query)).not.toMatch(/\b94\b/);
});

test.each([
  ['how many have been returned to France?', 'en'],
  ['returned to france', 'en'],
  ['combien de personnes renvoyées en France ?', 'fr'],
  ['qui a dit « virtually zero » ?', 'fr'],
] as const)('the language is that of the question: %s', (question, language) => {
  const { query, answer } = ask(question);
  expect([query.language, answer.language]).toEqual([language, language]);
});

describe('misspelt words', () => {
  test.each([
    ['wen did the skeme end', /30 September 2026/],
    ['when woz the furst flite', /18 September 2025/],
    ['howmany peoplewere returned', /1,087/],
    ['how many came in boats lastyear', /41,472/],
    ['qui a sinié le traité', /Retailleau/],
    ['qui est ministre de linterieur en France', /Nuñez/],
    ["when did Burnam's goverment take over", /Burnham/],
  ])('%s', (question, answer) => {
    expect(textOf(ask(question))).toMatch(answer);
  });

  test.each([
    ['how many people per county were returned', /county/i],
    ['what does the scheme say about locally grown jelly', /jelly|locally/i],
    ['combien de carottes ont été renvoyées', /carottes/i],
  ])('ordinary words stay what they are: %s', (question, unheard) => {
    const { answer } = ask(question);
    expect(answer.status).toBe('unknown');
    expect(answer.lines.join(' ')).toMatch(unheard);
  });
});

describe('offices, the end of the scheme and days in French', () => {
  test.each([
    ['who is the prime minister', /^Andy Burnham/],
    ['qui est premier ministre au royaume-uni', /^Andy Burnham/],
    ['who heads the home office', /^Shabana Mahmood/],
    ['when did mahmood become home secretary', /^Yvette Cooper: .*5 September 2025/],
    ['when did starmer stop being prime minister', /20 July 2026/],
    ['is the deal dead', /30 September 2026/],
    ['le pilote a-t-il été reconduit ?', /30 septembre 2026/],
    ['how long did the scheme last', /420 days/],
    ['combien de temps le dispositif a-t-il duré ?', /420 jours/],
    ["que s'est-il passé le 30 décembre 2025 ?", /Conseil d’État/],
    ["qu'est-il arrivé le 16 septembre 2025 ?", /Sheldon/],
  ])('%s', (question, first) => {
    expect(firstLine(ask(question))).toMatch(first);
  });

  test.each([
    'qui est premier ministre en france',
    'who is the foreign secretary',
    'when did retailleau resign',
    'quelle météo à calais ?',
  ])('not known here: %s', (question) => {
    expect(ask(question).answer.status).toBe('unknown');
  });
});

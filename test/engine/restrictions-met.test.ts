/** A word that narrows what is counted is met by the figure, or the answer says that nothing here meets it. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();
const ask = (question: string) => engine.ask(question, { today: '2026-11-22' }).answer;

describe('another country than the one that is counted', () => {
  test.each([
    ['after a conjunction', 'et vers la belgique, ils en ont renvoyé combien grâce a ce deal ?'],
    ['before the question', "et vers l'allemagne, combien de renvoyés"],
    ['where people come from', 'et depuis la belgique, combien de traversées en 2025 ?'],
    ['with another preposition', 'so towards spain then, how many returned?'],
    ['behind a comma', 'combien ont été renvoyés, vers la belgique je veux dire'],
    ['as the subject', 'la belgique, elle en a repris combien ?'],
    ['pointed back to', 'belgium, how many did we send there'],
    ['a capital that stands for an office', 'number of returns to brussels'],
    ['the wrong shore', 'how many migrants arrived in france by small boat'],
    ['the wrong shore in French', 'combien de personnes sont arrivées en france en bateau'],
  ])('%s', (_, question) => {
    expect(ask(question).status).toBe('unknown');
  });

  test.each([
    ['France itself', 'et vers la france, combien de renvoyés ?', /1\s087/],
    ['France as the goal', 'how many people arrived in france under the deal', /returned to France: 1,087/],
    ['where the asker is', 'hi from Leeds here, how many have been sent back to france', /1,087/],
    ['the boats set out from France', 'how many arrived from france by small boat in 2025', /41,472/],
  ])('%s is met', (_, question, line) => {
    expect(ask(question).lines[0]).toMatch(line);
  });
});

describe('who acts, how and on what', () => {
  test.each([
    'how many did france deport in 2025',
    'combien de personnes la france a expulsées en 2025',
    'how many were returned on the second flight',
    'combien de retours volontaires',
    'how many french people were returned',
    'combien de français ont traversé la manche',
    'combien de policiers belges sur les plages',
    'how many migrants came on the biggest boat',
    'how much did the deal cost france',
    'combien ça coute à la france',
    'how many did starmer say had been returned',
    "combien de renvoyés d'après farage",
    'how many crossed under the tories',
    'how many crossed before labour',
    'how many crossed last weekend',
    'how many returned in the last 24 hours',
  ])('%s', (question) => {
    expect(ask(question).status).toBe('unknown');
  });

  test.each([
    ['how many did france send to the uk', /accepted from France: 1,117/],
    ['how many has the deal with france returned', /returned to France: 1,087/],
    ['how many has france accepted back under the deal', /returned to France: 1,087/],
    ['combien de traversées sous les travaillistes', /83\s849/],
    ['combien la france en a repris', /renvoyées en France : 1\s087/],
  ])('%s', (question, line) => {
    expect(ask(question).lines[0]).toMatch(line);
  });
});

describe('what fills a sentence restricts nothing', () => {
  test.each([
    ['et en 2023 du coup ?', /29\s437/],
    ['bref, et en 2023 hein ?', /29\s437/],
    ['et 2023 quoi', /29\s437/],
    ['en fait et en 2023 ?', /29\s437/],
    ['ngl and in 2023 tho innit?', /29,437/],
  ])('in a follow-up: %s', (question, line) => {
    const { query: previous } = engine.ask('combien de traversées en 2022', { today: '2026-11-22' });
    expect(engine.ask(question, { today: '2026-11-22', previous }).answer.lines[0]).toMatch(line);
  });
});

describe('the department is the Home Office', () => {
  test.each([
    'how many does the department say have been accepted',
    'according to the dept how many have been accepted',
    'how many accepted from france has the department reported',
  ])('%s', (question) => {
    expect(ask(question).lines[0]).toMatch(/1,117/);
  });

  test('its blog, named in quotation marks, has a count of its own', () => {
    const question =
      "In its own 'Home Office in the media' blog post dated 7 November 2025, how many people does the department say had been brought to the UK through the route in?";
    expect(ask(question).lines[0]).toMatch(/accepted from France: 65/);
  });

  test('another department is none of it', () => {
    expect(ask('how many people work in the returns department').status).toBe('unknown');
  });
});

describe('who is moved from one shore to the other', () => {
  test.each([
    [
      'combien de personnes transférées de France vers le Royaume-Uni entre le 6 août 2025 et le 31 mai 2026 ?',
      /admises depuis la France : 803/,
    ],
    [
      'Selon le tableau officiel du Home Office, combien ont été transférées de France vers le Royaume-Uni entre le 6 août 2025 et le 31 mai 2026 ?',
      /admises depuis la France : 803/,
    ],
    [
      'combien de personnes transférées du Royaume-Uni vers la France au 31 mai 2026',
      /renvoyées en France : 823/,
    ],
    ['how many were accepted between the start of the scheme and 31 may 2026', /= 803\./],
    ['how many were returned between the launch and 31 may 2026', /returned to France: 823/],
    ['combien ont été admis du début au 31 mai 2026', /admises depuis la France : 803/],
    ['how many accepted from day one up to 31 may 2026', /accepted from France: 803/],
  ])('%s', (question, line) => {
    expect(ask(question).lines[0]).toMatch(line);
  });

  test('to another country is unknown', () => {
    expect(ask('combien transférés en belgique').status).toBe('unknown');
  });
});

describe('what was told before the question', () => {
  const told =
    "Someone claims about 84 thousand people had arrived by small boat under Labour by 28 September 2026. What's the exact number since 5 July 2024?";

  test('a start that the question gives is no day to be asked about', () => {
    expect(ask(told).lines[0]).toMatch(/83,849, since 5 July 2024, as of 28 September 2026/);
  });

  test.each([
    ['in English', 'wot did mahmood say about the 26 ppl they returned, back in october 2025'],
    ['in French', "qu'a dit mahmood des 26 personnes renvoyées en octobre 2025 ?"],
  ])('words on a number are asked for, %s', (_, question) => {
    expect(ask(question).lines[0]).toMatch(/In a matter of weeks, we've returned 26/);
  });
});

describe('from a month on', () => {
  test.each([
    "Combien le Royaume-Uni a-t-il proposé de verser à la France sur trois ans à partir d'avril 2026 ?",
    'how much did the uk offer france over three years from april 2026',
  ])('%s', (question) => {
    expect(ask(question).lines[0]).toMatch(/766|660/);
  });
});

test('what a text says of somebody is no count of theirs', () => {
  expect(
    ask('According to Anadolu, how many situations did the Défenseure des droits examine?').lines[0],
  ).toMatch(/36 situations/);
});

describe('a total runs since the start, whether that is said or not', () => {
  test.each([
    'by end of june 2026 how many had been returned since it began',
    'Fin juin 2026, on en était à combien de renvois vers la France depuis le début ?',
  ])('%s', (question) => {
    expect(ask(question).lines[0]).toMatch(/1[\s,]087, /);
    expect(ask(question).derived).toEqual([]);
  });
});

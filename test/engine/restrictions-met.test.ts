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

/** What people are shown who use the commands that answer. */
import { afterAll, describe, expect, test } from 'vitest';
import { stage } from './stage.js';

const on = stage();
afterAll(() => expect(on().sandbox.problems).toEqual([]));

describe('/ask', () => {
  test('the figure comes first, with its date', async () => {
    const { ada, channel } = on();
    const question = 'how many had been sent back to France by 10 November 2025?';
    const { message } = await ada.slash(channel, 'ask', { question });
    expect(message.content).toMatch(/94.*10 November 2025/);
    expect(message.ephemeral).toBe(false);
  });

  test('a private answer is seen by the person who asked only', async () => {
    const { ada, zoe, channel } = on();
    const question = 'how many people have been returned to France?';
    const { message } = await ada.slash(channel, 'ask', { question, private: true });
    expect(message.ephemeral).toBe(true);
    expect(zoe.sees(channel).map(({ id }) => id)).not.toContain(message.id);
  });

  test('it answers in the language of the question, whatever that of the interaction', async () => {
    const { ada, zoe, channel } = on();
    const french = await ada.slash(channel, 'ask', {
      question: 'combien de personnes renvoyées en France ?',
    });
    expect(french.message.content).toMatch(/Personnes renvoyées en France/);
    const english = await zoe.slash(channel, 'ask', { question: 'how many people were returned to France?' });
    expect(english.message.content).toMatch(/People returned to France/);
  });
});

describe('/figure', () => {
  test('the newest figure, its differing values and its sources', async () => {
    const { ada, channel } = on();
    const newest = await ada.slash(channel, 'figure', { metric: 'net-inflow' });
    expect(newest.message.content).toMatch(/Net inflow: 30, as of 30 June 2026/);
    expect(newest.message.text).toMatch(/1,117 − 1,087 = 30/);
    expect(newest.message.text).toMatch(/gov\.uk/);
    const { message } = await ada.slash(channel, 'figure', { metric: 'net-inflow', as_of: '2026-01-27' });
    expect(message.content).toMatch(/Net inflow: 69, as of 27 January 2026/);
    expect(message.text).toMatch(/Sources differ: 69.*70.*Chris Philp/);
    expect(message.text).toMatch(/britbrief\.co\.uk/);
  });

  test('a date picked from the list, and the earlier value behind its button', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'figure', {
      metric: 'returned-to-france',
      as_of: '2025-11-10',
    });
    expect(message.content).toMatch(/\b94\b.*10 November 2025/);
    const earlier = await ada.click(message, 'Earlier values');
    expect(earlier.message.text).toMatch(/\b75\b.*31 October 2025/);
    expect(earlier.message.ephemeral).toBe(true);
  });

  test.each([
    ['sent back', 'halloween', /\b75\b.*31 October 2025/],
    ['retruned to france', '31/10/2025', /\b75\b.*31 October 2025/],
    ['small boat arrivals', '2024', /36,816.*2024/],
    ['renvoyés en France', 'au 31 octobre 2025', /Personnes renvoyées en France : 75/],
  ])('words that were not picked still work: %s, %s', async (metric, as_of, expected) => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'figure', { metric, as_of });
    expect(message.content.replaceAll('*', '')).toMatch(expected);
  });

  test('a word that narrows the count is not passed over', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'figure', { metric: 'women sent back' });
    expect(message.content).toMatch(/no figure.*women/);
  });

  test('an unknown metric is told to the person only, with what is near', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'figure', { metric: 'net imflows' });
    expect(message.text).toMatch(/Net inflow|net inflow/);
    const unknown = await ada.slash(channel, 'figure', { metric: 'zebras painted' });
    expect(unknown.message.ephemeral).toBe(true);
    expect(unknown.message.content).toMatch(
      /zebras painted.*Small boat arrivals|zebras painted.*net inflow/is,
    );
  });

  test('an unknown date is told with dates that have a figure', async () => {
    const { zoe, channel } = on();
    const { message } = await zoe.slash(channel, 'figure', { metric: 'returned-to-france', as_of: 'xyzzy' });
    expect(message.ephemeral).toBe(true);
    expect(message.content).toMatch(/xyzzy.*30 juin 2026/s);
  });
});

describe('/quote', () => {
  test('words, role, occasion, date and how sure they are', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'quote', { speaker: 'chris-philp', topic: 'deterrence' });
    expect(message.content).toContain('is virtually zero');
    expect(message.text).toMatch(/Shadow Home Secretary.*LBC.*27 January 2026.*inferred/);
    expect(message.text).toContain('As worded by one outlet');
    expect(message.text).toContain('Q-027');
  });

  test('two wordings of one remark stand together', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'quote', {
      speaker: 'mahmood',
      topic: 'speeding up removals',
    });
    expect(message.text).toMatch(/sped up/);
    expect(message.text).toMatch(/Other wordings.*speeded up/);
  });

  test('words that sources give to two people are shown with both', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'quote', { speaker: 'farage' });
    expect(message.content).toMatch(/Nigel Farage: “total abject failure”/);
    expect(message.text).toMatch(/Other wordings.*Kemi Badenoch: “total abject failure”/);
  });

  test('somebody whom nothing here quotes', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'quote', { speaker: 'zia yusuf' });
    expect(message.content).toMatch(/no quotation of Zia Yusuf/);
    const unknown = await ada.slash(channel, 'quote', { speaker: 'Zaphod' });
    expect(unknown.message.content).toMatch(/nobody called “Zaphod”.*Shabana Mahmood/s);
    expect(unknown.message.ephemeral).toBe(true);
  });

  test('the newest quotations where nothing is chosen', async () => {
    const { zoe, channel } = on();
    const { message } = await zoe.slash(channel, 'quote');
    expect(message.content).toMatch(/Benjamin Haddad : « .+ »/);
    expect(message.text).toMatch(/3 juin 2026[\s\S]*Shabana Mahmood : « .+ »[\s\S]*27 janvier 2026/);
    const rest = await zoe.click(message, 'Sources');
    expect(rest.message.text).toMatch(/Cités ici.*Chris Philp/);
  });
});

describe('/source', () => {
  test('a card by the name that people use', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'source', { name: 'lite.news' });
    expect(message.content).toMatch(/Lite\.news, rewriting BBC News/);
    expect(message.text).toMatch(/Publisher: lite\.news/);
    expect(message.text).toMatch(/Published: 11 November 2025 \(date inferred\)/);
    expect(message.text).toMatch(/Address: https:\/\/lite\.news\//);
    expect(message.text).toMatch(/Used here for: \d+ figures/);
    expect(message.text).toMatch(/Good for: .*people returned to France/);
  });

  test.each([
    ['F-003', /94.*10 November 2025/],
    ['q24', /lamentable admission of failure/],
    ['E-001', /Keir Starmer and Emmanuel Macron/],
    ['t1', /one-for-one exchange/],
    ['s-004', /explainer of 10 November 2025/],
  ])('the permanent card of an entry: %s', async (name, expected) => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'source', { name });
    expect(message.content).toMatch(expected);
    expect(message.text).toMatch(/Permanent id: [FQETS]-\d{3}/);
  });

  test('where none is named, how many there are and those that lead; an unknown id or name is told', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'source');
    expect(message.text).toMatch(/165 sources[\s\S]*S-005 · Home Office, monthly table[\s\S]*S-014/);
    expect((await ada.click(message, 'Sources')).message.text).toMatch(/S-015[\s\S]*S-020/);
    expect((await ada.slash(channel, 'source', { name: 'F-99999' })).message.content).toMatch(/F-99999/);
    expect((await ada.slash(channel, 'source', { name: 'zaphod' })).message.content).toMatch(
      /zaphod.*BritBrief/s,
    );
  });
});

describe('/help', () => {
  test('what can be asked, how old the knowledge is, what is stored', async () => {
    const { ada, channel } = on();
    const { message } = await ada.slash(channel, 'help');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('/figure metric: small boat arrivals');
    expect(message.text).toMatch(/newest figure is of 28 September 2026; it is .* old/);
    expect(message.text).toMatch(/30 days.*24 hours/s);
  });

  test('in French, and in a direct message', async () => {
    const { zoe } = on();
    const { message } = await zoe.slash(zoe.directChannel, 'help');
    expect(message.text).toMatch(/Ce que je conserve/);
  });
});

describe('what is typed is suggested', () => {
  test.each([
    ['figure', 'metric', 'ret', 'returned-to-france', 'People returned to France'],
    ['quote', 'speaker', 'philp', 'chris-philp', 'Chris Philp'],
    ['quote', 'topic', 'deter', 'deterrence', 'Deterrence'],
    ['source', 'name', 'brit', 'S-001', 'BritBrief, rewriting The Independent'],
  ])('/%s %s: "%s"', async (command, option, typed, value, name) => {
    const { ada, channel } = on();
    const { choices } = await ada.autocomplete(channel, command, option, typed);
    expect(choices).toContainEqual({ name, value });
  });

  test('the dates for which the chosen metric has figures, in the language of the person', async () => {
    const { zoe, channel } = on();
    const { choices } = await zoe.autocomplete(channel, 'figure', 'as_of', '', {
      metric: 'returned-to-france',
    });
    expect(choices).toContainEqual({ name: '31 octobre 2025', value: '2025-10-31' });
    expect(choices.map(({ value }) => value)).not.toContain('2025-01-01..2025-11-09');
  });

  test('entries by the beginning of their id', async () => {
    const { ada, channel } = on();
    const { choices } = await ada.autocomplete(channel, 'source', 'name', 'q-02');
    expect(choices.map(({ value }) => value)).toContain('Q-027');
    expect(choices.every(({ name }) => name.length <= 100)).toBe(true);
  });
});

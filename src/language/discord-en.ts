/** The English sentences of the bot on Discord. */
import type { DiscordCatalogue } from './discord-sentences.js';

export const discordEnglish: DiscordCatalogue = {
  commands: {
    ask: {
      description: 'Ask in plain words about the UK–France “one in, one out” pilot',
      question: 'Your question, in English or French',
    },
    figure: {
      description: 'Show a figure: the newest one or that of a date, with its sources',
      metric: 'What is counted: pick from the list or type your own words',
      asOf: 'A date (31 October 2025, last month, Halloween); the newest if left out',
    },
    quote: {
      description: 'Show what was said, word for word, by whom and on what occasion',
      speaker: 'Who said it',
      topic: 'What it is about: pick from the list or type your own words',
    },
    compare: {
      description: 'Compare two figures at one date: difference, ratio, share and a chart',
      first: 'What is counted: pick from the list or type your own words',
      second: 'What it is compared with',
      asOf: 'A date (31 October 2025, last month, Halloween); the newest common one if left out',
    },
    timeline: {
      description: 'Show dated events in order, with their sources',
      from: 'From when: a month of the list, or a date in your own words',
      to: 'Until when: a month of the list, or a date in your own words',
      topic: 'What the events are about; all topics if left out',
    },
    explain: {
      description: 'Explain a topic: rules, facts, dates, what each side says, what is open',
      topic: 'What to explain: pick from the list',
    },
    source: {
      description: 'Show what is known of a source, or one entry by its id',
      name: 'A source’s name, or an id such as S-001, F-003 or Q-024',
    },
    help: { description: 'What I can answer, how old my knowledge is and what I store' },
    settings: {
      description: 'Change how I behave on this server',
      plainQuestions: 'Allow or stop plain questions (mentions and replies) here',
      state: 'Whether I answer plain questions',
      on: 'on',
      off: 'off',
      where: 'Where it applies; this channel if left out',
      channel: 'this channel',
      server: 'the whole server',
    },
    subscriptions: {
      description: 'Tell a channel, or yourself, of new figures as they come in',
      add: 'Subscribe a channel to new figures, or yourself in a direct message',
      list: 'Show the subscriptions that you may manage, and how they fare',
      remove: 'End a subscription',
      preview: 'Show what a message would look like, only to you',
      to: 'A figure, a topic or everything: pick from the list',
      channel: 'Where to write; this channel if left out',
      when: 'At once if left out; digests come only when there is something new',
      atOnce: 'at once',
      daily: 'daily digest (09:00 in London)',
      weekly: 'weekly digest (Mondays, 09:00 in London)',
      role: 'A role to mention each time, if you may mention it',
      language: 'The language of the messages; yours if left out',
      english: 'English',
      french: 'French',
      subscription: 'Which one: pick from the list',
    },
    isPrivate: 'Show the answer only to you',
  },
  help: {
    title: 'What I can answer',
    intro:
      'I answer questions about the UK–France “one in, one out” pilot and Channel crossings: the number, its date and who says so. Where my sources do not have it, I say so.',
    asking: 'Try one of these',
    examples: [
      '/ask question: how many people had been sent back to France by 10 November 2025?',
      '/ask question: where do sources differ on the net inflow?',
      '/figure metric: small boat arrivals as_of: 9 November 2025',
      '/quote speaker: Shabana Mahmood topic: speeding up removals',
      '/compare first: people returned to France second: people accepted from France',
      '/timeline topic: court cases',
      '/explain topic: the legal route',
      '/source name: BritBrief',
      '/subscriptions add to: returns to France',
    ],
    mention: (bot) =>
      `You can also mention ${bot} with a question, reply to one of my answers to ask on, or write to me directly.`,
    checking:
      'To check the numbers in a message, right-click it (or press and hold), then choose Apps → “Check the figures”.',
    knowledge: 'How old my knowledge is',
    holds: ({ figures, quotes, sources }) =>
      `${figures} figures and ${quotes} quotations from ${sources} sources.`,
    newest: (date, age) => `The newest figure is of ${date}; it is ${age} old.`,
    stored: 'What I store',
    storedLines: ({ followUpHours, buttonDays, leftServerDays, unknownDays, endedDays }) => [
      `Each question that I answered, as I understood it (with the words that ask) and with the ids of message, channel and person: ${buttonDays} days, so that buttons work; replies to ask on work for ${followUpHours} hours.`,
      `A server’s settings: until ${leftServerDays} days after I leave it.`,
      `Subscriptions, with the id of who made them: until they are removed, or ${endedDays} days after they ended.`,
      `Questions that I could not answer: their words only, counted, for at most ${unknownDays} days.`,
      'What you send by “Wrong or missing?” or “Suggest a figure”: without your name, until it has been dealt with.',
      `Of a message whose figures I checked: the numbers that it claims and what I found, not its words: ${buttonDays} days.`,
      'I store nothing of other messages.',
    ],
  },
  settings: {
    plainQuestions: (isOn, where) => {
      const place = where === 'channel' ? 'in this channel' : 'on this server';
      return isOn
        ? `I now answer plain questions ${place}: mentions and replies to my answers.`
        : `I no longer answer plain questions ${place}. Slash commands still work.`;
    },
  },
  buttons: {
    sources: 'Sources',
    earlier: 'Earlier values',
    askMore: 'Ask more',
    delete: 'Delete',
    forward: 'Next page',
    back: 'Page before',
    stop: 'Stop',
    stopNow: 'Stop now',
    feedback: 'Wrong or missing?',
    suggest: 'Suggest a figure',
  },
  askMore: { title: 'Ask more', label: 'Your next question', example: 'and in November?' },
  answers: {
    sourcesTitle: 'Sources',
    earlierTitle: 'Earlier values',
    paragraphs: (numbers) => `${numbers.length > 1 ? 'paragraphs' : 'paragraph'} ${numbers.join(', ')}`,
    moreBehind: (button) => `There is more: press “${button}”.`,
    nothingCited: 'This answer rests on no source.',
    noEarlier: 'I know no earlier values of this.',
    page: (number, count) => `Page ${number} of ${count}`,
  },
  room: {
    coolingDown: (seconds) =>
      `That was a lot at once. Please ask me again in ${seconds} second${seconds === 1 ? '' : 's'}.`,
    buttonExpired: (days) =>
      `This answer is more than ${days} days old and I no longer know it. Please ask again.`,
    followUpExpired: (hours) =>
      `I keep what a follow-up leans on for ${hours} hours only. Please ask the whole question again.`,
    notYours: 'Only the person who asked can delete this answer, or somebody who may manage messages here.',
    outdated: 'I no longer know this command or button. Try /help for what I can do.',
    fault: (reference) =>
      `Sorry, something went wrong on my side. It is noted; if you report it, please give this reference: ${reference}`,
  },
  mistakes: {
    unknown: (what, typed) =>
      ({
        metric: `I know no figure called “${typed}”.`,
        date: `I can’t read “${typed}” as a date. Write it like 31 October 2025, November 2025 or last month.`,
        event_date: `I can’t read “${typed}” as a date. Write it like 31 October 2025, November 2025 or last month.`,
        no_day: `There is no such day as “${typed}”. Write it like 31 October 2025, November 2025 or last month.`,
        speaker: `I know nobody called “${typed}”.`,
        topic: `I have no quotation on “${typed}”.`,
        subject: `I know no topic called “${typed}”.`,
        source: `I know no source called “${typed}”.`,
        entry: `There is no entry ${typed}. Type its first letter (F, Q, E, T or S) and pick one from the list.`,
      })[what],
    didYouMean: (labels) => `Did you mean: ${labels.join('; ')}?`,
    known: (what, labels) =>
      `${{ metric: 'You can pick', date: 'Dates with a figure', event_date: 'Months with an event', no_day: 'You can pick', speaker: 'Quoted here', topic: 'Topics', subject: 'Topics', source: 'Sources', entry: 'Sources' }[what]}: ${labels.join('; ')}.`,
    onlyInServers: 'This setting belongs to a server: use the command in one of its channels.',
    needsManageServer: 'To change this for the whole server you need the permission “Manage Server”.',
    needsManageChannels:
      'To change this for a channel you need the permission “Manage Channels” there, or “Manage Server”.',
  },
};

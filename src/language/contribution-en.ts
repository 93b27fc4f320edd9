/** The English sentences for what people send in. */
import type { ContributionWords } from './contribution-sentences.js';

export const englishContributions: ContributionWords = {
  suggest: {
    title: 'Suggest a figure',
    metric: { label: 'What is counted', example: 'people returned to France' },
    value: { label: 'The number, as the source gives it', example: '605, or: about 600, or: 50 to 60' },
    date: {
      label: 'The day or period that it is true of',
      example: '10 November 2025, or: 6 to 8 November 2025',
    },
    address: { label: 'The address of the source', example: 'https://…' },
    words: {
      label: 'The source’s own words',
      example: 'The sentence that gives the number, copied from the source',
    },
    thanks: (figure) =>
      `Thank you. Noted for review: ${figure} It appears in answers once somebody has checked it against its source. Your name is not kept.`,
    mend: 'Something needs mending; what you typed is kept:',
    again: 'Mend it',
    full: 'So many suggestions wait for review that I can take no more for now. Please try again in some days.',
    draftGone: (hours) =>
      `What was typed is kept for ${hours} hours only, and that time is over. Please start again with “Suggest a figure” in /help.`,
    faults: {
      metric: (typed, near) =>
        `I know no figure called “${typed}”.${near.length > 0 ? ` Did you mean: ${near.join('; ')}?` : ''} For something that I don’t count yet, use “Wrong or missing?” under an answer.`,
      narrower: (metric) =>
        `I only keep the whole count, “${metric}”, not a part of it. For a part, use “Wrong or missing?” under an answer.`,
      noNumber: (typed) => `There is no number in “${typed}”. Write it like 605, about 600, or 50 to 60.`,
      manyNumbers: (typed) => `There are several numbers in “${typed}”. Give one, or a range like 50 to 60.`,
      date: (typed) =>
        `I can’t read “${typed}” as a date. Write it like 31 October 2025, October 2025, or 6 to 8 November 2025.`,
      future: (date) => `${date} has not come yet. Give the day for which the source states the number.`,
      address: (typed) => `“${typed}” is no address of a page. Copy it whole, from https:// on.`,
      wordsLack: (number) =>
        `The source’s words don’t hold the number ${number}. Copy the sentence in which it stands.`,
    },
  },
  feedback: {
    title: 'Wrong or missing?',
    said: {
      label: 'What is wrong, or what is missing?',
      example: 'A newer count is out, or: the source says otherwise (with its address, if you can)',
    },
    thanks:
      'Thank you: noted, with the question and my answer but without your name, for those who keep my data.',
    orSuggest: 'If you have a figure with its source, you can suggest it here.',
  },
};

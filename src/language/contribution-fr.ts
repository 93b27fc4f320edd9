/** The French sentences for what people send in. */
import type { ContributionWords } from './contribution-sentences.js';

export const frenchContributions: ContributionWords = {
  suggest: {
    title: 'Proposer un chiffre',
    metric: { label: 'Ce qui est compté', example: 'personnes renvoyées en France' },
    value: {
      label: 'Le nombre, tel que la source le donne',
      example: '605, ou : environ 600, ou : entre 50 et 60',
    },
    date: {
      label: 'Le jour ou la période concernés',
      example: '10 novembre 2025, ou : du 6 au 8 novembre 2025',
    },
    address: { label: 'L’adresse de la source', example: 'https://…' },
    words: {
      label: 'Les mots mêmes de la source',
      example: 'La phrase qui donne le nombre, copiée de la source',
    },
    thanks: (figure) =>
      `Merci. C’est noté pour vérification : ${figure} Ce chiffre figurera dans mes réponses une fois vérifié auprès de sa source. Votre nom n’est pas conservé.`,
    mend: 'Il reste quelque chose à corriger ; ce que vous avez écrit est gardé :',
    again: 'Corriger',
    full: 'Tant de propositions attendent une vérification que je n’en prends plus pour l’instant. Réessayez dans quelques jours.',
    draftGone: (hours) =>
      `Ce qui a été écrit n’est gardé que ${hours} heures, et ce délai est passé. Recommencez par « Proposer un chiffre » dans /help.`,
    faults: {
      metric: (typed, near) =>
        `Je ne connais aucun chiffre nommé « ${typed} ».${near.length > 0 ? ` Vouliez-vous dire : ${near.join(' ; ')} ?` : ''} Pour ce que je ne compte pas encore, utilisez « Faux ou manquant ? » sous une réponse.`,
      narrower: (metric) =>
        `Je ne garde que le compte entier, « ${metric} », pas une partie. Pour une partie, utilisez « Faux ou manquant ? » sous une réponse.`,
      noNumber: (typed) =>
        `Il n’y a pas de nombre dans « ${typed} ». Écrivez par exemple 605, environ 600 ou entre 50 et 60.`,
      manyNumbers: (typed) =>
        `Il y a plusieurs nombres dans « ${typed} ». Donnez-en un, ou un intervalle comme entre 50 et 60.`,
      date: (typed) =>
        `Je n’arrive pas à lire « ${typed} » comme une date. Écrivez par exemple 31 octobre 2025, octobre 2025 ou du 6 au 8 novembre 2025.`,
      future: (date) =>
        `Le ${date} n’est pas encore venu. Donnez le jour pour lequel la source indique le nombre.`,
      address: (typed) =>
        `« ${typed} » n’est pas l’adresse d’une page. Copiez-la en entier, à partir de https://.`,
      wordsLack: (number) =>
        `Les mots de la source ne contiennent pas le nombre ${number}. Copiez la phrase où il se trouve.`,
    },
  },
  feedback: {
    title: 'Faux ou manquant ?',
    said: {
      label: 'Qu’est-ce qui est faux, ou manque ?',
      example: 'Un chiffre plus récent existe, ou : la source dit autre chose (avec son adresse si possible)',
    },
    thanks:
      'Merci : c’est noté, avec la question et ma réponse mais sans votre nom, pour ceux qui tiennent mes données.',
    orSuggest: 'Si vous avez un chiffre avec sa source, vous pouvez le proposer ici.',
  },
};

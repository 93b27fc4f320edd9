/** The French words of overviews. */
import type { OverviewWords } from './overview-sentences.js';

export const frenchOverviews: OverviewWords = {
  comparison: {
    headline: (first, second, when) =>
      `${first.label} : ${first.value} ; ${second.label} : ${second.value}${when ? `, ${when}` : ''}`,
    difference: (expression) => `Différence, calculée ici : ${expression}.`,
    ratio: (expression, percent) => `Rapport, calculé ici : ${expression}, soit ${percent} % de plus.`,
    times: (expression) => `Rapport, calculé ici : ${expression} fois.`,
    share: (expression) => `Part, calculée ici : ${expression}.`,
    sameValue: 'Les deux valeurs sont égales.',
    otherUnits: (first, second) =>
      `Les unités diffèrent (${first} ; ${second}) : il n’y a ni différence ni part à calculer.`,
    otherDates:
      'Aucun chiffre de l’un n’est de la même date que l’autre ; chacun est le plus proche qui existe.',
    otherPeriods: 'Les deux portent sur des périodes différentes : à comparer avec prudence.',
    sameMetric: (label) => `Les deux sont le même chiffre (${label}) : choisissez-en deux différents.`,
  },
  timeline: {
    headline: (count, from, to, topic) =>
      `${topic ? `Chronologie, ${topic}` : 'Chronologie'} : ${count === '1' ? '1 événement' : `${count} événements`}, ${from === to ? from : `${from} – ${to}`}`,
    about: (date) => `vers le ${date}`,
    event: (date, text) => `${date} : ${text}`,
    beginnings: (date) => [`Le ${date}`, `Au ${date}`, `En ${date}`],
    none: ({ from, to }, topic) =>
      `Je n’ai aucun événement daté${topic ? ` sur ${topic}` : ''}${from ? `, à partir de : ${from}` : ''}${to ? `, jusqu’à : ${to}` : ''}.`,
    known: (from, to) => `Les événements vont ici de : ${from}, à : ${to}.`,
    backwards: (from, to) => `${from}, c’est après ${to} : inversez les deux dates.`,
  },
  explanation: {
    headline: (topic, text) => `${topic} : ${text}`,
    sections: {
      rules: 'Règles',
      facts: 'Faits',
      dates: 'Dates',
      positions: 'Ce qui en est dit',
      open: 'Encore ouvert',
      unknown: 'Non connu',
      more: 'Autres points',
    },
    sides: { government: 'Gouvernement', critics: 'Critiques', others: 'Autres' },
    silent: (side) => `${side} : rien à ce sujet n’est connu ici.`,
  },
};

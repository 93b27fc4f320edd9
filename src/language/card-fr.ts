/** The French words of cards. */
import type { CardWords } from './card-sentences.js';
import { french } from './fr.js';

export const frenchCards: CardWords = {
  earlierOf: (label) => `${label} : valeurs antérieures`,
  noEarlier: (label) => `${label} : aucune valeur antérieure n’est connue ici.`,
  quoted: french.quoted,
  listed: french.listed,
  says: (speaker, quoted) => `${speaker} : ${quoted}`,
  said: (role, occasion, date) => `${role} ; ${occasion} ; ${date}.`,
  undated: 'date inconnue',
  authenticity: {
    verbatim: 'Textuel, d’après l’original.',
    'as-worded': 'Selon la formulation d’un seul média.',
    doubtful: 'Formulation douteuse, non présentée comme textuelle.',
  },
  otherWordings: (list) => `Autres formulations du même propos : ${list}.`,
  noQuotes: (speaker, topic) =>
    `Je n’ai aucune citation${speaker ? ` de ${speaker}` : ''}${topic ? ` sur « ${topic} »` : ''} dans mes sources.`,
  moreQuotes: (count) =>
    count === 1 ? 'Une autre citation correspond.' : `${count} autres citations correspondent.`,
  quotedHere: (list) => `Cités ici : ${list}.`,
  topicsOf: (list) => `Cité sur : ${list}.`,
  sourcesHere: (count, listed) => {
    if (count === 1) return 'J’ai une source.';
    return listed < count
      ? `J’ai ${count} sources. Voici les ${listed} qui font autorité ; nommez-en une autre pour la voir.`
      : `J’ai ${count} sources.`;
  },
  title: (title) => `Titre : « ${title} »`,
  publisher: (name) => `Éditeur : ${name}`,
  unknownPublisher: 'inconnu',
  rewriteOf: (what) => `Réécrit : ${what}`,
  published: (date, known) =>
    date === undefined
      ? 'Publication : date inconnue'
      : `Publication : ${date} (${known === 'stated' ? 'date indiquée' : known === 'inferred' ? 'date déduite' : 'date incertaine'})`,
  kind: (kind) => `Nature : ${kind}`,
  standing: {
    official: 'prime sur toutes les autres',
    court: 'prime sur toutes les autres',
    parliament: 'prime sur la presse',
    'original-reporting': 'prime sur les réécritures et les textes anonymes',
    expert: 'prime sur les recueils, les réécritures et les textes anonymes',
    reference: 'prime sur les réécritures et les textes anonymes ; l’original qu’elle recueille vaut mieux',
    rewrite: 'de seconde main ; montrée si elle est seule ou diffère d’une meilleure',
    anonymous: 'auteur inconnu ; montrée si elle est seule ou diffère d’une meilleure',
  },
  address: (url) => (url === undefined ? 'Adresse : inconnue' : `Adresse : ${url}`),
  counts: ({ figures, quotes, events, statements }) =>
    [
      figures < 2 ? `${figures} chiffre` : `${figures} chiffres`,
      quotes < 2 ? `${quotes} citation` : `${quotes} citations`,
      events < 2 ? `${events} événement` : `${events} événements`,
      statements < 2 ? `${statements} énoncé` : `${statements} énoncés`,
    ].join(', '),
  holds: (counts) => `Sert ici pour : ${counts}`,
  goodFor: (metrics, speakers) =>
    `Utile pour : ${[...metrics, ...(speakers.length > 0 ? [`citations de ${speakers.join(', ')}`] : [])].join(' ; ')}`,
  printed: (text) => `Imprimé : « ${text} ».`,
  claimedBy: (who) => `Avancé par ${who}.`,
  scope: (scope) => `Plus étroit que l’ensemble : ${scope}.`,
  revises: (id) => `Révise ${id}.`,
  revisedBy: (id) => `Révisé par ${id}.`,
  counted: (definition) => `Compté : ${definition}`,
  notCounted: (excludes) => `Non compté : ${excludes}`,
  statementKind: {
    rule: 'Une règle du dispositif ou du droit.',
    position: 'Une position tenue par quelqu’un.',
    fact: 'Un fait.',
    reference: 'Ce qu’une liste de références dit d’un autre texte.',
    'open-question': 'Une question ouverte.',
    'not-known': 'Ce que les sources ne disent pas.',
  },
  heldBy: (who) => `Position de : ${who}.`,
  about: (list) => `Sujet : ${list}.`,
  people: (list) => `Nommés : ${list}.`,
  permanentId: (id) => `Identifiant permanent : ${id}`,
};

/** The French sentences about a message's figures. */
import type { CheckCatalogue } from './check-sentences.js';

export const checkFrench: CheckCatalogue = {
  command: 'Vérifier les chiffres',
  verdicts: {
    supported: 'Confirmé',
    contradicted: 'Contredit',
    outdated: 'Dépassé',
    disputed: 'Les sources divergent',
    'no-data': 'Aucune donnée',
  },
  quoted: (words) => `« ${words} »`,
  line: (claim, verdict, why) => `${claim} : ${verdict}. ${why}`,
  supported: (figures) => `${figures}.`,
  contradicted: (figures) => `Les sources donnent ${figures}.`,
  outdated: (older, newest) => `C’était ${older} ; le plus récent est ${newest}.`,
  outdatedReckoned: (older, working) =>
    `C’était ${older} ; les chiffres les plus récents, calculés ici, donnent ${working}.`,
  disputed: (figures) => `${figures}.`,
  notKnown: 'Aucune source ne donne ici de chiffre à ce sujet.',
  notBrokenDown: (words) => `Aucune source ne ventile ici les chiffres selon « ${words} ».`,
  notReckoned: (words) => `${words}.`,
  none: 'Ce message ne contient aucun chiffre sur le projet pilote « one in, one out » ni sur les traversées de la Manche.',
  more: (count) =>
    count === 1
      ? 'Un autre chiffre du message n’est pas montré.'
      : `${count} autres chiffres du message ne sont pas montrés.`,
  heading: (count) => (count === 1 ? 'Un chiffre vérifié' : `${count} chiffres vérifiés`),
  reach: (date) => `Le chiffre le plus récent connu ici date du ${date}.`,
  posted: 'Les chiffres d’un message, vérifiés',
  post: 'Publier ici',
  postingOff: 'La modération a désactivé ici la publication des vérifications. Vous seul·e voyez celle-ci.',
  mayNotPost:
    'Vous ne pouvez pas écrire de messages ici : la vérification ne peut donc pas être publiée pour vous.',
  expired: (days) =>
    `Cette vérification date de plus de ${days} jours et je ne la connais plus. Vérifiez à nouveau le message.`,
  noText: 'Ce message ne contient pas de texte que je puisse vérifier.',
  settings: {
    description: 'Autoriser ou arrêter ici la publication des vérifications de chiffres',
    state: 'Si les vérifications peuvent être publiées',
    where: 'Où cela s’applique ; ce salon si rien n’est indiqué',
    said: (isOn, where) => {
      const place = where === 'channel' ? 'dans ce salon' : 'sur ce serveur';
      return isOn
        ? `Les vérifications de chiffres peuvent maintenant être publiées ${place}.`
        : `Les vérifications de chiffres ne peuvent plus être publiées ${place} ; chacun voit toujours les siennes.`;
    },
  },
};

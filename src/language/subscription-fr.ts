/** The French sentences on subscriptions. */
import type { SubscriptionWords } from './subscription-sentences.js';

export const frenchSubscriptions: SubscriptionWords = {
  everything: 'tout',
  everythingNames: ['tous les chiffres', 'n’importe quel chiffre'],
  topicChoice: (label, metrics) => `${label} (thème, ${metrics} chiffre${metrics < 2 ? '' : 's'})`,
  topic: (label) => `${label} (thème)`,
  channel: (mention) => `dans ${mention}`,
  yourself: 'ici, pour vous',
  when: {
    'at-once': 'dès que je l’apprends',
    daily: 'chaque jour à 9 h, heure de Londres, s’il y a du nouveau',
    weekly: 'chaque lundi à 9 h, heure de Londres, s’il y a du nouveau',
  },
  whenShort: { 'at-once': 'tout de suite', daily: 'résumé quotidien', weekly: 'résumé hebdomadaire' },
  added: ({ place, what, when, role }) =>
    `C’est fait. Nouveaux chiffres annoncés ${place} : **${what}**, ${when}${role ? `, avec mention de ${role}` : ''}.`,
  already: ({ place, what, when }) =>
    `Ces nouveaux chiffres sont déjà annoncés ${place} : **${what}**, ${when}. Pour changer cela, retirez d’abord l’abonnement avec /subscriptions remove.`,
  comesIn: (regular, hasOthers) => {
    const often = {
      daily: 'chaque jour',
      weekly: 'chaque semaine',
      monthly: 'chaque mois',
      quarterly: 'chaque trimestre',
      yearly: 'chaque année',
    };
    const feeds = regular.map((one) => `${often[one.often]} (${one.labels.join(', ')})`);
    const official =
      feeds.length > 0
        ? `Une source officielle publie ${feeds.join(', ')} ; je l’annonce dès que je l’ai.`
        : '';
    const others = hasOthers
      ? `${feeds.length > 0 ? 'Pour le reste' : 'Ici'}, il n’y a pas de flux officiel régulier : un nouveau chiffre arrive lorsqu’un ministre, le Parlement ou la presse en donne un et qu’il a été ajouté ici avec sa source.`
      : '';
    return [official, others].filter(Boolean).join(' ');
  },
  newest: (figure, source) => `Le plus récent jusqu’ici : ${figure} (${source}).`,
  example: (figure, source) => `Un chiffre déjà connu : ${figure} (${source}).`,
  noneYet: 'Il n’y en a pas encore.',
  list: {
    title: 'Abonnements',
    none: 'Il n’y a ici aucun abonnement que vous puissiez gérer. /subscriptions add en crée un.',
    delivered: (moment) => `dernier envoi ${moment}`,
    nothingYet: 'aucun envoi jusqu’ici',
    problem: (problem, moment) => `dernier problème (${moment}) : ${problem}`,
    paused: (reason, moment) => `en pause depuis ${moment} : ${reason}`,
    ended: (reason, moment) => `terminé ${moment} : ${reason}`,
    nextTry: (moment) => `prochain essai ${moment}`,
  },
  problems: {
    'no-access': 'je ne vois pas le salon',
    'no-permission':
      'il me manque une permission : Voir le salon, Envoyer des messages (ou Envoyer des messages dans les fils) ou Intégrer des liens',
    'direct-messages-closed': 'mes messages privés sont refusés',
    'no-shared-server': 'nous n’avons plus aucun serveur en commun',
    'direct-messages-too-fast': 'Discord ne me laisse pas ouvrir autant de conversations à la fois',
    'thread-archived': 'le fil est archivé',
    'channel-gone': 'le salon a été supprimé',
    'server-gone': 'le serveur n’existe plus',
    'server-left': 'j’ai été retiré du serveur',
    'discord-failing': 'Discord était en panne',
    unreachable: 'Discord était injoignable',
    'rate-limited': 'Discord m’a demandé d’attendre',
    refused: 'Discord n’a pas accepté mon message ; c’est une erreur de ma part, elle est notée',
    uncertain:
      'un message est peut-être arrivé, peut-être pas ; je ne peux pas le savoir et ne l’envoie pas deux fois',
  },
  removed: (place, what) => `Abonnement retiré : plus d’annonces ${place} sur **${what}**.`,
  reallyStop: (place, what) => `Ne plus rien annoncer ${place} sur **${what}** ?`,
  stopped: (place, what) => `C’est arrêté : plus d’annonces ${place} sur **${what}**.`,
  others: (what) =>
    `${what.length < 2 ? 'Un autre abonnement continue' : 'D’autres abonnements continuent'} ici : ${what.join(' ; ')}.`,
  permissions: {
    'view-channel': 'Voir le salon',
    'send-messages': 'Envoyer des messages',
    'send-in-threads': 'Envoyer des messages dans les fils',
    'embed-links': 'Intégrer des liens',
  },
  mistakes: {
    unknownSubject: (typed) => `Je ne connais ni chiffre ni thème nommé « ${typed} ».`,
    needsManage: (place) =>
      `Pour gérer les abonnements de ${place}, il faut y avoir la permission « Gérer les salons », ou « Gérer le serveur ».`,
    needsManageSomewhere:
      'Pour voir ou retirer des abonnements, il faut la permission « Gérer les salons » dans leur salon, ou « Gérer le serveur ».',
    lacks: (place, permissions) =>
      `Je ne peux pas encore écrire dans ${place} : il m’y manque ${permissions.map((one) => `« ${one} »`).join(' et ')}. Rien n’a été enregistré ; accordez-moi cela et réessayez.`,
    notOnServer:
      'Je ne suis pas membre de ce serveur et ne peux donc pas y écrire de moi-même. Une personne qui gère le serveur peut m’y ajouter.',
    everyone: 'Je ne mentionne jamais @everyone. Choisissez un autre rôle, ou aucun.',
    roleNotYours: (role, place) =>
      `Vous ne pourriez pas mentionner ${role} dans ${place} vous-même, je ne le fais donc pas pour vous : son réglage « Permettre à tout le monde de @mentionner ce rôle » est désactivé et il vous manque « Mentionner @everyone, @here et tous les rôles ».`,
    roleNotMine: (role, place) =>
      `Je ne pourrais pas mentionner ${role} dans ${place} : activez « Permettre à tout le monde de @mentionner ce rôle » ou accordez-m’y « Mentionner @everyone, @here et tous les rôles ».`,
    onlyForYourself: 'En message privé, vous vous abonnez pour vous-même : laissez de côté salon et rôle.',
    tooMany: (limit) => `Cela ferait plus de ${limit} abonnements. Retirez-en d’abord un.`,
    pickOne:
      'Aucun abonnement d’ici ne porte ce nom, ou plusieurs le portent. Choisissez-en un dans la liste qui s’affiche pendant la saisie.',
    gone: 'Cet abonnement n’existe plus.',
    nothingToShow: (what) => `Il n’y a pas encore de chiffre sur ${what}.`,
  },
};

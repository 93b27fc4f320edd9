/** The French sentences of the bot on Discord. */
import type { DiscordCatalogue } from './discord-sentences.js';

export const discordFrench: DiscordCatalogue = {
  commands: {
    ask: {
      description: 'Poser une question sur le projet pilote franco-britannique « one in, one out »',
      question: 'Votre question, en français ou en anglais',
    },
    figure: {
      description: 'Afficher un chiffre : le plus récent ou celui d’une date, avec ses sources',
      metric: 'Ce qui est compté : choisissez dans la liste ou écrivez vos propres mots',
      asOf: 'Une date (31 octobre 2025, le mois dernier, Halloween) ; sinon le plus récent',
    },
    quote: {
      description: 'Afficher ce qui a été dit, mot pour mot, par qui et à quelle occasion',
      speaker: 'Qui l’a dit',
      topic: 'Le sujet : choisissez dans la liste ou écrivez vos propres mots',
    },
    compare: {
      description: 'Comparer deux chiffres à une même date : différence, rapport, part et graphique',
      first: 'Ce qui est compté : choisissez dans la liste ou écrivez vos propres mots',
      second: 'À quoi le comparer',
      asOf: 'Une date (31 octobre 2025, le mois dernier) ; sinon la plus récente date commune',
    },
    timeline: {
      description: 'Montrer les événements datés dans l’ordre, avec leurs sources',
      from: 'À partir de quand : un mois de la liste, ou une date dans vos propres mots',
      to: 'Jusqu’à quand : un mois de la liste, ou une date dans vos propres mots',
      topic: 'Sujet des événements ; tous les sujets par défaut',
    },
    explain: {
      description: 'Expliquer un sujet : règles, faits, dates, positions de chaque camp, points ouverts',
      topic: 'Le sujet à expliquer : choisissez dans la liste',
    },
    source: {
      description: 'Afficher ce que l’on sait d’une source, ou une entrée par son identifiant',
      name: 'Le nom d’une source, ou un identifiant comme S-001, F-003 ou Q-024',
    },
    help: { description: 'Ce que je sais, de quand datent mes chiffres et ce que je conserve' },
    settings: {
      description: 'Régler mon comportement sur ce serveur',
      plainQuestions: 'Autoriser ou couper les questions libres (mentions et réponses) ici',
      state: 'Si je réponds aux questions libres',
      on: 'oui',
      off: 'non',
      where: 'Où cela s’applique ; ce salon par défaut',
      channel: 'ce salon',
      server: 'tout le serveur',
    },
    subscriptions: {
      description: 'Annoncer les nouveaux chiffres à un salon, ou à vous-même',
      add: 'Abonner un salon aux nouveaux chiffres, ou vous-même en message privé',
      list: 'Afficher les abonnements que vous pouvez gérer et leur état',
      remove: 'Mettre fin à un abonnement',
      preview: 'Montrer à quoi ressemblerait un message, à vous seul',
      to: 'Un chiffre, un thème ou tout : choisissez dans la liste',
      channel: 'Où écrire ; ce salon par défaut',
      when: 'Tout de suite par défaut ; les résumés ne viennent que s’il y a du nouveau',
      atOnce: 'tout de suite',
      daily: 'résumé quotidien (9 h à Londres)',
      weekly: 'résumé hebdomadaire (lundi, 9 h à Londres)',
      role: 'Un rôle à mentionner chaque fois, si vous pouvez le mentionner',
      language: 'La langue des messages ; la vôtre par défaut',
      english: 'anglais',
      french: 'français',
      subscription: 'Lequel : choisissez dans la liste',
    },
    isPrivate: 'N’afficher la réponse qu’à vous',
  },
  help: {
    title: 'Ce que je sais',
    intro:
      'Je réponds aux questions sur le projet pilote franco-britannique « one in, one out » et les traversées de la Manche : le chiffre, sa date et qui le donne. Si mes sources ne l’ont pas, je le dis.',
    asking: 'Essayez par exemple',
    examples: [
      '/ask question: combien de personnes renvoyées en France au 10 novembre 2025 ?',
      '/ask question: où les sources diffèrent-elles sur le solde ?',
      '/figure metric: arrivées en small boats as_of: 9 novembre 2025',
      '/quote speaker: Shabana Mahmood topic: les renvois en France',
      '/compare first: personnes renvoyées en France second: admissions depuis la France',
      '/timeline topic: les affaires en justice',
      '/explain topic: la voie légale',
      '/source name: BritBrief',
      '/subscriptions add to: les renvois en France',
    ],
    mention: (bot) =>
      `Vous pouvez aussi mentionner ${bot} avec une question, répondre à l’un de mes messages pour poursuivre, ou m’écrire en privé.`,
    checking:
      'Pour vérifier les chiffres d’un message : clic droit dessus (ou appui long), puis Applications → « Vérifier les chiffres ».',
    knowledge: 'De quand datent mes chiffres',
    holds: ({ figures, quotes, sources }) =>
      `${figures} chiffres et ${quotes} citations de ${sources} sources.`,
    newest: (date, age) => `Le chiffre le plus récent est du ${date} ; il date d’il y a ${age}.`,
    stored: 'Ce que je conserve',
    storedLines: ({ followUpHours, buttonDays, leftServerDays, unknownDays, endedDays }) => [
      `Chaque question à laquelle j’ai répondu, telle que je l’ai comprise (avec les mots qui interrogent) et avec les identifiants du message, du salon et de la personne : ${buttonDays} jours, pour que les boutons fonctionnent ; on peut poursuivre par une réponse pendant ${followUpHours} heures.`,
      `Les réglages d’un serveur : jusqu’à ${leftServerDays} jours après mon départ.`,
      `Les abonnements, avec l’identifiant de qui les a créés : jusqu’à leur retrait, ou ${endedDays} jours après leur fin.`,
      `Les questions restées sans réponse : leurs mots seulement, comptés, ${unknownDays} jours au plus.`,
      'Ce que vous envoyez par « Faux ou manquant ? » ou « Proposer un chiffre » : sans votre nom, jusqu’à son traitement.',
      `D’un message dont j’ai vérifié les chiffres : les nombres affirmés et le résultat, pas ses mots, ${buttonDays} jours.`,
      'Je ne conserve rien des autres messages.',
    ],
  },
  settings: {
    plainQuestions: (isOn, where) => {
      const place = where === 'channel' ? 'dans ce salon' : 'sur ce serveur';
      return isOn
        ? `Je réponds désormais aux questions libres ${place} : mentions et réponses à mes messages.`
        : `Je ne réponds plus aux questions libres ${place}. Les commandes fonctionnent toujours.`;
    },
  },
  buttons: {
    sources: 'Sources',
    earlier: 'Valeurs antérieures',
    askMore: 'Poursuivre',
    delete: 'Supprimer',
    forward: 'Page suivante',
    back: 'Page précédente',
    stop: 'Arrêter',
    stopNow: 'Arrêter maintenant',
    feedback: 'Faux ou manquant ?',
    suggest: 'Proposer un chiffre',
  },
  askMore: { title: 'Poursuivre', label: 'Votre question suivante', example: 'et en novembre ?' },
  answers: {
    sourcesTitle: 'Sources',
    earlierTitle: 'Valeurs antérieures',
    paragraphs: (numbers) => `${numbers.length > 1 ? 'paragraphes' : 'paragraphe'} ${numbers.join(', ')}`,
    moreBehind: (button) => `La suite se trouve derrière « ${button} ».`,
    nothingCited: 'Cette réponse ne s’appuie sur aucune source.',
    noEarlier: 'Je ne connais pas de valeurs antérieures.',
    page: (number, count) => `Page ${number} sur ${count}`,
  },
  room: {
    coolingDown: (seconds) =>
      `Cela fait beaucoup d’un coup. Reposez-moi la question dans ${seconds} seconde${seconds < 2 ? '' : 's'}.`,
    buttonExpired: (days) =>
      `Cette réponse a plus de ${days} jours et je ne la connais plus. Reposez la question.`,
    followUpExpired: (hours) =>
      `Je ne garde que ${hours} heures ce qu’il faut pour poursuivre. Reposez la question en entier.`,
    notYours:
      'Seule la personne qui a posé la question peut supprimer cette réponse, ou quelqu’un qui peut gérer les messages ici.',
    outdated: 'Je ne connais plus cette commande ou ce bouton. Essayez /help pour voir ce que je sais faire.',
    fault: (reference) =>
      `Désolé, une erreur s’est produite de mon côté. Elle est notée ; si vous la signalez, indiquez cette référence : ${reference}`,
  },
  mistakes: {
    unknown: (what, typed) =>
      ({
        metric: `Je ne connais aucun chiffre nommé « ${typed} ».`,
        date: `Je n’arrive pas à lire « ${typed} » comme une date. Écrivez par exemple 31 octobre 2025, novembre 2025 ou le mois dernier.`,
        no_day: `Le jour « ${typed} » n’existe pas. Écrivez par exemple 31 octobre 2025, novembre 2025 ou le mois dernier.`,
        event_date: `Je n’arrive pas à lire « ${typed} » comme une date. Écrivez par exemple 31 octobre 2025, novembre 2025 ou le mois dernier.`,
        speaker: `Je ne connais personne du nom de « ${typed} ».`,
        topic: `Je n’ai aucune citation sur « ${typed} ».`,
        subject: `Je ne connais aucun sujet nommé « ${typed} ».`,
        source: `Je ne connais aucune source nommée « ${typed} ».`,
        entry: `L’entrée ${typed} n’existe pas. Tapez sa première lettre (F, Q, E, T ou S) et choisissez dans la liste.`,
      })[what],
    didYouMean: (labels) => `Vouliez-vous dire : ${labels.join(' ; ')} ?`,
    known: (what, labels) =>
      `${{ metric: 'Au choix', date: 'Dates pour lesquelles il y a un chiffre', event_date: 'Mois avec un événement', no_day: 'Au choix', speaker: 'Personnes citées ici', topic: 'Sujets', subject: 'Sujets', source: 'Sources', entry: 'Sources' }[what]} : ${labels.join(' ; ')}.`,
    onlyInServers: 'Ce réglage est propre à un serveur : utilisez la commande dans l’un de ses salons.',
    needsManageServer: 'Pour changer cela sur tout le serveur, il faut la permission « Gérer le serveur ».',
    needsManageChannels:
      'Pour changer cela dans un salon, il faut y avoir la permission « Gérer les salons », ou « Gérer le serveur ».',
  },
};

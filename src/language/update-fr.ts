/** The French words of messages that tell of new figures. */
import type { UpdateWords } from './update-sentences.js';

export const frenchUpdates: UpdateWords = {
  stands: (label, value) => `${label} : ${value}`,
  changed: (label, before, after) => `${label} : ${before} → ${after}`,
  moved: ({ by, days, about }) => {
    const change = by === undefined ? 'inchangé' : `${about ? 'environ ' : ''}${by}`;
    return days === undefined ? change : `${change} en ${days} jour${days < 2 ? '' : 's'}`;
  },
  revised: 'révisé',
  before: (value, when) => `Avant : ${value}, ${when}`,
  beforeAside: (value, when) => ` ; avant : ${value}, ${when}`,
  was: (value, when) => `Était : ${value}, ${when}`,
  is: (value, when) => `Est : ${value}, ${when}`,
  why: (reason) => `Pourquoi : ${reason}`,
  wasProvisional: 'la valeur précédente était provisoire.',
  noReason: 'la source n’en donne pas la raison.',
  several: ({ fresh, revised }, when) => {
    const lead = { 'at-once': '', daily: 'Résumé du jour : ', weekly: 'Résumé de la semaine : ' }[when];
    const counted = [
      ...(fresh > 0 ? [`${fresh} ${fresh < 2 ? 'nouveau chiffre' : 'nouveaux chiffres'}`] : []),
      ...(revised > 0 ? [`${revised} ${revised < 2 ? 'révisé' : 'révisés'}`] : []),
    ];
    return `${lead}${counted.join(', ')}`;
  },
  more: (count) =>
    count < 2 ? '… et un autre ; /figure l’affiche.' : `… et ${count} autres ; /figure les affiche un à un.`,
  previewOnly: 'Un aperçu : vous seul le voyez et rien n’est envoyé.',
};

/** What the bot writes into data files of its own making, in both languages. */
import { formatDate, formatNumber, formatPeriod } from './format.js';

type Bilingual = { en: string; fr: string };

/** Words for GOV.UK's page of the last seven days; dates are `YYYY-MM-DD`. */
export const feedWords = {
  label: {
    en: 'Home Office, small boat arrivals: last 7 days',
    fr: 'Home Office, arrivées en small boats des 7 derniers jours',
  },
  note: (read: string, updated: string): Bilingual => ({
    en: `The page as it was when the bot read it on ${formatDate(read, 'en')}; it said that it was updated on ${formatDate(updated, 'en')}. Provisional. Contains public sector information licensed under the Open Government Licence v3.0.`,
    fr: `La page telle que le bot l’a lue le ${formatDate(read, 'fr')} ; elle se disait mise à jour le ${formatDate(updated, 'fr')}. Provisoire. Contient des informations du secteur public sous licence Open Government Licence v3.0.`,
  }),
  name: (read: string): Bilingual => ({
    en: `the last 7 days page as read on ${formatDate(read, 'en')}`,
    fr: `la page des 7 derniers jours lue le ${formatDate(read, 'fr')}`,
  }),
  row: (day: string): Bilingual => ({
    en: `row ${formatDate(day, 'en')}`,
    fr: `ligne du ${formatDate(day, 'fr')}`,
  }),
  revised: (was: number): Bilingual => ({
    en: `Revised on the page; it was ${formatNumber(was, 'en')}.`,
    fr: `Révisé sur la page ; c’était ${formatNumber(was, 'fr')}.`,
  }),
  addedUp: (days: number, from: string, to: string): Bilingual => ({
    en: `the ${formatNumber(days, 'en')} daily counts of ${formatPeriod(from, to, 'en')} added up, none of which is missing`,
    fr: `somme des ${formatNumber(days, 'fr')} décomptes quotidiens, ${formatPeriod(from, to, 'fr')}, dont aucun ne manque`,
  }),
};

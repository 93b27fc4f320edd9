/** Words for the news that a visitor of the sandbox can make: they stand in a data file, in both languages. */

const title = 'A figure made up in the sandbox';

export const madeUpWords = {
  title,
  publisher: 'the sandbox',
  label: { en: 'made up in the sandbox', fr: 'inventé dans le bac à sable' },
  note: {
    en: 'Made up by a visitor of the sandbox to see what subscribers see; it says nothing about the world.',
    fr: 'Inventé par un visiteur du bac à sable pour voir ce que voient les abonnés ; ne dit rien du monde.',
  },
  revised: (was: string) => ({
    en: `Revised by the visitor; it was ${was}.`,
    fr: `Révisé par le visiteur ; c’était ${was}.`,
  }),
  names: { en: ['the made-up news'], fr: ['la nouvelle inventée'] },
};

/** What people are called: by their own name, and by the office that they hold. */
import type { Person } from '../knowledge/schema.js';
import { bare } from '../knowledge/words.js';

/** Names that say who it is; bare. */
export const ownNames = (person: Person): string[] => namesOf(person, true);

/** Names that only say what they are; bare. */
export const officeNames = (person: Person): string[] => namesOf(person, false);

function namesOf({ names }: Person, own: boolean): string[] {
  const [full = '', ...others] = names.en.map((name) => bare(name).replace(/^the /, ''));
  const words = full.split(' ');
  return [full, ...others, ...names.fr.map(bare)].filter(
    (name) => name.split(' ').some((word) => words.includes(word)) === own,
  );
}

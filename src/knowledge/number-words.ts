/** English and French number words. A word that is both (six, second) means the same in each. */
export type NumberWord = {
  kind: 'unit' | 'ten' | 'scale';
  value: number;
  ordinal: boolean;
  /** Only goes on with a number ("vingt et un"), since alone it is mostly an article. */
  continues?: boolean;
};

const cardinals: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  zéro: 0,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};

const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
};

const scales: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  dizaine: 10,
  douzaine: 12,
  vingtaine: 20,
  trentaine: 30,
  cinquantaine: 50,
  centaine: 100,
  cent: 100,
  cents: 100,
  mille: 1000,
  millier: 1000,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
};

const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fiftieth: 50,
  premier: 1,
  première: 1,
  deuxième: 2,
  seconde: 2,
  troisième: 3,
  quatrième: 4,
  cinquième: 5,
};

/** What a single lower-case word means as a number, if anything. */
export function numberWord(word: string): NumberWord | undefined {
  if (word === 'un' || word === 'une') return { kind: 'unit', value: 1, ordinal: false, continues: true };
  return (
    look(cardinals, word, 'unit', false) ??
    look(tens, word, 'ten', false) ??
    look(scales, word, 'scale', false) ??
    look(ordinals, word, 'unit', true)
  );
}

/** Factors that may follow digits: "41k", "41 thousand", "1.5 million". */
export const factors: Record<string, number> = {
  k: 1000,
  m: 1e6,
  bn: 1e9,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  mille: 1000,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
};

function look(
  list: Record<string, number>,
  word: string,
  kind: NumberWord['kind'],
  ordinal: boolean,
): NumberWord | undefined {
  const value = Object.hasOwn(list, word) ? list[word] : undefined;
  return value === undefined ? undefined : { kind, value, ordinal };
}

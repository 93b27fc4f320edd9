/** Words as people shorten them in chats; everything after this reads them in full. */
import { MONTH_PATTERN } from './named-days.js';

const SHORT: Readonly<Record<string, string>> = {
  mny: 'many',
  meny: 'many',
  mnay: 'many',
  bk: 'back',
  bak: 'back',
  frm: 'from',
  thru: 'through',
  b4: 'before',
  whn: 'when',
  wen: 'when',
  wehn: 'when',
  wot: 'what',
  wat: 'what',
  wut: 'what',
  wots: 'whats',
  wats: 'whats',
  hw: 'how',
  wich: 'which',
  wic: 'which',
  whch: 'which',
  y: 'why',
  abt: 'about',
  nite: 'night',
  mutch: 'much',
  sine: 'sign',
  sined: 'signed',
  rite: 'right',
  elegible: 'eligible',
  cort: 'court',
  goverment: 'government',
  minster: 'minister',
  pp: 'per person',
  kesk: 'que',
  keske: 'que',
  hole: 'whole',
  upto: 'up to',
  btwn: 'between',
  frensh: 'french',
  reely: 'really',
  hoow: 'how',
  labor: 'labour',
  wil: 'will',
  stil: 'still',
  cam: 'came',
  bote: 'boat',
  excepted: 'accepted',
  dun: "d'un",
  fais: 'fait',
  cest: "c'est",
  sest: "s'est",
  quil: "qu'il",
  sinse: 'since',
  sinc: 'since',
  sence: 'since',
  untill: 'until',
  befor: 'before',
  becuase: 'because',
  bt: 'but',
  bout: 'about',
  hr: 'hour',
  hrs: 'hours',
  agen: 'again',
  agin: 'again',
  teh: 'the',
  hte: 'the',
  taht: 'that',
  waht: 'what',
  whta: 'what',
  wnat: 'want',
  adn: 'and',
  bcos: 'because',
  wiht: 'with',
  thier: 'their',
  thay: 'they',
  ov: 'of',
  dos: 'does',
  duz: 'does',
  woz: 'was',
  wos: 'was',
  cuming: 'coming',
  allready: 'already',
  gud: 'good',
  u: 'you',
  ur: 'your',
  r: 'are',
  n: 'and',
  nd: 'and',
  cuz: 'because',
  coz: 'because',
  bcuz: 'because',
  bc: 'because',
  dept: 'department',
  govt: 'government',
  gov: 'government',
  yr: 'year',
  yrs: 'years',
  wk: 'week',
  wks: 'weeks',
  wkend: 'weekend',
  wknd: 'weekend',
  mth: 'month',
  mths: 'months',
  tmrw: 'tomorrow',
  avg: 'average',
  approx: 'approximately',
  xtra: 'extra',
  wer: 'were',
  wiv: 'with',
  dem: 'them',
  dey: 'they',
  da: 'the',
  dis: 'this',
  dat: 'that',
  comming: 'coming',
  sed: 'said',
  sez: 'says',
  gonna: 'going to',
  wanna: 'want to',
  sum1: 'someone',
  som1: 'someone',
  any1: 'anyone',
  every1: 'everyone',
  whodve: 'who have',
  msg: 'message',
  cb: 'combien',
  cmb: 'combien',
  kombien: 'combien',
  qd: 'quand',
  kan: 'quand',
  koi: 'quoi',
  ki: 'qui',
  ke: 'que',
  pk: 'pourquoi',
  pq: 'pourquoi',
  pkoi: 'pourquoi',
  ds: 'dans',
  avk: 'avec',
  pers: 'personnes',
  bcp: 'beaucoup',
  tt: 'tout',
  tjs: 'toujours',
  tjrs: 'toujours',
  jms: 'jamais',
  svt: 'souvent',
  qqn: "quelqu'un",
  combi1: 'combien',
  cbien: 'combien',
  bato: 'bateau',
  batos: 'bateaux',
  ojd: "aujourd'hui",
  aujd: "aujourd'hui",
};

const WORD = /(?<![\p{L}\p{N}'’./])[\p{L}\p{N}]{1,8}(?![\p{L}\p{N}'’./])/gu;

/** Before these a short word belongs to a name ("lib dem"). */
const NAMED = /\b(?:lib|liberal)\s+$/i;

const SHORT_YEAR = new RegExp(
  `(?<before>(?<!\\w)(?:in|during|over|throughout|since|early|mid|late|end|start|beginning|(?:end|start|beginning|close|middle|course) of|en|fin|d[ée]but) (?:(?:the|of) )*(?:${MONTH_PATTERN})\\.? )['’]?(?<year>2[3-9])(?![\\p{L}\\d/:%]|[.,]\\d| (?:people|persons|migrants|ppl|men|were|had|have|boats?|returns|others|more)(?!\\w))`,
  'giu',
);

const TWO_SHORT_YEARS = new RegExp(
  `(?<first>(?<!\\w)(?:${MONTH_PATTERN})\\.?) ['’]?(?<one>2[4-7])(?<between> ?(?:vs?\\.?|versus|against|and|or|to|compared (?:to|with)|contre|et|ou) ?)(?<second>(?:${MONTH_PATTERN})\\.?) ['’]?(?<other>2[4-7])(?![\\p{L}\\d/:%]|[.,]\\d| 20\\d)`,
  'giu',
);

const MONTHS_APART = new RegExp(
  `(?<first>\\b(?:${MONTH_PATTERN})\\.?(?: 20\\d{2})?) ?[-–—] ?(?<last>(?:${MONTH_PATTERN})\\b)`,
  'gi',
);

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:how?s?|who|hom|hoow|haw|hw) (?:many|mani|mane|maney|mayn|amny)\b/gi, 'how many'],
  [
    /\bhow (?:man|may)(?= (?:people|peeps|ppl|persons?|migrants|men|women|boats|dinghies|flights|were|have|has|had|got|came|crossed|arrived|returns|arrivals)\b)/gi,
    'how many',
  ],
  [/\bwho leeds\b/gi, 'who leads'],
  [/\bpas(?= (?:the|by)\b)/gi, 'pass'],
  [/\btotl\b/gi, 'total'],
  [
    /\bboarder(s?)(?= (?:security|force|control|police|deal|agreement|guards?|command|patrol|crossing)\b)/gi,
    'border$1',
  ],
  [/\bhow mush\b/gi, 'how much'],
  // "Jusqu'à quant": before "à" it is a word of its own.
  [/(?<!\w)quant(?! (?:[àa]|aux?)(?!\p{L}))/giu, 'quand'],
  [/(?<!\w)how come(?= \p{L})(?! (?:in|out|over|back)(?!\w))/giu, 'why'],
  [/\b(have|has|had|hav|ve) (?:bin|ben)\b/gi, '$1 been'],
  // "flown back 2 france"
  [/ 2 (?=(?:the )?(?:france|uk|britain|england|calais)\b)/gi, ' to '],
  // "according 2 the home sec"
  [/(?<!\w)(according|thanks|due|next|up|close) 2(?= \p{L})/giu, '$1 to'],
  [/\b1[ -]?in[ -]?1[ -]?out\b|\b1[ -]?4[ -]?1\b(?= (?:deal|scheme|swap|pilot))/gi, 'one in one out'],
  // "in nov 25", "by the end of may 26": a year, where no day can be meant.
  [SHORT_YEAR, '$<before>20$<year>'],
  // All of a year that is not over: no beginning of anything else is meant.
  [/\bdepuis le début de l['’]année (?=20\d{2}\b)/gi, 'en '],
  // "2k22"
  [/\b2k(1[89]|2[0-7])\b/gi, '20$1'],
  // "halloween '25", "the summer of '25"
  [
    /((?<!\w)(?:halloween|christmas|xmas|easter|new year|summer|autumn|spring|winter|year|of|since|in|noël|été|hiver) )['’](1[89]|2[0-7])(?![\p{L}\d%'’])(?! (?:people|migrants|men|of|were|had))/giu,
    '$120$2',
  ],
  // "oct 25 vs may 26": two of them, which two days could hardly be.
  [TWO_SHORT_YEARS, '$<first> 20$<one>$<between>$<second> 20$<other>'],
  [/\bdose(?= (?:the|it|an?|each|this|that|he|she|one|any\w*|france|britain|labour)\b)/gi, 'does'],
  // "the 1st three months", "the 2nd sunday"
  [/(?<!\w)1st(?= \p{L}{3,})(?! of(?!\w))/giu, 'first'],
  [/(?<!\w)2nd(?= \p{L}{3,})(?! of(?!\w))/giu, 'second'],
  // "oct 2025 - march 2026"
  [MONTHS_APART, '$<first> to $<last>'],
  // A full stop that ends no sentence.
  [/\b(?:no\.|nr\.?) ?(?=of\b)/gi, 'number '],
  // After an article it is a noun, and no "whether".
  [/\b(the|what|whats|what's|nice|bad|good) wether\b/gi, '$1 weather'],
  // In small letters it is a French article.
  [/\bUN(?=[\s?.,!'’]|$)(?! POUR)/g, 'United Nations'],
  [/\bthe un\b/gi, 'the United Nations'],
  [/\bc (?=(?:koi|quoi|qui|quand|ou|où|combien)\b)/gi, "c'est "],
];

const TEENS = ['eighteen', 'nineteen', 'twenty'];
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const SPOKEN_YEAR = new RegExp(
  `\\btwenty[ -](?:(${TEENS.join('|')})(?:(?<=twenty)[ -](${ONES.join('|')}))?)\\b`,
  'gi',
);

/** "Twenty nineteen", "twenty twenty-five": years as they are spoken. */
function yearInFigures(_: string, tens: string, ones: string | undefined): string {
  return String(2018 + TEENS.indexOf(tens.toLowerCase()) + (ones ? ONES.indexOf(ones.toLowerCase()) + 1 : 0));
}

/** "Quels mois y a-t-il eu": in French the letter stands for a place, and asks for no reason. */
function isFrenchThere(text: string, at: number): boolean {
  return /^y (?:a|avait|aura|a-t-il|eut|en)\b(?![’'])/i.test(text.slice(at, at + 12));
}

/** The text with shortened words in full; a word in capitals is left, as it may be a name. */
export function inFull(text: string): string {
  let full = text;
  for (const [pattern, replacement] of PHRASES) full = full.replace(pattern, replacement);
  full = full.replace(SPOKEN_YEAR, yearInFigures);
  const named = (at: number) => NAMED.test(full.slice(Math.max(0, at - 10), at));
  return full.replace(WORD, (word, at: number) =>
    /^\p{Lu}/u.test(word) || named(at) || isFrenchThere(full, at)
      ? word
      : (SHORT[word.toLowerCase()] ?? word),
  );
}

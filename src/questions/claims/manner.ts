/** How exactly a number is stated, by the words around it. */

/** How a number is stated: "over 500", "nearly 5%", "fewer than 100", "up to 50". */
export type Manner = 'exact' | 'about' | 'nearly' | 'over' | 'at-least' | 'under' | 'up-to' | 'between';

/** The manner that stands around a number, and where both stand. */
export function placed(text: string, from: number, to: number) {
  const lead = text.slice(Math.max(0, from - 40), from);
  for (const [manner, pattern] of /[\p{L}~.£€$]\s*[£€$]?$/u.test(lead.slice(-8)) ? MANNERS : []) {
    const match = pattern.exec(lead);
    if (match) return { manner, start: from - (lead.length - match.index), end: to, from, to };
  }
  const after =
    /^\s?(?:\+|plus\b(?! (?:de|que)\b)|or more\b|and (?:a bit|a few|change|counting|some)\b|ou plus\b)|^(?:-?ish\b| or so\b| odd\b| environ\b)|^ (?:max|at most)\b/i.exec(
      text.slice(to),
    );
  const money = /[£€$]\s?$/.exec(lead);
  const start = money ? from - money[0].length : from;
  if (!after) return { manner: 'exact' as const, start, end: to, from, to };
  const manner: Manner = /ish|so|odd|environ/i.test(after[0])
    ? 'about'
    : /max|most/i.test(after[0])
      ? 'up-to'
      : 'over';
  return { manner, start, end: to + after[0].length, from, to };
}

const BEFORE: readonly (readonly [Manner, string])[] = [
  [
    'at-least',
    'at least|at the very least|a minimum of|not less than|no fewer than|no less than|au moins|un minimum de|pas moins de',
  ],
  [
    'up-to',
    "up to|at most|no more than|not more than|a maximum of|max|jusqu'à|jusqu'a|au plus|au maximum|pas plus de",
  ],
  [
    'nearly',
    'nearly|almost|just under|close to|close on|approaching|getting on for|nigh on|nearing|presque|près de|pres de|quasiment|à peine moins de|un peu moins de',
  ],
  [
    'under',
    'fewer than|less than|under|below|not even|short of|well under|moins de|même pas|meme pas|en dessous de|sous les',
  ],
  [
    'over',
    // "Brought over 65 people": the word belongs to the verb.
    'more than|(?<!(?<!\\w)(?:bring(?:ing|s)?|brought|c[ao]me|coming|fetched|ferried|invited)\\s)over|above|upwards of|in excess of|north of|well over|way over|just over|exceeded|exceeds|exceeding|exceed|surpassed|topped|passed|hit and passed|(?:(?:sailed|blown|blew|gone|went|shot|soared|stormed|flown|flew|cruised|sped|smashed|crashed|burst|pushed|climbed|crept|ticked|been|got|moved|raced|roared) )?(?:right |straight |well |way )?(?:past|beyond)|(?:smashed|crashed|burst|broken|broke|gone|went|ticked) through|plus de|plus que|au-delà de|au-dessus de|dépassé|dépasse|dépassent|un peu plus de',
  ],
  [
    'about',
    'about|around|roughly|approximately|approx\\.?|circa|some|something like|somewhere around|or so|like|environ|à peu près|quelque|quelques|autour de|dans les|~|c\\.|approximativement',
  ],
  [
    'exact',
    'only|just|exactly|precisely|merely|a mere|mere|a measly|barely|seulement|exactement|juste|à peine',
  ],
];

const MANNERS = BEFORE.map(
  ([manner, words]) =>
    [
      manner,
      new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:${words})\s*(?:(?:a|the|les|une?|that|another)\s+)?[£€$]?$`,
        'iu',
      ),
    ] as const,
);

/** Groups that a clause asks for and that no entry counts: by age, by where people are, boats, an unknown start. */
import type { Lexicon } from '../knowledge/lexicon.js';
import { countsBoats, nationCounted, peopleAmongThings } from './part-metrics.js';
import type { AskedMetric } from './query.js';

/** "People over 60": a group by age, which no entry counts. */
const AGE_GROUP =
  /\b(?:many|people|persons?|migrants?|ppl|men|those|anyone|seekers|personnes|gens|migrants|were|are|was|is|avaient|ont)\s+((?:aged|over|under|above|below|older than|younger than|(?:âgée?s )?de (?:plus|moins) de)\s+\d{1,2}s?)\b(?!\s*(?:%|per|an?\b|k\b|grand|thousand|million|days?|weeks?|months?|hours?))/i;

/** "How many of those returned are still in France": where people are now, which no entry counts. */
const STAYING =
  /(?<!\w)(?:are|remain|have stayed|stayed|sont) ((?:still|now|currently|encore|toujours) (?:in|at|there|here|living|being held|waiting|en|là)(?!\w)(?! (?:use|force|effect|operation|place|service|vigueur))(?: (?:the )?\p{L}+)?)/iu;

/** "Returned on the second flight", "came on the biggest boat": flights after the first, and single boats, are counted nowhere. */
const NUMBERED_FLIGHT =
  /(?<!\w)(?:on|aboard|in|by|dans|sur) (?:the |a |one |le |un )?((?:single |very )?(?:biggest|largest|fullest|smallest|first|last|single|same|plus (?:gros|grand)|premier|dernier) (?:small )?(?:boat|dinghy|bateau|canot))(?!\w)|(?<!\w)(?:on|aboard|by|dans|par|sur|à bord d[ue]) (?:the |le |l['’]|la )?((?:second|2nd|third|3rd|fourth|fifth|sixth|deuxième|troisième|quatrième|cinquième) (?:return |group |charter )?(?:flight|plane|vol|avion))(?!\w)/iu;

const AGE = 'age-group';

/** No entry holds this token: boats themselves are counted nowhere. */
const COUNTED_BOATS = 'boats-counted';

/** Nor this one: the metric counts what people are in or on. */
const COUNTED_PEOPLE = 'people-counted';

/** Nor this one: one flight of several. */
const ONE_FLIGHT = 'flight-by-number';

/** Nor this one: a start that nothing here explains. */
const STARTED = 'start-unknown';

export type Groups = {
  /** What narrows every metric of the clause; none or one, and no entry holds it. */
  narrowing: string[];
  /** The words that say so, by token. */
  surfaces: Record<string, string>;
};

/** The group of a clause (as typed, and mended) that nothing here counts. */
export function groupsOf(
  text: string,
  mended: string,
  found: {
    /** The first metric that the clause names. */
    metric: AskedMetric | undefined;
    /** True where the boats themselves are counted by a metric. */
    hasBoats: boolean;
    /** A start that no scope and no event explains, as typed. */
    unresolved: string | undefined;
    lexicon: Lexicon;
  },
): Groups {
  const { metric, hasBoats, unresolved, lexicon } = found;
  const age = AGE_GROUP.exec(text)?.[1] ?? STAYING.exec(text)?.[1];
  const who = peopleAmongThings(mended, metric, lexicon) ?? nationCounted(mended);
  const flight = NUMBERED_FLIGHT.exec(text)?.slice(1).find(Boolean);
  const group = age
    ? AGE
    : who
      ? COUNTED_PEOPLE
      : countsBoats(mended) && !hasBoats
        ? COUNTED_BOATS
        : flight
          ? ONE_FLIGHT
          : unresolved
            ? STARTED
            : undefined;
  return {
    narrowing: group === undefined ? [] : [group],
    surfaces: {
      [COUNTED_BOATS]: 'boats',
      ...(age ? { [AGE]: age } : {}),
      ...(who ? { [COUNTED_PEOPLE]: who } : {}),
      ...(flight ? { [ONE_FLIGHT]: flight } : {}),
      ...(unresolved ? { [STARTED]: unresolved } : {}),
    },
  };
}

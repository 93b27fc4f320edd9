/** Says a claim's clause in words that questions are asked in. */

import type { Lexicon } from '../../knowledge/lexicon.js';
import { nothingCame } from './lengths.js';
import { IN_THAT_TIME } from './relative-times.js';
import { subjectOf } from './subject.js';

/** "As things stand today", "up to now": said of the newest, whatever the day. */
const STANDING =
  /(?<!\w)(?:as (?:things|it|we) stands?(?: (?:today|now|right now))?|as of (?:today|now|right now)|up to now|up until now|à l'heure actuelle|à l'heure où|pour l'instant|pour le moment|à ce stade|for now|at the moment|atm|at present)(?!\p{L})/giu;
/** "Stands at 69 right now": as it is. */
const STANDS_AT = /\b(?:stands?|sits?|is standing|is sitting|stood|sat) at(?= (?:just |only |about )*$)/i;
/** "10,000 crossed in 2023 tops". */
const TOPS = /\s(?:tops|max)\b/gi;

/** "62 people a boat", "65 to a dinghy". */
const A_BOAT =
  /^\s?(?:people|persons|migrants|ppl|passengers)?\s?(?:to )?(?:a|each|every)\s(?:small )?(?:boat|dinghy)\b/i;

/** "75 out, 51 in": the directions of the scheme. */
const IN_OR_OUT =
  /^\s(?:in|out|(?:back|over)(?=\s*(?:$|[,;.!)]|(?:by|so far|to date|and|n|vs)\b)))(?=\s*(?:$|[,;.!)]|(?:by|as|so far|to date|since|under|until|up to|during|through|throughout|over|at|in(?! (?:total|all))|for|last|this|and|n|but|vs|versus|against|when|once|while|before|after|yet|already|acc|according|if|is|was|which)\b(?! (?:the )?(?:water|street|garden|oven|charge|box|hand))|on (?:the )?lbc\b|\d+ out\b))/i;

/** "75 gone and 51 arrived". */
const GONE = /^\sgone(?=\s*(?:$|[,;.!)]|(?:by|as|so far|to date|since|and|n|vs)\b))/i;

/** "69 more came than went", "12 de plus sont entrés que sortis". */
const MORE_CAME =
  /^(?<more>\s?(?:%|per ?cent)?\s?more)\s(?:people |ppl )?(?:have |had |were )?(?:came|come|coming|arrived|got in|let in)(?: (?:in|over|here))? than (?:have |had |were )?(?:went|gone|going|left|sent|flew|flown|returned)(?: (?:back|out|away))?/i;

/** "Another 190 were sent back", "un autre groupe de 12": more of the same. */
const FURTHER = /\b(?:yet )?(?:another|a further|an additional|an extra|encore)\s*$/i;

/** "We gave them 42": the direction, said from this side of the Channel. */
const WE_GAVE =
  /\bwe(?:'ve| have)? (?:only |just )?(?:gave|given|handed|shipped|flew|flown)(?: them| em| 'em| france| the french)?(?: back)?(?: only| just)?\s*$/i;
const THEY_GAVE =
  /\b(?:they|france|the french)(?:'ve| have)? (?:only |just )?(?:gave|given|sent|handed|shipped)(?: us| over)?(?: only| just)?\s*$/i;
/** "The French stopped only 2,000 people": kept from crossing, where "stopped" may also be said of the scheme. */
const STOPPED =
  /(?<who>\b(?:they|who|france|french|french police|police|officers|gendarmes)(?:'ve| have| had| has)?(?: only| just)?) (?:stopped|caught|intercepted|blocked|turned back)(?= (?:only |just |about |a grand total of |a total of |over |more than |around |nearly |some )*$)/i;
const DIRECTIONS: ReadonlySet<string> = new Set(['accept', 'return-to-france']);
const US = /\bus\b|\bfrance\b|\bthe french\b/i;

/** "53 people each", said beside a count of boats. */
const EACH =
  /^\s?(?:people|persons|migrants|ppl|passengers)?\s?(?:each|apiece|per boat|aboard each|on average)\b/i;
const BOATS = /\b(?:boats?|dinghies|dinghy|bateaux)\b/i;

/** "… and 281 have gone the other way": the opposite of the direction told before. */
const OTHER_WAY =
  /^\s?(?:people |ppl |others? )?(?:have |had |has |were |was )?(?:been )?(?:gone|went|going|go|come|came|sent|flown|put|taken|shipped|travelled|returned)?\s?(?:back )?(?:in )?(?:(?:the|in the) (?:other|opposite) (?:way|direction)|dans l'autre sens|en sens inverse|in (?:return|exchange)|en (?:échange|retour))(?!\p{L})/iu;

/** "Two of the lads sent to France": of whom nothing more is said than that they are people. */
const FELLOWS = /(?<=\bof (?:the|those|these) )(?:lads|blokes|fellas|guys|chaps|geezers)\b/gi;

/** "2 of the ones they'd deported were back by then": those of a group who were back came back again. */
const WERE_BACK =
  /^(?<group>\s(?:of|among|amongst|from|people|person|man|bloke)\s.*?)\s(?:(?:were|was|are|is|have been|has been|had been|got|popped up|turned up|showed up|washed up)\s(?:already\s|soon\s|right\s)?(?:back|(?:here\s|over here\s)?again))(?!\p{L})/iu;

/** "1 in 5 of them gets sent back": of those who come. */
const OF_THEM =
  /^(?<of>\s?(?:%|per ?cent)?\s?(?:of|de|d'))\s?(?:all )?(?:them|em|'em|those who (?:come|came|arrive|arrived|cross|crossed)|entre eux)\s(?=(?:ever |actually |only )?(?:gets?|got|are|were|is|was|have been|has been|will be|sont|est|end up|ends up)\s)/i;

/** "22,476 were stopped by the French". */
const WERE_STOPPED =
  /^\s(?:people |migrants |ppl )?(?:were|was|got|have been|had been|being)\s(?:stopped|caught|intercepted|blocked|turned back|prevented)\sby (?:the )?(?:french|france|police|gendarmes)(?!\p{L})/iu;

/** "The flight on 30 October took 20 people", "20 ppl were on the flight". */
const FLIGHT = /\b(?:flights?|plane|charter|vol|avion)\b/i;
const CARRIED =
  /\b(?:took|takes|carried|carrying|had|with|held|aboard|emportait|transportait|avait)(?: (?:only|just|about|all of|over|some))?\s*$/i;
const ON_IT =
  /^(?:\s(?:people|persons|ppl|migrants|men|of them|personnes))?\s(?:were |was |got |put )?(?:on|aboard|onto|dans) (?=[^,.;]*\b(?:it|board|flight|plane|charter|vol|avion)\b)/i;

const OWN_FLIGHT = /(?<!\w)(?:my|our|your|his|her|their)\s(?:\p{L}+\s)?(?:flights?|planes?)(?!\w)/giu;

/** "90 pages of moaning": what fills them does not tell whose they are. */
const PAGES_OF =
  /^(?<pages>\s(?:\p{L}+\s)?pages?)\s(?:worth\s)?(?:of|de|d')\s?(?:(?!(?:on|in|about|by|for|sur|en|par|pour|dans)\s)[\p{L}'-]+\s?){1,3}/iu;

const TIME = /^\s?(?:days?|weeks?|jours?|semaines?)(?!\p{L})/iu;

/** "314 people got moved from France to here". */
const MOVED_HERE =
  /^\s?(?:people |ppl |migrants |of them )?(?:were |was |got |have been |had been |have |had |been ){0,2}(?:moved|transferred|shipped|brought|flown|bussed|taken|swapped|sent|collected|driven|ferried)\s(?:\p{L}+\s){0,3}?from (?:france|the french|calais)(?: to (?:here|us|(?:the )?(?:uk|britain|england)|dover|london))?/iu;

/** "They took 138 from France". */
const TOOK =
  /\b(?:took|takes?|taken|taking|moved|shipped|flown|flew|got|had|transferred|received|welcomed|bussed|swapped|collected|fetched)(?: (?:only|just|about|over|in|another))?\s*$/i;
const FROM_FRANCE =
  /^\s?(?:people |ppl |migrants |more )?(?:(?:over|in|across|here|over here|to (?:the )?(?:uk|britain|england))\s){0,2}(?:from|off) (?:france|the french|them)\b/i;

/** What stands around a clause. */
type Beside = {
  /** Words before it in its sentence. */
  lead: string;
  /** Tokens of the claim before it. */
  told: readonly string[];
  lexicon: Lexicon;
};

/** The clause with `asking` in the place of its number. */
export function reworded(before: string, asking: string, after: string, beside: Beside): string {
  const opposite = beside.told.includes('accept') ? ' returned to france' : ' accepted from france';
  const isToldBefore = beside.told.some((token) => DIRECTIONS.has(token));
  const counted = (isToldBefore ? after.replace(OTHER_WAY, opposite) : after)
    .replace(BOATS.test(beside.lead) ? EACH : /(?!)/, ' people per boat')
    .replace(STANDING, ' so far ')
    .replace(IN_THAT_TIME, ' ')
    .replace(/\sw\/o\s/i, ' without ')
    .replace(FELLOWS, 'people')
    .replace(WERE_BACK, '$<group> came back to the uk')
    .replace(TOPS, ' ')
    .replace(PAGES_OF, '$<pages> ')
    .replace(WERE_STOPPED, ' people prevented ')
    .replace(isToldBefore ? /(?!)/ : OF_THEM, '$<of> small boat arrivals ')
    .replace(MOVED_HERE, ' accepted from france')
    .replace(GONE, ' sent back')
    .replace(IN_OR_OUT, (word) => (/in|over/i.test(word) ? ' let in' : ' sent back'))
    .replace(MORE_CAME, '$<more> in than out')
    .replace(A_BOAT, ' people per boat');
  if (nothingCame(before) && TIME.test(counted))
    return `${asking} days without arrivals ${counted.replace(/^\s?\p{L}+/u, ' ')}`;
  // "Boats carried 53 people each": the boats are counted by none.
  const isEach = BOATS.test(beside.lead) && EACH.test(after);
  const lead = (isEach ? before.replace(BOATS, ' ') : before)
    .replace(FURTHER, ' ')
    .replace(STANDING, ' so far ')
    .replace(STANDS_AT, ' is ')
    .replace(IN_THAT_TIME, ' ')
    .replace(STOPPED, '$<who> prevented ');
  const isDated = /\b20\d\d\b/.test(before + after);
  const isOfScheme =
    isDated || (subjectOf(before + after, beside.lexicon).score > 0 && !/\bfirst\b/i.test(before));
  const isAboard =
    isOfScheme &&
    FLIGHT.test((before + after).replace(OWN_FLIGHT, ' ')) &&
    (CARRIED.test(before) || ON_IT.test(after));
  if (isAboard) return `${lead} ${asking} returned on a single flight ${counted.replace(ON_IT, ' ')}`;
  if (TOOK.test(lead) && FROM_FRANCE.test(counted)) return `${lead} ${asking} accepted ${counted}`;
  if (WE_GAVE.test(lead)) return `${lead.replace(WE_GAVE, ' ')} ${asking} returned to france ${counted}`;
  if (THEY_GAVE.test(lead) && US.test(lead))
    return `${lead.replace(THEY_GAVE, ' ')} ${asking} accepted from france ${counted}`;
  const stopped =
    lead !== before && /prevented/.test(lead)
      ? counted.replace(/^(\s(?:people|migrants|ppl))?/i, ' people prevented ')
      : counted;
  return `${lead} ${asking} ${stopped}`;
}

/** Words of other subjects in which people also cross, return and are let in: sport, shops, outings, games, data. */
import { fold } from '../../knowledge/words.js';
import { subjectOf } from './subject.js';

const FIELDS: readonly string[] = [
  // sport
  'premier league|champions league|league table|season ticket|half[- ]?time|kick[- ]?off|goals?|goalkeeper|keeper|strikers?|loanees?|on loan|transfer window|squad|fixtures?|regattas?|cowes|finish(?:ing)? line|start(?:ing)? line|marathon|laps?|relegat\\w*|penalt(?:y|ies)|innings|wickets?|away fans|swimmers?|rowers?|rowing|sailing|races?|match(?:day|es)|championnat|buteur',
  // shops and parcels
  'amazon|asos|zalando|zara|vinted|ebay|parcels?|refund\\w*|orders?|warehouse|receipt|vouchers?|discount|% off|insurance|sold|selling|for sale|bargain|suitcases?|bottles?|colis|rembours\\w*|boutique|magasin|articles? retournes?',
  // outings, shows and classes
  'clubs?|gigs?|concerts?|festival|party|parties|pubs?|wedding|guests?|stag do|hen do|nightclub|guest ?list|cinema|theatre|museum|marche de noel|christmas market|holidays?|vacances|camping|campsite|airbnb|check(?:ed)?[- ]?in|buffet|encore|pizzas?|burgers?|menu|booked|bookings?|nights? in (?:a|the|our) (?:\\w+ )?hotel',
  // games
  'board ?games?|this game|the game|video ?games?|minecraft|crusader kings|civ|meeples?|per turn|one turn|settlers|dice|expansion pack|simulators?|steam (?:games?|sale|deck)|on steam|reviews?|level up|xp|quests?|dlc',
  // records and machines
  '(?:duplicate|user|customer) records|records (?:in|out|failed|moved|imported)|rows|databases?|servers?|backups?|migrat(?:ion scripts?|ed (?:the|our|my|all)|ing (?:the|our|my))|data migration|apps?|spreadsheets?|emails?|tickets? (?:closed|open)|bugs?|deploy\\w*',
  // health
  'hospital|mental health|patients?|surgery|maternity|a&e',
  // study
  'essay|dissertation|coursework|homework|(?:my|our|your) (?:thesis|novel|book|exam)',
  // animals
  'cats?|dogs?|kittens?|pupp(?:y|ies)|pigeons?|geese|birds?|swallows|starlings|horses?|pets?|oies|oiseaux',
];
const WORD = new RegExp(`\\b(?:${FIELDS.join('|')})\\b`, 'g');

/** True where a clause, or all of its sentence, says more of other subjects than of this one. */
export function isElsewhere(clause: string, sentence: string): boolean {
  const [inClause, inSentence] = [wordsIn(clause), wordsIn(sentence)];
  return (
    (inClause > 0 && inClause > subjectOf(clause).own) ||
    (inSentence > 1 && inSentence > subjectOf(sentence).own)
  );
}

/** How many different words of other subjects `text` holds. */
function wordsIn(text: string): number {
  return new Set(fold(text).match(WORD) ?? []).size;
}

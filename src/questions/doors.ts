/** "One in, one out" is also said at the doors of clubs: such questions ask for nothing that is known here. */
const DOOR =
  '(?:night ?clubs?|clubs?|pubs?|bars?|gyms?|venues?|shops?|stores?|supermarkets?|caf[eé]s?|restaurants?|toilets?|loos?|fitting rooms?|changing rooms?|bouncers?|doorm[ae]n|bo[iî]te de nuit|discoth[eè]que|magasins?)';
const POLICY = '(?:one|1)[- ]in,?[- ](?:and )?(?:one|1)[- ]out';
const AT_THE_DOOR = new RegExp(
  `${POLICY}\\b.{0,30}\\b(?:at|in|on|for|outside|of|à|dans|de|du) (?:(?:the|my|our|a|this|la|le|ma|une?) )?(?:\\w+ )?${DOOR}\\b|\\b${DOOR}\\b.{0,40}\\b(?:does|do|did|doing|has|have|had|is|runs?|runnin\\w*|operat\\w+|fait|pratique)\\b.{0,25}${POLICY}`,
  'i',
);
const OF_THE_SCHEME =
  /\b(?:france|french|channel|boats?|migrants?|asylum|home office|mahmood|starmer|macron|deport\w*|removals?|crossings?)\b/i;

/** True if the text speaks of a door policy and of nothing that belongs to the scheme. */
export function speaksOfDoors(text: string): boolean {
  return AT_THE_DOOR.test(text) && !OF_THE_SCHEME.test(text);
}

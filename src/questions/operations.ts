/** Reads from a clause what is to be done with the figures, and what the asking word wants. */
import type { Lexicon } from '../knowledge/lexicon.js';
import { fold } from '../knowledge/words.js';
import type { Focus, Operation, Span } from './query.js';

const FOCUS: readonly (readonly [Focus, RegExp])[] = [
  [
    'source',
    /\b(?:which|what|whose) (?:\w+ )?(?:(?:of your )?sources?|articles?|papers?|texts?|outlets?|piece|documents?|publication|newspapers?|websites?|site) (?:\w+ )?(?:say|says|said|has|have|had|report|reports|reported|give|gives|gave|print|prints|printed|mention|mentions|mentioned|is it|are they|claims?|puts?|quotes?|carries|called|calls|talks?)\b|\bwhich (?:of (?:your|the|these|those) )?(?:\w+ )?(?:sources?|articles?|texts?|outlets?|documents?|references?|(?:papers?|newspapers?|broadcasters?|news agency|agency|agencies|publications?)(?!.*\b(?:shar\w+|land\w*|given|gave|got|get|gets|received?|hand\w+|leak\w*|sent|shown)\b))\b|\b(?:from )?(?:which|what) article\b|\b(?:which|what) (?:\w+ )?(?:body|organi[sz]ation|institution|agency|department|authority|ministry) (?:\w+ )?(?:publish\w*|prints?|printed|reports?|reported|gave|gives|produce\w*|release\w*|issue\w*|counts?|counted|estimate\w*)\b|\bneed the (?:newspaper|source)\b|\bwhere (?:is|are|do|does|did|was|were|s) .{0,80}\b(?:from|come from|reported|printed|published)\b|\bwho (?:reported|published|printed|wrote)\b|\bwheres\b.{0,40}\bfrom\b|\bquel(?:le)?s? (?:source|article|texte|document|journal|agence|reference|media|chaine)s?\b(?!.*\b(?:transmis|communique|remis|donne|envoye|partage|confie|montre)\b)|\b(?:source|provenance) (?:for|of)\b|\bprovenance (?:de|du|des)\b|\bd ou (?:sort|sortent|vient|viennent|provient|proviennent|tires?|tirez)\b.*\b(?:chiffres?|nombres?|totaux|total|donnees?)\b/,
  ],
  [
    'quantity',
    /\bhow (?:many|meny|mny|much|few|big|large|long)\b|\bhows many\b|\bhowmany\b|\b(?:combien|cmb|cb)\b|\bnumber\b|\bnombre\b|\bhow often\b|\bhow high\b|\bhow (?:do|does|did|have|has) .{3,60} compare\b|\bhow far (?:had|have|has|did|was|were) .{3,50}? (?:got|gotten|get|come|gone|reached|risen|climbed|built up|up to|at)\b|\bhow far (?:short|off|below|above|behind|ahead|over|under|apart)\b|\bwhat (?:percentage|percent|share|proportion|fraction|number|total|figure|count|range)\b|\b(?:totals?|count|figure|figures|tally|tallies|headcount|head count|stats|number|numbers|chiffre|chiffres|totaux|pourcentage|percentage|ratio|range|numbr|numbrs|backlog|population|caseload|(?:success|grant|refusal|approval|recognition|rejection) rates?)\b|%/,
  ],
  [
    'when',
    /\bwhen\b|\bhow far back\b|\bwen\b|\bquand\b|\b(?:what|which|quelle?s?|on what|on which) (?:date|day|month|year|yr|annee|jour|mois|time)s?\b|\bsince when\b|\bdate\b|\bdepuis quand\b/,
  ],
  [
    'who',
    /(?:^|[,:;.!?]\s*|\b(?:and|or|so|but|know|remember|tell me|wonder|is|was|by|to|of|from|with|said|exactly|hi|hey|ok|also|then|out)\s+)(?:who|whos|whom|whose|whod)\b|(?:^|\b(?:et|mais|de|par|a|est ce)\s+)qui\b|\bwhich (?:\w+ )?(?:politician|mp|minister|person|party|journalist|spokesman|leader|figure)\b|\bquel(?:le)? (?:journaliste|ministre|homme politique|politique|personne|parti)\b/,
  ],
  [
    'where',
    /\bwhere\b|^\W*(?:(?:and|so|but|ok|et|mais) )*(?:(?:in|at|near|off|from|to|outside|close to|a|de|pres de|vers|dans) )?(?:which|what|quelle?) (?:\w+ )?(?:town|city|place|village|port|beach|ville|commune|plage)\b|\bou (?:sont|est|vont|ont|va|allait|vont)\b|\bd ou\b|\bou\W*$/,
  ],
  [
    'why',
    /\b(?:why|how come|pourquoi|pq|pk)\b|\bcomment (?:ca |cela )?(?:se fait|ce fait|expliquer?)\b|\bwhat (?:made|makes|was the reason|is the reason|caused|led)\b|\bfor what reason\b|\breason\b|\b(?:excuse|explanation|justification|rationale) (?:for|why|did|does|do|was|is)\b/,
  ],
  ['how', /\bhow\b|\bcomment\b/],
  [
    'what',
    /\b(?:what|wat|wot|whats|which|wich|que|quoi|quel|quelle|quels|quelles|qu est ce|explain|describe|tell me)\b/,
  ],
  [
    'yes-no',
    /^(?:\W*(?:and|so|but|then|ok|et|mais)\b)*\W*(?:(?:is|are|was|were|do|does|did|has|have|had|could|would|should)(?: ?n ?t)?|can|will|est ce|y a t)\b/,
  ],
];

/** "Removals in February: do you have that month?" asks for the number. */
const HAS_NUMBER =
  /\b(?:(?:do|does) (?:you|u|ya|anyone) have|have (?:you|u) got|got|is there) (?:that|the|a|an|any|it)\b(?: \w+){0,2} (?:month|number|figure|count|day|week|year|stat|total|quarter)s?\b|[\p{L}\d] ?\W (?:(?:do|does) (?:you|u|ya|anyone) have|have (?:you|u) got|got|is there) (?:that|it|this|one|any|a number|anything)(?: \p{L}+)?\W*$|\bis there (?:any )?(?:data|figures?|numbers?|counts?|stats?|breakdown) (?:on|of|for|about|by)\b|\by a t il (?:un |des )?(?:chiffres?|donnees|nombre) /u;

/** "It runs until December, yeah?", "c'est fini ou pas ?": a statement that wants to be confirmed. */
const TAG =
  /[\p{L}\d]\W+(?:right|yeah|yes|no|innit|correct|true|huh|is ?nt it|does ?nt it|did ?nt they|hein|non|oui|ou pas|ou non|n est ce pas|c est (?:bien )?ca)\W*\?+\W*$/u;

/** "… was Eritrean, wasn't he": such an ending asks without a question mark. */
const NEGATED_TAG = /[\p{L}\d]\W+(?:is|was|were|did|does|has|have) ?n ?t (?:it|he|she|they|there)\W*$/u;

/** "Since what year have the numbers been kept": the date is asked for, whatever else the clause names. */
const ASKS_WHICH_DATE =
  /^\W*(?:(?:and|so|but|ok|et|mais|alors) )*(?:(?:in|on|since|by|from|during|until|en|depuis) )?(?:what|which|wot|quelle|quel) (?:(?:exact|calendar) )?(?:date|day|month|year|annee|jour|mois)s?\b(?!.*\b(?:how many|how much|combien)\b)/;

/**
 * "How did they take it when the first man came": the later clause only says when. A leading "what" or "how"
 * asks, and so does a verb ("did he speak when …").
 */
const SUBORDINATE =
  /\b(?=(?:when|wen|quand|lorsque|lorsqu)\b(?! (?:and|or|exactly|et|was (?:it|that|this)|did|does|is|are)\b))(?<=(?:\b(?:what|whats|how|hows|who|whos|where|wheres|why|whys|which|whose|quoi|quel|quelle|quels|quelles|comment|pourquoi)\b|^\W*(?:did|does|do|was|were|is|are|has|have|had|que|qu|qui|ou)\b).{4,400}).*$/;

/** "When 2026 began how many had …": what comes first says when, and the question begins after it. */
const LEADING_MOMENT =
  /^\W*(?:(?:and|so|but|ok|et|mais) )*(?:when|wen|once|after|by the time|quand|lorsque) (?!did\b|was it\b|is\b|are\b|do\b|does\b|will\b|were\b|has\b|have\b|exactly\b).{3,90}?(?<!\b(?:and|or|but|of|to|on|about|know|et|ou) )(?=\b(?:how many|how much|what (?:was|is|were|had|number|total|figure)|combien)\b)/;

/** "Whose number is that": whose it is, and not how many. */
const WHOSE_NUMBER =
  /\bwhose (?:\w+ )?(?:number|figure|count|total|tally|estimate|claim)s? (?:is|are|was|were)\b/;

const COUNTS_SOMETHING =
  /\b(?:how many|how much|combien|totals?|figures?|numbers?|counts?|tally|tallies|chiffres?|nombres?)\b/;
const EITHER_DAY =
  /\b\d{1,2}(?:st|nd|rd|th|er)?(?: (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))? (?:or|ou(?: le)?) (?:the )?\d{1,2}(?:st|nd|rd|th|er)? (?:of )?(?:jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aou|sep|oct|nov|dec)/;

/** What the asking word wants to be told; 'none' where there is no asking word. */
export function focusOf(clause: string): Focus {
  const line = fold(clause)
    .replace(
      /^\W*(?:(?:so|and|ok|hi|hey|please|pls) )*(?:can|could|would|will|may|might) (?:you|u|ya|i|someone|anyone|somebody|anybody)(?: (?:please|pls|kindly|possibly|just|perhaps|maybe|also|quickly))* (?:tell|give|show|list|say|explain|remind|find|get|have|ask|know|help|fill|assist|advise|share|trouble you for)\b(?: me| us)?/,
      '',
    )
    .replace(/'s\b/g, 's')
    .replace(/['-]/g, ' ')
    .replace(LEADING_MOMENT, ' ')
    .replace(SUBORDINATE, (later) => later.replace(/^\w+/, ' '));
  if (
    /\b(?:what|wat|que|qu) (?:exactly )?(?:did|does|do|has|have|had|a|dit) .*\b(?:say|sez|said|think|tell|call|make|made|want|recommend|claim|argue|suggest|reckon|believe|insist|admit|stress|warn|promise|blame|mean|dit|pense)\b/.test(
      line,
    )
  )
    return 'what';
  if (FRENCH_WHAT_SAID.test(line)) return 'what';
  const leading =
    /^(?:\W*(?:and|so|but|then|ok|et|mais|alors|hey|hi)\b)*\W*(who|whos|whod|qui|when|whens|quand|where|why|how come|pourquoi)\b/.exec(
      line,
    )?.[1];
  if (/^(?:\W*(?:and|so|but)\b)*\W*how far back\b/.test(line)) return 'when';
  // "5 or 6 August for the start": which of the two days is asked.
  if (EITHER_DAY.test(line) && !COUNTS_SOMETHING.test(line)) return 'when';
  // "Was he sent back again, and roughly when?"
  if (/[\p{L}\d]\W+(?:and |if so |or )?(?:roughly |about |exactly |around )?when\W*$/u.test(line))
    return 'when';
  if (leading && !/\bhow many\b|\bcombien\b/.test(line)) {
    if (
      /^(?:who|qui)/.test(leading) &&
      !/\bwho (?:reported|published|printed)\b|\bsource (?:for|of|behind)\b/.test(line)
    )
      return 'who';
    if (/^(?:when|quand)/.test(leading)) return 'when';
    if (/^(?:why|how come|pourquoi)/.test(leading)) return 'why';
  }
  if (WHOSE_NUMBER.test(line)) return 'who';
  if (ASKS_WHICH_DATE.test(line)) return 'when';
  if (IS_IT_TRUE.test(line)) return 'yes-no';
  if (HAS_NUMBER.test(line)) return 'quantity';
  if (invertsVerb(line)) return 'yes-no';
  const yesNo = FOCUS.find(([focus]) => focus === 'yes-no');
  if (yesNo?.[1].test(line) && !/\bhow many\b|\bcombien\b/.test(line)) return 'yes-no';
  const found = FOCUS.find(([, pattern]) => pattern.test(line))?.[0];
  if (found === undefined && (TAG.test(line) || NEGATED_TAG.test(line))) return 'yes-no';
  return (
    found ??
    (/\b(?:can|could|do|does|is|are|will|would|peut|peuvent) (?:you|u|they|people|someone|it|he|she|we|i|on|ils|il)\b/.test(
      line,
    )
      ? 'yes-no'
      : 'none')
  );
}

/** "Qu'a répondu le ministère …", "que reproche Hédon …". */
const FRENCH_WHAT_SAID =
  /^\W*(?:(?:et|mais|alors) )*(?:que|qu) (?:a|ont|avait) (?:t (?:il|elle|ils|elles|on) )?(?:repondu|declare|affirme|promis|explique|reproche|ecrit|dit|recommande|annonce|demande|propose|replique)\b|^\W*(?:(?:et|mais|alors) )*(?:que|qu) (?:repond|reproche|recommande|propose|promet|pense|dit|veut|affirme|explique|demande)(?:nt|ent)?\b/;
/** "True?" */
const IS_IT_TRUE = /^\W*(?:is (?:that|it|this) )?(?:true|correct|legit|vrai|c est vrai)\W*$/;
const INVERTED =
  /^(?<lead>.{0,60}?)\b(?:a|ont|est|sont|avait|avaient|etait|etaient|peut|peuvent|doit|doivent|va|vont|faut)(?: t)? (?:il|elle|ils|elles|on)\b/;
const FRENCH_ASKING =
  /\b(?:comment|pourquoi|quand|qui|que|quoi|quel\w*|lequel|laquelle|combien|ou|qu|d ou)\b/;

/** "Farage a-t-il dit que …": the verb before its subject asks for a yes, unless an asking word stands before it. */
function invertsVerb(line: string): boolean {
  const lead = INVERTED.exec(line)?.groups?.lead;
  return lead !== undefined && !FRENCH_ASKING.test(lead) && !/\b(?:combien|how many)\b/.test(line);
}

const OPERATIONS: readonly (readonly [Operation, RegExp])[] = [
  [
    'sum',
    /\S \+ (?!(?:names?|dates?|who|when|where|why|source|role|party|boats?|both)\b)\S|\b\d[\d,]* plus (?:the )?\d|\b(?:sum|added (?:together|up)|adding|add up|add (?:up )?(?:all|both)|adds up|add (?:them|these|those|it|the two|both)(?: all)? (?:up|together)|summed|(?:ins?|outs?|returns|removals|acceptances|admissions|returned|accepted) plus (?:the )?(?:ins?|outs?|returns|removals|acceptances|admissions|returned|accepted)|tot(?:ted|ting)? up|put together|combined|altogether both|together|ensemble|in total both|additionne[zr]?)\b/,
  ],
  [
    'average',
    /\b(?:average|avg|on average|(?:daily|weekly|monthly) (?:rate|pace|mean)|mean daily|daily mean|daily rate|rate per day|per day|(?<!\b(?:in|on|of|within|is there|was there|been|what|such|makes|make) )a day(?! (?:before|after|later|earlier|or two|an?|when|where|with|on which|that|in)\b)|each day|daily average|per (?:month|year)|(?<!\b(?:in|for|of) )(?:each|every) (?:month|year)(?! of\b| so far\b| until\b| up to\b| since\b| from\b| between\b|['’ ]s\b)|(?:how many|combien) (?:\w+ ){1,4}?(?:a|per|each|every) (?:day|week) (?:in|during|over)(?! (?:19|20)\d{2})|(?<!\b(?:in|within|for|of|after|half|than|over|about|once|by|last|under|nearly|almost|only|just|not|such) )a (?:month|year)(?! (?:before|after|later|earlier|or|ago|in(?! (?:19|20)\d{2})|on|from|into|since|to|of|that|when|with|early|to the day))|par jour|moyenne)\b/,
  ],
  [
    'duration',
    /\b(?:how many|number of|nombre de) (?:days|weeks|months|jours|semaines|mois)\b|^\W*(?:the |total )?(?:days|weeks|months|time|jours|semaines) (?:between|from|passed|elapsed|entre|separating)\b|\bcount the (?:days|weeks|months)\b|\b(?:time|interval|delai) (?:in days )?between\b|\bgap in (?:days|weeks|months) between\b|\bhow long (?:after|before|between|was|were|did|had|has|have|ago|until|from|since)\b|\bcombien de (?:jours|semaines|mois|temps)\b/,
  ],
  [
    'differ',
    /\b(?:differ|differs|differed|clash|clashes|clashed|which (?:one |number |figure )?(?:do|should|can|shall) i (?:use|believe|trust|go with|quote|cite)|which (?:number|figure) is|disagree|disagrees|disagreement|conflict|conflicts|conflicting|contradict|contradicts|inconsistent|discrepancy between sources|which (?:one )?is (?:right|correct|it|a lie|wrong|true)|who is right|two (?:different |rival |competing )?(?:numbers|figures|values|totals|counts|versions)|different (?:numbers|figures|totals|counts)|(?:don t|dont|doesn t|doesnt|do not|does not|didn t|didnt|not|never) (?:\w+ )?(?:match|matches|agree|tally|line up)|at odds|both (?:numbers|figures)|do (?:the )?(?:sources|papers|articles|outlets) agree|(?<!\b(?:which|what|how many) )sources (?:say|give)|sources differ|divergent|divergence|se contredisent|d accord entre)\b/,
  ],
  [
    'share',
    /\b(?:share|slice|chunk|portion|proportion|percentage|percent|per cent|pct|fraction|pourcentage|part des?|pour cent|(?:half|(?:a|one) (?:third|quarter|fifth|tenth)|two thirds|three quarters) of (?:all|the|those|everyone|everybody)|la moitie des)\b|%/,
  ],
  [
    'ratio',
    /\b(?:(?:one|1) in (?:how many|every how many|what)|un sur combien|ratio|(?:ins?|outs?|returns?|removals?|acceptances?|admissions?|arrivals?|crossings?|crossers?) (?:per|to (?:each|every|one)|for (?:each|every|one)) (?:in|out|return|removal|acceptance|admission|person|one)|for each|for every|per person|per each|per one|per every|for one that|per \d+|per (?:hundred|thousand)|in every \d+|out of every \d+|pour (?!(?:19|20)\d{2}\b)\d+|pour chaque|times as many|times more|how many times|factor|double|doubled|triple|tripled|treble|trebled|halve|halved|quadruple|by what factor|multiple|fold|fois plus|rapport entre|against each|divided by|divide|divides|dividing|divise[zr]?)\b/,
  ],
  [
    'difference',
    /\b(?:difference|diff|gap|minus|subtract|subtracting|net|how many more|many more|how much more|surplus|balance|ecart|solde|de (?:plus|moins) qu\w*|(?:plus|moins) de? (?:\w+ ){1,3}qu\w* de? |more (?:people )?(?:\w+ ){0,4}than|fewer (?:people )?(?:\w+ ){0,4}than|take away|less|outnumber|outnumbers|outnumbered|outstrip|outstripped|how far (?:short|off|below|above|behind|ahead|over|under|apart)|short of|shortfall|deficit|by what margin|(?:ahead|behind|short|in front|up|down) by (?:how (?:many|much)|what)|how (?:many|much) (?:\w+ )?(?:ahead|behind|in front)|exceed|exceeds|exceeded|overtake)\b/,
  ],
  [
    'series',
    /\b(?:series|over time|trend|history|each date|every figure|all (?:the )?figures|timeline|evolution|evolue|how has .* changed|progression|at each point|list (?:all|every)|(?:rank|order|sort|list|show|class)\w* (?:me |us |out )?(?:all )?(?:the |les |of the )*(?:months|mois)|month by month|(?:in|for|of) (?:each|every) month|(?:each|every) month(?= (?:since|from|between|until|up to|so far))|(?:each|every) month[’' ]?s\b|(?:arrivals?|crossings?|boats?|totals?|figures|numbers|list\w*) (?:by|for each|for every|in each) year|year by year|(?:each|every) year (?:since|from|between)|each month of|by month|monthly (?:figures|numbers|breakdown|totals|counts|table)|mois par mois|chaque mois)\b/,
  ],
  ['first', /\b(?:first|earliest) (?:figure|number|count|total|known)\b|\b(?:premier|plus ancien) chiffre\b/],
];

/** "Do the sum for me": to be worked out, whatever that takes; nothing is said of adding. */
const WORK_IT_OUT =
  /\b(?:do|does|did|doing|done|work out|working out|check) (?:the|that|this|my|your|some|me the) (?:sums?|adding up|additions?)\b|\bquick sums?\b/g;

/** What is to be done with the figures, by the words alone ('value' if nothing says otherwise). */
export function operationOf(clause: string): Operation {
  return operationsOf(clause)[0] ?? 'value';
}

/** All that the words of a clause ask to be done, the one that counts first. */
export function operationsOf(clause: string): Operation[] {
  const line = fold(clause).replace(/['-]/g, ' ').replace(WORK_IT_OUT, ' ');
  return OPERATIONS.flatMap(([operation, pattern]) => (pattern.test(line) ? [operation] : []));
}

/** A change over time ("how many more", "further", "increase between"). */
export function asksChange(clause: string): boolean {
  return /\b(?:more|further|additional|extra|increase|increased|grew|grow|rise|rose|risen|change|changed|jump|jumped|climb|climbed|went up|go up|gone up|fall|fell|added|new|growth|de plus|augmente|augmentation|supplementaires|hausse)\b/.test(
    fold(clause),
  );
}

/** How much a count itself grew or shrank ("the increase from 2018 to 2019"), not what was added in between. */
export function asksGrowth(clause: string): boolean {
  return /\b(?:increase|increased|grew|grow|grown|growth|rise|rises|rose|risen|jump|jumped|climb|climbed|surge|surged|(?:went|go|going|gone|come|came) (?:up|down)|fall|fell|fallen|drop|dropped|decrease|decreased|decline|declined|cut|change|changed|(?:how much|how far|percent|per cent) (?:up|down)|(?:up|down) (?:by|on)|doubl(?:e|ed|ing)|trip(?:le|led)|treb(?:le|led)|quadrupled?|halved?|augmente|augmentation|hausse|baisse|baissé|diminution)\b/.test(
    fold(clause),
  );
}

/** The direction that a question takes for granted ("stayed under", "beat the total of"). */
export function premiseOf(clause: string): 'below' | 'above' | undefined {
  const line = fold(clause);
  if (
    /\b(?:under(?! (?:the |this |that )?(?:scheme|deal|agreement|treaty|pilot|pact|plan|it|accord))|below|less|fewer|lower|fell|fall|falls|drop|dropped|down on|decrease|decreased|short of|smaller|didnt reach|never reached|moins|halved|baisse|inferieur|inferieure|sous)\b/.test(
      line,
    )
  )
    return 'below';
  if (
    /\b(?:above|more|(?<!(?:come|came|coming|brought|bring|sent|send|got|get|cross|crossed|all) )over(?= (?:\d|half|a |the |last|what))|higher|exceed|exceeded|beat|overtook|overtake|surpass|surpassed|bigger|plus|superieur|depasse|hausse|up on|rise|rose|increase|doubled|tripled|trebled|quadrupled|double)\b/.test(
      line,
    )
  )
    return 'above';
  return undefined;
}

/** The length of the period asked for, where words say it; tokens are those of the clause. */
export function spanOf(tokens: ReadonlySet<string>): Span | undefined {
  if (tokens.has('three-days')) return { days: 3 };
  if (tokens.has('weekend')) return { days: 2 };
  if (tokens.has('single-day')) return { days: 1 };
  return tokens.has('year-total') ? 'year' : undefined;
}

/** "so far", "now", "latest": the newest figure is wanted, whatever its age. */
export function wantsNewest(clause: string): boolean {
  return /\b(?:latest|newest|freshest|most recent|up to date|so far|to date|right now|rn|currently|current|now|today|nowadays|atm|these days|as it stands|actuellement|maintenant|(?:last|final) (?:week|month|quarter|year) (?:that )?(?:we|you|they|there|with|for which|available|on record|known|covered|counted|published)|dernier chiffre|derniers chiffres|plus recent|a ce jour|jusqu ici)\b/.test(
    fold(clause).replace(/['-]/g, ' '),
  );
}

/** "That year", "in the year so far": the count from 1 January, even where a month is named. */
export function wantsYearToDate(clause: string): boolean {
  return /\b(?:(?:that|the same) (?:same )?year|year to date|ytd|(?:in|of|for) the year so far|(?:the year|20\d{2})(?:s|'s)? (?:running )?(?:total|tally|count)|cette annee la|(?:this|that) years? (?:boats?|arrivals|crossings|count|total|tally)|(?:already|deja) (?:beat\w*|pass\w*|overt\w+|exceed\w*|topp\w*|outdone|surpass\w*|depass\w*|(?:gone|got|went|be|been|was) (?:past|beyond|over|above|ahead)|(?:past|above|ahead|beyond))|the year (?:had|was|stood|reached|came)|depuis le (?:debut|1er) (?:de l annee|janvier))\b/.test(
    fold(clause).replace(/['-]/g, ' '),
  );
}

/** "as reported on", "as published by", "a study published in November": by publication date. */
export function asReported(clause: string): boolean {
  return /\b(?:as (?:it was )?(?:reported|published|known|printed)|(?<!\b(?:one|ones|record|flights?|planes?|count|boats?) )reported (?:as of|on|by)|had been (?:reported|published)|(?:study|studies|paper|research|analysis|etude) (?:(?:that |which )?(?:was|were|is|came) )?(?:reported|published|released|out|publiee?) (?:in|on|of|from|en)|publie[es]? (?:au|le|avant))\b/.test(
    fold(clause),
  );
}

const SETS_BESIDE =
  /\b(?:did|does|has|had) (?:\w+ ){1,3}(?:compare|compared|liken|likened|contrast|contrasted)\b/;

const ANNOUNCED_SOMEWHERE =
  /\b(?:where|when|which (?:place|town|city|day)|ou|quand) (?:did|was|were|is|has|had|ont|a|fut)\b.{0,60}\b(?:announce|announced|present|presented|unveil|unveiled|sign|signed|annonce|annoncent|signe)\b/;

const ASKS_TO_BE_TOLD =
  /(?<=^\W*|\b(?:you|u|please|pls|kindly|just|someone|anyone|possibly|and|so|hi|hey|to)\W+)tell (?:me|us|them|her|him)\b/g;

/** "Shown the ombudsman's report": a paper, and nobody's saying. */
const A_REPORT =
  /\b(?:(?:the|an?|this|that|her|his|their|its|which|what)(?: (?:new|first|latest|rights|full|whole|official|\d+[- ]page|french|ombudsman|police))?|[\p{L}]+['’]?s|rights|page) reports?\b/gu;

/** "My landlord says …", "a user says …", "someone swore that …": who passes something on is nobody that is quoted here. */
const HEARSAY =
  /^\W*(?:my|our|some|someone|somebody|one of (?:my|our|them|us)|(?:an?|one|another|this|the other) (?:user|member|person|poster|commenter|guy|bloke|lad|friend|mate|colleague|neighbour|post|tweet|thread|website))\b(?:[^\p{L}]+[\p{L}'’-]+){0,7}?[^\p{L}]+(?:says?|said|reckons?|reckoned|insists?|insisted|claims?|claimed|swears?|swore|thinks?|thought|told (?:me|us)|keeps saying)\b/u;

/** "Per the BBC", "what's their count?", "counted that", "what would the Tories do": no word of these says it alone. */
const OTHERWISE_SAID =
  /\b(?:per (?!cent|person|head|day|week|month|year|night|boat|flight|return|hour|each|every|capita)|count(?=\W*$)|counted (?=that)|would (?:the )?(?:[a-z]+ ){1,3}do)\b/;

/** Whether the clause says that somebody said something. */
export function saysSomething(clause: string, lexicon: Lexicon): boolean {
  if (/(?<!\w)[\p{L}\d]+['’]?s (?:own )?(?:numbers?|figures?|count|estimate)(?!\w)/iu.test(clause))
    return true;
  // Where and when something was announced is what happened, and no remark.
  if (ANNOUNCED_SOMEWHERE.test(fold(clause))) return false;
  if (SETS_BESIDE.test(fold(clause))) return true;
  // "Could you tell me": nobody's remark is asked for.
  const line = fold(clause).replace(ASKS_TO_BE_TOLD, ' ').replace(A_REPORT, ' ').replace(HEARSAY, ' ');
  return OTHERWISE_SAID.test(line) || lexicon.lists.has('saying', line);
}

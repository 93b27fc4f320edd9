/** Answers from quotations, events and statements. */

import { personToken } from '../knowledge/entry-tokens.js';
import { metricNamed } from '../knowledge/metric-names.js';
import { surfaceOf } from '../questions/part-words.js';
import { alongside } from './alongside.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { isDenied } from './denied.js';
import { asksOnlyPeople, ENOUGH, enoughFor } from './enough.js';
import { linesOf } from './entry-lines.js';
import { ATTRIBUTES, counts, isFrom, isTelling, saysWords, textOf } from './evidence.js';
import { findEntries } from './find.js';
import { type Found, meets } from './fit.js';
import { saidBy } from './said-by.js';
import { isOfTime, timeOfSaying } from './said-then.js';
import { ASKS_NAME, tellsOf } from './tells.js';
import { asksOnSubject, isOthers, missesSubject, withoutSubjects } from './topic.js';
import { contentTokens, GENERIC, isUnheard, totalWeight, weigh } from './weights.js';
import { choose, isStranger } from './whose-words.js';
import { eventText, nameOf, namesOf, statementText } from './wording.js';

/** Share of the other words that an entry must hold to put a wrong place or group right. */
const FITS = 0.85;

/** Only a number answers this, whoever is said to have given it. */
const COUNTS =
  /\b(?:how many|number of|combien de|nombre de|(?:what|which) (?:percent|per cent|percentage|share|proportion|fraction))\b/i;

/** "Does Norris say how many came": what he says of it is asked. */
const SAYS_HOW_MANY = /\b(?:say|said|give|given|mention|state|reveal)\w*\W+how many\b/i;

const PRICED = /£|€|\bmillion|\bbillion|\bpounds?\b|\beuros?\b/i;
const FREE = /\bfree\b(?! to\b)/i;
/** What one pays oneself; that something is free is no cost of the whole. */
const ASKS_FEE =
  /\b(?:appl\w+|put(?:ting)? in (?:for|to)|sign(?:ing)? up|fees?|charge[sd]?|free|visas?|forms?|express\w*|to (?:join|enter|come|use|submit)|(?:do|does|must|have to|has to) (?:you|u|they|someone|people|i) (?:have to |need to )?pay|gratuit\w*|frais|déposer|demandes?|dossiers?|payer|candidature\w*)\b/i;

const ASKS_AGE = /\bhow old\b|\b(?:what|which|his|her|whose|their) age\b|\b(?:quel|son) âge\b/i;
const ASKS_FOR_MOST =
  /(?<!\w)(?:what|which|quelles?|quels?) (?:\p{L}+ ){1,2}(?:were|are|was|is|did|do|made up|had|étaient|sont|avaient) (?:most|the majority|mostly|mainly|la plupart|la majorité)(?!\w)/iu;
/** Where a flight went is told by its city. */
const GOES_TO = /\b(?:to|land(?:ed)?|arrived?|atterri\w*|arrivée?)\b/i;
/** What most of a group are is told by who counts them, not by one of them. */
const TELLS_MOST = /\b(?:most|mostly|mainly|majority|half|(?:a|one|two) thirds?|quarters?|per ?cent)\b|%/i;

/** True where the question asks what most of those counted are ("what nationality were most of them"). */
export function asksForMost(part: Context['part']): boolean {
  return ASKS_FOR_MOST.test(part.text) && part.metrics.length > 0;
}

/** The answer in words, or undefined if no entry holds enough of what is asked. */
export function answerInWords(
  asked: Context,
  options: {
    strict?: boolean;
    mustHold?: readonly string[];
    /** One happening or remark counts no group of people. */
    statementsOnly?: boolean;
    /** What its own words don't hold, its keywords may. */
    byKeywords?: boolean;
    quotedOnly?: 'verbatim' | 'nearly';
  } = {},
): PartAnswer | undefined {
  const apart = withoutSubjects(asked);
  const { subjects } = apart;
  const context = withSpokespeople(apart.context);
  const { part } = context;
  if (isOnlyPlace(context)) return undefined;
  const all = findEntries(part, context);
  const mustHold = [...(options.mustHold ?? []), ...subjects];
  const attributes = options.quotedOnly
    ? []
    : part.tokens.filter(
        (token) =>
          ATTRIBUTES.has(token) &&
          (token !== 'cost' || !(part.saidBy && (part.focus === 'who' || part.people.length > 0))) &&
          (token !== 'name' || ASKS_NAME.test(part.text)) &&
          (token !== 'airport' || !GOES_TO.test(part.text)),
      );
  if (ASKS_AGE.test(part.text) && part.people.length > 0) {
    // Somebody's age is asked for, and not for children.
    attributes.splice(0, attributes.length, ...attributes.filter((token) => token !== 'children'), 'old');
  }
  const forMost = asksForMost(part);
  const holders = attributes.length > 0 ? part.people.map(personToken) : [];
  // "What does a visa cost": where applying is free, that is the answer, and not what the scheme cost.
  const isFree =
    attributes.includes('cost') &&
    ASKS_FEE.test(part.text) &&
    all.some((found) => found.coverage >= ENOUGH && found.tokens.has('cost') && FREE.test(textOf(found)));
  const eligible = all.filter(
    (found) =>
      [...mustHold, ...attributes].every(
        (token) => found.tokens.has(token) || tellsOf(token, found, context),
      ) &&
      (!attributes.includes('airport') || context.lexicon.tokens(textOf(found)).includes('airport')) &&
      (!attributes.includes('cost') || (isFree ? FREE : PRICED).test(textOf(found))) &&
      (!forMost || TELLS_MOST.test(textOf(found))) &&
      (!options.quotedOnly || found[options.quotedOnly]) &&
      (!options.statementsOnly ||
        (found.entry.kind === 'statement' &&
          (options.byKeywords === true || speaksOf(found, mustHold, context)))) &&
      (holders.length === 0 || holders.some((token) => found.tokens.has(token))) &&
      isFrom(found.entry, part.sources, context) &&
      (part.focus !== 'quantity' ||
        (options.quotedOnly !== undefined && !asksNumberBeside(part)) ||
        (part.saidBy && !COUNTS.test(part.text)) ||
        (SAYS_HOW_MANY.test(part.text) && part.people.some((person) => saidBy(found.entry, person))) ||
        counts(found, context)),
  );
  const dated = eventsOfTheTime(context);
  if (dated) return dated;
  const unheard = part.people.filter((person) => isStranger(person, context));
  if (
    part.saidBy &&
    unheard.length > 0 &&
    !options.quotedOnly &&
    (part.focus === 'what' || !saysWords(eligible[0]))
  ) {
    return unknown(context.words.notInSources(namesOf(unheard, context)));
  }
  const onlyPeople = asksOnlyPeople(context);
  const then = onlyPeople ? timeOfSaying(context) : undefined;
  const ofThen = then ? eligible.filter((found) => isOfTime(found, then, part.people)) : eligible;
  const theirs =
    then && ofThen.length === 0
      ? eligible.find(({ entry }) => part.people.some((person) => saidBy(entry, person)))
      : undefined;
  if (theirs)
    return unknown(
      context.words.notInSources(namesOf(part.people, context)),
      linesOf(theirs.entry, context).slice(0, 1).map(context.words.nearest),
    );
  const choice = choose(ofThen, context, onlyPeople);
  if (!choice || missesSubject(choice.main, context) || isOthers(choice.main, context)) return undefined;
  if (part.focus === 'why' && SO_MANY.test(part.text) && !givesReason(choice.main, context)) return undefined;
  const strangers = part.narrowing.filter((token) => isUnheard(token, context));
  if (!options.quotedOnly && strangers.length > 0 && !fitsWithout(choice.main, strangers, context))
    return undefined;
  // "The treaty of Versailles": of another thing than any that is told of here.
  if (part.foreign.some((token) => !choice.main.tokens.has(token)) && part.quoted.length === 0)
    return undefined;
  // Where somebody is named and something is asked of them, their name alone is no answer.
  const content = contentTokens(part);
  if (
    part.people.length > 0 &&
    !part.saidBy &&
    content.length > 0 &&
    content.every((token) => isUnheard(token, context)) &&
    part.quoted.length === 0
  )
    return undefined;
  // The noun that the asking word governs is the thing asked for: one common word beside it is no answer.
  const [asksFor] = part.asked.filter((token) => isUnheard(token, context));
  if (asksFor !== undefined && choice.main.met.length < 2) return undefined;
  const isStrict = options.strict === true || (part.metrics.length === 0 && COUNTS.test(part.text));
  const enough = enoughFor(choice.main, isStrict, attributes.length > 0, context);
  const holdsEnough = choice.main.coverage >= enough || (!options.strict && isTelling(choice.main, context));
  if (!onlyPeople && options.quotedOnly !== 'nearly' && !holdsEnough) return undefined;
  const { entry } = choice.main;
  if (
    (attributes.length > 0 ||
      (part.focus === 'quantity' && COUNTS.test(part.text)) ||
      /^(?:how|who|where|when)$/.test(part.focus)) &&
    !/^(?:yes-no|why)$/.test(part.focus) &&
    entry.kind === 'statement' &&
    entry.body.kind === 'not-known'
  ) {
    return unknown(statementText(entry.body, context));
  }
  const shown = alongside(choice.main, eligible, context);
  const lines = shown.flatMap((found) => linesOf(found.entry, context));
  const denied =
    strangers.length > 0 && !options.quotedOnly
      ? context.words.premiseDenied
      : deniedPremise(choice.main, context);
  const misquoted = options.quotedOnly === 'nearly' ? context.words.misquoted : undefined;
  const corrections = [misquoted, choice.correction, denied].filter(
    (line): line is string => line !== undefined,
  );
  return answered(lines, corrections);
}

/** The number is asked for beside what is quoted: "the exact number 'waiting to come over'". */
function asksNumberBeside({ text, quoted }: Context['part']): boolean {
  const beside = quoted.reduce((rest, phrase) => rest.replace(phrase, ' '), text);
  return /\b(?:how many|how much|numbers?|figures?|counts?|totals?|combien|nombre|chiffres?)\b/i.test(beside);
}

/** Its own words, and not only its keywords, hold what narrows the count, and are of what is counted. */
function speaksOf(found: Found, tokens: readonly string[], { lexicon, part }: Context): boolean {
  const said = new Set(lexicon.tokens(textOf(found)));
  const counted = metricNamed(part.metrics[0]?.id, lexicon);
  const ofMetric = counted?.names.some((name) => name.tokens.every((token) => said.has(token))) ?? true;
  if (!ofMetric) return false;
  return tokens.every((token) => /^[dmy]-\d{4}/.test(token) || said.has(token));
}

const REASON =
  /(?<!\w)(?:because|reasons?|due to|owing to|concern\p{L}*|cause[sd]?|problems?|operational|practical|in order|so that|to show|fear\p{L}*|after|lack\p{L}*|too few|provided|must|aim|aimed|feel|felt)(?!\w)/iu;

const SO_MANY = /\bso (?:few|many|low|little|slow|small|high)\b|\b(?:si peu|aussi peu|autant)\b/i;

/** "Why were so few returned": what says no more than that they were returned is no reason. */
function givesReason(main: Found, { part, lexicon }: Context): boolean {
  const counted = new Set(
    part.metrics.flatMap(({ id }) => metricNamed(id, lexicon)?.names.flatMap(({ tokens }) => tokens) ?? []),
  );
  const beyond = main.met.some(({ token }) => !counted.has(token) && !GENERIC.has(token));
  return beyond || REASON.test(textOf(main));
}

/** Nothing but a country is named, which nearly every entry speaks of. */
function isOnlyPlace({ part }: Context): boolean {
  const isPlace = (token: string) => /^(?:france|uk|man|person|report)$/.test(token);
  return (
    part.tokens.length > 0 &&
    !part.saidBy &&
    !/\b(?:wants?|wanted|veut|veulent|voulait)\b/i.test(part.text) &&
    part.tokens.every(isPlace) &&
    part.tokens.some((token) => /^(?:france|uk)$/.test(token)) &&
    part.people.length + part.quoted.length + part.sources.length + part.times.length + part.lead.length === 0
  );
}

/** Two telling words at least, and nearly all but the place or group that nothing here speaks of. */
function fitsWithout(main: Found, strangers: readonly string[], context: Context): boolean {
  const rest = weigh(context.part.tokens, context).filter(
    ({ token }) => !strangers.includes(token) && !token.startsWith('p-'),
  );
  const held = rest.filter(({ token }) => meets(main, token));
  return held.length >= 2 && totalWeight(held) >= FITS * totalWeight(rest);
}

/** Who names a party also means those who speak for it. */
function withSpokespeople(context: Context): Context {
  const { part, knowledge } = context;
  const speaking = knowledge
    .people()
    .filter(({ speaksFor }) => speaksFor !== undefined && part.people.includes(speaksFor))
    .map(({ id }) => id);
  const people = [...new Set([...part.people, ...speaking])];
  return speaking.length > 0 ? { ...context, part: { ...part, people } } : context;
}

/** Says that nothing is known, naming the word that no entry holds. */
export function nothingKnown(context: Context): PartAnswer {
  const { part, words } = context;
  const weighted = weigh(part.tokens, context);
  const missing = weighted.filter(({ token }) => isUnheard(token, context));
  const named = missing.slice(0, 3).map(({ token }) => surfaceOf(token, part) ?? token);
  if (weighted.length === 0 || missing.length === weighted.length) {
    const people = part.people.map((person) => nameOf(person, context));
    if (people.length > 0) return unknown(words.nothingOn(people.join(', ')));
    // "How many were women": a group is asked for, though it is not said of whom.
    const asksGroup = part.focus === 'quantity' && part.narrowing.length > 0;
    return unknown(asksGroup ? words.noBreakdown(named.join(', ')) : words.outOfDomain);
  }
  if (named.length > 0) return unknown(words.nothingOn(named.join(', ')));
  const strangers = part.people.filter((person) => isStranger(person, context));
  if (strangers.length > 0 && !part.saidBy) return unknown(words.nothingOn(namesOf(strangers, context)));
  const asked = asksOnSubject(part) ? part.people.map((person) => nameOf(person, context)) : [];
  return unknown(asked.length > 0 ? words.notInSources(asked.join(', ')) : words.nothingAtAll);
}

/** "What happened on 10 November 2025": the events of that time, where nothing else is asked. */
function eventsOfTheTime(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const [time] = part.times;
  const asksWhat =
    /(?<!\p{L})(?:happen\w*|take place|took place|going on|went on|decided|ruled|news|passé|arrivé|produit|announced|reported|annoncé|rapporté)(?!\p{L})/iu.test(
      part.text,
    );
  if (!time || !asksWhat || contentTokens(part).some((token) => token !== 'what-happens')) return undefined;
  const events = knowledge
    .events()
    .filter(({ date }) => date >= time.from && date <= time.to && date <= context.horizon)
    .filter(
      ({ people }) => part.people.length === 0 || part.people.some((person) => people.includes(person)),
    );
  return events.length > 0
    ? answered(events.slice(0, 5).map((event) => eventText(event, context)))
    : undefined;
}

/** Where a question takes for granted what the entry contradicts. */
function deniedPremise(main: Found, context: Context): string | undefined {
  return isDenied(main.entry, context.part, context) ? context.words.premiseDenied : undefined;
}

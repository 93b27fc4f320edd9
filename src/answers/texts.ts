/** Answers from quotations, events and statements: the best entry, what it leaves open, whose words they are. */
import type { Entry } from '../knowledge/entries.js';
import { personToken } from '../knowledge/lexicon.js';
import type { Quote } from '../knowledge/schema.js';
import { formatDate } from '../language/format.js';
import type { Origin } from './citations.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { contentTokens, type Found, findEntries, isDenied, saidBy, weigh } from './find.js';
import { eventText, nameOf, quoteText, statementText } from './wording.js';

/** Share of the asked words' weight that an entry must hold to count as an answer. */
const ENOUGH = 0.5;
/** The same where the answer must stand for a number that is not there. */
const STRICT = 0.62;
/** The same where a certain attribute (a name, a cost) is asked for. */
const STRICT_ATTRIBUTE = 0.7;
/** The same where the question names the text that it asks about. */
const FROM_SOURCE = 0.35;
/** The same for the words or position of the person whom the question names. */
const BY_PERSON = 0.34;
/** The same where one rare word is all that fits. */
const SINGLE_RARE = 0.49;
/** A second entry is shown if it holds this share of what the first leaves open. */
const ADDS = 0.18;
const ENTRIES_SHOWN = 3;

/** The answer in words, or undefined if no entry holds enough of what is asked. */
export function answerInWords(
  context: Context,
  options: { strict?: boolean; mustHold?: readonly string[]; quotedOnly?: boolean } = {},
): PartAnswer | undefined {
  const { part } = context;
  const all = findEntries(part, context);
  const mustHold = options.mustHold ?? [];
  const attributes = options.quotedOnly
    ? []
    : part.tokens.filter((token) => ATTRIBUTES.has(token) && (token !== 'name' || ASKS_NAME.test(part.text)));
  const holders = attributes.length > 0 ? part.people.map(personToken) : [];
  const eligible = all.filter(
    (found) =>
      [...mustHold, ...attributes].every(
        (token) => found.tokens.has(token) || (token === 'name' && names(found, context)),
      ) &&
      (!attributes.includes('cost') ||
        /£|€|\bmillion|\bbillion|\bpounds?\b|\beuros?\b/i.test(textOf(found))) &&
      (!options.quotedOnly || found.verbatim) &&
      (holders.length === 0 || holders.some((token) => found.tokens.has(token))) &&
      isFrom(found.entry, part.sources) &&
      (part.focus !== 'quantity' || part.saidBy || counts(found, context)),
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
    return unknown(context.words.notInSources(unheard.map((person) => nameOf(person, context)).join(', ')));
  }
  const onlyPeople = part.people.length > 0 && contentTokens(part).length === 0;
  const choice = choose(eligible, context, onlyPeople);
  if (!choice) return undefined;
  const single = part.sources.length === 0 && choice.main.matched.size < 2 && contentTokens(part).length > 1;
  const rare = weigh(part.tokens, context).some(
    ({ token, weight }) => weight >= 0.65 && choice.main.matched.has(token),
  );
  const enough = single
    ? rare
      ? SINGLE_RARE
      : STRICT
    : part.people.some((person) => choice.main.matched.size > 0 && saidBy(choice.main.entry, person))
      ? BY_PERSON
      : part.sources.length > 0
        ? FROM_SOURCE
        : options.strict
          ? STRICT
          : attributes.length > 0
            ? STRICT_ATTRIBUTE
            : ENOUGH;
  if (!onlyPeople && choice.main.coverage < enough && (options.strict || !isTelling(choice.main, context)))
    return undefined;
  const { entry } = choice.main;
  if (
    attributes.length > 0 &&
    part.focus !== 'yes-no' &&
    entry.kind === 'statement' &&
    entry.body.kind === 'not-known'
  ) {
    return unknown(statementText(entry.body, context));
  }
  const shown = alongside(choice.main, eligible, context);
  const lines = shown.flatMap((found) => linesOf(found.entry, context));
  const denied = deniedPremise(choice.main, context);
  const corrections = [choice.correction, denied].filter((line): line is string => line !== undefined);
  return answered(lines, corrections);
}

/** Somebody's words or position, which may have been given to the wrong person. */
function saysWords(found: Found | undefined): boolean {
  if (!found || found.coverage < 0.75) return false;
  return (
    found.entry.kind === 'quote' ||
    (found.entry.kind === 'statement' && found.entry.body.heldBy !== undefined)
  );
}

/** Slang and asides lower the share that an entry holds; two rare words in one entry are evidence enough. */
function isTelling(found: Found, context: Context): boolean {
  const held = weigh(context.part.tokens, context).filter(
    ({ token, weight }) => weight >= 0.3 && found.matched.has(token),
  );
  const weight = held.reduce((sum, one) => sum + one.weight, 0);
  const unheard = context.part.tokens.filter((token) => context.knowledge.documentFrequency(token) === 0);
  return held.length >= 2 && weight >= 1.1 && found.coverage >= 0.4 && unheard.length < held.length;
}

/** What is asked of a thing: an entry that does not speak of it is no answer, however well the rest fits. */
const ATTRIBUTES = new Set(['name', 'nationality', 'cost', 'death', 'children', 'women', 'page']);

function textOf({ entry }: Found): string {
  if (entry.kind === 'quote') return entry.body.text;
  return entry.kind === 'event' || entry.kind === 'statement' ? entry.body.text.en : '';
}

const ASKS_NAME =
  /\b(?:name of|full name|surname|(?:his|her|their|whats? the|the|'s) names?|names of|called|nom|prénom)\b/i;

/** Words of a person who is known by name tell that name. */
function names(found: Found, context: Context): boolean {
  const { entry } = found;
  const speaker =
    entry.kind === 'quote' ? entry.body.speaker : entry.kind === 'statement' ? entry.body.heldBy : undefined;
  const person = context.knowledge.people().find((one) => one.id === speaker);
  return person?.kind === 'person' && /^\p{Lu}/u.test(person.names.en[0] ?? '');
}

/** "How many" is answered only by an entry that counts, and that holds every word which any entry holds not. */
function counts(found: Found, context: Context): boolean {
  const { part, knowledge } = context;
  const text = textOf(found);
  const undated = text.replace(
    /\b(?:\d{1,2} )?\p{Lu}\p{L}+ 20\d{2}\b|\b(?:19|20)\d{2}\b|\b[Tt]ext 00\d\b/gu,
    ' ',
  );
  const saysCount = /\d|\b(?:two|three|four|five|six|handful|several|few|fewer)\b/i.test(undated);
  return (
    saysCount &&
    part.tokens.every((token) => knowledge.documentFrequency(token) > 0 || found.tokens.has(token))
  );
}

function isFrom(entry: Entry, sources: readonly string[]): boolean {
  if (sources.length === 0 || entry.kind === 'source') return true;
  const also = entry.kind === 'event' || entry.kind === 'statement' ? (entry.body.also ?? []) : [];
  return [entry.body, ...also].some((place) => sources.includes(place.source));
}

/** Says that nothing is known, naming the word that no entry holds. */
export function nothingKnown(context: Context): PartAnswer {
  const { part, words } = context;
  const weighted = weigh(part.tokens, context);
  const missing = weighted.filter(({ token }) => context.knowledge.documentFrequency(token) === 0);
  const named = missing.slice(0, 3).map(({ token }) => part.surfaces[token] ?? token);
  if (weighted.length === 0 || missing.length === weighted.length) return unknown(words.outOfDomain);
  return unknown(named.length > 0 ? words.nothingOn(named.join(', ')) : words.nothingAtAll);
}

type Choice = { main: Found; correction: string | undefined };

/** The entry that answers; words attributed to the wrong person are given to the right one. */
function choose(all: readonly Found[], context: Context, onlyPeople: boolean): Choice | undefined {
  const { part, words } = context;
  const best = all[0];
  if (!best) return undefined;
  const people = part.people.filter((person) => !isOrganisation(person, context) || part.saidBy);
  if (people.length === 0) return { main: best, correction: undefined };
  const own =
    (part.saidBy
      ? firstOf(people, (person) => all.find((found) => saidBy(found.entry, person)))
      : undefined) ?? all.find((found) => people.some((person) => isOf(found, person)));
  const other = all.find((found) => !people.some((person) => isOf(found, person)));
  if (own && (onlyPeople || !other || own.coverage >= Math.min(0.75, 0.8 * other.coverage))) {
    return { main: own, correction: undefined };
  }
  if (!other) return undefined;
  const right = speakersOf(other.entry, context);
  const wrong = people.filter(
    (person) =>
      part.focus !== 'who' &&
      (!isOrganisation(person, context) || part.focus === 'yes-no') &&
      !other.tokens.has(personToken(person)) &&
      (part.saidBy || isStranger(person, context)),
  );
  if (wrong.length === 0 && other.coverage >= Math.max(ENOUGH, (own?.coverage ?? 0) + 0.2)) {
    return { main: other, correction: undefined };
  }
  if (right === '' || wrong.length === 0 || other.coverage < ENOUGH)
    return { main: own ?? other, correction: undefined };
  const wrongNames = wrong.map((person) => nameOf(person, context)).join(', ');
  const isWords =
    other.entry.kind === 'quote' || (other.entry.kind === 'statement' && other.entry.body.heldBy);
  if (!isWords && !wrong.some((person) => isStranger(person, context)))
    return { main: own ?? other, correction: undefined };
  const correction = isWords ? words.attribution(right, wrongNames) : words.namesInstead(right, wrongNames);
  return { main: other, correction };
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Nobody here quotes them: people name them by mistake. */
function isStranger(person: string, context: Context): boolean {
  return context.knowledge.people().find((one) => one.id === person)?.absent ?? false;
}

/** A person's own words or position; of a fact or event, one that the person is part of. */
function isOf(found: Found, person: string): boolean {
  const { entry } = found;
  const hasSpeaker =
    entry.kind === 'quote' || (entry.kind === 'statement' && entry.body.heldBy !== undefined);
  return hasSpeaker ? saidBy(entry, person) : found.tokens.has(personToken(person));
}

function isOrganisation(person: string, context: Context): boolean {
  return context.knowledge.people().find((one) => one.id === person)?.kind === 'organisation';
}

function speakersOf(entry: Entry, context: Context): string {
  const named = (people: readonly string[]) =>
    people
      .filter((person) => !isOrganisation(person, context))
      .map((person) => nameOf(person, context))
      .join(` ${context.words.and} `);
  switch (entry.kind) {
    case 'quote':
      return nameOf(entry.body.speaker, context);
    case 'event':
      return named(entry.body.people);
    case 'statement':
      return entry.body.heldBy ? nameOf(entry.body.heldBy, context) : named(entry.body.people);
    default:
      return '';
  }
}

/** The main entry, other wordings of its remark, and entries that hold what it leaves open. */
function alongside(main: Found, all: readonly Found[], context: Context): Found[] {
  const shown = [main];
  const limit = context.part.people.length > 1 && context.part.saidBy ? ENTRIES_SHOWN + 2 : ENTRIES_SHOWN;
  const weights = new Map(weigh(context.part.tokens, context).map(({ token, weight }) => [token, weight]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const covered = new Set(main.matched);
  if (context.part.saidBy) {
    const silent = context.part.people.filter(
      (person) => !saidBy(main.entry, person) && !main.tokens.has(personToken(person)),
    );
    for (const person of silent) {
      const own = all.find(
        (found) =>
          found.entry.kind === 'quote' &&
          (saidBy(found.entry, person) || found.tokens.has(personToken(person))),
      );
      if (own && (own.coverage >= 0.2 || silent.length < context.part.people.length)) shown.push(own);
    }
  }
  for (const found of all) {
    if (shown.length >= limit) break;
    if (shown.includes(found) || found.entry.kind === 'source') continue;
    if (sameRemark(found.entry, main.entry)) {
      shown.push(found);
      continue;
    }
    const adds = [...found.matched].reduce(
      (sum, token) => sum + (covered.has(token) ? 0 : (weights.get(token) ?? 0)),
      0,
    );
    const onlyPeople = context.part.people.length > 0 && contentTokens(context.part).length === 0;
    const ofPerson = context.part.people.some((person) => found.tokens.has(personToken(person)));
    if (onlyPeople && !ofPerson) continue;
    const related = found.coverage >= 0.75 * main.coverage && sharesTopic(found.entry, main.entry);
    const nearTie =
      onlyPeople ||
      (found.coverage >= ENOUGH &&
        (found.score >= main.score - 0.1 || (related && found.score >= main.score - 0.25)));
    const fills = total > 0 && adds / total >= ADDS && found.coverage >= 0.3;
    if ((fills && (main.coverage < 0.75 || sharesTopic(found.entry, main.entry))) || nearTie) {
      shown.push(found);
      for (const token of found.matched) covered.add(token);
    }
  }
  return shown;
}

/** "What happened on 10 November 2025": the events of that time, where nothing else is asked. */
function eventsOfTheTime(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const [time] = part.times;
  const asksWhat = /\b(?:happen\w*|take place|took place|going on|went on|passé|arrivé)\b/i.test(part.text);
  if (!time || !asksWhat || contentTokens(part).some((token) => token !== 'what-happens')) return undefined;
  const events = knowledge
    .events()
    .filter(({ date }) => date >= time.from && date <= time.to && date <= context.horizon);
  return events.length > 0
    ? answered(events.slice(0, 5).map((event) => eventText(event, context)))
    : undefined;
}

function sharesTopic(a: Entry, b: Entry): boolean {
  const topicsOf = (entry: Entry) => ('topics' in entry.body ? entry.body.topics : []);
  return topicsOf(a).some((topic) => topicsOf(b).includes(topic));
}

function sameRemark(a: Entry, b: Entry): boolean {
  return (
    a.kind === 'quote' && b.kind === 'quote' && a.body.remark !== undefined && a.body.remark === b.body.remark
  );
}

function linesOf(entry: Entry, context: Context): string[] {
  switch (entry.kind) {
    case 'quote':
      return quoteLines(entry.body, context);
    case 'event':
      return [
        eventText(entry.body, context),
        ...sourceLine(entry.body.source, context, entry.body.origin),
        ...noteLine(entry.body.note, context),
      ];
    case 'statement':
      return [
        statementText(entry.body, context),
        ...sourceLine(entry.body.source, context, entry.body.origin),
        ...noteLine(entry.body.note, context),
      ];
    case 'source': {
      const { label, kind, published, title } = entry.body;
      const date = published ? formatDate(published, context.query.language) : context.words.undated;
      const card = context.words.sourceCard(
        label[context.query.language],
        context.words.sourceKind[kind],
        date,
      );
      return [
        title
          ? `${card} “${title}” ${context.citations.mark({ source: entry.body.id, paragraph: 1 })}`
          : `${card} ${context.citations.mark({ source: entry.body.id, paragraph: 1 })}`,
      ];
    }
    case 'figure':
      return [];
  }
}

function quoteLines(quote: Quote, context: Context): string[] {
  return [quoteText(quote, context), ...sourceLine(quote.source, context, quote.origin)];
}

/** Which text says it, where that is the question. */
function sourceLine(id: string, context: Context, origin?: Origin): string[] {
  if (context.part.focus !== 'source') return [];
  const source = context.knowledge.source(id);
  if (!source) return [];
  const passedOn = origin ? `, ${context.words.origin(origin.title, origin.publisher)}` : '';
  const date = source.published ? ` (${formatDate(source.published, context.query.language)})` : '';
  return [`${context.words.source}: ${source.label[context.query.language]}${date}${passedOn}`];
}

function noteLine(note: { en: string; fr: string } | undefined, context: Context): string[] {
  return note ? [note[context.query.language]] : [];
}

/** Where a question takes for granted what the entry contradicts. */
function deniedPremise(main: Found, context: Context): string | undefined {
  return isDenied(main.entry, context.part, context) ? context.words.premiseDenied : undefined;
}

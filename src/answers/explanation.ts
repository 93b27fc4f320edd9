/**
 * What is known of a topic: rules, facts, dates, what each side says, what is open. Which entries, and in which
 * order, follows from the data: the topic's essentials first, then what is mainly about it and on the better source.
 */
import type { Event, Quote, Statement } from '../knowledge/schema.js';
import { overviewWordsOf } from '../language/overview-words.js';
import type { Query } from '../questions/query.js';
import type { Answer } from './answer.js';
import { answerOf } from './answer-of.js';
import { capitalised } from './card-lines.js';
import { answered, type Context, contextFor, type Desk, type PartAnswer, unknown } from './context.js';
import { plainPart } from './plain-part.js';
import { standingOf } from './standing.js';
import { bestMarks, eventLine, eventsInOrder } from './timeline.js';
import { placesOf, quoteText } from './wording.js';

type Section = 'rules' | 'facts' | 'dates' | 'positions' | 'open' | 'unknown';

/** So many entries of each kind come first; the rest follow under "more". */
const FIRST: Record<Exclude<Section, 'positions'>, number> = {
  rules: 2,
  facts: 2,
  dates: 4,
  open: 2,
  unknown: 1,
};
/** And so many of each side, so that both stand beside each other. */
const FIRST_OF_SIDE = 1;

const SIDES = ['government', 'critics', 'others'] as const;
type Side = (typeof SIDES)[number];

/** The explanation of a topic; unknown where nothing is known of it any more. */
export function answerExplanation(topic: string, query: Query, desk: Desk): Answer {
  const context = contextFor(desk, query, query.parts[0] ?? plainPart({}));
  return answerOf(explained(topic, context), context);
}

function explained(topic: string, context: Context): PartAnswer {
  const { knowledge, query, words } = context;
  const { explanation } = overviewWordsOf(query.language);
  const subject = knowledge.topics().find(({ id }) => id === topic);
  const label = subject?.names[query.language][0];
  const essentials = subject?.essentials ?? [];
  const statements = inOrder(topic, essentials, context);
  const of = (kind: Statement['kind']) => statements.filter((one) => one.kind === kind);
  const [lead = statements[0]] =
    essentials.length > 0 ? statements : [...of('rule'), ...of('fact'), ...of('reference')];
  if (label === undefined || !lead) return unknown(words.nothingAtAll);
  const events = eventsInOrder(context).filter(({ topics }) => topics.includes(topic));
  const lists = {
    rules: of('rule').filter((one) => one !== lead),
    facts: [...of('fact'), ...of('reference')].filter((one) => one !== lead),
    open: of('open-question').filter((one) => one !== lead),
    unknown: of('not-known').filter((one) => one !== lead),
  };
  const line = (one: Statement) => sentence(one, context);
  const dated = (event: Event) => eventLine(event, context);
  const first = [
    ...section('rules', lists.rules.slice(0, FIRST.rules).map(line), context),
    ...section('facts', lists.facts.slice(0, FIRST.facts).map(line), context),
    ...section('dates', spread(events, FIRST.dates).map(dated), context),
    ...positions(
      topic,
      of('position').filter((one) => one !== lead),
      context,
    ),
    ...section('open', lists.open.slice(0, FIRST.open).map(line), context),
    ...section('unknown', lists.unknown.slice(0, FIRST.unknown).map(line), context),
  ];
  const more = [
    ...[lists.rules.slice(FIRST.rules), lists.facts.slice(FIRST.facts)].flatMap((list) => list.map(line)),
    ...restOfPositions(
      of('position').filter((one) => one !== lead),
      context,
    ).map(line),
    ...[lists.open.slice(FIRST.open), lists.unknown.slice(FIRST.unknown)].flatMap((list) => list.map(line)),
  ];
  return answered([
    headline(label, line(lead), context),
    ...first,
    ...(more.length > 0 ? [explanation.sections.more, ...more] : []),
  ]);
}

/** The topic in front, unless the sentence begins with it. */
function headline(label: string, text: string, { query }: Context): string {
  if (text.toLowerCase().startsWith(label.toLowerCase())) return text;
  return overviewWordsOf(query.language).explanation.headline(capitalised(label), text);
}

function sentence(statement: Statement, context: Context): string {
  context.used.statements.add(statement);
  return `${statement.text[context.query.language]} ${bestMarks(statement, context)}`;
}

function section(name: Section, lines: readonly string[], context: Context): string[] {
  const { sections } = overviewWordsOf(context.query.language).explanation;
  return lines.length > 0 ? [sections[name], ...lines] : [];
}

/** What each side says, government and critics always both where either speaks. */
function positions(topic: string, held: readonly Statement[], context: Context): string[] {
  const { explanation } = overviewWordsOf(context.query.language);
  const lines = new Map(SIDES.map((side) => [side, saidBy(side, topic, held, context)]));
  const isContested = ['government', 'critics'].some((side) => (lines.get(side as Side) ?? []).length > 0);
  const shown = SIDES.flatMap((side) => {
    const said = lines.get(side) ?? [];
    const name = explanation.sides[side];
    if (said.length > 0) return said.map((one) => `${name} · ${one}`);
    return isContested && side !== 'others' ? [explanation.silent(name)] : [];
  });
  return section('positions', shown, context);
}

/** The side's first positions on the topic; in their own words where no position of theirs is recorded. */
function saidBy(side: Side, topic: string, held: readonly Statement[], context: Context): string[] {
  const own = held.filter((one) => sideOf(one.heldBy, context) === side).slice(0, FIRST_OF_SIDE);
  if (own.length > 0) return own.map((one) => sentence(one, context));
  if (side === 'others') return [];
  return quotesOn(topic, context)
    .filter(({ speaker }) => sideOf(speaker, context) === side)
    .slice(0, 1)
    .map((quote) => quoteText(quote, context));
}

function restOfPositions(held: readonly Statement[], context: Context): Statement[] {
  const shown = SIDES.flatMap((side) =>
    held.filter((one) => sideOf(one.heldBy, context) === side).slice(0, FIRST_OF_SIDE),
  );
  return held.filter((one) => !shown.includes(one));
}

/** The newest first; of one remark one wording, and nothing whose wording is in doubt. */
function quotesOn(topic: string, { knowledge, horizon }: Context): Quote[] {
  const remarks = new Set<string>();
  return knowledge
    .quotes()
    .filter(
      ({ topics, saidOn, authenticity }) =>
        topics.includes(topic) && (saidOn ?? '') <= horizon && authenticity !== 'doubtful',
    )
    .sort((a, b) => (b.saidOn ?? '').localeCompare(a.saidOn ?? '') || a.id.localeCompare(b.id))
    .filter(({ remark, id }) => {
      const key = remark ?? id;
      return !remarks.has(key) && remarks.add(key);
    });
}

function sideOf(holder: string | undefined, { knowledge }: Context): Side {
  return (holder === undefined ? undefined : knowledge.person(holder)?.side) ?? 'others';
}

/**
 * Without what was published after the question's day: the essentials of the topic, then what is mainly about it,
 * then what rests on the better source, then as numbered.
 */
function inOrder(topic: string, essentials: readonly string[], { knowledge, horizon }: Context): Statement[] {
  const published = (id: string) => knowledge.source(id)?.published ?? '';
  const place = ({ id }: Statement) => (essentials.includes(id) ? essentials.indexOf(id) : essentials.length);
  const best = (one: Statement) =>
    Math.min(...placesOf(one).map(({ source }) => standingOf(source, knowledge)));
  return knowledge
    .statements()
    .filter(
      ({ id, topics, source }) =>
        (topics.includes(topic) || essentials.includes(id)) && published(source) <= horizon,
    )
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        a.topics.indexOf(topic) - b.topics.indexOf(topic) ||
        best(a) - best(b) ||
        a.id.localeCompare(b.id),
    );
}

/** The first, the last, and others evenly between them. */
function spread(events: readonly Event[], count: number): Event[] {
  if (events.length <= count) return [...events];
  const step = (events.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => events[Math.round(index * step)]).flatMap(
    (event) => event ?? [],
  );
}

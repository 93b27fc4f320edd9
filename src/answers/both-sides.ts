/** Both sides of a contested point, where the question is about the contest. */
import type { Entry } from '../knowledge/entries.js';
import type { Context } from './context.js';
import type { Found } from './fit.js';

/** A side of the point that is asked, in words of the asked ones or in what it is asked for with. */
const TOUCHES = 0.15;
/** What one more subject in common is worth beside a score. */
const SUBJECT = 0.15;
/** A side is told better by its position than by one remark. */
const POSITION = 0.1;

/** True where the question asks what each side says. */
export function asksBothSides(context: Context): boolean {
  return context.part.sides;
}

/** The best entry of each side; fewer where a side says nothing on the subject. */
export function oneOfEachSide(all: readonly Found[], context: Context): Found[] {
  const held = all.filter(({ entry }) => sideOf(entry, context) !== undefined);
  const touching = held.filter(({ coverage }) => coverage >= TOUCHES);
  const isNamed = ({ entry }: Found) => context.part.people.includes(holderOf(entry) ?? '');
  // Who is asked for by name is a side; "the critics" are a side of the dispute, not somebody's own account.
  const { part } = context;
  const asksParties = [...part.tokens, ...part.context, ...part.lead].includes('criticise');
  const isOfParty = ({ entry }: Found) => isParty(sideOf(entry, context));
  const first = touching.find(isNamed) ?? (asksParties ? touching.find(isOfParty) : undefined) ?? touching[0];
  if (!first) return [];
  const own = sideOf(first.entry, context);
  const others = touching
    .filter(({ entry }) => sideOf(entry, context) !== own && sharesTopic(entry, first.entry))
    .map((found) => ({
      found,
      score:
        found.score +
        SUBJECT * sharedTopics(found.entry, first.entry) +
        (found.entry.kind === 'statement' ? POSITION : 0),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ found }) => found);
  const disputing = others.find(({ entry }) => isDisputed(sideOf(entry, context), own));
  const second = disputing ?? otherOnSubject(first, context) ?? others[0];
  return second ? [first, second] : [first];
}

/** What the other side says on the main subject of an entry, where nothing of it was found by words. */
function otherOnSubject(first: Found, context: Context): Found | undefined {
  const { knowledge } = context;
  const own = sideOf(first.entry, context);
  const [subject] = topicsOf(first.entry);
  const entries: Entry[] = [
    ...knowledge.statements().map((body): Entry => ({ kind: 'statement', body })),
    ...knowledge.quotes().map((body): Entry => ({ kind: 'quote', body })),
  ];
  const entry = entries.find((one) => {
    const side = sideOf(one, context);
    return side !== undefined && side !== own && topicsOf(one)[0] === subject && isDisputed(side, own);
  });
  return entry && { ...first, entry, met: [], coverage: 0 };
}

/** Government and critics dispute with each other; anybody else with whoever speaks on the same subject. */
function isDisputed(side: string | undefined, own: string | undefined): boolean {
  return !isParty(own) || isParty(side);
}

function isParty(side: string | undefined): boolean {
  return side === 'government' || side === 'critics';
}

/** Where the holder stands in the dispute; anybody else is a side of their own. */
function sideOf(entry: Entry, context: Context): string | undefined {
  const holder = holderOf(entry);
  return holder === undefined ? undefined : (context.knowledge.person(holder)?.side ?? holder);
}

function holderOf(entry: Entry): string | undefined {
  if (entry.kind === 'quote') return entry.body.speaker;
  return entry.kind === 'statement' ? entry.body.heldBy : undefined;
}

function topicsOf(entry: Entry): readonly string[] {
  return 'topics' in entry.body ? entry.body.topics : [];
}

/** True for entries on the same subject. */
export function sharesTopic(a: Entry, b: Entry): boolean {
  return sharedTopics(a, b) > 0;
}

/** Topics in common; the one that both begin with counts twice. */
function sharedTopics(a: Entry, b: Entry): number {
  const shared = topicsOf(a).filter((topic) => topicsOf(b).includes(topic)).length;
  return topicsOf(a)[0] === topicsOf(b)[0] ? shared + 1 : shared;
}

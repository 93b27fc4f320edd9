/** Which entries are shown beside the main one. */
import type { Entry } from '../knowledge/entries.js';
import { personToken } from '../knowledge/entry-tokens.js';
import { asksBothSides, oneOfEachSide, sharesTopic } from './both-sides.js';
import type { Context } from './context.js';
import { ENOUGH } from './enough.js';
import type { Found } from './fit.js';
import { saidBy } from './said-by.js';
import { contentTokens, weigh } from './weights.js';

/** A second entry is shown if it holds this share of what the first leaves open. */
const ADDS = 0.18;

/** So many of the best entries are looked at for what is still open. */
const FILLERS = 40;
const ENTRIES_SHOWN = 3;

/** The main entry, other wordings of its remark, and entries that hold what it leaves open. */
export function alongside(main: Found, found: readonly Found[], context: Context): Found[] {
  // Who asks whose words they are is told of nothing that nobody said.
  const asksWhose = context.part.focus === 'who' && context.part.saidBy && isSomebodys(main.entry);
  const all = asksWhose ? found.filter(({ entry }) => isSomebodys(entry)) : found;
  const sides = asksBothSides(context) ? oneOfEachSide(all, context) : [];
  const shown = sides.includes(main) || sides.length < 2 ? [main] : [];
  shown.push(...sides.filter((found) => !shown.includes(found)));
  const limit = context.part.people.length > 1 && context.part.saidBy ? ENTRIES_SHOWN + 2 : ENTRIES_SHOWN;
  // Nothing stands between two wordings of one remark.
  if (shown.includes(main)) {
    const wordings = all.filter((found) => !shown.includes(found) && sameRemark(found.entry, main.entry));
    const room = Math.max(0, limit - shown.length);
    shown.splice(shown.indexOf(main) + 1, 0, ...wordings.slice(0, room));
  }
  const weights = new Map(weigh(context.part.tokens, context).map(({ token, weight }) => [token, weight]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const covered = new Set(main.met.map(({ token }) => token));
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
  } else if (context.part.people.length > 1) shown.push(...ofEachPerson(main, all, context));
  for (const found of all) {
    if (shown.length >= limit) break;
    if (shown.includes(found) || found.entry.kind === 'source') continue;
    const onlyPeople = context.part.people.length > 0 && contentTokens(context.part).length === 0;
    const ofPerson = context.part.people.some((person) => found.tokens.has(personToken(person)));
    if (onlyPeople && !ofPerson) continue;
    const related = found.coverage >= 0.75 * main.coverage && sharesTopic(found.entry, main.entry);
    const nearTie =
      onlyPeople ||
      (found.coverage >= ENOUGH &&
        (found.score >= main.score - 0.1 || (related && found.score >= main.score - 0.25)));
    if (nearTie) {
      shown.push(found);
      for (const { token } of found.met) covered.add(token);
    }
  }
  fillGaps();
  return shown;

  /** The entries that hold most of what is still open, one after the other. */
  function fillGaps(): void {
    while (shown.length < limit && total > 0) {
      const best = all
        .slice(0, FILLERS)
        .filter((found) => !shown.includes(found) && found.coverage >= 0.2 && found.entry.kind !== 'source')
        .filter((found) => main.coverage < 0.75 || sharesTopic(found.entry, main.entry))
        .map((found) => ({ found, adds: added(found) }))
        .sort((a, b) => b.adds - a.adds)[0];
      if (!best || best.adds / total < ADDS) return;
      shown.push(best.found);
      for (const { token } of best.found.met) covered.add(token);
    }
  }

  function added(found: Found): number {
    return found.met.reduce(
      (sum, { token }) => sum + (covered.has(token) ? 0 : (weights.get(token) ?? 0)),
      0,
    );
  }
}

/** "The Indian man and the Iranian: who was flown out when": of each who is no subject of the main entry, the best one. */
function ofEachPerson(main: Found, all: readonly Found[], { part }: Context): Found[] {
  const isSubject = ({ entry }: Found, person: string) =>
    (entry.kind === 'event' || entry.kind === 'statement') && entry.body.people[0] === person;
  return part.people
    .filter((person) => !isSubject(main, person))
    .flatMap((person) => all.find((found) => found !== main && isSubject(found, person)) ?? []);
}

function isSomebodys(entry: Entry): boolean {
  return entry.kind === 'quote' || (entry.kind === 'statement' && entry.body.heldBy !== undefined);
}

function sameRemark(a: Entry, b: Entry): boolean {
  return (
    a.kind === 'quote' && b.kind === 'quote' && a.body.remark !== undefined && a.body.remark === b.body.remark
  );
}

/** Which entries are shown beside the main one. */
import type { Entry } from '../knowledge/entries.js';
import { personToken } from '../knowledge/lexicon.js';
import type { Context } from './context.js';
import { ENOUGH } from './enough.js';
import { contentTokens, type Found, saidBy, weigh } from './find.js';

/** A second entry is shown if it holds this share of what the first leaves open. */
const ADDS = 0.18;

const ENTRIES_SHOWN = 3;

/** The main entry, other wordings of its remark, and entries that hold what it leaves open. */
export function alongside(main: Found, all: readonly Found[], context: Context): Found[] {
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

function sharesTopic(a: Entry, b: Entry): boolean {
  const topicsOf = (entry: Entry) => ('topics' in entry.body ? entry.body.topics : []);
  return topicsOf(a).some((topic) => topicsOf(b).includes(topic));
}

function sameRemark(a: Entry, b: Entry): boolean {
  return (
    a.kind === 'quote' && b.kind === 'quote' && a.body.remark !== undefined && a.body.remark === b.body.remark
  );
}

/** "What did Macron say about it": somebody whom the sources know of and quote nowhere. */
import { personToken } from '../knowledge/entry-tokens.js';
import { type Context, type PartAnswer, unknown } from './context.js';
import { findEntries } from './find.js';
import { isSpokenOf } from './topic.js';
import { eventText, namesOf, statementText } from './wording.js';

const ANYTHING = /\b(?:anything|something|ever|publicly)\b/i;
/** "Did Macron call it a success": an opinion, and nothing that somebody did. */
const OPINES =
  /\b(?:call|say|think|describe|label|brand|dub|claim|admit|insist|criticis|praise|mock|complain|warn|boast|defend|welcome|slam|believe|reckon|dismiss|blame|put it)(?:s|e|ed|d|ing|led)?\b/i;

/** Says that nothing is quoted of them, with the nearest that is known of them; undefined where something is. */
export function answerSilent(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const asksWords =
    part.saidBy &&
    (part.focus === 'what' ||
      (part.focus === 'yes-no' && (ANYTHING.test(part.text) || OPINES.test(part.text))) ||
      (part.focus === 'how' && OPINES.test(part.text))) &&
    part.quoted.length + part.sources.length === 0;
  if (!asksWords || part.people.length === 0) return undefined;
  // Of a party's or a government's position the one who set it out is told among its people.
  const isBody = (id: string | undefined) =>
    id !== undefined && knowledge.person(id)?.kind === 'organisation';
  const isSilent = (id: string) => {
    const person = knowledge.person(id);
    return (
      person?.kind === 'person' &&
      person.absent !== true &&
      person.speaksFor === undefined &&
      !isSpokenOf(id, context) &&
      !knowledge.quotes().some(({ speaker }) => speaker === id) &&
      !knowledge
        .statements()
        .some(({ heldBy, people }) => heldBy === id || (isBody(heldBy) && people.includes(id)))
    );
  };
  if (!part.people.every(isSilent)) return undefined;
  const tokens = part.people.map(personToken);
  const near = findEntries(part, context).find(
    ({ entry, tokens: held }) =>
      (entry.kind === 'event' || entry.kind === 'statement') && tokens.some((token) => held.has(token)),
  )?.entry;
  const told =
    near?.kind === 'event'
      ? eventText(near.body, context)
      : near?.kind === 'statement'
        ? statementText(near.body, context)
        : undefined;
  const names = namesOf(part.people, context);
  return unknown(words.notInSources(names), told === undefined ? [] : [words.nearest(told)]);
}

/** "We take two people for every one we send back": how many of the one for each of the other. */
import type { Stated } from './stated.js';

const EVERY =
  /(?<!\p{L})(?:for|pour)\s(?:every|each|chaque)\s(?:single\s)?(?<each>one|1|person|migrant|personne|renvoyé|renvoi)(?!\p{L})(?<what>[^.;!?]{0,40})/iu;
/** What is exchanged is counted in few. */
const FEW = 20;

/** The numbers of a sentence, those that stand for each of the others as multiples. */
export function exchanged(all: readonly Stated[], sentence: string): Stated[] {
  const match = EVERY.exec(sentence);
  if (!match) return [...all];
  const end = match.index + match[0].length - (match.groups?.what?.length ?? 0);
  return all
    .filter(({ from, to }) => to <= match.index || from >= end)
    .map((one) =>
      one.kind === 'count' && one.high <= FEW && !one.isTime ? { ...one, kind: 'times' as const } : one,
    );
}

/** What a sentence with such a number asks, as a question; undefined where it holds none. */
export function exchangeAsked(sentence: string): string | undefined {
  const match = EVERY.exec(sentence);
  if (!match) return undefined;
  const isForAccepted = ACCEPTED.test(match.groups?.what ?? '');
  return isForAccepted
    ? 'how many times as many returned to france as accepted from france'
    : 'how many times as many accepted from france as returned to france';
}

const ACCEPTED =
  /^\s(?:\p{L}+\s){0,4}?(?:takes?|took|taken|lets?|accept\p{L}*|admit\p{L}*|brings?|brought|gets?|got|in|arriv\p{L}*|come|came)(?!\p{L})/iu;

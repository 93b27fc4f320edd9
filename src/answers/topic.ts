/** The subject on which a question wants somebody's words: what stands after "about" or "on". */
import { personToken } from '../knowledge/entry-tokens.js';
import { askingOffset } from '../questions/clauses.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';
import type { Found } from './fit.js';
import { saidBy } from './said-by.js';
import { isUnheard, totalWeight, weigh } from './weights.js';

const SUBJECT =
  /\b(?:(?<=\b(?:jibe|dig|swipe|barb|attack|shot|broadside|crack|pop|taunt|anger|fury) )(?:at|against)|about|regarding|concerning|on|over|mention(?:s|ed)?|discuss(?:es|ed)?|address(?:es|ed)?|au sujet d[eu]s?|à propos d[eu]s?|sur) (?!that\b|it\b|this\b|(?:lbc|air|tv|telly|radio|the (?:radio|telly|air|record)|(?:the )?bbc|sky|itv|gb news|twitter|social media|camera)\b(?! news on)|[£€$]?\d)(?<subject>[^?,;]+)/i;

/** Share of the subject that an entry must hold where one of its words stands nowhere. */
const HELD = 0.5;

/** True where the clause asks for somebody's words on a subject, whatever they were. */
export function asksOnSubject(part: Part): boolean {
  return part.saidBy && part.people.length > 0 && subjectOf(part) !== '';
}

/** True where this person is whom somebody's words are about, and nobody who spoke. */
export function isSpokenOf(person: string, { part, lexicon }: Context): boolean {
  return lexicon.tokens(subjectOf(part)).includes(personToken(person));
}

/** True where the entry leaves the subject open: a word of it stands nowhere here, and hardly another in it. */
export function missesSubject(main: Found, context: Context): boolean {
  const { part, lexicon } = context;
  if (!asksOnSubject(part)) return false;
  const words = lexicon
    .tokens(subjectOf(part))
    .filter((token) => part.tokens.includes(token) && !/^[ps]-/.test(token));
  const subject = weigh(words, context).filter(({ token }) => !lexicon.isLightWord(token));
  if (!subject.some(({ token }) => isUnheard(token, context))) return false;
  return totalWeight(subject.filter(({ token }) => main.tokens.has(token))) < HELD * totalWeight(subject);
}

/** True where somebody's words on a subject are asked for and nobody of those named has part in the entry. */
export function isOthers(main: Found, { part }: Context): boolean {
  const has = (person: string) => saidBy(main.entry, person) || main.tokens.has(personToken(person));
  return asksOnSubject(part) && part.focus !== 'who' && part.quoted.length === 0 && !part.people.some(has);
}

/**
 * The question with those people apart on whom somebody's words are wanted ("what did Philp say about Starmer"):
 * they are what an entry must hold, and not who speaks.
 */
export function withoutSubjects(context: Context): { context: Context; subjects: readonly string[] } {
  const { part, lexicon } = context;
  const about = asksOnSubject(part) ? lexicon.tokens(subjectOf(part)) : [];
  const subjects = part.people.map(personToken).filter((token) => about.includes(token));
  const people = part.people.filter((person) => !subjects.includes(personToken(person)));
  if (subjects.length === 0 || people.length === 0) return { context, subjects: [] };
  return { context: { ...context, part: { ...part, people } }, subjects };
}

/** What leads up to the asking may be about anything. */
function subjectOf({ text }: Part): string {
  return SUBJECT.exec(text.slice(askingOffset(text) ?? 0))?.groups?.subject ?? '';
}

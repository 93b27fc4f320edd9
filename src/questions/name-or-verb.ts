/** Words of two senses: "what worries did they express" names no newspaper, and days that are spent cost nothing. */
import type { Reading, Unit } from '../knowledge/meanings.js';
import { MONTH_PATTERN } from './named-days.js';
import { foldedLine } from './word-line.js';

const VERBS = /^express(?:es|ed)?$/;
/** What stands before it as a name. */
const NAMES = /^(?:the|daily|sunday|in|by|le|from|per)$/;

/** Behind "how many" these are things that are counted, and nothing that somebody does. */
const THINGS = /^(?:claims|comments|remarks|statements|mentions)$/;
const MANY = /^(?:many|more|meny|mny|combien|number|nombre)$/;

const POINTS = /^(?:it|that|this|was|were|number|figure|total)$/;
const AT = /^(?:in|on|at|around)$/;
const WHEN = new RegExp(`^(?:(?:19|20)\\d{2}|early|late|mid|${MONTH_PATTERN})$`);

const HAS = /^(?:a|as|ai|ont|avons|avez|avait|avaient|aura|aurait|ete)$/;
/** Time is spent as well as money. */
const OF_TIME =
  /\b(?:how long|how many (?:days|weeks|months|hours)|days|weeks|time|combien de temps)\b.*\bspen(?:d|t|ds|ding)\b/u;
const SPEND = /^spen(?:d|t|ds|ding)$/;

/** What is told comes from somewhere, and arrives nowhere. */
const OF_TALE =
  /\bwhere\b.*\b(?:story|claim|claims|account|line|quote|phrase|number|figure|total|report|idea|allegation|rumour|words|stat|statistic|percentage)\b.*\b(?:come|came|comes|coming) from\b/u;

/** Where somebody comes from is the country, and no arrival. */
const OF_PERSON =
  /\bwhere (?:did|does|do|had|has) (?:[a-z0-9]+ )*?(?:he|she|man|guy|bloke|fella|lad|chap|person|passenger|returnee|claimant|migrant|family)\b.*\bcomes? from\b/u;

/** The reading without sources that are typed as a verb is, in small letters after its subject, or costs of time. */
export function withVerbs(reading: Reading): Reading {
  const { words } = reading;
  const line = foldedLine(words);
  const ofTale = OF_TALE.test(line);
  const ofPerson = !ofTale && OF_PERSON.test(line);
  const ofTime = OF_TIME.test(line);
  const isVerb = (unit: Unit) => {
    const [at = 0, ...more] = unit.at;
    const word = words[at];
    // "Quel journal a eu le rapport": had, and no Union.
    // "What was it back in 2018": when it was, and nobody came back.
    const last = unit.at.at(-1) ?? at;
    const [after, when] = [words[last + 1]?.folded ?? '', words[last + 2]?.folded ?? ''];
    const isTime = AT.test(after) && WHEN.test(when) && POINTS.test(words[last - 1]?.folded ?? '');
    if (unit.token === 'come-back' && words[last]?.folded === 'back' && isTime) return true;
    // "The weeks ending in that year" are no weekend.
    if (
      unit.token === 'weekend' &&
      /^(?:weeks?|semaines?)$/.test(word?.folded ?? '') &&
      !/^end$/.test(words[more[0] ?? -1]?.folded ?? '')
    )
      return true;
    // "Qui a jugé cela honteux": found it so, and no court.
    if (/^(?:eu|juge)$/.test(word?.folded ?? '') && HAS.test(words[at - 1]?.folded ?? '')) return true;
    if (ofTale && unit.kind === 'term' && /^(?:come|came|comes|coming)$/.test(word?.folded ?? ''))
      return true;
    if (ofTime && unit.kind === 'term' && more.length === 0 && SPEND.test(word?.folded ?? '')) return true;
    return (
      unit.kind === 'source' &&
      more.length === 0 &&
      at > 0 &&
      VERBS.test(word?.text ?? '') &&
      !NAMES.test(words[at - 1]?.folded ?? '')
    );
  };
  return {
    words,
    units: reading.units.map((unit): Unit => {
      if (isVerb(unit)) return { ...unit, kind: 'neutral', generic: true };
      const [only = 0, ...others] = unit.at;
      const isThing =
        others.length === 0 &&
        THINGS.test(words[only]?.folded ?? '') &&
        MANY.test(words[only - 1]?.folded ?? '');
      if (unit.kind === 'neutral' && isThing) return { ...unit, kind: 'word', known: true, generic: false };
      const comes = unit.at.some((at) => /^comes?$/.test(words[at]?.folded ?? ''));
      return ofPerson && comes && unit.token === 'arrival' ? { ...unit, token: 'nationality' } : unit;
    }),
  };
}

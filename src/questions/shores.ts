/** Which shore people come to: whoever arrives in France was returned there, or is counted nowhere here. */
import type { Reading, Unit } from '../knowledge/meanings.js';
import { takenFor } from './directions.js';

const GOAL = /^(?:in|to|at|into|on|en|sur)$/;
const WHITHER = /^(?:to|into|towards?|vers|au|en)$/;
const ARTICLE = /^(?:the|la|le|back|over)$/;
const SCHEME = /^(?:scheme|deal|agreement)$/;

/** What entries of ours never hold: the other shore as the goal. */
const OTHER_SHORE = 'arrival-in-france';

/**
 * "People arriving in France under the deal" are those returned; without it, "arrived in France" is another count than
 * that of the boats that come from there.
 */
export function withShores(reading: Reading): Reading {
  const { units } = reading;
  const arrival = units.find(({ kind, token }) => kind === 'term' && token === 'arrival');
  const france = arrival && franceAfter(arrival, reading);
  if (!arrival || !france) return reading;
  if (units.some(({ token }) => SCHEME.test(token)))
    return takenFor('return-to-france', reading, (unit) => unit === arrival);
  return narrowedBy(OTHER_SHORE, france, reading);
}

/** The reading with this unit for a restriction that no figure meets. */
function narrowedBy(token: string, narrowing: Unit, reading: Reading): Reading {
  return {
    ...reading,
    units: reading.units.map(
      (unit): Unit =>
        unit === narrowing
          ? { kind: 'word', token, at: unit.at, known: false, generic: false, narrows: true }
          : unit,
    ),
  };
}

/** France, where a preposition right behind the arrival leads to it. */
function franceAfter(arrival: Unit, { words, units }: Reading): Unit | undefined {
  let index = (arrival.at.at(-1) ?? 0) + 1;
  if (!GOAL.test(words[index]?.folded ?? '')) return undefined;
  index++;
  while (ARTICLE.test(words[index]?.folded ?? '')) index++;
  return units.find(({ token, at }) => token === 'france' && at[0] === index);
}

const MOVES = /^(?:transf[ae]r|achemin|convoy)/;
const FROM = /^(?:from|de|du|d|depuis)$/;
/** So many words may stand between a shore and its preposition. */
const ARTICLES = 2;

/** "Transférées de France vers le Royaume-Uni", "transferred from here to France": the shores tell the direction. */
export function withTransfers(reading: Reading): Reading {
  const moved = reading.units.find(
    ({ kind, at: [first = 0] }) => kind === 'word' && MOVES.test(reading.words[first]?.folded ?? ''),
  );
  if (!moved) return reading;
  const shores = reading.units.filter(
    ({ token, at: [first = 0] }) => /^(?:france|uk)$/.test(token) && first > (moved.at[0] ?? 0),
  );
  const goal = shores.find((shore) => isLedBy(WHITHER, shore, reading));
  const origin = shores.find((shore) => isLedBy(FROM, shore, reading));
  if (!goal && !origin) return reading;
  const isToFrance = goal ? goal.token === 'france' : origin?.token === 'uk';
  return takenFor(isToFrance ? 'return-to-france' : 'accept', reading, (unit) => unit === moved);
}

function isLedBy(prepositions: RegExp, { at: [first = 0] }: Unit, { words }: Reading): boolean {
  return words.slice(Math.max(0, first - ARTICLES), first).some(({ folded }) => prepositions.test(folded));
}

const ACTS = /^(?:did|does|do|has|have|had)$/;
const NO_SUBJECT = /^(?:avec|with|par|by|vers|de|d|a|pour|entre|from|to|dans|sur|selon)$/;
const BETWEEN = /^(?:a|ait|avait|en|les|already|deja|been|actually|really|even)$/;
const SENDS = /^(?:deport|expel|remov|return|send|sent|kick|expuls|renvo|recondui|refoul|eloign)/;

/** What entries of ours never hold: those whom France removes, and what it spends. */
const BY_FRANCE = 'removed-by-france';
const COST_TO_FRANCE = 'cost-to-france';

/** "How many did France deport": its own removals; those whom it sends to the UK are let in there. */
export function withFranceActing(reading: Reading): Reading {
  const { words, units } = reading;
  const france = units.find(({ token, at }) => token === 'france' && isSubject(at[0] ?? 0, reading));
  if (!france) return reading;
  let index = (france.at.at(-1) ?? 0) + 1;
  while (BETWEEN.test(words[index]?.folded ?? '')) index++;
  const sent = units.find(({ token, at }) => token === 'return-to-france' && at[0] === index);
  if (!sent || !SENDS.test(words[index]?.folded ?? '')) return reading;
  const isToUk = units.some(
    (unit) => unit.token === 'uk' && (unit.at[0] ?? 0) > index && isLedBy(WHITHER, unit, reading),
  );
  if (isToUk) return takenFor('accept', reading, (unit) => unit === sent);
  return narrowedBy(BY_FRANCE, france, reading);
}

/** It stands where who acts stands: "did France …", "la France a …", and not "the deal with France". */
function isSubject(at: number, { words }: Reading): boolean {
  const [before, further] = [words[at - 1]?.folded ?? '', words[at - 2]?.folded ?? ''];
  return ACTS.test(before) || (before === 'la' && !NO_SUBJECT.test(further));
}

const COSTS = /^(?:costs?|costing|cout)/;

/** "What did the deal cost France": what it spends, which is none of what it is paid. */
export function withFrancePaying(reading: Reading): Reading {
  const { words, units } = reading;
  const cost = units.find(
    ({ token, at: [first = 0] }) => token === 'cost' && COSTS.test(words[first]?.folded ?? ''),
  );
  let index = (cost?.at.at(-1) ?? 0) + 1;
  while (cost && /^(?:a|the|la)$/.test(words[index]?.folded ?? '')) index++;
  const france = cost && units.find(({ token, at }) => token === 'france' && at[0] === index);
  return france ? narrowedBy(COST_TO_FRANCE, france, reading) : reading;
}

/** "Vers la France": whither, and no payment ("verse à la France" has the same stem). */
export function withTowards(reading: Reading): Reading {
  const { words, units } = reading;
  const isTowards = ({ token, at }: Unit) =>
    token === 'funding' && at.length === 2 && words[at[0] ?? 0]?.folded === 'vers';
  if (!units.some(isTowards)) return reading;
  return {
    words,
    units: units.flatMap((unit): Unit[] =>
      isTowards(unit)
        ? [
            { ...unit, kind: 'neutral', token: 'vers', at: unit.at.slice(0, 1), generic: true },
            { ...unit, token: 'france', at: unit.at.slice(1), generic: true },
          ]
        : [unit],
    ),
  };
}

const BY_BOAT = /^(?:small-boat|boat-people)$/;
const CAME = /^(?:arriv|c[ao]m|ven)/;

/** "Arrived from France by small boat": what they came in says that they were not let in. */
export function withBoatsFromFrance(reading: Reading): Reading {
  const { words, units } = reading;
  if (!units.some(({ token }) => BY_BOAT.test(token))) return reading;
  return takenFor(
    'arrival',
    reading,
    ({ token, at }) =>
      token === 'accept' &&
      CAME.test(words[at[0] ?? 0]?.folded ?? '') &&
      words[at.at(-1) ?? 0]?.folded === 'france',
  );
}

/** Words that stand for a direction of the scheme: in and out, again, the other way. */
import type { Reading, Unit } from '../knowledge/meanings.js';
import { foldedLine } from './word-line.js';

const UNDER_SCHEME =
  /\b(?:under|via|through) (?:the |this |that )?(?:scheme|deal|pilot|agreement|treaty|swap|accord|one in one out)\b|\b(?:via|par|grace a|sous|avec|au titre de|dans le cadre de|dans le cadre du|au titre du|grace au) (?:le |l |ce |cet )?(?:accord|dispositif|projet pilote|traite|programme|un pour un)\b/;

const MOVES: ReadonlySet<string> = new Set(['arrival', 'return-to-france', 'accept']);

/** "How many came in March under the deal": whoever arrives by the scheme is accepted under it. */
export function underScheme(reading: Reading): Reading {
  const line = foldedLine(reading.words);
  const match = UNDER_SCHEME.exec(line);
  if (!match) return reading;
  const place = line.slice(0, match.index).split(' ').filter(Boolean).length;
  const before = reading.units.findLast(
    ({ kind, token, at: [first = 0] }) => kind === 'term' && first < place && MOVES.has(token),
  );
  // "Of those who arrived, how many were returned under the pilot" says it of the return alone.
  if (before !== undefined && before.token !== 'arrival') return reading;
  const units = reading.units.map(
    (unit): Unit => (unit.kind === 'term' && unit.token === 'arrival' ? { ...unit, token: 'accept' } : unit),
  );
  return { ...reading, units };
}

/** "The difference in returns": the plural counts, and is no "in return". */
export function countedReturns(reading: Reading): Reading {
  const units = reading.units.map(
    (unit): Unit =>
      unit.token === 'in-return' && reading.words[unit.at.at(-1) ?? 0]?.folded === 'returns'
        ? { ...unit, token: 'return-to-france' }
        : unit,
  );
  return { ...reading, units };
}

/** "In the record year", "in a single day": when they came, which of those let in nothing tells. */
const IN_WHEN =
  /^(?:(?:the|a|its|that|their|which|what) (?:\w+ )?(?:record|busiest|worst|quietest|peak|top|biggest|highest|lowest|best)(?: \w+){0,2} (?:years?|days?|weekend)|(?:an?|one|the same) (?:single |whole |calendar )?(?:day|weekend))\b/;

/** "Come in dinghies", "came in the record year": they were not let in, the word says what they were in, or when. */
export function inVessels(reading: Reading): Reading {
  const units = reading.units.map((unit, index): Unit => {
    const last = reading.words[unit.at.at(-1) ?? 0]?.folded;
    const next = reading.units[index + 1];
    const isVessel = next?.token === 'small-boat' || next?.token === 'boat-people';
    if (unit.token !== 'accept' || last !== 'in') return unit;
    const after = () => foldedLine(reading.words.slice((unit.at.at(-1) ?? 0) + 1));
    return isVessel || IN_WHEN.test(after()) ? { ...unit, token: 'arrival' } : unit;
  });
  return { ...reading, units };
}

/** "Where does 18,790 come from": a number comes from its source, and arrives nowhere. */
export function numbersOrigin(reading: Reading): Reading {
  const { words, units } = reading;
  if (!/^(?:where|whence|d)$/.test(words[0]?.folded ?? '')) return reading;
  return {
    words,
    units: units.map((unit, index): Unit => {
      const [at = 0] = unit.at;
      const isCome = unit.token === 'arrival' && /^(?:comes?|came|coming)$/.test(words[at]?.folded ?? '');
      const before = units.slice(0, index).findLast(({ kind }) => kind !== 'neutral');
      return isCome && words[at + 1]?.folded === 'from' && before?.kind === 'number'
        ? { ...unit, kind: 'neutral' }
        : unit;
    }),
  };
}

const FRANCE_TAKES =
  /\bla france (?:en |les |nous |leur )?(?:(?:a|ait|avait) )?(?:deja )?(?:recu|recoit|accueilli|accueille|admis|pris)\b|\b(?:has|have|had|did) france (?:already |actually |really )?(?:accept|accepted|admit|admitted|take|taken|let)\b/;

/** "Combien la France en a accueilli": whoever France lets in was returned to it. */
export function takenByFrance(reading: Reading): Reading {
  const line = foldedLine(reading.words);
  if (!FRANCE_TAKES.test(line)) return reading;
  return takenFor('return-to-france', reading, ({ token }) => token === 'accept');
}

/** So many words may stand between an arrival and its "again"; what comes later is told of others. */
const AGAIN_REACH = 4;
const isNear = (arrival: number, again: number) => arrival <= again + 1 && again - arrival <= AGAIN_REACH;

/**
 * "Turned up in England again": whoever was returned and arrives again comes back; whoever is returned again is
 * returned a second time.
 */
export function withAgain(reading: Reading): Reading {
  const again = reading.words.findLastIndex(({ folded }) => /^(?:again|anew|encore|nouveau)$/.test(folded));
  const returnee = reading.units.findIndex(
    ({ kind, token }) => kind === 'person' && token.includes('returnee'),
  );
  if (again < 0 || returnee < 0) return reading;
  // The last thing done before the "again" is what is done again.
  const last = reading.units.findLast(
    ({ kind, token, at }) => kind === 'term' && token !== 'uk' && token !== 'france' && (at[0] ?? 0) < again,
  );
  const isReturnedAgain =
    last?.token === 'return-to-france' &&
    reading.units.indexOf(last) > returnee &&
    isNear(last.at.at(-1) ?? 0, again) &&
    !reading.units.some(({ token, at }) => token === 'come-back' && at.includes(again));
  const units = reading.units.map(
    (unit, index): Unit =>
      // "How many arrived before the second man was caught again": others, whom the words before him count.
      index > returnee &&
      isNear(unit.at[0] ?? 0, again) &&
      unit.kind === 'term' &&
      /^(?:arrival|crossing)$/.test(unit.token)
        ? { ...unit, token: 'come-back' }
        : unit.at.includes(again) && isReturnedAgain
          ? { ...unit, kind: 'term', token: 'second', generic: false }
          : unit,
  );
  return { ...reading, units };
}

/** "For every 100 let in, how many go the other way": the opposite of the direction that was named before. */
export function withOtherWay(reading: Reading): Reading {
  const isOther = (unit: Unit) =>
    unit.at.some((at) => /^(?:other|opposite|autre|inverse)$/.test(reading.words[at]?.folded ?? ''));
  const units = reading.units.map((unit, index): Unit => {
    if (unit.token !== 'accept' || !isOther(unit)) return unit;
    const before = reading.units.slice(0, index).findLast(({ token }) => DIRECTIONS.has(token));
    return before?.token === 'accept' ? { ...unit, token: 'return-to-france' } : unit;
  });
  return { ...reading, units };
}

const PARTICLE =
  /^(?:off|away|back|over|out|across|down|on|onto|in|into|up|all|a|an|the|them|em|again|straight|plane|planes|flight|flights|la|le|les|de|en|avion|avions|force|retour)$/;
const TO_FRANCE = /^(?:to|towards?|into|vers|en|in)$/;
/** Other counts that a verb may be about: where one is named, a verb that nobody knows says nothing. */
const COUNTED_OTHERWISE =
  /^(?:return-to-france|accept|arrival|crossing|come-back|cost|pay|fund\w*|small-boat|death|police|officer|hotel|prevent\w*|rescue\w*|weapon|page|claim|target)$/;

/**
 * "Carted off to France", "bundled onto planes to France": a verb that nobody listed, with France for its goal,
 * returns people there, where a count is asked for and no other is named.
 */
export function withCarried(reading: Reading): Reading {
  const { words, units } = reading;
  const asksCount =
    words.some(({ folded }) => /^(?:many|more|fewer|combien|number|nombre|total|count)$/.test(folded)) ||
    units.some(({ kind, token }) => kind === 'person' && token.includes('returnee'));
  if (!asksCount || units.some(({ kind, token }) => kind === 'term' && COUNTED_OTHERWISE.test(token)))
    return reading;
  const unitAt = (index: number) => units.find(({ at }) => at.includes(index));
  const france = units.find(({ token, at }) => {
    const first = at[0] ?? 0;
    return token === 'france' && /^(?:france|french)$/.test(words[first]?.folded ?? '') && goesTo(first);
  });
  const goal = france?.at[0] ?? words.findLastIndex(({ folded }, at) => folded === 'back' && endsThere(at));
  if (goal < 1) return reading;
  let index = goal - 1;
  while (
    index > 0 &&
    (PARTICLE.test(words[index]?.folded ?? '') || TO_FRANCE.test(words[index]?.folded ?? ''))
  )
    index--;
  const verb = unitAt(index);
  const isUnlisted = verb?.kind === 'word';
  const isLight =
    verb?.kind === 'neutral' &&
    !PARTICLE.test(words[index]?.folded ?? '') &&
    !STAYS.test(words[index]?.folded ?? '');
  if (!(isUnlisted || isLight) || !isDone(index)) return reading;
  return takenFor('return-to-france', reading, (unit) => unit === verb);

  function goesTo(first: number): boolean {
    const before = words[first - 1]?.folded ?? '';
    const further = words[first - 2]?.folded ?? '';
    return TO_FRANCE.test(before) || (/^(?:la|the)$/.test(before) && TO_FRANCE.test(further));
  }

  /** "How many got frogmarched back in December": nothing else is said of where to. */
  function endsThere(at: number): boolean {
    const unit = unitAt(at - 1);
    const next = words[at + 1]?.folded ?? '';
    return (
      unit?.kind === 'word' &&
      !unit.light &&
      /^(?:$|in|by|on|so|since|under|last|this|as|then|at|across|over)$/.test(next)
    );
  }

  /** It stands where a verb stands: after a subject or a helping verb, adverbs apart. */
  function isDone(at: number): boolean {
    let before = at - 1;
    while (before > 0 && /(?:ly|ment)$|^(?:just|even|ever|already|been)$/.test(words[before]?.folded ?? ''))
      before--;
    return VERB_AFTER.test(words[before]?.folded ?? '') || unitAt(before)?.kind === 'person';
  }
}

/** Verbs that with "out", "back" or "off" return people, and with "in" or "over" let them in. */
const MOVES_SOMEBODY =
  /^(?:kick|boot|chuck|throw|threw|sling|slung|turf|send|sent|ship|fly|flew|hoof|bundle|cart|put|take|took|bung|pack|whisk|hand|toss|deport)(?:s|ed|ing|ped|ping|ted)?$/;
/** So many words may be put between the verb and its particle. */
const OBJECT = 5;

/** "Kick every illegal arrival out": what stands between a verb and its particle does not part them. */
export function withSplitVerbs(reading: Reading): Reading {
  const { words, units } = reading;
  const unitAt = (index: number) => units.find(({ at }) => at.includes(index));
  for (const [index, { folded }] of words.entries()) {
    const verb = unitAt(index);
    if (!MOVES_SOMEBODY.test(folded) || !verb || verb.kind === 'term' || verb.kind === 'person') continue;
    const particle = words.findIndex(
      (word, at) => at > index + 1 && at <= index + 1 + OBJECT && /^(?:out|back|off)$/.test(word.folded),
    );
    const between = units.filter(({ at: [first = 0] }) => first > index && first < particle);
    const isObject = between.some(({ token }) =>
      /^(?:person|man|arrival|returnee|them|boat-people)$/.test(token),
    );
    if (particle < 0 || !isObject || /^(?:of|the)$/.test(words[particle + 1]?.folded ?? '')) continue;
    return takenFor('return-to-france', reading, (unit) => unit === verb);
  }
  return reading;
}

/** The reading with the units that are meant taken for this term. */
export function takenFor(
  token: string,
  { words, units }: Reading,
  isMeant: (unit: Unit) => boolean,
): Reading {
  return {
    words,
    units: units.map(
      (unit): Unit =>
        isMeant(unit) ? { kind: 'term', token, at: unit.at, known: true, generic: false } : unit,
    ),
  };
}

const VERB_AFTER =
  /^(?:they|we|he|she|you|it|theyve|weve|uk|britain|government|office|did|was|were|got|get|gets|be|have|had|has|ils|elles|ont|ete|on|avons|people|ppl|folk|migrants|personnes)$/;

/** These say how it is in France, or who is there. */
const STAYS =
  /^(?:be|been|is|are|was|were|have|had|has|go|goes|went|gone|like|about|live|lived|living|stay\w*|come|came|know|known|think|thought|say|said|back)$/;

const DIRECTIONS: ReadonlySet<string> = new Set(['accept', 'return-to-france']);

/** "And into the UK?", "and out that month?": nothing but a direction, and when. */
const ONLY_DIRECTION =
  /^(?:(?:and|so|but|ok|okay|then|et|mais|what|how|about|many|people|ppl|of|combien) )*(?:(?:in|into|to|vers|au) (?:the |le )?(?<into>uk|britain|england|gb|royaume uni)|(?<in>in)|(?<out>out)|(?:back )?(?:to|into|vers|en) (?:la )?(?<france>france))(?: (?:in |on |for |over |at )?(?:that|this|(?:the )?same) (?:month|year|day|week|time|period|date|point)| ce (?:mois|jour)(?: la)?)?$/;

/** A follow-up that names only the direction asks for those who went that way. */
export function withOnlyDirection(reading: Reading): Reading {
  const { words } = reading;
  const groups = ONLY_DIRECTION.exec(words.map((word) => word.folded).join(' '))?.groups;
  if (!groups) return reading;
  const token = groups.in || groups.into ? 'accept' : 'return-to-france';
  const said = (groups.into ?? groups.in ?? groups.out ?? groups.france ?? '').split(' ')[0];
  return takenFor(token, reading, ({ at }) => at.some((index) => words[index]?.folded === said));
}

/** "in" and "out" as directions of the scheme ("75 out and 51 in", "more in than out"). */
export function withDirections(reading: Reading): Reading {
  const words = reading.words;
  const directional = (index: number) => {
    const next = words[index + 1]?.folded;
    const before = words[index - 1]?.folded ?? '';
    if (/^(?:find|figure|work|turn|sort|carry|point|rule|make|check|set|back)/.test(before)) return false;
    return (
      next === undefined ||
      /^(?:than|vs|versus|and|or|minus|per|for|as|to|but|under|compared)$/.test(next) ||
      (before === 'many' && /^(?:on|by|at|as|then|since|so)$/.test(next))
    );
  };
  const line = words.map((word) => word.folded).join(' ');
  const together =
    /\b(?:in (?:and|or|vs|versus|minus|than|to|per|against|over) out|out (?:and|or|vs|versus|minus|than|to|per|against|over) in)\b/.test(
      line,
    );
  const both =
    together ||
    ['in', 'out'].every((word) => words.some((other, index) => other.folded === word && directional(index)));
  const afterCount = (index: number) =>
    /^\d|^(?:many|more|people|went|going|were|are|got)$/.test(words[index - 1]?.folded ?? '');
  // "How many gone by January": at the end of what is counted, and nowhere else ("how far have we gone").
  const isCountedGone = (index: number) =>
    /^(?:many|people|migrants)$/.test(
      words.slice(0, index).findLast(({ folded }) => !/^(?:have|ve|had|has|now|been)$/.test(folded))
        ?.folded ?? '',
    ) &&
    /^(?:$|(?:and|by|so|then|now|under|but|altogether|overall|in (?:total|all))\b)/.test(
      foldedLine(words.slice(index + 1, index + 3)),
    );
  const units = reading.units.map((unit): Unit => {
    const index = unit.at[0] ?? 0;
    const word = words[index]?.folded;
    if (word === 'gone' && unit.kind === 'neutral' && isCountedGone(index))
      return { ...unit, kind: 'term', token: 'return-to-france', generic: false };
    if (unit.kind !== 'neutral' || (word !== 'in' && word !== 'out')) return unit;
    if (!(together || directional(index)) || !(both || afterCount(index))) return unit;
    return { ...unit, kind: 'term', token: word === 'in' ? 'accept' : 'return-to-france', generic: false };
  });
  return { words, units };
}

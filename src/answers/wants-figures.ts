/** Whether a part asks for a number, or for something that only numbers can tell. */
import type { Metric } from '../knowledge/schema.js';
import { asksGrowth } from '../questions/operations.js';
import { WHICH_WAY } from '../questions/part-metrics.js';
import type { Context } from './context.js';
import { countedNumbers, statedNumbers } from './stated-numbers.js';

const NOBODY = /\b(?:nobody|no ?one|none|zero|not a single|aucun|personne n)\b/i;

/** "Nobody", as a token. */
const NONE_TOLD = 'nobodi';

/** Words are asked for, whatever they count. */
const WORDED = /\b(?:wordings?|worded|verbatim|formulations?|mot pour mot)\b/i;

/** The words themselves, whatever they were said of. */
const VERY_WORDS =
  /(?<!\w)(?:exact|precise) (?:words?|line|phrase|wording|sentence|quote)(?!\w)|(?<!\w)(?:whole|full) (?:phrase|sentence|quote)(?!\w)|(?<!\w)(?:lines?|quotes?|remarks?|comments?|quotations?) (?:from|by)(?!\w)|(?<!\w)own words(?!\w)|(?<!\w)statement (?:on|about)(?!\w)|(?<!\w)in what words(?!\w)|(?<!\w)what (?:did|does|has) (?:\p{L}+ ){1,3}(?:compared?|liken(?:ed)?|contrast(?:ed)?)(?!\w)/iu;

/** "Number 10's explanation for more coming in", "Philp on how much …, his words": how somebody put it. */
const THEIR_WORDS =
  /\b(?:line|explanations?|explain(?:s|ed)?|reasons?|reasoning|excuses?|answers?|response|reply|retort|defence|take|view|views|opinion|position|stance|verdict|reaction|argument|spin|message|comeback) (?:to|on|about|for|regarding|over|was on|is on)\b|\b(?:his|her|their|its) (?:own |very |exact |precise )?(?:words|line|quote|remarks?|phrase|wording)\b|\b(?:ses|leurs) (?:propres )?mots\b/i;

/** "Does Norris say how many came": what he says of it, where he gave no count. */
const DO_THEY_SAY =
  /^\W*(?:does|did|do|has|have)\b[^?,]{2,40}?\b(?:say|said|give|given|tell|told|mention(?:ed)?|state|reveal(?:ed)?)\b/i;

function namesPerson({ part, knowledge }: Context): boolean {
  return part.people.some((id) => knowledge.person(id)?.kind === 'person');
}

/** True where one of those named gave such a count. */
function isClaimed({ part, figures, horizon }: Context): boolean {
  const [first] = part.metrics;
  return (
    first !== undefined &&
    part.people.some((claimedBy) => figures.all(first.id, null, { claimedBy }, horizon).length > 0)
  );
}

/** What must be the case is a rule, and no count. */
const OBLIGES = /\b(?:must|should|has to|have to|obliged to|required to|doit|doivent)\b/i;

/** "Which two labels did they stick on it": words or reasons, however many of them. */
const ASKS_WORDS =
  /(?<!\w)(?:which|what|quels?|quelles?) (?:\p{L}+ ){0,2}?(?:labels?|nicknames?|phrases?|adjectives?|expressions?|reasons?|arguments?|criticisms?|objections?|raisons|arguments|critiques|adjectifs)(?!\w)/iu;

/** "What does each one say": the texts themselves are to be compared. */
const EACH_SAYS =
  /\bwhat (?:does|do|did) (?:each|both|either)(?: (?:one|side|text|article)s?| of (?:them|the two))? (?:say|claim|call)/i;

/** "Which was bigger, returns or acceptances". */
const WHICH_OF_TWO = /\b(?:which|lequel|laquelle|lesquels|lesquelles)\b.* (?:or|ou) /i;

/** "One in how many was sent back": of those who came. */
export const ONE_IN =
  /\b(?:one|1|a) (?:in|out of|of) (?:every )?how many\b|\b(?:one|1) person in how many\b|\bun sur combien\b|\b(?:how many|combien) .{0,30}\b(?:for every|in every|out of every|per|pour) (?:100|1,?000|10|hundred|thousand|ten|cent|mille)\b/i;

/** "What did she say about the 26 they returned": her words on them, and not how many there were. */
const SAID_OF_NUMBER =
  /\bwhat (?:did|does|has|had|was|is) .{2,60}\b(?:say|said|saying|think|tell \S+|told \S+) (?:about|of|on|regarding) (?:the |those |these |all )?\d|\b(?:qu['’]|que |quoi ).{0,60}\b(?:dite?|disait|pens[ée]) .{0,40}\b(?:des|sur les|au sujet des|propos des) \d/i;

const DAYS = /\b(?:how many|number of|combien de) (?:days|weeks|months|years|jours|semaines|mois)\b/i;

function unitOf({ part, knowledge }: Context): string {
  return knowledge.metric(part.metrics[0]?.id ?? '')?.unit.en ?? '';
}

/** "By how much could crossings fall if it were bigger": what somebody thinks possible, and no count. */
const SUPPOSES =
  /(?<!\w)(?:could|would|might)(?!\w)[^?]*(?<!\w)(?:fall|drop|shrink|rise|grow|reduce[ds]?|cut)(?!\w)[^?]*(?<!\w)if(?!\w)|(?<!\w)if(?!\w)[^?]*(?<!\w)(?:could|would|might)(?!\w)[^?]*(?<!\w)(?:fall|drop|shrink|rise|grow|reduce[ds]?|cut)(?!\w)|(?<!\w)pourrai\p{L}*(?!\w)[^?]*(?<!\w)(?:baisser|chuter|diminuer|augmenter|reculer)(?!\w)/iu;

/** True where a number is asked for, or something only numbers can tell. */
export function wantsFigures(context: Context): boolean {
  const { part, knowledge } = context;
  const [first] = part.metrics;
  if (!first || first.strength === 0 || supposes(part)) return false;
  if (part.tokens.includes('what-happens') && part.focus === 'what') return false;
  if (part.saidBy && WORDED.test(part.text)) return false;
  if (ASKS_WORDS.test(part.text) || VERY_WORDS.test(part.text) || EACH_SAYS.test(part.text)) return false;
  if (part.focus === 'none' && namesOnlySpeaker(context)) return false;
  if (part.people.length > 0 && part.numbers.length === 0 && THEIR_WORDS.test(part.text)) return false;
  if (OBLIGES.test(part.text) && /^(?:source|what|yes-no)$/.test(part.focus) && part.numbers.length === 0)
    return false;
  if (part.saidBy && namesPerson(context) && DO_THEY_SAY.test(part.text) && !isClaimed(context)) return false;
  // How many days something took is no count of people.
  if (part.operation === 'duration' && DAYS.test(part.text) && !/day|week|month/.test(unitOf(context)))
    return false;
  // How long something takes is no count.
  if (
    /\b(?:how long|combien de temps)\b/i.test(part.text) &&
    /^(?:value|duration|compare-metrics)$/.test(part.operation)
  )
    return false;
  const isListed = part.operation === 'series' && part.focus === 'none';
  if (
    part.focus !== 'quantity' &&
    !isListed &&
    (part.tokens.includes('record') || part.tokens.includes('rank'))
  )
    return false;
  if (
    part.saidBy &&
    part.people.length > 0 &&
    /^(?:what|who|why|how)$/.test(part.focus) &&
    (part.numbers.length === 0 || SAID_OF_NUMBER.test(part.text))
  )
    return part.focus === 'what' && isOwnAmount(context);
  // "Why was nobody let in?" is held against the figures as well.
  const isDoubted = part.focus === 'yes-no' && part.times.length > 0;
  // "Nobody was moved in August 2025. Is that true?": what is asked may stand in the sentence before.
  const isNone = NOBODY.test(part.text) || part.tokens.includes(NONE_TOLD);
  if (isNone && part.people.length === 0 && (isDoubted || /^(?:how|why)$/.test(part.focus))) return true;
  // A premise with a number ("how were a thousand people returned by …") is held against the figures.
  if (
    statedNumbers(part).length > 0 &&
    first.restrictions.length === 0 &&
    /^(?:how|why|yes-no|what)$/.test(part.focus)
  )
    return true;
  // "How crowded were the boats on 8 October" is told by the amount of that day.
  if (part.focus === 'how' && part.times.length > 0 && isRate(knowledge.metric(first.id))) return true;
  if (asksRule(part)) return false;
  // "Mahmood and the Home Office on why more came in than went out": reasons that somebody gave.
  if (part.focus === 'why' && part.people.length > 0 && part.numbers.length === 0) return false;
  // A goal that is named by its verb alone ("were meant to be on it") is none of a day.
  if (isNoGoal(knowledge.metric(first.id), part)) return false;
  // "Did returns go up from May to June": the stretch is held against itself.
  const [time] = part.times;
  const isStretch = time !== undefined && /^(?:span|month|year)$/.test(time.granularity);
  if (part.focus === 'yes-no' && isStretch && part.people.length === 0 && asksGrowth(part.text)) return true;
  if (part.operation === 'compare-metrics') {
    return (
      /^(?:quantity|none)$/.test(part.focus) ||
      (part.focus === 'source' && (part.numbers.length > 0 || part.leans)) ||
      // "Who was ahead in February, in or out": the two directions are the ones that may be ahead.
      (part.focus === 'who' && part.people.length === 0 && AHEAD.test(part.text)) ||
      (part.focus === 'yes-no' && part.premise !== undefined) ||
      (part.focus === 'what' && WHICH_WAY.test(part.text)) ||
      (part.focus === 'what' && part.premise !== undefined && WHICH_OF_TWO.test(part.text)) ||
      // "At the end of March, what were the returns and the acceptances".
      (WHAT_WERE.test(part.text) && part.times.length > 0 && !part.saidBy && isBare(part))
    );
  }
  if (part.operation !== 'value') {
    if (part.focus === 'why' || part.focus === 'how')
      return (
        /^(?:compare-times|difference)$/.test(part.operation) ||
        // "How come more had crossed by then than a year before": what it takes for granted is held against the counts.
        (part.operation === 'change' &&
          part.premise !== undefined &&
          part.times.length > 1 &&
          !part.between) ||
        (part.operation === 'ratio' && part.times.length > 1)
      );
    const single = part.metrics.length < 2 && part.times.length < 2 && part.numbers.length === 0;
    // An amount for each one carries its "per" in its own name.
    if (part.operation === 'ratio' && single && time?.granularity === 'span' && asksGrowth(part.text))
      return part.focus !== 'who';
    if (part.operation === 'ratio' && single)
      return (
        (ONE_IN.test(part.text) && first.restrictions.length === 0) ||
        (/^(?:quantity|none|what)$/.test(part.focus) &&
          first.restrictions.length === 0 &&
          isAmount(knowledge.metric(first.id)))
      );
    if (part.metrics.length >= 2 && /^(?:difference|ratio|share)$/.test(part.operation)) return true;
    return (
      part.focus !== 'who' &&
      // "The man who came back in October was removed again: when": an event is asked for, and no count of two times.
      (part.focus !== 'when' ||
        (/^(?:compare-times|change)$/.test(part.operation) && part.moments.length === 0))
    );
  }
  // "Up or down on the swap": of two that are told apart by what is left, the difference tells.
  if (part.focus === 'yes-no' && knowledge.metric(first.id)?.derived?.operation === 'difference')
    return EITHER.test(part.text) && part.people.length === 0;
  if (part.focus === 'quantity' || (part.focus === 'none' && part.times.length > 0)) return true;
  // Words that no metric explains are no asides where no number is asked for.
  if (first.asides.length > 0) return false;
  if (part.focus === 'none' || (part.wantsNewest && part.focus !== 'yes-no')) return true;
  if (part.focus === 'source' || part.focus === 'yes-no')
    return countedNumbers(part).length > 0 || (part.focus === 'source' && (part.wantsNewest || part.leans));
  return (
    part.focus === 'what' &&
    (part.times.length > 0 ||
      part.span !== undefined ||
      isAmount(knowledge.metric(first.id)) ||
      // "What was the weekly target": a goal that is named with its step is a number.
      (knowledge.metric(first.id)?.kind === 'target' && part.tokens.includes('weekly'))) &&
    first.restrictions.length === 0
  );
}

/** True where a rise or a fall is asked for that could be. */
export function supposes({ text, operation }: Context['part']): boolean {
  return operation === 'value' && SUPPOSES.test(text);
}

function isNoGoal(metric: Metric | undefined, { metrics, times, tokens }: Context['part']): boolean {
  const onDay = times.some(({ cue, granularity }) => cue === 'on' && granularity === 'day');
  return metric?.kind === 'target' && metrics[0]?.strength === 1 && onDay && !tokens.includes('weekly');
}

const EITHER = /\b(?:or|ou)\b/i;

const AHEAD = /\b(?:ahead|in front|in the lead|leading|led|winning|won|on top|en tête)\b/i;

const WHAT_WERE = /\bwhat(?:['’]s| is| are| was| were)\b|\bquels? (?:sont|étaient)\b/i;

/** True where nothing but counts is named. */
function isBare({ metrics, unknown }: Context['part']): boolean {
  return unknown.length === 0 && metrics.every((one) => one.restrictions.length + one.asides.length === 0);
}

/** "For each one sent back, how many does the UK take": what is to be, not what has been. */
function asksRule({ operation, metrics, times, numbers, text }: Context['part']): boolean {
  return (
    operation === 'ratio' &&
    metrics.length > 1 &&
    times.length === 0 &&
    numbers.length === 0 &&
    /\b(?:does|do|must|has to|have to|will|would|doit)\b/i.test(text) &&
    !/\b(?:so far|now|to date|had|have been|has been|latest|currently)\b/i.test(text)
  );
}

function isRate(metric: Metric | undefined): boolean {
  return metric?.kind === 'rate' && metric.quotient !== undefined;
}

/** "Cost per return: what did Mahmood tell MPs?": she gave that very amount, and nothing else is asked of it. */
function isOwnAmount({ part, knowledge, figures, horizon }: Context): boolean {
  const [first] = part.metrics;
  if (!first || first.strength < 2 || first.restrictions.length + first.asides.length > 0) return false;
  return (
    isAmount(knowledge.metric(first.id)) &&
    part.people.some((claimedBy) => figures.all(first.id, null, { claimedBy }, horizon).length > 0)
  );
}

/** "What did a return cost" asks for the number. */
function isAmount(metric: Metric | undefined): boolean {
  return metric?.kind === 'measure';
}

/** A person, and no number nor time: a count by somebody who gave none is not what is asked for. */
function namesOnlySpeaker({ part, knowledge, figures, horizon }: Context): boolean {
  const [first] = part.metrics;
  const people = part.people.filter((id) => knowledge.person(id)?.kind === 'person');
  if (!first || first.strength > 1 || people.length === 0 || part.numbers.length + part.times.length > 0)
    return false;
  return !people.some((claimedBy) => figures.all(first.id, null, { claimedBy }, horizon).length > 0);
}

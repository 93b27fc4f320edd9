/** Says what figures are: the value, its date, what differs, what came before, how old it is. */
import { addDays, daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatAge, formatNumber, formatPeriod } from '../language/format.js';
import type { AskedMetric } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { askFor } from './asking.js';
import { answered, type Context, type Derived, type PartAnswer, unknown } from './context.js';
import { computeDerived } from './derived-metrics.js';
import { marksOf } from './marks.js';
import { riseWithin } from './rise-within.js';
import { type Asked, endOfTime, figuresInside, type Gap, isCountedByMonth, selectFigures } from './select.js';
import { agreesWith, amountOf, byStanding, endOf, isRounded, leadOf, withoutRevised } from './standing.js';
import { statedGroups, statedMoment, statedNumbers } from './stated-numbers.js';
import {
  eventText,
  labelOf,
  labelWithin,
  nameOf,
  numberText,
  placeOf,
  statementText,
  valueText,
  whenText,
} from './wording.js';
import { countWithin, sumOfStretch, sumWithin, workingLines } from './working.js';

/** An age above this is worth a sentence: figures of the scheme used to come out monthly. */
const OLD_DAYS = 45;

/** The value of one metric at each time asked for (or the newest one). */
export function answerValue(asked: AskedMetric, context: Context): PartAnswer {
  const metric = context.knowledge.metric(asked.id);
  const { part } = context;
  if (!metric) return unknown(context.words.nothingAtAll);
  if (part.times.length === 0 && !part.wantsNewest && isCountedByMonth({ metric }, context.reads))
    return answerSeries(asked, context);
  const times = part.times.length > 0 ? part.times : [undefined];
  const answers = times.slice(0, 4).map((time) => valueAt(metric, time, context));
  return mergeParts(answers);
}

/** All values of a metric in a stretch of time, one line a date. */
export function answerSeries(asked: AskedMetric, context: Context): PartAnswer {
  const metric = context.knowledge.metric(asked.id);
  if (!metric) return unknown(context.words.nothingAtAll);
  const time = context.part.times[0];
  const wanted = askFor(metric, context.part, undefined, context);
  const from = time?.from ?? '0000-00-00';
  const to = time?.to ?? context.horizon;
  const all = figuresInside(wanted, from, to < context.horizon ? to : context.horizon, context.reads);
  const best = byStanding(all, context.knowledge)[0]?.source;
  const monthly = isCountedByMonth({ metric }, context.reads);
  const figures = monthly ? all.filter(({ source }) => source === best) : all;
  const groups = groupByDate(figures);
  if (groups.length === 0) return valueAt(metric, time, context);
  return answered(groups.slice(-12).map((group) => figureLines(metric, group, context)[0] ?? ''));
}

/** Where sources differ on a metric: every date with more than one value, side by side. */
export function answerDiffering(asked: AskedMetric, context: Context): PartAnswer {
  const metric = context.knowledge.metric(asked.id);
  if (!metric) return unknown(context.words.nothingAtAll);
  const stated = statedGroups(metric, context);
  if (stated.length > 0) {
    const lines = stated.flatMap((group) => figureLines(metric, group, context));
    return answered([...new Set(lines)]);
  }
  const wanted = askFor(metric, context.part, undefined, context);
  const time = narrowest(context.part.times);
  const end = time && endOfTime(time) < context.horizon ? endOfTime(time) : context.horizon;
  const figures = figuresInside(wanted, time ? startAround(time) : '0000-00-00', end, context.reads);
  const groups = groupByDate(figures).filter((group) => new Set(group.map(amountOf)).size > 1);
  if (groups.length === 0 && time) return answerSeries(asked, context);
  if (groups.length === 0) {
    const value = answerValue(asked, context);
    return { ...value, lines: [...value.lines, context.words.agree(labelWithin(metric, context))] };
  }
  return answered(
    groups
      .slice(-3)
      .reverse()
      .flatMap((group) => figureLines(metric, group, context)),
  );
}

/** "In 2025, in early November": the shorter of the times is what is asked about. */
function narrowest(times: readonly Time[]): Time | undefined {
  return [...times].sort((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to))[0];
}

/** Counts "by 9 or 10 November" are of those days: a day before belongs to a single day. */
function startAround(time: Time): IsoDate {
  return time.granularity === 'day' ? addDays(time.from, -1) : time.from;
}

/** Every metric on which sources differ, its newest difference. */
export function answerAllDiffering(context: Context): PartAnswer | undefined {
  const lines = context.knowledge.metrics().flatMap((metric) => {
    const wanted = askFor(metric, context.part, undefined, context);
    const groups = groupByDate(figuresInside(wanted, '0000-00-00', context.horizon, context.reads));
    const differing = groups.filter(
      (group) => new Set(group.filter((one) => !isRounded(one)).map(amountOf)).size > 1,
    );
    return differing.slice(-1).flatMap((group) => figureLines(metric, group, context));
  });
  return lines.length > 0 ? answered(lines.slice(0, 9)) : undefined;
}

function valueAt(metric: Metric, time: Time | undefined, context: Context): PartAnswer {
  const { words, part, knowledge } = context;
  const counted = countWithin(metric, time, context);
  if (counted) return withTotal(valueAt(counted, time, context), metric, time, context);
  const summed = sumWithin(metric, time, context);
  if (summed) return answered(summed);
  const asked = askFor(metric, part, time, context);
  const moment = time ?? statedMoment(metric, context);
  const computed = computeDerived(metric, moment, context);
  if (computed) {
    const [lead] = computed.figures;
    const lines = vaguely(metric, computed, time, context) ?? derivedLines(metric, computed, context);
    const beside = lead
      ? [...saidBeside(metric, lead, moment, context), ...(moment ? [] : ageLines(lead, context))]
      : [];
    return answered([...lines, ...beside]);
  }
  const selection = selectFigures(asked, context.reads);
  if (!selection.found) {
    const added = time?.cue === 'in' && time.granularity !== 'day' && sumOfStretch(metric, time, context);
    if (added) return answered(added);
    const rise = riseWithin(metric, time, context);
    if (rise?.whole) return answered(rise.lines);
    const said = gapText(selection.gap, metric, time, context);
    const nearest = groupByDate(selection.nearest.filter((figure) => endOf(figure) <= context.horizon)).slice(
      -2,
    );
    const [risen, working] = rise?.lines ?? [];
    return unknown(said, [
      ...(risen && working ? [words.nearest(risen), working] : []),
      ...nearest.map((group) => words.nearest(figureLines(metric, group, context)[0] ?? '')),
    ]);
  }
  const lines = figureLines(metric, selection.figures, context);
  const lead = selection.figures[0];
  if (!lead) return unknown(words.nothingAtAll);
  const checked = checkNumber(byStanding(selection.figures, knowledge), context);
  const wantsInside = time?.cue === 'in' && /^(?:month|season|span|part)$/.test(time.granularity);
  if (!selection.inside && time && wantsInside) {
    return unknown(gapText('no-such-period', metric, time, context), lines.slice(0, 1).map(words.nearest));
  }
  lines.push(...saidBeside(metric, lead, time, context));
  if (!selection.inside && time) lines.push(words.notInside(askedTime(time, context)));
  else lines.push(...neighbours(metric, lead, time, asked, context));
  return answered(withCheck(checked, lines, context));
}

/**
 * "Early 2026" means no day: the value that sources print in that time leads, and what the official counts give at
 * its end stands beside it.
 */
function vaguely(
  metric: Metric,
  computed: NonNullable<ReturnType<typeof computeDerived>>,
  time: Time | undefined,
  context: Context,
): string[] | undefined {
  const last = time?.granularity === 'part' ? computed.earlier.at(-1) : undefined;
  if (!time || !last || computed.printed.length > 0) return undefined;
  const printed = computeDerived(metric, onDay(endOf(last)), context);
  if (!printed || printed.figures.some((figure) => endOf(figure) !== endOf(last))) return undefined;
  return [
    ...derivedLines(metric, { ...printed, earlier: [] }, context),
    ...derivedLines(metric, { ...computed, earlier: [] }, context),
  ];
}

/** The count of a month, and all of them by its end: "in November" may ask for either. */
function withTotal(
  counted: PartAnswer,
  metric: Metric,
  time: Time | undefined,
  context: Context,
): PartAnswer {
  const { knowledge, part, used } = context;
  const scope = askFor(metric, part, time, context).scope;
  const total = time && leadOf(knowledge.figuresAt(metric.id, scope, time.to), knowledge);
  if (!total || !counted.answered || part.sources.length > 0) return counted;
  used.figures.add(total);
  const line = `${context.words.figure(labelOf(metric, context), valueText(total, context), whenText(total, context))} ${marksOf([total], context)}`;
  return { ...counted, lines: [...counted.lines, line] };
}

/** What later sources say of the count without giving a number, and how the counting ended, where the time asked for takes them in. */
export function saidBeside(metric: Metric, lead: Figure, time: Time | undefined, context: Context): string[] {
  const { knowledge, horizon, used } = context;
  const end = time && endOfTime(time) < horizon ? endOfTime(time) : horizon;
  return metric.beside.flatMap((id) => {
    const entry = knowledge.entry(id);
    if (entry?.kind === 'event') {
      const { date, note } = entry.body;
      if (date <= endOf(lead) || date > end) return [];
      return [eventText(entry.body, context), ...(note ? [note[context.query.language]] : [])];
    }
    if (entry?.kind !== 'statement') return [];
    const published = knowledge.source(entry.body.source)?.published;
    if (!published || published <= endOf(lead) || published > end) return [];
    used.statements.add(entry.body);
    return [statementText(entry.body, context)];
  });
}

/** The leading value with its date, then what differs from it and what agrees. */
export function figureLines(metric: Metric, figures: readonly Figure[], context: Context): string[] {
  const { words, knowledge, used } = context;
  const standing = withoutRevised(figures);
  const replaced = new Set(
    figures.filter((figure) => !standing.includes(figure)).map((figure) => valueText(figure, context)),
  );
  const revised = figures.filter((figure) => replaced.has(valueText(figure, context)));
  const ordered = byStanding(
    figures.filter((figure) => !revised.includes(figure)),
    knowledge,
  );
  const lead = leadOf(ordered, knowledge);
  if (!lead) return [];
  for (const figure of [...ordered, ...revised]) used.figures.add(figure);
  const value = amountOf(lead);
  const same = ordered.filter((figure) => valueText(figure, context) === valueText(lead, context));
  const rest = ordered.filter((figure) => !same.includes(figure));
  const agreeing = rest.filter((figure) => isRounded(figure) && agreesWith(figure, value));
  const differing = rest.filter((figure) => !agreeing.includes(figure));
  const marks = marksOf(same, context);
  const claimants = new Set(same.map((figure) => figure.claimedBy));
  const claimant = claimants.size === 1 ? lead.claimedBy : undefined;
  const shown = claimant
    ? words.saysWho(valueText(lead, context), nameOf(claimant, context))
    : valueText(lead, context);
  const lines = [`${words.figure(labelOf(metric, context), shown, whenText(lead, context))} ${marks}`];
  lines.push(...workingLines(lead, context));
  lines.push(...saidWhere(same, context));
  if (differing.length > 0) {
    lines.push(words.sourcesDiffer(sideBySide([...same, ...differing], context)));
    for (const figure of ordered) {
      if (figure.note && differing.includes(figure)) lines.push(figure.note[context.query.language]);
    }
  }
  if (revised.length > 0) {
    lines.push(words.revisedFrom(sideBySide(revised, context)));
    lines.push(...revisionOf(lead, revised, context));
  }
  if (agreeing.length > 0) lines.push(words.alsoPrinted(sideBySide(agreeing, context)));
  return lines;
}

/** By how much a revision changed the figure, where that is the question. */
function revisionOf(lead: Figure, [first]: readonly Figure[], context: Context): string[] {
  if (!first || !/\brevis|\brévis|\bcorrig/iu.test(context.part.text)) return [];
  const number = (value: number) => formatNumber(value, context.query.language).replace(/^-/, '−');
  const value = amountOf(lead) - amountOf(first);
  const expression = `${number(amountOf(lead))} − ${number(amountOf(first))} = ${number(value)}`;
  context.used.derived.push({ expression, value, inputs: [lead.id, first.id] });
  return [`${context.words.computed(expression)} ${marksOf([lead, first], context)}`];
}

/** The line that sets the other exact values of a figure's time beside it; none where all sources agree. */
export function differingLine(figure: Figure, context: Context): string[] {
  const { knowledge, words, used } = context;
  const sameTime = withoutRevised(
    knowledge.figuresAt(figure.metric, figure.scope ?? null, endOf(figure)),
  ).filter((other) => !isRounded(other) && other.period?.from === figure.period?.from);
  if (isRounded(figure) || new Set(sameTime.map(amountOf)).size < 2) return [];
  for (const other of sameTime) used.figures.add(other);
  return [words.sourcesDiffer(sideBySide(byStanding(sameTime, knowledge), context))];
}

/** Which text gives it, and what that text passes on, where that is the question. */
export function saidWhere(figures: readonly Figure[], context: Context): string[] {
  const { part, words, knowledge, query } = context;
  if (part.focus !== 'source' && part.focus !== 'who') return [];
  const places = figures.map((figure) => {
    const label = knowledge.source(figure.source)?.label[query.language] ?? figure.source;
    return figure.origin ? `${label}, ${words.origin(figure.origin.title, figure.origin.publisher)}` : label;
  });
  return [words.sourceIs(words.listed([...new Set(places)]))];
}

/** "69 [1]; 70 according to Chris Philp [2]". */
function sideBySide(figures: readonly Figure[], context: Context): string {
  const { words } = context;
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const value = valueText(figure, context);
    const shown = figure.claimedBy ? words.saysWho(value, nameOf(figure.claimedBy, context)) : value;
    groups.set(shown, [...(groups.get(shown) ?? []), figure]);
  }
  return words.listed([...groups].map(([shown, group]) => `${shown} ${marksOf(group, context)}`));
}

function derivedLines(
  metric: Metric,
  derived: Derived & { figures: Figure[]; printed: Figure[]; earlier: Figure[] },
  context: Context,
): string[] {
  const { words, citations, used, knowledge } = context;
  for (const figure of [...derived.figures, ...derived.printed, ...derived.earlier]) used.figures.add(figure);
  used.derived.push({ expression: derived.expression, value: derived.value, inputs: derived.inputs });
  const lead = derived.figures[0];
  const when = lead ? whenText(lead, context) : '';
  const marks = citations.mark(...derived.figures.map(placeOf));
  const value = numberText(derived.value, metric, context);
  const lines = [
    `${words.figure(labelOf(metric, context), value, when)} ${marks}`,
    `${words.computed(derived.expression)} ${marks}`,
  ];
  lines.push(...saidWhere([...derived.figures, ...derived.printed], context));
  const printed = byStanding(derived.printed, knowledge);
  const differing =
    new Set([...printed.map((figure) => figure.value), Math.round(derived.value * 10) / 10]).size > 1;
  if (printed.length > 0 && differing) lines.push(words.sourcesDiffer(sideBySide(printed, context)));
  else if (printed.length > 0) lines.push(words.alsoPrinted(sideBySide(printed, context)));
  const other = printed.find(
    (figure) => figure.note && Math.abs((figure.value ?? 0) - derived.value) >= 0.05,
  );
  if (differing && other?.note) lines.push(other.note[context.query.language]);
  for (const group of groupByDate(derived.earlier).slice(-2).reverse()) {
    const [first] = group;
    if (!first) continue;
    lines.push(words.earlier(`${sideBySide(group, context)}, ${whenText(first, context)}`));
    lines.push(...workingAt(metric, endOf(first), context));
  }
  if (metric.derived?.operation === 'sum') {
    for (const figure of derived.figures) {
      const part = knowledge.metric(figure.metric);
      lines.push(
        `${words.figure(labelOf(part, context), valueText(figure, context), whenText(figure, context))} ${citations.mark(placeOf(figure))}`,
      );
    }
  }
  return withCheck(checkValue(derived.value, context), lines, context);
}

/** What the two parts of a computed metric give at the date of a value that a source prints. */
function workingAt(metric: Metric, date: IsoDate, context: Context): string[] {
  const derived = computeDerived(metric, onDay(date), context);
  if (!derived || derived.figures.some((figure) => endOf(figure) !== date)) return [];
  const { expression, value, inputs, figures } = derived;
  for (const figure of figures) context.used.figures.add(figure);
  context.used.derived.push({ expression, value, inputs });
  return [`${context.words.computed(expression)} ${context.citations.mark(...figures.map(placeOf))}`];
}

function onDay(date: IsoDate): Time {
  return { from: date, to: date, cue: 'by', granularity: 'day', yearGuessed: false, at: [] };
}

/** How old the newest figure is, where that is worth a sentence: of an answer as of a day, on that day. */
export function ageLines(newest: Figure, { words, query, horizon }: Context): string[] {
  const age = daysBetween(endOf(newest), horizon);
  return age > OLD_DAYS ? [words.newestIs(formatAge(age, query.language))] : [];
}

/** What stood before and after, and how old the newest is. */
function neighbours(
  metric: Metric,
  lead: Figure,
  time: Time | undefined,
  asked: Asked,
  context: Context,
): string[] {
  const { words, knowledge, citations } = context;
  const end = endOf(lead);
  const newest = knowledge.newestFigures(metric.id, asked.scope, context.horizon);
  const lines: string[] = [];
  if (metric.kind === 'running-total') {
    const from = time && time.granularity !== 'day' ? time.from : undefined;
    if (time || !from) {
      const { before, higher } = lastOther(lead, metric, asked, context);
      // A total does not fall: what stood higher before differs from this one.
      if (higher.length > 0) {
        for (const figure of higher) context.used.figures.add(figure);
        const values = [lead, ...higher].map(
          (figure) =>
            `${valueText(figure, context)}, ${whenText(figure, context)} ${citations.mark(placeOf(figure))}`,
        );
        lines.push(words.sourcesDiffer(words.listed(values)));
        for (const { note } of higher) if (note) lines.push(note[context.query.language]);
      }
      if (before) {
        context.used.figures.add(before);
        lines.push(
          words.earlier(
            `${valueText(before, context)}, ${whenText(before, context)} ${citations.mark(placeOf(before))}`,
          ),
        );
      }
    }
  }
  const newestDate = newest[0] ? endOf(newest[0]) : end;
  if (!time && end === newestDate && metric.kind !== 'target') lines.push(...ageLines(lead, context));
  return lines;
}

/** So many earlier dates are looked at for another value. */
const LOOKED_AT = 20;

/**
 * The figure that stood before this one with another value (the same one again says nothing of the course), and
 * those on the way to it that stood higher.
 */
function lastOther(
  lead: Figure,
  metric: Metric,
  asked: Asked,
  context: Context,
): { before: Figure | undefined; higher: Figure[] } {
  const { knowledge } = context;
  const higher: Figure[] = [];
  let date = knowledge.previousAsOf(metric.id, asked.scope, endOf(lead));
  for (let looked = 0; date !== undefined && looked < LOOKED_AT; looked++) {
    const figure = leadOf(knowledge.figuresAt(metric.id, asked.scope, date), knowledge);
    if (figure && valueText(figure, context) !== valueText(lead, context)) {
      if (amountOf(figure) <= amountOf(lead) || isRounded(figure)) return { before: figure, higher };
      higher.push(figure);
    }
    date = knowledge.previousAsOf(metric.id, asked.scope, date);
  }
  return { before: undefined, higher };
}

/** Where the question states a number, says how it stands to the figure. */
function checkNumber(figures: readonly Figure[], context: Context): string[] {
  const lead = figures.find((figure) => !isRounded(figure)) ?? figures[0];
  if (!lead) return [];
  const { part, words, query } = context;
  const number = statedNumber(context);
  if (!/^(?:yes-no|how|why|what)$/.test(part.focus) || number === undefined) return [];
  if (figures.some((figure) => amountOf(figure) === number)) return [words.exactlyThat];
  const value = valueText(lead, context);
  const stated = formatNumber(number, query.language);
  return [amountOf(lead) < number ? words.fewerThan(value, stated) : words.moreThan(value, stated)];
}

function checkValue(value: number, context: Context): string[] {
  const number = statedNumber(context);
  if (context.part.focus !== 'yes-no' || number === undefined) return [];
  const rounded = Math.round(value * 10) / 10;
  if (rounded === number) return [context.words.exactlyThat];
  const stated = formatNumber(number, context.query.language);
  const shown = formatNumber(rounded, context.query.language);
  return [rounded < number ? context.words.fewerThan(shown, stated) : context.words.moreThan(shown, stated)];
}

/** A plain yes comes first; how a stated number compares comes after the figure itself. */
function withCheck(checked: readonly string[], lines: readonly string[], context: Context): string[] {
  if (checked[0] === context.words.exactlyThat) return [...checked, ...lines];
  return [...lines.slice(0, 1), ...checked, ...lines.slice(1)];
}

/** A number that the question holds against the figures. */
function statedNumber({ part }: Context): number | undefined {
  return statedNumbers(part)[0];
}

function gapText(gap: Gap, metric: Metric, time: Time | undefined, context: Context): string {
  const { words, part, query } = context;
  const label = labelWithin(metric, context);
  const when = time ? askedTime(time, context) : '';
  switch (gap) {
    case 'future':
      return words.future(when);
    case 'before-first':
    case 'no-such-period':
      return words.noFigureFor(label, when);
    case 'not-from-them': {
      const who = part.sources[0]
        ? (context.knowledge.source(part.sources[0])?.label[query.language] ?? '')
        : part.people.map((person) => nameOf(person, context)).join(', ');
      return words.noFigureFrom(who, label);
    }
    case 'no-figures':
      return words.nothingOn(label);
  }
}

function askedTime(time: Time, context: Context): string {
  return formatPeriod(time.from, time.to, context.query.language);
}

/** Figures of one date together, the dates in order. */
export function groupByDate(figures: readonly Figure[]): Figure[][] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${endOf(figure)} ${figure.period?.from ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, group]) => group);
}

/** Several answers as one: answered if any is, what is missing kept. */
export function mergeParts(answers: readonly PartAnswer[]): PartAnswer {
  const anyAnswered = answers.some((answer) => answer.answered);
  return {
    answered: anyAnswered,
    lines: [...new Set(answers.flatMap((answer) => answer.lines))],
    corrections: answers.flatMap((answer) => answer.corrections),
    missing: answers.flatMap((answer) => answer.missing),
  };
}

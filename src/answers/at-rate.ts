/** "At June's rate, how long until 2,000 are returned?": what is missing, by the pace of one month. */
import type { Figure } from '../knowledge/schema.js';
import { fold } from '../knowledge/words.js';
import { formatDate, formatNumber } from '../language/format.js';
import { monthNumber } from '../questions/named-days.js';
import { line, marks, note } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { allMonthsOf, startOf } from './month-counts.js';
import { totalOf } from './pace.js';
import { amountOf, endOf, leadOf } from './standing.js';

const AT_RATE =
  /(?<!\w)(?:at|on|with|kept up|keep up|keeping|kept|held|maintain\w*|carr(?:y|ied) on at) (?:the |this |that |its |their )?(?:(?<month>\p{L}+?)(?:['’]?s)? )?(?:20\d\d['’]?s? )?(?:\p{L}+ )?(?:rate|pace|speed|tempo)(?!\w)|(?<!\w)(?:au|à ce) (?:rythme|train)(?: (?:de|d['’]) ?(?<mois>\p{L}+))?/iu;
const HOW_LONG =
  /\b(?:how long|how many (?:more )?months|when (?:would|will|do|does|did)|combien de (?:temps|mois)|quand)\b/i;
const AMOUNT =
  /\b(?:until|till|before|to (?:reach|hit|get to|pass|return|send back)|reach|hit|pass|get to|for|jusqu['’]à|atteindre)\b[^?\d]{0,25}(?<number>\d[\d,. ]*\d|\d)(?<thousand>k)?/i;

/** The months that it would take, with the working; undefined where the question asks for nothing of the kind. */
export function answerAtRate(context: Context): PartAnswer | undefined {
  const { part, knowledge, query, words, horizon } = context;
  const asked = part.metrics.map(({ id }) => knowledge.metric(id)).find((metric) => metric?.accumulates);
  if (!asked || !AT_RATE.test(part.text) || !HOW_LONG.test(part.text)) return undefined;
  const said = AMOUNT.exec(part.text)?.groups;
  const total = totalOf(asked, context);
  if (!total || !said || part.narrowing.length > 0) return undefined;
  const goal = Number(said.number?.replace(/[,. ]/g, '')) * (said.thousand ? 1000 : 1);
  const figures = knowledge.newestFigures(total.id, null, horizon);
  const reached = leadOf(figures, knowledge);
  const month = reached && monthMeant(allMonthsOf(total, context), context);
  if (!reached || !month || amountOf(month) === 0 || goal <= amountOf(reached)) return undefined;
  const number = (value: number, digits?: number) => formatNumber(value, query.language, digits);
  const months = (goal - amountOf(reached)) / amountOf(month);
  const expression = `(${number(goal)} − ${number(amountOf(reached))}) ÷ ${number(amountOf(month))} = ${number(months, 1)}`;
  note(expression, months, [reached, month], context);
  return answered([
    `${words.monthsMore(number(months, 1), formatDate(endOf(reached), query.language))} ${words.computed(expression)} ${marks([reached, month], context)}`,
    line(total, reached, context),
    line(knowledge.metric(month.metric), month, context),
  ]);
}

/** The month whose pace is meant ("at May's rate"), or else the newest. */
function monthMeant(months: readonly Figure[], { part }: Context): Figure | undefined {
  const said = AT_RATE.exec(part.text)?.groups;
  const number = monthNumber(fold(said?.month ?? said?.mois ?? ''));
  if (number === undefined) return months.at(-1);
  return months.findLast((month) => Number(startOf(month).slice(5, 7)) === number);
}

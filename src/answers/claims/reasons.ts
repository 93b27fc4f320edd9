/** Why a claim has its verdict, in a sentence with dates and citations. */
import type { Figure } from '../../knowledge/schema.js';
import { checkCatalogueOf } from '../../language/check-catalogue.js';
import type { Context, Derived } from '../context.js';
import { marksOf } from '../marks.js';
import { isRounded } from '../standing.js';
import { eventText, valueText, whenText } from '../wording.js';
import type { Judged } from './judged.js';

/** So many different values of one claim are told. */
const VALUES = 3;

/** One sentence; the figures that it tells are cited in the context. */
export function reasonOf(judged: Judged, missing: readonly string[], context: Context): string {
  const { verdict, figures, older, derived, events } = judged;
  const words = checkCatalogueOf(context.query.language);
  if (events.length > 0) return events.map((event) => eventText(event, context)).join(' ');
  const told = derived.length > 0 ? workingText(derived, figures, context) : figureTexts(figures, context);
  switch (verdict) {
    case 'supported':
      return words.supported(capitalised(told));
    case 'contradicted':
      return derived.length > 0 ? words.notReckoned(capitalised(told)) : words.contradicted(told);
    case 'outdated':
      return derived.length > 0
        ? words.outdatedReckoned(figureTexts(older, context), plainWork(derived, context).join(''))
        : words.outdated(figureTexts(older, context), told);
    case 'disputed':
      return words.disputed(capitalised(told));
    case 'no-data':
      return missing.length > 0 ? words.notBrokenDown(missing.join(', ')) : words.notKnown;
  }
}

/** "94, as of 10 November 2025 [1][2]", each value with its date once; the exact ones alone where there are such. */
function figureTexts(figures: readonly Figure[], context: Context): string {
  const [lead] = figures;
  const exact = figures.filter((figure) => !isRounded(figure));
  const shown = lead && isRounded(lead) ? figures : exact;
  const groups = new Map<string, Figure[]>();
  for (const figure of shown) {
    const key = `${valueText(figure, context)} ${figure.period?.from} ${figure.period?.to ?? figure.asOf}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const said = [...groups.values()].slice(0, VALUES).map((group) => {
    const first = group.find(({ computed }) => computed === undefined) ?? group[0];
    return first
      ? `${valueText(first, context)}, ${whenText(first, context)} ${marksOf(group, context)}`
      : '';
  });
  return context.words.listed(said);
}

/** "281 ÷ 41,472 = 0.68 % [1][2]", and what sources print of it. */
function workingText(derived: readonly Derived[], figures: readonly Figure[], context: Context): string {
  const { words } = context;
  const work = plainWork(derived, context).map((one) => words.computed(one).replace(/\.$/, ''));
  const inputs = new Set(derived.flatMap((one) => one.inputs));
  const printed = figures.filter(({ id }) => !inputs.has(id));
  return words.listed([...work, ...(printed.length > 0 ? [figureTexts(printed, context)] : [])]);
}

/** The first calculation with the marks of its inputs. */
function plainWork(derived: readonly Derived[], context: Context): string[] {
  return derived.slice(0, 1).map(({ expression, inputs }) => {
    const cited = inputs.flatMap((id) => context.knowledge.figure(id) ?? []);
    return `${expression} ${marksOf(cited, context)}`;
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

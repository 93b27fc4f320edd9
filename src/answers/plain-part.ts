/** A part of a question that asks nothing yet, for queries that are put together without words. */
import type { Part } from '../questions/query.js';

/** A part that asks for a quantity, with `changes` put in. */
export function plainPart(changes: Partial<Part>): Part {
  return {
    text: '',
    focus: 'quantity',
    operation: 'value',
    metrics: [],
    scope: undefined,
    times: [],
    impossible: undefined,
    between: false,
    moments: [],
    described: undefined,
    numbers: [],
    premise: undefined,
    span: undefined,
    wantsNewest: false,
    asReported: false,
    people: [],
    saidBy: false,
    sources: [],
    quoted: [],
    tokens: [],
    scene: [],
    narrowing: [],
    foreign: [],
    lead: [],
    context: [],
    unknown: [],
    asked: [],
    surfaces: {},
    sides: false,
    leans: false,
    ...changes,
  };
}

import type { Problem } from './problems.js';
import type { RuleContext } from './rule-context.js';

/** Every id that an entry refers to must exist. */
export function checkReferences(
  { data, refused, report }: RuleContext,
  fileOf: (entry: object) => string,
  problems: Problem[],
): void {
  const known = {
    source: idsOf(data.sources),
    person: idsOf(data.people),
    topic: idsOf(data.topics),
    scope: idsOf(data.scopes),
    metric: idsOf(data.metrics),
    figure: idsOf(data.figures),
    statement: idsOf(data.statements),
  };
  const unknown = (kind: keyof typeof known, id: string | undefined) =>
    id !== undefined && !known[kind].has(id) && !refused.has(id);
  const message = (field: string, kind: keyof typeof known, id: string) =>
    `\`${field}\` names the unknown ${kind} ${id}; mend its spelling or add that ${kind}`;
  const check = (entry: { id: string }, field: string, kind: keyof typeof known, ids: readonly string[]) => {
    for (const id of ids) if (unknown(kind, id)) report(entry, message(field, kind, id));
  };

  for (const topic of data.topics) check(topic, 'essentials', 'statement', topic.essentials);
  for (const person of data.people) check(person, 'speaksFor', 'person', given(person.speaksFor));
  for (const topic of data.topics) check(topic, 'metrics', 'metric', topic.metrics);
  for (const metric of data.metrics) {
    const known = idsOf([...data.statements, ...data.events]);
    for (const id of metric.beside)
      if (!known.has(id) && !refused.has(id))
        report(metric, `\`beside\` names the unknown statement or event ${id}; mend its spelling or add it`);
    if (metric.derived) check(metric, 'derived', 'metric', [metric.derived.of, metric.derived.and]);
    if (metric.quotient) check(metric, 'quotient', 'metric', [metric.quotient.of, metric.quotient.by]);
    if (metric.accumulates) check(metric, 'accumulates', 'metric', [metric.accumulates.metric]);
  }
  for (const figure of data.figures) {
    check(figure, 'metric', 'metric', [figure.metric]);
    check(figure, 'scope', 'scope', given(figure.scope));
    check(figure, 'claimedBy', 'person', given(figure.claimedBy));
    check(figure, 'source', 'source', [figure.source]);
    check(figure, 'revises', 'figure', given(figure.revises));
    const { computed } = figure;
    check(figure, 'computed', 'figure', computed && 'sumOf' in computed ? computed.sumOf : []);
  }
  for (const quote of data.quotes) {
    check(quote, 'speaker', 'person', [quote.speaker]);
    check(quote, 'topics', 'topic', quote.topics);
    check(quote, 'source', 'source', [quote.source]);
  }
  for (const entry of [...data.events, ...data.statements]) {
    check(entry, 'people', 'person', entry.people);
    check(entry, 'topics', 'topic', entry.topics);
    check(entry, 'source', 'source', [entry.source]);
    check(entry, 'also', 'source', entry.also?.map((place) => place.source) ?? []);
  }
  for (const statement of data.statements) check(statement, 'heldBy', 'person', given(statement.heldBy));
  for (const entry of data.leftOut) {
    if (!unknown('source', entry.source)) continue;
    problems.push({
      file: fileOf(entry),
      entry: `leftOut ${JSON.stringify(entry.printed)}`,
      message: message('source', 'source', entry.source),
    });
  }
}

function idsOf(list: readonly { id: string }[]): Set<string> {
  return new Set(list.map((entry) => entry.id));
}

function given(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

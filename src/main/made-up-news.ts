/** A figure made up on request, so that a visitor of the sandbox can see what subscribers see. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Engine } from '../engine.js';
import { todayInLondon } from '../knowledge/calendar.js';
import type { Figure, Source } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import { madeUpWords } from '../language/made-up-words.js';
import type { PageAction } from '../sandbox/index.js';

const METRIC = 'returned-to-france';
const SOURCE = 'S-9999999999';

/** How much more the first figure is than the newest known, and each revision than the one before it. */
const STEPS = { first: 42, revision: 5 };

export type NewsDesk = {
  /** The engine with the data that are in use now. */
  engine: () => Engine;
  /** Resolves once what is on the disk is in use. */
  reload: () => Promise<void>;
};

/** News in a data folder of their own, apart from everything else that is known. */
export class MadeUpNews {
  readonly folder: string;
  readonly #made: Figure[] = [];

  /** @param folder made if need be; whoever names it takes it away again */
  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** The button that publishes one: a new figure first, then revisions of it. */
  action(desk: NewsDesk): PageAction {
    return {
      id: 'publish',
      label: 'Publish a new figure',
      hint: 'Makes one up, as new data would bring it: see what subscribers are sent, and what is answered now.',
      run: () => this.#publish(desk),
    };
  }

  async #publish({ engine, reload }: NewsDesk): Promise<string> {
    const before = this.#made.at(-1);
    const known = before?.value ?? newestOf(engine());
    const figure = figureAfter(known, before);
    this.#made.push(figure);
    const data = { sources: [source(figure)], figures: this.#made };
    writeFileSync(join(this.folder, 'made-up.yaml'), stringify(data, { lineWidth: 0 }));
    await reload();
    const [was, is] = [known, figure.value ?? 0].map((value) => formatNumber(value, 'en'));
    const what = before ? 'It was revised' : 'A made-up figure was published';
    return `${what}: people returned to France, ${was} → ${is}. Ask for it, or see where you have subscribed.`;
  }
}

function newestOf(engine: Engine): number {
  const reply = engine.figure({ metric: METRIC, language: 'en' });
  const values = 'answer' in reply ? reply.answer.figures.map(({ value }) => value ?? 0) : [];
  return Math.max(0, ...values);
}

function figureAfter(known: number, before: Figure | undefined): Figure {
  const value = known + (before ? STEPS.revision : STEPS.first);
  const now = new Date();
  return {
    // The moment: what has been announced once is never announced again.
    id: `F-${now.toISOString().replace(/\D/g, '')}`,
    metric: METRIC,
    value,
    qualifier: 'exact',
    printed: String(value),
    asOf: before?.asOf ?? todayInLondon(now),
    datePrecision: 'day',
    dateKnown: 'stated',
    source: SOURCE,
    provisional: true,
    ...(before ? { revises: before.id, note: madeUpWords.revised(formatNumber(known, 'en')) } : {}),
  };
}

function source({ asOf }: Figure): Source {
  const { title, publisher, label, note, names } = madeUpWords;
  return {
    id: SOURCE,
    document: null,
    label,
    title,
    publisher,
    url: null,
    published: asOf ?? null,
    publishedKnown: 'stated',
    kind: 'anonymous',
    rewriteOf: null,
    originalOpened: true,
    note,
    names,
  };
}

/** Reads GOV.UK's daily arrivals again and again, and writes what is new as data files. */
import { todayInLondon } from '../knowledge/calendar.js';
import { DataError, describeProblem } from '../knowledge/problems.js';
import type { Figure } from '../knowledge/schema.js';
import { additionsOf, type Known } from './arrivals-entries.js';
import { ARRIVALS_PATH, ageOf, readArrivalsPage } from './arrivals-page.js';
import { getJson } from './getting.js';
import { LearntFiles, type Vet } from './learnt-files.js';
import { PageChanged } from './page-changed.js';

export type ArrivalsFeedOptions = {
  /** GOV.UK, or what stands in for it, without a slash at the end. */
  baseUrl: string;
  /** Where its files go. */
  folder: string;
  /** Official counts that the knowledge base in use holds. */
  known: Known;
  vet: Vet;
  log: FeedLog;
  now?: () => Date;
  timeoutMs?: number;
};

/** What a log must be able to do. */
export type FeedLog = Record<'info' | 'warn', (fields: object, message: string) => void>;

/** What became of one reading. */
export type Checked =
  | { outcome: 'learnt'; file: string; figures: readonly Figure[] }
  | { outcome: 'nothing-new' }
  /** Try again later. */
  | { outcome: 'unavailable'; reason: string; retryAfterMs?: number }
  /** Nothing was taken; somebody has to look. */
  | { outcome: 'refused'; reason: string };

const TIMEOUT_MS = 20_000;

/** The page is about 50 kB. */
const MAX_BYTES = 1_000_000;

/** The page comes out daily; after so many days without a new one something is wrong with it. */
const STALE_DAYS = 4;

export class ArrivalsFeed {
  readonly #options: ArrivalsFeedOptions;
  readonly #files: LearntFiles;
  #etag: string | undefined;
  /** The newest day that the page has told of. */
  #ageOfPage: (() => number) | undefined;
  #refusal: string | undefined;

  constructor(options: ArrivalsFeedOptions) {
    this.#options = options;
    this.#files = new LearntFiles(options.folder);
  }

  /** What somebody should look at, in a sentence; undefined where all is well. */
  get trouble(): string | undefined {
    if (this.#refusal !== undefined)
      return `Nothing is taken from GOV.UK’s page of daily arrivals: ${this.#refusal}.`;
    const age = this.#ageOfPage?.() ?? 0;
    return age > STALE_DAYS
      ? `GOV.UK’s page of daily arrivals has told nothing new for ${age} days.`
      : undefined;
  }

  /** Reads the page once and writes what is new. Never rejects. */
  async check(signal?: AbortSignal): Promise<Checked> {
    const checked = await this.#check(signal).catch(
      (error: unknown): Checked => ({
        outcome: signal?.aborted ? 'unavailable' : 'refused',
        reason: reasonOf(error),
      }),
    );
    // What is only unavailable says nothing about the page that was seen before.
    if (checked.outcome !== 'unavailable') this.#tellOf(checked);
    return checked;
  }

  async #check(signal: AbortSignal | undefined): Promise<Checked> {
    const { baseUrl, timeoutMs = TIMEOUT_MS, now = () => new Date() } = this.#options;
    const got = await getJson(`${baseUrl}/api/content${ARRIVALS_PATH}`, {
      etag: this.#etag,
      timeoutMs,
      maxBytes: MAX_BYTES,
      signal,
    });
    switch (got.outcome) {
      case 'unchanged':
        return { outcome: 'nothing-new' };
      case 'unavailable':
        return got;
      case 'refused':
        this.#etag = undefined;
        return got;
      case 'changed': {
        this.#etag = undefined;
        const checked = await this.#takeOver(got.body, now(), signal);
        // A page that was taken over need not be sent again; one that was refused is looked at again each time.
        this.#etag = got.etag;
        return checked;
      }
    }
  }

  async #takeOver(body: unknown, readAt: Date, signal: AbortSignal | undefined): Promise<Checked> {
    const { vet, log, now = () => new Date() } = this.#options;
    const page = readArrivalsPage(body, todayInLondon(readAt));
    this.#ageOfPage = () => ageOf(page, todayInLondon(now()));
    for (const repair of page.repairs) log.warn({ repair }, 'mended a date of the arrivals page');
    const additions = additionsOf({ page, readAt, known: this.#withOwn(page.days[0]?.date ?? '') });
    if (!additions) return { outcome: 'nothing-new' };
    const file = await this.#files.add(additions, readAt, vet, signal);
    return { outcome: 'learnt', file, figures: additions.figures };
  }

  /** What the knowledge base in use holds may be older than the files: a bad edit elsewhere keeps it as it is. */
  #withOwn(since: string): Known {
    const { known } = this.#options;
    const own = this.#files.figuresSince(since);
    return (metric, from, to) => {
      const held = known(metric, from, to);
      const ids = new Set(held.map(({ id }) => id));
      const more = own.filter(
        ({ id, metric: counted, period }) =>
          counted === metric && period?.from === from && period.to === to && !ids.has(id),
      );
      return [...held, ...more];
    };
  }

  #tellOf(checked: Exclude<Checked, { outcome: 'unavailable' }>): void {
    const { log } = this.#options;
    const before = this.#refusal;
    this.#refusal = checked.outcome === 'refused' ? checked.reason : undefined;
    switch (checked.outcome) {
      case 'learnt': {
        const ids = checked.figures.map(({ id }) => id);
        const revised = checked.figures.flatMap(({ revises }) => revises ?? []);
        log.info({ file: checked.file, figures: ids, revised }, 'learnt daily arrivals from GOV.UK');
        return;
      }
      case 'refused':
        if (before !== checked.reason)
          log.warn({ reason: checked.reason }, 'the arrivals page can’t be used; nothing is changed');
        return;
      case 'nothing-new':
        if (before !== undefined) log.info({}, 'the arrivals page can be used again');
        return;
      default:
        checked satisfies never;
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof PageChanged) return `the page has changed: ${error.message}`;
  if (error instanceof DataError)
    return `its figures and the data do not go together: ${error.problems.map(describeProblem).join(' ')}`;
  return error instanceof Error ? error.message : String(error);
}

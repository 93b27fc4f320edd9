/** A stand-in for GOV.UK's Content API on loopback, with the page as it was on 22 August 2026. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { ARRIVALS_PATH } from '../../src/feeds/arrivals-page.js';

export type Row = [date: string, people: string, boats: string, uncontrolled: string, notes: string];

/** Made-up counts for 15 to 21 August 2026, except for the day that the project's data have: 250 on the 17th. */
export const ROWS: readonly Row[] = [
  ['15 August 2026', '0', '0', '0', '\u00a0'],
  ['16 August 2026', '61', '1', '0', '\u00a0'],
  ['17 August 2026', '250', '4', '1', '\u00a0'],
  ['18 August 2026', '0', '0', '0', '\u00a0'],
  ['19 August 2026', '1,075', '17', '0', '\u00a0'],
  ['20 August 2026', '300', '5', '0', '\u00a0'],
  ['21 August 2026', '412', '6', '2', '\u00a0'],
];

export const HEAD =
  '<thead><tr><th scope="col">Date</th><th scope="col">Migrants arrived</th><th scope="col">Boats arrived</th><th scope="col">Boats involved in uncontrolled landings</th><th scope="col">Notes</th></tr></thead>';

/** Data of two official pages and a newspaper, without a figure. */
export const ARRIVALS_BASE = `
sources:
  - id: S-016
    document: null
    label: { en: "The series", fr: "La série" }
    title: Series
    publisher: GOV.UK
    url: https://www.gov.uk/series
    published: 2026-08-21
    publishedKnown: stated
    kind: official
    rewriteOf: null
    note: { en: Made up., fr: Inventé. }
    names: { en: [the series], fr: [la série] }
  - id: S-020
    document: null
    label: { en: "The Herald", fr: "Le Herald" }
    title: Herald
    publisher: The Herald
    url: https://herald.example
    published: 2026-08-22
    publishedKnown: stated
    kind: original-reporting
    rewriteOf: null
    note: { en: Made up., fr: Inventé. }
    names: { en: [the Herald], fr: [le Herald] }
metrics:
  - id: small-boat-arrivals
    kind: period
    unit: { en: people, fr: personnes }
    names: { en: [arrivals], fr: [arrivées] }
    definition: { en: People., fr: Personnes. }
    excludes: { en: Nothing., fr: Rien. }
  - id: boats-arrived
    kind: period
    unit: { en: boats, fr: bateaux }
    names: { en: [boats], fr: [bateaux] }
    definition: { en: Boats., fr: Bateaux. }
    excludes: { en: Nothing., fr: Rien. }
`;

export type Changes = {
  rows?: readonly Row[];
  head?: string;
  /** Replaces the whole table. */
  table?: string;
  item?: Record<string, unknown>;
};

/** The item of the Content API, in the published form, with what a test changes. */
export function arrivalsItem({
  rows = ROWS,
  head = HEAD,
  table,
  item = {},
}: Changes = {}): Record<string, unknown> {
  const body = rows.map(
    ([date, ...cells]) =>
      `<tr>\n<th scope="row">${date}</th>\n${cells.map((cell) => `<td>${cell.replace('\u00a0', '&nbsp;')}</td>`).join('\n')}\n</tr>`,
  );
  const shown = table ?? `<table>${head}<tbody>${body.join('\n')}</tbody></table>`;
  return {
    base_path: ARRIVALS_PATH,
    content_id: '5cede69b-a408-47eb-8933-31fb2813ab77',
    schema_name: 'html_publication',
    document_type: 'html_publication',
    title: 'Small boat arrivals: last 7 days',
    first_published_at: '2023-02-01T11:19:52+00:00',
    public_updated_at: '2026-08-21T13:08:38+01:00',
    updated_at: '2026-08-22T12:11:02+01:00',
    withdrawn_notice: null,
    locale: 'en',
    phase: 'live',
    details: {
      body: `<div class="govspeak"><h2 id="small-boats-data">Small boats data</h2>${shown}<h2 id="about-the-data">About the data</h2><p>Provisional.</p></div>`,
      headers: [],
      first_published_version: false,
    },
    links: {},
    ...item,
  };
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves what `answers` says, in order; the last answer stays. Gives its address and the requests so far. */
export async function govuk(...answers: readonly Answer[]) {
  const requests: { url: string; etag: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push({ url: request.url ?? '', etag: request.headers['if-none-match'] });
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close };
}

/** Answers with an item under an ETag, or with 304 where it is known. */
export function serves(item: unknown, etag = '"one"'): Answer {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', etag });
    response.end(typeof item === 'string' ? item : JSON.stringify(item));
  };
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_, response) => void response.writeHead(code, headers).end('{}');
}

/** Says nothing, ever. */
export const hangs: Answer = () => undefined;

/** Begins to answer and never ends. */
export const stalls: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"title":');
};

/** Goes on and on, without saying how long it will be. */
export const floods: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** Breaks off in the middle. */
export const cuts: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"title":');
  setImmediate(() => response.destroy());
};

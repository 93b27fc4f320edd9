/** A small made-up knowledge base for tests, and folders to keep it in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Entry } from '../../src/knowledge/entries.js';

export const BASE = `
sources:
  - id: S-100
    document: herald.txt
    label: { en: The Herald, fr: Le Herald }
    title: Swaps
    publisher: The Herald
    url: https://herald.example/swaps
    published: 2025-11-10
    publishedKnown: stated
    kind: original-reporting
    rewriteOf: null
    note: { en: Made up., fr: Inventé. }
    names: { en: [the Herald], fr: [le Herald] }
  - id: S-101
    document: null
    label: { en: The Office, fr: Le Bureau }
    title: null
    publisher: null
    url: null
    published: null
    publishedKnown: unknown
    kind: official
    rewriteOf: null
    note: { en: Made up., fr: Inventé. }
    names: { en: [the Office], fr: [le Bureau] }
people:
  - id: ada-bell
    kind: person
    role: { en: minister, fr: ministre }
    names: { en: [Ada Bell], fr: [Ada Bell] }
topics:
  - id: swaps
    names: { en: [swaps], fr: [échanges] }
scopes:
  - id: since-start
    names: { en: [since the start], fr: [depuis le début] }
    since: 2025-09-01
metrics:
  - id: sent
    unit: { en: people, fr: personnes }
    kind: running-total
    names: { en: [people sent], fr: [personnes envoyées] }
    definition: { en: People sent., fr: Personnes envoyées. }
    excludes: { en: Nothing., fr: Rien. }
  - id: boats
    unit: { en: boats, fr: bateaux }
    kind: period
    names: { en: [boats], fr: [bateaux] }
    definition: { en: Boats counted., fr: Bateaux comptés. }
    excludes: { en: Nothing., fr: Rien. }
synonyms:
  - { id: send, en: [send, ship], fr: [envoyer] }
neutral:
  - { id: politeness, holds: What is said to be polite., en: [please], fr: [merci] }
`;

/** YAML of one figure; \`changes\` replaces or adds lines, null takes one out. */
export function figure(id: string, changes: Record<string, string | null> = {}): string {
  const lines: Record<string, string | null> = {
    metric: 'sent',
    value: '94',
    qualifier: 'exact',
    printed: '"94"',
    asOf: '2025-11-10',
    dateKnown: 'stated',
    source: 'S-100',
    paragraph: '2',
    ...changes,
  };
  const kept = Object.entries(lines).filter(([, value]) => value !== null);
  return [`  - id: ${id}`, ...kept.map(([key, value]) => `    ${key}: ${value}`)].join('\n');
}

/** Period changes for a figure of the metric \`boats\`. */
export function boats(from: string, to: string, value: string): Record<string, string | null> {
  return {
    metric: 'boats',
    asOf: null,
    period: `{ from: ${from}, to: ${to} }`,
    value,
    printed: `"${value}"`,
  };
}

export const QUOTE = `
quotes:
  - id: Q-100
    speaker: ada-bell
    role: { en: minister, fr: ministre }
    occasion: { en: a speech, fr: un discours }
    saidOn: 2025-11-09
    dateKnown: stated
    text: It is slow
    authenticity: as-worded
    about: { en: on the pace, fr: sur le rythme }
    topics: [swaps]
    source: S-100
    paragraph: 3
`;

export const EVENT = `
events:
  - id: E-100
    text: { en: The first boat left on 1 September 2025., fr: Le premier bateau est parti le 1er septembre 2025. }
    date: 2025-09-01
    precision: day
    dateKnown: stated
    names: { en: [first boat], fr: [premier bateau] }
    source: S-100
    paragraph: 1
    printed: [first boat]
`;

export const STATEMENT = `
statements:
  - id: T-100
    kind: rule
    text: { en: Two people share a boat., fr: Deux personnes partagent un bateau. }
    heldBy: ada-bell
    topics: [swaps]
    source: S-100
    paragraph: 3
    printed: [two people]
`;

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a new temporary folder and returns it. */
export function folderWith(files: Record<string, string | Buffer>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Tokens as plain as they get: the id and the English words. */
export function plainWords(entry: Entry): string[] {
  const text = 'text' in entry.body ? entry.body.text : '';
  const words = typeof text === 'string' ? text : text.en;
  return [entry.body.id, ...words.split(/[^\p{L}\d]+/u)].map((word) => word.toLowerCase()).filter(Boolean);
}

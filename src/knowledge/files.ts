/** Data files to typed data: YAML, then the schema, with every fault named by file, entry and line. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type CollectedData, collectDataBytes, type DataBytes } from './data-bytes.js';
import type { KnowledgeData } from './entries.js';
import type { Problem } from './problems.js';
import { type DataFile, dataFileSchema } from './schema.js';
import { type ReadYaml, schemaMessage } from './schema-messages.js';

export type ReadData = {
  data: KnowledgeData;
  problems: Problem[];
  hash: string;
  /** The file that an entry of `data` stands in. */
  fileOf: (entry: object) => string;
  /** Ids of entries that were refused, so that what refers to them isn't reported as well. */
  refused: ReadonlySet<string>;
};

/** Reads, validates and joins all data files below the folders; faulty entries are left out and reported. */
export function readDataFolders(paths: readonly string[]): ReadData {
  return readData(collectDataBytes(paths));
}

/** The same for bytes that were collected before. */
export function readData(collected: CollectedData): ReadData {
  const problems = [...collected.problems];
  const refused = new Set<string>();
  const places = new Map<object, string>();
  const parts: DataFile[] = [];
  for (const file of collected.files) {
    const part = readFile(file, problems, refused);
    if (!part) continue;
    parts.push(part);
    for (const list of Object.values(part)) {
      if (Array.isArray(list)) for (const entry of list) places.set(entry, file.shown);
    }
  }
  const fileOf = (entry: object) => places.get(entry) ?? 'data';
  return { data: joinLists(parts), problems, hash: collected.hash, fileOf, refused };
}

function readFile(file: DataBytes, problems: Problem[], refused: Set<string>): DataFile | undefined {
  const read = readYaml(file, problems);
  if (!read) return undefined;
  const whole = dataFileSchema.safeParse(read.value);
  if (whole.success) return whole.data;
  const faulty = new Set<unknown>();
  for (const issue of whole.error.issues) {
    const entry = entryAt(read.value, issue);
    const id = entryId(entry);
    if (id !== undefined) refused.add(id);
    faulty.add(entry);
    const message = schemaMessage(issue, read);
    problems.push({ file: file.shown, entry: id ?? placeInFile(issue), message });
  }
  return dataFileSchema.safeParse(without(read.value, faulty)).data;
}

/** So many faults of a file's YAML are told: those after them mostly come of the first. */
const FAULTS_TOLD = 3;

function readYaml(file: DataBytes, problems: Problem[]): ReadYaml | undefined {
  const problem = (message: string) => void problems.push({ file: file.shown, entry: '', message });
  const lines = new LineCounter();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    // A bracket that is missing makes a fault of every word after it.
    for (const fault of faults.slice(0, FAULTS_TOLD)) {
      problem(`line ${lines.linePos(fault.pos[0]).line} is not valid YAML: ${fault.message}`);
    }
    if (document.errors.length > 0) return undefined;
    const value: unknown = document.toJS() ?? {};
    const lineOf = (path: readonly PropertyKey[]) => {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    };
    return { value, lineOf };
  } catch (error) {
    problem(`can't be read as YAML in UTF-8: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Where the value at `path` (or its nearest parent) starts; for a key, where the key starts. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number | undefined {
  let node = root;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        offset = Number(node.range[0]);
      }
    } else break;
  }
  return offset;
}

function entryAt(value: unknown, issue: z.core.$ZodIssue): unknown {
  const list = child(value, issue.path[0]);
  return Array.isArray(list) && issue.path.length > 1 ? child(list, issue.path[1]) : list;
}

function entryId(entry: unknown): string | undefined {
  const id = child(entry, 'id');
  return typeof id === 'string' ? id : undefined;
}

function placeInFile(issue: z.core.$ZodIssue): string {
  const [list, index] = issue.path;
  if (list === undefined) return '';
  return typeof index === 'number' ? `${String(list)}, entry ${index + 1}` : String(list);
}

/** The file's value without the faulty entries, lists and unknown keys. */
function without(value: unknown, faulty: ReadonlySet<unknown>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const known = Object.keys(dataFileSchema.shape);
  const kept = Object.entries(value).filter(([key, list]) => known.includes(key) && !faulty.has(list));
  return Object.fromEntries(
    kept.map(([key, list]) => [key, Array.isArray(list) ? list.filter((entry) => !faulty.has(entry)) : list]),
  );
}

function child(value: unknown, key: PropertyKey | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function joinLists(parts: readonly DataFile[]): KnowledgeData {
  return {
    sources: parts.flatMap((part) => part.sources),
    people: parts.flatMap((part) => part.people),
    topics: parts.flatMap((part) => part.topics),
    scopes: parts.flatMap((part) => part.scopes),
    metrics: parts.flatMap((part) => part.metrics),
    figures: parts.flatMap((part) => part.figures),
    quotes: parts.flatMap((part) => part.quotes),
    events: parts.flatMap((part) => part.events),
    statements: parts.flatMap((part) => part.statements),
    synonyms: parts.flatMap((part) => part.synonyms),
    neutral: parts.flatMap((part) => part.neutral),
    light: parts.flatMap((part) => part.light),
    ordinary: parts.flatMap((part) => part.ordinary),
    loaded: parts.flatMap((part) => part.loaded),
    wordLists: parts.flatMap((part) => part.wordLists),
    leftOut: parts.flatMap((part) => part.leftOut),
  };
}

/**
 * Neutral ground: what the bot says in its own voice, in the catalogues and in the data, does without the words of
 * `data/vocabulary/loaded.yaml`. They may stand inside quotation marks; `quotes:` are quotations as a whole.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectDataBytes } from '../../src/knowledge/data-bytes.js';
import { readData } from '../../src/knowledge/files.js';
import type { DataFile } from '../../src/knowledge/schema.js';
import { projectRoot } from '../../src/paths.js';

const { data } = readData(collectDataBytes([join(projectRoot, 'data')]));

type Said = { where: string; text: string; language: 'en' | 'fr' };

const LOADED = {
  en: patternOf(data.loaded.flatMap(({ en }) => en)),
  fr: patternOf(data.loaded.flatMap(({ fr }) => fr)),
};

/** Inside these anybody's words may stand. */
const QUOTED = /“[^”]*”|«[^»]*»|"[^"]*"|(?<![\p{L}])‘[^’]*’(?!\p{L})/gu;

/** Names of laws, studies and tables, and terms of statistics, which are what they are. */
const NAMES =
  /\b(?:uncontrolled landings|Illegal Migration Act|Migration and Economic Development Partnership|International Migration Review|[Ii]llegal entry routes|Illegal Entry Routes)\b/g;

describe('in the bot’s own voice no loaded word stands outside quotations', () => {
  test('in the sentences of the catalogues', () => {
    const sentences = catalogues();
    expect(sentences.length).toBeGreaterThan(300);
    expect(listed(sentences)).toEqual([]);
  });

  test('in statements and events', () => {
    const said = [...data.statements, ...data.events].flatMap(({ id, text }) => bilingual(id, text));
    expect(said.length).toBeGreaterThan(400);
    expect(listed(said)).toEqual([]);
  });

  test('in names, units, definitions and limits of metrics', () => {
    const said = data.metrics.flatMap(({ id, names, label, unit, definition, excludes }) => [
      ...bilingual(id, label ?? first(names)),
      ...bilingual(id, unit),
      ...bilingual(id, definition),
      ...bilingual(id, excludes),
    ]);
    expect(said.length).toBeGreaterThan(300);
    expect(listed(said)).toEqual([]);
  });

  test('in notes, in what a quotation is about, in labels of topics and scopes, in roles', () => {
    const noted = [...data.figures, ...data.quotes, ...data.events, ...data.statements, ...data.sources];
    const said = [
      ...noted.flatMap(({ id, note }) => (note ? bilingual(id, note) : [])),
      ...data.figures.flatMap(({ id, computed }) =>
        computed && 'how' in computed ? bilingual(id, computed.how) : [],
      ),
      ...data.quotes.flatMap(({ id, about, occasion }) => [
        ...bilingual(id, about),
        ...bilingual(id, occasion),
      ]),
      ...[...data.topics, ...data.scopes].flatMap(({ id, names }) => bilingual(id, first(names))),
      ...data.people.flatMap(({ id, role }) => bilingual(id, role)),
    ];
    expect(said.length).toBeGreaterThan(500);
    expect(listed(said)).toEqual([]);
  });
});

test('a loaded word is found in all its forms, and not inside quotations or other words', () => {
  const found = (text: string, language: 'en' | 'fr' = 'en') =>
    listed([{ where: 'x', text, language }]).length;
  expect(found('An influx of people came.')).toBe(1);
  expect(found('They were Deported on Monday.')).toBe(1);
  expect(found('She spoke of an “influx of people” and a "farce".')).toBe(0);
  expect(found('The company slammed nothing shut; Islam, alienation')).toBe(2);
  expect(found('Des personnes expulsées vers la France', 'fr')).toBe(1);
  expect(found('Il parle d’un « fiasco ».', 'fr')).toBe(0);
});

/** Where a loaded word stands, with what is around it: the list for whoever mends it. */
function listed(said: readonly Said[]): string[] {
  return said.flatMap(({ where, text, language }) => {
    const own = text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length)).replace(NAMES, '');
    return [...own.matchAll(LOADED[language])].map((match) => {
      const around = own.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40);
      return `${where} (${language}): “${match[0]}” in “… ${around.trim()} …”`;
    });
  });
}

function patternOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) =>
    word
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[\\p{L}]*')
      .replaceAll(' ', '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\d-])(?:${escaped.join('|')})(?![\\p{L}])`, 'giu');
}

function bilingual(where: string, { en, fr }: { en: string; fr: string }): Said[] {
  return [
    { where, text: en, language: 'en' },
    { where, text: fr, language: 'fr' },
  ];
}

function first({ en, fr }: DataFile['topics'][number]['names']): { en: string; fr: string } {
  return { en: en[0] ?? '', fr: fr[0] ?? '' };
}

/** Every text of the files that hold sentences: those named after a language. */
function catalogues(): Said[] {
  const folder = join(projectRoot, 'src', 'language');
  return readdirSync(folder).flatMap((name) => {
    const language = /(?:^|-)(en|fr)\.ts$/.exec(name)?.[1];
    if (language !== 'en' && language !== 'fr') return [];
    return literalsOf(readFileSync(join(folder, name), 'utf8')).map((text) => ({
      where: name,
      text,
      language,
    }));
  });
}

/** What stands between quotes and backticks, without what is put into it, comments and imports. */
function literalsOf(code: string): string[] {
  const plain = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*(?:\/\/.*|import .*)$/gm, '');
  const texts = plain.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g);
  return [...texts].map((match) => (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, ' ')).filter(Boolean);
}

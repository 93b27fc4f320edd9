import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { expect, test } from 'vitest';
import { collectDataBytes } from '../../src/knowledge/data-bytes.js';
import { schemaJson } from '../../src/knowledge/json-schema.js';
import { dataPaths, projectRoot, schemaPath } from '../../src/paths.js';

test('data/schema.json is up to date (npm run kb -- schema)', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(schemaJson());
});

test('every data file names the schema, so that editors complete and check it', () => {
  const { files } = collectDataBytes(dataPaths({}).slice(0, 1));
  for (const { shown, bytes } of files) {
    const path = relative(dirname(`${projectRoot}/${shown}`), schemaPath);
    expect([shown, bytes.toString().split('\n')[0]]).toEqual([
      shown,
      `# yaml-language-server: $schema=${path}`,
    ]);
  }
});

test('an editor is told what is missing, unknown or of the wrong kind', () => {
  const schema = JSON.parse(schemaJson());
  expect(schema.additionalProperties).toBe(false);
  const figure = schema.properties.figures.items;
  expect(figure.additionalProperties).toBe(false);
  expect(figure.required).toEqual(
    expect.arrayContaining(['id', 'metric', 'qualifier', 'dateKnown', 'source']),
  );
  expect(figure.required).not.toContain('provisional');
  expect(schema.properties.sources.items.properties.kind.enum).toContain('official');
});

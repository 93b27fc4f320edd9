import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataPaths, defaultDatabasePath, projectRoot } from '../src/paths.js';

test('paths are the project’s own, wherever it was started', () => {
  expect(existsSync(join(projectRoot, 'package.json'))).toBe(true);
  expect(defaultDatabasePath).toBe(join(projectRoot, 'var', 'knowledge.sqlite'));
  expect(dataPaths({})[0]).toBe(join(projectRoot, 'data'));
});

test('DATA_PATHS replaces the data folders', () => {
  expect(dataPaths({ DATA_PATHS: ' data , /srv/more,' })).toEqual([join(projectRoot, 'data'), '/srv/more']);
});

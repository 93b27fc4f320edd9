/** The helper that holds bodies against Discord's description finds what is wrong, where the description is there. */
import { describe, expect, test } from 'vitest';
import { discordSchema } from '../discord-schema.js';

const schema = discordSchema();

describe.skipIf(schema === null)(
  'Discord’s description (skipped where ../shared/discord/openapi.json is absent)',
  () => {
    const request = (method: string, path: string, body: unknown) => schema?.request(method, path, body);

    test('a good body has no faults', () => {
      const body = {
        type: 4,
        data: {
          content: 'x',
          components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: 'A' }] }],
        },
      };
      expect(request('POST', '/interactions/1/token/callback', body)).toEqual([]);
      expect(request('PATCH', '/webhooks/1/token/messages/%40original', { content: 'x' })).toEqual([]);
      expect(request('GET', '/gateway/bot', undefined)).toEqual([]);
      expect(
        request('POST', '/applications/1/commands', {
          name: 'a',
          description: 'b',
          default_member_permissions: '32',
        }),
      ).toEqual([]);
    });

    test('a fault names its field', () => {
      const body = {
        type: 4,
        data: { components: [{ type: 1, components: [{ type: 2, style: 'one', custom_id: 'a' }] }] },
      };
      const faults = request('POST', '/interactions/1/token/callback', body) ?? [];
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.every((fault) => fault.startsWith('/data/components/0/components/0/style'))).toBe(true);
      expect(request('POST', '/channels/1/messages', { embeds: 'none' })?.[0]).toMatch(/^\/embeds/);
      expect(request('POST', '/nowhere', {})).toEqual(['to a route that Discord does not have']);
      expect(request('DELETE', '/channels/1/messages/2', { content: 'x' })).toEqual([
        'JSON to a route that takes none',
      ]);
    });

    test('answers are held against their status', () => {
      expect(schema?.response('GET', '/gateway', 200, { url: 'wss://example.org' })).toEqual([]);
      expect(schema?.response('GET', '/gateway', 200, { url: 7 })?.[0]).toMatch(/^\/url/);
      expect(schema?.response('GET', '/gateway', 201, {})).toEqual([
        'with a status that Discord does not use here',
      ]);
      expect(schema?.response('DELETE', '/channels/1/messages/2', 204, {})).toEqual([
        'JSON where Discord sends none',
      ]);
    });
  },
);

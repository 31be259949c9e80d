import { describe, expect, it } from 'vitest';
import { API } from './api.ts';
import { openApiDocument } from './openapi.ts';
import { addressOf } from './operation.ts';

const operations = Object.entries(API);

describe('the table of operations', () => {
  it('names each operation as its key, once, at an address of its own', () => {
    for (const [name, { id }] of operations) expect(id).toBe(name);
    const places = operations.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('declares every parameter of an address', () => {
    for (const [, operation] of operations) {
      const named = [...operation.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]);
      const declared = 'params' in operation ? Object.keys((operation.params as any).shape) : [];
      expect(declared).toEqual(named);
    }
  });

  it('writes addresses with everything encoded, and lists as repeated parameters', () => {
    expect(addressOf(API.entity, { id: 'un-sc:QDe.1/../x y' })).toBe(
      '/api/v1/entities/un-sc%3AQDe.1%2F..%2Fx%20y',
    );
    expect(addressOf(API.matrix, {}, { list: ['a', 'b'], asOf: undefined })).toBe(
      '/api/v1/matrix?list=a&list=b',
    );
    expect(() => addressOf(API.entity)).toThrow(TypeError);
  });

  it('refuses a field that it does not know instead of passing over it', () => {
    expect(API.screen.body?.safeParse({ name: 'x', asof: '2020-01-01' }).success).toBe(false);
    expect(API.screenLink.query?.safeParse({ name: 'x', knownat: '2020-01-01' }).success).toBe(false);
  });

  it('becomes an OpenAPI document in which every operation says its action and what it may be refused with', () => {
    const document = openApiDocument(Object.values(API), {
      title: 't',
      version: '1',
      description: 'd',
    }) as any;
    for (const methods of Object.values<any>(document.paths)) {
      for (const operation of Object.values<any>(methods)) {
        expect(operation['x-action']).toMatch(/^[a-z]+$/);
        expect(Object.keys(operation.responses)).toEqual(
          expect.arrayContaining(['400', '401', '403', '404', '429', '503']),
        );
      }
    }
  });
});

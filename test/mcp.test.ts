import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFiles, replayScreening } from '../src/app/index.ts';
import { listen, settingsOf } from '../src/server/index.ts';
import { Store } from '../src/store/index.ts';
import { unList } from './support/un-list.ts';

const ENTENTE = resolve(import.meta.dirname, '../dist/cli/main.js');
let folder: string;
let path: string;

function entente(...args: readonly string[]) {
  const done = spawnSync(process.execPath, [ENTENTE, ...args, '--store', path], { encoding: 'utf8' });
  expect({ args, status: done.status, err: done.status === 0 ? '' : done.stderr }).toEqual({
    args,
    status: 0,
    err: '',
  });
  return done.stdout;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-mcp-'));
  path = join(folder, 'record.db');
  const file = join(folder, 'un.xml');
  entente('init');
  for (const [day, name] of [
    ['2026-01-01', 'INVENTED FRONT'],
    ['2026-02-01', 'INVENTED FRONT RENAMED'],
  ] as const) {
    writeFileSync(file, unList([{ reference: 'QDe.901', name, aliases: [{ name: 'The Blue Lantern' }] }]));
    entente('load', 'un-sc', file, '--observed', day);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `work` with a client that has started the program, as a model's host does. */
async function withClient<T>(
  work: (client: Client) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [ENTENTE, 'mcp', '--store', path],
    env: { PATH: process.env.PATH ?? '', ...env },
    stderr: 'pipe',
  });
  await client.connect(transport);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const call = async (client: Client, name: string, args: Record<string, unknown>) => {
  const result = await client.callTool({ name, arguments: args });
  const [first] = result.content as { type: string; text: string }[];
  return {
    error: result.isError === true,
    text: first?.text ?? '',
    structured: result.structuredContent as any,
  };
};

describe('/mcp of the server', () => {
  it('gives the same tools over streamable HTTP, by the key of each request', async () => {
    const location = join(folder, 'http.db');
    const store = await Store.open(location);
    const file = join(folder, 'http.xml');
    const now = () => new Date('2026-11-24T12:00:00Z');
    writeFileSync(file, unList([{ reference: 'QDe.901', name: 'INVENTED FRONT' }]));
    await loadFiles(store, 'un-sc', [file], { observed: '2026-01-01', now });
    const at = now().toISOString();
    await store.accounts.add({
      name: 'model',
      roles: ['reader'],
      clearance: {},
      password: null,
      by: 'test',
      now: at,
    });
    const { secret } = await store.accounts.addKey('model', {
      label: '',
      scopes: ['screen'],
      expiresAt: null,
      by: '',
      now: at,
    });
    const settings = { ...settingsOf({}), port: 0, logLevel: 'silent' as const, refreshSeconds: 0 };
    const running = await listen({ location, settings, now });
    const connect = async (key: string) => {
      const client = new Client({ name: 'test', version: '1' });
      await client.connect(
        new StreamableHTTPClientTransport(new URL(`${running.address}/mcp`), {
          requestInit: { headers: { authorization: `Bearer ${key}` } },
        }) as Parameters<Client['connect']>[0],
      );
      return client;
    };
    await expect(connect('ent_none')).rejects.toThrow();
    const client = await connect(secret);
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['screen']);
    const screened = await call(client, 'screen', { name: 'Invented Front' });
    expect(screened.structured.results[0]).toMatchObject({ caption: 'INVENTED FRONT', match: true });
    await client.close();
    const [entry] = await store.audit.list({ limit: 1, action: 'screen' });
    expect(entry).toMatchObject({ channel: 'mcp', subject: { name: 'model', kind: 'key' } });
    expect((await replayScreening(store, entry as NonNullable<typeof entry>)).outcome).toBe('same');
    await running.server.close();
    await store.close();
  });
});

describe('entente mcp', () => {
  it('offers its tools with schemas for what goes in and what comes out, all of them read-only', async () => {
    const { tools } = await withClient((client) => client.listTools());
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['screen', 'read', 'show', 'history', 'changes', 'agenda']),
    );
    for (const tool of tools) {
      expect(tool.annotations?.readOnlyHint).toBe(true);
      expect(tool.inputSchema.type).toBe('object');
      expect(tool.outputSchema?.type).toBe('object');
      expect(tool.description).toContain('never instructions');
    }
  });

  it('answers every tool with the typed result that its schema promises', async () => {
    await withClient(async (client) => {
      // The client checks each structured result against the schema that listing gave it.
      await client.listTools();
      const screened = await call(client, 'screen', { name: 'Blue Lantern' });
      expect(screened.structured.results[0]).toMatchObject({
        caption: 'INVENTED FRONT RENAMED',
        match: true,
      });
      expect(JSON.parse(screened.text)).toEqual(screened.structured);
      const shown = await call(client, 'show', { id: 'un-sc:QDe.901' });
      expect(shown.structured.names.map((name: any) => name.text)).toContain('The Blue Lantern');
      const history = await call(client, 'history', { id: 'un-sc:QDe.901' });
      expect(history.structured.events.map((event: any) => event.kind)).toContain('renamed');
      const changes = await call(client, 'changes', { list: 'un-sc', from: '2026-01-01' });
      expect(changes.structured).toMatchObject({
        snapshots: ['2026-02-01'],
        total: changes.structured.events.length,
      });
      const read = await call(client, 'read', {
        text: 'The UN listed the Balochistan Liberation Army.',
        published: '2026-01-05',
      });
      expect(read.structured.mentions.length).toBeGreaterThan(0);
      const agenda = await call(client, 'agenda', { states: ['PK', 'US'] });
      expect(agenda.structured.parties).toEqual(['PK', 'US']);
      const matrix = await call(client, 'matrix', { id: ['un-sc:QDe.901'] });
      expect(matrix.structured.rows[0].cells[0]).toMatchObject({ list: 'un-sc', status: 'listed' });
    });
  });

  it('says what is wrong with a question, and goes on', async () => {
    await withClient(async (client) => {
      const unknown = await call(client, 'show', { id: 'un-sc:QDe.999' });
      expect(unknown).toMatchObject({ error: true, text: expect.stringContaining('ENT_NOT_FOUND') });
      expect((await call(client, 'screen', { name: '' })).error).toBe(true);
      expect((await call(client, 'changes', { list: 'no-such-list', from: '2026-01-01' })).text).toContain(
        'ENT_LIST_NOT_LOADED',
      );
      expect((await call(client, 'screen', { name: 'Blue Lantern' })).error).toBe(false);
    });
  });

  it('enters what it answered, so that a screening can be replayed', async () => {
    await withClient((client) => call(client, 'screen', { name: 'Invented Front', limit: 3 }));
    const { entries } = JSON.parse(entente('audit', 'list', '--action', 'screen', '--json'));
    expect(entries[0]).toMatchObject({
      channel: 'mcp',
      subject: { kind: 'local' },
      asked: { screening: { query: { name: 'Invented Front' } } },
    });
    expect(JSON.parse(entente('audit', 'replay', entries[0].id, '--json'))).toMatchObject({
      outcome: 'same',
    });
  });

  it('with accounts, wants a key, offers what its scopes hold, and hides what is marked', async () => {
    entente('user', 'add', 'model', '--role', 'reader');
    const key = entente('key', 'add', 'model', '--label', 'test').trim();
    const narrow = entente('key', 'add', 'model', '--label', 'narrow', '--scope', 'screen').trim();
    await expect(withClient((client) => client.listTools())).rejects.toThrow();
    await expect(withClient((client) => client.listTools(), { ENTENTE_KEY: `${key}A` })).rejects.toThrow();
    const { tools } = await withClient((client) => client.listTools(), { ENTENTE_KEY: narrow });
    expect(tools.map(({ name }) => name)).toEqual(['screen']);

    const store = await Store.open(path);
    await store.markings.set('record', 'un-sc:QDe.901', 'TLP:AMBER//OWNER in-mea', {
      by: 'test',
      at: '2026-11-24T00:00:00.000Z',
      why: 'test',
    });
    await store.close();
    await withClient(
      async (client) => {
        const screened = await call(client, 'screen', { name: 'Blue Lantern' });
        expect(screened.structured.results.map((result: any) => result.caption)).not.toContain(
          'INVENTED FRONT RENAMED',
        );
        expect(await call(client, 'show', { id: 'un-sc:QDe.901' })).toEqual({
          ...(await call(client, 'show', { id: 'un-sc:QDe.999' })),
          text: expect.stringContaining('not in the record: un-sc:QDe.901'),
        });
        expect((await call(client, 'changes', { list: 'un-sc', from: '2026-01-01' })).structured.total).toBe(
          0,
        );
      },
      { ENTENTE_KEY: key },
    );
    const { entries } = JSON.parse(entente('audit', 'list', '--action', 'screen', '--limit', '1', '--json'));
    expect(entries[0]).toMatchObject({
      subject: { name: 'model', kind: 'key' },
      markings: ['TLP:AMBER//OWNER in-mea'],
    });
    expect(JSON.parse(entente('audit', 'replay', entries[0].id, '--json')).outcome).toBe('same');
  });
});

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { loadFiles } from '../../src/app/index.ts';
import { makeServer, type Server, type Settings, settingsOf } from '../../src/server/index.ts';
import { Store } from '../../src/store/index.ts';
import { unList } from './un-list.ts';

/** A server over a small store in a folder of its own, asked without a network. */
export interface Served {
  readonly folder: string;
  readonly location: string;
  readonly server: Server;
  readonly app: FastifyInstance;
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Reply>;
  readonly post: (url: string, body: unknown, headers?: Record<string, string>) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, any>>;
  readonly text: string;
  readonly json: () => any;
}

/** Invented entities as a FollowTheMoney file has them, in an order that is not that of their ids. */
export const ENTITIES: readonly object[] = [
  {
    id: 'zz-river',
    caption: 'Azure River Front',
    schema: 'Organization',
    properties: {
      name: ['Azure River Front', 'ARF'],
      alias: ['Jabhat an-Nahr al-Azraq'],
      topics: ['sanction', 'crime.terror'],
      country: ['pk'],
      programId: ['XX-TEST'],
    },
    datasets: ['xx_source'],
    referents: ['xx-old-1', 'xx-old-2'],
    target: true,
    first_seen: '2023-01-01T00:00:00',
    last_seen: '2024-05-01T12:00:00',
    last_change: '2023-06-01T00:00:00',
  },
  {
    id: 'aa-person',
    schema: 'Person',
    properties: {
      name: ['Testmann Alifur'],
      birthDate: ['1970-05-01'],
      nationality: ['pk', 'af'],
      gender: ['male'],
      passportNumber: ['AB-123 4567'],
      notes: ['<script>alert(1)</script> said the =HYPERLINK("x")'],
    },
  },
  {
    id: 'sanc-1',
    schema: 'Sanction',
    properties: { entity: ['zz-river'], authority: ['Test Authority'], startDate: ['2023-01-01'] },
  },
  {
    id: 'own-1',
    schema: 'Ownership',
    properties: { owner: ['aa-person'], asset: ['mm-company'], percentage: ['50'] },
  },
  {
    id: 'mm-company',
    schema: 'Company',
    properties: {
      name: ['Bluewater Sample Trading LLC'],
      jurisdiction: ['ae'],
      registrationNumber: ['R-998877'],
    },
    last_change: '2025-02-01T00:00:00',
  },
  {
    id: 'bb-vessel',
    schema: 'Vessel',
    properties: { name: ['MV SAMPLE QUEEN'], imoNumber: ['9999990'], flag: ['pa'] },
  },
];

/** Starts a server. `lists` are loaded before it starts. */
export async function serve(
  options: {
    readonly settings?: Partial<Settings>;
    readonly ftm?: readonly object[];
    readonly log?: (line: string) => void;
    readonly workbench?: string;
  } = {},
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-served-'));
  const location = join(folder, 'record.db');
  const store = await Store.open(location);
  await load(store, folder, '2026-01-01', 3);
  const entities = options.ftm ?? ENTITIES;
  if (entities.length > 0) {
    const file = join(folder, 'entities.ftm.json');
    writeFileSync(file, entities.map((entity) => `${JSON.stringify(entity)}\n`).join(''));
    await loadFiles(store, 'ftm:xx_test', [file], { observed: '2026-01-01', now: () => new Date() });
  }
  await store.close();
  const server = await serveAt(location, {
    ...options,
    workbench: options.workbench ?? join(folder, 'none'),
  });
  const ask = async (request: InjectOptions): Promise<Reply> => {
    const reply = await server.app.inject(request);
    const { statusCode, headers, payload } = reply;
    return { status: statusCode, headers, text: payload, json: () => JSON.parse(payload) };
  };
  return {
    folder,
    location,
    server,
    app: server.app,
    get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
    post: (url, body, headers = {}) =>
      ask({
        method: 'POST',
        url,
        headers: { ...(typeof body === 'string' ? {} : { 'content-type': 'application/json' }), ...headers },
        payload: (typeof body === 'string' ? body : JSON.stringify(body)) as string,
      }),
    close: async () => {
      await server.close();
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}

/** Starts a server over a store that is there. Without a refresh of its own it sees what others load when it is asked to. */
export async function serveAt(
  location: string,
  options: {
    readonly settings?: Partial<Settings>;
    readonly log?: (line: string) => void;
    readonly workbench?: string;
  } = {},
): Promise<Server> {
  const { log, workbench } = options;
  const server = await makeServer({
    location,
    settings: {
      ...settingsOf({ ENTENTE_LOG_LEVEL: log === undefined ? 'silent' : 'info' }),
      refreshSeconds: 0,
      ...options.settings,
    },
    now: () => new Date('2026-11-24T12:00:00Z'),
    ...(workbench === undefined ? {} : { workbench }),
    ...(log === undefined ? {} : { log: { write: log } }),
  });
  await server.ready();
  return server;
}

/** Loads a small invented UN list with so many groups. */
export async function load(store: Store, folder: string, observed: string, groups: number): Promise<void> {
  const file = join(folder, `un-${observed}.xml`);
  writeFileSync(
    file,
    unList(
      Array.from({ length: groups }, (_, i) => ({
        reference: `QDe.${900 + i}`,
        name: `INVENTED SAMPLE FRONT ${['ALPHA', 'BRAVO', 'CHARLIE', 'DELTA', 'ECHO', 'FOXTROT', 'GOLF', 'HOTEL'][i % 8]}`,
        aliases: [
          {
            name: `Group of ${['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel'][i % 8]}`,
          },
        ],
      })),
    ),
  );
  await loadFiles(store, 'un-sc', [file], { observed, now: () => new Date() });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { keepDocument, receivedText } from '../src/app/index.ts';
import { API, addressOf, type OperationName } from '../src/contract/index.ts';
import { type Reply, type Served, serve } from './support/served.ts';

const STORY = `Blast in Quetta kills 14

QUETTA, June 3, 2025 (AP) - A suicide bomber attacked a police bus in Quetta on Tuesday and killed 14 people, police said.

"This was a cowardly attack on those who guard our people," the chief minister told reporters outside the hospital.
`;
const UPDATE = STORY.replaceAll('14', '19');

describe('the API of kept documents', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  const conforms = (name: OperationName, reply: Reply) => {
    expect({ status: reply.status, text: reply.status < 300 ? '' : reply.text }).toEqual({
      status: API[name].status ?? 200,
      text: '',
    });
    return (API[name].answer as z.ZodType).parse(reply.json()) as any;
  };
  const keep = (body: object) => served.post('/api/v1/documents/keep', body);

  it('keeps a report, then its update, and tells which stands', async () => {
    const url = 'https://wire.example/quetta';
    const first = conforms('keepDocument', await keep({ text: STORY, url, published: '2025-06-03' }));
    expect(first.outcome).toBe('new');
    const second = conforms('keepDocument', await keep({ text: UPDATE, url, signal: 'update' }));
    expect(second).toMatchObject({ outcome: 'replaces', earlier: first.id });
    expect(second.copies).toMatchObject([{ of: first.id, kind: 'near' }]);
    const list = conforms('documents', await served.get('/api/v1/documents?state=current'));
    expect(list.documents.map(({ id }: any) => id)).toEqual([second.id]);
    expect(list.documents[0].copyOf).toBe(first.id);
    const shown = conforms('document', await served.get(addressOf(API.document, { id: second.id })));
    for (const { span } of shown.items) expect(shown.text.slice(span.start, span.end)).toBe(span.quote);
    expect(new Set(shown.items.map(({ review }: any) => review.state))).toEqual(new Set(['machine-read']));
  });

  it('joins what current documents tell, and shows what they say otherwise', async () => {
    const other = UPDATE.replace('19 people', '21 people')
      .replace('Blast in Quetta kills 19', 'Bomber strikes bus')
      .replace('(AP)', '(AFP)')
      .replace('"This was a cowardly attack on those who guard our people,"', 'Grief and anger were felt,')
      .replace(
        'outside the hospital',
        'after a night in which the wards had filled and the blood bank ran low',
      );
    conforms('keepDocument', await keep({ text: other, url: 'https://courier.example/bus' }));
    const { total, incidents } = conforms('incidents', await served.get('/api/v1/incidents?country=pk'));
    expect(total).toBe(1);
    expect(incidents[0]).toMatchObject({
      date: '2025-06-03',
      place: 'Quetta',
      killed: { low: 19, high: 21 },
    });
    expect(conforms('incidents', await served.get('/api/v1/incidents?from=2025-07-01')).total).toBe(0);
  });

  it('takes decisions, and shows in JSON which items a person confirmed', async () => {
    const { items, total } = conforms('waitingItems', await served.get('/api/v1/review?kind=event'));
    expect(total).toBeGreaterThan(0);
    const [{ document, key }] = items;
    const decided = await served.post(addressOf(API.decideItem, { id: document }), {
      item: key,
      verdict: 'accept',
      why: 'checked',
    });
    const { id } = conforms('decideItem', decided);
    const item = async () =>
      conforms('document', await served.get(`/api/v1/documents/${document}`)).items.find(
        (one: any) => one.key === key,
      );
    expect((await item()).review).toMatchObject({ state: 'confirmed', decision: id });
    const address = addressOf(API.withdrawDecision, { id: document, decision: String(id) });
    conforms('withdrawDecision', await served.post(address, { why: 'wrong document' }));
    expect((await item()).review.state).toBe('machine-read');
  });

  it('refuses an item whose words are not in the text, and a proposer who approves himself', async () => {
    const { documents } = conforms('documents', await served.get('/api/v1/documents?state=current'));
    const [{ id }] = documents;
    const proposals = addressOf(API.proposeItem, { id });
    const add = (quote: string) =>
      served.post(proposals, { add: { kind: 'event', quote, value: { type: 'attack' } }, why: 'missed' });
    const refused = await add('two bombers');
    expect({ status: refused.status, code: refused.json().code }).toEqual({
      status: 422,
      code: 'ENT_REVIEW_REFUSED',
    });
    const proposed = conforms('proposeItem', await add('attacked a police bus'));
    expect(proposed).toMatchObject({ verdict: 'add', needsSecond: true, approved: null });
    const approve = addressOf(API.approveDecision, { id, decision: String(proposed.id) });
    expect((await served.post(approve, { why: 'mine' })).json().code).toBe('ENT_REVIEW_SAME_PERSON');
  });

  it('lays two documents side by side', async () => {
    const { documents } = conforms('documents', await served.get('/api/v1/documents'));
    const [last, , first] = documents.map((one: any) => one.id);
    const found = conforms(
      'compareDocuments',
      await served.get(addressOf(API.compareDocuments, { id: last, other: first })),
    );
    expect(found.shares[0]).toBeGreaterThan(0);
    conforms('documentCopies', await served.get(addressOf(API.documentCopies, { id: last })));
    expect(conforms('rereadDocument', await served.post(`/api/v1/documents/${last}/reread`, {}))).toEqual({
      changed: false,
    });
  });

  it('answers what is not kept with 404, and what cannot be asked with 400', async () => {
    expect((await served.get('/api/v1/documents/doc-0000000000000000')).status).toBe(404);
    expect((await served.get('/api/v1/documents/nonsense')).status).toBe(400);
    expect((await served.get('/api/v1/documents?cursor=x')).status).toBe(400);
    expect((await keep({ text: ' ' })).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a marked document', () => {
  it('is neither listed nor shown nor compared for who may not have it, and is as if it were not kept', async () => {
    const served = await serve();
    const { store } = served.server.record;
    const at = '2026-11-24T12:00:00.000Z';
    const keys: Record<string, { readonly authorization: string }> = {};
    const keeping = { by: 'test', now: () => new Date(at) };
    const keep = async (text: string) => (await keepDocument(store, receivedText(text), keeping)).id;
    const [open, secret] = [await keep(STORY), await keep(UPDATE)];
    for (const [name, clearance] of [
      ['plain', {}],
      ['cleared', { tlp: 'AMBER', organisation: 'in-mea' }],
    ] as const) {
      await store.accounts.add({ name, roles: ['reader'], clearance, password: null, by: 'test', now: at });
      const key = { label: 'test', scopes: null, by: 'test', now: at, expiresAt: null };
      keys[name] = { authorization: `Bearer ${(await store.accounts.addKey(name, key)).secret}` };
    }
    await store.markings.set('document', secret, 'TLP:AMBER//OWNER in-mea', { by: 'test', at, why: 'test' });
    const list = async (name: string) =>
      (await served.get('/api/v1/documents?limit=1', keys[name])).json().documents.map(({ id }: any) => id);
    expect(await list('cleared')).toEqual([secret]);
    expect(await list('plain')).toEqual([open]);
    const status = async (path: string) => [
      (await served.get(path, keys.plain)).status,
      (await served.get(path, keys.cleared)).status,
    ];
    expect(await status(`/api/v1/documents/${open}/copies/${secret}`)).toEqual([404, 200]);
    expect(await status(`/api/v1/documents/${secret}/copies`)).toEqual([404, 200]);
    const copies = (await served.get(`/api/v1/documents/${open}/copies`, keys.plain)).text;
    expect(copies).not.toContain(secret);
    const [shown] = await status(`/api/v1/documents/${secret}`);
    expect([403, 404]).toContain(shown);
    await served.close();
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, type Outcome } from './support/cli.ts';
import { type Answer, file, type Publisher, publisher } from './support/publisher.ts';

const TRAIN = `Gunmen seize train in Pakistan, 31 dead

QUETTA, March 11, 2025 (Reuters) - Gunmen hijacked the Jaffar Express in Balochistan on Tuesday and killed 31 people, railway officials said.

The Balochistan Liberation Army claimed responsibility for the hijacking of the Jaffar Express. "Our fighters hold the train and everyone in uniform aboard it," its spokesman said.

The train had left Quetta for Peshawar in the morning with more than four hundred people on board and was due there after midnight.
`;
const PRINTED_AGAIN = `${TRAIN.trim()}\n\n(This story has not been edited by our staff and is auto-generated from a syndicated feed.)\n`;
const TOLL = `Toll in train attack rises to 48

ISLAMABAD, March 12, 2025 (AFP) - Militants hijacked the Jaffar Express in Balochistan on March 11 and killed 48 people, a military official said on Wednesday.

Pakistan's interior ministry accused the Balochistan Liberation Army of hijacking the Jaffar Express. Relatives waited at the station in Quetta.
`;

describe('kept documents', () => {
  let at: Desk;
  const ids: Record<string, string> = {};
  const keep = async (name: string, text: string) => {
    const path = join(at.folder, `${name}.txt`);
    writeFileSync(path, text);
    const { code, json } = await at.entente('read', path, '--keep', '--by', 'aisha', '--json');
    expect(code).toBe(0);
    const answer = json();
    ids[name] = answer.kept.id;
    return answer;
  };

  beforeAll(async () => {
    at = desk();
    await at.entente('init');
  }, 60_000);
  afterAll(() => at.close());

  it('say what to do while there are none', async () => {
    expect((await at.entente('document', 'list')).out).toContain('read <file> --keep');
    expect((await at.entente('document', 'events')).out).toContain('No kept document tells');
    expect((await at.entente('document', 'review')).out).toContain('Nothing waits');
  });

  it('are kept once, with their reading', async () => {
    const first = await keep('train', TRAIN);
    expect(first.kept).toMatchObject({ outcome: 'new', copies: [] });
    expect((await keep('train', TRAIN)).kept).toMatchObject({ outcome: 'known', id: first.kept.id });
    expect(first.document.text).toBe(TRAIN);
    const { documents } = (await at.entente('document', 'list', '--json')).json();
    expect(documents).toMatchObject([
      { headline: 'Gunmen seize train in Pakistan, 31 dead', agency: 'Reuters', day: '2025-03-11' },
    ]);
  });

  it('are one story when one is a printing of the other, and two when they are two reports', async () => {
    const again = await keep('again', PRINTED_AGAIN);
    expect(again.kept.copies).toMatchObject([{ of: ids.train, kind: expect.stringMatching(/exact|near/) }]);
    const toll = await keep('toll', TOLL);
    expect(toll.kept.copies.filter(({ kind }: { kind: string }) => kind !== 'shared-text')).toEqual([]);
    const copies = (await at.entente('document', 'copies', ids.again ?? '', '--json')).json();
    expect(copies).toMatchObject({ origin: ids.train, printings: [ids.train, ids.again] });
  });

  it('are joined at the event, with what they say otherwise, printings counted once', async () => {
    const { incidents } = (await at.entente('document', 'events', '--country', 'pk', '--json')).json();
    const [train] = incidents;
    expect(incidents).toHaveLength(1);
    expect(train).toMatchObject({
      type: 'attack',
      date: '2025-03-11',
      country: 'PK',
      killed: { low: 31, high: 48 },
      standing: 'machine-read',
      origins: 2,
    });
    expect(train.documents.map(({ id }: { id: string }) => id).sort()).toEqual(Object.values(ids).sort());
    const said = Object.fromEntries(
      train.differences.map(({ about, versions }: any) => [
        about,
        versions.map((one: any) => one.says).sort(),
      ]),
    );
    expect(said.killed).toEqual(['31 dead', '48 dead']);
    expect(said.attribution).toEqual(['accused by authority', 'claimed']);
    const human = await at.entente('document', 'events');
    expect(human.out).toContain('31 dead (1 story) / 48 dead (1 story)');
  });

  it('show every item with its words and who confirmed it, and keep a decision when read again', async () => {
    const id = ids.toll ?? '';
    const items = async () => (await at.entente('document', 'show', id, '--json')).json().items;
    const [event] = (await items()).filter(({ kind }: { kind: string }) => kind === 'event');
    expect(event.review).toMatchObject({ state: 'machine-read', by: null, at: null });
    const by = ['--note', 'read the release', '--by', 'aisha'];
    const done = await at.entente('document', 'review', id, '--accept', event.key, ...by);
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    expect((await at.entente('document', 'reread', id)).code).toBe(0);
    const [after] = (await items()).filter(({ key }: { key: string }) => key === event.key);
    expect(after.review).toMatchObject({ state: 'confirmed', by: 'aisha' });
    const { incidents } = (await at.entente('document', 'events', '--json')).json();
    expect(incidents[0].standing).toBe('confirmed');
  });

  it('need another person to approve a correction under four eyes', async () => {
    const id = ids.train ?? '';
    const { items } = (await at.entente('document', 'show', id, '--json')).json();
    const [event] = items.filter(({ kind }: { kind: string }) => kind === 'event');
    const review = (...args: string[]) =>
      at.entente('document', 'review', id, ...args, '--note', 'police release');
    const set = ['--set', '{"when":{"value":"2025-03-10"}}'];
    const proposed = await review('--correct', event.key, ...set, '--four-eyes', '--by', 'aisha', '--json');
    const number = String(proposed.json().id);
    const own = await review('--approve', number, '--by', 'aisha');
    expect(own.code).toBe(3);
    expect(own.err).toContain('ENT_REVIEW_SAME_PERSON');
    expect((await review('--approve', number, '--by', 'bilal')).code).toBe(0);
    const { incidents } = (await at.entente('document', 'events', '--json')).json();
    const [train] = incidents.filter(({ documents }: any) => documents.some((one: any) => one.id === id));
    expect(train.differences.some(({ about }: { about: string }) => about === 'date')).toBe(true);
  });

  it.each([
    [['review', 'ID', '--accept', 'nothing', '--note', 'x'], 1, 'ENT_REVIEW_ITEM'],
    [['review', 'ID', '--accept', 'nothing'], 2, '--note'],
    [['review', '--accept', 'x', '--note', 'x'], 2, 'needs the document'],
    [['review', 'ID', '--correct', 'EVENT', '--set', '[1]', '--note', 'x'], 2, 'JSON object'],
    [['review', 'ID', '--correct', 'EVENT', '--set', '{"span":{}}', '--note', 'x'], 3, 'can be corrected'],
    [
      ['review', 'ID', '--correct', 'EVENT', '--set', '{"when":{"value":"soon"}}', '--note', 'x'],
      3,
      'its date',
    ],
    [
      [
        'review',
        'ID',
        '--correct',
        'EVENT',
        '--set',
        '{"where":{"span":{"quote":"Mars","start":0,"end":4}}}',
        '--note',
        'x',
      ],
      3,
      'does not stand in the text',
    ],
    [['review', 'ID', '--approve', '99', '--note', 'x'], 1, 'ENT_REVIEW_DECISION'],
    [['show', 'doc-0000000000000000'], 1, 'ENT_DOCUMENT_UNKNOWN'],
    [['copies', 'ID', 'doc-0000000000000000'], 1, 'ENT_DOCUMENT_UNKNOWN'],
    [['list', '--cursor', 'x'], 2, 'ENT_DOCUMENT_CURSOR'],
    [['list', '--limit', '0'], 2, '--limit'],
    [['list', '--state', 'gone'], 2, '--state'],
  ])('answer %j with exit %i and say why', async (args, code, why) => {
    const id = ids.train ?? '';
    const { items } = (await at.entente('document', 'show', id, '--json')).json();
    const event = items.find(({ kind }: { kind: string }) => kind === 'event').key;
    const given = args.map((arg) => (arg === 'ID' ? id : arg === 'EVENT' ? event : arg));
    const outcome = await at.entente('document', ...given);
    expect({ code: outcome.code, out: outcome.out }).toEqual({ code, out: '' });
    expect(outcome.err).toContain(why);
  });

  describe('and a model', () => {
    let host: Publisher;
    let asked: { readonly headers: Record<string, unknown>; readonly body: any }[];
    const QUOTE = 'Relatives waited at the station in Quetta.';
    const reply =
      (content: string): Answer =>
      async (request, response) => {
        let body = '';
        for await (const piece of request) body += piece;
        asked.push({ headers: request.headers, body: JSON.parse(body) });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
      };
    const items = (...list: object[]) => reply(JSON.stringify({ items: list }));
    const propose = (env: Readonly<Record<string, string>>, ...args: string[]) =>
      withSettings(env, (own) => own.entente('document', 'propose', ids.toll ?? '', ...args));
    /** The same store, asked with other settings. */
    const withSettings = async (
      env: Readonly<Record<string, string>>,
      work: (own: Desk) => Promise<Outcome>,
    ): Promise<Outcome> => {
      const own = desk({ env: { ENTENTE_STORE: at.store, ...env } });
      try {
        return await work(own);
      } finally {
        own.close();
      }
    };

    beforeAll(async () => {
      host = await publisher();
      asked = [];
    });
    afterAll(() => host.close());

    it('send no word anywhere while none is set', async () => {
      const bare = await propose({});
      expect({ code: bare.code, asked: asked.length }).toEqual({ code: 2, asked: 0 });
      expect(bare.err).toContain('ENTENTE_MODEL_URL');
    });

    it('take what it proposes with its words for a proposal, and refuse what is not in the text', async () => {
      host.serve(
        '/v1/chat/completions',
        items(
          { kind: 'event', quote: QUOTE, type: 'statement' },
          { kind: 'event', quote: 'A second train burned.', type: 'attack' },
        ),
      );
      const env = {
        ENTENTE_MODEL_URL: host.url('/v1'),
        ENTENTE_MODEL_NAME: 'small',
        ENTENTE_MODEL_KEY: 'sesame',
      };
      const answer = (await propose(env, '--json')).json();
      expect(asked).toMatchObject([
        { headers: { authorization: 'Bearer sesame' }, body: { model: 'small' } },
      ]);
      expect(answer.proposed).toMatchObject([
        { verdict: 'add', by: 'model:small', needsSecond: true, as: { span: { quote: QUOTE } } },
      ]);
      expect(answer.refused).toMatchObject([{ why: 'its words do not stand in the text' }]);
      const shown = async () =>
        (await at.entente('document', 'show', ids.toll ?? '', '--json'))
          .json()
          .items.find(({ from }: { from: string }) => from === 'model');
      expect((await shown()).review).toMatchObject({ state: 'proposed', by: 'model:small' });
      const number = String(answer.proposed[0].id);
      await at.entente(
        'document',
        'review',
        ids.toll ?? '',
        '--approve',
        number,
        '--note',
        'is so',
        '--by',
        'bilal',
      );
      expect((await shown()).review).toMatchObject({ state: 'confirmed', approvedBy: 'bilal' });
      expect((await propose(env, '--json')).json()).toMatchObject({ proposed: [], known: 1 });
    });

    it.each<[string, Answer]>([
      ['it answered 500', (_, response) => response.writeHead(500).end('sesame')],
      [
        'could not be reached',
        (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      ],
      ['not that of a chat completion', (_, response) => response.end('<html>')],
      ['over 1 MiB', (_, response) => response.end('x'.repeat(2 ** 21))],
    ])('propose nothing and say why: %s', async (why, answer) => {
      host.serve('/v1/chat/completions', answer);
      const set = await propose({ ENTENTE_MODEL_URL: host.url('/v1'), ENTENTE_MODEL_NAME: 'small' });
      expect({ code: set.code, out: set.out }).toEqual({ code: 3, out: '' });
      expect(set.err).toContain(why);
      expect(set.err).not.toContain('sesame');
    });

    it.each([
      [{ ENTENTE_MODEL_URL: 'http://models.example/v1', ENTENTE_MODEL_NAME: 'x' }, 'not an https address'],
      [{ ENTENTE_MODEL_URL: 'nonsense', ENTENTE_MODEL_NAME: 'x' }, 'not an https address'],
      [{ ENTENTE_MODEL_URL: 'https://u:p@models.example/v1', ENTENTE_MODEL_NAME: 'x' }, 'holds a password'],
      [{ ENTENTE_MODEL_URL: 'https://models.example/v1' }, 'ENTENTE_MODEL_NAME'],
    ])('are not asked with settings that cannot be: %j', async (env, why) => {
      const set = await propose(env as Record<string, string>);
      expect(set.code).toBe(2);
      expect(set.err).toContain(why);
    });
  });

  describe('from an address', () => {
    let host: Publisher;
    let online: Desk;

    beforeAll(async () => {
      host = await publisher();
      online = desk({ env: { ENTENTE_ALLOW_HOSTS: '127.0.0.1' } });
      await online.entente('init');
    }, 60_000);
    afterAll(async () => {
      online.close();
      await host.close();
    });

    it('keep the bytes that were fetched, and replace the version before when the page changed', async () => {
      const [first, second] = ['31 people were killed in Sibi.', '48 people were killed in Sibi.'].map(
        (body) =>
          file(`Train attack\n\nSIBI: ${body} The army said so on Tuesday.\n`, {
            type: 'text/plain; charset=utf-8',
          }),
      );
      if (first === undefined || second === undefined) throw new Error('two answers');
      host.serve('/report.txt', first, second);
      const read = () => online.entente('read', host.url('/report.txt'), '--keep', '--json');
      const one = (await read()).json().kept;
      const two = (await read()).json().kept;
      expect(two).toMatchObject({ outcome: 'replaces', earlier: one.id });
      const shown = (await online.entente('document', 'show', one.id, '--json')).json();
      expect(shown.document).toMatchObject({
        state: 'replaced',
        successor: two.id,
        origin: { url: host.url('/report.txt') },
        file: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    });

    it('say why when the address cannot be fetched, and keep nothing', async () => {
      const outcome = await online.entente('read', host.url('/gone.txt'), '--keep');
      expect(outcome.code).not.toBe(0);
      expect(outcome.err).toContain('[ENT_FETCH_');
    });
  });
});

import { copyFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';
import { breaksOff, file, type Publisher, publisher, redirect, silent, status } from './support/publisher.ts';

interface Entry {
  readonly guid: string;
  readonly title: string;
  readonly path?: string;
  readonly at: string;
  readonly full?: readonly string[];
  readonly summary?: string;
}

const STORY = [
  'KARWAN: Police in Karwan on Sunday arrested two men over a fire at a fuel depot that left three guards injured, officials said.',
  'No group has claimed responsibility, Superintendent Meher Dastoor told reporters at the scene on Sunday evening.',
  'The provincial government said that a committee would look into the security of depots and report within a month.',
];

describe('entente feed', () => {
  /** A store with the starter record, made once. */
  let model: Desk;
  let at: Desk;
  let host: Publisher;
  let clock: string;

  const rss = (entries: readonly Entry[], ttl = '') =>
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Chronicle</title><link>${host.url('/')}</link>${ttl}${entries
      .map(
        ({ guid, title, path, at: when, full, summary }) =>
          `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>${path === undefined ? '' : `<link>${host.url(path)}</link>`}<pubDate>${new Date(when).toUTCString()}</pubDate>${summary === undefined ? '' : `<description>${summary}</description>`}${full === undefined ? '' : `<content:encoded><![CDATA[${full.map((p) => `<p>${p}</p>`).join('')}]]></content:encoded>`}</item>`,
      )
      .join('')}</channel></rss>`;
  const asRss = (entries: readonly Entry[], etag?: string) =>
    file(rss(entries), { type: 'application/rss+xml', ...(etag === undefined ? {} : { etag }) });
  const page = (title: string, paragraphs: readonly string[], more = '') =>
    file(
      `<!doctype html><html lang="en"><head><title>${title}</title>${more}<meta property="og:site_name" content="Harbour Chronicle"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`,
      { type: 'text/html; charset=utf-8' },
    );
  const asked = (path: string) => host.asked.filter((one) => one.path === path).length;
  const listed = async () => (await at.entente('feed', 'list', '--json')).json().feeds as any[];
  const documents = async () =>
    (await at.entente('document', 'list', '--limit', '100', '--json')).json().documents as any[];
  const add = (path: string, ...flags: string[]) =>
    at.entente('feed', 'add', host.url(path), '--id', 'harbour', ...flags);
  const run = async (...flags: string[]) => {
    const outcome = await at.entente('feed', 'run', '--json', ...flags);
    return {
      code: outcome.code,
      ...(outcome.out === '' ? { feeds: [], err: outcome.err } : outcome.json()),
    } as any;
  };
  const later = (minutes: number) => {
    clock = new Date(Date.parse(clock) + minutes * 60_000).toISOString();
  };

  beforeAll(async () => {
    model = desk();
    await model.entente('init');
  }, 60_000);
  afterAll(() => model.close());
  beforeEach(async () => {
    host = await publisher();
    clock = '2026-11-24T12:00:00.000Z';
    at = desk({ env: { ENTENTE_ALLOW_HOSTS: '127.0.0.1' }, now: () => new Date(clock) });
    copyFileSync(model.store, at.store);
  });
  afterEach(async () => {
    at.close();
    await host.close();
  });

  it('is added by the page that names it, read, and read again only where something is new', async () => {
    const first: Entry = {
      guid: 'h-1',
      title: 'Two held after depot fire',
      path: '/1',
      at: '2026-11-24T08:00:00Z',
      full: STORY,
    };
    host.serve(
      '/',
      page(
        'Harbour',
        ['Welcome.'],
        `<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/atom+xml" href="/comments">`,
      ),
    );
    host.serve('/rss', asRss([first], '"a"'), asRss([first], '"a"'), asRss([first], '"a"'));
    const added = await at.entente('feed', 'add', host.url('/'));
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringContaining(`added 127.0.0.1`),
      err: expect.stringContaining('/comments'),
    });
    expect(await listed()).toMatchObject([{ url: host.url('/rss'), state: 'never read', answeredAt: null }]);
    const done = await run();
    expect(done).toMatchObject({
      code: 0,
      feeds: [{ outcome: 'changed', items: 1, steps: [{ outcome: 'new', extent: 'whole' }] }],
    });
    expect(asked('/1')).toBe(0);
    expect(await documents()).toMatchObject([
      {
        headline: 'Two held after depot fire',
        publisher: 'Harbour Chronicle',
        format: 'rss',
        extent: 'whole',
        state: 'current',
        day: '2026-11-24',
      },
    ]);
    later(31);
    expect(await run('--due')).toMatchObject({ code: 0, feeds: [{ outcome: 'unchanged', steps: [] }] });
    expect(host.asked.at(-1)?.headers['if-none-match']).toBe('"a"');
    expect(await listed()).toMatchObject([
      {
        state: 'up to date',
        answeredAt: clock,
        changedAt: '2026-11-24T12:00:00.000Z',
        failures: 0,
        items: { kept: 1 },
      },
    ]);
    expect(await run('--due')).toMatchObject({ code: 0, feeds: [] });
    expect((await at.entente('verify')).code).toBe(0);
  });

  it('fetches the page of an item once where the feed has a summary, and keeps every date', async () => {
    const item: Entry = {
      guid: 'h-2',
      title: 'Two held after depot fire',
      path: '/2',
      at: '2026-11-24T08:00:00Z',
      summary: 'Police arrested two men.',
    };
    host.serve('/rss', asRss([item]));
    host.serve(
      '/2',
      page(
        'Two held after depot fire',
        STORY,
        '<meta property="article:published_time" content="2026-11-24T13:25:00+05:30">',
      ),
    );
    await add('/rss');
    expect(await run()).toMatchObject({
      code: 0,
      feeds: [{ steps: [{ outcome: 'new', extent: 'whole', error: null }] }],
    });
    later(31);
    expect(await run()).toMatchObject({ code: 0, feeds: [{ steps: [] }] });
    expect(asked('/2')).toBe(1);
    const [document] = await documents();
    expect(document).toMatchObject({
      format: 'html',
      origin: { url: host.url('/2'), feed: 'harbour', guid: 'h-2' },
    });
    const shown = (await at.entente('document', 'show', document.id, '--json')).out;
    expect(shown).toContain('2026-11-24T13:25:00+05:30');
    expect(shown).toContain('feed pubDate');
    expect(shown).toContain('Meher Dastoor');
  });

  it('asks for no page with --items only', async () => {
    host.serve(
      '/rss',
      asRss([
        {
          guid: 'h-3',
          title: 'Two held',
          path: '/3',
          at: '2026-11-24T08:00:00Z',
          summary: 'Police arrested two men in Karwan.',
        },
      ]),
    );
    await add('/rss', '--items', 'only');
    expect(await run()).toMatchObject({
      code: 0,
      feeds: [{ steps: [{ outcome: 'new', extent: 'summary' }] }],
    });
    expect(asked('/3')).toBe(0);
    expect((await at.entente('feed', 'add', host.url('/x'), '--items', 'all')).code).toBe(2);
  });

  it('keeps the summary where a page fails, says so, and replaces it when the page can be had', async () => {
    const item: Entry = {
      guid: 'h-4',
      title: 'Two held',
      path: '/4',
      at: '2026-11-24T08:00:00Z',
      summary: 'Police arrested two men in Karwan.',
    };
    host.serve('/rss', asRss([item]));
    host.serve('/4', status(404));
    await add('/rss');
    const failed = await run();
    expect(failed).toMatchObject({
      code: 1,
      feeds: [
        {
          outcome: 'changed',
          steps: [{ outcome: 'new', extent: 'summary', error: { code: 'ENT_FETCH_STATUS' } }],
        },
      ],
    });
    expect(await listed()).toMatchObject([{ items: { kept: 0, summary: 1 } }]);
    host.serve('/4', page('Two held', STORY));
    expect(await run()).toMatchObject({ code: 0, feeds: [{ steps: [] }] });
    later(16);
    expect(await run()).toMatchObject({
      code: 0,
      feeds: [{ steps: [{ outcome: 'replaces', extent: 'whole', error: null }] }],
    });
    expect((await documents()).map(({ extent, state }) => [extent, state])).toEqual([
      ['whole', 'current'],
      ['summary', 'replaced'],
    ]);
    expect(await listed()).toMatchObject([{ items: { kept: 1, summary: 0 } }]);
  });

  it('replaces a version that is corrected and withdraws one that is killed, and both stay to be seen', async () => {
    const story: Entry = {
      guid: 'h-5',
      title: 'Two held after depot fire',
      at: '2026-11-24T08:00:00Z',
      full: STORY,
    };
    const other: Entry = {
      guid: 'h-6',
      title: 'Group claims depot fire',
      at: '2026-11-24T08:10:00Z',
      full: [
        'A group claimed the depot fire in Karwan on Sunday.',
        'Police said that they doubted the claim.',
        'It came in a message to reporters.',
      ],
    };
    const corrected = {
      ...story,
      title: 'CORRECTION: Three held after depot fire',
      full: [STORY[0]?.replace('two men', 'three men') ?? '', ...STORY.slice(1)],
    };
    const kill: Entry = {
      guid: 'h-7',
      title: 'KILL: Group claims depot fire',
      at: '2026-11-24T10:00:00Z',
      summary:
        'Editors: please withdraw the story headlined Group claims depot fire. The message was not genuine.',
    };
    host.serve('/rss', asRss([other, story]), asRss([other, story]), asRss([kill, other, corrected]));
    await add('/rss');
    await run();
    later(31);
    const done = await run();
    expect(done.feeds[0].steps.map((step: any) => [step.guid, step.outcome])).toEqual([
      ['h-5', 'replaces'],
      ['h-7', 'withdraws'],
    ]);
    expect((await documents()).map(({ headline, state, signal }) => [headline, state, signal])).toEqual([
      ['KILL: Group claims depot fire', 'current', 'kill'],
      ['CORRECTION: Three held after depot fire', 'current', 'correction'],
      ['Group claims depot fire', 'withdrawn', 'new'],
      ['Two held after depot fire', 'replaced', 'new'],
    ]);
  });

  it('lets a feed withdraw nothing that it did not bring', async () => {
    const story: Entry = {
      guid: 'h-8',
      title: 'Two held after depot fire',
      path: '/8',
      at: '2026-11-24T08:00:00Z',
      full: STORY,
    };
    const foreign = {
      guid: 'h-8',
      title: 'KILL: Two held after depot fire',
      at: '2026-11-24T09:00:00Z',
      summary: 'Please withdraw the story.',
    };
    host.serve('/rss', asRss([story]));
    host.serve('/other', asRss([foreign]));
    await add('/rss');
    await at.entente('feed', 'add', host.url('/other'), '--id', 'other');
    await run();
    const states = (await documents()).map(({ headline, state }) => [headline, state]);
    expect(states).toContainEqual(['Two held after depot fire', 'current']);
    expect(states).toContainEqual(['KILL: Two held after depot fire', 'current']);
  });

  it('backs off a feed that fails, shows it as failing, and leaves the others alone', async () => {
    const good: Entry = {
      guid: 'g-1',
      title: 'Talks resume in Kesh',
      at: '2026-11-24T08:00:00Z',
      full: STORY,
    };
    host.serve('/good', asRss([good]));
    host.serve(
      '/bad',
      asRss([{ ...good, guid: 'b-1', title: 'Another' }]),
      asRss([{ ...good, guid: 'b-1', title: 'Another' }]),
      status(403),
    );
    await at.entente('feed', 'add', host.url('/bad'), '--id', 'bad');
    await at.entente('feed', 'add', host.url('/good'), '--id', 'good');
    await run('bad');
    later(31);
    const failed = await run();
    expect(failed).toMatchObject({
      code: 1,
      feeds: [
        {
          feed: 'bad',
          outcome: 'failed',
          error: { code: 'ENT_FETCH_STATUS' },
          dueAt: '2026-11-24T13:31:00.000Z',
        },
        { feed: 'good', outcome: 'changed', steps: [{ outcome: 'new' }] },
      ],
    });
    later(60);
    expect(await run('bad')).toMatchObject({ feeds: [{ dueAt: '2026-11-24T15:31:00.000Z' }] });
    expect(await listed()).toMatchObject([
      {
        id: 'bad',
        state: 'failing',
        failures: 2,
        answeredAt: '2026-11-24T12:00:00.000Z',
        runAt: clock,
        error: { reason: expect.stringContaining('403') },
        items: { kept: 1 },
      },
      { id: 'good', state: 'due' },
    ]);
    const shown = (await at.entente('feed', 'list')).out;
    expect(shown).toContain('2 times in a row');
  });

  it('refuses what is no feed, breaks off, is too large or leads nowhere, by name, and adds nothing', async () => {
    host.serve('/page', page('A page', ['No feed here.']));
    host.serve('/svg', file('<?xml version="1.0"?><svg/>'));
    host.serve(
      '/entities',
      file('<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>&a;</title></channel></rss>'),
    );
    host.serve('/huge', (_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/rss+xml',
        'content-length': String(600 * 1024 * 1024),
      });
      response.end('<rss>');
    });
    host.serve('/loop', redirect('/loop'));
    host.serve('/inside', redirect('http://10.0.0.1/rss'));
    const cases: readonly (readonly [string, string])[] = [
      ['/page', 'ENT_FEED_NONE'],
      ['/svg', 'ENT_INTAKE_FORMAT'],
      ['/entities', 'ENT_INTAKE_DOCTYPE'],
      ['/huge', 'ENT_FETCH_TOO_LARGE'],
      ['/loop', 'ENT_FETCH_REDIRECT'],
      ['/inside', 'ENT_FETCH_PRIVATE'],
      ['/none', 'ENT_FETCH_STATUS'],
    ];
    for (const [path, code] of cases) {
      const outcome = await at.entente('feed', 'add', host.url(path));
      expect([path, outcome.code > 0, outcome.err]).toEqual([
        path,
        true,
        expect.stringContaining(`[${code}]`),
      ]);
    }
    expect(await listed()).toEqual([]);
    expect((await at.entente('feed', 'list')).out).toContain('entente feed add');
  });

  it('follows a redirect, tries a passing failure again, and says when an answer was not whole', async () => {
    const item: Entry = { guid: 'r-1', title: 'Talks resume', at: '2026-11-24T08:00:00Z', full: STORY };
    host.serve('/old', redirect('/new', 301));
    host.serve('/new', status(503), asRss([item]));
    expect((await add('/old')).code).toBe(0);
    expect(await run()).toMatchObject({ code: 0, feeds: [{ outcome: 'changed' }] });
    host.serve('/new', breaksOff(rss([item])));
    later(31);
    expect(await run()).toMatchObject({
      code: 1,
      feeds: [{ outcome: 'failed', error: { code: 'ENT_FETCH_BROKEN' } }],
    });
  }, 20_000);

  it('fetches so many pages in a run, and the rest in the next', async () => {
    const entries = [1, 2, 3, 4, 5].map(
      (number): Entry => ({
        guid: `m-${number}`,
        title: `Story number ${number}`,
        path: `/m${number}`,
        at: `2026-11-24T0${number}:00:00Z`,
        summary: 'Short.',
      }),
    );
    host.serve('/rss', asRss(entries, '"m"'));
    for (const { path = '', title } of entries) host.serve(path, page(title, STORY));
    await add('/rss');
    expect(await run('--most', '3')).toMatchObject({ code: 0, feeds: [{ waiting: 2 }] });
    expect(await listed()).toMatchObject([{ state: 'due', items: { kept: 3, waiting: 2 } }]);
    expect(await run('--most', '3', '--due')).toMatchObject({
      code: 0,
      feeds: [{ outcome: 'unchanged', waiting: 0 }],
    });
    expect(await listed()).toMatchObject([{ state: 'up to date', items: { kept: 5, waiting: 0 } }]);
  }, 20_000);

  it('tells of items that cannot be read beside those that can', async () => {
    const body = rss([
      { guid: 'u-1', title: 'Talks resume', at: '2026-11-24T08:00:00Z', full: STORY },
    ]).replace('</channel>', '<item><category>x</category></item></channel>');
    host.serve('/rss', file(body, { type: 'application/rss+xml' }));
    await add('/rss');
    const outcome = await at.entente('feed', 'run');
    expect(outcome).toMatchObject({ code: 1, out: expect.stringContaining('not read  item 2') });
  });

  it('reads Atom, JSON Feed and ninjs alike, and waits as long as a publisher asks', async () => {
    host.serve(
      '/atom',
      file(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>u:a</id><updated>2026-11-24T08:00:00Z</updated><entry><id>a-1</id><title>Order made</title><updated>2026-11-24T08:00:00Z</updated><content type="html">${STORY.map((p) => `&lt;p&gt;${p}&lt;/p&gt;`).join('')}</content></entry></feed>`,
        { type: 'application/atom+xml' },
      ),
    );
    host.serve(
      '/json',
      file(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'J',
          items: [{ id: 'j-1', title: 'Court sits', content_text: STORY.join('\n\n') }],
        }),
        { type: 'application/feed+json' },
      ),
    );
    host.serve(
      '/ninjs',
      file(
        JSON.stringify([
          {
            uri: 'n-1',
            versioncreated: '2026-11-24T08:00:00Z',
            headline: 'Convoy case',
            pubstatus: 'usable',
            body_text: STORY.join('\n\n'),
          },
        ]),
        { type: 'application/json' },
      ),
    );
    host.serve('/slow', file(rss([], '<ttl>240</ttl>'), { type: 'application/rss+xml' }));
    for (const id of ['atom', 'json', 'ninjs', 'slow'])
      expect((await at.entente('feed', 'add', host.url(`/${id}`), '--id', id)).code).toBe(0);
    expect(await run()).toMatchObject({ code: 0 });
    expect((await documents()).map(({ format }) => format).sort()).toEqual(['atom', 'json-feed', 'ninjs']);
    expect((await listed()).find(({ id }) => id === 'slow')).toMatchObject({
      dueAt: '2026-11-24T16:00:00.000Z',
    });
  });

  it('stops reading a feed that is removed, keeps its documents, and takes it up again where it was', async () => {
    host.serve(
      '/rss',
      asRss([{ guid: 'x-1', title: 'Talks resume', at: '2026-11-24T08:00:00Z', full: STORY }]),
    );
    await add('/rss');
    expect((await add('/rss')).err).toContain('[ENT_FEED_KNOWN]');
    await run();
    expect((await at.entente('feed', 'remove', 'harbour')).out).toContain('its documents stay');
    expect(await at.entente('feed', 'remove', 'harbour')).toMatchObject({
      code: 1,
      err: expect.stringContaining('[ENT_FEED_UNKNOWN]'),
    });
    expect(await run()).toMatchObject({ feeds: [] });
    expect((await documents()).length).toBe(1);
    await add('/rss');
    expect(await run()).toMatchObject({ feeds: [{ steps: [] }] });
  });

  it('watches until it is told to stop', async () => {
    const before = process.listeners('SIGINT');
    host.serve(
      '/rss',
      asRss([{ guid: 'w-1', title: 'Talks resume', at: '2026-11-24T08:00:00Z', full: STORY }]),
    );
    await add('/rss');
    const watching = at.entente('feed', 'watch', '--json');
    await expect.poll(async () => (await documents()).length, { timeout: 20_000 }).toBe(1);
    // What Ctrl+C does; the test's own process must not hear of it.
    process.listeners('SIGINT').at(-1)?.('SIGINT');
    const { code, out, err } = await watching;
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('Stopped') });
    expect(JSON.parse(out)).toMatchObject({
      feed: 'harbour',
      outcome: 'changed',
      steps: [{ outcome: 'new' }],
    });
    expect(process.listeners('SIGINT')).toEqual(before);
  }, 60_000);

  it('gives up a host that never answers, in the time that it is given', async () => {
    const item: Entry = { guid: 's-1', title: 'Talks resume', at: '2026-11-24T08:00:00Z', full: STORY };
    host.serve('/rss', asRss([item]), silent);
    await add('/rss');
    expect(await run('--timeout', '0.3')).toMatchObject({
      code: 1,
      feeds: [{ outcome: 'failed', error: { code: 'ENT_FETCH_TIMEOUT' } }],
    });
    expect(await listed()).toMatchObject([{ state: 'failing', answeredAt: null, items: { kept: 0 } }]);
  });
});

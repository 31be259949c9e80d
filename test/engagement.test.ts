import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';

const SAMPLE = resolve(import.meta.dirname, '../samples/dialogue-2025-08-13.txt');
const WIRE = resolve(import.meta.dirname, '../../shared/data/wire');

interface Named {
  readonly label: string;
}
const labels = (subjects: readonly Named[]) => subjects.map(({ label }) => label);

describe('dialogues, from the command line', () => {
  let at: Desk;
  beforeAll(async () => {
    at = desk();
    await at.entente('init');
  });
  afterAll(() => at.close());

  it('has the dialogues of the starter record, once, however often it is loaded', async () => {
    const list = async () => (await at.entente('dialogue', 'list', '--json')).json().dialogues;
    const before = await list();
    expect(before.map(({ id, rounds }: { id: string; rounds: number }) => [id, rounds])).toEqual([
      ['fatf-pakistan', 2],
      ['us-india', 2],
      ['us-pakistan', 3],
    ]);
    await at.entente('init');
    expect(await list()).toEqual(before);
  });

  it('compares the rounds of 2024 and 2025: BLA and emerging technologies added, the Forum and the training dropped', async () => {
    const { code, json } = await at.entente(
      'compare',
      'us-pakistan/2024-05-10',
      'us-pakistan/2025-08-12',
      '--json',
    );
    expect(code).toBe(0);
    const { subjects, limits, counts } = json();
    expect(labels(subjects.group.added)).toEqual(['Balochistan Liberation Army']);
    expect(labels(subjects.topic.added)).toContain('emerging technologies');
    expect(labels(subjects.forum.dropped)).toEqual(['Global Counterterrorism Forum']);
    expect(labels(subjects.figure.dropped)).toEqual(['300 police and frontline responders']);
    expect(labels(subjects.topic.dropped)).toContain('training');
    expect(labels(subjects.forum.kept.map((kept: { after: Named }) => kept.after))).toEqual([
      'United Nations',
    ]);
    expect(limits.join(' ')).toMatch(/report and not the statement itself/);
    expect(counts).toMatchObject({ droppedWithoutAWord: 2, added: 3, strengthened: 2 });
  });

  it('compares with a text of one’s own, and writes it as a page to print', async () => {
    const { json } = await at.entente('compare', 'us-pakistan/2024-05-10', SAMPLE, '--json');
    expect(labels(json().subjects.group.added)).toEqual(['Balochistan Liberation Army']);
    expect(labels(json().subjects.forum.dropped)).toEqual(['Global Counterterrorism Forum']);
    const { out } = await at.entente('compare', 'us-pakistan/2024-05-10', SAMPLE, '--format', 'html');
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).toContain('<th scope="col">earlier</th><th scope="col">later</th>');
    expect(await at.entente('compare', 'us-pakistan/2024-05-10', 'no-such-thing')).toMatchObject({
      code: 1,
      err: expect.stringContaining('[ENT_ENGAGEMENT_UNKNOWN]'),
    });
  });

  it('compares the second series: proscribed groups by their UN list, the Taliban and a resolution added', async () => {
    const { subjects, limits } = (
      await at.entente('compare', 'us-india/2020-09-09', 'us-india/2021-10-26', '--json')
    ).json();
    expect(labels(subjects.group.added)).toEqual(['Taliban']);
    expect(labels(subjects.group.dropped)).toEqual(['Hizbul Mujahideen']);
    expect(labels(subjects.instrument.added)).toEqual(['Resolution 2593 (2021)']);
    expect(labels(subjects.forum.added)).toContain('UN 1267 Sanctions Committee');
    expect(labels(subjects.state.dropped)).toEqual(['PK']);
    expect(limits.join(' ')).toMatch(/cut off/);
  });

  it('makes the agenda of 13 August 2025: the BLA listed by both, Pakistan first, and what is open', async () => {
    const { code, json } = await at.entente('agenda', 'PK', 'US', '--as-of', '2025-08-13', '--json');
    expect(code).toBe(0);
    const agenda = json();
    const bla = agenda.groups.find(
      ({ caption }: { caption: string }) => caption === 'Balochistan Liberation Army',
    );
    expect(bla).toMatchObject({
      listedBy: 'both',
      first: 'PK',
      sides: { PK: { since: '2006-04-07' }, US: { since: '2019-07-02' } },
    });
    expect(
      bla.sides.US.lines.map(({ list, since }: { list: string; since: string }) => [list, since]),
    ).toContainEqual(['us-state-fto', '2025-08-11']);
    expect(agenda.since).toBe('2024-05-10');
    expect(agenda.changes).toContainEqual(
      expect.objectContaining({
        date: '2025-08-11',
        list: 'us-state-fto',
        caption: 'Balochistan Liberation Army',
        what: 'listed',
      }),
    );
    expect(agenda.promises.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['us-pakistan/2025-08-12-c5', 'us-pakistan/2024-05-10-c4']),
    );
    expect(
      agenda.promises.find(({ id }: { id: string }) => id === 'us-pakistan/2024-05-10-c4'),
    ).toMatchObject({ stale: true, overdue: false });
    expect(agenda.rollUp[0].coverage.words).toBe('0 of 15 assessed');
    const before = (await at.entente('agenda', 'PK', 'US', '--as-of', '2019-01-01', '--json')).json();
    const then = before.groups.find(
      ({ caption }: { caption: string }) => caption === 'Balochistan Liberation Army',
    );
    expect(then).toMatchObject({ listedBy: 'PK', sides: { US: { listed: 'not-listed' } } });
    expect(before.limits.join(' ')).toContain('No round between PK and US');
    const paper = await at.entente('agenda', 'PK', 'US', '--as-of', '2025-08-13', '--format', 'html');
    expect(paper.out).toContain('Balochistan Liberation Army (PK first)');
    expect(await at.entente('agenda', 'Pakistan!', 'US')).toMatchObject({ code: 2 });
    const body = (await at.entente('agenda', 'PK', 'FATF', '--json')).json();
    expect([body.listsCompared, body.groups]).toEqual([false, []]);
    expect(body.limits[0]).toBe('No list of FATF is known to the record, so lists are not compared.');
  });

  it.each([
    ['2018-06-30', null, 27, 'listed'],
    ['2019-10-25', '5 of 27', 27, 'deadline-extended'],
    ['2020-03-01', '14 of 27', 27, 'deadline-extended'],
    ['2020-10-24', '21 of 27', 27, 'deadline-extended'],
    ['2021-06-26', '26 of 27; 7 of 34 items not counted', 34, 'deadline-extended'],
    ['2022-03-05', '32 of 34', 34, 'deadline-extended'],
    ['2022-06-18', '34 of 34', 34, 'substantially-completed'],
    ['2022-10-22', '34 of 34', 34, 'removed'],
  ])(
    'replays the reviews of Pakistan: on %s the published count was %s',
    async (day, count, items, status) => {
      const { plans, happenings } = (
        await at.entente('dialogue', 'show', 'fatf-pakistan', '--as-of', day, '--json')
      ).json();
      const [plan] = plans;
      expect(plan.items).toBe(items);
      const reviewer = plan.counts.find(({ basis }: { basis: string }) => basis === 'assessment');
      expect(reviewer?.words ?? null).toBe(count);
      expect(happenings.filter(({ form }: { form: string }) => form === 'status').at(-1).status).toBe(status);
    },
  );

  it('shows a party’s own count beside the reviewer’s, and as known on a day only what was out by then', async () => {
    const counts = async (...clocks: string[]) => {
      const { plans } = (await at.entente('dialogue', 'show', 'fatf-pakistan', ...clocks, '--json')).json();
      return plans[0].counts.map(({ by, basis, words }: { by: string; basis: string; words: string }) => [
        by,
        basis,
        words,
      ]);
    };
    expect(await counts('--as-of', '2019-10-25')).toEqual([
      ['FATF', 'assessment', '5 of 27'],
      ['PK', 'self-report', '22 of 27'],
    ]);
    expect(await counts('--as-of', '2019-10-25', '--known-at', '2019-10-21')).toEqual([
      ['FATF', 'assessment', '5 of 27'],
    ]);
    const { out } = await at.entente('dialogue', 'show', 'fatf-pakistan', '--as-of', '2019-10-25');
    expect(out).toMatch(
      /FATF: 5 of 27 \(2019-10-18\)[\s\S]*PK of itself: 22 of 27 \(2019-10-23\)\. [\s\S]*largely or\s+partially\s+completed/,
    );
  });

  it('takes in a report, which a person confirms, splits and rejects', async () => {
    const added = await at.entente('dialogue', 'add', SAMPLE, '--json');
    expect(added.code).toBe(0);
    const { meeting, document, commitments, notes } = added.json();
    expect(meeting.id).toBe('us-pakistan/2025-08-12');
    expect(document).toMatchObject({
      standing: 'secondary',
      warnings: expect.arrayContaining(['primary-not-held']),
    });
    expect(notes.join(' ')).toMatch(/statement itself is not held.*has this meeting already/s);
    expect(commitments.every(({ standing }: { standing: string }) => standing === 'proposed')).toBe(true);
    expect(await at.entente('dialogue', 'add', SAMPLE)).toMatchObject({
      code: 3,
      err: expect.stringContaining('held already'),
    });
    const institutions = commitments.find(({ text }: { text: string }) => text.includes('institutions'));
    expect((await at.entente('commitment', 'confirm', institutions.id, '--due', '2026-06')).code).toBe(0);
    const shown = (await at.entente('commitment', 'show', institutions.id, '--json')).json();
    expect(shown).toMatchObject({
      commitment: { standing: 'confirmed', revision: 1 },
      due: { state: 'overdue' },
    });
    const split = await at.entente(
      'commitment',
      'split',
      institutions.id,
      'stronger institutions',
      'capabilities',
      '--json',
    );
    expect(split.json().parts).toHaveLength(2);
    expect(await at.entente('commitment', 'split', institutions.id, 'a', 'b')).toMatchObject({ code: 3 });
    const agenda = await at.entente('agenda', 'PK', 'US', '--json');
    expect(agenda.json().accusations).toContainEqual(
      expect.objectContaining({ accused: 'India', denial: null }),
    );
  });

  it('keeps two assessors who differ, a reply, what was replaced and what was taken back, each in its day’s view', async () => {
    const promise = 'us-pakistan/2025-08-12-c5';
    const guideline = (
      await at.entente(
        'guideline',
        'us-pakistan',
        '--title',
        'Technology',
        '--text',
        'limited: one measure is published',
        '--date',
        '2025-08-14',
        '--json',
      )
    ).json().id;
    const evidence = (
      await at.entente(
        'evidence',
        'add',
        promise,
        '--stance',
        'supports',
        '--text',
        'a course on drones was announced',
        '--date',
        '2025-11',
        '--reliability',
        'C',
        '--credibility',
        '3',
        '--publisher',
        'Coast Courier',
        '--title',
        'Course',
        '--agency',
        'Azure Press',
        '--json',
      )
    ).json();
    expect(evidence).toMatchObject({ reliability: 'C', credibility: '3', origin: 'azure-press' });
    const assess = (assessor: string, result: string, ...more: string[]) =>
      at.entente(
        'assess',
        promise,
        '--of',
        'US',
        '--assessor',
        assessor,
        '--guideline',
        guideline,
        '--result',
        result,
        '--reason',
        'as read',
        '--json',
        ...more,
      );
    const own = await at.entente(
      'assess',
      promise,
      '--of',
      'US',
      '--assessor',
      'State',
      '--party',
      'US',
      '--guideline',
      guideline,
      '--result',
      'complete',
      '--reason',
      'done',
    );
    expect(own).toMatchObject({ code: 3, err: expect.stringContaining('[ENT_ENGAGEMENT_SELF]') });
    const desk = (
      await assess(
        'Desk of PK',
        'limited',
        '--party',
        'PK',
        '--evidence',
        evidence.id,
        '--reply-until',
        '2026-12-31',
      )
    ).json();
    const first = (await assess('Institute', 'no-evidence')).json();
    const second = (
      await assess('Institute', 'substantial', '--evidence', evidence.id, '--supersedes', first.id)
    ).json();
    expect((await at.entente('reply', desk.id, '--party', 'US', '--text', 'two were held')).code).toBe(0);
    expect((await at.entente('withdraw', evidence.id, '--note', 'the story was corrected')).code).toBe(0);
    const view = (await at.entente('commitment', 'show', promise, '--json')).json();
    expect(view.assessments.map(({ assessment, current }: any) => [assessment.id, current])).toEqual(
      expect.arrayContaining([
        [desk.id, true],
        [first.id, false],
        [second.id, true],
      ]),
    );
    expect(view.agreement).toContainEqual({ party: 'US', assessors: 2, state: 'disagree' });
    expect(view.assessments.find(({ assessment }: any) => assessment.id === desk.id)).toMatchObject({
      replies: [{ late: false }],
      restsOnWithdrawn: [evidence.id],
    });
    expect(view.pieces[0].withdrawn.why).toBe('the story was corrected');
    const { out } = await at.entente('commitment', 'show', promise);
    expect(out).toMatch(/TAKEN BACK on 2026-11-24: the story was\s+corrected/);
    const yesterday = await at.entente('commitment', 'show', promise, '--known-at', '2026-11-23', '--json');
    expect(yesterday.json().assessments).toEqual([]);
  });

  it('proposes evidence from a text and from the lists, which counts for nothing until it is confirmed', async () => {
    const report = join(at.folder, 'report.txt');
    writeFileSync(
      report,
      'WASHINGTON, Nov 3 (Reuters) - The United States on Monday designated the Islamic State Khorasan as a Foreign Terrorist Organization, the State Department said.\n',
    );
    const { code, json } = await at.entente(
      'evidence',
      'propose',
      report,
      '--published',
      '2025-11-03',
      '--json',
    );
    expect(code).toBe(0);
    const proposed = json().proposed;
    expect(proposed).toContainEqual(
      expect.objectContaining({
        stance: 'supports',
        standing: 'proposed',
        reliability: 'F',
        credibility: '6',
        origin: 'reuters',
      }),
    );
    const [one] = proposed;
    const pieces = async () =>
      (await at.entente('commitment', 'show', one.commitment, '--json')).json().evidence.supports.pieces;
    const before = await pieces();
    await at.entente('evidence', 'confirm', one.id);
    expect(await pieces()).toBe(before + 1);
    expect(
      (await at.entente('evidence', 'propose', report, '--published', '2025-11-03', '--json')).json()
        .proposed,
    ).toEqual([]);
    expect((await at.entente('evidence', 'propose', '--dry-run')).code).toBe(0);
  });

  it('puts into the brief what a kept report tells of the time since the last round, and only for its day', async () => {
    const report = join(at.folder, 'bombing.txt');
    writeFileSync(
      report,
      'QUETTA, June 3 (Reuters) - A bombing at a market in Quetta killed 12 people on Tuesday, police said. The Balochistan Liberation Army claimed responsibility for the bombing.\n',
    );
    expect((await at.entente('read', report, '--published', '2025-06-03', '--keep')).code).toBe(0);
    const told = async (...clocks: string[]) =>
      (await at.entente('agenda', 'PK', 'US', '--as-of', '2025-08-13', ...clocks, '--json'))
        .json()
        .incidents.filter(({ date }: any) => date === '2025-06-03');
    expect(await told()).toMatchObject([
      { type: 'attack', country: 'PK', killed: 12, standing: 'machine-read', words: [{ kind: 'claim' }] },
    ]);
    expect(await told('--known-at', '2025-06-02')).toEqual([]);
  });

  it('reminds: a digest, a calendar, and every way of writing it out', async () => {
    const digest = await at.entente('reminders');
    expect(digest).toMatchObject({ code: 0, out: expect.stringContaining('Stale: nobody has looked since') });
    const calendar = await at.entente('reminders', '--format', 'ics');
    expect(calendar.out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR/);
    for (const [format, begins] of [
      ['csv', 'id,series,'],
      ['json', '{'],
      ['ics', 'BEGIN:VCALENDAR'],
      ['markdown', '# US-Pakistan'],
      ['html', '<!doctype html>'],
    ] as const) {
      const { out, code } = await at.entente('dialogue', 'export', 'us-pakistan', '--format', format);
      expect({ code, begins: out.startsWith(begins) }).toEqual({ code: 0, begins: true });
    }
  });

  it('refuses a file of its own format with every fault’s line, and keeps nothing of it', async () => {
    const file = join(at.folder, 'mine.yaml');
    writeFileSync(
      file,
      'id: mine\ntitle: Mine\nparties: [AA, BB]\nabout: [nowhere]\nsources: {}\nmeetings: []\nodd: x\n',
    );
    const refused = await at.entente('dialogue', 'import', file);
    expect(refused).toMatchObject({
      code: 3,
      err: expect.stringMatching(/mine\.yaml:7:1 .*unknown key "odd"/),
    });
    writeFileSync(file, 'id: mine\ntitle: Mine\nparties: [AA, BB]\nabout: [nowhere]\nsources: {}\n');
    expect(await at.entente('dialogue', 'import', file)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/mine\.yaml:4.*no source "nowhere"/),
    });
    expect((await at.entente('dialogue', 'show', 'mine')).code).toBe(1);
  });
});

describe.runIf(existsSync(WIRE))('statements as they were published', () => {
  let at: Desk;
  const statement = (id: string) => {
    const lines = readFileSync(join(WIRE, 'usgov_statements.jsonl'), 'utf8').trim().split('\n');
    const found = lines.map((line) => JSON.parse(line)).find((one) => one.id === id);
    const path = join(at.folder, `${id}.txt`);
    writeFileSync(path, `${found.title}\n\n${found.text}\n`);
    return path;
  };
  beforeAll(async () => {
    at = desk();
    await at.entente('init');
  });
  afterAll(() => at.close());

  it('compares the statement of May 2024 with the agency’s report of August 2025', async () => {
    const { json } = await at.entente(
      'compare',
      statement('us-pak-ctd-20240510'),
      join(WIRE, 'pti_business_standard_2025-08-13.txt'),
      '--published-before',
      '2024-05-13',
      '--json',
    );
    const { subjects, before, after, items } = json();
    expect([before.standing, after.standing]).toEqual(['primary', 'secondary']);
    expect(labels(subjects.group.added)).toEqual(['Balochistan Liberation Army']);
    expect(labels(subjects.topic.added)).toContain('emerging technologies');
    expect(labels(subjects.forum.dropped)).toEqual(['Global Counterterrorism Forum']);
    expect(labels(subjects.figure.dropped)).toEqual(['300 police and frontline responders']);
    const multilateral = items.find((item: any) => item.before?.text.includes('multilateral'));
    expect(multilateral).toMatchObject({
      changes: ['narrowed', 'strengthened'],
      lost: ['forum: Global Counterterrorism Forum'],
    });
  });

  it('compares the two statements of the other series', async () => {
    const { json } = await at.entente(
      'compare',
      statement('us-india-ctjwg-20200910'),
      statement('us-india-ctjwg-20211027'),
      '--published-before',
      '2020-09-10',
      '--published-after',
      '2021-10-28',
      '--json',
    );
    const { subjects, limits } = json();
    expect(labels(subjects.group.added)).toEqual(['Taliban']);
    expect(labels(subjects.group.dropped)).toEqual(['Hizbul Mujahideen']);
    expect(labels(subjects.instrument.added)).toContain('Resolution 2593 (2021)');
    expect(limits.join(' ')).toMatch(/cut off/);
  });

  it('takes in the statement of May 2024 as the parties’ own, with its promises', async () => {
    const { json } = await at.entente(
      'dialogue',
      'add',
      statement('us-pak-ctd-20240510'),
      '--published',
      '2024-05-13',
      '--json',
    );
    const { meeting, document, commitments } = json();
    expect(meeting.id).toBe('us-pakistan/2024-05-10');
    expect(document).toMatchObject({ standing: 'primary', form: 'joint-statement' });
    expect(commitments.length).toBeGreaterThanOrEqual(5);
  });
});

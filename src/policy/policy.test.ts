import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  type Action,
  type Clearance,
  type Context,
  decide,
  formatMarking,
  LOCAL,
  type Marking,
  marking,
  NO_CLEARANCE,
  NO_CONTEXT,
  NOBODY,
  PUBLISHED,
  PURPOSES,
  parseMarking,
  ROLE_ACTIONS,
  ROLES,
  type Role,
  readMarking,
  type Subject,
  strictest,
  subjectOf,
  TLP,
  type Tlp,
  visible,
  visibleCount,
  visibleFacet,
  visiblePage,
} from './index.ts';

const SPEC = readFileSync(new URL('./SPEC.md', import.meta.url), 'utf8');

/** The cells of a table in the SPEC, found by its first heading. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const lines = SPEC.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${heading} |`)) + 2;
  const until = lines.findIndex((line, i) => i >= from && !line.startsWith('|'));
  return lines.slice(from, until === -1 ? undefined : until).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function clearanceIn(words: readonly string[]): Clearance {
  const of = (name: string) =>
    words.filter((word) => word.startsWith(`${name}:`)).map((word) => word.slice(name.length + 1));
  return {
    tlp: (of('tlp')[0] ?? 'CLEAR') as Tlp,
    organisation: of('org')[0] ?? null,
    clientOf: of('client'),
    state: of('state')[0] ?? null,
    caveats: of('caveat'),
    purposes: of('for') as Clearance['purposes'],
  };
}

function subjectIn(cell: string): Subject {
  if (cell === 'local') return LOCAL;
  if (cell === 'nobody') return NOBODY;
  const words = cell.split(' ');
  const scopes = words.filter((word) => word.startsWith('scope:')).map((word) => word.slice(6));
  return {
    kind: 'person',
    id: words.find((word) => word.startsWith('id:'))?.slice(3) ?? 'usr-asking',
    name: 'somebody',
    key: null,
    roles: words.filter((word): word is Role => (ROLES as readonly string[]).includes(word)),
    scopes: scopes.length === 0 ? null : (scopes as Action[]),
    clearance: clearanceIn(words),
  };
}

function contextIn(cell: string): Context {
  const words = cell.split(' ').filter((word) => word !== '');
  const of = (name: string) =>
    words.filter((word) => word.startsWith(`${name}:`)).map((word) => word.slice(name.length + 1));
  const to = of('to')[0];
  return {
    purpose: (of('for')[0] ?? null) as Context['purpose'],
    approvals: of('word').map((word) => ({
      by: word.split('@')[0] ?? '',
      organisation: word.split('@')[1] ?? null,
    })),
    recipient: to === undefined ? null : { id: 'partner', clearance: clearanceIn(to.split(';')) },
  };
}

const table = rowsOf('#');

describe('the decision table of the SPEC', () => {
  it('is there', () => {
    expect(table.length).toBeGreaterThan(60);
    expect(table.map(([number]) => Number(number))).toEqual(table.map((_, i) => i + 1));
  });

  it.each(table)(
    'row %s: %s may %s %s? (%s)',
    (_row, who, action, marks, context, verdict, because, must) => {
      const resource =
        marks === ''
          ? null
          : { markings: marks === '(unmarked)' ? [] : (marks ?? '').split(' + ').map(readMarking) };
      const decision = decide(subjectIn(who ?? ''), action as Action, resource, contextIn(context ?? ''));
      expect({
        verdict: decision.verdict,
        hidden: decision.hidden,
        because: decision.reasons.join(', '),
        must: decision.obligations.map(({ kind }) => kind).join(', '),
      }).toEqual({
        verdict: verdict === 'hidden' ? 'deny' : verdict,
        hidden: verdict === 'hidden',
        because,
        must,
      });
    },
  );

  it('gives every role the actions that its table says, and no others', () => {
    const said = rowsOf('action');
    expect(said.map(([action]) => action)).toEqual([...ACTIONS]);
    for (const [action, , roles] of said) {
      const holding = ROLES.filter((role) => ROLE_ACTIONS[role].includes(action as Action));
      expect({ action, roles: holding.join(', ') }).toEqual({ action, roles });
    }
  });
});

const ids = fc.constantFrom('in-mea', 'us-state', 'uk-fcdo');
const states = fc.constantFrom('IN', 'US', 'GB');
const caveats = fc.constantFrom('no-court', 'no-death-penalty');
const persons = fc.constantFrom('usr-a', 'usr-b');
const few = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { maxLength: 3 });
const markings: fc.Arbitrary<Marking> = fc.record({
  tlp: fc.constantFrom(...TLP),
  owner: fc.option(ids),
  organisations: few(ids),
  persons: few(persons),
  releasableTo: fc.option(few(states)),
  originatorControl: fc.boolean(),
  caveats: few(caveats),
  purposes: fc.option(few(fc.constantFrom(...PURPOSES))),
});
const clearances: fc.Arbitrary<Clearance> = fc.record({
  tlp: fc.constantFrom(...TLP),
  organisation: fc.option(ids),
  clientOf: few(ids),
  state: fc.option(states),
  caveats: few(caveats),
  purposes: few(fc.constantFrom(...PURPOSES)),
});
const subjects: fc.Arbitrary<Subject> = fc.record({
  kind: fc.constantFrom('person', 'key', 'nobody', 'local'),
  id: persons,
  name: fc.string(),
  key: fc.constant(null),
  roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }),
  scopes: fc.option(fc.uniqueArray(fc.constantFrom(...ACTIONS), { minLength: 8 })),
  clearance: clearances,
});
const contexts: fc.Arbitrary<Context> = fc.record({
  purpose: fc.option(fc.constantFrom(...PURPOSES)),
  approvals: fc.array(fc.record({ by: persons, organisation: fc.option(ids) }), { maxLength: 2 }),
  recipient: fc.option(fc.record({ id: persons, clearance: clearances })),
});
const actions = fc.constantFrom(...ACTIONS);
/** One marking is often met, several seldom: both must be tried. */
const resources = fc.record({ markings: fc.array(markings, { maxLength: 3 }) });

const permitted = (...asked: Parameters<typeof decide>) => decide(...asked).verdict === 'permit';

/** Fails when `stricter` permits what `before` denies, or shows what it hides. */
function neverGrants(before: Parameters<typeof decide>, stricter: Parameters<typeof decide>) {
  const [a, b] = [decide(...before), decide(...stricter)];
  if (a.verdict === 'deny') expect(b.verdict).toBe('deny');
  if (a.hidden)
    expect(b.hidden || b.reasons.some((reason) => reason === 'role' || reason === 'scope')).toBe(true);
}

describe('a decision', () => {
  it('is given for any marking text, role, action and clearance, and never thrown', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        contexts,
        (mark, role, action, tlp, context) => {
          const subject = subjectOf({
            id: 'usr-a',
            name: '',
            roles: [role, '__proto__'],
            clearance: { tlp },
          });
          const decision = decide(subject, action as Action, { markings: [readMarking(mark)] }, context);
          expect(['permit', 'deny']).toContain(decision.verdict);
        },
      ),
    );
  });

  it('never grants more when a marking is added', () => {
    fc.assert(
      fc.property(
        subjects,
        actions,
        resources,
        markings,
        contexts,
        (subject, action, resource, added, context) => {
          if (resource.markings.length === 0) return;
          const more = { markings: [...resource.markings, added] };
          neverGrants([subject, action, resource, context], [subject, action, more, context]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never grants more when a marking that cannot be read is added', () => {
    fc.assert(
      fc.property(subjects, actions, resources, contexts, (subject, action, resource, context) => {
        if (resource.markings.length === 0) return;
        const more = { markings: [...resource.markings, readMarking('TLP:ULTRAVIOLET')] };
        neverGrants([subject, action, resource, context], [subject, action, more, context]);
      }),
    );
  });

  const tightenings: readonly ((marking: Marking) => Marking)[] = [
    (m) => ({ ...m, tlp: TLP[TLP.indexOf(m.tlp) + 1] ?? 'RED' }),
    (m) => ({ ...m, organisations: m.organisations.slice(1) }),
    (m) => ({ ...m, persons: m.persons.slice(1) }),
    (m) => ({ ...m, releasableTo: m.releasableTo?.slice(1) ?? [] }),
    (m) => ({ ...m, originatorControl: true }),
    (m) => ({ ...m, caveats: [...m.caveats, 'another'] }),
    (m) => ({ ...m, purposes: m.purposes?.slice(1) ?? [] }),
  ];
  it('never grants more when a marking is made stricter in any one way', () => {
    fc.assert(
      fc.property(
        subjects,
        actions,
        markings,
        contexts,
        fc.constantFrom(...tightenings),
        (subject, action, mark, context, tighten) => {
          // A person named under RED may be less cleared in other ways than an organisation under AMBER.
          if (tighten(mark).tlp === 'RED' && mark.tlp !== 'RED' && mark.persons.length > 0) return;
          neverGrants(
            [subject, action, { markings: [mark] }, context],
            [subject, action, { markings: [tighten(mark)] }, context],
          );
        },
      ),
      { numRuns: 5000 },
    );
  });

  const removals: readonly ((subject: Subject) => Subject)[] = [
    (s) => ({ ...s, roles: s.roles.slice(1) }),
    (s) => ({ ...s, scopes: s.scopes?.slice(1) ?? [] }),
    (s) => ({ ...s, clearance: NO_CLEARANCE }),
    (s) => ({ ...s, clearance: { ...s.clearance, tlp: TLP[TLP.indexOf(s.clearance.tlp) - 1] ?? 'CLEAR' } }),
    (s) => ({ ...s, clearance: { ...s.clearance, organisation: null } }),
    (s) => ({ ...s, clearance: { ...s.clearance, clientOf: s.clearance.clientOf.slice(1) } }),
    (s) => ({ ...s, clearance: { ...s.clearance, state: null } }),
    (s) => ({ ...s, clearance: { ...s.clearance, caveats: s.clearance.caveats.slice(1) } }),
    (s) => ({ ...s, clearance: { ...s.clearance, purposes: s.clearance.purposes.slice(1) } }),
  ];
  it('never grants more when a clearance, a role or a scope is taken away', () => {
    fc.assert(
      fc.property(
        subjects,
        actions,
        resources,
        contexts,
        fc.constantFrom(...removals),
        (subject, action, resource, context, remove) => {
          neverGrants([subject, action, resource, context], [remove(subject), action, resource, context]);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('never grants more when approvals are taken away or a purpose is left unsaid', () => {
    fc.assert(
      fc.property(subjects, actions, resources, contexts, (subject, action, resource, context) => {
        for (const less of [{ ...context, approvals: [] }, { ...context, purpose: null }, NO_CONTEXT])
          if (action !== 'release' || less.recipient !== null)
            neverGrants([subject, action, resource, context], [subject, action, resource, less]);
      }),
      { numRuns: 2000 },
    );
  });

  it('demands no less of the whole than of its strictest part', () => {
    fc.assert(
      fc.property(
        subjects,
        fc.array(markings, { minLength: 2, maxLength: 3 }),
        contexts,
        (subject, parts, context) => {
          if (permitted(subject, 'read', { markings: [strictest(parts)] }, context)) {
            // The banner of the whole is never laxer than a part in level, caveats and originator control.
            for (const part of parts) {
              expect(TLP.indexOf(strictest(parts).tlp)).toBeGreaterThanOrEqual(TLP.indexOf(part.tlp));
              expect(strictest(parts).caveats).toEqual(expect.arrayContaining([...part.caveats]));
            }
          }
          if (permitted(subject, 'read', { markings: parts }, context))
            for (const part of parts)
              expect(permitted(subject, 'read', { markings: [part] }, context)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a marking in writing', () => {
  it('reads back as it was written, whatever it says', () => {
    fc.assert(
      fc.property(markings, (mark) => {
        const sorted = (items: readonly string[] | null) => (items === null ? null : [...items].sort());
        expect(parseMarking(formatMarking(mark))).toEqual({
          ...mark,
          organisations: sorted(mark.organisations),
          persons: sorted(mark.persons),
          releasableTo: sorted(mark.releasableTo),
          caveats: sorted(mark.caveats),
          purposes: sorted(mark.purposes),
        });
      }),
    );
  });

  it.each([
    ['', 'no level'],
    ['TLP:PURPLE', 'a level that does not exist'],
    ['TLP:GREEN//SOMETHING else', 'a part that is not known'],
    ['TLP:GREEN//TLP:RED', 'two levels'],
    ['TLP:AMBER//OWNER a, b', 'two owners'],
    ['TLP:GREEN//REL TO India', 'a state that is no code'],
    ['TLP:GREEN//FOR fun', 'a purpose that does not exist'],
    [`TLP:GREEN${'//CAVEAT x'.repeat(100)}`, 'a hundred parts'],
  ])('is refused: %s (%s)', (text) => {
    expect(() => parseMarking(text)).toThrow(expect.objectContaining({ code: 'ENT_MARKING_SYNTAX' }));
    expect(readMarking(text)).toEqual({ unknown: text });
  });

  it('knows the levels of version 1 by their new names', () => {
    expect(parseMarking('tlp:white')).toEqual(marking('CLEAR'));
  });
});

describe('what a viewer sees of many things', () => {
  const things = [
    { name: 'a', kind: 'x', marks: PUBLISHED },
    { name: 'b', kind: 'y', marks: [marking('RED')] },
    { name: 'c', kind: 'y', marks: [] },
    { name: 'd', kind: 'x', marks: PUBLISHED },
  ];
  const viewer = {
    subject: { ...NOBODY, roles: ['reader'], scopes: null } as Subject,
    action: 'search',
  } as const;
  const marks = (thing: (typeof things)[number]) => thing.marks;

  it('is the same in lists, counts, facets and pages, and tells nothing of the rest', () => {
    expect(visible(viewer, things, marks).map(({ name }) => name)).toEqual(['a', 'd']);
    expect(visibleCount(viewer, things, marks)).toBe(2);
    expect(visibleFacet(viewer, things, marks, ({ kind }) => [kind])).toEqual(new Map([['x', 2]]));
    expect(visiblePage(viewer, things, marks, { offset: 1, limit: 1 })).toEqual({
      items: [things[3]],
      total: 2,
      more: false,
    });
  });

  it('answers exactly as if the hidden things were not there', () => {
    fc.assert(
      fc.property(
        subjects,
        fc.array(fc.record({ kind: ids, marks: fc.array(markings, { maxLength: 2 }) })),
        fc.nat(5),
        fc.nat(5),
        (subject, all, offset, limit) => {
          const who = { subject, action: 'search' } as const;
          const of = (thing: (typeof all)[number]) => thing.marks;
          const left = visible(who, all, of);
          const page = { offset, limit };
          expect(visiblePage(who, all, of, page)).toEqual(visiblePage(who, left, of, page));
          expect(visibleFacet(who, all, of, ({ kind }) => [kind])).toEqual(
            visibleFacet(who, left, of, ({ kind }) => [kind]),
          );
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FtmEntity } from '../../exchange/index.ts';
import { CollectionBuilder } from './build-collection.ts';
import { Collection } from './collection.ts';
import { exampleOf } from './example.ts';
import { match } from './match.ts';
import { around, nest, nestedPage } from './nest.ts';
import { ANYTHING } from './scope.ts';
import { FACETS, search } from './search.ts';

const COLOURS = ['azure', 'amber', 'ochre', 'umber', 'sable'];
const THINGS = ['river', 'front', 'valley', 'harbour', 'lantern'];

/** One invented thing or link; links name others by their number. */
const entity = fc.record({
  kind: fc.constantFrom('Organization', 'Person', 'Sanction', 'Ownership', 'CryptoWallet', 'Address'),
  words: fc.array(fc.constantFrom(...COLOURS, ...THINGS), { minLength: 1, maxLength: 3 }),
  country: fc.constantFrom('pk', 'in', 'us'),
  to: fc.tuple(fc.nat(11), fc.nat(11)),
  target: fc.boolean(),
});
const world = fc.array(entity, { minLength: 2, maxLength: 12 });

function entities(drawn: readonly (typeof entity extends fc.Arbitrary<infer T> ? T : never)[]): FtmEntity[] {
  const id = (number: number) => `id-${number % drawn.length}`;
  return drawn.map(({ kind, words, country, to, target }, at): FtmEntity => {
    const name = [words.join(' ')];
    const own: Record<string, Record<string, string[]>> = {
      Organization: {
        name,
        country: [country],
        addressEntity: [id(to[0])],
        registrationNumber: [`R${to[1]}0000`],
      },
      Person: { name, nationality: [country] },
      Sanction: { entity: [id(to[0])], authority: name },
      Ownership: { owner: [id(to[0])], asset: [id(to[1])], role: name },
      CryptoWallet: { holder: [id(to[0])], publicKey: [`key${to[1]}`] },
      Address: { full: name, country: [country] },
    };
    return {
      id: `id-${at}`,
      caption: words.join(' '),
      schema: kind,
      properties: own[kind] ?? {},
      datasets: ['xx'],
      referents: [`old-${at}`],
      target,
      first_seen: null,
      last_seen: null,
      last_change: null,
    };
  });
}

const filed = (all: readonly FtmEntity[]) => {
  const builder = new CollectionBuilder();
  for (const one of all) builder.add(one);
  return Collection.of(builder.finish());
};

/** What is left when some were never there: without what hangs on them, and without links to them. */
function left(all: readonly FtmEntity[], hidden: ReadonlySet<string>): readonly FtmEntity[] {
  const gone = new Set(hidden);
  const HANGING = ['Sanction', 'Ownership', 'CryptoWallet'];
  const links = ['entity', 'owner', 'asset', 'holder', 'addressEntity'];
  const linked = ({ properties }: FtmEntity) => links.flatMap((name) => properties[name] ?? []);
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const one of all)
      if (HANGING.includes(one.schema) && linked(one).some((id) => gone.has(id))) gone.add(one.id);
  }
  return all
    .filter(({ id }) => !gone.has(id))
    .map((one) => ({
      ...one,
      properties: Object.fromEntries(
        Object.entries(one.properties)
          .map(([name, values]) => [
            name,
            links.includes(name) ? values.filter((id) => !gone.has(id)) : values,
          ])
          .filter(([, values]) => (values as string[]).length > 0),
      ) as FtmEntity['properties'],
    }));
}

/** Everything that is answered from a collection, as text. */
function answers(from: Collection, ids: readonly string[]): string {
  const asked = (text: string, more: object = {}) => {
    const found = search(
      from,
      {
        text,
        schema: 'Thing',
        syntax: { simple: true, fuzzy: false },
        narrowing: ANYTHING,
        facets: FACETS,
        sort: [],
        limit: 3,
        offset: 0,
        ...more,
      },
      new Map(),
    );
    return [found.total, found.facets, found.rows.map((row) => from.json(row))];
  };
  const matched = (name: string) => {
    const example = exampleOf({
      schema: 'Organization',
      properties: { name: [name], registrationNumber: ['R30000'] },
    });
    if ('why' in example) throw new TypeError(example.why);
    const { total, results } = match(from, example, {
      narrowing: ANYTHING,
      limit: 5,
      threshold: 0.5,
      cutoff: 0.5,
    });
    return [total, results.map(({ row, ...rest }) => [from.json(row), rest])];
  };
  const shown = (id: string) => {
    const row = from.rowOf(id) ?? from.rowOfReferent(id);
    if (row === undefined) return null;
    const one = from.entity(row);
    const around_ = [...around(from, one)].map(([name, ones]) => [
      name,
      ones.filter((other) => typeof other === 'number').length,
      nestedPage(from, one, ones, { sort: [], limit: 3, offset: 0 }),
    ]);
    return [nest(from, one), around_];
  };
  return JSON.stringify([
    from.size,
    asked(''),
    ...[...COLOURS, ...THINGS, 'id', 'a*', 'azure river'].map((text) => asked(text)),
    ...['Ownership', 'Sanction', 'Organization'].map((schema) =>
      asked('', { schema, sort: [['caption', 'desc']] }),
    ),
    asked('id-3', { syntax: { simple: false, fuzzy: true } }),
    ...['Azure River Front', 'Umber Valley', 'Sable Lantern'].map(matched),
    ...ids.flatMap((id) => [shown(id), shown(id.replace('id', 'old'))]),
  ]);
}

describe('a view of a collection without some entities', () => {
  it('answers in everything as the collection would in which they were never filed', () => {
    fc.assert(
      fc.property(world, fc.uniqueArray(fc.nat(11), { maxLength: 4 }), (drawn, numbers) => {
        const all = entities(drawn);
        const hidden = new Set(numbers.map((number) => `id-${number % all.length}`));
        const ids = all.map(({ id }) => id);
        const whole = filed(all);
        const view = whole.without([...hidden].map((id) => whole.rowOf(id) ?? -1));
        expect(answers(view, ids)).toBe(answers(filed(left(all, hidden)), ids));
      }),
      { numRuns: 60 },
    );
  });

  it('is the collection itself where nothing is hidden, and the whole answers as before', () => {
    const all = entities([
      { kind: 'Organization', words: ['azure', 'river'], country: 'pk', to: [1, 1], target: true },
      { kind: 'Address', words: ['amber'], country: 'in', to: [0, 0], target: false },
    ]);
    const whole = filed(all);
    const before = answers(whole, ['id-0', 'id-1']);
    expect(whole.without([])).toBe(whole);
    const view = whole.without([1]);
    expect(view.entity(0).properties.addressEntity).toBeUndefined();
    expect(view.rowOf('id-1')).toBeUndefined();
    expect(answers(whole, ['id-0', 'id-1'])).toBe(before);
  });

  it('weighs words as if the hidden names had never been among thousands of others', () => {
    const names = Array.from({ length: 1200 }, (_, at) => ({
      kind: 'Organization' as const,
      words: [at < 60 ? 'quillon' : `word${at % 400}`, `thing${at}`],
      country: 'pk' as const,
      to: [0, 0] as [number, number],
      target: false,
    }));
    const all = entities(names).map((one) => ({ ...one, properties: { name: one.properties.name ?? [] } }));
    const hidden = new Set(all.slice(10, 60).map(({ id }) => id));
    const whole = filed(all);
    const view = whole.without([...hidden].map((id) => whole.rowOf(id) ?? -1));
    const rest = filed(left(all, hidden));
    const score = (from: Collection) => {
      const example = exampleOf({ schema: 'Organization', properties: { name: ['Quillon Thang3'] } });
      if ('why' in example) throw new TypeError(example.why);
      return match(from, example, { narrowing: ANYTHING, limit: 9, threshold: 0.3, cutoff: 0.3 }).results.map(
        ({ row, score: own }) => [from.entity(row).id, own],
      );
    };
    expect(score(view)).toEqual(score(rest));
    expect(score(view)).not.toEqual(score(whole));
  });
});

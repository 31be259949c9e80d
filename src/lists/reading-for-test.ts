import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntError, type RecordPart, type Statement } from '../kernel/index.ts';
import type { Limits } from './limits.ts';
import type { ListReader, Note } from './list-reader.ts';
import { listReader } from './registry.ts';
import { type SourceFile, sourceBytes, sourceFile } from './source-file.ts';

/** All that one reading of a snapshot gives. */
export interface Reading {
  readonly parts: readonly string[];
  readonly published: string | null;
  readonly notes: readonly Note[];
  readonly records: readonly RecordPart[];
}

/** Reads files of a list to their end. */
export async function readAll(
  reader: ListReader,
  files: readonly SourceFile[],
  limits: Partial<Limits> = {},
): Promise<Reading> {
  const snapshot = await reader.open(files, limits);
  const records: RecordPart[] = [];
  for await (const batch of snapshot.records()) records.push(...batch);
  return { parts: snapshot.parts, published: snapshot.published, notes: snapshot.notes(), records };
}

/** Reads one text as the file of a list. */
export function readText(list: string, text: string, name = 'file'): Promise<Reading> {
  return readAll(listReader(list), [sourceBytes(name, text)]);
}

/** Reads the files of a set, named by their keys. */
export function readSet(list: string, files: Readonly<Record<string, string>>): Promise<Reading> {
  return readAll(
    listReader(list),
    Object.entries(files).map(([name, text]) => sourceBytes(name, text)),
  );
}

/** The error that a reading ends in; fails when it ends in none, or in one that is not ours. */
export async function refusal(reading: Promise<unknown>): Promise<EntError> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof EntError) return error;
    throw error;
  }
  throw new Error('it was read without a refusal');
}

/** The statements of a record, all parts together. */
export function statementsOf(reading: Reading, key: string): readonly Statement[] {
  return reading.records.filter((record) => record.key === key).flatMap((record) => record.statements);
}

/** The names of a record as `value (kind, strength)`. */
export function namesOf(reading: Reading, key: string): readonly string[] {
  return statementsOf(reading, key)
    .filter((statement) => statement.property === 'name')
    .map(({ value, kind, strength }) => `${value} (${kind}, ${strength})`);
}

/** The values that a record has for a property. */
export function valuesOf(reading: Reading, key: string, property: Statement['property']): readonly string[] {
  return statementsOf(reading, key)
    .filter((statement) => statement.property === property)
    .map((statement) => statement.value);
}

/** A folder of fixtures: the publisher's files, and what is read from them. */
export interface FixtureCase {
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** The expected reading; file names in it are without their folder. */
  readonly expected: unknown;
}

/** The cases below a `fixtures` folder. */
export function fixtureCases(folder: string): readonly FixtureCase[] {
  return readdirSync(folder).map((name) => {
    const below = join(folder, name);
    const files = readdirSync(below).filter((file) => file !== 'expected.json');
    return {
      name,
      files: files.map((file) => ({ ...sourceFile(join(below, file)), name: file })),
      expected: JSON.parse(readFileSync(join(below, 'expected.json'), 'utf8')),
    };
  });
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { program } from '../src/cli/program.ts';
import { processIo } from '../src/cli/terminal/io.ts';
import { API } from '../src/contract/index.ts';

const PAGE = readFileSync(resolve(import.meta.dirname, '../docs/reference/api.md'), 'utf8');

/** The rows of the table `command → route`: what stands in the first cell, and what in the second. */
const ROWS = new Map(
  [...PAGE.matchAll(/^\| `([a-z][a-z -]*)` \| (.+) \|$/gm)].map(([, command = '', where = '']) => [
    command,
    where,
  ]),
);

/** Every command that does something, with the words by which it is called. */
function commandsOf(command: Command, before: readonly string[] = []): readonly string[] {
  if (command.commands.length === 0) return [before.join(' ')];
  return command.commands.flatMap((one) => commandsOf(one, [...before, one.name()]));
}

const COMMANDS = commandsOf(program(processIo(), () => undefined));
const ROUTES = new Set(
  Object.values(API).map(({ method, path }) => `${method} ${path.replace(/:([A-Za-z]+)/g, '{$1}')}`),
);

describe('everything that the command line can do, the API can', () => {
  it('or the table in docs/reference/api.md says why it cannot', () => {
    expect(COMMANDS.length).toBeGreaterThan(60);
    expect(COMMANDS.filter((name) => !ROWS.has(name))).toEqual([]);
  });

  it('by routes that are there', () => {
    const wrong = [...ROWS].flatMap(([command, where]) => {
      const routes = [...where.matchAll(/`([A-Z]+) (\/[^`]*)`/g)].map(
        ([, method, path]) => `${method} ${path}`,
      );
      const missing = routes.filter((route) => !ROUTES.has(route)).map((route) => `${command}: ${route}`);
      return routes.length === 0 && !where.startsWith('none: ') ? [`${command}: neither`] : missing;
    });
    expect(wrong).toEqual([]);
  });

  it('and no row is left of a command that is gone', () => {
    expect([...ROWS.keys()].filter((name) => !COMMANDS.includes(name))).toEqual([]);
  });
});

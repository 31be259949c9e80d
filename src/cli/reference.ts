import type { Command } from 'commander';
import type { ErrorSpec } from '../kernel/index.ts';
import { EXIT } from './exit.ts';

/** The command line reference as Markdown: every command with its arguments and options. */
export function cliReference(root: Command): string {
  const common = root.options.map((option) => `| \`${cell(option.flags)}\` | ${cell(option.description)} |`);
  const exits = [`0 done`, ...Object.entries(EXIT).map(([status, code]) => `${code} ${status}`)];
  return [
    '# Command line\n',
    'Made by `npm run docs` from the program itself; a test fails when it is not current.\n',
    `Exit codes: ${exits.join(', ')}; 70 a fault in Entente itself.\n`,
    '## Every command\n',
    ['| option | |', '|---|---|', ...common, '| `-h, --help` | print the help |'].join('\n'),
    ...root.commands.flatMap((command) => section(command, '')),
    '',
  ].join('\n');
}

/** The error reference as Markdown, by room. */
export function errorReference(rooms: Readonly<Record<string, Readonly<Record<string, ErrorSpec>>>>): string {
  const sections = Object.entries(rooms).flatMap(([room, specs]) => [
    `\n## ${room}\n`,
    '| code | exit | when |',
    '|---|---|---|',
    ...Object.entries(specs).map(
      ([code, spec]) => `| \`${code}\` | ${EXIT[spec.status]} | ${cell(spec.doc)} |`,
    ),
  ]);
  return [
    '# Errors\n',
    'Made by `npm run docs` from the tables in the rooms; a test fails when it is not current. An error is printed as one line, `place: reason [CODE]`.',
    ...sections,
    '',
  ].join('\n');
}

function section(command: Command, above: string): readonly string[] {
  if (command.commands.length > 0)
    return command.commands.flatMap((inner) => section(inner, `${above}${command.name()} `));
  const usage = `entente ${above}${command.name()} ${command.usage()}`;
  const rows = [
    ...command.registeredArguments.map(
      (argument) => `| \`${cell(argument.name())}\` | ${cell(argument.description)} |`,
    ),
    ...command.options.map((option) => {
      const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
      const standard = option.defaultValue === undefined ? '' : ` Default ${option.defaultValue}.`;
      return `| \`${cell(option.flags)}\` | ${cell(option.description)}${choices}.${standard} |`;
    }),
  ];
  return [
    `\n## ${above}${command.name()}\n`,
    `${sentence(command.description())}\n`,
    `\`${usage}\``,
    ...(rows.length === 0 ? [] : ['', '| | |', '|---|---|', ...rows]),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

import { Command } from 'commander';
import { agendaCommand } from './commands/agenda.ts';
import { assessCommands } from './commands/assess.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommands } from './commands/backup.ts';
import { changesCommand } from './commands/changes.ts';
import { commitmentCommand } from './commands/commitment.ts';
import { compareCommand } from './commands/compare.ts';
import { completionCommand } from './commands/completion.ts';
import { decideCommands } from './commands/decide.ts';
import { dialogueCommand } from './commands/dialogue.ts';
import { documentCommand } from './commands/document.ts';
import { exceptionCommand } from './commands/exception.ts';
import { exportCommand } from './commands/export.ts';
import { feedCommand } from './commands/feed.ts';
import { fileCommand } from './commands/file.ts';
import { historyCommand } from './commands/history.ts';
import { initCommand } from './commands/init.ts';
import { keyCommand } from './commands/key.ts';
import { listsCommand } from './commands/lists.ts';
import { loadCommand } from './commands/load.ts';
import { markCommand } from './commands/mark.ts';
import { matrixCommand } from './commands/matrix.ts';
import { mcpCommand } from './commands/mcp.ts';
import { readCommand } from './commands/read.ts';
import { recordCommand } from './commands/record.ts';
import { remindersCommand } from './commands/reminders.ts';
import { sameCommand } from './commands/same.ts';
import { screenCommand } from './commands/screen.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { updateCommand } from './commands/update.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import { watchCommand } from './commands/watch.ts';
import { contextOf, type WithContext } from './context.ts';
import type { Io } from './terminal/io.ts';
import { VERSION } from './version.ts';

/** The whole command line. `fail` is called when a command's check failed although it ran to its end. */
export function program(io: Io, fail: () => void): Command {
  const withContext: WithContext = (command) => contextOf(io, command, fail);
  const root = new Command('entente')
    .description('One sourced, dated record of who is designated by whom, what happened and who says so.')
    .version(VERSION, '-V, --version', 'print the version')
    .option(
      '--store <place>',
      'the store: a path, or postgres://… (default: $ENTENTE_STORE, else entente.db here)',
    )
    .option('--json', 'print JSON on standard output and nothing else there')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(entente --help shows the commands)')
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => Math.min(io.terminal.columns, 100),
    })
    .exitOverride();
  const commands = [
    initCommand,
    listsCommand,
    loadCommand,
    updateCommand,
    feedCommand,
    fileCommand,
    screenCommand,
    readCommand,
    documentCommand,
    showCommand,
    historyCommand,
    changesCommand,
    matrixCommand,
    watchCommand,
    exportCommand,
    decideCommands,
    sameCommand,
    exceptionCommand,
    dialogueCommand,
    compareCommand,
    agendaCommand,
    commitmentCommand,
    assessCommands,
    remindersCommand,
    serveCommand,
    backupCommands,
    mcpCommand,
    markCommand,
    userCommand,
    keyCommand,
    auditCommand,
    verifyCommand,
    recordCommand,
    completionCommand,
  ];
  for (const add of commands) add(root, withContext);
  root.addHelpText(
    'after',
    `
Exit codes: 0 done, 1 a check failed or nothing by that name, 2 usage, 3 input refused, 4 store.

Examples:
  $ entente init
  $ entente load un-sc consolidated.xml --observed 2026-02-27
  $ entente screen "Majeed Brigade" --as-of 2025-08-11
  $ entente read report.txt`,
  );
  return root;
}

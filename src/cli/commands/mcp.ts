import type { Command } from 'commander';
import type { WithContext } from '../context.ts';
import { VERSION } from '../version.ts';

/** `entente mcp`: the record as tools for a language model, over standard input and output. */
export function mcpCommand(root: Command, withContext: WithContext): void {
  root
    .command('mcp')
    .description(
      'offer the record as tools to a language model (Model Context Protocol over stdin and stdout)',
    )
    .addHelpText(
      'after',
      `
Tools: screen, read, show, history, changes, matrix, agenda. They only read, under the same keys, policy and
audit log as the server. Once the store has accounts, $ENTENTE_KEY must hold an API key.

In a client's settings:
  {"mcpServers": {"entente": {"command": "entente", "args": ["mcp", "--store", "/path/entente.db"]}}}

Example:
  $ ENTENTE_KEY=… entente mcp --store /path/entente.db`,
    )
    .action(async (_options: object, command: Command) => {
      const context = withContext(command);
      // The protocol's own library is large; no other command should wait for it.
      const { serveStdio } = await import('../../mcp/index.ts');
      const key = context.io.env.ENTENTE_KEY ?? null;
      await context.withStore((store) => serveStdio({ store, key, now: context.io.now, version: VERSION }));
    });
}

import { type Command, InvalidArgumentError } from 'commander';
import type { WithContext } from '../context.ts';

interface Options {
  readonly host?: string;
  readonly port?: number;
  readonly behindProxy?: boolean;
}

/** `entente serve`: the API and the workbench, until it is told to stop. */
export function serveCommand(root: Command, withContext: WithContext): void {
  root
    .command('serve')
    .description('serve the API and the workbench; docs/reference/settings.md has what can be set')
    .option('--host <address>', 'where to listen (default: $ENTENTE_HOST, else 127.0.0.1)')
    .option('--port <n>', 'on which port; 0 takes a free one (default: $ENTENTE_PORT, else 4620)', port)
    .option('--behind-proxy', 'a proxy in front of it provides TLS')
    .addHelpText('after', '\nExample:\n  $ entente serve --port 8080')
    .action(async (options: Options, command: Command) => {
      const context = withContext(command);
      const { listen, settingsOf } = await import('../../server/index.ts');
      const settings = {
        ...settingsOf(context.io.env),
        ...(options.host === undefined ? {} : { host: options.host }),
        ...(options.port === undefined ? {} : { port: options.port }),
        ...(options.behindProxy === true ? { behindProxy: true } : {}),
      };
      const running = await listen({
        location: context.location,
        settings,
        now: context.io.now,
        log: { write: (line) => context.io.err(line) },
      });
      context.answer(
        { address: running.address, workbench: `${running.address}/app/`, open: running.open },
        () =>
          [
            `Entente answers at ${running.address}\n`,
            `  workbench  ${running.address}/app/\n`,
            `  API        ${running.address}/openapi.json\n`,
            running.open
              ? 'No accounts: whoever reaches this machine may ask everything. Stop with Ctrl+C.\n'
              : '',
          ].join(''),
      );
      await running.stopped;
    });
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError('give a whole number from 0 to 65535.');
  }
  return value;
}

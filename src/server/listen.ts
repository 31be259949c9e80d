import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { EntError } from '../kernel/index.ts';
import { checkAddress } from './auth/index.ts';
import { serverError } from './errors.ts';
import { makeServer, type Server, type ServerOptions } from './server.ts';

/** A server that listens. */
export interface Running {
  readonly server: Server;
  /** `http://127.0.0.1:4620`. */
  readonly address: string;
  /** Whether it runs without accounts. */
  readonly open: boolean;
  /** Fulfilled when it has been told to stop, and has. */
  readonly stopped: Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Makes a server and listens; health is answered at once, questions when the index is there, which this waits for.
 * On SIGINT or SIGTERM it takes nothing new, answers what it has in hand for as long as the settings say, and
 * closes the store; a second signal ends it at once.
 *
 * @throws ENT_SERVE_ADDRESS, ENT_AUTH_OPEN_ADDRESS, and what opening the store throws
 */
export async function listen(options: ServerOptions): Promise<Running> {
  const { settings } = options;
  const server = await makeServer(options);
  try {
    const { host, behindProxy } = settings;
    await checkAddress({ host, tls: false, behindProxy }, server.record.store.accounts);
    await server.app.listen({ host: settings.host, port: settings.port });
    await server.start();
  } catch (error) {
    await server.close();
    if (error instanceof EntError) throw error;
    const address = `${settings.host}:${settings.port}`;
    throw serverError('ENT_SERVE_ADDRESS', { address, why: reasonOf(error) }, { cause: error });
  }
  const { port } = server.app.server.address() as AddressInfo;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    server,
    address: `http://${host}:${port}`,
    open: !(await server.record.store.accounts.any()),
    stopped: untilTold(server, settings.stopSeconds),
  };
}

async function untilTold(server: Server, stopSeconds: number): Promise<void> {
  await Promise.race([...SIGNALS.map((signal) => once(process, signal)), once(server.app.server, 'close')]);
  server.app.log.info('stopping: answering what is in hand');
  for (const signal of SIGNALS) process.once(signal, () => process.exit(1));
  const cut = setTimeout(() => server.app.server.closeAllConnections(), stopSeconds * 1000);
  await server.close();
  clearTimeout(cut);
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code === 'EADDRINUSE') return 'something else listens there';
  if (code === 'EACCES') return 'this user may not listen there';
  return message ?? String(error);
}

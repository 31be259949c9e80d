#!/usr/bin/env node
import { run } from './run.ts';
import { processIo } from './terminal/io.ts';

// A reader that goes away (`entente … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Ctrl+C ends a command by the process's own exit, so that what is temporary is removed. A command that listens
// itself (serve, feed watch) ends in its own way; once it has stopped listening, Ctrl+C ends it at once.
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + number);
  });
}

process.exitCode = await run(process.argv.slice(2), processIo());

#!/usr/bin/env node
import { run } from './run.ts';
import { processIo } from './terminal/io.ts';

// A reader that goes away (`entente … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processIo());

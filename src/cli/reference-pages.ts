import { kernelError } from '../kernel/index.ts';
import { listsError } from '../lists/index.ts';
import { namesError } from '../names/index.ts';
import { recordError } from '../record/index.ts';
import { screeningError } from '../screening/index.ts';
import { storeError } from '../store/index.ts';
import { wireError } from '../wire/index.ts';
import { cliError } from './errors.ts';
import { program } from './program.ts';
import { cliReference, errorReference } from './reference.ts';
import { processIo } from './terminal/io.ts';

/** The pages of `docs/reference/` that are made from the program, by file name. */
export function referencePages(): Readonly<Record<string, string>> {
  const rooms = {
    kernel: kernelError.specs,
    lists: listsError.specs,
    names: namesError.specs,
    record: recordError.specs,
    screening: screeningError.specs,
    store: storeError.specs,
    wire: wireError.specs,
    cli: cliError.specs,
  };
  const root = program(processIo(), () => undefined);
  return { 'cli.md': cliReference(root), 'errors.md': errorReference(rooms) };
}

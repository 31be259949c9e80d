import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appError, listsPage, STARTER_RECORD } from '../app/index.ts';
import { engagementError } from '../engagement/index.ts';
import { fetchError } from '../fetch/index.ts';
import { intakeError } from '../intake/index.ts';
import { kernelError } from '../kernel/index.ts';
import { listsError } from '../lists/index.ts';
import { mcpError } from '../mcp/index.ts';
import { namesError } from '../names/index.ts';
import { policyError } from '../policy/index.ts';
import { readRecord, recordError, recordPage } from '../record/index.ts';
import { screeningError } from '../screening/index.ts';
import { authError, serverError } from '../server/index.ts';
import {
  accountError,
  auditError,
  bulkError,
  documentError,
  exceptionError,
  feedError,
  storeError,
} from '../store/index.ts';
import { wireError } from '../wire/index.ts';
import { cliError } from './errors.ts';
import { program } from './program.ts';
import { cliReference, errorReference } from './reference.ts';
import { processIo } from './terminal/io.ts';

/** The pages of `docs/reference/` that are made from the program and its starter record, by file name. */
export async function referencePages(): Promise<Readonly<Record<string, string>>> {
  const rooms = {
    kernel: kernelError.specs,
    fetch: fetchError.specs,
    lists: listsError.specs,
    names: namesError.specs,
    record: recordError.specs,
    screening: screeningError.specs,
    engagement: engagementError.specs,
    store: {
      ...storeError.specs,
      ...accountError.specs,
      ...auditError.specs,
      ...documentError.specs,
      ...feedError.specs,
      ...exceptionError.specs,
      ...bulkError.specs,
    },
    policy: policyError.specs,
    intake: intakeError.specs,
    wire: wireError.specs,
    app: appError.specs,
    mcp: mcpError.specs,
    server: { ...serverError.specs, ...authError.specs },
    cli: cliError.specs,
  };
  const root = program(processIo(), () => undefined);
  const [record, gaps] = await Promise.all([
    readRecord(STARTER_RECORD),
    readFile(join(STARTER_RECORD, 'GAPS.md'), 'utf8'),
  ]);
  return {
    'cli.md': cliReference(root),
    'lists.md': listsPage(),
    'errors.md': errorReference(rooms),
    'record.md': recordPage(record, gaps),
  };
}

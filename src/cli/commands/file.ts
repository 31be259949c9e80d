import { open } from 'node:fs/promises';
import type { Command } from 'commander';
import type { ListState, Store } from '../../store/index.ts';
import type { WithContext } from '../context.ts';
import { cliError } from '../errors.ts';

/** `entente file`: a file of the archive, where it came from, and what was loaded from it. */
export function fileCommand(root: Command, withContext: WithContext): void {
  root
    .command('file')
    .description(
      'show where a fetched file came from and which snapshots were loaded from it, or write it out',
    )
    .argument('<sha256>', 'the digest, as "entente lists --json" has it of each part of a snapshot')
    .option('--output <file>', 'write the content to this file, which must not be there yet')
    .addHelpText('after', '\nExample:\n  $ entente file 9f86d081… --output un.xml')
    .action(async (digest: string, { output }: { readonly output?: string }, command: Command) => {
      const context = withContext(command);
      const { storeError } = await import('../../store/index.ts');
      const sha256 = digest.toLowerCase();
      const found = await context.withStore(async (store) => {
        const file = await store.files.find(sha256);
        if (file === null) throw storeError('ENT_FILE_UNKNOWN', { sha256 });
        if (output !== undefined) await writeOut(store, sha256, output);
        const fetches = await store.files.originsOf(sha256);
        return { ...file, fetches, snapshots: (await store.lists()).flatMap((list) => madeOf(list, sha256)) };
      });
      context.answer(found, () =>
        [
          `${sha256}: ${found.mediaType ?? 'of no stated type'}, ${found.size.toLocaleString('en')} bytes`,
          ...found.fetches.map(({ source, url, at, status }) =>
            status === 304
              ? `  still what ${url} had on ${at}`
              : `  fetched for ${source} from ${url} on ${at}`,
          ),
          ...found.snapshots.map(
            ({ list, observed, state }) =>
              `  ${list} as observed on ${observed} was loaded from it${state === 'accepted' ? '' : ` (${state})`}`,
          ),
          ...(output === undefined ? [] : [`written to ${output}`]),
          '',
        ].join('\n'),
      );
    });
}

function madeOf({ id, snapshots }: ListState, sha256: string) {
  return snapshots.flatMap(({ observed, state, parts }) => {
    const own = parts.filter((part) => part.sha256 === sha256).map(({ part }) => part);
    return own.length === 0 ? [] : [{ list: id, observed, state, parts: own }];
  });
}

async function writeOut(store: Store, sha256: string, path: string): Promise<void> {
  try {
    const file = await open(path, 'wx');
    try {
      for await (const chunk of store.files.open(sha256)) await file.write(chunk);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw cliError('ENT_INPUT_UNREADABLE', { why: `--output: ${cause.message}` }, { cause });
  }
}

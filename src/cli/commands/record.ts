import type { Command } from 'commander';
import { EntError, formatPlace } from '../../kernel/index.ts';
import type { WithContext } from '../context.ts';

/** `entente record check`: a record folder in itself and against the lists held; exit 1 on an unexplained difference. */
export function recordCommand(root: Command, withContext: WithContext): void {
  const record = root.command('record').description('work on a record folder');
  record
    .command('check')
    .description(
      'check a record folder in itself and against the lists held; exit 1 on a difference without a reason',
    )
    .option('--record <folder>', 'a record folder of your own instead of the one shipped')
    .addHelpText('after', '\nExample:\n  $ entente record check --record my-record')
    .action(async (options: { record?: string }, command: Command) => {
      const context = withContext(command);
      const { checkRecordFolder, STARTER_RECORD } = await import('../../app/index.ts');
      const { fails } = await import('../../record/index.ts');
      const folder = options.record ?? STARTER_RECORD;
      const check = await context
        .withStore((store) => checkRecordFolder(store, folder))
        .catch((error: unknown) => {
          if (error instanceof EntError && error.code === 'ENT_STORE_MISSING')
            return checkRecordFolder(null, folder);
          throw error;
        });
      const failing = check.findings.filter(fails);
      if (failing.length > 0) context.fail();
      context.answer({ ...check, failing: failing.length }, () => {
        const { style } = context;
        const against =
          check.lists.length === 0
            ? 'no list is held, so nothing was compared with the lists'
            : `${check.compared} of ${check.cited} cited entries compared with ${check.lists.join(', ')}`;
        const lines = failing.map(
          (finding) => `  ${formatPlace(finding.place)}: ${finding.message} ${style.dim(finding.code)}\n`,
        );
        const explained = check.findings.filter((finding) => finding.explained !== undefined).length;
        const left = check.findings.length - failing.length - explained;
        const notes = left === 0 ? '' : `; ${left} names or programmes of theirs are not taken`;
        const verdict =
          failing.length === 0
            ? style.good('sound')
            : style.bad(`${failing.length} differences without a reason`);
        return `${verdict}: ${check.groups} groups; ${against}; ${explained} differences are explained in the files${notes}\n${lines.join('')}`;
      });
    });
}

import type { Command } from 'commander';
import type { WithContext } from '../context.ts';

/** `entente verify`: the record against its own rules; exit 1 on a fault. */
export function verifyCommand(root: Command, withContext: WithContext): void {
  root
    .command('verify')
    .description('check the whole record against its own rules: hashes, runs, dates, ids; exit 1 on a fault')
    .addHelpText('after', '\nExample:\n  $ entente verify && echo sound')
    .action(async (_options: unknown, command: Command) => {
      const context = withContext(command);
      const report = await context.withStore((store) => store.verify());
      if (report.faults.length > 0) context.fail();
      const { style } = context;
      context.answer(report, () => {
        const size = `${report.snapshots} snapshots, ${report.records.toLocaleString('en')} records, ${report.statements.toLocaleString('en')} statements, ${report.judgements} judgements`;
        if (report.faults.length === 0) return `${style.good('sound')}: ${size}\n`;
        const lines = report.faults.map((fault) => `  ${fault.rule}  ${fault.where}: ${fault.what}\n`);
        return `${style.bad(`${report.faults.length} faults`)} in ${size}\n${lines.join('')}`;
      });
    });
}

import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { momentOf, type WithContext } from '../context.ts';

/** `entente accept` and `entente reject`: a person's word on a snapshot in quarantine. */
export function decideCommands(root: Command, withContext: WithContext): void {
  for (const [verdict, what] of [
    ['accept', 'put a snapshot that is held in quarantine on the record'],
    ['reject', 'take a snapshot off the record, or refuse one that is held; its content is kept'],
  ] as const) {
    root
      .command(verdict)
      .description(what)
      .argument('<list>', 'the list, as "entente lists" names it')
      .argument('<observed>', 'when the snapshot was observed')
      .requiredOption('--note <why>', 'the reason, kept with your name and the time')
      .option('--by <name>', 'who decides (default: the user name)')
      .addHelpText(
        'after',
        `\nExample:\n  $ entente ${verdict} un-sc 2023-08-02 --note "checked with the publisher"`,
      )
      .action(
        async (list: string, observed: string, options: { note: string; by?: string }, command: Command) => {
          const context = withContext(command);
          const at = momentOf('<observed>', observed) ?? observed;
          const decision = {
            by: options.by ?? userInfo().username,
            note: options.note,
            at: context.io.now().toISOString(),
          };
          await context.withStore((store) => store.decide(list, at, verdict, decision));
          context.answer(
            { list, observed: at, verdict, decision },
            () => `${list} of ${at}: ${verdict}ed by ${decision.by}\n`,
          );
        },
      );
  }
}

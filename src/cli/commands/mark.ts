import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isEntityId } from '../../kernel/index.ts';
import { formatMarking, parseMarking } from '../../policy/index.ts';
import { MARKED_KINDS, type MarkedKind, type Store, storeError } from '../../store/index.ts';
import type { Context, WithContext } from '../context.ts';
import { enterAct } from '../enter-act.ts';
import { table } from '../terminal/table.ts';

interface Options {
  readonly kind?: MarkedKind;
  readonly why: string;
}

/** `entente mark`: who may have what. Once the store has accounts, markings hide. */
export function markCommand(root: Command, withContext: WithContext): void {
  const mark = root
    .command('mark')
    .description('say who may have an entity, a record or a document: Traffic Light Protocol and more')
    .addHelpText(
      'after',
      `
A marking is written like TLP:AMBER//OWNER in-mea//TO us-state//REL TO IN, US//ORCON//CAVEAT no-court//FOR lead;
docs/reference/policy.md has its parts. All that stand on an object must be met. Without accounts nothing is hidden.

Example:
  $ entente mark set un-sc:QDe.132 "TLP:GREEN" --why "received under GREEN"`,
    );
  const kind = () =>
    new Option('--kind <kind>', 'what the id is of (default: by its form)').choices([...MARKED_KINDS]);

  mark
    .command('set')
    .description('set a marking, beside those that stand')
    .argument('<id>', 'an entity id (ent-…), a source key (un-sc:QDe.132), or with --kind another id')
    .argument('<marking>', 'TLP:RED, TLP:AMBER//OWNER … and so on')
    .addOption(kind())
    .requiredOption('--why <reason>', 'the reason, kept with your name and the time')
    .action(async (id: string, text: string, options: Options, command: Command) => {
      const context = withContext(command);
      const marking = formatMarking(parseMarking(text));
      const of = await context.withStore(async (store) => {
        const target = await targetOf(store, id, options.kind);
        await store.markings.set(target, id, marking, actOf(context, options.why));
        await enterAct(context, store, 'mark', { set: marking, kind: target, object: id, why: options.why });
        return target;
      });
      context.answer({ kind: of, object: id, marking }, () => `${of} ${id}: ${marking}\n`);
    });

  mark
    .command('show')
    .description('show the markings that stand or stood on an object')
    .argument('<id>', 'its id')
    .addOption(kind())
    .action(async (id: string, options: Pick<Options, 'kind'>, command: Command) => {
      const context = withContext(command);
      const markings = await context.withStore((store) =>
        store.markings.history(kindOf(id, options.kind), id),
      );
      context.answer({ markings }, () =>
        markings.length === 0
          ? 'Nobody marked it.\n'
          : table(
              context.io,
              markings.map(({ id: number, marking, by, at, why, removed }) => [
                String(number),
                marking,
                `${by}, ${at.slice(0, 10)}: ${why}`,
                removed === null
                  ? ''
                  : `taken off by ${removed.by}, ${removed.at.slice(0, 10)}: ${removed.why}`,
              ]),
            ),
      );
    });

  mark
    .command('remove')
    .description('take one marking off; that it stood is kept')
    .argument('<number>', 'its number, as "entente mark show" has it', whole)
    .requiredOption('--why <reason>', 'the reason, kept with your name and the time')
    .action(async (number: number, options: Options, command: Command) => {
      const context = withContext(command);
      await context.withStore(async (store) => {
        if (!(await store.markings.remove(number, actOf(context, options.why))))
          throw storeError('ENT_NOT_FOUND', { what: `standing marking ${number}` });
        await enterAct(context, store, 'mark', { remove: number, why: options.why });
      });
      context.answer({ id: number, removed: true }, () => `marking ${number} is taken off\n`);
    });
}

/** What is marked, and that it is there: a marking on nothing would hide nothing. */
async function targetOf(store: Store, id: string, given: MarkedKind | undefined): Promise<MarkedKind> {
  const kind = kindOf(id, given);
  if ((kind === 'entity' || kind === 'record') && (await store.resolve(id)) === null)
    throw storeError('ENT_NOT_FOUND', { what: id });
  return kind;
}

function kindOf(id: string, given: MarkedKind | undefined): MarkedKind {
  return given ?? (isEntityId(id) ? 'entity' : 'record');
}

function actOf({ io }: Context, why: string) {
  return { by: userInfo().username, at: io.now().toISOString(), why };
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('give a number.');
  return value;
}

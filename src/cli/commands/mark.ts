import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  actOnMarking,
  type MarkedObject,
  markedNow,
  markedObject,
  type NamedObject,
} from '../../app/index.ts';
import { LOCAL, type Viewer } from '../../policy/index.ts';
import {
  MARKED_KINDS,
  type MarkedKind,
  type ProposedAct,
  type Store,
  storeError,
} from '../../store/index.ts';
import type { Context, WithContext } from '../context.ts';
import { enterAct } from '../enter-act.ts';
import { table } from '../terminal/table.ts';

interface Named {
  readonly kind?: MarkedKind;
  readonly property?: string;
  readonly value?: string;
}

interface Reasoned {
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
  $ entente mark set un-sc:QDe.132 "TLP:GREEN" --why "received under GREEN"
  $ entente mark release un-sc:QDe.132 us-state --why "agreement of 2026-03-01, 4.2"`,
    );
  /** A command about one object, with the words that name it. */
  const about = (name: string, description: string) =>
    mark
      .command(name)
      .description(description)
      .argument('<id>', "an entity id (ent-…), a source key (un-sc:QDe.132), a document's or an entry's id");
  const named = (command: Command) =>
    command
      .addOption(
        new Option('--kind <kind>', 'what the id is of (default: by its form)').choices([...MARKED_KINDS]),
      )
      .option('--property <property>', 'of a statement: what the record says of it (name, address …)')
      .option('--value <value>', 'of a statement: the value, as printed');
  const reasoned = (command: Command) =>
    command.requiredOption('--why <reason>', 'the reason, kept with your name and the time');

  reasoned(
    named(
      about('set', 'set a marking, beside those that stand').argument(
        '<marking>',
        'TLP:RED, TLP:AMBER//OWNER … and so on',
      ),
    ),
  ).action(async (id: string, marking: string, options: Named & Reasoned, command: Command) => {
    const context = withContext(command);
    const of = await context.withStore(async (store) => {
      const object = await objectOf(store, id, options);
      await act(context, store, object, { act: 'set', marking }, options.why);
      const [set] = (await store.markings.history(object.kind, object.object)).slice(-1);
      const asked = { set: set?.marking ?? marking, kind: object.kind, object: object.object };
      await enterAct(context.io.now(), store, 'mark', { ...asked, why: options.why });
      return { kind: object.kind, object: object.object, marking: asked.set };
    });
    context.answer(of, () => `${of.kind} ${id}: ${of.marking}\n`);
  });

  named(
    about('show', 'show the markings that stand or stood on an object, and whom it was released to'),
  ).action(async (id: string, options: Named, command: Command) => {
    const context = withContext(command);
    const { markings, releases } = await context.withStore(async (store) => {
      const { kind, object } = await objectOf(store, id, options);
      return {
        markings: await store.markings.history(kind, object),
        releases: await store.markings.releases.of(kind, object),
      };
    });
    const off = (what: string, gone: { by: string; at: string; why: string } | null) =>
      gone === null ? '' : `${what} by ${gone.by}, ${gone.at.slice(0, 10)}: ${gone.why}`;
    context.answer({ markings, releases }, () =>
      markings.length + releases.length === 0
        ? 'Nobody marked it.\n'
        : table(context.io, [
            ...markings.map(({ id: number, marking, by, at, why, removed }) => [
              String(number),
              marking,
              `${by}, ${at.slice(0, 10)}: ${why}`,
              off('taken off', removed),
            ]),
            ...releases.map(({ id: release, to, by, at, why, recalled }) => [
              release,
              `released to ${to}`,
              `${by}, ${at.slice(0, 10)}: ${why}`,
              off('called back', recalled),
            ]),
          ]),
    );
  });

  reasoned(
    mark
      .command('remove')
      .description('take one marking off; that it stood is kept')
      .argument('<number>', 'its number, as "entente mark show" has it', whole),
  ).action(async (number: number, { why }: Reasoned, command: Command) => {
    const context = withContext(command);
    await context.withStore(async (store) => {
      if (!(await store.markings.remove(number, actOf(context, why))))
        throw storeError('ENT_NOT_FOUND', { what: `standing marking ${number}` });
      await enterAct(context.io.now(), store, 'mark', { remove: number, why });
    });
    context.answer({ id: number, removed: true }, () => `marking ${number} is taken off\n`);
  });

  reasoned(
    named(
      about(
        'release',
        'release an object to an organisation: its people may have it as if it stood after TO',
      ).argument('<organisation>', 'its id, as clearances and markings have it'),
    ),
  ).action(async (id: string, to: string, options: Named & Reasoned, command: Command) => {
    const context = withContext(command);
    const release = await context.withStore(async (store) => {
      const object = await objectOf(store, id, options);
      const done = await act(context, store, object, { act: 'release', to }, options.why);
      const { kind, object: of } = object;
      await enterAct(context.io.now(), store, 'release', {
        release: done.release?.id ?? '',
        kind,
        object: of,
        to,
      });
      return done.release;
    });
    context.answer({ release }, () => `${id} is released to ${to} (${release?.id ?? ''})\n`);
  });

  reasoned(
    mark
      .command('recall')
      .description('call a release back; what was taken away is asked for, and not undone')
      .argument('<release>', 'its id, as "entente mark show" has it'),
  ).action(async (id: string, { why }: Reasoned, command: Command) => {
    const context = withContext(command);
    await context.withStore(async (store) => {
      if (!(await store.markings.releases.recall(id, actOf(context, why))))
        throw storeError('ENT_NOT_FOUND', { what: `standing release ${id}` });
      await enterAct(context.io.now(), store, 'release', { recall: id, why });
    });
    context.answer({ id, recalled: true }, () => `${id} is called back\n`);
  });
}

/** What is marked, and that it is there: a marking on nothing would hide nothing. */
async function objectOf(store: Store, id: string, { kind, property, value }: Named): Promise<MarkedObject> {
  const named: NamedObject = {
    id,
    ...(kind === undefined ? {} : { kind }),
    ...(property === undefined ? {} : { property }),
    ...(value === undefined ? {} : { value }),
  };
  const found = await markedObject(store, await markedNow(store), named);
  if (found === null) throw storeError('ENT_NOT_FOUND', { what: id });
  return found;
}

/** Does an act as the person at this machine, to whom the store belongs. */
function act(context: Context, store: Store, of: MarkedObject, asked: ProposedAct, why: string) {
  const subject = { ...LOCAL, name: userInfo().username };
  const viewer: Viewer = { subject, action: asked.act === 'release' ? 'release' : 'mark' };
  return actOnMarking(store, of, asked, { viewer, why, now: context.io.now() });
}

function actOf({ io }: Context, why: string) {
  return { by: userInfo().username, at: io.now().toISOString(), why };
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('give a number.');
  return value;
}

import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Deciding } from '../../app/index.ts';
import {
  DOCUMENT_STATES,
  type DocumentFilter,
  type DocumentState,
  documentError,
  type Store,
} from '../../store/index.ts';
import { ITEM_KINDS, type ItemKind } from '../../wire/index.ts';
import { type Context, momentOf, type WithContext } from '../context.ts';
import { cliError } from '../errors.ts';
import {
  number,
  percent,
  renderDocumentHead,
  renderDocumentLine,
  renderIncident,
  renderItem,
} from '../render-document.ts';

/** `entente document`: the documents that were kept, what persons made of their readings, and what they tell together. */
export function documentCommand(root: Command, withContext: WithContext): void {
  const document = root
    .command('document')
    .description('kept documents: list them, review what was read, find copies, join what they tell')
    .addHelpText(
      'after',
      `
Documents come from "entente read --keep" and from feeds.

Examples:
  $ entente document list --from 2026-11-01
  $ entente document review
  $ entente document events --country PK`,
    );
  listCommand(document, withContext);
  showCommand(document, withContext);
  reviewCommand(document, withContext);
  copiesCommand(document, withContext);
  eventsCommand(document, withContext);
  rereadCommand(document, withContext);
  proposeCommand(document, withContext);
}

interface ListOptions {
  readonly state?: DocumentState;
  readonly publisher?: string;
  readonly feed?: string;
  readonly headline?: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownAt?: string;
  readonly limit: number;
  readonly cursor?: string;
}

function listCommand(document: Command, withContext: WithContext): void {
  document
    .command('list')
    .description('list kept documents, the last kept first')
    .addOption(new Option('--state <state>', 'only those in this state').choices(DOCUMENT_STATES))
    .option('--publisher <name>', 'only this publisher’s')
    .option('--feed <id>', 'only from this feed')
    .option('--headline <words>', 'only with these words in the headline')
    .option('--from <date>', 'published on this day or later')
    .option('--to <date>', 'published on this day or earlier')
    .option('--known-at <date>', 'as they stood when this record knew them on this day')
    .option('--limit <n>', 'at most so many', wholeNumber, 20)
    .option('--cursor <cursor>', 'go on where an earlier page ended')
    .addHelpText('after', '\nExample:\n  $ entente document list --state withdrawn')
    .action(async (options: ListOptions, command: Command) => {
      const context = withContext(command);
      const { state, publisher, feed, headline, limit, cursor = null } = options;
      const filter: DocumentFilter = {
        ...(state === undefined ? {} : { state }),
        ...(publisher === undefined ? {} : { publisher }),
        ...(feed === undefined ? {} : { feed }),
        ...(headline === undefined ? {} : { headline }),
        ...span(options),
        knownAt: momentOf('--known-at', options.knownAt),
      };
      const { page, counts } = await context.withStore(async (store) => ({
        page: await store.documents.list(filter, { limit, cursor }),
        counts: await store.documents.counts(),
      }));
      context.answer({ ...page, counts }, () => {
        if (page.documents.length === 0)
          return counts.current + counts.replaced + counts.withdrawn === 0
            ? 'No document is kept yet; "entente read <file> --keep" keeps one.\n'
            : 'No kept document is like that.\n';
        const more = page.next === null ? '' : `More: --cursor ${page.next}\n`;
        return page.documents.map((one) => renderDocumentLine(one, context.style)).join('') + more;
      });
    });
}

function showCommand(document: Command, withContext: WithContext): void {
  document
    .command('show')
    .description(
      'show a kept document, its versions, and every item of its reading with what persons made of it',
    )
    .argument('<id>', 'a document id (doc-…)')
    .option('--known-at <date>', 'as it stood when this record knew it on this day')
    .option('--text', 'its words alone')
    .addHelpText('after', '\nExample:\n  $ entente document show doc-0123456789abcdef --json')
    .action(
      async (
        id: string,
        options: { readonly knownAt?: string; readonly text?: boolean },
        command: Command,
      ) => {
        const context = withContext(command);
        const { documentView } = await import('../../app/index.ts');
        const view = await context.withStore((store) =>
          documentView(store, id, momentOf('--known-at', options.knownAt)),
        );
        if (options.text === true && !context.json) {
          context.io.out(`${context.style.foreign(view.text)}\n`);
          return;
        }
        context.answer(view, () => {
          const items = view.items.filter(({ kind }) => kind !== 'mention');
          return [
            renderDocumentHead(view, context.style),
            '\n',
            ...items.map((item) => renderItem(item, context.io, context.style)),
          ].join('');
        });
      },
    );
}

interface ReviewOptions {
  readonly kind?: readonly ItemKind[];
  readonly limit: number;
  readonly accept?: string;
  readonly reject?: string;
  readonly correct?: string;
  readonly set?: string;
  readonly approve?: number;
  readonly withdraw?: number;
  readonly note?: string;
  readonly by?: string;
  readonly fourEyes?: boolean;
}

function reviewCommand(document: Command, withContext: WithContext): void {
  document
    .command('review')
    .description('show what waits for a person, or decide on one item of a document')
    .argument('[id]', 'a document id (doc-…); without one, what waits in all')
    .addOption(new Option('--kind <kind...>', 'items of these kinds only').choices(ITEM_KINDS))
    .option('--limit <n>', 'at most so many', wholeNumber, 20)
    .option('--accept <key>', 'say that an item is so')
    .option('--reject <key>', 'say that it is not so')
    .option('--correct <key>', 'say that it is so, but otherwise in the fields of --set')
    .option('--set <json>', 'the corrected fields, as a JSON object: {"status":"foiled"}')
    .option('--approve <n>', 'agree to a proposed decision, by its number', wholeNumber)
    .option('--withdraw <n>', 'take a decision back, or turn a proposed one down, by its number', wholeNumber)
    .option('--note <why>', 'the reason, kept with your name and the time')
    .option('--by <name>', 'who decides (default: the user name)')
    .option(
      '--four-eyes',
      'a correction stands only when another person approves it (or set ENTENTE_FOUR_EYES=1)',
    )
    .addHelpText(
      'after',
      `
A key may be given by its last part. Nothing is deleted: a decision is superseded by the next, or withdrawn.

Examples:
  $ entente document review doc-0123456789abcdef
  $ entente document review doc-0123456789abcdef --accept 3f2a91c07e --note "read the original"
  $ entente document review doc-0123456789abcdef --correct 3f2a91c07e --set '{"status":"foiled"}' --note "police release"
  $ entente document review doc-0123456789abcdef --approve 12 --note "agreed"`,
    )
    .action(async (id: string | undefined, options: ReviewOptions, command: Command) => {
      const context = withContext(command);
      const acts = (['accept', 'reject', 'correct', 'approve', 'withdraw'] as const).filter(
        (act) => options[act] !== undefined,
      );
      if (acts.length > 1)
        throw cliError('ENT_USAGE', {
          why: `decide one thing at a time, not ${acts.map((act) => `--${act}`).join(' and ')}`,
        });
      const [act] = acts;
      if (act === undefined) return waiting(context, id, options);
      if (id === undefined)
        throw cliError('ENT_USAGE', { why: `--${act} needs the document that it is about` });
      if (options.note === undefined)
        throw cliError('ENT_USAGE', { why: `--${act} needs its reason: --note <why>` });
      const deciding: Deciding = {
        by: options.by ?? userInfo().username,
        why: options.note,
        now: context.io.now,
        fourEyes: options.fourEyes === true || context.io.env.ENTENTE_FOUR_EYES === '1',
      };
      await context.withStore((store) => decide(context, store, id, act, options, deciding));
    });
}

async function waiting(
  context: Context,
  id: string | undefined,
  { kind, limit }: ReviewOptions,
): Promise<void> {
  const { documentView } = await import('../../app/index.ts');
  const answer = await context.withStore(async (store) => {
    const { items, total } = await store.documents.reviews.waiting(
      { ...(kind === undefined ? {} : { kinds: kind }), ...(id === undefined ? {} : { document: id }) },
      { limit },
    );
    if (id !== undefined && (await store.documents.find(id)) === null)
      throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
    const views = new Map<string, Awaited<ReturnType<typeof documentView>>>();
    for (const { document } of items)
      if (!views.has(document)) views.set(document, await documentView(store, document));
    return {
      total,
      items: items.map((one) => ({
        ...one,
        item: views.get(one.document)?.items.find(({ key }) => key === one.key) ?? null,
      })),
    };
  });
  context.answer(answer, () => {
    if (answer.items.length === 0) return 'Nothing waits for a decision.\n';
    return [
      ...answer.items.map(({ document, item }, index) =>
        [
          document === answer.items[index - 1]?.document ? '' : `${context.style.strong(document)}\n`,
          item === null ? '' : renderItem(item, context.io, context.style),
        ].join(''),
      ),
      `${number(answer.total, 'item waits', 'items wait')} for a decision: entente document review <id> --accept|--reject|--correct <key> --note <why>\n`,
    ].join('');
  });
}

async function decide(
  context: Context,
  store: Store,
  id: string,
  act: 'accept' | 'reject' | 'correct' | 'approve' | 'withdraw',
  options: ReviewOptions,
  deciding: Deciding,
): Promise<void> {
  const { decideItem, documentView } = await import('../../app/index.ts');
  const { by, why, now } = deciding;
  const { reviews } = store.documents;
  if (act === 'approve' || act === 'withdraw') {
    const decision = options[act] ?? 0;
    await reviews[act](id, decision, { by, why, at: now().toISOString() });
    const done = act === 'approve' ? 'approved' : 'withdrawn';
    context.answer(
      { document: id, decision, [done]: { by, why } },
      () => `decision ${decision} ${done} by ${by}\n`,
    );
    return;
  }
  const given = options[act] ?? '';
  const { items } = await documentView(store, id);
  const keys = items.filter(({ key }) => key === given || key.endsWith(`:${given}`)).map(({ key }) => key);
  if (keys.length > 1)
    throw cliError('ENT_USAGE', { why: `--${act}: several items end so: ${keys.join(', ')}` });
  const decision = await decideItem(
    store,
    id,
    {
      item: keys[0] ?? given,
      verdict: act,
      ...(act === 'correct' ? { correction: fieldsOf(options.set) } : {}),
    },
    deciding,
  );
  context.answer(decision, () =>
    decision.needsSecond
      ? `proposed by ${by} as decision ${decision.id}; another person approves it: entente document review ${id} --approve ${decision.id} --note <why>\n`
      : `${decision.item}: ${act}ed by ${by} (decision ${decision.id})\n`,
  );
}

function fieldsOf(set: string | undefined): Readonly<Record<string, unknown>> {
  if (set === undefined)
    throw cliError('ENT_USAGE', { why: '--correct needs the corrected fields: --set <json>' });
  try {
    const fields: unknown = JSON.parse(set);
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
      return fields as Record<string, unknown>;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw cliError('ENT_USAGE', { why: `--set: not a JSON object: ${set}` });
}

function copiesCommand(document: Command, withContext: WithContext): void {
  document
    .command('copies')
    .description('show the printings of a story, and the documents that quote the same words; or compare two')
    .argument('<id>', 'a document id (doc-…)')
    .argument('[other]', 'another document, to lay beside it')
    .addHelpText('after', '\nExample:\n  $ entente document copies doc-0123456789abcdef')
    .action(async (id: string, other: string | undefined, _options: unknown, command: Command) => {
      const context = withContext(command);
      const { style } = context;
      const { compareKept } = await import('../../app/index.ts');
      if (other !== undefined) {
        const found = await context.withStore((store) => compareKept(store, id, other));
        context.answer({ document: id, other, ...found }, () =>
          [
            `${style.strong(found.kind.replaceAll('-', ' '))}: ${percent(found.shares[0])} of the first is in the second, ${percent(found.shares[1])} of the second in the first\n`,
            ...found.passages.map(
              ({ here, words, quoted }) =>
                `    ${words} words${quoted ? ', quoted' : ''}: ${style.foreign(`“${here.quote.replace(/\s+/g, ' ')}”`)}\n`,
            ),
          ].join(''),
        );
        return;
      }
      const answer = await context.withStore(async ({ documents }) => {
        const own = await documents.find(id);
        if (own === null) throw documentError('ENT_DOCUMENT_UNKNOWN', { id });
        const printings = await documents.copies.origin(own.copyOf);
        const links = await documents.copies.of(id);
        const others = links.flatMap((link) => [link.document, link.of]);
        return {
          origin: own.copyOf,
          printings,
          links,
          documents: [...(await documents.several([...new Set([...printings, ...others])])).values()],
        };
      });
      const line = (one: string) =>
        answer.documents
          .filter((kept) => kept.id === one)
          .map((kept) => renderDocumentLine(kept, style))
          .join('');
      const quoting = answer.links
        .filter(({ kind }) => kind === 'shared-text')
        .map((link) => (link.document === id ? link.of : link.document));
      context.answer({ document: id, ...answer }, () =>
        [
          answer.printings.length === 1
            ? 'No other printing of it is kept.\n'
            : `${number(answer.printings.length, 'printing')} of one story, the first known first:\n`,
          ...(answer.printings.length === 1 ? [] : answer.printings.map(line)),
          quoting.length === 0 ? '' : 'Other reports with the same words:\n',
          ...quoting.map(line),
        ].join(''),
      );
    });
}

interface EventOptions {
  readonly from?: string;
  readonly to?: string;
  readonly type?: readonly string[];
  readonly country?: string;
  readonly actor?: string;
  readonly limit: number;
}

function eventsCommand(document: Command, withContext: WithContext): void {
  document
    .command('events')
    .description(
      'show what happened as all kept documents tell it, each event once, with what they say otherwise',
    )
    .option('--from <date>', 'on this day or later')
    .option('--to <date>', 'on this day or earlier')
    .option('--type <type...>', 'these kinds of event (default: attack, operation, arrest)')
    .option('--country <code>', 'in this country (PK)')
    .option('--actor <id>', 'that somebody ties to this entity (ent-… or a source key)')
    .option('--limit <n>', 'at most so many', wholeNumber, 20)
    .addHelpText(
      'after',
      '\nExample:\n  $ entente document events --country PK --from 2025-03-01 --to 2025-03-31',
    )
    .action(async (options: EventOptions, command: Command) => {
      const context = withContext(command);
      const { incidentsAcross } = await import('../../app/index.ts');
      const incidents = await context.withStore(async (store) => {
        const actor = options.actor === undefined ? null : await store.resolve(options.actor);
        return incidentsAcross(store, {
          ...span(options),
          ...(options.type === undefined ? {} : { types: options.type }),
          ...(options.country === undefined ? {} : { country: options.country.toUpperCase() }),
          ...(options.actor === undefined ? {} : { actor: actor ?? options.actor }),
        });
      });
      const shown = incidents.slice(0, options.limit);
      context.answer({ total: incidents.length, incidents: shown }, () =>
        shown.length === 0
          ? 'No kept document tells of such an event.\n'
          : [
              ...shown.map((incident) => renderIncident(incident, context.io, context.style)),
              incidents.length > shown.length
                ? `… and ${incidents.length - shown.length} more (--limit)\n`
                : '',
            ].join('\n'),
      );
    });
}

function rereadCommand(document: Command, withContext: WithContext): void {
  document
    .command('reread')
    .description('read kept documents again by the rules of this version; what persons decided stays')
    .argument('[id]', 'a document id (doc-…); without one, all that older rules read')
    .option('--limit <n>', 'at most so many', wholeNumber, 10_000)
    .addHelpText('after', '\nExample:\n  $ entente document reread')
    .action(async (id: string | undefined, options: { readonly limit: number }, command: Command) => {
      const context = withContext(command);
      const { rereadAll, rereadDocument } = await import('../../app/index.ts');
      if (id !== undefined) {
        const { changed } = await context.withStore((store) => rereadDocument(store, id, context.io.now));
        context.answer({ document: id, changed }, () =>
          changed ? 'Read otherwise than before.\n' : 'Read as before.\n',
        );
        return;
      }
      const report = await context.withStore((store) => rereadAll(store, context.io.now, options.limit));
      context.answer(report, () =>
        [
          `${number(report.read, 'document')} read again\n`,
          ...report.failed.map(
            ({ id: failed, why }) => `${failed} could not be read: ${context.style.foreign(why)}\n`,
          ),
        ].join(''),
      );
      if (report.failed.length > 0) context.fail();
    });
}

function proposeCommand(document: Command, withContext: WithContext): void {
  document
    .command('propose')
    .description(
      'ask the model that ENTENTE_MODEL_URL names what a document says; a person approves what it proposes',
    )
    .argument('<id>', 'a document id (doc-…); its words are sent to the model')
    .addHelpText('after', '\nExample:\n  $ entente document propose doc-0123456789abcdef')
    .action(async (id: string, _options: unknown, command: Command) => {
      const context = withContext(command);
      const { appError, modelOf, proposeItems } = await import('../../app/index.ts');
      const model = modelOf(context.io.env);
      if (model === null)
        throw appError('ENT_MODEL_SETTING', {
          why: 'no model is set, and no text leaves this machine (ENTENTE_MODEL_URL, ENTENTE_MODEL_NAME)',
        });
      const answer = await context.withStore((store) => proposeItems(store, id, model, context.io.now));
      context.answer(answer, () =>
        [
          ...answer.proposed.map(
            ({ id: number, kind, as }) =>
              `${context.style.warn(`proposed as decision ${number}`)}: ${kind} ${context.style.foreign(JSON.stringify(as))}\n`,
          ),
          ...answer.refused.map(({ item, why }) => `refused: ${why}: ${context.style.foreign(item)}\n`),
          `${number(answer.proposed.length, 'item')} proposed by ${context.style.foreign(answer.model)}; approve with: entente document review ${id} --approve <n> --note <why>\n`,
        ].join(''),
      );
    });
}

function span(options: { readonly from?: string; readonly to?: string }) {
  const from = momentOf('--from', options.from)?.slice(0, 10);
  const to = momentOf('--to', options.to)?.slice(0, 10);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('not a whole number above 0');
  return value;
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import { screenEntered } from '../../app/index.ts';
import { SCHEMAS, type Schema, type TimePoint, tryParseDate } from '../../kernel/index.ts';
import { DEFAULT_THRESHOLD } from '../../names/index.ts';
import {
  isOpen,
  type ScreenAnswer,
  Screener,
  type ScreenQuery,
  type ScreenResult,
  screenJson,
} from '../../screening/index.ts';
import { countryCode } from '../../text/index.ts';
import { askedHere } from '../asked-here.ts';
import { type ClockOptions, type Context, clocksOf, type WithContext } from '../context.ts';
import { listingCells, shorten } from '../describe.ts';
import { table } from '../terminal/table.ts';
import { BATCH_FLAGS, type BatchOptions, runBatch } from './screen-batch.ts';

interface Options extends ClockOptions, BatchOptions {
  readonly schema?: Schema;
  readonly birthDate?: string;
  readonly country?: string;
  readonly gender?: string;
  readonly list?: readonly string[];
  readonly threshold: number;
  readonly limit: number;
  readonly weak?: boolean;
  readonly explain?: boolean;
}

/** `entente screen`: is this name designated, by whom, since when, and was it on that day? */
export function screenCommand(root: Command, withContext: WithContext): void {
  const screen = root
    .command('screen')
    .description('ask whether a name is designated: by whom, since when, and on the day asked about')
    .argument('[name...]', 'the name; several words are one name')
    .addOption(new Option('--schema <kind>', 'what the name is a name of').choices([...SCHEMAS]))
    .option(
      '--birth-date <date>',
      "a person's date of birth, as far as it is known: 1965, 1965-08-12",
      birthDate,
    )
    .option('--country <code>', 'nationality or country, as a two-letter code or a name', country)
    .addOption(
      new Option('--gender <gender>', "a person's gender, as lists state it").choices(['male', 'female']),
    )
    .option('--list <id...>', 'search these lists only')
    .option('--as-of <date>', 'as it held on this day')
    .option('--known-at <date>', 'as this record knew it on this day')
    .option('--threshold <score>', 'the least score of a match, 0 to 1', share, DEFAULT_THRESHOLD)
    .option('--limit <n>', 'at most so many entities', positive, 10)
    .option('--weak', 'let a weak alias alert by itself (lists advise against it)')
    .option('--explain', 'show what joined the two names, part by part')
    .addHelpText(
      'after',
      `
Examples:
  $ entente screen "Majeed Brigade"
  $ entente screen BALOCH LIBERATION ARMY --as-of 2020-06-01 --known-at 2021-08-01
  $ entente screen "Jaish e Mohammad" --list un-sc --explain
  $ entente screen --input customers.csv --output results.jsonl --column name=full_name`,
    )
    .action(async (words: readonly string[], options: Options, command: Command) => {
      const context = withContext(command);
      const clocks = clocksOf(options);
      if (options.input !== undefined || words.length === 0) return runBatch(context, options, clocks);
      const query: ScreenQuery = {
        name: words.join(' '),
        ...(options.schema === undefined ? {} : { schema: options.schema }),
        ...(options.birthDate === undefined ? {} : { birthDate: options.birthDate }),
        ...(options.country === undefined ? {} : { country: options.country }),
        ...(options.gender === undefined ? {} : { gender: options.gender }),
      };
      const answer = await context.withStore(async (store) => {
        const scope = { clocks, lists: options.list ?? null };
        const how = { threshold: options.threshold, limit: options.limit, weak: options.weak === true };
        const screener = await Screener.over(store, scope);
        return screenEntered(store, screener, { query, options: how, scope }, askedHere(), context.io.now);
      });
      context.answer(screenJson(answer), () => render(context, answer, options.explain === true));
    });
  for (const flag of BATCH_FLAGS) screen.addOption(flag);
}

function render(context: Context, answer: ScreenAnswer, explain: boolean): string {
  const { style } = context;
  const matches = answer.results.filter(isOpen).length;
  const excepted = answer.results.filter((result) => result.match && !isOpen(result)).length;
  const asked = style.foreign(shorten(answer.query.name));
  const headline =
    answer.results.length === 0
      ? style.good(`No hit for "${asked}"`)
      : matches === 0
        ? style.warn(`No match for "${asked}"; ${foundBeside(answer.results.length - excepted, excepted)}`)
        : style.bad(
            `${count(matches, 'match', 'matches')} for "${asked}"${excepted === 0 ? '' : `, and ${excepted} excepted`}`,
          );
  return [
    `${headline}\n`,
    ...answer.results.map((result) => renderResult(context, result, answer.asOf, explain)),
    `\n${searchedLine(answer)}\n`,
  ].join('');
}

function renderResult(
  { io, style }: Context,
  result: ScreenResult,
  asOf: TimePoint | null,
  explain: boolean,
): string {
  const { matchedName } = result;
  const verdict = isOpen(result)
    ? style.bad('match')
    : result.match
      ? style.warn('match, excepted')
      : style.dim('no match');
  const borne = {
    listed: '',
    unclear: ', unclear on that day',
    'not-yet': ', not yet borne on that day',
    delisted: ', no longer borne on that day',
  }[matchedName.borne];
  const how = [matchedName.kind, matchedName.strength === 'unstated' ? '' : matchedName.strength]
    .filter((part) => part !== '')
    .join(', ');
  const rows = result.listings.map((listing) => listingCells(listing, asOf, style));
  const others = result.otherNames.filter((name) => name.strength !== 'weak').slice(0, 3);
  const weak = result.otherNames.filter((name) => name.strength === 'weak').slice(0, 3);
  const also = [
    ...(others.length > 0 ? [`also ${others.map((name) => style.foreign(name.text)).join(', ')}`] : []),
    ...(weak.length > 0
      ? [`confirmed by the weak alias ${weak.map((name) => style.foreign(name.text)).join(', ')}`]
      : []),
  ];
  const explained = explain
    ? [
        `  ${result.explanation.sentence}\n`,
        indent(
          table(
            io,
            result.explanation.parts.map(([query, name, likeness, join]) => [
              style.foreign(query),
              style.foreign(name),
              likeness.toFixed(2),
              join,
            ]),
          ),
        ),
        ...result.explanation.features.map(
          (feature) => `  ${feature.feature}: ${feature.detail} (${feature.points})\n`,
        ),
      ]
    : [];
  return [
    `\n${result.score.toFixed(3)}  ${style.strong(style.foreign(result.caption))}  ${verdict}  ${style.dim(result.id)}\n`,
    `  by the name ${style.foreign(matchedName.text)} ${style.dim(`(${how}, ${matchedName.list}${borne})`)}${also.length > 0 ? `; ${also.join('; ')}` : ''}\n`,
    exceptionLine(result, style),
    ...explained,
    rows.length === 0 ? '  listed by nobody whose list is held or cited here\n' : indent(table(io, rows)),
  ].join('');
}

function foundBeside(possible: number, excepted: number): string {
  return [
    ...(excepted === 0 ? [] : [count(excepted, 'match excepted', 'matches excepted')]),
    ...(possible === 0 && excepted > 0 ? [] : [count(possible, 'possible name')]),
  ].join(', ');
}

/** Why a hit is set aside, until when and by whom; or why what was decided about it does not hold any more. */
function exceptionLine({ exception }: ScreenResult, style: Context['style']): string {
  if (exception === undefined) return '';
  const { id, state, until, proposedBy, approvedBy, reason, why } = exception;
  const ended = {
    active: '',
    expired: `ended on ${until}`,
    'entity-changed': 'is open again: the entity changed since',
    'question-changed': 'does not hold: it was decided for the same name with other facts',
  }[state];
  return state === 'active'
    ? `  ${style.warn(`excepted until ${until}`)} by ${proposedBy} and ${approvedBy}, because of ${reason}: ${style.foreign(why)} ${style.dim(`(exception ${id})`)}\n`
    : `  ${style.warn(`exception ${id} ${ended}`)}\n`;
}

function searchedLine(answer: ScreenAnswer): string {
  const { lists, names, entities } = answer.searched;
  const which = lists.map((list) => `${list.id} as observed on ${list.observed}`).join(', ');
  const clocks = [
    answer.asOf === null ? '' : `as of ${answer.asOf}`,
    answer.knownAt === null ? '' : `as known on ${answer.knownAt}`,
  ].filter((part) => part !== '');
  const question = clocks.length === 0 ? '' : ` Asked ${clocks.join(', ')}.`;
  return `Searched ${count(lists.length, 'list')} (${which}): ${count(names, 'name')} of ${count(entities, 'entity', 'entities')}, threshold ${answer.threshold}.${question}`;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('give a number from 0 to 1.');
  return value;
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000)
    throw new InvalidArgumentError('give a whole number from 1 to 1000.');
  return value;
}

/** A date that cannot be read would be no evidence at all, and look as if it had been compared. */
function birthDate(text: string): string {
  if (tryParseDate(text) === null)
    throw new InvalidArgumentError('give a date as far as it is known: 1965, 1965-08, 1965-08-12.');
  return text;
}

/** A country that is not known would be no evidence at all, and look as if it had been compared. */
function country(text: string): string {
  if (countryCode(text) === null) {
    throw new InvalidArgumentError(
      'that is no country known here; give a two-letter code (PK) or an English name (Pakistan).',
    );
  }
  return text;
}

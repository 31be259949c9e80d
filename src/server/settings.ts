import { EXCEPTION_DAYS } from '../app/index.ts';
import { serverError } from './errors.ts';

/** How the server is run. Each comes from the environment and can be set by whoever starts it. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Whether a proxy in front of it ends TLS and says who asks. */
  readonly behindProxy: boolean;
  /** Requests in hand beyond which others are told to come back. */
  readonly mostRequests: number;
  /** Requests a minute from one key or address; 0: no limit. */
  readonly ratePerMinute: number;
  /** The longest JSON body, in bytes. */
  readonly bodyBytes: number;
  /** The longest upload, in bytes. */
  readonly uploadBytes: number;
  /** How long a request may take to arrive, in seconds. */
  readonly requestSeconds: number;
  /** How long requests in hand are waited for when the server is told to stop, in seconds. */
  readonly stopSeconds: number;
  /** How often to look whether another process has written the store, in seconds; 0: never. */
  readonly refreshSeconds: number;
  /** The word that `POST /updatez` must bring; none: it is refused. */
  readonly updateToken: string | null;
  /** The file of the key that signs the audit log; `null`: the one beside the store. */
  readonly auditKey: string | null;
  /** How many days the audit log is kept; 0: for ever. */
  readonly auditKeepDays: number;
  /** Whether nothing is fetched from outside: no list, no feed. */
  readonly offline: boolean;
  /** A JSON file of addresses of lists that go before the publishers' own (a mirror). */
  readonly listAddresses: string | null;
  /** Whether a correction of a reading stands only when another person has approved it. */
  readonly fourEyes: boolean;
  /** How many days ahead an exception may end at most. */
  readonly exceptionDays: number;
  /** Pages of other origins that may ask; `*` for all. */
  readonly origins: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of an environment, defaults filled in. Throws `ENT_SERVE_SETTING` for a value that cannot be. */
export function settingsOf(env: Environment): Settings {
  return {
    host: env.ENTENTE_HOST ?? '127.0.0.1',
    port: number(env.ENTENTE_PORT, { name: 'ENTENTE_PORT', standard: 4620, most: 65_535 }),
    behindProxy: env.ENTENTE_BEHIND_PROXY === '1',
    mostRequests: number(env.ENTENTE_MOST_REQUESTS, {
      name: 'ENTENTE_MOST_REQUESTS',
      standard: 512,
      least: 1,
    }),
    ratePerMinute: number(env.ENTENTE_RATE_LIMIT, { name: 'ENTENTE_RATE_LIMIT', standard: 0 }),
    bodyBytes: number(env.ENTENTE_BODY_BYTES, { name: 'ENTENTE_BODY_BYTES', standard: 2 * MIB, least: 1024 }),
    uploadBytes: number(env.ENTENTE_UPLOAD_BYTES, {
      name: 'ENTENTE_UPLOAD_BYTES',
      standard: 512 * MIB,
      least: 1024,
    }),
    requestSeconds: number(env.ENTENTE_REQUEST_SECONDS, {
      name: 'ENTENTE_REQUEST_SECONDS',
      standard: 60,
      least: 1,
    }),
    stopSeconds: number(env.ENTENTE_STOP_SECONDS, { name: 'ENTENTE_STOP_SECONDS', standard: 10 }),
    refreshSeconds: number(env.ENTENTE_REFRESH_SECONDS, { name: 'ENTENTE_REFRESH_SECONDS', standard: 2 }),
    auditKey: env.ENTENTE_AUDIT_KEY ?? null,
    auditKeepDays: number(env.ENTENTE_AUDIT_KEEP_DAYS, {
      name: 'ENTENTE_AUDIT_KEEP_DAYS',
      standard: 0,
      most: 36_500,
    }),
    updateToken:
      env.ENTENTE_UPDATE_TOKEN === undefined || env.ENTENTE_UPDATE_TOKEN === ''
        ? null
        : env.ENTENTE_UPDATE_TOKEN,
    offline: env.ENTENTE_OFFLINE === '1',
    listAddresses: env.ENTENTE_LIST_ADDRESSES ?? null,
    fourEyes: env.ENTENTE_FOUR_EYES === '1',
    exceptionDays: number(env.ENTENTE_EXCEPTION_DAYS, {
      name: 'ENTENTE_EXCEPTION_DAYS',
      standard: EXCEPTION_DAYS,
      least: 1,
      most: 3650,
    }),
    origins: (env.ENTENTE_ORIGINS ?? '*').split(',').map((origin) => origin.trim()),
    logLevel: level(env.ENTENTE_LOG_LEVEL),
  };
}

const MIB = 1024 * 1024;
const LEVELS: readonly Settings['logLevel'][] = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

function level(text: string | undefined): Settings['logLevel'] {
  const found = LEVELS.find((each) => each === (text ?? 'info'));
  if (found !== undefined) return found;
  throw serverError('ENT_SERVE_SETTING', { name: 'ENTENTE_LOG_LEVEL', why: `one of ${LEVELS.join(', ')}` });
}

function number(
  text: string | undefined,
  {
    name,
    standard,
    least = 0,
    most = Number.MAX_SAFE_INTEGER,
  }: { name: string; standard: number; least?: number; most?: number },
): number {
  if (text === undefined || text === '') return standard;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
  throw serverError('ENT_SERVE_SETTING', { name, why: `give a whole number, ${range}; not "${text}"` });
}

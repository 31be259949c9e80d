import type { Db } from '../dialect.ts';
import { newestMoment } from './day-of.ts';
import type { DocumentDate, DocumentOrigin, Received } from './document.ts';
import { pageKey } from './page-key.ts';
import type { DocumentTable } from './tables.ts';

/** A version that is kept already, as far as a new one is compared with it. */
type Version = Pick<DocumentTable, 'id' | 'sha256' | 'feed' | 'guid' | 'state' | 'dates'>;

/** What a document that is given is to what is kept. */
export type Standing =
  | { readonly as: 'new' }
  | { readonly as: 'known'; readonly version: string }
  | { readonly as: 'replaces' | 'withdraws'; readonly version: string };

/** Finds out what a document is to those that are kept (SPEC DO2 to DO4). */
export async function standingOf(db: Db, received: Received, sha256: string): Promise<Standing> {
  const { origin, signal, about } = received;
  const own = await versionsOf(db, origin, sha256);
  const seen = own.find((version) => version.sha256 === sha256);
  if (seen !== undefined && !isNewer(received.dates, seen, own)) return { as: 'known', version: seen.id };
  const meant = about === null ? own : [...(await versionsNamed(db, about)), ...own];
  const earlier = meant.find(({ state }) => state === 'current') ?? null;
  if (earlier === null) return { as: 'new' };
  return { as: signal === 'kill' ? 'withdraws' : 'replaces', version: earlier.id };
}

/** Whether a text that was kept before is put out again as a newer version: it is not the newest, and says it is later. */
function isNewer(dates: readonly DocumentDate[], seen: Version, own: readonly Version[]): boolean {
  const newest = own[0];
  if (newest === undefined || newest.id === seen.id || newest.sha256 === seen.sha256) return false;
  const [given, held] = [newestMoment(dates), newestMoment(JSON.parse(newest.dates) as DocumentDate[])];
  return given !== null && held !== null && given > held;
}

const COLUMNS = ['id', 'sha256', 'feed', 'guid', 'state', 'dates'] as const;
/** One page has so many versions at most that are compared. */
const MOST = 1000;

/** The versions of one item, newest first: by the feed's own id, else by its page, else by its words. */
async function versionsOf(db: Db, origin: DocumentOrigin, sha256: string): Promise<readonly Version[]> {
  const { guid, feed, url } = origin;
  const all = db.selectFrom('document').select(COLUMNS).orderBy('seq', 'desc').limit(MOST);
  if (guid !== null) {
    const byGuid = await all
      .where('guid', '=', guid)
      .where('feed', feed === null ? 'is' : '=', feed)
      .execute();
    if (byGuid.length > 0) return byGuid;
  }
  if (url !== null) {
    const byPage = await all.where('url_key', '=', pageKey(url)).execute();
    // A feed that gives several items one address tells them apart by their ids.
    return byPage.filter((one) => guid === null || one.guid === null || one.feed !== feed);
  }
  return guid === null ? all.where('sha256', '=', sha256).execute() : [];
}

/** The versions of a document that another names, by its publisher's id, its page or its id here; newest first. */
async function versionsNamed(db: Db, about: string): Promise<readonly Version[]> {
  const all = db.selectFrom('document').select(COLUMNS).orderBy('seq', 'desc').limit(MOST);
  const byId = await all.where((by) => by.or([by('guid', '=', about), by('id', '=', about)])).execute();
  return byId.length > 0 ? byId : all.where('url_key', '=', pageKey(about)).execute();
}

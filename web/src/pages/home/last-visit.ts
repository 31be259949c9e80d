const KEPT = 'entente.lastVisit';
/** A new visit begins after so many hours without one. */
const HOURS = 6;

/** The day of the visit before this one, as `YYYY-MM-DD`; a week ago for the first. Kept in this browser only. */
export function lastVisit(now: Date): string {
  const [before = '', current = ''] = (localStorage.getItem(KEPT) ?? '').split(' ');
  const time = now.toISOString();
  const fresh = current === '' || now.getTime() - Date.parse(current) > HOURS * 3_600_000;
  const since = fresh ? current : before;
  if (fresh) localStorage.setItem(KEPT, `${current || time} ${time}`);
  if (since !== '') return since.slice(0, 10);
  return new Date(now.getTime() - 7 * 86_400_000).toISOString().slice(0, 10);
}

/** Parameters that tell who sent the reader, and never which page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|at_medium|at_campaign)$/i;

/**
 * The part of a URL that tells pages apart: host without `www.`, path without a last slash, parameters in order
 * without those that only count visitors; no scheme, no fragment. The URL itself when it cannot be parsed.
 */
export function pageKey(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url;
  }
  const kept = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name)).sort(byText);
  const query = new URLSearchParams(kept).toString();
  const host = parsed.host.replace(/^www\./, '');
  return `${host}${parsed.pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`;
}

function byText(a: readonly [string, string], b: readonly [string, string]): number {
  const [x, y] = [a.join('='), b.join('=')];
  return x < y ? -1 : x > y ? 1 : 0;
}

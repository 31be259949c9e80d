/** The host of an address without `www.`; `null` without one. */
export function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null;
}

/** An address of the web made whole; `null` for others. */
export function absolute(raw: string | null, base: string | null): string | null {
  const text = raw?.trim() ?? '';
  if (text === '' || text.length > 2_000 || !URL.canParse(text, base ?? undefined)) return null;
  const url = new URL(text, base ?? undefined);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '')
    return null;
  return url.href;
}

/** The host of an address without what servers put before it for the same site (`www.`, `m.`, `amp.`). */
export function siteOf(url: string): string {
  return (hostOf(url) ?? '').replace(/^(?:www|m|mobile|amp)\./, '');
}

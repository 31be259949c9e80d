/**
 * Who we say we are (RFC 9110, 10.1.5), as publishers ask of programs: what it is, which version, and how to reach
 * whoever runs it, where they say so. Characters that a header cannot hold are left out.
 */
export function userAgentOf(version: string, contact: string | null): string {
  const reach = (contact ?? '')
    .replace(/[^\x20-\x7e]|[()\\]/g, '')
    .trim()
    .slice(0, 200);
  return `Entente/${version} (reads official lists and public statements${reach === '' ? '' : `; ${reach}`})`;
}

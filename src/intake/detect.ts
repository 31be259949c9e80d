import { wordTable } from '../kernel/index.ts';
import { intakeError } from './errors.ts';
import type { Format, ReceiveHints } from './received.ts';
import { rootOf } from './xml.ts';

/** What a text is, by its content first, then by the media type, then by the name. */
export type Kind = Format | 'json' | 'xml';

const MEDIA = wordTable<Kind>({
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'message/rfc822': 'eml',
  'application/rss+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/feed+json': 'json-feed',
  'application/vnd.iptc.g2.newsitem+xml': 'newsml-g2',
  'application/vnd.iptc.g2.newsmessage+xml': 'newsml-g2',
});
const NAMES: readonly (readonly [RegExp, Kind])[] = [
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:eml|mbox)$/i, 'eml'],
];
const ROOTS = wordTable<Kind>({
  html: 'html',
  rss: 'rss',
  rdf: 'rdf',
  feed: 'atom',
  newsitem: 'newsml-g2',
  newsmessage: 'newsml-g2',
  packageitem: 'newsml-g2',
  newsml: 'newsml-g2',
  nitf: 'nitf',
});
/** Header fields that stand at the head of a mail (RFC 5322, and what gateways put before them). */
const MAIL_FIELD =
  /^(?:return-path|received|delivered-to|message-id|mime-version|from|to|date|subject|dkim-signature|x-[a-z0-9-]+|content-type|reply-to|sender|list-[a-z-]+|arc-[a-z-]+|authentication-results)$/i;
const LEAST_FIELDS = 3;
const MAIL_MARKS = ['date', 'message-id', 'mime-version', 'content-type'];

/** Whether bytes are a PDF: its mark stands within the first kilobyte (ISO 32000-1, 7.5.2). */
export function isPdf(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return head.includes('%PDF-');
}

/** Files that are no text, by their first bytes; `null` for what may be text. */
export function otherFile(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5)) return 'a ZIP file or an office document';
  if (a === 0x1f && b === 0x8b) return 'a gzip file';
  if (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) return 'a PNG picture';
  if (a === 0xff && b === 0xd8 && c === 0xff) return 'a JPEG picture';
  if (a === 0x47 && b === 0x49 && c === 0x46 && d === 0x38) return 'a GIF picture';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'an old office document';
  return a === 0x7f && b === 0x45 && c === 0x4c && d === 0x46 ? 'a program' : null;
}

/** What a decoded text is. Throws `ENT_INTAKE_FORMAT` for XML of another kind. */
export function kindOf(text: string, hints: ReceiveHints): Kind {
  const start = text.slice(0, 4_000).replace(/^[\s\ufeff]+/, '');
  const media = (hints.mediaType ?? '').replace(/;.*$/, '').trim().toLowerCase();
  const stated = MEDIA[media] ?? NAMES.find(([pattern]) => pattern.test(hints.name ?? ''))?.[1] ?? null;
  if (/^[{[]/.test(start) && /^(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))/.test(start)) return 'json';
  if (start.startsWith('<')) {
    const root = rootOf(text);
    const known = root === null ? undefined : ROOTS[root.name.toLowerCase()];
    if (known !== undefined) return known;
    if (
      /^<!doctype\s+html/i.test(start) ||
      /<(?:html|head|title|meta|body|main|article|section|p|div|h[1-6])\b/i.test(start)
    )
      return 'html';
    if (stated === 'html') return 'html';
    if (/^<\?xml/i.test(start)) {
      const why =
        root === null ? 'XML without an element' : `XML that begins with <${root.name.slice(0, 60)}>`;
      throw intakeError('ENT_INTAKE_FORMAT', { why }, { place: { line: 1, column: 1 } });
    }
  }
  if (isMail(start) || (stated === 'eml' && /^[\w-]+:/.test(start))) return 'eml';
  return stated === 'html' ? 'html' : 'text';
}

function isMail(start: string): boolean {
  const names = new Set<string>();
  for (const line of start.replace(/^From \S+ .*\r?\n/, '').split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && names.size > 0) continue;
    const name = /^([A-Za-z][A-Za-z0-9-]*):/.exec(line)?.[1];
    if (name === undefined || (names.size === 0 && !MAIL_FIELD.test(name))) return false;
    if (MAIL_FIELD.test(name)) names.add(name.toLowerCase());
  }
  // What a mail has that a memo in words has not; a mail from an archive may have lost its date.
  const sent = names.has('from') && MAIL_MARKS.some((name) => names.has(name));
  return sent && names.size >= LEAST_FIELDS;
}

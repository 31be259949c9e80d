import PostalMime, { type Address, type Email } from 'postal-mime';
import { field } from './canonical.ts';
import { CAPS } from './caps.ts';
import { clean } from './clean.ts';
import { compose } from './compose.ts';
import { dateFound } from './dates.ts';
import { intakeError } from './errors.ts';
import { readFragment } from './html.ts';
import type { Received } from './received.ts';
import { signalInWords } from './signal.ts';
import { whoOf } from './who.ts';

/**
 * Reads a mail (RFC 5322, MIME): its text part, else its HTML part. Attachments are named in notes and not read.
 * Throws `ENT_INTAKE_MALFORMED`, `ENT_INTAKE_EMPTY`, `ENT_INTAKE_TOO_LARGE`.
 */
export async function readMail(bytes: Uint8Array): Promise<Received> {
  const mail = await parse(bytes);
  if (mail.attachments.length > CAPS.mailParts)
    throw intakeError('ENT_INTAKE_TOO_LARGE', { what: 'parts of a mail', cap: CAPS.mailParts });
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? null;
  const subject = field(mail.subject);
  const headline = subject === null ? null : field(subject.replace(/^(?:(?:re|fw|fwd)\s*:\s*)+/i, ''));
  const plain = mail.text?.trim() ?? '';
  const paragraphs =
    plain !== ''
      ? clean(plainBlocks(plain), headline).paragraphs
      : clean(readFragment(mail.html ?? ''), headline).paragraphs;
  const supersedes = header('supersedes') ?? header('obsoletes');
  const signal = signalInWords(headline, paragraphs);
  const from = nameOf(mail.from);
  return compose(
    {
      format: 'eml',
      headline,
      paragraphs,
      ...whoOf({
        publisher: header('organization') ?? from.name ?? from.domain,
        authors: [from.name],
        sources: [from.name],
      }),
      url: null,
      guid: idOf(mail.messageId ?? null),
      language: field(header('content-language'), 20),
      dates: [
        dateFound('published', header('date') ?? mail.date, 'header Date'),
        ...mail.headers
          .filter(({ key }) => key === 'received')
          .slice(0, 1)
          .map(({ value }) => dateFound('received', /;\s*([^;]+)$/.exec(value)?.[1], 'header Received')),
      ],
      signals: [supersedes === null ? null : 'update'],
      about: idOf(supersedes) ?? (signal === null ? null : idOf(mail.inReplyTo ?? null)),
      notes: [
        ...mail.attachments
          .slice(0, 20)
          .map(
            ({ filename, mimeType }) =>
              `not read: attachment ${field(filename, 100) ?? 'without name'} (${mimeType})`,
          ),
        plain !== '' && (mail.html ?? '') !== '' ? 'its text part was read, not its HTML part' : null,
      ],
    },
    'the mail',
  );
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 40,
      maxRfc822NestingDepth: 5,
      maxHeadersSize: 512 * 1024,
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    throw intakeError('ENT_INTAKE_MALFORMED', { format: 'mail', why }, { cause });
  }
}

/** Paragraphs of a plain body; lines that were cut at a width are joined (RFC 3676 and what mail programs do). */
function plainBlocks(text: string) {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .flatMap((part) => {
      const lines = part.split('\n');
      const cut =
        lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= 55 && line.length <= 80);
      return cut ? [lines.join(' ')] : lines;
    })
    .map((line) => ({ element: 'p', text: line, apart: false, linked: 0 }));
}

function nameOf(address: Address | undefined): {
  readonly name: string | null;
  readonly domain: string | null;
} {
  const name = field(address?.name, 200);
  const domain = address?.address === undefined ? null : field(address.address.replace(/^.*@/, ''), 200);
  return { name, domain };
}

function idOf(raw: string | null): string | null {
  return field(raw?.replace(/^[\s<]+|[>\s]+$/g, '') ?? null, 500);
}

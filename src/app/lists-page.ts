import { LISTS } from '../lists/index.ts';
import { toUpdate } from './to-update.ts';

/** The page `docs/reference/lists.md`: each list that can be read, where it comes from, how often, on which terms. */
export function listsPage(): string {
  const infos = new Map(LISTS.map(({ info }) => [info.id, info]));
  const lines = toUpdate([]);
  const rows = lines.map(({ list, files, cadence, everyDays, terms }) => {
    const info = infos.get(list);
    const formats =
      files.length === 0 ? 'by hand' : files.map(({ format }) => format.toUpperCase()).join(', ');
    const cells = [
      `[\`${list}\`](${info?.url})`,
      info?.authority.name ?? '',
      formats,
      `${cadence} (asked again after ${days(everyDays)}, stale after ${days(info?.staleAfterDays ?? everyDays)})`,
      terms,
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const addresses = lines.flatMap(({ list, files, access, byHand }) => [
    `- \`${list}\``,
    ...files.map(({ url }) => `  - <${url.replace('{token}', '…')}>`),
    ...[byHand, access].filter((text) => text !== undefined).map((text) => `  - ${text}`),
  ]);
  return `# Lists

Made by \`npm run docs\` from the tables in the code; a test fails when it is not current.

\`entente update\` fetches what changed at the publishers' own addresses below, keeps every file that it was given, and
loads it as observed at that moment. A program should not ask more often than a publisher changes a list.

| list | authority | format | changes | terms |
|---|---|---|---|---|
${rows.join('\n')}

## Addresses

${addresses.join('\n')}

## Addresses of your own

A mirror, or a proxy of your institution: \`entente update --addresses mirror.json\`, where the file names lists and the
addresses of their files, \`{"un-sc": ["https://mirror.example.org/un.xml"]}\`. Hosts inside your network, and plain
http, must be vouched for in \`ENTENTE_ALLOW_HOSTS\` ([settings](settings.md)).
`;
}

function days(count: number): string {
  return count === 1 ? 'a day' : `${count} days`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

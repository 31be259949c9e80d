import { Anchor, Text } from '@mantine/core';
import type { EntityAnswer } from '../../../src/contract/index.ts';
import { Code } from './name.tsx';

type Source = EntityAnswer['sources'][number];

/** Only addresses of the web may be opened; what a list prints as an address may be anything. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** Who says so: publisher, title and date within one line of the claim, with its address where it has one. */
export function SourceChip({ source, id }: { readonly source: Source | undefined; readonly id: string }) {
  if (source === undefined)
    return (
      <Text size="xs">
        <Code text={id} />
      </Text>
    );
  const text = `${source.publisher}: ${source.title}`;
  return (
    <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
      {source.url !== undefined && isWebAddress(source.url) ? (
        <Anchor href={source.url} target="_blank" rel="noreferrer" size="xs">
          {text}
        </Anchor>
      ) : (
        text
      )}
      {source.date !== undefined && (
        <>
          {' '}
          <Code text={source.date} />
        </>
      )}
    </Text>
  );
}

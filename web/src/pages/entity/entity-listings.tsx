import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntityAnswer } from '../../../../src/contract/index.ts';
import { ListingBadge } from '../../parts/listing-badge.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { SourceChip } from '../../parts/source-chip.tsx';
import { Empty } from '../../parts/states.tsx';

/** Where the entity stands on each list on the day asked about, with every time it was there, and who says so. */
export function EntityListings({ entity }: { readonly entity: EntityAnswer }) {
  const { t } = useTranslation();
  if (entity.listings.length === 0) return <Empty title={t('entity.noListing')} />;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('entity.list')}</Table.Th>
            <Table.Th>{t('entity.status')}</Table.Th>
            <Table.Th>{t('entity.times')}</Table.Th>
            <Table.Th>{t('entity.programmes')}</Table.Th>
            <Table.Th>{t('entity.printedAs')}</Table.Th>
            <Table.Th>{t('entity.says')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entity.listings.map((listing) => (
            <Table.Tr key={`${listing.record} ${listing.list} ${listing.reference}`}>
              <Table.Td>
                {listing.authority.name}
                <Text size="xs" c="dimmed">
                  <Code
                    text={`${listing.list}${listing.reference === null ? '' : `:${listing.reference}`}`}
                  />
                </Text>
              </Table.Td>
              <Table.Td>
                <ListingBadge status={listing.status} />
              </Table.Td>
              <Table.Td>
                {listing.episodes.map(({ from, to }) => (
                  <div key={from.date}>
                    <Code text={`${from.date} – ${to?.date ?? ''}`} />
                    {to?.basis === 'inferred' && (
                      <Text size="xs" c="dimmed">
                        {t('entity.inferred')}
                      </Text>
                    )}
                  </div>
                ))}
              </Table.Td>
              <Table.Td>
                {listing.programmes.map(({ programme, from, to }) => (
                  <div key={`${programme} ${from.date}`}>
                    {programme}{' '}
                    <Text size="xs" c="dimmed" component="span">
                      <Code text={`${from.date} – ${to?.date ?? ''}`} />
                    </Text>
                  </div>
                ))}
                {listing.legalBasis.map((basis) => (
                  <Text key={basis} size="xs" c="dimmed">
                    {basis}
                  </Text>
                ))}
              </Table.Td>
              <Table.Td>{listing.printedName !== null && <Name text={listing.printedName} />}</Table.Td>
              <Table.Td>
                <Text size="xs">
                  {t(listing.basis === 'list' ? 'entity.byList' : 'entity.byRecord')}
                  {listing.observed !== null && (
                    <>
                      {' '}
                      <Code text={listing.observed} />
                    </>
                  )}
                </Text>
                {listing.sources.map((id) => (
                  <SourceChip key={id} source={entity.sources.find((source) => source.id === id)} id={id} />
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="xs">
        <Anchor href="https://www.loc.gov/standards/datetime/" target="_blank" rel="noreferrer" size="xs">
          EDTF
        </Anchor>{' '}
        {t('entity.edtf')}
      </Text>
    </Table.ScrollContainer>
  );
}

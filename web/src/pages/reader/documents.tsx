import { Group, Table, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty } from '../../parts/states.tsx';

/** The documents that are kept, the last kept first. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/documents' });
  const query = search as Record<string, string>;
  const documents = useInfiniteQuery({
    queryKey: ['documents', search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      ask('documents', { query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    getNextPageParam: (page) => page.next,
  });
  const go = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '/documents', search: { ...search, ...next }, replace: true });
  return (
    <Page
      title={t('documents.title')}
      lead={t('documents.lead')}
      json={addressOf('documents', { query })}
      actions={
        <AnchorLink to="/read" size="sm">
          {t('place.read')}
        </AnchorLink>
      }
    >
      <Group className="no-print" gap="sm" mb="sm" align="flex-end">
        <TextInput
          label={t('documents.headline')}
          value={search.headline ?? ''}
          onChange={(event) => go({ headline: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={t('changes.from')}
          value={search.from ?? ''}
          onChange={(event) => go({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={t('changes.to')}
          value={search.to ?? ''}
          onChange={(event) => go({ to: event.currentTarget.value || undefined })}
        />
      </Group>
      <Answer query={{ ...documents, error: documents.isFetchNextPageError ? null : documents.error }}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.documents);
          if (rows.length === 0) return <Empty title={t('documents.none')}>{t('documents.noneWhat')}</Empty>;
          return (
            <>
              <Table.ScrollContainer minWidth={520}>
                <Table striped>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('documents.day')}</Table.Th>
                      <Table.Th>{t('documents.headline')}</Table.Th>
                      <Table.Th>{t('reader.publisher')}</Table.Th>
                      <Table.Th>{t('lists.state')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map((document) => (
                      <Table.Tr key={document.id}>
                        <Table.Td>
                          <Code text={document.day} />
                        </Table.Td>
                        <Table.Td>
                          <AnchorLink to="/documents/$id" params={{ id: document.id }} size="sm">
                            <Name
                              text={document.headline ?? document.id}
                              language={document.headline === null ? null : document.language}
                            />
                          </AnchorLink>
                          {document.copyOf !== document.id && (
                            <Text size="xs" c="dimmed">
                              {t('documents.copyOf')} {document.copyOf}
                            </Text>
                          )}
                        </Table.Td>
                        <Table.Td>
                          {[document.publisher, document.agency].filter(Boolean).join(' / ')}
                        </Table.Td>
                        <Table.Td>{t(`document.state.${document.state}`)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <MoreButton query={documents} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

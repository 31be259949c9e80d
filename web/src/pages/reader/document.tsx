import { Anchor, Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { useMay } from '../../api/session.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty, Failed } from '../../parts/states.tsx';
import type { DocumentJson } from './document-json.ts';
import { ItemList } from './item-list.tsx';
import { marksOfItems } from './marks.ts';
import { ReadingView } from './reading-view.tsx';

/** A kept document: its text, what was read in it, and what persons made of each item. The address names the item. */
export function DocumentPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/documents/$id' });
  const { item: chosen = null } = useSearch({ from: '/documents/$id' });
  const asked = { params: { id } };
  const document = useQuery({
    queryKey: ['document', id],
    queryFn: ({ signal }) => ask('document', { ...asked, signal }),
  });
  const items = document.data?.items;
  const marks = useMemo(() => marksOfItems(items ?? []), [items]);
  const mayFetch = useMay('propose');
  const address = document.data?.document.origin.url ?? null;
  const original = useMutation({
    mutationFn: (url: string) => ask('receivePage', { body: { url } }),
  });
  const choose = (item: string | null) =>
    void navigate({
      to: '/documents/$id',
      params: { id },
      search: item === null ? {} : { item },
      replace: true,
      resetScroll: false,
    });
  return (
    <Page
      title={document.data?.document.headline ?? id}
      lead={<Code text={id} />}
      json={addressOf('document', asked)}
    >
      <Answer query={document}>
        {(data) => (
          <>
            <About answer={data} />
            {mayFetch && address !== null && original.data === undefined && (
              <Button
                className="no-print"
                size="compact-sm"
                variant="default"
                mt="xs"
                loading={original.isPending}
                onClick={() => original.mutate(address)}
              >
                {t('original.fetch')}
              </Button>
            )}
            {original.error !== null && <Failed error={original.error} />}
            {original.data !== undefined && (
              <Text size="sm" role="status">
                {t(original.data.original === null ? 'original.noText' : 'original.asNow')}
              </Text>
            )}
            {data.reading === null ? (
              <Empty title={t('document.unread')} />
            ) : (
              <ReadingView
                reading={data.reading}
                marks={marks}
                original={
                  original.data?.original == null
                    ? null
                    : { ...original.data.original, format: original.data.format }
                }
                chosen={chosen}
                choose={choose}
              >
                <ItemList answer={data} chosen={chosen} choose={choose} />
              </ReadingView>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function About({ answer }: { readonly answer: DocumentJson }) {
  const { t } = useTranslation();
  const { document, copies } = answer;
  const others = [...new Set(copies.flatMap((link) => [link.document, link.of]))].filter(
    (id) => id !== document.id,
  );
  return (
    <>
      {document.state !== 'current' && (
        <Text fw={600} role="note">
          {t(`document.${document.state}`)}{' '}
          {document.successor !== null && (
            <AnchorLink to="/documents/$id" params={{ id: document.successor }}>
              {document.successor}
            </AnchorLink>
          )}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {[document.publisher, document.agency, document.author].filter(Boolean).join(' · ')}{' '}
        {document.origin.url !== null && /^https?:/.test(document.origin.url) && (
          <Anchor href={document.origin.url} target="_blank" rel="noreferrer" size="sm">
            {t('document.original')}
          </Anchor>
        )}
      </Text>
      <details>
        <summary>{t('document.dates', { count: document.dates.length })}</summary>
        <ul style={{ margin: 0 }}>
          {document.dates.map((date) => (
            <li key={`${date.kind} ${date.where}`}>
              {t(`document.date.${date.kind}`)}: <Code text={date.value} />{' '}
              <Text component="span" size="xs" c="dimmed">
                <Code text={date.where} />
              </Text>
            </li>
          ))}
        </ul>
      </details>
      {others.length > 0 && (
        <Text size="sm">
          {t('document.copies', { count: others.length })}{' '}
          {others.map((id) => (
            <span key={id}>
              <AnchorLink to="/documents/$id" params={{ id }} size="sm">
                {id}
              </AnchorLink>{' '}
            </span>
          ))}
        </Text>
      )}
      {document.notes.map((note) => (
        <Text key={note} size="sm">
          <Name text={note} />
        </Text>
      ))}
    </>
  );
}

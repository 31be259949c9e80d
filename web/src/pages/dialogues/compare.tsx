import { Button, Select, SimpleGrid, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty, Failed, Loading } from '../../parts/states.tsx';
import { ComparisonView } from './comparison-view.tsx';

/** Two statements side by side: held ones by their id in the address, or pasted texts. */
export function ComparePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { a, b } = useSearch({ from: '/compare' });
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const dialogues = useQuery({
    queryKey: ['dialogues', {}],
    queryFn: ({ signal }) => ask('dialogues', { query: {}, signal }),
  });
  const dossiers = useQuery({
    queryKey: ['dossiers', dialogues.data],
    enabled: dialogues.data !== undefined,
    queryFn: ({ signal }) =>
      Promise.all(
        (dialogues.data?.dialogues ?? []).map(({ id }) =>
          ask('dialogue', { params: { series: id }, query: {}, signal }),
        ),
      ),
  });
  const held = (dossiers.data ?? []).flatMap(({ documents }) =>
    documents.map(({ id, title, date }) => ({ value: id, label: `${date} ${title}` })),
  );
  const byId = useQuery({
    queryKey: ['compare', a, b],
    enabled: a !== undefined && b !== undefined,
    queryFn: ({ signal }) =>
      ask('compare', { body: { before: { id: a ?? '' }, after: { id: b ?? '' } }, signal }),
  });
  const byText = useMutation({
    mutationFn: () =>
      ask('compare', {
        body: {
          before: a === undefined ? { text: before, title: t('compare.before') } : { id: a },
          after: b === undefined ? { text: after, title: t('compare.after') } : { id: b },
        },
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    byText.mutate();
  };
  const set = (side: 'a' | 'b') => (id: string | null) => {
    const rest = side === 'a' ? (b === undefined ? {} : { b }) : a === undefined ? {} : { a };
    void navigate({ to: '/compare', search: id === null ? rest : { ...rest, [side]: id } });
  };
  const answer = a !== undefined && b !== undefined ? byId.data : byText.data;
  return (
    <Page title={t('compare.title')} lead={t('compare.lead')} answer={answer}>
      <form onSubmit={submit} className="no-print">
        <SimpleGrid cols={{ base: 1, sm: 2 }} mb="sm">
          <div>
            <Select
              label={t('compare.before')}
              placeholder={t('compare.choose')}
              data={held}
              value={a ?? null}
              onChange={set('a')}
              searchable
              clearable
            />
            {a === undefined && (
              <Textarea
                mt={4}
                aria-label={t('compare.pasteBefore')}
                placeholder={t('compare.pasteBefore')}
                value={before}
                onChange={(event) => setBefore(event.currentTarget.value)}
                minRows={4}
                autosize
                maxRows={10}
                dir="auto"
              />
            )}
          </div>
          <div>
            <Select
              label={t('compare.after')}
              placeholder={t('compare.choose')}
              data={held}
              value={b ?? null}
              onChange={set('b')}
              searchable
              clearable
            />
            {b === undefined && (
              <Textarea
                mt={4}
                aria-label={t('compare.pasteAfter')}
                placeholder={t('compare.pasteAfter')}
                value={after}
                onChange={(event) => setAfter(event.currentTarget.value)}
                minRows={4}
                autosize
                maxRows={10}
                dir="auto"
              />
            )}
          </div>
        </SimpleGrid>
        {(a === undefined || b === undefined) && (
          <Button
            type="submit"
            loading={byText.isPending}
            disabled={(a === undefined && before.trim() === '') || (b === undefined && after.trim() === '')}
          >
            {t('compare.compare')}
          </Button>
        )}
      </form>
      {a !== undefined && b !== undefined ? (
        <Answer query={byId}>{(data) => <ComparisonView comparison={data} />}</Answer>
      ) : byText.isPending ? (
        <Loading />
      ) : byText.error !== null ? (
        <Failed error={byText.error} />
      ) : answer === undefined ? (
        <Empty title={t('compare.none')} />
      ) : (
        <ComparisonView comparison={answer} />
      )}
    </Page>
  );
}

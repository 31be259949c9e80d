import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { useMay } from '../../api/session.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Answer } from '../../parts/states.tsx';
import { Box, Lines } from './box.tsx';

const SHOWN = 6;

/** The reports and statements kept last. */
export function Dispatches() {
  const { t } = useTranslation();
  const may = useMay('document');
  const documents = useQuery({
    queryKey: ['documents', 'newest'],
    queryFn: ({ signal }) => ask('documents', { query: { limit: SHOWN }, signal }),
    enabled: may,
  });
  if (!may) return null;
  return (
    <Box title={t('home.dispatches')}>
      <Answer query={documents}>
        {(data) =>
          data.documents.length === 0 ? (
            <Text size="sm">
              {t('home.noDispatch')}{' '}
              <AnchorLink to="/read" size="sm">
                {t('place.read')}
              </AnchorLink>
            </Text>
          ) : (
            <>
              <Lines>
                {data.documents.map((document) => (
                  <li key={document.id}>
                    <AnchorLink to="/documents/$id" params={{ id: document.id }} size="sm">
                      <Name text={document.headline ?? document.id} language={document.language} />
                    </AnchorLink>{' '}
                    <Text component="span" size="xs" c="dimmed">
                      {document.publisher !== null && (
                        <>
                          <Name text={document.publisher} /> ·{' '}
                        </>
                      )}
                      <Code text={document.day} />
                    </Text>
                  </li>
                ))}
              </Lines>
              <AnchorLink to="/documents" size="sm">
                {t('home.allDispatches')}
              </AnchorLink>
            </>
          )
        }
      </Answer>
    </Box>
  );
}

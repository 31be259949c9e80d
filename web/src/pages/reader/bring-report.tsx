import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedJson } from '../../../../src/contract/index.ts';
import { ask } from '../../api/ask.ts';
import { useSession } from '../../api/session.ts';
import { DropBox } from '../../parts/drop-box.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';

/**
 * A report that is not pasted: fetched by the server from an address of the public web, or brought as a file. Its
 * words go to `take`; why one could not be had is said, and nothing else changes.
 */
export function BringReport({ take }: { readonly take: (received: ReceivedJson) => void }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const mayFetch = session?.actions.includes('propose') === true;
  const [url, setUrl] = useState('');
  const fetched = useMutation({
    mutationFn: () => ask('receivePage', { body: { url: url.trim() } }),
    onSuccess: take,
  });
  const brought = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return ask('receiveFile', { body: form as never });
    },
    onSuccess: take,
  });
  const received = brought.data ?? fetched.data;
  const error = fetched.error ?? brought.error;
  return (
    <>
      {mayFetch && (
        <form
          className="no-print"
          onSubmit={(event) => {
            event.preventDefault();
            brought.reset();
            if (url.trim() !== '') fetched.mutate();
          }}
        >
          <Group align="flex-end" gap="sm" mb="sm">
            <TextInput
              type="url"
              label={t('reader.url')}
              description={t('reader.urlWhat')}
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
              placeholder="https://"
              dir="ltr"
              maxLength={2000}
              style={{ flex: '1 1 320px' }}
            />
            <Button type="submit" variant="default" loading={fetched.isPending} disabled={url.trim() === ''}>
              {t('reader.fetch')}
            </Button>
          </Group>
        </form>
      )}
      <DropBox
        label={t('reader.bring')}
        button={t('reader.file')}
        what={t('reader.fileWhat')}
        accept=".txt,.html,.htm,.eml,.pdf,.xml,.json,text/plain,text/html,application/pdf,message/rfc822"
        busy={brought.isPending}
        take={(file) => {
          fetched.reset();
          brought.mutate(file);
        }}
      />
      {error !== null && <Failed error={error} />}
      {received !== undefined && error === null && (
        <div role="status">
          <Text size="sm">
            {t('reader.received')} <Code text={received.format} />
            {received.publisher !== null && (
              <>
                {' '}
                · <Name text={received.publisher} />
              </>
            )}
            {received.extent !== 'whole' && ` · ${t(`reader.extent.${received.extent}`)}`}
          </Text>
          {received.notes.map((note) => (
            <Text key={note} size="sm" c="dimmed">
              <Name text={note} />
            </Text>
          ))}
        </div>
      )}
    </>
  );
}

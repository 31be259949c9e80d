import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { DropBox } from '../../parts/drop-box.tsx';
import { Failed } from '../../parts/states.tsx';

const EMPTY = { name: '', schema: '', birthDate: '', country: '', reference: '' };
const SCHEMAS = ['Person', 'Organization', 'LegalEntity', 'Vessel', 'Airplane'] as const;

/** Puts names on a watch list: one by one, or all of a file, with every row of it that was not taken and why. */
export function WatchAdd({ watchList }: { readonly watchList: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [given, setGiven] = useState(EMPTY);
  const set = (field: keyof typeof EMPTY) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setGiven((old) => ({ ...old, [field]: value }));
  };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['watch'] });
  const add = useMutation({
    mutationFn: () => {
      const said = Object.entries(given).flatMap(([field, value]) =>
        value.trim() === '' ? [] : [[field, value.trim()] as const],
      );
      return ask('watch', {
        body: { watchList, names: [{ name: given.name, ...(Object.fromEntries(said) as object) }] },
      });
    },
    onSuccess: async () => {
      setGiven(EMPTY);
      await onSuccess();
    },
  });
  const bring = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('watchList', watchList);
      form.set('file', file);
      return ask('importWatched', { body: form as never });
    },
    onSuccess,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given.name.trim() !== '') add.mutate();
  };
  return (
    <>
      <form onSubmit={submit} className="no-print">
        <Group align="flex-end" gap="sm" mb="sm">
          <TextInput
            label={t('screen.name')}
            value={given.name}
            onChange={set('name')}
            dir="auto"
            maxLength={1000}
            miw={220}
            required
          />
          <NativeSelect
            label={t('screen.schema')}
            value={given.schema}
            onChange={set('schema')}
            data={[
              { value: '', label: t('screen.anySchema') },
              ...SCHEMAS.map((schema) => ({ value: schema, label: t(`schema.${schema}`) })),
            ]}
          />
          <TextInput
            label={t('screen.birthDate')}
            value={given.birthDate}
            onChange={set('birthDate')}
            placeholder="1970-05-01"
            w={130}
          />
          <TextInput label={t('screen.country')} value={given.country} onChange={set('country')} w={90} />
          <TextInput
            label={t('watch.reference')}
            value={given.reference}
            onChange={set('reference')}
            maxLength={200}
            w={130}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('watch.add')}
          </Button>
        </Group>
      </form>
      {add.error !== null && <Failed error={add.error} />}
      {add.data !== undefined && (
        <Text size="sm" role="status" mb="xs">
          {t(add.data.added === 0 ? 'watch.wasThere' : 'watch.isThere')}
        </Text>
      )}
      <DropBox
        label={t('watch.file')}
        button={t('files.choose')}
        what={t('watch.fileWhat')}
        accept=".csv,.tsv,.jsonl,text/csv"
        busy={bring.isPending}
        take={(file) => bring.mutate(file)}
      >
        {bring.error !== null && <Failed error={bring.error} />}
        {bring.data !== undefined && (
          <div role="status">
            <Text size="sm" mt="xs">
              {t('watch.brought', { count: bring.data.names, added: bring.data.added })}
            </Text>
            {bring.data.notes.map(({ row, why, taken }) => (
              <Text key={`${row} ${why}`} size="sm" c={taken ? 'dimmed' : 'var(--mantine-color-error)'}>
                {t(taken ? 'watch.rowNoted' : 'watch.rowLeftOut', { row })}: {why}
              </Text>
            ))}
          </div>
        )}
      </DropBox>
    </>
  );
}

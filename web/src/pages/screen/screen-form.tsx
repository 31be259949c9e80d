import { Button, Checkbox, Fieldset, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockFields } from '../../parts/clock-fields.tsx';
import type { ScreenSearch } from './screen-search.ts';

const SCHEMAS = ['Person', 'Organization', 'LegalEntity', 'Vessel', 'Airplane'] as const;

/** The question's form. Only the name must be given; what is left empty never counts against a match. */
export function ScreenForm({
  asked,
  ask,
}: {
  readonly asked: ScreenSearch;
  readonly ask: (search: ScreenSearch) => void;
}) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<ScreenSearch>(asked);
  const set = (name: keyof ScreenSearch) => (event: { currentTarget: { value: string } }) => {
    const value = event.currentTarget.value;
    setFields((old) => {
      const { [name]: _, why: __, ...rest } = old;
      return value === '' ? rest : { ...rest, [name]: value };
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(fields);
  };
  return (
    <form onSubmit={submit} className="no-print">
      <Fieldset legend={t('screen.question')} mb="md">
        <Group gap="sm" align="flex-end" wrap="wrap">
          <TextInput
            label={t('screen.name')}
            value={fields.q ?? ''}
            onChange={set('q')}
            dir="auto"
            required
            maxLength={1000}
            autoComplete="off"
            spellCheck={false}
            style={{ flex: '2 1 240px' }}
          />
          <NativeSelect
            label={t('screen.schema')}
            value={fields.schema ?? ''}
            onChange={set('schema')}
            data={[
              { value: '', label: t('screen.anySchema') },
              ...SCHEMAS.map((value) => ({ value, label: t(`schema.${value}`) })),
            ]}
          />
          <TextInput
            label={t('screen.birthDate')}
            placeholder="1974-03-02"
            title="1974, 1974-03, 1974-03-02"
            value={fields.birthDate ?? ''}
            onChange={set('birthDate')}
            dir="ltr"
            w={150}
          />
          <TextInput
            label={t('screen.country')}
            placeholder="PK"
            value={fields.country ?? ''}
            onChange={set('country')}
            w={110}
          />
          <ClockFields
            value={fields}
            change={(clocks) => {
              const { asOf: _, knownAt: __, ...rest } = fields;
              setFields({ ...rest, ...pick(clocks) });
            }}
          />
          <NativeSelect
            label={t('screen.threshold')}
            value={fields.threshold ?? '0.7'}
            onChange={set('threshold')}
            data={[
              { value: '0.6', label: t('screen.wide') },
              { value: '0.7', label: t('screen.usual') },
              { value: '0.85', label: t('screen.narrow') },
            ]}
          />
          <Button type="submit">{t('screen.ask')}</Button>
        </Group>
        <Checkbox
          mt="sm"
          label={t('screen.weak')}
          checked={fields.weak === 'true'}
          onChange={(event) => {
            const { weak: _, ...rest } = fields;
            setFields(event.currentTarget.checked ? { ...rest, weak: 'true' } : rest);
          }}
        />
      </Fieldset>
    </form>
  );
}

function pick({ asOf, knownAt }: ScreenSearch): ScreenSearch {
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}

import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The two clocks of a question, as in the address. */
export interface ClockSearch {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** Two days to ask by: as of that day in the world, and as known that day. Empty means now. */
export function ClockFields({
  value,
  change,
  only,
}: {
  readonly value: ClockSearch;
  readonly change: (value: ClockSearch) => void;
  readonly only?: 'knownAt';
}) {
  const { t } = useTranslation();
  const set = (name: keyof ClockSearch) => (event: { currentTarget: { value: string } }) => {
    const { [name]: _, ...rest } = value;
    const day = event.currentTarget.value;
    change(day === '' ? rest : { ...rest, [name]: day });
  };
  return (
    <Group gap="sm" wrap="wrap">
      {only === undefined && (
        <TextInput
          type="date"
          label={t('clocks.asOf')}
          title={t('clocks.asOfWhy')}
          value={value.asOf?.slice(0, 10) ?? ''}
          onChange={set('asOf')}
        />
      )}
      <TextInput
        type="date"
        label={t('clocks.knownAt')}
        title={t('clocks.knownAtWhy')}
        value={value.knownAt?.slice(0, 10) ?? ''}
        onChange={set('knownAt')}
      />
    </Group>
  );
}

import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LEVELS, type Level } from './account-type.ts';

/** What an account is cleared for, as far as the page sets it: level, organisation, state. */
export interface ClearanceFieldsValue {
  readonly tlp: Level;
  readonly organisation: string;
  readonly state: string;
}

/** The fields as the API takes them: an empty one is none. */
export function clearanceGivenOf({ tlp, organisation, state }: ClearanceFieldsValue) {
  return {
    tlp,
    organisation: organisation.trim() === '' ? null : organisation.trim(),
    state: state.trim() === '' ? null : state.trim().toUpperCase(),
  };
}

/** Level, organisation and state. */
export function ClearanceFields({
  value,
  change,
}: {
  readonly value: ClearanceFieldsValue;
  readonly change: (value: ClearanceFieldsValue) => void;
}) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t('people.level')}
        value={value.tlp}
        data={LEVELS.map((level) => ({ value: level, label: `TLP:${level}` }))}
        onChange={(event) => change({ ...value, tlp: event.currentTarget.value as Level })}
      />
      <TextInput
        label={t('people.organisation')}
        value={value.organisation}
        maxLength={80}
        dir="auto"
        onChange={(event) => change({ ...value, organisation: event.currentTarget.value })}
      />
      <TextInput
        label={t('people.state')}
        value={value.state}
        maxLength={2}
        w={90}
        dir="ltr"
        onChange={(event) => change({ ...value, state: event.currentTarget.value })}
      />
    </Group>
  );
}

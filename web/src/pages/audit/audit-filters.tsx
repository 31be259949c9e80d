import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KEY_ACTIONS } from '../../api/actions.ts';
import type { AuditSearch } from './audit-search.ts';

/** The actions that are entered, as the policy names them, and signing in. */
const ACTIONS = [...KEY_ACTIONS, 'sign-in'] as const;

/** Which entries are shown: days, action, verdict, account. Each choice stands in the address. */
export function AuditFilters({
  search,
  change,
}: {
  readonly search: AuditSearch;
  readonly change: (search: AuditSearch) => void;
}) {
  const { t } = useTranslation();
  const set = (name: keyof AuditSearch) => (event: { currentTarget: { value: string } }) =>
    change({
      ...search,
      before: undefined,
      entry: undefined,
      [name]: event.currentTarget.value || undefined,
    });
  return (
    <Group className="no-print" align="flex-end" gap="sm" mb="md">
      <TextInput type="date" label={t('audit.from')} value={search.from ?? ''} onChange={set('from')} />
      <TextInput type="date" label={t('audit.before')} value={search.to ?? ''} onChange={set('to')} />
      <NativeSelect
        label={t('audit.action')}
        value={search.action ?? ''}
        data={[
          { value: '', label: t('audit.any') },
          ...ACTIONS.map((value) => ({ value, label: t(`action.${value}`) })),
        ]}
        onChange={set('action')}
      />
      <NativeSelect
        label={t('audit.verdict')}
        value={search.verdict ?? ''}
        data={[
          { value: '', label: t('audit.any') },
          { value: 'permit', label: t('audit.permit') },
          { value: 'deny', label: t('audit.deny') },
        ]}
        onChange={set('verdict')}
      />
      {search.subject !== undefined && (
        <Button
          variant="default"
          onClick={() => change({ ...search, subject: undefined, before: undefined })}
          rightSection={<span aria-hidden="true">×</span>}
        >
          {t('audit.allAccounts')}
        </Button>
      )}
    </Group>
  );
}

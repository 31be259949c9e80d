import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLE_NAMES, type RoleName } from './account-type.ts';

/** Roles to tick, each with what it may do; they add up. */
export function RoleChoice({
  value,
  change,
}: {
  readonly value: readonly RoleName[];
  readonly change: (roles: RoleName[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t('people.roles')}
      description={t('people.rolesWhat')}
      value={[...value]}
      onChange={(roles) => change(ROLE_NAMES.filter((role) => roles.includes(role)))}
    >
      <Stack gap={6} mt={6}>
        {ROLE_NAMES.map((role) => (
          <Checkbox key={role} value={role} label={t(`role.${role}`)} description={t(`roleMay.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

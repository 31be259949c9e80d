import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const LOOKS = {
  listed: { color: 'red', sign: '●' },
  unclear: { color: 'yellow', sign: '◐' },
  delisted: { color: 'gray', sign: '○' },
  'not-yet': { color: 'gray', sign: '◌' },
} as const;

/** Whether something was listed on the day asked about: a word and a sign, the colour only adds. */
export function ListingBadge({ status }: { readonly status: keyof typeof LOOKS }) {
  const { t } = useTranslation();
  const { color, sign } = LOOKS[status];
  return (
    <Badge color={color} variant="light" leftSection={<span aria-hidden="true">{sign}</span>} tt="none">
      {t(`listing.${status}`)}
    </Badge>
  );
}

import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys.tsx';
import { PLACES } from './places.ts';

/** The keys of every page, and the switch that turns them off. */
export function KeysHelp() {
  const { t } = useTranslation();
  const { on, turn, helpOpen, showHelp } = useKeys();
  const rows: readonly (readonly [string, string])[] = [
    ['/', t('keys.search')],
    ['Ctrl + K', t('keys.palette')],
    ['?', t('keys.help')],
    ['j / k', t('keys.move')],
    ['o', t('keys.open')],
    ['m / n', t('keys.decide')],
    ['u', t('keys.undo')],
    ...PLACES.map(({ key, text }): readonly [string, string] => [`g ${key}`, t(text)]),
  ];
  return (
    <Modal opened={helpOpen} onClose={() => showHelp(false)} title={t('keys.title')}>
      <Switch
        mb="md"
        checked={on}
        onChange={(event) => turn(event.currentTarget.checked)}
        label={t('keys.on')}
        description={t('keys.onWhy')}
      />
      <Table>
        <Table.Tbody>
          {rows.map(([key, text]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd dir="ltr">{key}</Kbd>
              </Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

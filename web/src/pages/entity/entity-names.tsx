import { Anchor, Badge, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntityAnswer } from '../../../../src/contract/index.ts';
import { Code, Name } from '../../parts/name.tsx';

type EntityName = EntityAnswer['names'][number];

/** The names, grouped by script, each with the lists that print it; one leads to the statements behind it. */
export function EntityNames({
  names,
  show,
}: {
  readonly names: readonly EntityName[];
  readonly show: (text: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const scriptNames = new Intl.DisplayNames(i18n.language, { type: 'script' });
  const titleOf = (script: string) => t('entity.script', { script: scriptNames.of(script) ?? script });
  const scripts = [...new Set(names.map(({ script }) => script ?? 'Latn'))];
  return (
    <>
      {scripts.map((script) => (
        <section key={script} aria-label={titleOf(script)}>
          <h2 style={{ fontSize: '1rem' }}>{titleOf(script)}</h2>
          <Table.ScrollContainer minWidth={420}>
            <Table>
              <Table.Tbody>
                {names
                  .filter((name) => (name.script ?? 'Latn') === script)
                  .map((name) => (
                    <Table.Tr key={`${name.text} ${name.kind} ${name.strength}`}>
                      <Table.Td>
                        <Anchor component="button" type="button" ta="start" onClick={() => show(name.text)}>
                          <Name text={name.text} />
                        </Anchor>
                      </Table.Td>
                      <Table.Td>
                        <Badge variant="default" tt="none">
                          {t(`nameKind.${name.kind}`)}
                        </Badge>{' '}
                        {name.strength !== 'unstated' && t(`strength.${name.strength}`)}
                        {name.former && ` · ${t('entity.former')}`}
                      </Table.Td>
                      <Table.Td>
                        {name.lists.map((list) => (
                          <span key={list}>
                            <Code text={list} />{' '}
                          </span>
                        ))}
                      </Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </section>
      ))}
    </>
  );
}

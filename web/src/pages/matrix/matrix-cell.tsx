import { useTranslation } from 'react-i18next';
import type { MatrixAnswer } from '../../../../src/contract/index.ts';
import { Code, Name } from '../../parts/name.tsx';
import classes from './matrix.module.css';

type Cell = MatrixAnswer['rows'][number]['cells'][number];

const SIGN: Readonly<Record<Cell['status'], string>> = {
  listed: '●',
  unclear: '◐',
  'was-listed': '○',
  'not-yet': '◌',
  alias: '≈',
  'not-listed': '',
  'not-loaded': '?',
};

/** Where an entity stands on one list: a sign and a word, since when, and under which other name. */
export function MatrixCell({ cell }: { readonly cell: Cell }) {
  const { t } = useTranslation();
  const word = t(`matrix.${cell.status}`);
  if (cell.status === 'not-listed' || cell.status === 'not-loaded')
    return (
      <span className={classes.absent} title={word}>
        {cell.status === 'not-loaded' ? word : <span className="sr-only">{word}</span>}
      </span>
    );
  return (
    <div className={classes[cell.status]} title={cell.reference ?? undefined}>
      <span aria-hidden="true">{SIGN[cell.status]} </span>
      {word}
      {cell.since !== null && (
        <div className={classes.when}>
          <Code text={`${cell.since} – ${cell.until ?? ''}`} />
        </div>
      )}
      {cell.programmes.length > 0 && <div className={classes.when}>{cell.programmes.join(', ')}</div>}
      {cell.printedName !== null && (
        <div className={classes.when}>
          {t('matrix.as')} <Name text={cell.printedName} />
        </div>
      )}
    </div>
  );
}

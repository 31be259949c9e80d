import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingJson } from '../../../../src/contract/index.ts';
import { Name } from '../../parts/name.tsx';
import classes from './marked-text.module.css';
import { type Mark, type MarkCheck, type Piece, paragraphsOf, piecesOf } from './marks.ts';

/**
 * The document's text with what was found marked in it. Names carry a background by kind, sentences an underline;
 * one click or key chooses a mark, and the list beside follows.
 */
export function MarkedText({
  reading,
  marks,
  chosen,
  choose,
}: {
  readonly reading: ReadingJson;
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { text, zones } = reading.document;
  const [shown, setShown] = useState<Shown | null>(null);
  const show = (mark: HTMLElement, piece: Piece) => {
    const box = mark.offsetParent?.getBoundingClientRect();
    const own = mark.getClientRects()[0];
    if (box === undefined || own === undefined) return;
    setShown({
      start: piece.start,
      marks: piece.marks,
      top: own.bottom - box.top + 4,
      // Kept within the text, whichever way it runs.
      left: Math.max(0, Math.min(own.left - box.left, box.width - CARD_WIDTH)),
    });
  };
  const zoneOf = (place: number) =>
    zones.find((zone) => zone.start <= place && place < zone.end)?.kind ?? 'body';
  return (
    <div className={classes.text} lang={reading.document.language}>
      {paragraphsOf(text).map(({ start, end }) => (
        <Fragment key={start}>
          <p dir="auto" className={classes[zoneOf(start)]}>
            {piecesOf(start, end, marks).map((piece) => {
              const words = text.slice(piece.start, piece.end);
              const mark = piece.marks.at(-1);
              if (mark === undefined) return words;
              const kinds = [...new Set(piece.marks.map(({ kind }) => kind))];
              return (
                // A button cannot break across lines; this one must, since it is running text.
                // biome-ignore lint/a11y/useSemanticElements: see above
                <span
                  role="button"
                  tabIndex={0}
                  key={piece.start}
                  id={mark.start === piece.start ? `mark-${mark.id}` : undefined}
                  className={`${classes.mark} ${kinds.map((kind) => classes[kind]).join(' ')}`}
                  data-chosen={piece.marks.some(({ id }) => id === chosen) || undefined}
                  aria-describedby={shown?.start === piece.start ? CARD : undefined}
                  onMouseEnter={(event) => show(event.currentTarget, piece)}
                  onFocus={(event) => show(event.currentTarget, piece)}
                  onMouseLeave={() => setShown(null)}
                  onBlur={() => setShown(null)}
                  onClick={() => choose(mark.id)}
                  onKeyDown={(event) => {
                    if (event.key === 'Escape') setShown(null);
                    if (event.key !== 'Enter' && event.key !== ' ') return;
                    event.preventDefault();
                    choose(mark.id);
                  }}
                >
                  {words}
                </span>
              );
            })}
          </p>
          <Checks marks={marks.filter((mark) => mark.start >= start && mark.start < end)} />
        </Fragment>
      ))}
      {shown !== null && (
        <div id={CARD} role="tooltip" className={classes.card} style={{ top: shown.top, left: shown.left }}>
          {shown.marks.map((mark) => (
            <div key={mark.id}>
              <strong>{t(`mark.${mark.kind}`)}</strong>: <Name text={mark.label} />
              {mark.check !== null && (
                <div>
                  {t(`verdict.${mark.check.verdict}`)}: <Name text={mark.check.note} />
                </div>
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** The card that tells of the mark under the pointer or the focus. */
interface Shown {
  readonly start: number;
  readonly marks: readonly Mark[];
  readonly top: number;
  readonly left: number;
}

const CARD = 'mark-card';
/** In pixels; narrower where the text is. */
const CARD_WIDTH = 300;

const SIGNS: Readonly<Record<MarkCheck['verdict'], string>> = {
  supported: '✓',
  contradicted: '✕',
  'agent-unstated': '◐',
  'not-in-record': '○',
  'list-not-loaded': '…',
};

/** What the record says to the sentences of a paragraph, right beneath it; what it contradicts stands out. */
function Checks({ marks }: { readonly marks: readonly Mark[] }) {
  const { t } = useTranslation();
  const checks = marks.flatMap(({ id, check }) => (check === null ? [] : [{ id, ...check }]));
  if (checks.length === 0) return null;
  return (
    <ul className={classes.checks}>
      {checks.map(({ id, verdict, note }) => (
        <li key={id} data-verdict={verdict}>
          <span aria-hidden="true">{SIGNS[verdict]}</span> <strong>{t(`verdict.${verdict}`)}</strong>
          {note !== '' && (
            <>
              : <Name text={note} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

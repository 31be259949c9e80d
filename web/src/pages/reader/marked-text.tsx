import { useTranslation } from 'react-i18next';
import type { ReadingJson } from '../../../../src/contract/index.ts';
import classes from './marked-text.module.css';
import { type Mark, paragraphsOf, piecesOf } from './marks.ts';

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
  const zoneOf = (place: number) =>
    zones.find((zone) => zone.start <= place && place < zone.end)?.kind ?? 'body';
  return (
    <div className={classes.text} lang={reading.document.language}>
      {paragraphsOf(text).map(({ start, end }) => (
        <p key={start} dir="auto" className={classes[zoneOf(start)]}>
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
                title={piece.marks.map(({ kind, label }) => `${t(`mark.${kind}`)}: ${label}`).join('\n')}
                onClick={() => choose(mark.id)}
                onKeyDown={(event) => {
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
      ))}
    </div>
  );
}

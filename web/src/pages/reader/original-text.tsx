import { Switch, Text, Title } from '@mantine/core';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from '../../parts/name.tsx';
import { type Mark, piecesOf } from './marks.ts';
import { linesOf, type Stretch, stretchesOf, withoutReferences } from './original-lines.ts';
import { placesOf } from './original-places.ts';
import classes from './original-text.module.css';

/** What a report came as, in its own characters. */
export interface Original {
  readonly text: string;
  readonly format: string;
  readonly cut: boolean;
}

/**
 * The original beside what was read: its words as plain text, never as a page; what was not taken over is pale, and
 * what was found stands marked here too, where its words are found.
 */
export function OriginalText({
  original,
  extract,
  marks,
  chosen,
  choose,
}: {
  readonly original: Original;
  readonly extract: string;
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [withMarkup, showMarkup] = useState(false);
  const { text, format, cut } = original;
  const stretches = useMemo(() => stretchesOf(text, format), [text, format]);
  const lines = useMemo(() => linesOf(text, stretches), [text, stretches]);
  const places = useMemo(() => placesOf(text, stretches, extract), [text, stretches, extract]);
  const found = useMemo(
    () =>
      marks.flatMap((mark) => {
        const place = places.of(mark.start, mark.end);
        return place === null ? [] : [{ ...mark, ...place }];
      }),
    [places, marks],
  );
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // Within its own box: the page stays where the extract is looked at.
    const mark = chosen === null ? null : document.getElementById(`original-${chosen}`);
    if (mark === null || box.current === null) return;
    const [own, around] = [mark.getBoundingClientRect(), box.current.getBoundingClientRect()];
    if (own.top < around.top || own.bottom > around.bottom)
      box.current.scrollTop += own.top - around.top - around.height / 3;
  }, [chosen]);
  const tagged = stretches.some(({ markup }) => markup);
  return (
    <section aria-label={t('original.title')}>
      <Title order={2} size="h5" mb={4}>
        {t('original.title')}{' '}
        <Text span c="dimmed" size="xs">
          <Code text={format} />
        </Text>
      </Title>
      <Text size="xs" c="dimmed">
        {t('original.what', { of: marks.length, found: found.length })}
        {cut && ` ${t('original.cut')}`}
      </Text>
      {tagged && (
        <Switch
          className="no-print"
          size="xs"
          my={6}
          label={t('original.markup')}
          checked={withMarkup}
          onChange={(event) => showMarkup(event.currentTarget.checked)}
        />
      )}
      {/* Scrolled by itself, so that it must be reached by the keyboard. */}
      <section ref={box} className={classes.box} tabIndex={0} aria-label={t('original.words')} dir="auto">
        {withMarkup ? (
          <pre className={classes.source} dir="ltr">
            {stretches.map(({ start, end, markup }) => (
              <span key={start} className={markup ? classes.markup : undefined}>
                {text.slice(start, end)}
              </span>
            ))}
          </pre>
        ) : (
          lines.map((line) => {
            const [first, last] = [line[0]?.start ?? 0, line.at(-1)?.end ?? 0];
            const own = found.filter((mark) => mark.start < last && mark.end > first);
            return (
              <Line
                key={first}
                text={text}
                line={line}
                tagged={tagged}
                taken={line.some(({ start, end }) => places.isTaken(start, end))}
                marks={own.length === 0 ? NONE : own}
                chosen={own.some(({ id }) => id === chosen) ? chosen : null}
                choose={own.length === 0 ? undefined : choose}
              />
            );
          })
        )}
      </section>
    </section>
  );
}

const NONE: readonly Mark[] = [];

/** A line of the original: drawn anew only when a mark of its own is chosen. */
const Line = memo(function Line({
  text,
  line,
  tagged,
  taken,
  marks,
  chosen,
  choose,
}: {
  readonly text: string;
  readonly line: readonly Stretch[];
  readonly tagged: boolean;
  readonly taken: boolean;
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly choose: ((id: string) => void) | undefined;
}) {
  const wordsOf = (start: number, end: number) => {
    const words = text.slice(start, end);
    return tagged ? withoutReferences(words.replace(/\s+/g, ' ')) : words;
  };
  return (
    <p dir="auto" className={taken ? classes.line : `${classes.line} ${classes.left}`}>
      {line.map((stretch) =>
        piecesOf(stretch.start, stretch.end, marks).map((piece) => {
          const mark = piece.marks.at(-1);
          if (mark === undefined) return wordsOf(piece.start, piece.end);
          const isChosen = piece.marks.some(({ id }) => id === chosen);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: for the keyboard the same mark is a button in the extract
            <mark
              key={piece.start}
              id={mark.start === piece.start ? `original-${mark.id}` : undefined}
              className={classes.mark}
              data-chosen={isChosen || undefined}
              onClick={() => choose?.(mark.id)}
            >
              {wordsOf(piece.start, piece.end)}
            </mark>
          );
        }),
      )}
    </p>
  );
});

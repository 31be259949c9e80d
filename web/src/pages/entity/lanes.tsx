import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntityAnswer } from '../../../../src/contract/index.ts';
import classes from './lanes.module.css';

type Listing = EntityAnswer['listings'][number];

/** The year of a date as a fraction: `2019-07-02` is about 2019.5; an open or unreadable one is `null`. */
export function yearOf(date: string | null | undefined): number | null {
  const found = /(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '');
  if (found === null) return null;
  const month = found[2] === undefined ? 1 : Number(found[2]);
  const day = found[3] === undefined ? 1 : Number(found[3]);
  return Number(found[1]) + (month - 1) / 12 + (day - 1) / 365;
}

/**
 * When each list had the entity: a bar for each time, from the day it took effect to the day it ended. An end that
 * only shows in a newer snapshot fades out over the days in which it lies. The same is in the table below.
 */
export function Lanes({
  listings,
  asOf,
  knownAt,
}: {
  readonly listings: readonly Listing[];
  readonly asOf: string | null;
  readonly knownAt: string | null;
}) {
  const { t } = useTranslation();
  const today = yearOf(new Date().toISOString()) ?? 2026;
  const dated = listings.filter((listing) => listing.episodes.some(({ from }) => yearOf(from.date) !== null));
  if (dated.length === 0) return null;
  const starts = dated.flatMap(({ episodes }) => episodes.map(({ from }) => yearOf(from.date) ?? today));
  const first = Math.floor(Math.min(...starts)) - 1;
  const last = today + 0.4;
  const place = (year: number) => `${((year - first) / (last - first)) * 100}%`;
  const width = (from: number, to: number) => `${(Math.max(to - from, 0.08) / (last - first)) * 100}%`;
  const step = last - first > 24 ? 5 : last - first > 10 ? 2 : 1;
  const years = Array.from({ length: Math.ceil(last - first) }, (_, index) => first + index).filter(
    (year) => year % step === 0,
  );
  const marks = [
    ['asOf', yearOf(asOf)],
    ['knownAt', yearOf(knownAt)],
  ] as const;
  return (
    <figure className={classes.lanes} aria-label={t('entity.lanes')}>
      <div className={classes.rows} dir="ltr">
        {dated.map((listing) => (
          <div key={`${listing.record} ${listing.list} ${listing.reference}`} className={classes.row}>
            <span className={classes.label}>{listing.list}</span>
            <span className={classes.track}>
              {listing.episodes.map((episode) => {
                const from = yearOf(episode.from.date) ?? first;
                const to = episode.to === null ? today : (yearOf(episode.to.date) ?? today);
                return (
                  <span
                    key={episode.from.date}
                    className={classes.bar}
                    data-inferred={episode.to?.basis === 'inferred' || undefined}
                    data-ended={episode.to !== null || undefined}
                    style={{ insetInlineStart: place(from), inlineSize: width(from, to) }}
                    title={`${listing.list}: ${episode.from.date} – ${episode.to?.date ?? ''}`}
                  />
                );
              })}
            </span>
          </div>
        ))}
        <div className={classes.row} aria-hidden="true">
          <span className={classes.label} />
          <span className={classes.axis}>
            {years.map((year) => (
              <span key={year} className={classes.year} style={{ insetInlineStart: place(year) }}>
                {year}
              </span>
            ))}
            {marks.map(([name, year]) =>
              year === null ? null : (
                <span key={name} className={classes.moment} style={{ insetInlineStart: place(year) }}>
                  ▲ {t(`clocks.${name}`)}
                </span>
              ),
            )}
          </span>
        </div>
      </div>
      <Text component="figcaption" size="xs" c="dimmed">
        {t('entity.lanesWhat')}
      </Text>
    </figure>
  );
}

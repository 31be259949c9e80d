import { Text } from '@mantine/core';
import { geoCentroid, geoCircle, geoMercator, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePartyName } from '../../parts/party.ts';
import classes from './incidents-map.module.css';
import { NUMERIC } from './tables/country-numbers.ts';
import { DISPUTED } from './tables/disputed-borders.ts';
import { pointOf } from './tables/place-points.ts';
import { bordersOf, COUNTRIES } from './world.ts';

/** What the map needs of an incident. */
export interface Placed {
  readonly id: string;
  readonly label: string;
  readonly place: string | null;
  readonly country: string | null;
}

const WIDTH = 900;
const HEIGHT = 460;
const KM_PER_DEGREE = 111;

/** The countries' letters by the numbers that the map knows them by (ISO 3166-1). */
const CODES = new Map(Object.entries(NUMERIC).map(([code, number]) => [number, code]));

/**
 * Where the incidents were, as precisely as is known: an area for a place, the whole country where no more is
 * known. Borders are those that Natural Earth draws; disputed ones are dashed. The table beside it says the same.
 */
export function IncidentsMap({
  incidents,
  chosen,
}: {
  readonly incidents: readonly Placed[];
  readonly chosen: string | undefined;
}) {
  const partyName = usePartyName();
  const { t } = useTranslation();
  const shownCountries = useMemo(
    () => new Set(incidents.map(({ country }) => (country === null ? '' : (NUMERIC[country] ?? '')))),
    [incidents],
  );
  const { projection, borders } = useMemo(() => {
    const shown = COUNTRIES.filter(({ id }) => shownCountries.has(String(id)));
    const fit = {
      type: 'FeatureCollection' as const,
      features:
        shown.length === 0 ? COUNTRIES.filter(({ id }) => ['586', '356', '004'].includes(String(id))) : shown,
    };
    const fitted = geoMercator().fitExtent(
      [
        [30, 30],
        [WIDTH - 30, HEIGHT - 30],
      ],
      fit,
    );
    return { projection: fitted, borders: bordersOf(fitted) };
  }, [shownCountries]);
  const path = geoPath(projection);
  const areas = incidents.flatMap((incident) => {
    const point = pointOf(incident.country, incident.place);
    if (point === null) return [];
    const center: [number, number] = [point.longitude, point.latitude];
    const circle = geoCircle()
      .center(center)
      .radius(point.radius / KM_PER_DEGREE)();
    return [{ incident, path: path(circle) ?? '', at: projection(center) }];
  });
  const inCountryOnly = incidents.filter(({ country, place }) => pointOf(country, place) === null);
  return (
    <figure className={classes.map}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('incidents.map', { count: incidents.length })}
      >
        <rect width={WIDTH} height={HEIGHT} className={classes.sea} />
        {COUNTRIES.map((country) => (
          <path
            key={`${country.id} ${country.properties.name}`}
            d={path(country) ?? ''}
            className={classes.land}
            data-shown={
              inCountryOnly.some(
                ({ country: code }) => code !== null && NUMERIC[code] === String(country.id),
              ) || undefined
            }
          />
        ))}
        <path d={borders.settled} className={classes.border} />
        <path d={borders.disputed} className={classes.disputed} />
        {COUNTRIES.filter(({ id }) => shownCountries.has(String(id))).map((country) => {
          const at = projection(geoCentroid(country));
          return at === null ? null : (
            <text key={String(country.id)} x={at[0]} y={at[1]} className={classes.name} textAnchor="middle">
              {partyName(CODES.get(String(country.id)) ?? country.properties.name)}
            </text>
          );
        })}
        {areas.map(({ incident, path: d, at }) => (
          <g key={incident.id}>
            <title>{incident.label}</title>
            <path d={d} className={classes.area} data-chosen={incident.id === chosen || undefined} />
            {at !== null && <circle cx={at[0]} cy={at[1]} r={3.5} className={classes.dot} />}
          </g>
        ))}
      </svg>
      <Text component="figcaption" size="xs" c="dimmed">
        {t('incidents.mapNote', { borders: DISPUTED.map(({ name }) => name).join('; ') })}
      </Text>
    </figure>
  );
}

import { type GeoProjection, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';
import { DISPUTED } from './tables/disputed-borders.ts';

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const topology = atlas as unknown as Atlas;
const { countries } = topology.objects;

/** Every country's outline, with Natural Earth's id and name. */
export const COUNTRIES = feature(topology, countries).features;

/** The border lines between countries that are not disputed, and those that are. */
export function bordersOf(projection: GeoProjection): {
  readonly settled: string;
  readonly disputed: string;
} {
  const path = geoPath(projection);
  const pairOf = (a: GeometryObject, b: GeometryObject) =>
    DISPUTED.find(
      ({ sides }) => sides.includes(String(a.id)) && sides.includes(String(b.id)) && a.id !== b.id,
    );
  const settled = mesh(topology, countries, (a, b) => a !== b && pairOf(a, b) === undefined);
  const lines = DISPUTED.flatMap((dispute) => {
    const shared = mesh(topology, countries, (a, b) => a !== b && pairOf(a, b) === dispute);
    return shared.coordinates.map((line) => {
      const [west, south, east, north] = dispute.within ?? [-180, -90, 180, 90];
      const inside = ([x = 0, y = 0]: readonly number[]) =>
        x >= west && x <= east && y >= south && y <= north;
      return { disputed: line.filter(inside), settled: line.filter((point) => !inside(point)) };
    });
  });
  const draw = (coordinates: number[][][]) => path({ type: 'MultiLineString', coordinates }) ?? '';
  return {
    settled: `${path(settled) ?? ''}${draw(lines.map((line) => line.settled).filter((line) => line.length > 1))}`,
    disputed: draw(lines.map((line) => line.disputed).filter((line) => line.length > 1)),
  };
}

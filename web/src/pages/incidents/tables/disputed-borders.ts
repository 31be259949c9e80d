/**
 * Borders that are disputed, by the two sides as Natural Earth numbers them (ISO 3166-1 numeric), and the part of
 * the border that is: a box of degrees (west, south, east, north), or the whole of it. The map draws these dashed
 * and takes no position. After Natural Earth's "breakaway, disputed" theme and the parties' published claims.
 */
export const DISPUTED: readonly {
  readonly sides: readonly [string, string];
  readonly within?: readonly [number, number, number, number];
  readonly name: string;
}[] = [
  { sides: ['356', '586'], within: [72, 32.2, 81, 38], name: 'Line of Control, Siachen' },
  { sides: ['156', '356'], name: 'Aksai Chin, Arunachal Pradesh and between' },
  { sides: ['156', '586'], name: 'Trans-Karakoram Tract' },
  { sides: ['004', '586'], name: 'Durand Line' },
  { sides: ['275', '376'], name: 'Israel and the Palestinian territories' },
  { sides: ['376', '760'], name: 'Golan Heights' },
  { sides: ['376', '422'], name: 'Blue Line' },
  { sides: ['504', '732'], name: 'Western Sahara' },
  { sides: ['643', '804'], name: 'Crimea and eastern Ukraine' },
  { sides: ['408', '410'], name: 'Military Demarcation Line' },
  { sides: ['729', '728'], name: 'Abyei' },
];

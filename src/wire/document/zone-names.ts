import { wordTable } from '../../kernel/index.ts';

/**
 * Abbreviations of time zones on news pages, as offsets from UTC. Where two zones share one, the country of the
 * publisher decides; without it the stamp keeps its day and loses its time.
 */
const ZONES = wordTable<string | Readonly<Record<string, string>>>({
  UTC: 'Z',
  GMT: 'Z',
  Z: 'Z',
  IST: { IN: '+05:30', IL: '+02:00', IE: '+01:00', '': '+05:30' },
  PKT: '+05:00',
  PST: { PK: '+05:00', '': '-08:00' },
  BST: { BD: '+06:00', GB: '+01:00' },
  AFT: '+04:30',
  NPT: '+05:45',
  SLST: '+05:30',
  IRST: '+03:30',
  UZT: '+05:00',
  GST: '+04:00',
  AST: { SA: '+03:00', QA: '+03:00', '': '+03:00' },
  TRT: '+03:00',
  MSK: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CET: '+01:00',
  CEST: '+02:00',
  PDT: '-07:00',
  SGT: '+08:00',
  HKT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  WIB: '+07:00',
});

/** The offset of a zone's abbreviation (`IST` is `+05:30`), or `null` when it is none or cannot be told. */
export function zoneOffset(name: string, publisherCountry: string | null): string | null {
  const zone = ZONES[name.toUpperCase()];
  if (zone === undefined || typeof zone === 'string') return zone ?? null;
  return zone[publisherCountry ?? ''] ?? zone[''] ?? null;
}

// The advanced XML of OFAC at its real size: an invented file is written, read, and measured.
//
//   node bench/lists-advanced.mjs [--mib 130]
//
// Exit 1 when reading it takes more memory than it may.

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listReader, sourceFile } from '../dist/lists/index.js';
import { inFolder, peakMiB, seconds } from './harness.mjs';

const MOST_MIB = 200;
/** Bytes of one invented party with all that belongs to it, about as many as a real one has. */
const PARTY_BYTES = 7_300;

const SETS = {
  AliasType: { 1400: 'A.K.A.', 1403: 'Name' },
  Country: { 11901: 'Ruritania' },
  EntryEventType: { 1: 'Created' },
  FeatureType: { 8: 'Birthdate', 14: 'Website', 25: 'Location', 504: 'Secondary sanctions risk:' },
  IDRegDocDateType: { 1480: 'Issue Date' },
  IDRegDocType: { 1571: 'Passport' },
  LegalBasis: { 1828: 'Executive Order 13224 (Terrorism)' },
  List: { 1550: 'SDN List' },
  LocPartType: { 1451: 'ADDRESS1', 1454: 'CITY', 1455: 'STATE/PROVINCE' },
  NamePartType: { 1520: 'Last Name', 1521: 'First Name' },
  PartySubType: { 4: 'Unknown' },
  PartyType: { 1: 'Individual' },
  RelationType: { 15002: 'Acting for or on behalf of' },
  SanctionsType: { 1: 'Program' },
  Script: { 160: 'Arabic', 215: 'Latin' },
};
const WORDS = ['QUAY', 'HARBOUR', 'LANTERN', 'PIER', 'BEACON', 'ANCHOR', 'TIDE', 'MOLE', 'KEEL', 'MAST'];

const uid = (n) => 100_000 + n;
const point = (n) =>
  `<Year>${1950 + (n % 50)}</Year><Month>${1 + (n % 12)}</Month><Day>${1 + (n % 28)}</Day>`;
const fixed = 'YearFixed="false" MonthFixed="false" DayFixed="false"';
const boundary = (name, n) =>
  `<${name} Approximate="false" ${fixed}><From>${point(n)}</From><To>${point(n)}</To></${name}>`;
const period = (n) =>
  `<DatePeriod CalendarTypeID="1" ${fixed}>${boundary('Start', n)}${boundary('End', n)}</DatePeriod>`;
const word = (n) => `${WORDS[n % 10]} ${WORDS[(n >> 3) % 10]}${n}`;

function location(n, at) {
  const part = (type, value) =>
    `<LocationPart LocPartTypeID="${type}"><LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment /><Value>${value}</Value></LocationPartValue></LocationPart>`;
  return `<Location ID="${n * 3 + at}"><LocationCountry CountryID="11901" CountryRelevanceID="1413" />${part(1451, `${n} Ropewalk`)}${part(1454, 'Port Amity')}${part(1455, 'Lower Quay')}<FeatureVersionReference FeatureVersionID="${n}" /></Location>\n`;
}

function identity(n) {
  const value = (group, script, text) =>
    `<DocumentedNamePart><NamePartValue NamePartGroupID="${group}" ScriptID="${script}" ScriptStatusID="1" Acronym="false">${text}</NamePartValue></DocumentedNamePart>`;
  const name = (at, script, last) =>
    `<DocumentedName ID="${n * 9 + at}" FixedRef="${uid(n)}" DocNameStatusID="2">${value(n * 2, script, last)}${value(n * 2 + 1, script, WORDS[n % 7])}</DocumentedName>`;
  const alias = (at) =>
    `<Alias FixedRef="${uid(n)}" AliasTypeID="${at === 0 ? 1403 : 1400}" Primary="${at === 0}" LowQuality="${at === 4}">${name(at, 215, word(n + at))}${at === 0 ? name(8, 160, 'ميناء الفنار') : ''}</Alias>\n`;
  const groups = [1520, 1521].map(
    (type, at) =>
      `<MasterNamePartGroup><NamePartGroup ID="${n * 2 + at}" NamePartTypeID="${type}" /></MasterNamePartGroup>`,
  );
  return `<Identity ID="${uid(n)}" FixedRef="${uid(n)}" Primary="true" False="false">${[0, 1, 2, 3, 4].map(alias).join('')}<NamePartGroups>${groups.join('')}</NamePartGroups></Identity>`;
}

function party(n) {
  const feature = (type, inside) =>
    `<Feature ID="${n}" FeatureTypeID="${type}"><FeatureVersion ID="${n}" ReliabilityID="1"><Comment />${inside}</FeatureVersion><IdentityReference IdentityID="${uid(n)}" IdentityFeatureLinkTypeID="1" /></Feature>\n`;
  const detail = (text) => `<VersionDetail DetailTypeID="1432">${text}</VersionDetail>`;
  const places = [0, 1].map((at) => feature(25, `<VersionLocation LocationID="${n * 3 + at}" />`));
  return `<DistinctParty FixedRef="${uid(n)}"><Comment /><Profile ID="${uid(n)}" PartySubTypeID="4">${identity(n)}${feature(8, period(n))}${feature(14, detail(`www${n}.example.org`))}${feature(504, detail('section 1(b) of Executive Order 13224'))}${places.join('')}</Profile></DistinctParty>\n`;
}

const document = (n) =>
  `<IDRegDocument ID="${n}" IDRegDocTypeID="1571" IdentityID="${uid(n)}" IssuedBy-CountryID="11901"><Comment /><IDRegistrationNo>A${n}</IDRegistrationNo><IssuingAuthority /><DocumentDate IDRegDocDateTypeID="1480">${period(n)}</DocumentDate></IDRegDocument>\n`;
const relation = (n) =>
  `<ProfileRelationship ID="${n}" From-ProfileID="${uid(n)}" To-ProfileID="${uid(n >> 1)}" RelationTypeID="15002" RelationQualityID="1" Former="false" SanctionsEntryID="${n}"><Comment /></ProfileRelationship>\n`;
const entry = (n) =>
  `<SanctionsEntry ID="${n}" ProfileID="${uid(n)}" ListID="1550"><EntryEvent ID="${n}" EntryEventTypeID="1" LegalBasisID="1828"><Comment /><Date CalendarTypeID="1">${point(n)}</Date></EntryEvent><SanctionsMeasure ID="${n}" SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure></SanctionsEntry>\n`;

function* pieces(parties) {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<Sanctions Version="3" xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">\n<DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>11</Month><Day>24</Day></DateOfIssue>\n<ReferenceValueSets>\n';
  for (const [name, set] of Object.entries(SETS)) {
    const extra = name === 'PartySubType' ? ' PartyTypeID="1"' : '';
    yield `<${name}Values>${Object.entries(set)
      .map(([id, text]) => `<${name} ID="${id}"${extra}>${text}</${name}>`)
      .join('')}</${name}Values>\n`;
  }
  yield '</ReferenceValueSets>\n';
  const sections = [
    ['Locations', (n) => location(n, 0) + location(n, 1)],
    ['IDRegDocuments', document],
    ['DistinctParties', party],
    ['ProfileRelationships', relation],
    ['SanctionsEntries', entry],
  ];
  for (const [section, one] of sections) {
    yield `<${section}>\n`;
    for (let n = 0; n < parties; n += 1) yield one(n);
    yield `</${section}>\n`;
  }
  yield '<SanctionsEntryLinks />\n</Sanctions>\n';
}

async function read(path) {
  const from = performance.now();
  const snapshot = await listReader('us-ofac-sdn').open([sourceFile(path)]);
  const keys = new Set();
  let statements = 0;
  for await (const batch of snapshot.records()) {
    for (const record of batch) {
      keys.add(record.key);
      statements += record.statements.length;
    }
  }
  return { wallS: seconds(from), parties: keys.size, statements, peakMiB: peakMiB() };
}

const { values, positionals } = parseArgs({
  options: { mib: { type: 'string', default: '130' } },
  allowPositionals: true,
});
const [path] = positionals;
if (path !== undefined) {
  console.log(JSON.stringify(await read(path)));
} else {
  await inFolder(async (folder) => {
    const file = join(folder, 'sdn_advanced.xml');
    const out = createWriteStream(file);
    await pipeline(Readable.from(pieces(Math.round((Number(values.mib) * 2 ** 20) / PARTY_BYTES))), out);
    if (!out.closed) await once(out, 'close');
    // Writing the file takes memory too, so that it is read by a process of its own.
    const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), file], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    const figures = { mib: Math.round(out.bytesWritten / 2 ** 20), ...JSON.parse(run.stdout) };
    console.log(JSON.stringify(figures));
    if (figures.peakMiB > MOST_MIB) process.exitCode = 1;
  });
}

import { auDfat } from './au-dfat/au-dfat.ts';
import { auListed } from './au-listed/au-listed.ts';
import { caListed } from './ca-listed/ca-listed.ts';
import { caSema } from './ca-sema/ca-sema.ts';
import { chSeco } from './ch-seco/ch-seco.ts';
import { customReader } from './custom/custom.ts';
import { listsError } from './errors.ts';
import { euCp931 } from './eu-cp931/eu-cp931.ts';
import { euFsf } from './eu-fsf/eu-fsf.ts';
import { ftmReader } from './ftm/ftm.ts';
import { ilNbctf, ilNbctfIndividuals } from './il-nbctf/il-nbctf.ts';
import { inMha } from './in-mha/in-mha.ts';
import { jpMof } from './jp-mof/jp-mof.ts';
import type { ListReader } from './list-reader.ts';
import { nzPolice } from './nz-police/nz-police.ts';
import { pkNacta } from './pk-nacta/pk-nacta.ts';
import { ukHomeOffice } from './uk-home-office/uk-home-office.ts';
import { ukSanctions } from './uk-sanctions/uk-sanctions.ts';
import { unSc } from './un-sc/un-sc.ts';
import { usCsl } from './us-csl/us-csl.ts';
import { usFederalRegister } from './us-federal-register/us-federal-register.ts';
import { usOfacConsolidated } from './us-ofac/us-ofac-consolidated.ts';
import { usOfacSdn } from './us-ofac/us-ofac-sdn.ts';
import { usStateFto } from './us-state-fto/us-state-fto.ts';
import { usStateTel } from './us-state-tel/us-state-tel.ts';

/** All lists that can be read, by id. */
export const LISTS: readonly ListReader[] = [
  auDfat,
  auListed,
  caListed,
  caSema,
  chSeco,
  euCp931,
  euFsf,
  ilNbctf,
  ilNbctfIndividuals,
  inMha,
  jpMof,
  nzPolice,
  pkNacta,
  ukHomeOffice,
  ukSanctions,
  unSc,
  usCsl,
  usFederalRegister,
  usOfacConsolidated,
  usOfacSdn,
  usStateFto,
  usStateTel,
];

/** The reader of a list, of `ftm:<name>`, or of `custom:<name>`. Throws `ENT_LIST_UNKNOWN`, which names those known. */
export function listReader(id: string): ListReader {
  const found = LISTS.find((reader) => reader.info.id === id) ?? ftmReader(id) ?? customReader(id);
  if (found !== undefined) return found;
  throw listsError('ENT_LIST_UNKNOWN', {
    id,
    known: [...LISTS.map((reader) => reader.info.id), 'ftm:<name>', 'custom:<name>'],
  });
}

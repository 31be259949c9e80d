import { listsError } from '../errors.ts';

/** Programmes whose targets are on the Consolidated (non-SDN) list, by how their tags begin. */
const NON_SDN = /^(?:NS-PLC|UKRAINE-EO13662|CMIC-|FSE-|561-|MBS$|CAPTA)/;

/**
 * Tells the two OFAC lists apart, which share every format: nearly all entries of the Consolidated list carry
 * a programme that blocks nothing, and few of the SDN list do (some are on both). It lives as long as one
 * reading.
 */
export class ListWatch {
  #entries = 0;
  #nonSdn = 0;

  entry(programmes: readonly string[]): void {
    this.#entries += 1;
    if (programmes.some((programme) => NON_SDN.test(programme))) this.#nonSdn += 1;
  }

  /** Throws `ENT_LIST_OTHER` when the entries seen are plainly those of the other list. */
  check(list: string, file: string): void {
    const share = this.#entries === 0 ? 0 : this.#nonSdn / this.#entries;
    const sdn = list === 'us-ofac-sdn';
    if (sdn ? share <= 0.5 : share >= 0.05) return;
    const why = `${this.#nonSdn} of its ${this.#entries} entries carry a non-SDN programme, so it is ${
      sdn ? 'the Consolidated (non-SDN) list' : 'the SDN list'
    }`;
    throw listsError('ENT_LIST_OTHER', { list, why }, { place: { file } });
  }
}

/**
 * OFAC marks an alias strong or weak (FAQ 122-125), and each format shows the mark in its own way: the XML in
 * `category`, the CSV set by keeping strong ones in `alt.csv` and quoting weak ones in the remarks of `sdn.csv`
 * (OFAC data specification, "The disposition of aliases"). The statement is the same from either.
 */
export const STRONG = { strength: 'strong', detail: { strengthBasis: 'OFAC strong a.k.a.' } } as const;

/** See {@link STRONG}. */
export const WEAK = { strength: 'weak', detail: { strengthBasis: 'OFAC weak a.k.a.' } } as const;

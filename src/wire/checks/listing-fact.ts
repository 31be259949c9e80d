/** One listing as the record holds it: what one authority's list says of one entity, over one stretch of time. */
export interface ListingFact {
  readonly entity: string;
  /** Id of the list (`us-ofac-sdn`). */
  readonly list: string;
  readonly authority: { readonly id: string; readonly name: string; readonly country: string };
  /** The list's own key of the entry. */
  readonly reference: string;
  /** As the list prints them (`FTO`, `SDGT`); compared without case. */
  readonly programmes: readonly string[];
  /** When it began to hold, EDTF; `null` where the record does not know. */
  readonly from: string | null;
  /** When it ceased to hold, EDTF; `null` while it holds. */
  readonly to: string | null;
}

/** Which lists the record knows of, and which of them it has read. */
export interface HeldLists {
  readonly lists: readonly { readonly id: string; readonly country: string; readonly loaded: boolean }[];
}

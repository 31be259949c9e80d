/** A run of text that stands apart on a page: a paragraph, a heading, an item of a list, a cell. */
export interface Block {
  /** The element that it stands in, in lower case. */
  readonly element: string;
  /** White space squeezed; never empty. */
  readonly text: string;
  /** Stands in a caption, a navigation, a footer, an aside: not in the running text. */
  readonly apart: boolean;
  /** The share of its letters that are links. */
  readonly linked: number;
}

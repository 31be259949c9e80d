/** The most that is read of one input. */
export const CAPS = Object.freeze({
  /** Bytes of a file, page or feed. */
  bytes: 20 * 1024 * 1024,
  /** Bytes of text formats, which are held as a tree. */
  textBytes: 8 * 1024 * 1024,
  /** Elements of a page or of an XML file. */
  elements: 60_000,
  /** Elements, objects or lists inside each other. */
  depth: 200,
  /** Of a page with more elements the article is not looked for: that takes time with the square of them. */
  articleElements: 10_000,
  /** References (`&…;`) and stray `&` of an XML file. */
  references: 200_000,
  /** HTML pages nest deeper by themselves; the parser's time grows with the square of it. */
  htmlDepth: 2_000,
  /** Items of a feed or message; later ones are not read, and a note says so. */
  items: 1_000,
  /** UTF-16 units of one document's text; what is beyond is left out, and a note says so. */
  text: 2_000_000,
  /** UTF-16 units of a field such as a headline. */
  field: 2_000,
  /** Pages of a PDF. */
  pages: 500,
  /** Milliseconds for a PDF. */
  pdfMs: 20_000,
  /** Megabytes of memory for the reading of a PDF: of its thread's heap; what it unpacks may take as much again. */
  pdfMegabytes: 512,
  /** Parts of a mail. */
  mailParts: 200,
  dates: 60,
  notes: 40,
});

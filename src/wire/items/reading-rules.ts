/**
 * The version of the rules by which reports are read. It is kept with every reading, and a document whose newest
 * reading has another is read again when asked. Raise it with every change of what is read.
 */
export const READING_RULES = '2026.11.3';

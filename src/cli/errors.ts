import { errorTable } from '../kernel/index.ts';

/** The command line's own errors. */
export const cliError = errorTable({
  ENT_USAGE: {
    status: 'usage',
    doc: 'The command line was not understood: an unknown command or option, a missing argument, a value out of range.',
    text: (d: { why: string }) => d.why,
  },
  ENT_INPUT_UNREADABLE: {
    status: 'refused',
    doc: 'A file, or standard input, could not be read, is not UTF-8 text, or is over the size that is read.',
    text: (d: { why: string }) => d.why,
  },
  ENT_OUTPUT_UNWRITABLE: {
    status: 'refused',
    doc: 'The file that an answer should be written to could not be written.',
    text: (d: { path: string; why: string }) => `cannot write ${d.path}: ${d.why}`,
  },
  ENT_BACKUP: {
    status: 'refused',
    doc: 'A backup would be written over something, or a folder holds none.',
    text: (d: { why: string }) => d.why,
  },
});

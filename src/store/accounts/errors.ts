import { errorTable } from '../../kernel/index.ts';

/** The errors of accounts and keys. */
export const accountError = errorTable({
  ENT_ACCOUNT_EXISTS: {
    status: 'refused',
    doc: 'An account of that name is there already, maybe disabled; names are never used twice.',
    text: (d: { name: string }) => `there is an account "${d.name}" already`,
  },
  ENT_ACCOUNT_UNKNOWN: {
    status: 'not-found',
    doc: 'No account has that name.',
    text: (d: { name: string }) => `no account "${d.name}"; "entente user list" shows them`,
  },
  ENT_ACCOUNT_NAME: {
    status: 'usage',
    doc: 'An account name has letters, digits, dots, hyphens and at-signs only, 80 at most.',
    text: (d: { name: string }) =>
      `not an account name: "${d.name.slice(0, 80)}" (letters, digits and . _ @ - only, 80 at most)`,
  },
  ENT_ACCOUNT_PASSWORD: {
    status: 'usage',
    doc: 'A password is too short or too long.',
    text: (d: { shortest: number; longest: number }) =>
      `a password has ${d.shortest} to ${d.longest} characters`,
  },
  ENT_KEY_UNKNOWN: {
    status: 'not-found',
    doc: 'No API key has that id.',
    text: (d: { id: string }) => `no key ${d.id}; "entente key list" shows them`,
  },
});

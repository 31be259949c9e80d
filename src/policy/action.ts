/**
 * Everything that a subject can ask of the system. A route, a tool and a command each name one; what is not
 * here cannot be permitted.
 */
export const ACTIONS = [
  'screen',
  'search',
  'read',
  'document',
  'engage',
  'watch',
  'export',
  'propose',
  'decide',
  'mark',
  'release',
  'load',
  'audit',
  'administer',
  'metrics',
] as const;

/** One thing that can be asked; see SPEC.md for what each means. */
export type Action = (typeof ACTIONS)[number];

/** The roles, as issue trackers of ministries and banks know them. A subject may have several. */
export const ROLES = ['reader', 'analyst', 'reviewer', 'releaser', 'auditor', 'admin'] as const;

/** One role. */
export type Role = (typeof ROLES)[number];

const READ: readonly Action[] = ['screen', 'search', 'read', 'document', 'engage'];

/**
 * What each role may ask. Roles add up. An administrator keeps accounts and the machine and reads no content;
 * an auditor reads the audit log and changes nothing.
 */
export const ROLE_ACTIONS: Readonly<Record<Role, readonly Action[]>> = Object.freeze({
  reader: READ,
  analyst: [...READ, 'watch', 'export', 'propose'],
  reviewer: [...READ, 'watch', 'propose', 'decide'],
  releaser: [...READ, 'export', 'mark', 'release'],
  auditor: ['audit'],
  admin: ['administer', 'load', 'metrics'],
});

/** Whether a text names an action. */
export function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text);
}

/** Whether a text names a role. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** The actions that touch no content of the record or of documents, so that no marking bears on them. */
const WITHOUT_CONTENT: readonly Action[] = ['load', 'administer', 'metrics'];

/** The actions whose answer holds content of the record or of documents, so that markings bear on them. */
export const CONTENT_ACTIONS: readonly Action[] = ACTIONS.filter(
  (action) => !WITHOUT_CONTENT.includes(action),
);

/** The actions that give content to somebody outside. */
export const DISSEMINATING: readonly Action[] = ['export', 'release'];

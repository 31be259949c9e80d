import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { auditError } from './errors.ts';

/**
 * The key that signs checkpoints: the PEM file that is named, else `<store>.audit-key`, which is made when there is
 * none, readable by its owner alone. In memory for a store in memory. Throws `ENT_AUDIT_KEY` for a file that
 * others can read or that holds no Ed25519 key.
 */
export function signingKey(location: string, named: string | undefined): KeyObject {
  if (location === ':memory:') return generateKeyPairSync('ed25519').privateKey;
  const path = signingKeyPath(location, named) ?? '';
  if (!existsSync(path)) {
    if (named !== undefined) throw auditError('ENT_AUDIT_KEY', { path, why: 'there is no such file' });
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    try {
      writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process may have made it at the same moment; its key is then the one.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  if ((statSync(path).mode & 0o077) !== 0)
    throw auditError('ENT_AUDIT_KEY', { path, why: 'others can read it; chmod 600 it' });
  return ed25519(path, () => createPrivateKey(readFileSync(path)));
}

/** Where the key is; `null` for one in memory. */
export function signingKeyPath(location: string, named: string | undefined): string | null {
  return location === ':memory:' ? null : (named ?? `${location}.audit-key`);
}

/** Puts another private key in the place of the one in a file; whoever reads the file finds one or the other whole. */
export function replaceKey(path: string, key: KeyObject): void {
  const draft = `${path}.new`;
  writeFileSync(draft, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  renameSync(draft, path);
}

/** Reads a public key, in PEM. Throws `ENT_AUDIT_KEY`. */
export function publicKey(path: string): KeyObject {
  return ed25519(path, () => createPublicKey(readFileSync(path)));
}

function ed25519(path: string, read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch (cause) {
    throw auditError('ENT_AUDIT_KEY', { path, why: 'it holds no key in PEM' }, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw auditError('ENT_AUDIT_KEY', { path, why: 'it is not an Ed25519 key' });
  return key;
}

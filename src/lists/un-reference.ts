const REFERENCE = /^([A-Z]{2})([ie])\.(\d{1,3})(\.\d{1,2})?$/i;

/**
 * A permanent reference of the UN list as another list prints it, in the UN's own form: `QDE.128` is `QDe.128`
 * and `QDi.43` is `QDi.043`. `null` for any other text.
 */
export function unReference(text: string): string | null {
  const parts = REFERENCE.exec(text);
  if (parts === null) return null;
  const [, regime = '', kind = '', number = '', suffix = ''] = parts;
  return `${regime.toUpperCase()}${kind.toLowerCase()}.${number.padStart(3, '0')}${suffix}`;
}

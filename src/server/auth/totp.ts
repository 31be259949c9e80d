import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;

/**
 * The time step of a one-time code (RFC 6238: SHA-1, six digits, 30 seconds), one step before or after allowed for
 * clocks that differ; `null` for a code that is not valid now. The store sees to it that no step is used twice.
 */
export function codeStep(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_S });
  const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta;
}

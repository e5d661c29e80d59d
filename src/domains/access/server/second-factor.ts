import { Secret, TOTP } from 'otpauth';

/** A TOTP as phones know it: SHA-1, six digits, thirty seconds (RFC 6238). */
function totpOf(account: { secret: string; login: string; city: string }): TOTP {
  return new TOTP({
    issuer: `Naik Kelas ${account.city}`,
    label: account.login,
    secret: Secret.fromBase32(account.secret),
  });
}

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The `otpauth://` address that an authenticator app reads from a QR code. */
export function enrolmentUri(account: { secret: string; login: string; city: string }): string {
  return totpOf(account).toString();
}

/** The six digits of this moment; for the demo city's sign-in page and for tests. */
export function currentCode(secret: string, now: Date): string {
  return totpOf({ secret, login: '-', city: '-' }).generate({ timestamp: now.getTime() });
}

/**
 * The time step a code belongs to, one step early or late allowed; null when it is wrong. A caller must
 * refuse a step not after the last one accepted: a code works once.
 */
export function stepOfCode(given: { secret: string; code: string; now: Date }): number | null {
  const code = given.code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf({ secret: given.secret, login: '-', city: '-' }).validate({
    token: code,
    timestamp: given.now.getTime(),
    window: 1,
  });
  if (delta === null) return null;
  return Math.floor(given.now.getTime() / 30_000) + delta;
}

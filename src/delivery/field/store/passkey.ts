import type { Session } from './session.ts';
import { addPasskey, openWithPasskey } from './vault.ts';
import type { PasskeyWrap } from './vault.ts';

/**
 * A passkey of the phone's own (fingerprint, face) as a second way to the data key: its PRF extension answers the same
 * secret for the same salt, and only to its owner. The server has no part in it.
 */
export async function canHavePasskey(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

export type AddingPasskey = 'added' | 'wrong-pin' | 'not-possible';

/** @returns `not-possible` where the phone's passkeys know no PRF, or its owner declined */
export async function makePasskey(session: Session, pin: string): Promise<AddingPasskey> {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const { userName, userId } = session.device;
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Naik Kelas' },
        user: { id: new TextEncoder().encode(userId), name: userName, displayName: userName },
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          userVerification: 'required',
          residentKey: 'preferred',
        },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!made) return 'not-possible';
  const credentialId = new Uint8Array(made.rawId);
  const secret = secretOf(made) ?? (await askSecret(credentialId, salt));
  if (!secret) return 'not-possible';
  const vault = await session.db.get('vault', 'vault');
  const changed = vault && (await addPasskey(vault, pin, { credentialId, salt, secret }));
  if (!changed) return 'wrong-pin';
  await session.db.put('vault', changed, 'vault');
  return 'added';
}

/** Opens with the passkey. @returns false when it was declined or does not fit */
export async function openByPasskey({ db, keys }: Session): Promise<boolean> {
  const vault = await db.get('vault', 'vault');
  if (!vault?.passkey) return false;
  const secret = await askSecret(vault.passkey.credentialId, vault.passkey.salt);
  const dataKey = secret && (await openWithPasskey(vault.passkey, secret));
  if (!dataKey) return false;
  const device = await db.get('device', 'device');
  await keys.take(dataKey, device?.readLocked ?? null);
  await db.put('vault', { ...vault, wrong: 0 }, 'vault');
  return true;
}

async function askSecret(
  id: PasskeyWrap['credentialId'],
  salt: PasskeyWrap['salt'],
): Promise<BufferSource | null> {
  const got = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  return got && secretOf(got);
}

/** Declined, timed out, or not known to the phone: all of them mean the PIN. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  const credential = await ask().catch(() => null);
  return credential instanceof PublicKeyCredential ? credential : null;
}

function secretOf(credential: PublicKeyCredential): BufferSource | null {
  return credential.getClientExtensionResults().prf?.results?.first ?? null;
}

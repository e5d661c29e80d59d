import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import type { Network, SyncPorts, WireAnswer } from '#platform/sync/ports.ts';
import { sealTo, toBase64url } from '#platform/sync/seal.ts';
import type { FieldKeys } from '#platform/secrets/field-keys.ts';
import { emptyDisk, openStore } from '../sim/phone-store.ts';
import type { PhoneDisk } from '../sim/phone-store.ts';

/** What a phone is known by; it makes both secrets itself. */
export interface PhoneIdentity {
  readonly deviceId: string;
  readonly pushSecret: string;
  readonly readSecret: string;
}

export function newIdentity(deviceId = newId()): PhoneIdentity {
  const secret = () => randomBytes(32).toString('base64url');
  return { deviceId, pushSecret: secret(), readSecret: secret() };
}

/** The body with which a phone is enrolled. */
export function enrolmentOf(phone: PhoneIdentity, name = 'Oppo A16') {
  const hash = (secret: string) => createHash('sha256').update(secret).digest('hex');
  return {
    deviceId: phone.deviceId,
    name,
    pushSecretHash: hash(phone.pushSecret),
    readSecretHash: hash(phone.readSecret),
  };
}

export interface FieldPhone extends PhoneIdentity {
  readonly ports: SyncPorts;
  readonly disk: PhoneDisk;
  /** Whether the answer of the next call is lost on its way back. */
  cutNext: boolean;
}

/** A phone with the real client core and sealing, over real HTTP; its storage is memory that behaves as IndexedDB. */
export function fieldPhone(
  where: { url: () => string; now: () => Date; key: FieldKeys['current'] },
  identity: PhoneIdentity,
): FieldPhone {
  const disk = emptyDisk(identity.deviceId);
  const store = openStore(disk, { alive: () => true, fate: () => 'complete', died: () => {} });
  const publicKey = new Uint8Array(where.key.publicKey);
  const phone: FieldPhone = {
    ...identity,
    disk,
    cutNext: false,
    ports: {
      store,
      sealer: {
        open: true,
        async seal(text) {
          const { keyId } = where.key;
          return { sealed: toBase64url(await sealTo(publicKey, keyId, text)), keyId };
        },
        lock: (bytes) => Promise.resolve(bytes),
        unlock: (locked) => Promise.resolve(locked),
      },
      network: httpNetwork(where.url, identity, () => {
        const cut = phone.cutNext;
        phone.cutNext = false;
        return cut;
      }),
      clock: { now: () => where.now().getTime(), zone: () => 'Asia/Jakarta' },
      random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    },
  };
  return phone;
}

function httpNetwork(url: () => string, identity: PhoneIdentity, cut: () => boolean): Network {
  const post = async (path: string, secret: string, request: Json): Promise<WireAnswer> => {
    const lost = cut();
    const answer = await fetch(`${url()}/api/sync/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: gzipSync(JSON.stringify(request)),
    });
    const text = await answer.text();
    if (lost) throw new Error('the answer was lost on its way');
    return { status: answer.status, json: readable(text) };
  };
  const photo = (
    sha256: string,
    init: { method?: string; headers?: Record<string, string>; body?: BodyInit },
  ) =>
    fetch(`${url()}/api/sync/photo/${sha256}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${identity.pushSecret}` },
    });
  return {
    push: (request) => post('push', identity.pushSecret, request),
    pull: (request) => post('pull', identity.readSecret, request),
    async photoHas(sha256) {
      const answer = await photo(sha256, {});
      const { bytes = 0 } = (await answer.json()) as { bytes?: number };
      return { status: answer.status, bytes };
    },
    async putPhoto({ sha256, at, totalBytes, bytes }) {
      const range = `bytes ${at}-${at + bytes.length - 1}/${totalBytes}`;
      const answer = await photo(sha256, {
        method: 'PUT',
        headers: { 'content-range': range },
        body: new Uint8Array(bytes),
      });
      const { bytes: there } = (await answer.json()) as { bytes?: number };
      return { status: answer.status, bytes: there ?? null };
    },
  };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Enrols a phone to somebody, as the house's command does it. */
export async function enrolledPhone(
  house: {
    does(actor: Actor, kind: string, body: unknown): Promise<Json>;
  },
  where: Parameters<typeof fieldPhone>[0],
  actor: Actor,
): Promise<FieldPhone> {
  const identity = newIdentity();
  await house.does(actor, 'access.enrol-device', enrolmentOf(identity));
  return fieldPhone(where, identity);
}

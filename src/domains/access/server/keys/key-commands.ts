import type { AnyCommand, Json, Outcome } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Reader } from '#platform/db/reader.ts';
import { resealColumn } from '#platform/secrets/reseal.ts';
import type { NumberSealer, Sealer } from '#platform/secrets/sealing.ts';
import { numberKeyInput, resealInput } from '../../key-input.ts';
import { accessProblems } from '../../problems.ts';
import { accessSecrets, accessSecretsNotUnder } from './access-secret-store.ts';
import {
  holdNumberKey,
  insertNumberKey,
  listNumberKeys,
  retireLeftKeys,
  takeNumbersAlone,
} from './number-keys.ts';

/** How many values of the domains above another key than this sealed; joined in `domains.ts`. */
export type SealedElsewhere = (db: Reader, key: string) => Promise<number>;

export interface AccessSealers {
  readonly totp: Sealer;
  /** Keeps what came from phones and waits for a reviewer. */
  readonly field: Sealer;
  readonly identity: NumberSealer;
}

/**
 * The steps by which another installation key takes over in a city; `naik keys rotate` goes them one after the other.
 * (Sealing numbers anew and putting the key into force are the registry's, candidate files lending's.)
 */
export function keyCommands(sealers: AccessSealers, elsewhere: SealedElsewhere): AnyCommand[] {
  return [introduceKey(sealers.identity), resealSecrets(sealers), retireKeys(elsewhere)];
}

/** Refused for a key that was here before, and while another is on its way in. */
function introduceKey(identity: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'access.introduce-key',
    version: 1,
    input: numberKeyInput,
    async handle(tx, { key }, context) {
      await takeNumbersAlone(tx);
      const ring = identity.ring();
      const known = await listNumberKeys(tx);
      const oldest = ring.at(-1)!.name;
      const before = known.length === 0 ? [oldest] : known.map(({ name }) => name);
      if (before.includes(key) || known.some((one) => one.inForceAt === null))
        throw accessProblems.keyNotNew({ key });
      if (ring[0]?.name !== key) throw accessProblems.keyNotNewest({ key });
      await insertNumberKey(tx, { name: key, oldest, now: context.now });
      return outcomeOf(key, {
        id: `Memperkenalkan kunci ${key}: semua nomor rahasia akan dikunci ulang`,
        en: `Introduced the key ${key}: everything secret will be sealed anew`,
      });
    },
  });
}

/** Seals a piece of second factors and kept field commands anew. */
function resealSecrets(sealers: AccessSealers): AnyCommand {
  return defineCommand({
    kind: 'access.reseal-secrets',
    version: 1,
    input: resealInput(['second-factors', 'field-reviews']),
    async handle(tx, { key, part, after }) {
      await assertComing(tx, key);
      const sealer = part === 'second-factors' ? sealers.totp : sealers.field;
      const done = await resealColumn(tx, accessSecrets[part], {
        key,
        hashing: false,
        after,
        reseal: (sealed) => ({ sealed: sealer.seal(sealer.open(sealed)), nextIndex: null }),
      });
      return resealed(key, part, done);
    },
  });
}

/** Refused while anything is sealed with an earlier key, or the newest is not in force yet. */
function retireKeys(elsewhere: SealedElsewhere): AnyCommand {
  return defineCommand({
    kind: 'access.retire-keys',
    version: 1,
    input: numberKeyInput,
    async handle(tx, { key }, context) {
      await takeNumbersAlone(tx);
      const known = await listNumberKeys(tx);
      const inForce = known.find((one) => one.inForceAt !== null && one.leftAt === null);
      if (inForce?.name !== key) throw accessProblems.keyNotInForce({ key });
      const left = (await accessSecretsNotUnder(tx, key)) + (await elsewhere(tx, key));
      if (left > 0) throw accessProblems.keyInUse({ left });
      const retired = await retireLeftKeys(tx, context.now);
      return outcomeOf(key, {
        id: `Menarik kunci ${retired.join(', ')}: semuanya sekarang dikunci dengan ${key}`,
        en: `Retired the key ${retired.join(', ')}: everything is sealed with ${key} now`,
      });
    },
  });
}

/**
 * Holds the keys as they are while a piece is sealed anew, and tells whether hashes of the key are still awaited.
 * Refused for a key that is neither coming nor in force.
 */
export async function assertComing(tx: Tx, key: string): Promise<{ coming: boolean }> {
  await holdNumberKey(tx);
  const known = (await listNumberKeys(tx)).find(({ name }) => name === key);
  if (known?.leftAt !== null) throw accessProblems.keyNotInForce({ key });
  return { coming: known.inForceAt === null };
}

/** What a piece of sealing anew answers: how many rows, and after which the next piece begins. */
export function resealed(
  key: string,
  part: string,
  { rows, after }: { rows: number; after: readonly string[] | null },
): Outcome<Json> {
  return {
    answer: { rows, after: after && [...after] },
    audit: {
      subject: { kind: 'key', id: key },
      says: {
        id: `Mengunci ulang ${rows} nilai (${part}) dengan kunci ${key}`,
        en: `Sealed ${rows} values (${part}) anew with the key ${key}`,
      },
    },
  };
}

function outcomeOf(key: string, says: { id: string; en: string }): Outcome<Json> {
  return { answer: { key }, audit: { subject: { kind: 'key', id: key }, says } };
}

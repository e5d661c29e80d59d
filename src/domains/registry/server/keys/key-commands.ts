import {
  assertComing,
  putInForce,
  resealed,
  takeNumbersAlone,
} from '#domains/access/server/index.ts';
import { numberKeyInput, resealInput } from '#domains/access/key-input.ts';
import type { AnyCommand } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { resealColumn } from '#platform/secrets/reseal.ts';
import type { KeyedSealer, NumberSealer } from '#platform/secrets/sealing.ts';
import { hashStragglingRows, resealImportRows } from './import-number-store.ts';
import { numberColumns, stragglersOf, swapIndexes, writeStragglers } from './number-store.ts';

export { verifyNumbers } from './verify-numbers.ts';
export { numbersNotUnder } from './number-store.ts';

/** @param sealer seals NIK, KK and NPWP */
export function registryKeyCommands(sealer: NumberSealer): AnyCommand[] {
  return [resealNumbers(sealer), putKeyInForce(sealer)];
}

/**
 * Seals a piece of the numbers anew, and writes their hashes under the coming key beside those in force. Look-ups, unique
 * keys and joins go on by the ones in force.
 */
function resealNumbers(sealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.reseal-numbers',
    version: 1,
    input: resealInput(['identifiers', 'family-cards', 'proposals', 'lists', 'import-rows']),
    async handle(tx, { key, part, after }) {
      const { coming } = await assertComing(tx, key);
      const seal = sealer.under(key);
      const indexer = coming ? seal : null;
      if (part === 'import-rows')
        return resealed(key, part, await resealImportRows(tx, { after, seal, coming: indexer }));
      const done = await resealColumn(tx, numberColumns[part], {
        key,
        hashing: coming,
        after,
        reseal(sealed) {
          const number = seal.open(sealed);
          return { sealed: seal.seal(number), nextIndex: indexer?.blindIndex(number) ?? null };
        },
      });
      return resealed(key, part, done);
    },
  });
}

/**
 * All hashes of the city become the coming key's, in one transaction: whoever looks a number up finds it by the old ones
 * before and by the new ones after. Who writes numbers waits meanwhile; who reads does not.
 */
function putKeyInForce(sealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.put-key-in-force',
    version: 1,
    input: numberKeyInput,
    async handle(tx, { key }, context) {
      await takeNumbersAlone(tx);
      const { coming } = await assertComing(tx, key);
      if (coming) {
        await hashStragglers(tx, sealer.under(key));
        await swapIndexes(tx);
        await putInForce(tx, key, context.now);
      }
      return {
        answer: { key },
        audit: {
          subject: { kind: 'key', id: key },
          says: {
            id: `Nomor-nomor sekarang dicari dengan kunci ${key}`,
            en: `Numbers are found by the key ${key} now`,
          },
        },
      };
    },
  });
}

async function hashStragglers(tx: Tx, coming: KeyedSealer): Promise<void> {
  for (const column of Object.values(numberColumns)) {
    const hashed = (await stragglersOf(tx, column)).map(({ key, sealed }) => ({
      key,
      index: coming.blindIndex(coming.open(sealed)),
    }));
    await writeStragglers(tx, column, hashed);
  }
  await hashStragglingRows(tx, coming);
}

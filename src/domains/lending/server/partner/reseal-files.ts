import { sql } from 'kysely';
import { resealInput } from '#domains/access/key-input.ts';
import { assertComing, resealed } from '#domains/access/server/index.ts';
import type { AnyCommand } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { resealColumn } from '#platform/secrets/reseal.ts';
import { sealedPrefix } from '#platform/secrets/sealing.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';

const candidateRows = {
  table: 'lending.partner_file',
  key: { id: 'uuid' },
  column: 'sealed_rows',
  nextIndex: null,
} as const;

/** Seals a piece of the candidate files anew with the coming key. */
export function resealFiles(sealer: Sealer): AnyCommand {
  return defineCommand({
    kind: 'lending.reseal-files',
    version: 1,
    input: resealInput(['candidate-files']),
    async handle(tx, { key, part, after }) {
      await assertComing(tx, key);
      const done = await resealColumn(tx, candidateRows, {
        key,
        hashing: false,
        after,
        reseal: (sealed) => ({ sealed: sealer.seal(sealer.open(sealed)), nextIndex: null }),
      });
      return resealed(key, part, done);
    },
  });
}

/** How many candidate files another key than this sealed. */
export async function filesNotUnder(db: Reader, key: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from lending.partner_file
    where city_id = ${db.city} and substr(sealed_rows, 1, 6) <> ${sealedPrefix(key)}`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

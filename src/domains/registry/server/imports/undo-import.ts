import { sql } from 'kysely';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ImportUse } from '../../import/import-uses.ts';
import { importBatchInput } from '../../import-input.ts';
import { importProblems } from '../../import-problems.ts';
import { takeImportTurn } from './apply-store.ts';
import { takeBatch } from './import-store.ts';

/**
 * Takes an applied file out of the registry again, all of it or nothing: the people and businesses it brought, and what it
 * filled of people who were there before, where nobody changed that since. Refused as long as one of its people has got
 * anything since (a loan, a membership, a visit, a place in a later import): books and histories are never touched.
 */
export const undoImport = defineCommand({
  kind: 'registry.undo-import',
  version: 1,
  input: importBatchInput,
  async handle(tx, { batchId }, { now, actor }) {
    const batch = await takeBatch(tx, batchId, ['applied']);
    await takeImportTurn(tx);
    const uses = await findUses(tx, batchId);
    if (uses.length > 0) {
      const people = new Set(uses.map(({ personId }) => personId)).size;
      throw importProblems.importInUse({ uses: uses.slice(0, 100), people });
    }
    const undone = await undo(tx, batchId);
    await sql`
      update registry.import_batch set state = 'undone', undone_at = ${now}::timestamptz, undone_by = ${actor.userId}::uuid
      where city_id = ${tx.city} and id = ${batchId}::uuid`.execute(tx);
    return {
      answer: { batchId, ...undone },
      audit: {
        subject: { kind: 'import', id: batchId },
        says: {
          id: `Menarik kembali ${batch.fileName}: ${undone.people} orang dan ${undone.businesses} usaha dikeluarkan`,
          en: `Undid ${batch.fileName}: ${undone.people} people and ${undone.businesses} businesses taken out`,
        },
        data: { sha256: batch.sha256, ...undone },
      },
      events: [{ kind: 'registry.import-undone', body: { batchId } }],
    };
  },
});

/** Who of the file is in use, and where; a person once for each kind of use. */
async function findUses(tx: Tx, batchId: string): Promise<ImportUse[]> {
  const { rows } = await sql<ImportUse>`
    select distinct on (name, person_id, used_in) used_in as "usedIn", person_id as "personId", name
    from registry.import_uses(${tx.city}, ${batchId}::uuid) order by name, person_id, used_in`.execute(
    tx,
  );
  return rows;
}

async function undo(
  tx: Tx,
  batchId: string,
): Promise<{ people: number; businesses: number; emptied: number }> {
  const { rows } = await sql<{ people: number; businesses: number; emptied: number }>`
    select people, businesses, emptied from registry.undo_import(${tx.city}, ${batchId}::uuid)`.execute(
    tx,
  );
  return rows[0]!;
}

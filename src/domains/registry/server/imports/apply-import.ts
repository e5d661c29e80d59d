import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { holdNumbers } from '#domains/access/server/index.ts';
import type { KeyedSealer, NumberSealer } from '#platform/secrets/sealing.ts';
import { importBatchInput } from '../../import-input.ts';
import { lookAlikeJob } from '../look-alikes/find-look-alikes.ts';
import { applyBatch } from './apply-batch.ts';
import { registeredSince, takeImportTurn } from './apply-store.ts';
import { changeBatch, type ImportBatch, takeBatch } from './import-store.ts';
import { judgeBatch, type OutcomeCounts } from './judge-batch.ts';

/**
 * Writes a previewed file into the registry: all of it or nothing. The rows are matched once more within the same
 * transaction when anybody was registered since, so that what another file brought meanwhile is not registered twice. Rows to repair, and rows to review
 * that nobody decided, are left out and stay listed.
 */
export function applyImport(sealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.apply-import',
    version: 1,
    input: importBatchInput,
    async handle(tx, { batchId }, context) {
      const batch = await takeBatch(tx, batchId, ['previewed']);
      await takeImportTurn(tx);
      const numbers = await holdNumbers(tx, sealer);
      const judged = await judgeAgain(tx, batch, { context, sealer: numbers });
      const applied = await applyBatch(tx, batch, { context, numbers });
      const counts = { ...batch.counts, ...judged, ...applied };
      await changeBatch(tx, batchId, { state: 'applied', counts, appliedAt: context.now });
      return {
        answer: { batchId, ...judged, ...applied },
        audit: {
          subject: { kind: 'import', id: batchId },
          says: {
            id: `Menerapkan ${batch.fileName}: ${applied.people} orang dan ${applied.businesses} usaha baru, ${judged.same} sudah ada, ${judged.review} perlu ditinjau, ${judged.repair} perlu perbaikan`,
            en: `Applied ${batch.fileName}: ${applied.people} new people and ${applied.businesses} new businesses, ${judged.same} already here, ${judged.review} to review, ${judged.repair} to repair`,
          },
          data: { sha256: batch.sha256, counts },
        },
        events: [{ kind: 'registry.import-applied', body: { batchId } }],
        jobs: applied.people > 0 ? [lookAlikeJob] : [],
      };
    },
  });
}

async function judgeAgain(
  tx: Tx,
  batch: ImportBatch,
  tools: { context: CommandContext; sealer: KeyedSealer },
): Promise<OutcomeCounts> {
  const { judgedAt = 0, rows = 0, new: fresh = 0, same = 0 } = batch.counts;
  const { review = 0, repair = 0, unchanged = 0 } = batch.counts;
  if (await registeredSince(tx, new Date(judgedAt))) return judgeBatch(tx, batch, tools);
  return { rows, new: fresh, same, review, repair, unchanged };
}

import { defineCommand } from '#platform/command/define-command.ts';
import { importBatchInput } from '../../import-input.ts';
import { outcomeCount, takeBatch } from './import-store.ts';

/**
 * Sets down that somebody takes the rows to repair out of the house, identity numbers and all, before she gets them.
 */
export const openRepairs = defineCommand({
  kind: 'registry.open-repairs',
  version: 1,
  input: importBatchInput,
  async handle(tx, { batchId }) {
    const batch = await takeBatch(tx, batchId, ['previewed', 'applied']);
    const rows = await outcomeCount(tx, batchId, 'repair');
    return {
      answer: { rows },
      audit: {
        subject: { kind: 'import', id: batchId },
        says: {
          id: `Mengunduh ${rows} baris ${batch.fileName} untuk diperbaiki, beserta nomor identitasnya`,
          en: `Downloaded ${rows} rows of ${batch.fileName} to repair, identity numbers included`,
        },
      },
    };
  },
});

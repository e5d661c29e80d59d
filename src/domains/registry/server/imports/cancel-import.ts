import { defineCommand } from '#platform/command/define-command.ts';
import { decideImportRowInput, importBatchInput } from '../../import-input.ts';
import { importProblems } from '../../import-problems.ts';
import { cancellableStates } from '../../import-states.ts';
import { changeBatch, decideRow, dropRows, takeBatch } from './import-store.ts';

/** Stops an import that was not applied: its rows are dropped, the registry is as it was. */
export const cancelImport = defineCommand({
  kind: 'registry.cancel-import',
  version: 1,
  input: importBatchInput,
  async handle(tx, { batchId }) {
    const batch = await takeBatch(tx, batchId, cancellableStates);
    await dropRows(tx, batchId);
    await changeBatch(tx, batchId, { state: 'cancelled' });
    return {
      answer: { batchId },
      audit: {
        subject: { kind: 'import', id: batchId },
        says: {
          id: `Membatalkan impor ${batch.fileName}`,
          en: `Cancelled the import of ${batch.fileName}`,
        },
      },
    };
  },
});

/** A person says of a row to review whether it is the known person or somebody new. */
export const decideImportRow = defineCommand({
  kind: 'registry.decide-import-row',
  version: 1,
  input: decideImportRowInput,
  async handle(tx, body) {
    const batch = await takeBatch(tx, body.batchId, ['previewed']);
    if (!(await decideRow(tx, body))) throw importProblems.importRowNotFound({ row: body.row });
    const said =
      body.as === 'same'
        ? { id: 'orang yang sama', en: 'the same person' }
        : { id: 'orang baru', en: 'somebody new' };
    return {
      answer: { batchId: body.batchId },
      audit: {
        subject: { kind: 'import', id: body.batchId },
        says: {
          id: `Baris ${body.row} dari ${batch.fileName}: ${said.id}`,
          en: `Row ${body.row} of ${batch.fileName}: ${said.en}`,
        },
      },
    };
  },
});

import { newId } from '#kernel/id.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { ColumnMapping } from '../../import/column-mapping.ts';
import { mapImportInput } from '../../import-input.ts';
import { importProblems } from '../../import-problems.ts';
import { mappableStates } from '../../import-states.ts';
import { changeBatch, type ImportBatch, rememberMapping, takeBatch } from './import-store.ts';

/** A person confirmed or corrected which column is which. The rows are then matched by a job. */
export const mapImport = defineCommand({
  kind: 'registry.map-import',
  version: 1,
  input: mapImportInput,
  async handle(tx, { batchId, mapping, remember }, context) {
    const batch = await takeBatch(tx, batchId, mappableStates);
    checkMapping(mapping, batch);
    await changeBatch(tx, batchId, { state: 'previewing', mapping });
    if (remember && batch.shape !== null) {
      const { fingerprint } = batch.shape;
      await rememberMapping(tx, { id: newId(), fingerprint, mapping }, context);
    }
    return {
      answer: { batchId },
      audit: {
        subject: { kind: 'import', id: batchId },
        says: {
          id: `Memetakan kolom ${batch.fileName}`,
          en: `Mapped the columns of ${batch.fileName}`,
        },
        data: { mapping: { ...mapping } },
      },
      jobs: [
        {
          task: 'registry.preview-import',
          title: { id: `Mencocokkan ${batch.fileName}`, en: `Matching ${batch.fileName}` },
          payload: { batchId },
        },
      ],
    };
  },
});

/** Refused without a name column, or when one column is to be two things. */
function checkMapping(mapping: ColumnMapping, batch: ImportBatch): void {
  if (mapping.name === undefined) throw importProblems.importNeedsName();
  const used = new Set<number>();
  for (const column of Object.values(mapping)) {
    if (used.has(column)) {
      const title = batch.shape?.columns.find(({ index }) => index === column)?.title;
      throw importProblems.importColumnTwice({ column: title ?? String(column + 1) });
    }
    used.add(column);
  }
}

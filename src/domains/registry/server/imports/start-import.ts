import { defineCommand } from '#platform/command/define-command.ts';
import { chooseImportSheetInput, startImportInput } from '../../import-input.ts';
import { addBatch, changeBatch, dropRows, takeBatch } from './import-store.ts';

/** An officer uploaded a spreadsheet; its bytes lie in the file store already. A job reads it. */
export const startImport = defineCommand({
  kind: 'registry.start-import',
  version: 1,
  input: startImportInput,
  async handle(tx, body, context) {
    await addBatch(tx, body, context);
    const name = body.department?.name;
    const of = name === undefined ? { id: '', en: '' } : { id: ` dari ${name}`, en: ` of ${name}` };
    return {
      answer: { batchId: body.batchId },
      audit: {
        subject: { kind: 'import', id: body.batchId },
        says: {
          id: `Mengunggah ${body.fileName}${of.id} untuk diimpor`,
          en: `Uploaded ${body.fileName}${of.en} to import`,
        },
        data: { sha256: body.sha256, bytes: body.bytes },
      },
      jobs: [readJob(body.batchId, body.fileName)],
    };
  },
});

/** The officer chose another sheet of the workbook: the rows read so far are dropped and that sheet is read. */
export const chooseImportSheet = defineCommand({
  kind: 'registry.choose-import-sheet',
  version: 1,
  input: chooseImportSheetInput,
  async handle(tx, { batchId, sheet }) {
    const batch = await takeBatch(tx, batchId, ['read', 'mapped', 'previewed']);
    await dropRows(tx, batchId);
    await changeBatch(tx, batchId, { state: 'reading', sheet });
    return {
      answer: { batchId },
      audit: {
        subject: { kind: 'import', id: batchId },
        says: {
          id: `Memilih lembar ${sheet} dari ${batch.fileName}`,
          en: `Chose sheet ${sheet} of ${batch.fileName}`,
        },
      },
      jobs: [readJob(batchId, batch.fileName)],
    };
  },
});

function readJob(batchId: string, fileName: string) {
  return {
    task: 'registry.read-import',
    title: { id: `Membaca ${fileName}`, en: `Reading ${fileName}` },
    payload: { batchId },
  };
}

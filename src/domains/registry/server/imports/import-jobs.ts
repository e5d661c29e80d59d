import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Json } from '#platform/command/command.ts';
import { Refusal } from '#platform/command/problem.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { readSpreadsheet } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import { defineJob, type JobRun } from '#platform/jobs/job.ts';
import { stepId } from '#platform/jobs/step-id.ts';
import { proposeMapping } from '../../import/column-mapping.ts';
import { TableFollower } from '../../import/follow-table.ts';
import {
  chooseMainSheet,
  findTable,
  isDataRow,
  shapeKey,
  tableBeside,
  type SourceRow,
  type SourceSheet,
  type TableShape,
} from '../../import/table-shape.ts';
import type { StageImport } from '../../import-input.ts';
import { importProblems } from '../../import-problems.ts';
import { findBatch, findMapping, type ImportBatch } from './import-store.ts';
import { placesOf } from './judge-batch.ts';
import { sampleSheets } from './sample-sheets.ts';

const rowsAtOnce = 2000;
const payload = z.object({ batchId: z.uuid() });

/** Reads an uploaded file: finds the sheet and the table, proposes the columns, and stages its rows in pieces. */
export const readImport = defineJob({
  task: 'registry.read-import',
  run: (run) => reportingFailure(run, () => readFile(run)),
});

/** Matches the rows of a mapped file against the registry. */
export const previewImport = defineJob({
  task: 'registry.preview-import',
  run: (run) =>
    reportingFailure(run, async () => {
      await stage(run, 'judge', { part: 'judge', ...payload.parse(run.payload) });
      return {};
    }),
});

async function readFile(run: JobRun): Promise<Json> {
  const { batchId } = payload.parse(run.payload);
  const batch = await run.house.read(run.city, (db) => findBatch(db, batchId));
  if (batch === undefined) throw importProblems.importNotFound();
  const bytes = await openFileStore(run.house.dataDir).get(batch.sha256);
  if (bytes === null) throw importProblems.importNotFound();
  const sheets = await sampleSheets(bytes, { signal: run.signal });
  const names = sheets.map(({ name }) => name);
  if (batch.sheet !== null && !names.includes(batch.sheet)) {
    throw importProblems.importNoSheet({ sheet: batch.sheet, sheets: names });
  }
  const sheet = sheets.find(({ name }) => name === batch.sheet) ?? chooseMainSheet(sheets);
  const shape = sheet && findTable(sheet.rows);
  if (sheet === undefined || shape === undefined) throw importProblems.importNoTable();
  const beside = tableBeside(shape);
  if (beside !== undefined) throw importProblems.importTablesBeside(beside);
  await stage(run, 'shape', await shapeReport(run, { batch, sheets, sheet, shape }));
  const { rows, left } = await stageRows(run, { batchId, bytes, sheet, shape });
  await stage(run, 'read', { part: 'read', batchId, rows, left });
  return { rows };
}

async function shapeReport(
  run: JobRun,
  found: {
    batch: ImportBatch;
    sheets: readonly SourceSheet[];
    sheet: SourceSheet;
    shape: TableShape;
  },
): Promise<StageImport> {
  const { batch, sheets, sheet, shape } = found;
  const fingerprint = createHash('sha256').update(shapeKey(shape)).digest('hex');
  const { places, remembered } = await run.house.read(run.city, async (db) => ({
    places: await placesOf(db),
    remembered: await findMapping(db, fingerprint),
  }));
  const sample = sheet.rows.filter((row) => row.number >= shape.firstDataRow && isDataRow(row));
  const proposal = proposeMapping(shape, sample, places);
  return {
    part: 'shape',
    batchId: batch.id,
    sheet: sheet.name,
    mapping: remembered ?? proposal.mapping,
    shape: {
      sheets: sheets.map(({ name, hidden, rows, rowCount }) => ({
        name,
        hidden,
        rows: rowCount ?? rows.length,
      })),
      columns: shape.columns.map(({ index, title }) => ({ index, title: title.slice(0, 300) })),
      headerRows: [...shape.headerRows],
      firstDataRow: shape.firstDataRow,
      fingerprint,
      confidence: proposal.confidence,
      remembered: remembered !== undefined,
    },
  };
}

async function stageRows(
  run: JobRun,
  {
    batchId,
    bytes,
    sheet,
    shape,
  }: { batchId: string; bytes: Uint8Array; sheet: SourceSheet; shape: TableShape },
): Promise<{ rows: number; left: number }> {
  const table = new TableFollower(shape);
  let waiting: SourceRow[] = [];
  let staged = 0;
  const send = async () => {
    const rows = waiting.map(({ number, cells, notes }) => ({
      number,
      cells: [...cells],
      ...(notes && { notes: { ...notes } }),
    }));
    waiting = [];
    await stage(run, `rows ${rows[0]?.number ?? 0}`, { part: 'rows', batchId, rows });
    staged += rows.length;
    await run.progress(staged, sheet.rowCount ?? sheet.rows.length);
  };
  for await (const batch of readSpreadsheet({ bytes }, { signal: run.signal })) {
    if (batch.sheet.index !== sheet.index) continue;
    for (const row of batch.rows) {
      const read = table.read(row);
      if (read !== undefined) waiting.push(read);
    }
    if (waiting.length >= rowsAtOnce) await send();
  }
  if (waiting.length > 0) await send();
  return { rows: staged, left: table.left };
}

async function stage(run: JobRun, step: string, body: StageImport): Promise<void> {
  run.signal.throwIfAborted();
  const { house, city, jobId } = run;
  await house.execute({ id: stepId(jobId, step), kind: 'registry.stage-import', city, body });
}

/** A file that cannot be read ends its import with the reason; one that was cancelled just stops. */
async function reportingFailure(run: JobRun, work: () => Promise<Json>): Promise<Json> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'registry.import-cancelled') return { cancelled: true };
    const { batchId } = payload.parse(run.payload);
    const problem = { code: error.code, words: { ...error.words } };
    await stage(run, 'failed', { part: 'failed', batchId, problem });
    throw error;
  }
}

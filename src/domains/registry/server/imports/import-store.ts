import { sql } from 'kysely';
import { recordFiles } from '#platform/files/record-files.ts';
import type { CommandContext, Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ColumnMapping } from '../../import/column-mapping.ts';
import type { RowOutcomeKind } from '../../import/row-outcome.ts';
import type { BatchShape } from '../../import-input.ts';
import { importProblems } from '../../import-problems.ts';
import type { ImportState } from '../../import-states.ts';
import type { StoredCell } from './import-secrets.ts';

export interface ImportBatch {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: ImportState;
  readonly sheet: string | null;
  readonly shape: BatchShape | null;
  readonly mapping: ColumnMapping | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly uploadedBy: string;
  /** Whose list it is; null where nobody said. */
  readonly departmentName: string | null;
}

const batchColumns = sql`id, file_name as "fileName", sha256, state, sheet, shape, mapping, counts, uploaded_by as "uploadedBy",
  department_name as "departmentName"`;

export async function findBatch(db: Reader, batchId: string): Promise<ImportBatch | undefined> {
  const { rows } = await sql<ImportBatch>`
    select ${batchColumns} from registry.import_batch where city_id = ${db.city} and id = ${batchId}::uuid`.execute(
    db,
  );
  return rows[0];
}

/** Takes the batch for this transaction; another step of the same import waits. Refused unless it is in one of `states`. */
export async function takeBatch(
  tx: Tx,
  batchId: string,
  states: readonly ImportState[],
): Promise<ImportBatch> {
  const { rows } = await sql<ImportBatch>`
    select ${batchColumns} from registry.import_batch
    where city_id = ${tx.city} and id = ${batchId}::uuid for update`.execute(tx);
  const batch = rows[0];
  if (batch === undefined) throw importProblems.importNotFound();
  if (batch.state === 'cancelled' && !states.includes('cancelled'))
    throw importProblems.importCancelled();
  if (!states.includes(batch.state)) throw importProblems.importWrongState({ state: batch.state });
  return batch;
}

export interface NewBatch {
  readonly batchId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly sheet?: string | undefined;
  readonly department?: { readonly id: string; readonly name: string } | undefined;
}

export async function addBatch(
  tx: Tx,
  batch: NewBatch,
  { actor, now }: CommandContext,
): Promise<void> {
  const { sha256, bytes, fileName: originalName } = batch;
  await recordFiles(tx, [{ sha256, bytes, mime: 'application/octet-stream', originalName }], now);
  await sql`
    insert into registry.import_batch (city_id, id, file_name, sha256, state, sheet, uploaded_by, uploaded_at,
      department_id, department_name)
    values (${tx.city}, ${batch.batchId}::uuid, ${batch.fileName}, ${batch.sha256}, 'reading', ${batch.sheet ?? null},
      ${actor.userId}::uuid,
      ${now}::timestamptz,
      ${batch.department?.id ?? null}::uuid, ${batch.department?.name ?? null})`.execute(tx);
}

export interface BatchChange {
  readonly state?: ImportState;
  readonly sheet?: string;
  readonly shape?: BatchShape;
  readonly mapping?: ColumnMapping;
  readonly counts?: Readonly<Record<string, number>>;
  readonly problem?: Json;
  readonly appliedAt?: Date;
}

/** Writes what is given of a batch and leaves the rest. */
export async function changeBatch(tx: Tx, batchId: string, change: BatchChange): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sql`
    update registry.import_batch set
      state = coalesce(${change.state ?? null}, state),
      sheet = coalesce(${change.sheet ?? null}, sheet),
      shape = coalesce(${json(change.shape)}::jsonb, shape),
      mapping = coalesce(${json(change.mapping)}::jsonb, mapping),
      counts = coalesce(${json(change.counts)}::jsonb, counts),
      problem = coalesce(${json(change.problem)}::jsonb, problem),
      applied_at = coalesce(${change.appliedAt ?? null}::timestamptz, applied_at)
    where city_id = ${tx.city} and id = ${batchId}::uuid`.execute(tx);
}

export interface StoredRow {
  readonly number: number;
  readonly cells: readonly StoredCell[];
  readonly notes?: Readonly<Record<string, string>> | undefined;
}

export async function addRows(tx: Tx, batchId: string, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const staged = rows.map(({ number, cells, notes }) => ({
    row_number: number,
    cells: notes === undefined ? { c: cells } : { c: cells, n: notes },
  }));
  await sql`
    insert into registry.import_row (city_id, batch_id, row_number, cells)
    select ${tx.city}, ${batchId}::uuid, r.row_number, r.cells
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as r (row_number int, cells jsonb)
    on conflict do nothing`.execute(tx);
}

export async function dropRows(tx: Tx, batchId: string): Promise<void> {
  await sql`delete from registry.import_row where city_id = ${tx.city} and batch_id = ${batchId}::uuid`.execute(
    tx,
  );
}

/** The next rows of a batch in order, after a row number. */
export async function nextRows(
  db: Reader,
  batchId: string,
  { after, limit }: { after: number; limit: number },
): Promise<StoredRow[]> {
  const { rows } = await sql<{ number: number; c: StoredCell[]; n: Record<string, string> | null }>`
    select row_number as number, cells -> 'c' as c, cells -> 'n' as n from registry.import_row
    where city_id = ${db.city} and batch_id = ${batchId}::uuid and row_number > ${after}
    order by row_number limit ${limit}`.execute(db);
  return rows.map(({ number, c, n }) => ({ number, cells: c, notes: n ?? undefined }));
}

export interface RowJudgement {
  readonly number: number;
  readonly candidate: unknown;
  readonly outcome: RowOutcomeKind;
  readonly reasons: unknown;
  readonly knownId: string | null;
  /** Hex of 32 bytes. */
  readonly rowKey: string | null;
}

/** Writes how rows ended; rows that turned out to be no rows keep no outcome. */
export async function writeJudgements(
  tx: Tx,
  batchId: string,
  rows: readonly RowJudgement[],
): Promise<void> {
  if (rows.length === 0) return;
  const judged = rows.map(({ number, candidate, outcome, reasons, knownId, rowKey }) => ({
    row_number: number,
    candidate,
    outcome,
    reasons,
    known_id: knownId,
    row_key: rowKey === null ? null : `\\x${rowKey}`,
  }));
  await sql`
    update registry.import_row i set candidate = r.candidate, outcome = r.outcome, reasons = r.reasons,
      known_id = r.known_id, row_key = r.row_key
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      as r (row_number int, candidate jsonb, outcome text, reasons jsonb, known_id uuid, row_key bytea)
    where i.city_id = ${tx.city} and i.batch_id = ${batchId}::uuid and i.row_number = r.row_number`.execute(
    tx,
  );
}

export async function forgetJudgements(tx: Tx, batchId: string): Promise<void> {
  await sql`
    update registry.import_row set candidate = null, outcome = null, reasons = '[]', known_id = null, row_key = null
    where city_id = ${tx.city} and batch_id = ${batchId}::uuid and outcome is not null`.execute(tx);
}

/** A person's word on a row to review. @returns whether there was such a row */
export async function decideRow(
  tx: Tx,
  { batchId, row, as }: { batchId: string; row: number; as: 'same' | 'new' },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update registry.import_row set decided = ${as}
    where city_id = ${tx.city} and batch_id = ${batchId}::uuid and row_number = ${row} and outcome = 'review'`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** Keeps a mapping for the next file of the same shape. */
export async function rememberMapping(
  tx: Tx,
  { id, fingerprint, mapping }: { id: string; fingerprint: string; mapping: ColumnMapping },
  { actor, now }: CommandContext,
): Promise<void> {
  await sql`
    insert into registry.import_mapping (city_id, id, fingerprint, mapping, saved_by, saved_at)
    values (${tx.city}, ${id}::uuid, ${fingerprint}, ${JSON.stringify(mapping)}::jsonb, ${actor.userId}::uuid, ${now}::timestamptz)
    on conflict (city_id, fingerprint) do update
      set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at`.execute(
    tx,
  );
}

export async function findMapping(
  db: Reader,
  fingerprint: string,
): Promise<ColumnMapping | undefined> {
  const { rows } = await sql<{ mapping: ColumnMapping }>`
    select mapping from registry.import_mapping where city_id = ${db.city} and fingerprint = ${fingerprint}`.execute(
    db,
  );
  return rows[0]?.mapping;
}

export async function outcomeCount(
  db: Reader,
  batchId: string,
  outcome: RowOutcomeKind,
): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from registry.import_row
    where city_id = ${db.city} and batch_id = ${batchId}::uuid and outcome = ${outcome}`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0n);
}

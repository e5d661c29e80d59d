import { sql } from 'kysely';
import type { Words } from '#kernel/words.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Reason } from '../../import/reason.ts';
import type { RowOutcomeKind } from '../../import/row-outcome.ts';
import type { ImportState } from '../../import-states.ts';
import {
  type SealedNumber,
  shownCell,
  type StoredCandidate,
  type StoredCell,
} from './import-secrets.ts';
import { findBatch, type ImportBatch } from './import-store.ts';

export interface ImportListRow {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly counts: Readonly<Record<string, number>>;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly departmentName: string | null;
}

/** Imports of the city, the newest first. */
export async function listImports(
  db: Reader,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: ImportListRow[]; total: number }> {
  const { rows } = await sql<ImportListRow & { total: bigint }>`
    select b.id, b.file_name as "fileName", b.state, b.counts, b.uploaded_at as "uploadedAt",
      b.department_name as "departmentName", coalesce(u.name, '') as "uploadedBy", count(*) over () as total
    from registry.import_batch b
    left join access.user_account u on u.city_id = b.city_id and u.id = b.uploaded_by
    where b.city_id = ${db.city} order by b.uploaded_at desc offset ${offset} limit ${limit}`.execute(
    db,
  );
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

export interface ImportPage extends ImportBatch {
  readonly uploadedAt: Date;
  readonly appliedAt: Date | null;
  readonly problem: { readonly code: string; readonly words: Words } | null;
}

/** One import as its page shows it. */
export async function findImport(db: Reader, batchId: string): Promise<ImportPage | undefined> {
  const batch = await findBatch(db, batchId);
  if (batch === undefined) return undefined;
  const { rows } = await sql<Pick<ImportPage, 'uploadedAt' | 'appliedAt' | 'problem'>>`
    select uploaded_at as "uploadedAt", applied_at as "appliedAt", problem from registry.import_batch
    where city_id = ${db.city} and id = ${batchId}::uuid`.execute(db);
  return { ...batch, ...rows[0]! };
}

/** How far a batch that is being read or matched has come. */
export async function importProgress(
  db: Reader,
  batchId: string,
): Promise<{ done: number; total: number | null } | undefined> {
  const { rows } = await sql<{ done: bigint; total: bigint | null }>`
    select progress_done as done, progress_total as total from platform.job_run
    where city_id = ${db.city} and task in ('registry.read-import', 'registry.preview-import')
      and payload ->> 'batchId' = ${batchId}
    order by asked_at desc limit 1`.execute(db);
  const row = rows[0];
  return row && { done: Number(row.done), total: row.total === null ? null : Number(row.total) };
}

/** The first rows as read, for choosing columns by; identity numbers show only their end. */
export async function previewCells(
  db: Reader,
  batchId: string,
  limit: number,
): Promise<{ number: number; cells: string[] }[]> {
  const { rows } = await sql<{ number: number; c: StoredCell[] }>`
    select row_number as number, cells -> 'c' as c from registry.import_row
    where city_id = ${db.city} and batch_id = ${batchId}::uuid order by row_number limit ${limit}`.execute(
    db,
  );
  return rows.map(({ number, c }) => ({ number, cells: c.map(shownCell) }));
}

export interface ImportResultRow {
  readonly number: number;
  readonly outcome: RowOutcomeKind;
  readonly decided: 'same' | 'new' | null;
  readonly reasons: readonly Reason[];
  readonly name: string | null;
  readonly nik: string | null;
  readonly phone: string | null;
  readonly bornOn: string | null;
  readonly business: string | null;
  readonly place: string | null;
  readonly personId: string | null;
  readonly known: {
    readonly id: string;
    readonly name: string;
    readonly phone: string | null;
    readonly place: string | null;
  } | null;
}

interface StoredResult {
  readonly number: number;
  readonly outcome: RowOutcomeKind;
  readonly decided: 'same' | 'new' | null;
  readonly reasons: readonly Reason[];
  readonly candidate: StoredCandidate | null;
  readonly personId: string | null;
  readonly known: ImportResultRow['known'];
  readonly total: bigint;
}

/** Rows of one outcome, in the order of the file. */
export async function listImportRows(
  db: Reader,
  batchId: string,
  { outcome, offset, limit }: { outcome: RowOutcomeKind; offset: number; limit: number },
): Promise<{ rows: ImportResultRow[]; total: number }> {
  const { rows } = await sql<StoredResult>`
    select i.row_number as number, i.outcome, i.decided, i.reasons, i.candidate, i.person_id as "personId",
      count(*) over () as total,
      case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name, 'phone', k.phone,
        'place', coalesce(kel.name, k.place_text)) end as known
    from registry.import_row i
    left join registry.person k on k.city_id = i.city_id and k.id = i.known_id
    left join registry.region kel on kel.city_id = k.city_id and kel.code = k.kelurahan_code
    where i.city_id = ${db.city} and i.batch_id = ${batchId}::uuid and i.outcome = ${outcome}
    order by i.row_number offset ${offset} limit ${limit}`.execute(db);
  return { rows: rows.map(resultRow), total: Number(rows[0]?.total ?? 0n) };
}

function resultRow({ candidate, total: _, ...row }: StoredResult): ImportResultRow {
  const place = candidate?.place;
  return {
    ...row,
    name: candidate?.person.name ?? null,
    nik: maskedNumber(candidate?.nik ?? null),
    phone: candidate?.person.phone ?? null,
    bornOn: candidate?.person.bornOn ?? null,
    business: candidate?.business?.name ?? null,
    place: place?.text ?? place?.address ?? null,
  };
}

function maskedNumber(number: SealedNumber | null): string | null {
  return number === null ? null : `••••${number.lastFour}`;
}

export interface RepairRow {
  readonly number: number;
  readonly cells: readonly StoredCell[];
  readonly reasons: readonly Reason[];
}

/** Every row to repair, its cells as stored: whoever downloads them to repair needs the numbers, and says so. */
export async function listRepairs(db: Reader, batchId: string): Promise<RepairRow[]> {
  const { rows } = await sql<RepairRow>`
    select row_number as number, cells -> 'c' as cells, reasons from registry.import_row
    where city_id = ${db.city} and batch_id = ${batchId}::uuid and outcome = 'repair' order by row_number`.execute(
    db,
  );
  return rows;
}

/** How many rows to review somebody decided. */
export async function countDecided(db: Reader, batchId: string): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from registry.import_row
    where city_id = ${db.city} and batch_id = ${batchId}::uuid and outcome = 'review' and decided is not null`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0n);
}

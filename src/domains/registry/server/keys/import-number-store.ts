import { sql } from 'kysely';
import type { Tx } from '#platform/db/tx.ts';
import type { After } from '#platform/secrets/reseal.ts';
import type { KeyedSealer } from '#platform/secrets/sealing.ts';
import { candidateKey } from '../../import/candidate.ts';
import { blindHash, openCell, openCandidate, sealNumber } from '../imports/import-secrets.ts';
import type { StoredCandidate, StoredCell } from '../imports/import-secrets.ts';

interface ImportRow {
  readonly batch: string;
  readonly row: number;
  readonly cells: { readonly c: readonly StoredCell[] } | readonly [];
  readonly candidate: StoredCandidate | null;
  readonly keyed: boolean;
}

const rowsAtOnce = 1000;

/**
 * Seals the numbers inside the next thousand rows of imports anew, and makes their keys anew where what they said is
 * still there. (What a row said is forgotten after its time; its key cannot be made anew and ends with the old one.)
 *
 * @param coming makes the keys; null where the key is in force already
 */
export async function resealImportRows(
  tx: Tx,
  work: { readonly after: After; readonly seal: KeyedSealer; readonly coming: KeyedSealer | null },
): Promise<{ rows: number; after: After }> {
  const [batch, row] = work.after ?? [];
  const beyond =
    batch === undefined
      ? sql`true`
      : sql`(batch_id, row_number) > (${batch}::uuid, ${row ?? '0'}::int)`;
  const { rows } = await sql<ImportRow>`
    select batch_id as batch, row_number as row, cells, candidate, row_key is not null as keyed from registry.import_row
    where city_id = ${tx.city} and ${beyond} order by batch_id, row_number limit ${rowsAtOnce} for update`.execute(
    tx,
  );
  const given = rows.map((one) => resealedRow(one, work));
  await sql`
    update registry.import_row t set cells = r.cells, candidate = r.candidate, next_row_key = decode(r.next, 'hex')
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (batch uuid, "row" int, cells jsonb, candidate jsonb, next text)
    where t.city_id = ${tx.city} and t.batch_id = r.batch and t.row_number = r."row"`.execute(tx);
  const last = rows.length < rowsAtOnce ? undefined : rows.at(-1);
  return { rows: rows.length, after: last ? [last.batch, String(last.row)] : null };
}

/** Rows whose key under the coming key is not there yet though what they said is. */
export async function hashStragglingRows(tx: Tx, coming: KeyedSealer): Promise<void> {
  const { rows } = await sql<ImportRow>`
    select batch_id as batch, row_number as row, cells, candidate, true as keyed from registry.import_row
    where city_id = ${tx.city} and row_key is not null and next_row_key is null and candidate is not null`.execute(
    tx,
  );
  const given = rows.map((one) => ({
    batch: one.batch,
    row: one.row,
    next: rowKey(one, coming, coming),
  }));
  await sql`
    update registry.import_row t set next_row_key = decode(r.next, 'hex')
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (batch uuid, "row" int, next text)
    where t.city_id = ${tx.city} and t.batch_id = r.batch and t.row_number = r."row"`.execute(tx);
}

function resealedRow(
  one: ImportRow,
  { seal, coming }: { seal: KeyedSealer; coming: KeyedSealer | null },
) {
  const { batch, row, cells, candidate } = one;
  return {
    batch,
    row,
    cells: 'c' in cells ? { ...cells, c: cells.c.map((cell) => resealedCell(cell, seal)) } : cells,
    candidate: candidate && {
      ...candidate,
      nik: resealedNumber(candidate.nik, seal),
      kk: resealedNumber(candidate.kk, seal),
    },
    next: coming && rowKey(one, seal, coming),
  };
}

function resealedCell(cell: StoredCell, seal: KeyedSealer): StoredCell {
  if (typeof cell === 'string') return cell;
  return { ...cell, s: seal.seal(openCell(cell, seal)).toString('base64') };
}

function resealedNumber(number: StoredCandidate['nik'], seal: KeyedSealer) {
  return number && sealNumber(seal.open(Buffer.from(number.sealed, 'hex')), seal);
}

function rowKey(
  { candidate, keyed }: ImportRow,
  opener: KeyedSealer,
  coming: KeyedSealer,
): string | null {
  if (candidate === null || !keyed) return null;
  return blindHash(coming).row(candidateKey(openCandidate(candidate, opener)));
}

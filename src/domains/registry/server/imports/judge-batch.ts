import { sql } from 'kysely';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { KeyedSealer, Sealer } from '#platform/secrets/sealing.ts';
import { type JudgedRow, RowJudge, traitsOf } from '../../import/judge-rows.ts';
import { RowReader } from '../../import/read-rows.ts';
import type { outcomes } from '../../import/row-outcome.ts';
import type { SourceRow } from '../../import/table-shape.ts';
import { type Place, PlaceIndex } from '../../place-matching.ts';
import { type RegionRow, regionsOf } from '../region-data.ts';
import { listRegions } from '../region-store.ts';
import { blindHash, openCell, sealNumber, type StoredCandidate } from './import-secrets.ts';
import {
  forgetJudgements,
  nextRows,
  type ImportBatch,
  type StoredRow,
  writeJudgements,
} from './import-store.ts';
import { findKnownPeople } from './known-people.ts';

const rowsAtOnce = 2000;

/** How many rows ended which way; `unchanged` are those of the same ones that say nothing new at all. */
export type OutcomeCounts = Record<(typeof outcomes)[number] | 'rows' | 'unchanged', number>;

/** Decides every row of a batch against the registry as it is in this transaction, a piece at a time. */
export async function judgeBatch(
  tx: Tx,
  batch: ImportBatch,
  { context, sealer }: { context: CommandContext; sealer: KeyedSealer },
): Promise<OutcomeCounts> {
  await forgetJudgements(tx, batch.id);
  const hash = blindHash(sealer);
  const reader = new RowReader({
    mapping: batch.mapping ?? {},
    columns: batch.shape?.columns ?? [],
    places: await placesOf(tx),
    today: context.today,
  });
  const judge = new RowJudge(hash);
  const counts: OutcomeCounts = { rows: 0, new: 0, same: 0, review: 0, repair: 0, unchanged: 0 };
  for (let after = 0; ;) {
    const rows = await nextRows(tx, batch.id, { after, limit: rowsAtOnce });
    if (rows.length === 0) return counts;
    after = rows.at(-1)!.number;
    const read = reader.read(rows.map((row) => opened(row, sealer)));
    const traits = read.map(({ candidate }) => candidate && traitsOf(candidate, hash));
    judge.know(
      await findKnownPeople(
        tx,
        traits.filter((row) => row !== null),
      ),
    );
    const judged = read.map((row, at) => judge.judge(row, traits[at]));
    for (const { outcome, reasons } of judged) {
      counts[outcome]++;
      if (reasons[0]?.code === 'same.same-row') counts.unchanged++;
    }
    counts.rows += judged.length;
    await writeJudgements(
      tx,
      batch.id,
      judged.map((row) => judgementOf(row, sealer)),
    );
  }
}

export async function placesOf(db: Reader): Promise<PlaceIndex> {
  const { rows } = await sql<{ province: string }>`
    select province from access.city where city_id = ${db.city}`.execute(db);
  return placeIndexOf(
    await listRegions(db),
    rows.map(({ province }) => province),
  );
}

/** The places of a city as the country's list has them, whether it is founded here or not. */
export async function placesOfCity(code: string): Promise<PlaceIndex> {
  return placeIndexOf(await regionsOf(code), []);
}

function placeIndexOf(regions: readonly RegionRow[], around: readonly string[]): PlaceIndex {
  const cities = regions.filter(({ level }) => level === 'city').map(({ name }) => name);
  return new PlaceIndex(
    regions.flatMap(({ code, level, name, parentCode }): Place[] =>
      level === 'city' ? [] : [{ code, level, name, parent: parentCode }],
    ),
    [...around, ...cities],
  );
}

function opened({ number, cells, notes }: StoredRow, sealer: Sealer): SourceRow {
  const texts = cells.map((cell) => openCell(cell, sealer));
  return notes === undefined ? { number, cells: texts } : { number, cells: texts, notes };
}

function judgementOf(row: JudgedRow, sealer: Sealer) {
  const { number, outcome, reasons, rowKey, known } = row;
  const knownId = known?.ref.kind === 'person' ? known.ref.id : null;
  return { number, outcome, reasons, rowKey, knownId, candidate: storedCandidate(row, sealer) };
}

function storedCandidate(row: JudgedRow, sealer: Sealer): StoredCandidate | null {
  if (row.candidate === null) return null;
  const { person, ...rest } = row.candidate;
  const { nik, kk, ...open } = person;
  return {
    ...rest,
    person: open,
    nik: sealNumber(nik, sealer),
    kk: sealNumber(kk, sealer),
    addsBusiness: row.business === 'new',
    sameAsRow: row.known?.ref.kind === 'row' ? row.known.ref.number : null,
  };
}

import { createHash } from 'node:crypto';
import type { BusinessDate } from '#kernel/date.ts';
import type { Refusal } from '#platform/command/problem.ts';
import type { Reader } from '#platform/db/reader.ts';
import { readSpreadsheet } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import type { KeyedSealer } from '#platform/secrets/sealing.ts';
import {
  type ColumnMapping,
  type MappingProposal,
  proposeMapping,
} from '../../import/column-mapping.ts';
import { type JudgedRow, RowJudge, traitsOf } from '../../import/judge-rows.ts';
import { type ReadRow, RowReader } from '../../import/read-rows.ts';
import { TableFollower } from '../../import/follow-table.ts';
import {
  findTable,
  isDataRow,
  shapeKey,
  tableBeside,
  type SourceRow,
  type SourceSheet,
  type TableShape,
} from '../../import/table-shape.ts';
import {
  sumCounts,
  tellMapping,
  type TrialCounts,
  type TrialSheet,
  TrialTally,
} from '../../import/trial.ts';
import { importProblems } from '../../import-problems.ts';
import type { PlaceIndex } from '../../place-matching.ts';
import { blindHash } from './import-secrets.ts';
import { findMapping } from './import-store.ts';
import { findKnownPeople } from './known-people.ts';
import { sampleSheets } from './sample-sheets.ts';

const rowsAtOnce = 2000;

/** The city whose places a file is read with. */
export interface TrialCity {
  readonly places: PlaceIndex;
  /** Its registry, which the rows are matched against; null where it is not founded here. */
  readonly read: (<T>(work: (db: Reader) => Promise<T>) => Promise<T>) | null;
  /** Hashes numbers as that registry does. */
  readonly sealer: KeyedSealer;
}

export interface TrialTools {
  /** Chooses the city, from the first rows of the file where nobody said which. */
  readonly cityFor: (sheets: readonly SourceSheet[]) => Promise<TrialCity>;
  readonly today: BusinessDate;
}

export interface ImportTrial {
  readonly counts: TrialCounts;
  readonly sheets: readonly TrialSheet[];
}

/**
 * What an import of a file would do, sheet by sheet, and nothing done: no row is kept, nothing is written. A sheet is
 * matched against the registry and against the sheets before it, as if those had been applied.
 *
 * @param only the name of the one sheet to look at; all of them without it
 */
export async function tryImport(
  bytes: Uint8Array,
  tools: TrialTools,
  only?: string,
): Promise<ImportTrial> {
  const found = await sampleSheets(bytes, {});
  if (only !== undefined && !found.some(({ name }) => name === only)) {
    throw importProblems.importNoSheet({ sheet: only, sheets: found.map(({ name }) => name) });
  }
  const trial = { ...tools, ...(await tools.cityFor(found)) };
  const wanted = found.filter(({ name }) => only === undefined || name === only);
  const plans = await Promise.all(wanted.map((sheet) => planSheet(sheet, trial)));
  await judgeSheets(bytes, plans, trial);
  const sheets = plans.map(({ about, tally }) => {
    const { counts, reasons, attention, left } = tally;
    return { ...about, counts, reasons, attention, leftRows: left };
  });
  return { counts: sumCounts(sheets), sheets };
}

interface SheetPlan {
  readonly sheet: SourceSheet;
  readonly about: Omit<TrialSheet, 'counts' | 'reasons' | 'attention' | 'leftRows'>;
  readonly tally: TrialTally;
  /** Null where nothing can be imported from the sheet. */
  readonly table: { readonly shape: TableShape; readonly mapping: ColumnMapping } | null;
}

type Trial = TrialTools & TrialCity;

async function planSheet(sheet: SourceSheet, trial: Trial): Promise<SheetPlan> {
  const shape = findTable(sheet.rows);
  const about = { sheet: sheet.name, hidden: sheet.hidden };
  const plan = { sheet, tally: new TrialTally(), table: null };
  if (shape === undefined) {
    const none = { headerRows: [], firstDataRow: null, mapping: [], unmapped: [] };
    return { ...plan, about: { ...about, ...none, skipped: told(importProblems.importNoTable()) } };
  }
  const proposal = await proposalFor(shape, sheet, trial);
  const { mapping } = proposal;
  const { headerRows, firstDataRow } = shape;
  const beside = tableBeside(shape);
  const skipped =
    beside !== undefined
      ? told(importProblems.importTablesBeside(beside))
      : mapping.name === undefined
        ? told(importProblems.importNeedsName())
        : null;
  return {
    ...plan,
    about: { ...about, headerRows, firstDataRow, ...tellMapping(shape, proposal), skipped },
    table: skipped === null ? { shape, mapping } : null,
  };
}

const told = ({ code, words }: Refusal) => ({ code, words });

/** The columns a person chose for a file of this shape before, or those proposed. */
async function proposalFor(
  shape: TableShape,
  sheet: SourceSheet,
  { places, read }: Trial,
): Promise<MappingProposal> {
  const fingerprint = createHash('sha256').update(shapeKey(shape)).digest('hex');
  const remembered = await read?.((db) => findMapping(db, fingerprint));
  if (remembered !== undefined) return { mapping: remembered, confidence: {} };
  const sample = sheet.rows.filter((row) => row.number >= shape.firstDataRow && isDataRow(row));
  return proposeMapping(shape, sample, places);
}

/** Reads the file once and judges the rows of each sheet as they pass. */
async function judgeSheets(
  bytes: Uint8Array,
  plans: readonly SheetPlan[],
  trial: Trial,
): Promise<void> {
  const { places, today } = trial;
  const judge = new RowJudge(blindHash(trial.sealer));
  let now: { plan: SheetPlan; reader: RowReader; table: TableFollower } | undefined;
  let waiting: SourceRow[] = [];
  const judgeWaiting = async () => {
    if (now !== undefined && waiting.length > 0) {
      const read = now.reader.read(waiting);
      now.plan.tally.add(await judgeRows(read, judge, trial));
    }
    waiting = [];
  };
  for await (const { sheet, rows } of readSpreadsheet({ bytes })) {
    if (sheet.index !== now?.plan.sheet.index) {
      await judgeWaiting();
      now = beginSheet(plans.find((plan) => plan.sheet.index === sheet.index));
      judge.beginSheet(sheet.name);
    }
    if (now === undefined) continue;
    for (const row of rows) {
      const read = now.table.read(row);
      if (read !== undefined) waiting.push(read);
    }
    now.plan.tally.left = now.table.left;
    if (waiting.length >= rowsAtOnce) await judgeWaiting();
  }
  await judgeWaiting();

  function beginSheet(plan: SheetPlan | undefined) {
    const table = plan?.table ?? null;
    if (plan === undefined || table === null) return undefined;
    const { mapping, shape } = table;
    const reader = new RowReader({ mapping, columns: shape.columns, places, today });
    return { plan, reader, table: new TableFollower(shape) };
  }
}

async function judgeRows(
  read: readonly ReadRow[],
  judge: RowJudge,
  { read: look, sealer }: Trial,
): Promise<JudgedRow[]> {
  const hash = blindHash(sealer);
  const traits = read.map(({ candidate }) => candidate && traitsOf(candidate, hash));
  const asked = traits.filter((row) => row !== null);
  if (look !== null) judge.know(await look((db) => findKnownPeople(db, asked)));
  return read.map((row, at) => judge.judge(row, traits[at]));
}

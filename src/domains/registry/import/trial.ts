import type { Words } from '#kernel/words.ts';
import type { MappingProposal } from './column-mapping.ts';
import type { ImportField } from './import-fields.ts';
import type { JudgedRow } from './judge-rows.ts';
import type { Reason } from './reason.ts';
import type { RowOutcomeKind } from './row-outcome.ts';
import { columnLetter, type TableShape } from './table-shape.ts';

/** Rows named one by one in an answer; of more only the number is told. */
const namedRows = 1000;

/** How the rows of a sheet, or of a file, would end. `rows` is the sum of the four outcomes. */
export interface TrialCounts {
  readonly rows: number;
  readonly new: number;
  readonly same: number;
  readonly review: number;
  readonly repair: number;
  /** Rows that say nothing beyond what is known: those a second import of the file consists of. */
  readonly unchanged: number;
  readonly newPeople: number;
  readonly newBusinesses: number;
}

export interface TrialColumn {
  /** As the spreadsheet calls it: `A`, `AB`. */
  readonly column: string;
  readonly title: string;
  readonly field: ImportField;
  /** 0 to 1; from 0.8 on heading and cells agree. 1 for a mapping a person confirmed. */
  readonly confidence: number;
}

/** Every row that has the reason, whatever it ended as. */
export interface TrialReason {
  readonly code: string;
  readonly level: Reason['level'];
  readonly field: ImportField | null;
  readonly count: number;
  /** The first row's sentence. */
  readonly says: Words;
  /** As the spreadsheet numbers them; the first thousand. */
  readonly rows: readonly number[];
}

/** A row a person must look at: why, and what would repair it. */
export interface TrialRow {
  readonly row: number;
  readonly outcome: 'review' | 'repair';
  readonly name: string | null;
  readonly reasons: readonly {
    readonly code: string;
    readonly field: ImportField | null;
    readonly says: Words;
    readonly suggestion: string | null;
  }[];
}

export interface TrialSheet {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly headerRows: readonly number[];
  readonly firstDataRow: number | null;
  readonly mapping: readonly TrialColumn[];
  /** Columns with a heading that nothing is read from. */
  readonly unmapped: readonly { readonly column: string; readonly title: string }[];
  readonly counts: TrialCounts;
  readonly reasons: readonly TrialReason[];
  /** Rows to repair and to review, in the order of the sheet; the first thousand. */
  readonly attention: readonly TrialRow[];
  /** Rows of further tables on the sheet that speak of something else, and were not read. */
  readonly leftRows: number;
  /** Why nothing can be imported from the sheet; null when something can. */
  readonly skipped: { readonly code: string; readonly words: Words } | null;
}

const noCounts: TrialCounts = {
  rows: 0,
  new: 0,
  same: 0,
  review: 0,
  repair: 0,
  unchanged: 0,
  newPeople: 0,
  newBusinesses: 0,
};

/** The sum over sheets. */
export function sumCounts(sheets: readonly { readonly counts: TrialCounts }[]): TrialCounts {
  const names = Object.keys(noCounts) as (keyof TrialCounts)[];
  return Object.fromEntries(
    names.map((name) => [name, sheets.reduce((sum, { counts }) => sum + counts[name], 0)]),
  ) as unknown as TrialCounts;
}

/** Counts judged rows as they pass, and keeps of them what an answer tells. */
export class TrialTally {
  readonly #counts: { -readonly [K in keyof TrialCounts]: number } = { ...noCounts };
  readonly #reasons = new Map<string, TrialReason & { count: number; rows: number[] }>();
  readonly #attention: TrialRow[] = [];
  /** Rows of other tables on the sheet. */
  left = 0;

  add(rows: readonly JudgedRow[]): void {
    for (const row of rows) {
      this.#count(row);
      for (const reason of row.reasons) this.#keep(reason, row.number);
      if (row.outcome === 'review' || row.outcome === 'repair') this.#name(row, row.outcome);
    }
  }

  get counts(): TrialCounts {
    return { ...this.#counts };
  }

  get reasons(): readonly TrialReason[] {
    return [...this.#reasons.values()].sort((a, b) => b.count - a.count);
  }

  get attention(): readonly TrialRow[] {
    return this.#attention;
  }

  #count({ outcome, business, reasons }: JudgedRow): void {
    const counts = this.#counts;
    counts.rows++;
    counts[outcome satisfies RowOutcomeKind]++;
    if (reasons[0]?.code === 'same.same-row') counts.unchanged++;
    if (outcome === 'new') counts.newPeople++;
    if ((outcome === 'new' || outcome === 'same') && business === 'new') counts.newBusinesses++;
  }

  #keep({ code, level, field, says }: Reason, row: number): void {
    const key = `${level} ${code} ${field ?? ''}`;
    const kept = this.#reasons.get(key);
    if (kept === undefined) {
      this.#reasons.set(key, { code, level, field: field ?? null, count: 1, says, rows: [row] });
    } else {
      kept.count++;
      if (kept.rows.length < namedRows) kept.rows.push(row);
    }
  }

  #name(row: JudgedRow, outcome: 'review' | 'repair'): void {
    if (this.#attention.length >= namedRows) return;
    this.#attention.push({
      row: row.number,
      outcome,
      name: row.candidate?.person.name ?? null,
      reasons: row.reasons.map(({ code, field, says, fix }) => ({
        code,
        field: field ?? null,
        says,
        suggestion: fix ?? null,
      })),
    });
  }
}

/** Which column is read as what, as an answer tells it. */
export function tellMapping(
  shape: TableShape,
  { mapping, confidence }: MappingProposal,
): Pick<TrialSheet, 'mapping' | 'unmapped'> {
  const byColumn = new Map(
    (Object.entries(mapping) as [ImportField, number][]).map(([field, at]) => [at, field]),
  );
  const told = shape.columns.map(({ index, title }) => {
    const column = columnLetter(index);
    return { column, title: title === column ? '' : title, field: byColumn.get(index) };
  });
  return {
    mapping: told.flatMap(({ column, title, field }) =>
      field === undefined
        ? []
        : [{ column, title, field, confidence: Math.round((confidence[field] ?? 1) * 100) / 100 }],
    ),
    unmapped: told.flatMap(({ column, title, field }) =>
      field === undefined && title !== '' ? [{ column, title }] : [],
    ),
  };
}

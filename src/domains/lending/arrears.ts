import { type BusinessDate, diffDays } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { CumulativeSchedule, LoanStanding } from './loan-standing.ts';
import type { RepayEvery } from './terms.ts';

/** Quality of a loan (kolektibilitas), 1 current to 5 loss. Non-performing is 3 and worse. */
export type Grade = 1 | 2 | 3 | 4 | 5;

export const gradeWords: Readonly<Record<Grade, Words>> = {
  1: { id: 'Lancar', en: 'Current' },
  2: { id: 'Dalam perhatian khusus', en: 'Special mention' },
  3: { id: 'Kurang lancar', en: 'Substandard' },
  4: { id: 'Diragukan', en: 'Doubtful' },
  5: { id: 'Macet', en: 'Loss' },
};

export const lenderTypes = ['bank', 'bpr', 'lkm'] as const;

export type LenderType = (typeof lenderTypes)[number];

/** Up to so many days late, and up to so many days after the last due date, a loan has this grade. */
export interface GradeLine {
  readonly grade: Grade;
  readonly mostOverdueDays: number;
  /** Without it, maturity makes no difference. */
  readonly mostDaysAfterMaturity?: number;
}

/** A supervisor's table, or a lender's own; what no line takes is grade 5. */
export interface GradeTable {
  /** The kind of lender it is for; null for a lender's own table. */
  readonly lenderType: LenderType | null;
  /** The lender whose own table it is. */
  readonly institutionId?: string;
  /** The instalment frequency it is for; null for all. */
  readonly repayUnit: RepayEvery['unit'] | null;
  readonly validFrom: BusinessDate;
  readonly source: string;
  /** From the best grade to the worst but one. */
  readonly lines: readonly GradeLine[];
  /** What a lender sets aside for grades 1 to 5, percent of principal; shown for information. */
  readonly provisionPercents?: readonly string[];
}

/**
 * The tables we know (domain notes §2.4). The five grades of POJK 41/2024 for LKM are not among them, because
 * their days were not published where we could read them; the old three grades carry 1, 4 and 5.
 */
export const gradeTables: readonly GradeTable[] = [
  {
    lenderType: 'bank',
    repayUnit: null,
    validFrom: '2019-12-24',
    source: 'POJK 40/POJK.03/2019',
    lines: [
      { grade: 1, mostOverdueDays: 0 },
      { grade: 2, mostOverdueDays: 90 },
      { grade: 3, mostOverdueDays: 120 },
      { grade: 4, mostOverdueDays: 180 },
    ],
    provisionPercents: ['1', '5', '15', '50', '100'],
  },
  {
    lenderType: 'bpr',
    repayUnit: null,
    validFrom: '2018-12-27',
    source: 'POJK 33/POJK.03/2018, dipertahankan POJK 1/2024',
    lines: [
      { grade: 1, mostOverdueDays: 30, mostDaysAfterMaturity: 0 },
      { grade: 2, mostOverdueDays: 90, mostDaysAfterMaturity: 15 },
      { grade: 3, mostOverdueDays: 180, mostDaysAfterMaturity: 30 },
      { grade: 4, mostOverdueDays: 360, mostDaysAfterMaturity: 60 },
    ],
    provisionPercents: ['0.5', '3', '10', '50', '100'],
  },
  {
    lenderType: 'lkm',
    repayUnit: 'day',
    validFrom: '2015-09-01',
    source: 'POJK 62/POJK.05/2015, Lampiran III',
    lines: [
      { grade: 1, mostOverdueDays: 4 },
      { grade: 4, mostOverdueDays: 8 },
    ],
  },
  {
    lenderType: 'lkm',
    repayUnit: 'week',
    validFrom: '2015-09-01',
    source: 'POJK 62/POJK.05/2015, Lampiran III',
    lines: [
      { grade: 1, mostOverdueDays: 28 },
      { grade: 4, mostOverdueDays: 56 },
    ],
  },
  {
    lenderType: 'lkm',
    repayUnit: 'month',
    validFrom: '2015-09-01',
    source: 'POJK 62/POJK.05/2015, Lampiran III; tiga dan sembilan bulan sebagai 90 dan 270 hari',
    lines: [
      { grade: 1, mostOverdueDays: 90 },
      { grade: 4, mostOverdueDays: 270 },
    ],
  },
];

/** Whose loans are to be graded, and when. */
export interface GradeQuestion {
  /** Kind of the institution; graded by a supervisor's table where it is a bank, a BPR or an LKM. */
  readonly lenderKind: string;
  readonly institutionId?: string;
  readonly repayUnit: RepayEvery['unit'];
  readonly on: BusinessDate;
}

/**
 * The table in force on a day: the lender's own before its supervisor's, one for the frequency before one for all,
 * and of those the newest valid one. None where we know none.
 */
export function findGradeTable(
  tables: readonly GradeTable[],
  wanted: GradeQuestion,
): GradeTable | undefined {
  const rank = (table: GradeTable) =>
    (table.institutionId === undefined ? '0' : '1') +
    (table.repayUnit === null ? '0' : '1') +
    table.validFrom;
  return tables
    .filter(
      (table) =>
        (table.institutionId === undefined
          ? table.lenderType === wanted.lenderKind
          : table.institutionId === wanted.institutionId) &&
        (table.repayUnit === null || table.repayUnit === wanted.repayUnit) &&
        table.validFrom <= wanted.on,
    )
    .sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

/**
 * The grade of a loan by a table.
 *
 * @param age days since the oldest unpaid instalment fell due, and days since the last due date with
 *   something unpaid; 0 when neither
 */
export function gradeOf(
  table: GradeTable,
  age: { overdueDays: number; daysAfterMaturity: number },
): Grade {
  const line = table.lines.find(
    ({ mostOverdueDays, mostDaysAfterMaturity }) =>
      age.overdueDays <= mostOverdueDays &&
      (mostDaysAfterMaturity === undefined || age.daysAfterMaturity <= mostDaysAfterMaturity),
  );
  return line?.grade ?? 5;
}

/** Grade and table of a loan on a day; null for lenders for whom no table is known. */
export function gradeIfKnown(
  lender: Omit<GradeQuestion, 'on'>,
  {
    schedule,
    standing,
    on,
  }: { schedule: CumulativeSchedule; standing: LoanStanding; on: BusinessDate },
  tables: readonly GradeTable[] = gradeTables,
): { grade: Grade; source: string } | null {
  const table = findGradeTable(tables, { ...lender, on });
  if (!table) return null;
  const maturity = schedule.dueOn.at(-1) ?? on;
  const daysAfterMaturity = standing.payoffRupiah > 0n ? Math.max(0, diffDays(maturity, on)) : 0;
  return {
    grade: gradeOf(table, { overdueDays: standing.overdueDays, daysAfterMaturity }),
    source: table.source,
  };
}

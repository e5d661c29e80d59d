import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { findGradeTable, gradeTables } from '../../arrears.ts';
import type { Grade, GradeTable, LenderType } from '../../arrears.ts';

/** A grade table as the set-based close reads it, for one instalment frequency. */
export interface GradeRule {
  readonly unit: 'day' | 'week' | 'month';
  readonly source: string;
  readonly validFrom: BusinessDate;
  /** One more than `most`: the last takes what no line takes. */
  readonly grades: readonly Grade[];
  readonly most: readonly number[];
  readonly after: readonly number[] | null;
  readonly provision: readonly string[] | null;
}

/** A table that a city added, with who stands for it. */
export interface CityGradeTable extends GradeTable {
  readonly id: string;
  readonly institutionName: string | null;
  readonly addedAt: Date;
  readonly addedBy: string | null;
  readonly approvedBy: string | null;
}

/** Tables a city added to those the programme knows, the newest first. */
export async function cityGradeTables(db: Reader): Promise<CityGradeTable[]> {
  const { rows } = await sql<{
    id: string;
    institutionId: string | null;
    institutionName: string | null;
    lenderType: LenderType | null;
    repayUnit: GradeTable['repayUnit'];
    validFrom: BusinessDate;
    source: string;
    grades: Grade[];
    most: number[];
    after: number[] | null;
    provisionPercents: string[] | null;
    addedAt: Date;
    addedBy: string | null;
    approvedBy: string | null;
  }>`
    select t.id, t.institution_id as "institutionId", i.short_name as "institutionName", t.lender_type as "lenderType",
      t.repay_unit as "repayUnit", t.valid_from as "validFrom", t.source_document as source, t.grades,
      t.most_overdue_days as most, t.most_days_after_maturity as after, t.provision_percents as "provisionPercents",
      t.added_at as "addedAt", a.name as "addedBy", b.name as "approvedBy"
    from lending.grade_table t
    left join partners.institution i on i.city_id = t.city_id and i.id = t.institution_id
    left join access.user_account a on a.city_id = t.city_id and a.id = t.added_by
    left join access.user_account b on b.city_id = t.city_id and b.id = t.approved_by
    where t.city_id = ${db.city} order by t.valid_from desc, t.added_at desc`.execute(db);
  return rows.map(({ grades, most, after, institutionId, provisionPercents, ...row }) => ({
    ...row,
    ...(institutionId !== null && { institutionId }),
    ...(provisionPercents !== null && { provisionPercents }),
    lines: grades.map((grade, i) => ({
      grade,
      mostOverdueDays: most[i] ?? 0,
      ...(after !== null && { mostDaysAfterMaturity: after[i] ?? 0 }),
    })),
  }));
}

/** The tables by which a lender's loans are graded on a day, one for each frequency that has any. */
export function gradeRulesOf(
  ofCity: readonly GradeTable[],
  lender: { institutionId: string; kind: string; on: BusinessDate },
): GradeRule[] {
  const tables = [...gradeTables, ...ofCity];
  return (['day', 'week', 'month'] as const).flatMap((unit) => {
    const table = findGradeTable(tables, {
      lenderKind: lender.kind,
      institutionId: lender.institutionId,
      repayUnit: unit,
      on: lender.on,
    });
    return table ? [ruleOf(table, unit)] : [];
  });
}

function ruleOf(table: GradeTable, unit: GradeRule['unit']): GradeRule {
  const after = table.lines.flatMap(({ mostDaysAfterMaturity: most }) =>
    most === undefined ? [] : [most],
  );
  return {
    unit,
    source: table.source,
    validFrom: table.validFrom,
    grades: [...table.lines.map((line) => line.grade), 5],
    most: table.lines.map((line) => line.mostOverdueDays),
    after: after.length > 0 ? after : null,
    provision: table.provisionPercents ?? null,
  };
}

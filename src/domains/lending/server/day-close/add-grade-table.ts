import { sql } from 'kysely';
import type { Words } from '#kernel/words.ts';
import { formatDate } from '#kernel/date.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { addGradeTableInput } from '../../day-close-input.ts';
import type { AddGradeTable } from '../../day-close-input.ts';
import { assertGradesInOrder } from '../../grade-table.ts';
import { lendingProblems } from '../../problems.ts';

/**
 * A quality table: of a kind of lender as its supervisor sets it, or of one lender by its own rule, with the document it
 * comes from. It waits until a second person approves it and never changes; the next day close grades by it, days closed
 * before keep their grades.
 *
 * Refused when its lines do not get worse downwards, or when there is one from the same day.
 */
export const addGradeTable = defineCommand({
  kind: 'lending.add-grade-table',
  version: 1,
  input: addGradeTableInput,
  place: (_tx, body) =>
    Promise.resolve(body.institutionId === null ? {} : { institution: body.institutionId }),
  fourEyes: (body) => tableWords(body),
  check: assertTable,
  async handle(tx, body, context) {
    assertGradesInOrder(body.lines);
    await insertTable(tx, body, context);
    return {
      answer: { tableId: body.tableId },
      audit: {
        subject: { kind: 'grade-table', id: body.tableId },
        says: tableWords(body),
        data: { sourceDocument: body.sourceDocument, lines: body.lines },
      },
    };
  },
});

async function assertTable(tx: Tx, body: AddGradeTable): Promise<void> {
  assertGradesInOrder(body.lines);
  const { rows } = await sql`
    select from lending.grade_table where city_id = ${tx.city} and institution_id is not distinct from ${body.institutionId}::uuid
      and lender_type is not distinct from ${body.lenderType} and repay_unit is not distinct from ${body.repayUnit}
      and valid_from = ${body.validFrom}::date`.execute(tx);
  if (rows.length > 0) throw lendingProblems.gradeTableTaken({ validFrom: body.validFrom });
}

async function insertTable(tx: Tx, body: AddGradeTable, context: CommandContext): Promise<void> {
  const after = body.lines.flatMap(({ mostDaysAfterMaturity: most }) =>
    most === null ? [] : [most],
  );
  const { rows } = await sql`
    insert into lending.grade_table (city_id, id, institution_id, lender_type, repay_unit, valid_from, source_document, grades,
      most_overdue_days, most_days_after_maturity, provision_percents, added_at, added_by, approved_by)
    values (${tx.city}, ${body.tableId}, ${body.institutionId}, ${body.lenderType}, ${body.repayUnit}, ${body.validFrom},
      ${body.sourceDocument}, ${body.lines.map((line) => line.grade)}, ${body.lines.map((line) => line.mostOverdueDays)},
      ${after.length > 0 ? after : null}, ${body.provisionPercents}, ${context.now},
      ${context.proposedBy ?? context.actor.userId}, ${context.actor.userId})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw lendingProblems.gradeTableTaken({ validFrom: body.validFrom });
}

function tableWords(body: { sourceDocument: string; validFrom: string }): Words {
  return {
    id: `Menambah tabel kolektibilitas ${body.sourceDocument}, berlaku ${formatDate(body.validFrom, 'id')}`,
    en: `Add the quality table ${body.sourceDocument}, valid from ${formatDate(body.validFrom, 'en')}`,
  };
}

import { sql } from 'kysely';
import type { Tx } from '#platform/db/tx.ts';
import type { JudgedLine } from '../../partner/judge-line.ts';
import type { PartnerFile } from './partner-file-store.ts';

function rowsOf(lines: readonly JudgedLine[]): string {
  return JSON.stringify(lines.map(({ reading, loanId }) => ({ ...reading, loan_id: loanId })));
}

/** Instalments as the lender says them; one it says anew replaces what it said before. */
export async function writeSchedules(
  tx: Tx,
  fileId: string,
  lines: readonly JudgedLine[],
): Promise<void> {
  await sql`
    insert into lending.partner_schedule_line (city_id, loan_id, number, due_on, principal, interest, file_id)
    select ${tx.city}, r.loan_id, r.number, r."dueOn", r.principal, r.interest, ${fileId}
    from jsonb_to_recordset(${rowsOf(lines)}::jsonb)
      as r (loan_id uuid, number int, "dueOn" date, principal bigint, interest bigint)
    on conflict (city_id, loan_id, number) do update set due_on = excluded.due_on, principal = excluded.principal,
      interest = excluded.interest, file_id = excluded.file_id`.execute(tx);
}

export async function writeRepayments(
  tx: Tx,
  fileId: string,
  lines: readonly JudgedLine[],
): Promise<void> {
  await sql`
    insert into lending.partner_repayment (city_id, loan_id, reference, on_day, principal, interest, penalty, file_id)
    select ${tx.city}, r.loan_id, r.reference, r."paidOn", r.principal, r.interest, coalesce(r.penalty, 0), ${fileId}
    from jsonb_to_recordset(${rowsOf(lines)}::jsonb)
      as r (loan_id uuid, reference text, "paidOn" date, principal bigint, interest bigint, penalty bigint)`.execute(
    tx,
  );
}

/** Grades and balances on the file's day; a loan without balance is closed from then on. */
export async function writeGrades(
  tx: Tx,
  file: Pick<PartnerFile, 'asOf'>,
  lines: readonly JudgedLine[],
): Promise<void> {
  await sql`
    update lending.partner_loan l set grade = r.grade, graded_on = ${file.asOf}, reported_outstanding = r.outstanding,
      reported_days_late = r."daysLate",
      state = case when r.outstanding = 0 then 'closed' else 'running' end,
      closed_on = case when r.outstanding = 0 then coalesce(l.closed_on, (select max(p.on_day) from lending.partner_repayment p
        where p.city_id = l.city_id and p.loan_id = l.id), ${file.asOf}::date) end
    from jsonb_to_recordset(${rowsOf(lines)}::jsonb) as r (loan_id uuid, grade int, outstanding bigint, "daysLate" int)
    where l.city_id = ${tx.city} and l.id = r.loan_id`.execute(tx);
}

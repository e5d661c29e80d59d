import { sql } from 'kysely';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { lendingProblems } from '../problems.ts';
import type { RepaymentPlan } from '../repayment-sheet.ts';

/**
 * Writes what a plan says, after its journals were posted in the same transaction: repayments, covers and
 * claims, the members' own marks, and each loan's paid sums.
 *
 * @throws Refusal `lending.loan-moved` when a loan is no longer as the plan found it
 */
export async function recordRepayments(tx: Tx, plan: RepaymentPlan): Promise<void> {
  await together(
    // A new plan stands before the money that brought it, as at the office.
    insertPrepayments(tx, plan),
    insertRepayments(tx, plan),
    insertCovers(tx, plan),
    moveLoans(tx, plan),
    plan.sheet.source === 'meeting' ? insertMarks(tx, plan) : undefined,
  );
}

async function insertRepayments(tx: Tx, { sheet, repayments }: RepaymentPlan): Promise<void> {
  if (repayments.length === 0) return;
  await sql`
    insert into lending.repayment (city_id, id, loan_id, on_day, payer_id, source, source_id, cover_id, principal,
      interest, fee, penalty, journal_id, recorded_at)
    select ${tx.city}, r.id, r."loanId", ${sheet.on}, r."payerId", ${sheet.source}, ${sheet.sourceId}, r."coverId",
      r.principal, r.interest, coalesce(r.fee, 0), coalesce(r.penalty, 0), r."journalId", ${sheet.recordedAt}
    from jsonb_to_recordset(${toJson(repayments)}::jsonb) as r (id uuid, "loanId" uuid, "payerId" uuid, "coverId" uuid,
      principal bigint, interest bigint, fee bigint, penalty bigint, "journalId" uuid)`.execute(tx);
}

async function insertPrepayments(tx: Tx, { sheet, prepayments }: RepaymentPlan): Promise<void> {
  if (prepayments.length === 0) return;
  const { userId, name } = sheet.recordedBy;
  await sql`
    with given as (
      select * from jsonb_to_recordset(${toJson(prepayments)}::jsonb) as p (id uuid, "loanId" uuid, "causedBy" uuid,
        "amountRupiah" bigint, version int, "dueOn" date[], "principalDue" bigint[], "interestDue" bigint[])
    ), events as (
      insert into lending.loan_event (city_id, id, loan_id, kind, on_day, amount_rupiah, schedule_version, caused_by,
        by_user, by_name, recorded_at)
      select ${tx.city}, id, "loanId", 'prepayment', ${sheet.on}::date, "amountRupiah", version, "causedBy",
        ${userId}::uuid, ${name}, ${sheet.recordedAt}::timestamptz
      from given
    )
    insert into lending.schedule_version (city_id, loan_id, version, due_on, principal_due, interest_due, made_at, why,
      in_force_on, event_id)
    select ${tx.city}, "loanId", version, "dueOn", "principalDue", "interestDue", ${sheet.recordedAt}::timestamptz,
      'prepayment', ${sheet.on}::date, id
    from given`.execute(tx);
}

async function insertCovers(tx: Tx, { sheet, covers }: RepaymentPlan): Promise<void> {
  if (covers.length === 0) return;
  const meetingId = sheet.source === 'meeting' ? sheet.sourceId : null;
  await sql`
    with given as (
      select * from jsonb_to_recordset(${toJson(covers)}::jsonb) as c (id uuid, "claimId" uuid, "lendingGroupId" uuid,
        "loanId" uuid, "obligorId" uuid, "payerId" uuid, "amountRupiah" bigint, "repaymentOrder" int)
    ), covered as (
      insert into lending.cover (city_id, id, lending_group_id, loan_id, obligor_id, payer_id, amount_rupiah, on_day,
        agreed_on, meeting_id, agreed_by_group)
      select ${tx.city}, id, "lendingGroupId", "loanId", "obligorId", "payerId", "amountRupiah", ${sheet.on}::date,
        ${sheet.on}::date, ${meetingId}::uuid, true
      from given
    )
    insert into lending.member_claim (city_id, id, cover_id, creditor_id, debtor_id, amount_rupiah, repayment_order,
      state, opened_on)
    select ${tx.city}, "claimId", id, "payerId", "obligorId", "amountRupiah", "repaymentOrder", 'open', ${sheet.on}::date
    from given`.execute(tx);
}

async function moveLoans(tx: Tx, { sheet, loans }: RepaymentPlan): Promise<void> {
  const moved = loans
    .filter((loan) => loan.paidByHerself + loan.covered > 0n)
    .map((loan) => ({
      loanId: loan.loanId,
      wasPrincipal: loan.before.principal,
      wasInterest: loan.before.interest,
      principal: loan.paid.principal,
      interest: loan.paid.interest,
      fee: loan.fee,
      penalty: loan.penalty,
      closed: loan.closed,
      version: loan.version,
    }));
  if (moved.length === 0) return;
  const { rows } = await sql`
    update lending.loan l set paid_principal = m.principal, paid_interest = m.interest,
      paid_fee = l.paid_fee + m.fee, paid_penalty = l.paid_penalty + m.penalty,
      schedule_version = coalesce(m.version, l.schedule_version),
      state = case when m.closed and l.paid_fee + m.fee + l.waived_fee = l.charged_fee
        and l.paid_penalty + m.penalty + l.waived_penalty = l.charged_penalty then 'closed' else l.state end,
      closed_on = case when m.closed and l.paid_fee + m.fee + l.waived_fee = l.charged_fee
        and l.paid_penalty + m.penalty + l.waived_penalty = l.charged_penalty then ${sheet.on}::date end
    from jsonb_to_recordset(${toJson(moved)}::jsonb) as m ("loanId" uuid, "wasPrincipal" bigint, "wasInterest" bigint,
      principal bigint, interest bigint, fee bigint, penalty bigint, closed boolean, version int)
    where l.city_id = ${tx.city} and l.id = m."loanId" and l.state = 'active'
      and l.paid_principal = m."wasPrincipal" and l.paid_interest = m."wasInterest"
    returning l.id`.execute(tx);
  if (rows.length !== moved.length) throw lendingProblems.loanMoved();
}

/** Her own series: a meeting marks each loan that had an instalment or a payment, once a day. */
async function insertMarks(tx: Tx, { sheet, loans }: RepaymentPlan): Promise<void> {
  const marks = loans.map((loan) => ({
    loanId: loan.loanId,
    due: loan.instalmentRupiah,
    herself: loan.paidByHerself,
    covered: loan.covered,
  }));
  if (marks.length === 0) return;
  await sql`
    insert into lending.instalment_mark (city_id, loan_id, due_on, meeting_id, due_rupiah, paid_by_herself, covered)
    select ${tx.city}, m."loanId", ${sheet.on}, ${sheet.sourceId}::uuid, m.due, m.herself, m.covered
    from jsonb_to_recordset(${toJson(marks)}::jsonb) as m ("loanId" uuid, due bigint, herself bigint, covered bigint)
    on conflict do nothing`.execute(tx);
}

/** Amounts travel as digits: a JSON number would not be exact for every bigint. */
function toJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

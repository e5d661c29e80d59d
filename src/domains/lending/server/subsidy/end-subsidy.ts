import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { formatScaled } from '#kernel/scaled.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { endSubsidyInput } from '../../subsidy/input.ts';
import { subsidyProblems } from '../../subsidy/problems.ts';
import { changeCommitted, lockAgreement } from './agreement-store.ts';

/**
 * Ends the subsidy of a loan that was paid off early or found ineligible, from a day on. What was accrued for
 * instalments due after that day is taken back in the next claim; what was still to come is free in the budget again.
 *
 * Refused when it ended already, or the day lies before the disbursement or ahead of today.
 */
export const endSubsidy = defineCommand({
  kind: 'lending.end-subsidy',
  version: 1,
  input: endSubsidyInput,
  async handle(tx, body, context) {
    const loan = await getSubsidised(tx, body.loanId);
    const agreement = await lockAgreement(tx, loan.agreementId);
    const { endedOn, why, note } = body;
    if (endedOn < loan.disbursedOn || endedOn > context.today) {
      throw subsidyProblems.endNotPossible({ from: loan.disbursedOn, to: context.today });
    }
    await markEnded(tx, { loanId: body.loanId, endedOn, why, note });
    const takenBack = await takeBack(tx, { loanId: body.loanId, endedOn, on: context.today });
    const freed = await freeBudget(tx, body.loanId, endedOn);
    await changeCommitted(tx, agreement.id, -freed);
    const { digits } = agreement;
    return {
      answer: { takenBack: takenBack.toString(), freed: freed.toString() },
      audit: {
        subject: { kind: 'subsidy-agreement', id: agreement.id },
        says: {
          id: `Mengakhiri subsidi pinjaman ${loan.number} (${why === 'paid-off' ? 'lunas lebih awal' : 'tidak memenuhi syarat'}): ${formatScaled(takenBack, digits, 'id')} ditarik kembali`,
          en: `Ended the subsidy of loan ${loan.number} (${why === 'paid-off' ? 'paid off early' : 'not eligible'}): ${formatScaled(takenBack, digits, 'en')} taken back`,
        },
        data: { loanId: body.loanId, endedOn, note },
      },
    };
  },
});

async function getSubsidised(
  tx: Tx,
  loanId: string,
): Promise<{ agreementId: string; number: string; disbursedOn: BusinessDate }> {
  const { rows } = await sql<{ agreementId: string; number: string; disbursedOn: BusinessDate }>`
    select s.agreement_id as "agreementId", l.number, l.disbursed_on as "disbursedOn"
    from lending.subsidised_loan s
    join lending.partner_loan l on l.city_id = s.city_id and l.id = s.loan_id
    where s.city_id = ${tx.city} and s.loan_id = ${loanId} and s.ended_on is null for update of s`.execute(
    tx,
  );
  if (!rows[0]) throw subsidyProblems.notSubsidised();
  return rows[0];
}

async function markEnded(
  tx: Tx,
  end: { loanId: string; endedOn: BusinessDate; why: string; note: string },
): Promise<void> {
  await sql`
    update lending.subsidised_loan set ended_on = ${end.endedOn}, ended_why = ${end.why}, ended_note = ${end.note}
    where city_id = ${tx.city} and loan_id = ${end.loanId}`.execute(tx);
}

/** One contrary line for each accrual that ought not to have been. @returns how much that is, above zero */
async function takeBack(
  tx: Tx,
  end: { loanId: string; endedOn: BusinessDate; on: BusinessDate },
): Promise<bigint> {
  const { rows } = await sql<{ total: bigint }>`
    with taken as (
      insert into lending.subsidy_accrual (city_id, loan_id, number, kind, agreement_id, on_day, amount)
      select a.city_id, a.loan_id, a.number, 'taken-back', a.agreement_id, ${end.on}::date, -a.amount
      from lending.subsidy_accrual a
      where a.city_id = ${tx.city} and a.loan_id = ${end.loanId} and a.kind = 'accrued' and a.on_day > ${end.endedOn}
        and a.amount > 0
      returning amount)
    select coalesce(-sum(amount), 0)::bigint as total from taken`.execute(tx);
  return rows[0]?.total ?? 0n;
}

/** What the budget no longer has to hold for the loan. @returns that amount */
async function freeBudget(tx: Tx, loanId: string, endedOn: BusinessDate): Promise<bigint> {
  const { rows } = await sql<{ freed: bigint }>`
    with gone as (
      select coalesce(sum(r.subsidy), 0)::bigint as amount from lending.subsidy_row r
      where r.city_id = ${tx.city} and r.loan_id = ${loanId} and r.due_on > ${endedOn})
    update lending.subsidised_loan s set committed = s.committed - gone.amount from gone
    where s.city_id = ${tx.city} and s.loan_id = ${loanId} returning gone.amount as freed`.execute(
    tx,
  );
  return rows[0]?.freed ?? 0n;
}

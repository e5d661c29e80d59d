import { sql } from 'kysely';
import { sum } from '#kernel/money.ts';
import { formatScaled } from '#kernel/scaled.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { outsideAgreement } from '../../subsidy/eligible-loan.ts';
import { acceptSubsidisedLoansInput } from '../../subsidy/input.ts';
import { committedBy, splitInterest } from '../../subsidy/interest-split.ts';
import type { SplitLine } from '../../subsidy/interest-split.ts';
import { subsidyProblems } from '../../subsidy/problems.ts';
import { partnerLoanBooks } from '../partner/reconcile-loans.ts';
import type { PartnerLoanBooks } from '../partner/reconcile-loans.ts';
import { changeCommitted, lockAgreement } from './agreement-store.ts';
import type { Agreement } from './agreement-store.ts';

/**
 * Puts the government beside the borrowers of partner loans as second payer, and commits from the budget what it will
 * owe until they end. All of the loans or none.
 *
 * Refused when a loan is outside the agreement, has a subsidy already, or the budget left does not cover them all.
 */
export const acceptSubsidisedLoans = defineCommand({
  kind: 'lending.accept-subsidised-loans',
  version: 1,
  input: acceptSubsidisedLoansInput,
  async handle(tx, body, context) {
    const agreement = await lockAgreement(tx, body.agreementId);
    const loanIds = [...new Set(body.loanIds)];
    const loans = await partnerLoanBooks(tx, loanIds);
    if (loans.length < loanIds.length) throw subsidyProblems.notSubsidised();
    await assertNotSubsidised(tx, loanIds);
    const split = loans.map((loan) => ({ id: loan.id, lines: splitWithin(loan, agreement) }));
    const needed = sum(split.map(({ lines }) => committedBy(lines)));
    const left = agreement.cap - agreement.committed;
    const { digits } = agreement;
    if (needed > left) throw subsidyProblems.capReached({ needed, left, digits });
    await insertLoans(tx, split, {
      agreementId: agreement.id,
      on: context.today,
      by: context.actor.userId,
    });
    await changeCommitted(tx, agreement.id, needed);
    return {
      answer: { loans: loans.length, committed: needed.toString() },
      audit: {
        subject: { kind: 'subsidy-agreement', id: agreement.id },
        says: {
          id: `Menerima ${loans.length} pinjaman dalam subsidi ${agreement.number}: ${formatScaled(needed, digits, 'id')}`,
          en: `Accepted ${loans.length} loans under subsidy ${agreement.number}: ${formatScaled(needed, digits, 'en')}`,
        },
        data: { loanIds },
      },
    };
  },
});

async function assertNotSubsidised(tx: Tx, loanIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select l.number from lending.subsidised_loan s
    join lending.partner_loan l on l.city_id = s.city_id and l.id = s.loan_id
    where s.city_id = ${tx.city} and s.loan_id = any (${[...loanIds]}::uuid[]) limit 1`.execute(tx);
  if (rows[0]) throw subsidyProblems.alreadySubsidised(rows[0]);
}

function splitWithin(loan: PartnerLoanBooks, agreement: Agreement): SplitLine[] {
  const { product } = loan.terms;
  const why = outsideAgreement({ ...loan, product }, agreement);
  if (why) throw subsidyProblems.outsideAgreement({ number: loan.number, why });
  return splitInterest({ ...loan, product }, loan.lines, {
    borrowerPercent: agreement.borrowerRatePercent,
    governmentPercent: agreement.governmentSharePercent,
  });
}

async function insertLoans(
  tx: Tx,
  split: readonly { id: string; lines: readonly SplitLine[] }[],
  accepted: { agreementId: string; on: string; by: string },
): Promise<void> {
  const loans = split.map(({ id, lines }) => ({ id, committed: committedBy(lines).toString() }));
  const rows = split.flatMap(({ id, lines }) =>
    lines.map((line) => ({
      loan_id: id,
      number: line.number,
      due_on: line.dueOn,
      lender: line.lenderInterest.toString(),
      borrower: line.borrowerInterest.toString(),
      subsidy: line.subsidy.toString(),
    })),
  );
  await sql`
    insert into lending.subsidised_loan (city_id, loan_id, agreement_id, accepted_on, accepted_by, committed)
    select ${tx.city}, r.id, ${accepted.agreementId}, ${accepted.on}, ${accepted.by}, r.committed
    from jsonb_to_recordset(${JSON.stringify(loans)}::jsonb) as r (id uuid, committed bigint)`.execute(
    tx,
  );
  await sql`
    insert into lending.subsidy_row (city_id, loan_id, number, due_on, lender_interest, borrower_interest, subsidy)
    select ${tx.city}, r.loan_id, r.number, r.due_on, r.lender, r.borrower, r.subsidy
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (loan_id uuid, number int, due_on date, lender bigint, borrower bigint, subsidy bigint)`.execute(
    tx,
  );
}

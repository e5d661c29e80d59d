import { sql } from 'kysely';
import { mergeEntries } from '#domains/ledger/journal.ts';
import { getBook, postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { recordRepaymentInput } from '../input.ts';
import { lendingProblems } from '../problems.ts';
import { planRepayments } from '../repayment-sheet.ts';
import type { LoanDue } from '../repayment-sheet.ts';
import { lockLoansById } from './loans-due.ts';
import { recordRepayments } from './repayment-store.ts';

/**
 * Cash for one loan at the lender's counter, into the till.
 *
 * Refused when it is more than the debt, when the loan is not running, and for a day that has not come or
 * lies before the disbursement.
 */
export const recordRepayment = defineCommand({
  kind: 'lending.record-repayment',
  version: 1,
  input: recordRepaymentInput,
  place: async (tx, body) => ({ institution: (await getLoanHead(tx, body.loanId)).institutionId }),
  async handle(tx, body, context) {
    if (body.on > context.today) throw lendingProblems.futureDate({ on: body.on });
    const loan = await lockActiveLoan(tx, body);
    const book = await getBook(tx, loan.institutionId);
    const plan = planRepayments(
      {
        on: body.on,
        businessDate: context.today,
        bookId: book.id,
        journalId: newId(),
        cashAccountId: book.accounts.till,
        interestIncomeAccountId: book.accounts.interestIncome,
        source: 'office',
        sourceId: body.repaymentId,
        recordedAt: context.now,
        loans: [loan],
        payments: [{ loanId: loan.loanId, amountRupiah: body.amountRupiah }],
        covers: [],
      },
      newId,
    );
    await postJournals(tx, {
      bookId: book.id,
      commandId: context.id,
      journals: [
        {
          id: plan.sheet.journalId,
          kind: 'loan-repayment',
          says: `Angsuran ${loan.number}`,
          businessDate: context.today,
          valueDate: body.on,
          entries: mergeEntries(plan.entries),
        },
      ],
    });
    await recordRepayments(tx, plan);
    const after = plan.loans[0];
    return {
      answer: {
        loanId: loan.loanId,
        payoffRupiah: (after?.standing.payoffRupiah ?? 0n).toString(),
        closed: after?.closed ?? false,
      },
      audit: {
        subject: { kind: 'loan', id: loan.loanId },
        says: {
          id: `Menerima angsuran ${formatRupiah(body.amountRupiah, 'id')} untuk ${loan.number} di kantor`,
          en: `Took a repayment of ${formatRupiah(body.amountRupiah, 'en')} on ${loan.number} at the office`,
        },
        data: { on: body.on, repaymentId: body.repaymentId },
      },
    };
  },
});

async function lockActiveLoan(
  tx: Tx,
  body: { loanId: string; on: BusinessDate },
): Promise<LoanDue> {
  const [loan] = await lockLoansById(tx, { loanIds: [body.loanId], on: body.on });
  if (!loan) throw lendingProblems.loanNotActive(await getLoanHead(tx, body.loanId));
  if (body.on < loan.disbursedOn) {
    throw lendingProblems.beforeDisbursement({ on: body.on, disbursedOn: loan.disbursedOn });
  }
  return loan;
}

async function getLoanHead(
  db: Reader,
  loanId: string,
): Promise<{ number: string; name: string; institutionId: string }> {
  const { rows } = await sql<{ number: string; name: string; institutionId: string }>`
    select l.number, p.name, l.institution_id as "institutionId"
    from lending.loan l join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    where l.city_id = ${db.city} and l.id = ${loanId}`.execute(db);
  const loan = rows[0];
  if (!loan) throw lendingProblems.unknownLoan();
  return loan;
}

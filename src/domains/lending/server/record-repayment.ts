import type { Journal } from '#domains/ledger/journal.ts';
import { formatDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { recordRepaymentInput } from '../life-input.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import { planRepayment } from '../life/plan-repayment.ts';
import { dueNow } from '../life/plans.ts';
import { lendingProblems } from '../problems.ts';
import { insertCover, membersWhoCover } from './cover-store.ts';
import { inBoth, lifeOutcome, planContext } from './life-command.ts';
import { recordLife } from './life-store.ts';
import { lockLoanInHand, placeOfLoan } from './loan-in-hand.ts';
import { saveExcess } from './save-excess.ts';
import type { SavingsPort } from './savings-port.ts';

type Body = ReturnType<typeof recordRepaymentInput.parse>;

/**
 * Money for one loan at the lender's counter: by the borrower, by somebody on her behalf, or by a peer who covers her
 * and so becomes her creditor; on time, early, late, in part or over.
 *
 * Refused when the loan is not running, for a day that has not come or lies before the disbursement, when it is more
 * than the debt and nothing was said about the rest, and for a cover beyond what is due or by a stranger.
 *
 * @param savings where money beyond the debt is saved
 */
export function recordRepayment(savings: SavingsPort) {
  return defineCommand({
    kind: 'lending.record-repayment',
    version: 1,
    input: recordRepaymentInput,
    place: (tx, body) => placeOfLoan(tx, body.loanId),
    async handle(tx, body, context) {
      const loan = await lockLoanInHand(tx, body);
      if (loan.entries.some((entry) => entry.id === body.repaymentId))
        throw lendingProblems.loanMoved();
      const cover = body.asCover ? await prepareCover(tx, loan, { body, context }) : null;
      const agreed = cover ? coverWords(body.agreedOn ?? body.on) : { id: '', en: '' };
      const { entered, savedRupiah } = planRepayment(
        loan,
        { ...body, id: body.repaymentId, ...(cover && { coverId: cover.id }) },
        planContext(context),
      );
      const saving =
        savedRupiah > 0n ? await saveExcess(tx, savings, { loan, savedRupiah, context }) : null;
      const more = [cover?.journal, saving?.journal].filter((journal) => journal !== undefined);
      await recordLife(tx, {
        entered,
        context,
        more,
        details: {
          reason: '',
          payment: {
            payerId: body.payerId ?? loan.personId,
            payerName: body.payerName || null,
            source: body.source,
            sourceId: body.repaymentId,
          },
        },
      });
      if (cover) await insertCover(tx, cover);
      if (saving) await savings.recordMovements(tx, [saving.movement]);
      return lifeOutcome(loan, {
        entered,
        context,
        says: {
          id: `Menerima angsuran ${inBoth(body.amountRupiah).id} untuk ${loan.number} di kantor${agreed.id}${savedRupiah > 0n ? `, ${inBoth(savedRupiah).id} disimpan` : ''}`,
          en: `Took a repayment of ${inBoth(body.amountRupiah).en} on ${loan.number} at the office${agreed.en}${savedRupiah > 0n ? `, ${inBoth(savedRupiah).en} saved` : ''}`,
        },
      });
    },
  });
}

function coverWords(agreedOn: string): Words {
  return {
    id: `, ditanggung anggota lain menurut kesepakatan kelompok ${formatDate(agreedOn, 'id')}`,
    en: `, covered by another member as the group agreed on ${formatDate(agreedOn, 'en')}`,
  };
}

/** A peer pays what is due and becomes the borrower's creditor. */
async function prepareCover(
  tx: Tx,
  loan: LoanInHand,
  { body, context }: { body: Body; context: CommandContext },
) {
  const dueRupiah = dueNow(loan, body.on);
  const agreedOn = body.agreedOn ?? body.on;
  if (agreedOn > context.today) throw lendingProblems.coverAgreedLater({ agreedOn });
  if (body.payerId === loan.personId) throw lendingProblems.coversHerself(loan);
  if (body.amountRupiah > dueRupiah)
    throw lendingProblems.coverMoreThanDue({ ...loan, due: dueRupiah });
  const leaves = await membersWhoCover(tx, loan, body.payerId ?? null);
  if (!leaves || loan.lendingGroupId === null) throw lendingProblems.coverByStranger(loan);
  const journal: Journal = {
    id: newId(),
    kind: 'joint-liability-claim',
    says: `Tanggung renteng ${loan.number}: menjadi utang kepada anggota yang menanggung`,
    businessDate: context.today,
    valueDate: body.on,
    entries: [
      { accountId: leaves.claimAccountId, amount: body.amountRupiah },
      { accountId: leaves.debtAccountId, amount: -body.amountRupiah },
    ],
  };
  return {
    id: newId(),
    journal,
    lendingGroupId: loan.lendingGroupId,
    loanId: loan.id,
    obligorId: loan.personId,
    payerId: leaves.payerId,
    amountRupiah: body.amountRupiah,
    on: body.on,
    agreedOn,
  };
}

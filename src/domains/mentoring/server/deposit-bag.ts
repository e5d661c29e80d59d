import { credit, debit } from '#domains/ledger/journal.ts';
import { getBook, postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { depositBagInput } from '../meeting-input.ts';
import { mentoringProblems } from '../problems.ts';
import { getBag, insertDeposit } from './bag-store.ts';

/** The cashier receives cash from a mentor's bag against a slip: two people, one posting. */
export const depositBag = defineCommand({
  kind: 'mentoring.deposit-bag',
  version: 1,
  input: depositBagInput,
  place: async (tx, body) => ({ institution: (await getBag(tx, body.bagId)).institutionId }),
  async handle(tx, body, context) {
    const bag = await getBag(tx, body.bagId);
    if (bag.mentorId === context.actor.userId) throw mentoringProblems.ownBag();
    if (body.amountRupiah > bag.holds) throw mentoringProblems.moreThanBag({ holds: bag.holds });
    const book = await getBook(tx, bag.institutionId);
    const journal = {
      id: newId(),
      kind: 'bag-deposit',
      says: `Setoran tas ${bag.mentorName}, slip ${body.slipNumber}`,
      businessDate: context.today,
      valueDate: context.today,
      entries: [
        debit(book.accounts[body.into], body.amountRupiah),
        credit(bag.accountId, body.amountRupiah),
      ],
    };
    await postJournals(tx, { bookId: book.id, commandId: context.id, journals: [journal] });
    await insertDeposit(tx, {
      id: body.depositId,
      bagId: bag.id,
      on: context.today,
      amountRupiah: body.amountRupiah,
      slipNumber: body.slipNumber,
      receivedBy: context.actor.userId,
      journalId: journal.id,
    });
    const left = bag.holds - body.amountRupiah;
    return {
      answer: { depositId: body.depositId, bagHoldsRupiah: left.toString() },
      audit: {
        subject: { kind: 'bag', id: bag.id },
        says: {
          id: `Menerima ${formatRupiah(body.amountRupiah, 'id')} dari tas ${bag.mentorName}, slip ${body.slipNumber}; sisa tas ${formatRupiah(left, 'id')}`,
          en: `Received ${formatRupiah(body.amountRupiah, 'en')} from ${bag.mentorName}’s bag, slip ${body.slipNumber}; ${formatRupiah(left, 'en')} left in it`,
        },
        data: { slipNumber: body.slipNumber, into: body.into },
      },
    };
  },
});

import { expect, it } from 'vitest';
import { mergeEntries } from '#domains/ledger/journal.ts';
import { getBook, postJournals } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { replayLife } from '../life/loan-life.ts';
import { planRepayments } from '../repayment-sheet.ts';
import { loansById, marksOf, recordRepayments } from './index.ts';

const { charge, house, id, later, loan, on, reverseLast, sound, twoPeople, world } = useLoan({
  product: {
    terms: {
      ...weeklyTerms,
      fees: [{ name: 'Buku', kind: 'fee', taken: 'spread', basis: 'fixed', rupiah: '50000' }],
    },
  },
});

const due = async () => {
  const [loanDue] = await house.app.read(testCity, (db) =>
    loansById(db, { loanIds: [id()], on: on() }),
  );
  if (!loanDue) throw new Error('the loan is not running');
  return loanDue;
};

/** A meeting of her loan alone: she hands over an amount. */
function meeting(amountRupiah: bigint): Promise<void> {
  return house.database.write(async (tx) => {
    const loans = await loansById(tx, { loanIds: [id()], on: on() });
    const book = await getBook(tx, world().cooperativeId);
    const plan = planRepayments(
      {
        on: on(),
        businessDate: on(),
        bookId: book.id,
        journalId: newId(),
        cashAccountId: book.accounts.till,
        interestIncomeAccountId: book.accounts.interestIncome,
        source: 'meeting',
        sourceId: newId(),
        recordedAt: house.now,
        loans,
        payments: [{ loanId: id(), amountRupiah }],
        covers: [],
      },
      newId,
    );
    const journal = {
      id: plan.sheet.journalId,
      kind: 'meeting-sheet',
      says: 'Setoran pertemuan',
      businessDate: on(),
      valueDate: on(),
      entries: mergeEntries(plan.entries),
    };
    await postJournals(tx, { bookId: book.id, commandId: newId(), journals: [journal] });
    await recordRepayments(tx, plan);
  });
}

it('A meeting asks for the fee of the instalment and an open penalty, and puts each where it belongs', async () => {
  later(7);
  await charge(2_000);
  expect((await due()).instalmentRupiah).toBe(53_000n);
  expect((await due()).standing).toMatchObject({
    dueRupiah: 53_000n,
    overdueRupiah: 0n,
    payoffRupiah: 2_552_000n,
  });
  await meeting(53_000n);
  const after = await loan();
  expect(after.paid).toMatchObject({
    principal: 40_000n,
    interest: 10_000n,
    fee: 1_000n,
    penalty: 2_000n,
  });
  expect(replayLife(after, on()).paid).toMatchObject({ fee: 1_000n, penalty: 2_000n });
  const [mark] = await house.app.read(testCity, (db) => marksOf(db, id()));
  expect(mark).toMatchObject({ dueRupiah: 53_000n, herselfRupiah: 53_000n });
  await sound();
});

it('A charge that was waived or reversed is not asked for', async () => {
  later(7);
  await charge(2_000);
  await reverseLast();
  await charge(3_000);
  await twoPeople('waive', { part: 'penalty', amountRupiah: '1000', reason: 'banjir di pasar' });
  expect((await due()).standing.dueRupiah).toBe(53_000n);
  await meeting(53_000n);
  expect((await due()).standing.dueRupiah).toBe(0n);
  await sound();
});

it('A meeting closes a loan only once its charges are paid too', async () => {
  later(7);
  await meeting(2_549_999n);
  expect((await loan()).state).toBe('active');
  await meeting(1n);
  expect((await loan()).state).toBe('closed');
  await sound();
});

it('More than the debt with its charges is refused', async () => {
  later(7);
  await expect(meeting(2_550_001n)).rejects.toMatchObject({ code: 'lending.more-than-debt' });
});

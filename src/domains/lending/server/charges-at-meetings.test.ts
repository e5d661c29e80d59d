import { expect, it } from 'vitest';
import { scopeOf } from '#domains/access/who-may.ts';
import { testCity } from '#test/database.ts';
import { readPdfText } from '#test/read-pdf-text.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { replayLife } from '../life/loan-life.ts';
import { findLoan, lifeOf, loansById, marksOf, printCard, printStatement } from './index.ts';

const {
  charge,
  house,
  id,
  later,
  leaves,
  loan,
  meeting,
  officers,
  on,
  pay,
  reverseLast,
  sound,
  twoPeople,
} = useLoan({
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

it('A sheet closed late counts as if in time: money that came since reaches the charge, and what moves is posted', async () => {
  later(7);
  await charge(9_000, { dueOn: on(-14) });
  await pay(20_000);
  expect((await loan()).paid).toMatchObject({ principal: 9_000n, interest: 10_000n, penalty: 0n });
  await meeting(140_000n, 3);
  const after = await loan();
  expect(after.entries.at(-1)?.moved).toMatchObject({ principal: 109_000n, penalty: 9_000n });
  expect(after.paid).toEqual({ ...replayLife(after, on()).paid, overpaid: 0n });
  expect(await leaves()).toEqual({ 'Aset:Piutang Pinjaman': 1_882_000n });
  await sound();
});

it('Her statement tells fees of the instalments in one line, and the sums', async () => {
  later(7);
  await meeting(51_000n);
  const found = await house.app.read(testCity, async (db) => ({
    loan: await findLoan(db, { id: id(), on: on() }, scopeOf(officers().rina, 'see.loans')),
    life: await lifeOf(db, id()),
  }));
  if (!found.loan) throw new Error('the loan is there');
  const paper = { ...found, loan: found.loan, on: on(), url: 'https://x/1', origin: 'https://x/2' };
  const text = readPdfText(await printStatement(paper)).join('\n');
  expect(text).toMatch(/2–51\s.*Buku \(50 × 1\.000\)\s+50\.000/);
  expect(text).toMatch(/Jumlah\s+51\.000\s+40\.000\s+10\.000\s+1\.000\s+1\.960\.000/);
});

it('Her printed card has a column for fees and penalties, and the part that is still open', async () => {
  later(7);
  await charge(2_000);
  await meeting(53_000n);
  const hand = await loan();
  const detail = await house.app.read(testCity, (db) =>
    findLoan(db, { id: id(), on: on() }, scopeOf(officers().rina, 'see.loans')),
  );
  if (!detail) throw new Error('the loan is there');
  const paper = {
    loan: detail,
    life: [],
    on: on(),
    url: 'https://x/1',
    origin: 'https://x/asal/1',
  };
  const text = readPdfText(await printCard(paper, hand)).join('\n');
  expect(text).toMatch(/Biaya,\s+denda/);
  expect(text).toMatch(/40\.000\s+10\.000\s+3\.000\s+53\.000\s+1\.960\.000\s+lunas/);
  expect(text).toMatch(/40\.000\s+10\.000\s+1\.000\s+51\.000\s+1\.920\.000/);
});

import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { disbursed } from '#test/worlds/jambi.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { replayLife, scheduleInForce } from '../life/loan-life.ts';
import { dueNow } from '../life/plans.ts';
import { getLoanInHand } from './index.ts';

const { does, house, later, leaves, loan, meeting, on, pay, reverseLast, sound, twoPeople, world } =
  useLoan({
    product: {
      terms: {
        ...weeklyTerms,
        fees: [
          { name: 'Administrasi', kind: 'fee', taken: 'upfront', basis: 'percent', percent: '1' },
          {
            name: 'Asuransi',
            kind: 'insurance',
            taken: 'upfront',
            basis: 'fixed',
            rupiah: '15000',
          },
          { name: 'Buku angsuran', kind: 'fee', taken: 'spread', basis: 'fixed', rupiah: '50000' },
        ],
        allocation: {
          order: 'due-then-advance',
          due: ['interest', 'principal', 'fee', 'penalty'],
          inAdvance: ['principal', 'interest', 'fee', 'penalty'],
        },
        prepayment: 'lower-instalment',
        onClosedDays: { rule: 'skip-and-extend', weekend: [] },
      },
    },
  });

async function balances(controls: readonly string[]) {
  const { rows } = await house.app.pools.owner.query<{ control: string; balance: string }>(
    'select control, sum(balance) as balance from ledger.account where control = any ($1) group by control',
    [controls],
  );
  return Object.fromEntries(rows.map((row) => [row.control, BigInt(row.balance)]));
}

describe('A product with fees', () => {
  it('keeps its upfront fee as income and the premium for the insurer, and hands out the rest', async () => {
    const names = ['Pendapatan:Biaya Pinjaman', 'Kewajiban:Titipan Premi Asuransi'];
    const before = await balances([...names, 'Aset:Kas:Brankas']);
    await disbursed(house, world(), {
      names: ['Nurhayati', 'Yusnidar'],
      firstDueOn: addDays(on(), 7),
    });
    const after = await balances([...names, 'Aset:Kas:Brankas']);
    const moved = Object.fromEntries(
      Object.entries(after).map(([name, sum]) => [name, sum - (before[name] ?? 0n)]),
    );
    expect(moved).toEqual({
      'Pendapatan:Biaya Pinjaman': -40_000n,
      'Kewajiban:Titipan Premi Asuransi': -30_000n,
      'Aset:Kas:Brankas': -3_730_000n,
    });
    await sound();
  });

  it('asks the spread fee with each instalment', async () => {
    const { rows } = replayLife(await loan(), on());
    expect(rows).toHaveLength(50);
    expect(rows.map((row) => row.fee)).toEqual(Array.from({ length: 50 }, () => 1_000n));
    expect(dueNow(await loan(), addDays(on(), 7))).toBe(51_000n);
  });
});

describe('A top-up of such a product', () => {
  const names = [
    'Pendapatan:Biaya Pinjaman',
    'Kewajiban:Titipan Premi Asuransi',
    'Aset:Kas:Brankas',
    'Aset:Piutang Pinjaman',
  ];
  const moved = async (work: () => Promise<unknown>) => {
    const before = await balances(names);
    await work();
    const after = await balances(names);
    return names.map((name) => (after[name] ?? 0n) - (before[name] ?? 0n));
  };

  it('costs its fees too, and undone gives all of them back', async () => {
    const before = await loan();
    const more = { installments: 10, firstDueOn: on(-7), reason: 'stok lebaran' };
    expect(
      await moved(() => twoPeople('top-up-loan', { ...more, amountRupiah: '1000000' })),
    ).toEqual([-10_000n, -15_000n, -975_000n, 1_000_000n]);
    const after = await loan();
    expect(after.charged.fee - before.charged.fee).toBe(50_000n);
    const topUp = after.entries.find((entry) => entry.kind === 'top-up');
    const [charge] = after.entries.filter((entry) => entry.causedBy === topUp?.id);
    const undo = (entry: typeof topUp) => ({
      entryId: entry?.id,
      amountRupiah: String(entry?.amountRupiah),
      reason: 'salah pinjaman',
    });
    await expect(does('reverse-entry', undo(charge))).rejects.toMatchObject({
      code: 'lending.cannot-reverse',
    });
    expect(await moved(() => twoPeople('reverse-entry', undo(topUp)))).toEqual([
      10_000n,
      15_000n,
      975_000n,
      -1_000_000n,
    ]);
    const undone = await loan();
    expect([undone.charged, undone.principalRupiah]).toEqual([
      before.charged,
      before.principalRupiah,
    ]);
    expect(scheduleInForce(undone)).toEqual(scheduleInForce(before));
    await sound();
  });

  it('is refused when its fees would eat all of it', async () => {
    const body = {
      installments: 1,
      firstDueOn: on(-7),
      reason: 'stok lebaran',
      amountRupiah: '15000',
    };
    await expect(twoPeople('top-up-loan', body)).rejects.toMatchObject({
      code: 'lending.nothing-in-hand',
    });
  });
});

describe('A product’s allocation', () => {
  it('puts what is due first, and what is to come by its own order', async () => {
    later(7);
    await pay(10_500);
    expect((await loan()).paid).toMatchObject({ interest: 10_000n, principal: 500n, fee: 0n });
    await pay(60_000, { prepay: 'next-instalments' });
    expect((await loan()).paid).toMatchObject({
      interest: 10_000n,
      principal: 59_500n,
      fee: 1_000n,
    });
    await sound();
  });
});

describe('A product’s rule for paying more than is due', () => {
  it('lowers the instalments without being asked', async () => {
    later(7);
    await pay(51_000);
    expect((await loan()).versions).toHaveLength(1);
    later(7);
    await pay(551_000);
    const { versions, paid } = await loan();
    expect(versions).toHaveLength(2);
    expect(paid).toMatchObject({ principal: 580_000n, interest: 20_000n, fee: 2_000n });
    const schedule = scheduleInForce(await loan());
    expect(
      (schedule.principalDue.at(-1) ?? 0n) - (schedule.principalDue.at(-2) ?? 0n),
    ).toBeLessThan(40_000n);
    expect(await leaves()).toEqual({ 'Aset:Piutang Pinjaman': 1_420_000n });
    await sound();
  });
});

describe('A product at a meeting', () => {
  it('lowers the instalments for what is paid ahead, and leaves what is due in the product’s order', async () => {
    later(7);
    await meeting(20_000n);
    expect((await loan()).paid).toMatchObject({ interest: 10_000n, principal: 10_000n, fee: 0n });
    await meeting(431_000n);
    const after = await loan();
    expect(after.paid).toMatchObject({ interest: 10_000n, principal: 440_000n, fee: 1_000n });
    expect(after.versions).toHaveLength(2);
    expect(after.entries.slice(-2).map((entry) => entry.kind)).toEqual(['prepayment', 'repayment']);
    expect(after.entries.at(-2)?.causedBy).toBe(after.entries.at(-1)?.id);
    expect(dueNow(after, addDays(on(), 7))).toBeLessThan(45_000n);
    expect(await leaves()).toEqual({ 'Aset:Piutang Pinjaman': 1_560_000n });
    await sound();
    await reverseLast();
    expect(scheduleInForce(await loan())).toEqual(after.versions[0]);
    await sound();
  });

  it('makes the new plan as of the day of the meeting when its sheet is closed on a later day', async () => {
    later(8);
    await meeting(20_000n, 1);
    expect((await loan()).versions).toHaveLength(1);
    await meeting(531_000n, 1);
    const { versions, entries } = await loan();
    expect(versions).toHaveLength(2);
    expect(entries.at(-1)?.on).toBe(addDays(on(), -1));
    await sound();
  });
});

describe('A product’s rule for closed days', () => {
  it('skips a closed week and lets the loan end a week later', async () => {
    const closed = addDays(on(), 14);
    await house.does(world().officers.rina, 'lending.write-closure', {
      closureId: newId(),
      name: 'Pekan libur',
      from: closed,
      to: addDays(closed, 2),
      sourceDocument: 'SKB tiga menteri',
    });
    const { loanIds } = await disbursed(house, world(), {
      names: ['Nurhayati', 'Yusnidar'],
      firstDueOn: addDays(on(), 7),
    });
    const made = await house.app.read(testCity, (db) => getLoanInHand(db, loanIds.Nurhayati));
    const { dueOn } = scheduleInForce(made);
    expect(dueOn.slice(0, 2)).toEqual([addDays(on(), 7), addDays(on(), 21)]);
    expect(dueOn).toHaveLength(50);
  });
});

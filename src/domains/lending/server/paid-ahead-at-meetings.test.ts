import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { testCity } from '#test/database.ts';
import { refusedAs } from '#test/refused.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { dueOn } from '../due-on.ts';
import { fieldLoansOf, loansById, loansOfGroup } from './index.ts';

const { house, id, later, loan, meeting, on, pay, sound, world } = useLoan({
  product: { terms: { ...weeklyTerms, prepayment: 'lower-instalment' } },
});

const payoff = async () => {
  const [due] = await house.app.read(testCity, (db) =>
    loansById(db, { loanIds: [id()], on: on() }),
  );
  return due?.standing.payoffRupiah;
};

describe('A meeting of a product whose money ahead goes to principal', () => {
  it('asks for the principal and the interest that is due to pay a loan off, and that closes it', async () => {
    later(7);
    expect(await payoff()).toBe(2_010_000n);
    expect(await refusedAs(meeting(2_010_001n))).toBe('lending.more-than-debt');
    await meeting(2_010_000n);
    expect(await loan()).toMatchObject({ state: 'closed', paid: { interest: 10_000n } });
    await sound();
  });

  it('asks for less after principal was paid ahead', async () => {
    later(7);
    await meeting(1_010_000n);
    expect(await payoff()).toBe(1_000_000n);
    later(7);
    const [due] = await house.app.read(testCity, (db) =>
      loansById(db, { loanIds: [id()], on: on() }),
    );
    const interest =
      (due?.standing.dueRupiah ?? 0n) - (due?.schedule.principalDue[2] ?? 0n) + 1_000_000n;
    expect(await payoff()).toBe(1_000_000n + interest);
    await meeting((await payoff()) ?? 0n);
    expect((await loan()).state).toBe('closed');
    await sound();
  });

  it('counts what reaches the server a day late as if it had come in time: paid off in the yard is paid off', async () => {
    later(7);
    const [inTheYard, receipt] = [await payoff(), on()];
    later(1);
    expect((await dues(receipt)).standing.payoffRupiah).toBe(inTheYard);
    await meeting(inTheYard ?? 0n, 1);
    const closed = await loan();
    expect(closed).toMatchObject({
      state: 'closed',
      closedOn: receipt,
      paid: { principal: 2_000_000n, interest: 10_000n, overpaid: 0n },
    });
    await sound();
  });

  it('lets late money go to the next instalments where something has come since, on the phone and the sheet alike', async () => {
    later(7);
    const yesterday = on();
    later(1);
    await pay(50_000);
    expect((await dues(yesterday)).standing.payoffRupiah).toBe(2_450_000n);
    expect(await refusedAs(meeting(2_450_001n, 1))).toBe('lending.more-than-debt');
    await meeting(110_000n, 1);
    const { versions, paid } = await loan();
    expect([versions.length, paid.interest, paid.principal]).toEqual([1, 40_000n, 120_000n]);
    await sound();
  });

  /** What the sheet of a day asks of her, the same on a phone. */
  async function dues(day: string) {
    const of = { groupId: world().group.id, on: day };
    const [hers] = (await house.app.read(testCity, (db) => loansOfGroup(db, of))).filter(
      (one) => one.loanId === id(),
    );
    const [field] = (await house.app.read(testCity, (db) => fieldLoansOf(db, [of.groupId]))).filter(
      (one) => one.loanId === id(),
    );
    if (!hers || !field) throw new Error('the loan is not of this group');
    expect(dueOn(field, day).standing).toEqual(hers.standing);
    return hers;
  }

  it('shows the same on a phone', async () => {
    later(7);
    expect((await dues(on())).standing.payoffRupiah).toBe(2_010_000n);
    expect((await dues(addDays(on(), 7))).standing.payoffRupiah).toBe(2_020_000n);
  });
});

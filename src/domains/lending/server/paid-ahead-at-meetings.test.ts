import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { testCity } from '#test/database.ts';
import { refusedAs } from '#test/refused.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { dueOn } from '../due-on.ts';
import { fieldLoansOf, loansById, loansOfGroup } from './index.ts';

const { house, id, later, loan, meeting, on, sound, world } = useLoan({
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

  it('shows the same on a phone, and for a meeting of a day before the whole plan', async () => {
    later(7);
    const [field] = (
      await house.app.read(testCity, (db) => fieldLoansOf(db, [world().group.id]))
    ).filter((one) => one.loanId === id());
    if (!field) throw new Error('the loan is not on the phone');
    const tomorrow = addDays(on(), 1);
    for (const today of [on(), tomorrow]) {
      const due = await house.app.read(testCity, (db) =>
        loansOfGroup(db, { groupId: world().group.id, on: on(), today }),
      );
      const hers = due.find((one) => one.loanId === id());
      expect(dueOn(field, on(), today).standing).toEqual(hers?.standing);
      expect(hers?.standing.payoffRupiah).toBe(today === tomorrow ? 2_500_000n : 2_010_000n);
    }
  });
});

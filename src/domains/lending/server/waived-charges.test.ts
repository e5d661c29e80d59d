import { describe, expect, it } from 'vitest';
import { refusedAs } from '#test/refused.ts';
import { useLoan } from '#test/worlds/one-loan.ts';

const { charge, does, later, loan, on, pay, sound, twoPeople } = useLoan();

describe('a charge that was waived', () => {
  it('is not paid by money that comes to light afterwards', async () => {
    later(10);
    await charge(2_000, { on: on(6), dueOn: on(6) });
    await twoPeople('waive', { part: 'penalty', amountRupiah: '2000', reason: 'musibah' });
    expect(await refusedAs(pay(50_000, { on: on(3) }))).toBe('lending.waiver-does-not-fit');
    await pay(50_000);
    expect((await loan()).paid.penalty).toBe(0n);
    await sound();
  });

  it('stays while the waiver stands', async () => {
    later(10);
    await charge(2_000);
    const entry = (await loan()).entries.at(-1);
    await twoPeople('waive', { part: 'penalty', amountRupiah: '500', reason: 'musibah' });
    const reversal = does('reverse-entry', {
      entryId: entry?.id,
      amountRupiah: '2000',
      reason: 'salah orang',
    });
    expect(await refusedAs(reversal)).toBe('lending.waiver-does-not-fit');
    await sound();
  });
});

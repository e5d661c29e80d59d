import { describe, expect, it } from 'vitest';
import type { Derivation } from '#kernel/derivation.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { explainDay } from './figures.ts';

const { charge, later, loan, on, pay, reverseLast, twoPeople } = useLoan();

/** What is said, and what it comes to, down to the last step. */
function told(of: Derivation): string {
  return [of.says.id, of.value?.id ?? '', ...of.from.map(told)].join(' ');
}

const restructure = (firstDueOn: string) =>
  twoPeople('restructure-loan', {
    annualRatePercent: '10',
    installments: 20,
    repayEvery: { count: 1, unit: 'week' },
    firstDueOn,
    reason: 'musim sepi',
  });

describe('Where a loan’s figures come from', () => {
  it('numbers everything that happened as the statement does, and says what each moved', async () => {
    later(8);
    await charge(2_000);
    await pay(60_000);
    await reverseLast();
    const { entries } = explainDay(await loan(), { on: on(), instalment: null });
    expect(entries.map((entry) => entry.number)).toEqual([4, 3, 2, 1]);
    const [reversal, repayment, penalty] = entries.map((entry) => told(entry.figure));
    expect(reversal).toMatch(/Pokok terbayar, berubah sebesar −Rp 40.000.*Membatalkan: Angsuran/);
    expect(repayment).toContain('Kemudian dibalik');
    expect(penalty).toMatch(/Denda Rp 2\.000/);
  });

  it('explains the old schedule until the restructure and the new one from its day', async () => {
    later(8);
    await pay(50_000);
    later(1);
    await restructure(on(-7));
    const whole = await loan();
    const before = explainDay(whole, { on: on(1), instalment: 2 });
    expect([before.version, before.versions, before.rows.length]).toEqual([1, 2, 50]);
    expect(before.instalment?.figures.map(told).join()).not.toContain('versi 2');
    const after = explainDay(whole, { on: on(), instalment: 2 });
    expect([after.version, after.rows.length]).toEqual([2, 21]);
    const [principal = '', interest = ''] = after.instalment?.figures.map(told) ?? [];
    expect(principal).toMatch(
      /Pokok semua angsuran setelah .* Rp 1\.960\.000 .* 20 Menurut jadwal versi 2/,
    );
    expect(interest).toContain('Penyusunan ulang jadwal');
    expect(told(after.entries[0]!.figure)).toContain('Sejak itu berlaku jadwal versi 2.');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf, templateNames } from './chart-template.ts';
import type { TemplateName } from './chart-template.ts';
import { controlPath } from './chart.ts';
import { divideShu, missingPercentUnits } from './shu.ts';
import { lineName, statementLines } from './statement-line.ts';
import { balanceSheet, incomeStatement, trialBalanceOf } from './statement.ts';
import type { AccountMovement } from './statement.ts';

const templates = Object.keys(templateNames) as TemplateName[];
const chart = chartOf('cooperative').filter((account) => account.class !== 'memorandum');

/** Journals of two lines between accounts of the chart, each with a day. */
const journals = fc.array(
  fc.record({
    from: fc.nat(chart.length - 1),
    to: fc.nat(chart.length - 1),
    amount: fc.bigInt(1n, 10n ** 12n),
    day: fc.nat(99),
  }),
  { maxLength: 60 },
);
type Posted = typeof journals extends fc.Arbitrary<infer T> ? T : never;

function movementsOf(posted: Posted, span: { from: number; to: number }): AccountMovement[] {
  return chart.map((account, at) => {
    let [opening, debit, credit] = [0n, 0n, 0n];
    for (const { from, to, amount, day } of posted) {
      if (from === to || day > span.to || (from !== at && to !== at)) continue;
      if (day < span.from) opening += to === at ? amount : -amount;
      else if (to === at) debit += amount;
      else credit += amount;
    }
    return { ...account, openingRupiah: opening, debitRupiah: debit, creditRupiah: credit };
  });
}

describe('Whatever journals a book holds', () => {
  it('its trial balance sums to zero in every column and its balance sheet balances', () => {
    fc.assert(
      fc.property(journals, fc.nat(99), (posted, from) => {
        const accounts = movementsOf(posted, { from, to: 99 });
        const trial = trialBalanceOf(accounts);
        expect([trial.openingRupiah, trial.closingRupiah]).toEqual([0n, 0n]);
        expect(trial.debitRupiah).toBe(trial.creditRupiah);
        const sheet = balanceSheet(accounts);
        expect(sheet.assets.totalRupiah).toBe(sheet.claimsRupiah);
      }),
    );
  });

  it('the surplus of two spans side by side is that of both together, and what the balance sheet has gained', () => {
    fc.assert(
      fc.property(journals, fc.nat(99), (posted, cut) => {
        const span = (from: number, to: number) =>
          incomeStatement(movementsOf(posted, { from, to })).surplusRupiah;
        expect(span(0, cut) + span(cut + 1, 99)).toBe(span(0, 99));
        expect(balanceSheet(movementsOf(posted, { from: 0, to: 99 })).runningSurplusRupiah).toBe(
          span(0, 99),
        );
      }),
    );
  });
});

describe('An SHU that is divided', () => {
  const parts = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
    .map((cuts) => [...cuts.sort((a, b) => a - b), 1_000_000])
    .map((ends) =>
      ends.map((end, at) => {
        const units = end - (ends[at - 1] ?? 0);
        const percent = `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, '0')}`;
        return { name: `Bagian ${at}`, percent, number: '2401' };
      }),
    );

  it('goes out to the last rupiah, no part off by more than one and none below zero', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 14n), parts, (total, of) => {
        expect(missingPercentUnits(of)).toBe(0n);
        const shares = divideShu(total, of);
        expect(shares.reduce((sum, share) => sum + share.amountRupiah, 0n)).toBe(total);
        for (const share of shares) {
          const exact = (Number(total) * Number(share.percent)) / 100;
          expect(share.amountRupiah).toBeGreaterThanOrEqual(0n);
          expect(Math.abs(Number(share.amountRupiah) - exact)).toBeLessThanOrEqual(
            1 + Number(total) * 1e-12,
          );
        }
      }),
    );
  });

  it('by the parts of an annual meeting', () => {
    const shares = divideShu(10_000_001n, [
      { name: 'Cadangan', percent: '40', number: '3301' },
      { name: 'Anggota', percent: '45', number: '2401' },
      { name: 'Pengurus', percent: '10', number: '2402' },
      { name: 'Pendidikan', percent: '5', number: '2404' },
    ]);
    expect(shares.map((share) => share.amountRupiah)).toEqual([
      4_000_000n,
      4_500_001n,
      1_000_000n,
      500_000n,
    ]);
  });
});

describe('Every template of a chart', () => {
  it.each(templates)(
    '%s has each number and path once, and only lines that statements know',
    (name) => {
      const accounts = chartOf(name);
      expect(new Set(accounts.map((a) => a.number)).size).toBe(accounts.length);
      expect(new Set(accounts.map((a) => a.control)).size).toBe(accounts.length);
      for (const account of accounts) {
        expect(Object.keys(statementLines)).toContain(account.line);
        expect(lineName(account.line).id).not.toBe(account.line);
        expect(account.control).toMatch(/^[A-Z][A-Za-z0-9 -]*(:[A-Z0-9][A-Za-z0-9 -]*)*$/);
      }
    },
  );

  it('an account that an officer names gets a path that exports can carry', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
        expect(controlPath({ class: 'expense', name: `${before}a${after}` })).toMatch(
          /^Beban:[A-Z0-9][A-Za-z0-9 -]*$/,
        );
      }),
    );
  });
});

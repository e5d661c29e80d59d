import { describe, expect, it } from 'vitest';
import type { Derivation } from '#kernel/derivation.ts';
import { explainLoan } from './explain-loan.ts';
import type { LoanEvent } from './loan-event.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { replayLoan } from './replay.ts';
import type { LoanTerms, ProductTerms } from './terms.ts';

const flat: ProductTerms = {
  annualRatePercent: '25',
  rateBasis: 'whole-term',
  interestMethod: 'flat',
  amortization: 'equal-installments',
  installments: 50,
  repayEvery: { count: 1, unit: 'week' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: 'actual', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
};
const monthly: ProductTerms = {
  ...flat,
  annualRatePercent: '12.5',
  rateBasis: 'per-year',
  interestMethod: 'declining',
  installments: 3,
  repayEvery: { count: 1, unit: 'month' },
};

function explained(product: ProductTerms, events: LoanEvent[] = [], asOf = '2027-12-15') {
  const terms: LoanTerms = { product, principal: 2_000_000n, disbursedOn: '2027-11-15' };
  const { disbursedOn } = terms;
  const replay = replayLoan({ disbursedOn, schedules: [makeSchedule(terms)], events, asOf });
  return explainLoan({ terms, asOf, digits: 0 }, replay);
}

/** A derivation as it is read aloud in Indonesian. */
function told(derivation: Derivation | undefined, depth = 0): string {
  if (!derivation) return '';
  const own = `${'  '.repeat(depth)}${derivation.says.id}${derivation.value ? ` = ${derivation.value.id}` : ''}`;
  return [own, ...derivation.from.map((step) => told(step, depth + 1))].join('\n');
}

describe('Interest', () => {
  it('of a flat loan is a part of the first amount', () => {
    expect(told(explained(flat).schedule[1]?.interest)).toMatchInlineSnapshot(`
      "Jasa angsuran ke-2 = Rp 10.000
        Pinjaman awal = Rp 2.000.000
        Jasa 25 % sekali untuk seluruh masa, dibagi 50 angsuran."
    `);
  });

  it('of a declining loan comes from what is left', () => {
    expect(told(explained(monthly).schedule[1]?.interest)).toMatchInlineSnapshot(`
      "Jasa angsuran ke-2 = Rp 13.961
        Sisa pokok sebelum angsuran ini = Rp 1.340.229
        Jasa 12,5 % setahun ÷ 12
        Sebelum dibulatkan = 13.960,719"
    `);
  });

  it('by days says which year a day belongs to', () => {
    const product = { ...monthly, interestPeriod: 'daily' } as const;
    expect(told(explained(product).schedule[1]?.interest)).toMatchInlineSnapshot(`
      "Jasa angsuran ke-2 = Rp 14.207
        Sisa pokok sebelum angsuran ini = Rp 1.339.944
        Jasa 12,5 % setahun × (16 hari ÷ 365 + 15 hari ÷ 366)
        Sebelum dibulatkan = 14.206,626"
    `);
  });

  it('waits during a grace', () => {
    const product = {
      ...monthly,
      grace: { principal: 1, interestPayment: 1, interestFree: 0 },
    };
    const { schedule } = explained(product);
    expect(told(schedule[0]?.interest)).toMatchInlineSnapshot(`
      "Jasa angsuran ke-1 = Rp 0
        Masa tenggang jasa: ditagih bersama angsuran sesudahnya."
    `);
    expect(told(schedule[1]?.interest)).toMatchInlineSnapshot(`
      "Jasa angsuran ke-2 = Rp 41.666
        Sisa pokok sebelum angsuran ini = Rp 2.000.000
        Jasa 12,5 % setahun ÷ 12
        Sebelum dibulatkan = 20.833,333
        Ditambah jasa yang tertunda selama masa tenggang."
    `);
  });
});

it('principal is what the instalment leaves after interest, and the last absorbs', () => {
  const { schedule } = explained(monthly);
  expect(told(schedule[0]?.principal)).toMatchInlineSnapshot(`
    "Pokok angsuran ke-1 = Rp 659.771
      Angsuran tetap = Rp 680.604
        Sama besar 3 kali, sehingga sesudah jasa tiap periode pinjaman lunas di akhir.
      dikurangi jasanya = −Rp 20.833"
  `);
  expect(told(schedule[2]?.principal)).toMatchInlineSnapshot(`
    "Pokok angsuran ke-3 = Rp 673.586
      Angsuran terakhir: menampung selisih pembulatan angsuran sebelumnya."
  `);
});

it('a repayment tells where each part went', () => {
  const { allocations, schedule } = explained(flat, [
    { id: 'd', kind: 'penalty', on: '2027-11-20', amount: 1_000n },
    { id: 't', kind: 'repayment', on: '2027-11-22', amount: 71_000n },
  ]);
  expect(told(allocations[0]?.spread)).toMatchInlineSnapshot(`
    "Uang yang diterima = Rp 71.000
      Denda angsuran ke-1, jatuh tempo 22 Nov 2027 = Rp 1.000
      Jasa angsuran ke-1, jatuh tempo 22 Nov 2027 = Rp 10.000
      Pokok angsuran ke-1, jatuh tempo 22 Nov 2027 = Rp 40.000
      Jasa angsuran ke-2, jatuh tempo 29 Nov 2027 = Rp 10.000
      Pokok angsuran ke-2, jatuh tempo 29 Nov 2027 = Rp 10.000"
  `);
  expect(told(schedule[1]?.outstanding)).toMatchInlineSnapshot(`
    "Yang masih harus dibayar = Rp 30.000
      Pokok = Rp 40.000
      Jasa = Rp 10.000
      Sudah dibayar = −Rp 20.000"
  `);
});

it('arrears and payoff are taken apart', () => {
  const { totals } = explained(flat, [], '2027-12-01');
  expect(told(totals.overdue)).toMatchInlineSnapshot(`
    "Tunggakan pokok dan jasa = Rp 100.000
      Angsuran ke-1, jatuh tempo 22 Nov 2027, masih kurang = Rp 50.000
      Angsuran ke-2, jatuh tempo 29 Nov 2027, masih kurang = Rp 50.000"
  `);
  expect(told(totals.daysPastDue)).toMatchInlineSnapshot(`
    "Lama menunggak = 9 hari
      Dari jatuh tempo angsuran tertua yang belum lunas sampai 1 Des 2027."
  `);
  expect(told(totals.payoff)).toMatchInlineSnapshot(`
    "Pelunasan pada 1 Des 2027 = Rp 2.030.000
      Seluruh sisa pokok = Rp 2.000.000
      Jasa yang sudah jatuh tempo dan jasa periode berjalan, penuh = Rp 30.000
      Biaya dan denda = Rp 0"
  `);
});

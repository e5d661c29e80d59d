import { describe, expect, it } from 'vitest';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { addDays } from '#kernel/date.ts';
import { fitsAmount, type OfferPrice, priceOffer } from './comparable-offer.ts';
import { annualInWords, explainOffer } from './explain-offer.ts';

const on = '2026-11-22';

const moneylender: OfferPrice = {
  kind: 'told',
  askedRupiah: 1_000_000n,
  receivedRupiah: 900_000n,
  instalmentRupiah: 1_420_000n,
  installments: 1,
  repayEvery: { count: 24, unit: 'day' },
};

const group: OfferPrice = {
  kind: 'terms',
  terms: weeklyTerms,
  minimumRupiah: 2_000_000n,
  maximumRupiah: 5_000_000n,
  mostInstallments: null,
  upfrontFeePercent: '0',
  savingsPercent: '5',
};

const kur: OfferPrice = {
  ...group,
  terms: {
    ...weeklyTerms,
    rateBasis: undefined,
    annualRatePercent: '3',
    interestMethod: 'declining',
    repayEvery: { count: 1, unit: 'month' },
  },
  maximumRupiah: 10_000_000n,
  mostInstallments: 36,
  savingsPercent: '0',
};

describe('The moneylender who hands out 0.9 of 1.0 million and takes 1.42 million after 24 days', () => {
  const priced = priceOffer(moneylender, { amountRupiah: 1_000_000n, weeks: 50, on });

  it('costs Rp 520,000, or Rp 168,519 per million and week', () => {
    expect(priced.flow.receivedRupiah).toBe(900_000n);
    expect(priced.flow.payments).toEqual([{ on: '2026-12-16', amountRupiah: 1_420_000n }]);
    expect(priced.price.costRupiah).toBe(520_000n);
    expect(priced.price.costPerMillionWeek).toBe(168_519n);
  });

  it('is beyond a thousand per cent a year, and is said so instead of in digits nobody can read', () => {
    expect(annualInWords(priced.price.effectiveAnnual).id).toBe('lebih dari 1.000 %');
    const exact = explainOffer(moneylender, priced).annual.from[1];
    expect(exact?.value?.id).toMatch(/^10\d\.\d{3},\d %$/);
  });

  it('asks twice as much for twice the money', () => {
    const double = priceOffer(moneylender, { amountRupiah: 2_000_000n, weeks: 50, on });
    expect(double.flow.receivedRupiah).toBe(1_800_000n);
    expect(double.price.costPerMillionWeek).toBe(168_519n);
    expect(explainOffer(moneylender, double).paid.from[0]?.says.id).toContain('sebanding');
  });
});

describe('A group loan of 25 % flat over 50 weeks', () => {
  const priced = priceOffer(group, { amountRupiah: 2_000_000n, weeks: 12, on });

  it('keeps its length whatever was wished for, and gives the savings back at the end', () => {
    expect(priced.installments).toBe(50);
    expect(priced.instalmentRupiah).toBe(50_000n);
    expect(priced.flow.receivedRupiah).toBe(1_900_000n);
    expect(priced.flow.payments.at(-1)?.amountRupiah).toBe(-50_000n);
    expect(priced.price.costRupiah).toBe(500_000n);
  });

  it('takes longer by the weeks in which nothing is collected, and so costs less a week', () => {
    const skipping = {
      ...group.terms,
      onClosedDays: { rule: 'skip-and-extend', weekend: [] },
    } as const;
    const days = priced.flow.payments.map((payment) => payment.on);
    const wish = { amountRupiah: 2_000_000n, weeks: 12, on };
    const closed = days.slice(10, 12);
    const longer = priceOffer({ ...group, terms: skipping }, { ...wish, closed });
    expect(longer.flow.payments.map((payment) => payment.on)).toEqual([
      ...days.filter((day) => !closed.includes(day)),
      addDays(days.at(-1) ?? '', 7),
      addDays(days.at(-1) ?? '', 14),
    ]);
    expect(longer.price.costRupiah).toBe(priced.price.costRupiah);
    expect(longer.price.costPerMillionWeek).toBeLessThan(priced.price.costPerMillionWeek);
    expect(priceOffer(group, { ...wish, closed })).toEqual(priced);
  });

  it('says where each of its five figures comes from', () => {
    const told = explainOffer(group, priced);
    expect(told.received.from.map((step) => step.value?.id)).toEqual([
      'Rp 2.000.000',
      '−Rp 100.000',
    ]);
    expect(told.paid.value?.id).toBe('Rp 50.000 × 50, tiap minggu');
    expect(told.cost.from.map((step) => step.value?.id)).toEqual([
      'Rp 2.500.000',
      '−Rp 100.000',
      '−Rp 1.900.000',
    ]);
    expect(told.perMillionWeek.value?.id).toBe('Rp 5.263');
    expect(told.annual.from.at(-1)?.value?.id).toBe('47,5 %');
  });

  it('is not made for an amount outside its range', () => {
    expect(fitsAmount(group, 1_999_999n)).toBe(false);
    expect(fitsAmount(group, 2_000_000n)).toBe(true);
    expect(fitsAmount(moneylender, 1n)).toBe(true);
  });
});

describe('KUR super mikro', () => {
  it('of Rp 10,000,000 over a year is 846,937 a month and 163,244 in all', () => {
    const priced = priceOffer(kur, { amountRupiah: 10_000_000n, weeks: 52, on });
    expect(priced.installments).toBe(12);
    expect(priced.instalmentRupiah).toBe(846_937n);
    expect(priced.price.costRupiah).toBe(163_244n);
  });

  it('lets the borrower choose the length, up to three years', () => {
    const of = (weeks: number) =>
      priceOffer(kur, { amountRupiah: 5_000_000n, weeks, on }).installments;
    expect([of(4), of(25), of(104), of(500)]).toEqual([1, 6, 24, 36]);
  });
});

describe('An offer of any size', () => {
  it('of 100 % a day is priced like any other', () => {
    const price: OfferPrice = {
      ...moneylender,
      receivedRupiah: 1_000_000n,
      instalmentRupiah: 2_000_000n,
      repayEvery: { count: 1, unit: 'day' },
    };
    const { daily } = priceOffer(price, { amountRupiah: 1_000_000n, weeks: 1, on }).price;
    expect(daily.numerator / daily.denominator).toBeLessThanOrEqual(1n);
    expect(Number(daily.numerator) / Number(daily.denominator)).toBeCloseTo(1, 9);
  });

  it('in which less is paid back than received costs nothing', () => {
    const gift: OfferPrice = { ...moneylender, instalmentRupiah: 800_000n };
    const { price } = priceOffer(gift, { amountRupiah: 1_000_000n, weeks: 1, on });
    expect(price.costRupiah).toBe(-100_000n);
    expect(price.effectiveAnnual.numerator).toBe(0n);
  });
});

import { describe, expect, it } from 'vitest';
import { productTermsInput } from '#domains/lending/input.ts';
import { exampleOf } from './example.ts';
import { newProductValues } from './produk/baru/values.ts';
import { rateQuestion, termsOf } from './terms-form.ts';

const today = '2026-11-22';
const form =
  (typed: Record<string, string> = {}) =>
  (name: string) =>
    typed[name] ?? newProductValues(today)[name] ?? '';

const rate = (percent: string, per: string) => ({
  'terms.annualRatePercent': percent,
  ratePer: per,
});

describe('The form of a product’s terms', () => {
  it('asks what the percentage is for, and presumes nothing', () => {
    expect(rateQuestion(form({ 'terms.annualRatePercent': '3' }))?.id).toContain('per bulan');
    expect(exampleOf(form({ 'terms.annualRatePercent': '3' }), today)).toBeNull();
    expect(rateQuestion(form(rate('3', 'tahun')))).toBeNull();
  });

  it('reads 3 % a month as 36 % a year', () => {
    expect(termsOf(form(rate('3 %', 'bulan')))).toMatchObject({
      annualRatePercent: '36',
      rateBasis: 'per-year',
    });
    expect(termsOf(form(rate('1,5', 'tahun')))).toMatchObject({ annualRatePercent: '1.5' });
  });

  it('asks about 300 and 0.3 once, and takes the answer for that rate only', () => {
    expect(rateQuestion(form(rate('300', 'tahun')))?.id).toContain('Maksudnya 3 %?');
    expect(rateQuestion(form({ ...rate('300', 'tahun'), rateSure: '300' }))).toBeNull();
    expect(rateQuestion(form({ ...rate('0,3', 'tahun'), rateSure: '300' }))?.id).toContain('30 %');
  });

  it.each(['', 'NaN', '-3', '1e9', '25.000.000', '3%%'])(
    'hands on the rate "%s" as it was typed, to be refused beside its field',
    (typed) => {
      const read = productTermsInput.safeParse(termsOf(form(rate(typed, 'tahun'))));
      expect(read.success).toBe(false);
      expect(read.error?.issues.map((issue) => issue.path.join('.'))).toContain(
        'annualRatePercent',
      );
    },
  );

  it('shows the schedule and the true price of the least loan as one types', () => {
    const example = exampleOf(form(rate('25', 'masa')), today);
    expect(example?.rows).toHaveLength(50);
    expect(example?.rows[0]).toMatchObject({ principal: 40_000n, interest: 10_000n });
    expect(example?.explained.annual.from[2]?.value?.id).toBe('47,5 %');
  });

  it('shows no example of what cannot be computed: a grace as long as the loan, no instalment', () => {
    const terms = rate('25', 'masa');
    expect(exampleOf(form({ ...terms, 'terms.grace.principal': '50' }), today)).toBeNull();
    expect(exampleOf(form({ ...terms, 'terms.installments': '0' }), today)).toBeNull();
    expect(exampleOf(form({ ...terms, minimumRupiah: '1,000' }), today)).toBeNull();
  });
});

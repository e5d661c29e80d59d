import { describe, expect, it } from 'vitest';
import { productTermsInput } from '#domains/lending/input.ts';
import { besideFields, conditionsOf, valuesOfConditions } from './conditions-form.ts';
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

describe('The form of what a product says beyond its schedule', () => {
  const typed = {
    ...rate('25', 'masa'),
    'terms.fees.0.name': 'Administrasi',
    'terms.fees.0.value': '1,5 %',
    'terms.fees.2.name': 'Buku',
    'terms.fees.2.value': '25.000',
    'terms.fees.2.taken': 'spread',
    'terms.latePenalty.kind': 'day',
    'terms.latePenalty.value': '0,1',
    'terms.latePenalty.mostPercent': '5',
  };

  it('reads percentages and amounts as they are written here, and leaves out what says nothing', () => {
    expect(conditionsOf(form(typed))).toEqual({
      fees: [
        { name: 'Administrasi', kind: 'fee', taken: 'upfront', basis: 'percent', percent: '1.5' },
        { name: 'Buku', kind: 'fee', taken: 'spread', basis: 'fixed', rupiah: '25000' },
      ],
      latePenalty: {
        kind: 'of-overdue',
        percent: '0.1',
        per: 'day',
        graceDays: 0,
        mostPercent: '5',
      },
    });
    expect(conditionsOf(form(rate('25', 'masa')))).toEqual({});
  });

  it('fills itself with a product’s conditions and reads the same again', () => {
    const terms = productTermsInput.parse({
      ...termsOf(form(typed)),
      ...conditionsOf(form(typed)),
    });
    const again = { ...rate('25', 'masa'), ...valuesOfConditions(terms) };
    expect(conditionsOf(form(again))).toMatchObject(conditionsOf(form(typed)));
  });

  it('prices fees: less in the hand, more with each instalment', () => {
    const example = exampleOf(form(typed), today);
    expect(example?.explained.received.value?.id).toBe('Rp 1.970.000');
    expect(example?.fees[0]).toBe(500n);
  });

  it('takes a murabahah margin instead of a rate', () => {
    const example = exampleOf(form(rate('20', 'margin')), today);
    expect(example?.rows[0]).toMatchObject({ principal: 40_000n, interest: 8_000n });
  });

  it('says beside its field what is wrong with an amount', () => {
    const wrong = {
      ...typed,
      'terms.latePenalty.kind': 'per-instalment',
      'terms.latePenalty.value': 'x',
    };
    const read = productTermsInput.safeParse({
      ...termsOf(form(wrong)),
      ...conditionsOf(form(wrong)),
    });
    const fields = Object.fromEntries(
      (read.error?.issues ?? []).map((issue) => [`terms.${issue.path.join('.')}`, issue.message]),
    );
    expect(Object.keys(besideFields(fields))).toEqual(['terms.latePenalty.value']);
  });
});

import type { ProductRow } from '#domains/lending/server/index.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { groupDigits } from '#kernel/money.ts';
import { valuesOfConditions } from '../../conditions-form.ts';

/** Values of the form by field name. */
export type Values = Readonly<Record<string, string>>;

const usual: Values = {
  minimumRupiah: '2.000.000',
  maximumRupiah: '5.000.000',
  stepRupiah: '500.000',
  'terms.interestMethod': 'flat',
  'terms.amortization': 'equal-installments',
  'terms.installments': '50',
  'terms.repayEvery.count': '1',
  'terms.repayEvery.unit': 'week',
  'terms.interestPeriod': 'same-as-repayment',
  'terms.dayCount.year': '365',
  'terms.dayCount.month': 'actual',
  'terms.annuity': 'nominal',
  compulsorySavingsPercent: '0',
  jointLiability: 'on',
  borrowers: 'group',
};

/** The rate and what it is for are asked, never presumed. */
export function newProductValues(today: BusinessDate): Values {
  return { ...usual, validFrom: today };
}

/** A product's terms to begin a new version with; it needs a code and a document of its own. */
export function valuesOfProduct(product: ProductRow, today: BusinessDate): Values {
  return {
    ...valuesOfTerms(product.terms),
    institutionId: product.institutionId,
    name: product.name,
    minimumRupiah: groupDigits(product.minimumRupiah),
    maximumRupiah: groupDigits(product.maximumRupiah),
    stepRupiah: groupDigits(product.stepRupiah),
    compulsorySavingsPercent: product.compulsorySavingsPercent.replace('.', ','),
    borrowers: product.borrowers,
    ...(product.jointLiability && { jointLiability: 'on' }),
    validFrom: today,
  };
}

export function valuesOfTerms(terms: ProductTerms): Values {
  const { marginPercent } = terms;
  return {
    ...valuesOfConditions(terms),
    'terms.annualRatePercent': (marginPercent ?? terms.annualRatePercent).replace('.', ','),
    ratePer: marginPercent ? 'margin' : terms.rateBasis === 'whole-term' ? 'masa' : 'tahun',
    'terms.interestMethod': terms.interestMethod,
    'terms.amortization': terms.amortization,
    'terms.installments': String(terms.installments),
    'terms.repayEvery.count': String(terms.repayEvery.count),
    'terms.repayEvery.unit': terms.repayEvery.unit,
    'terms.interestPeriod': terms.interestPeriod,
    'terms.dayCount.year': terms.dayCount.year,
    'terms.dayCount.month': terms.dayCount.month,
    'terms.annuity': terms.annuity,
    'terms.grace.principal': String(terms.grace.principal),
    'terms.grace.interestPayment': String(terms.grace.interestPayment),
    'terms.grace.interestFree': String(terms.grace.interestFree),
    ...(terms.roundInstallmentTo && {
      'terms.roundInstallmentTo': groupDigits(BigInt(terms.roundInstallmentTo)),
    }),
  };
}

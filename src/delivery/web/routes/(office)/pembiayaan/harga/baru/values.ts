import type { WrittenOffer } from '#domains/lending/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { groupDigits } from '#kernel/money.ts';
import { type Values, valuesOfTerms } from '../../produk/baru/values.ts';

const usual: Values = {
  'terms.interestMethod': 'declining',
  'terms.installments': '12',
  'terms.repayEvery.count': '1',
  'terms.repayEvery.unit': 'month',
  'price.upfrontFeePercent': '0',
  'price.savingsPercent': '0',
  'price.repayEvery.count': '1',
  'price.repayEvery.unit': 'day',
};

export function newOfferValues(today: BusinessDate): Values {
  return { ...usual, validFrom: today };
}

/** An offer to begin its new price with; the document is to be named anew. */
export function valuesOfOffer(offer: WrittenOffer, today: BusinessDate): Values {
  const { name, lender, sort, institutionId, unsettled, price } = offer;
  const about = { name, lender, sort, institutionId, unsettled: unsettled ?? '', validFrom: today };
  if (price.kind === 'told') {
    return {
      ...usual,
      ...about,
      'price.askedRupiah': groupDigits(price.askedRupiah),
      'price.receivedRupiah': groupDigits(price.receivedRupiah),
      'price.instalmentRupiah': groupDigits(price.instalmentRupiah),
      'price.installments': String(price.installments),
      'price.repayEvery.count': String(price.repayEvery.count),
      'price.repayEvery.unit': price.repayEvery.unit,
    };
  }
  return {
    ...usual,
    ...about,
    ...valuesOfTerms(price.terms),
    'price.minimumRupiah': groupDigits(price.minimumRupiah),
    'price.maximumRupiah': groupDigits(price.maximumRupiah),
    'price.mostInstallments': price.mostInstallments === null ? '' : String(price.mostInstallments),
    'price.upfrontFeePercent': price.upfrontFeePercent.replace('.', ','),
    'price.savingsPercent': price.savingsPercent.replace('.', ','),
  };
}

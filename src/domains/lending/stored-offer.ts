import type { BusinessDate } from '#kernel/date.ts';
import {
  type ComparableOffer,
  lenderSorts,
  type OfferPrice,
  priceOffer,
} from './comparable-offer.ts';
import type { OfferDetails } from './offer-input.ts';
import { lendingProblems } from './problems.ts';
import type { ProductTerms } from './terms.ts';

/** Terms as they are written down, with amounts as numbers. */
export function offerPriceOf(price: OfferDetails['price']): OfferPrice {
  if (price.kind === 'terms') {
    return {
      ...price,
      minimumRupiah: BigInt(price.minimumRupiah),
      maximumRupiah: BigInt(price.maximumRupiah),
    };
  }
  return {
    ...price,
    askedRupiah: BigInt(price.askedRupiah),
    receivedRupiah: BigInt(price.receivedRupiah),
    instalmentRupiah: BigInt(price.instalmentRupiah),
  };
}

/** A product kept here, as an offer beside others; its compulsory savings come back at the end. */
export function offerOfProduct(product: {
  readonly id: string;
  readonly name: string;
  readonly institutionName: string;
  readonly institutionKind: string;
  readonly terms: ProductTerms;
  readonly minimumRupiah: bigint;
  readonly maximumRupiah: bigint;
  readonly compulsorySavingsPercent: string;
  readonly sourceDocument: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}): ComparableOffer {
  const { id, name, institutionName, sourceDocument, validFrom, validTo } = product;
  return {
    id,
    name,
    lender: institutionName,
    sort: lenderSorts.find((sort) => sort === product.institutionKind) ?? 'other',
    price: {
      kind: 'terms',
      terms: product.terms,
      minimumRupiah: product.minimumRupiah,
      maximumRupiah: product.maximumRupiah,
      mostInstallments: null,
      upfrontFeePercent: '0',
      savingsPercent: product.compulsorySavingsPercent,
    },
    unsettled: null,
    sourceDocument,
    validFrom,
    validTo,
  };
}

/**
 * Tries the least and the largest loan, so that nobody meets an offer whose price cannot be told.
 *
 * @throws Refusal `lending.terms-impossible`
 */
export function assertPriceable(price: OfferPrice, on: BusinessDate): void {
  const amounts =
    price.kind === 'terms' ? [price.minimumRupiah, price.maximumRupiah] : [price.askedRupiah];
  try {
    for (const amountRupiah of amounts) priceOffer(price, { amountRupiah, weeks: 50, on });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw lendingProblems.termsImpossible({ why: error.message });
  }
}

import { addDays, addMonths, type BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, type Rupiah, sum } from '#kernel/money.ts';
import { applyRate, parsePercent } from '#kernel/rate.ts';
import { type KeptBack, keptBack, spreadFees } from './product-conditions.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { scheduleRows } from './schedule-row.ts';
import type { ProductTerms, RepayEvery } from './terms.ts';
import { type Offer, type Payment, truePriceOf, type TruePrice } from './true-price.ts';

export const lenderSorts = [
  'programme',
  'pnm',
  'bank',
  'bpr',
  'cooperative',
  'revolving-fund',
  'moneylender',
  'other',
] as const;
export type LenderSort = (typeof lenderSorts)[number];

/** By the terms of a product: amounts within a range; the number of instalments may be up to the borrower. */
export interface PriceByTerms {
  readonly kind: 'terms';
  readonly terms: ProductTerms;
  readonly minimumRupiah: Rupiah;
  readonly maximumRupiah: Rupiah;
  /** The most instalments one may choose; null where the terms fix their number. */
  readonly mostInstallments: number | null;
  /** Kept by the lender at the start, percent of the loan, exact decimal text. */
  readonly upfrontFeePercent: string;
  /** Set aside at the start and given back with the last instalment, percent of the loan. */
  readonly savingsPercent: string;
}

/** As people tell it: so much in the hand, so much to pay so many times. For other amounts in proportion. */
export interface PriceAsTold {
  readonly kind: 'told';
  /** The loan it is called, of which less may reach the hand. */
  readonly askedRupiah: Rupiah;
  readonly receivedRupiah: Rupiah;
  readonly instalmentRupiah: Rupiah;
  readonly installments: number;
  readonly repayEvery: RepayEvery;
}

export type OfferPrice = PriceByTerms | PriceAsTold;

/** An offer that anyone can compare with another. */
export interface ComparableOffer {
  readonly id: string;
  readonly name: string;
  readonly lender: string;
  readonly sort: LenderSort;
  readonly price: OfferPrice;
  /** What the source leaves open, in a sentence; null when nothing. */
  readonly unsettled: string | null;
  readonly sourceDocument: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** An offer for one amount, day and length: what reaches the hand, what is paid, what it costs. */
export interface PricedOffer {
  /** The loan by name, before anything is kept back. */
  readonly askedRupiah: Rupiah;
  /** Kept by the lender at the start. */
  readonly feeRupiah: Rupiah;
  /** Each of these fees by name; empty where only their sum is known. */
  readonly kept: readonly KeptBack[];
  /** Fees that are part of the instalments. */
  readonly spreadRupiah: Rupiah;
  readonly savingsRupiah: Rupiah;
  readonly flow: Offer;
  /** Every payment but the last, which absorbs roundings and gives back what was saved. */
  readonly instalmentRupiah: Rupiah;
  readonly installments: number;
  readonly repayEvery: RepayEvery;
  readonly price: TruePrice;
}

/** What somebody wants to borrow. */
export interface Wish {
  readonly amountRupiah: Rupiah;
  /** About so long; an offer of another fixed length stays as it is. */
  readonly weeks: number;
  readonly on: BusinessDate;
  /** Days of the city's closures to come, for terms that go by them; absent: none is known. */
  readonly closed?: readonly BusinessDate[] | undefined;
}

/** Whether an offer is made for an amount at all. */
export function fitsAmount(price: OfferPrice, amount: Rupiah): boolean {
  return price.kind === 'told' || (amount >= price.minimumRupiah && amount <= price.maximumRupiah);
}

/**
 * Prices an offer for a wish. Savings kept back count as received late: they come back with the last payment.
 *
 * @throws RangeError when the terms cannot be computed for the amount, or nothing would reach the hand
 */
export function priceOffer(price: OfferPrice, wish: Wish): PricedOffer {
  return price.kind === 'terms' ? priceByTerms(price, wish) : priceAsTold(price, wish);
}

function priceByTerms(
  price: PriceByTerms,
  { amountRupiah, weeks, on, closed = [] }: Wish,
): PricedOffer {
  const terms = { ...price.terms, installments: installmentsFor(price, weeks) };
  const schedule = makeSchedule({
    product: terms,
    principal: amountRupiah,
    disbursedOn: on,
    closures: terms.onClosedDays && { ...terms.onClosedDays, closed },
  });
  const rows = scheduleRows(schedule);
  const kept = keptBack(terms, amountRupiah);
  const feeRupiah =
    applyRate(amountRupiah, parsePercent(price.upfrontFeePercent)) +
    sum(kept.map((one) => one.rupiah));
  const spread = spreadFees(terms, { principal: amountRupiah, dueOn: schedule.dueOn });
  const savingsRupiah = applyRate(amountRupiah, parsePercent(price.savingsPercent));
  const payments = rows.map((row, index) => ({
    on: row.dueOn,
    amountRupiah:
      row.total +
      sum(spread.filter((part) => part.dueOn === row.dueOn).map((part) => part.rupiah)) -
      (index === rows.length - 1 ? savingsRupiah : 0n),
  }));
  const flow = {
    receivedOn: on,
    receivedRupiah: amountRupiah - feeRupiah - savingsRupiah,
    payments,
  };
  return {
    askedRupiah: amountRupiah,
    feeRupiah,
    kept,
    spreadRupiah: sum(spread.map((part) => part.rupiah)),
    savingsRupiah,
    flow,
    instalmentRupiah: (payments[0]?.amountRupiah ?? 0n) + (rows.length === 1 ? savingsRupiah : 0n),
    installments: rows.length,
    repayEvery: terms.repayEvery,
    price: truePriceOf(flow),
  };
}

function priceAsTold(price: PriceAsTold, { amountRupiah, on }: Wish): PricedOffer {
  const scaled = (told: Rupiah) => divideHalfEven(told * amountRupiah, price.askedRupiah);
  const instalmentRupiah = scaled(price.instalmentRupiah);
  const { installments, repayEvery } = price;
  const payments = paymentsOf({ instalmentRupiah, installments, repayEvery }, on);
  const receivedRupiah = scaled(price.receivedRupiah);
  const flow = { receivedOn: on, receivedRupiah, payments };
  return {
    askedRupiah: amountRupiah,
    feeRupiah: amountRupiah - receivedRupiah,
    kept: [],
    spreadRupiah: 0n,
    savingsRupiah: 0n,
    flow,
    instalmentRupiah,
    installments,
    repayEvery,
    price: truePriceOf(flow),
  };
}

/** The same amount at equal distances, the first one distance after the money. */
function paymentsOf(
  told: { instalmentRupiah: Rupiah; installments: number; repayEvery: RepayEvery },
  on: BusinessDate,
): Payment[] {
  const { count, unit } = told.repayEvery;
  return Array.from({ length: told.installments }, (_, index) => {
    const step = (index + 1) * count;
    const day =
      unit === 'month' ? addMonths(on, step) : addDays(on, unit === 'week' ? step * 7 : step);
    return { on: day, amountRupiah: told.instalmentRupiah };
  });
}

const weeksPer = { day: 1 / 7, week: 1, month: 365 / 84 } as const;

/** As many instalments as come nearest to the length asked for, where the borrower may choose. */
function installmentsFor({ terms, mostInstallments }: PriceByTerms, weeks: number): number {
  if (mostInstallments === null) return terms.installments;
  const { count, unit } = terms.repayEvery;
  const wanted = Math.round(weeks / (weeksPer[unit] * count));
  return Math.max(1, Math.min(mostInstallments, wanted));
}

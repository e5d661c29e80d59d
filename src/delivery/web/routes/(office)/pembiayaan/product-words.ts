import { everyInWords } from '#domains/lending/repay-every-words.ts';
import { type PriceByTerms, priceOffer } from '#domains/lending/comparable-offer.ts';
import { usualOrder } from '#domains/lending/loan-event.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import { formatPercent } from '#kernel/rate.ts';
import type { Lang, Words } from '#kernel/words.ts';
import {
  closureWords,
  conditionsWords as words,
  feeWords,
  orderWords,
  penaltyWords,
  percentWords,
  prepaymentWords,
  weekendWords,
} from './conditions-words.ts';
import { termsWords } from './terms-words.ts';

interface Priced {
  readonly terms: ProductTerms;
  readonly minimumRupiah: bigint;
  readonly maximumRupiah: bigint;
}

/** `Rp 2.000.000 sampai Rp 5.000.000, 50 angsuran tiap minggu, jasa 25 % flat`. */
export function productSummary(product: Priced): Words {
  const { terms } = product;
  const every = everyInWords(terms.repayEvery);
  const range = (lang: Lang) =>
    `${formatRupiah(product.minimumRupiah, lang)} ${lang === 'id' ? 'sampai' : 'to'} ${formatRupiah(product.maximumRupiah, lang)}`;
  const rate = terms.annualRatePercent;
  const basis = terms.rateBasis === 'whole-term';
  if (terms.marginPercent !== undefined)
    return {
      id: `${range('id')}, ${terms.installments} angsuran ${every.id}, margin tetap ${terms.marginPercent.replace('.', ',')} % dari pokok`,
      en: `${range('en')}, ${terms.installments} instalments ${every.en}, a fixed margin of ${terms.marginPercent} % of the principal`,
    };
  const method = {
    flat: { id: 'flat', en: 'flat' },
    declining: { id: 'menurun', en: 'declining' },
  }[terms.interestMethod];
  return {
    id: `${range('id')}, ${terms.installments} angsuran ${every.id}, jasa ${rate.replace('.', ',')} % ${method.id}${basis ? ' dari pokok' : ' per tahun'}`,
    en: `${range('en')}, ${terms.installments} instalments ${every.en}, ${rate} % ${method.en}${basis ? ' of the principal' : ' a year'}`,
  };
}

/** What a loan of an amount costs, said so that nobody can miss it. */
export interface PriceTold {
  readonly instalmentRupiah: bigint;
  /** Interest or margin, and fees. */
  readonly costRupiah: bigint;
  /** The yearly rate on what is really still owed. */
  readonly nominalAnnual: string;
}

export function priceOf(terms: ProductTerms, principal: bigint, lang: Lang): PriceTold {
  const offer: PriceByTerms = {
    kind: 'terms',
    terms,
    minimumRupiah: principal,
    maximumRupiah: principal,
    mostInstallments: null,
    upfrontFeePercent: '0',
    savingsPercent: '0',
  };
  const priced = priceOffer(offer, { amountRupiah: principal, weeks: 1, on: '2026-01-01' });
  return {
    instalmentRupiah: priced.instalmentRupiah,
    costRupiah: priced.price.costRupiah,
    nominalAnnual: formatPercent(priced.price.nominalAnnual, 1, lang),
  };
}

/** The price in one sentence, with an example of the least amount. */
export function priceSentence(product: Priced, lang: Lang): string {
  const price = priceOf(product.terms, product.minimumRupiah, lang);
  const [least, one, cost] = [product.minimumRupiah, price.instalmentRupiah, price.costRupiah].map(
    (amount) => formatRupiah(amount, lang),
  );
  const name = costName(product.terms);
  return lang === 'id'
    ? `Contoh ${least}: angsuran ${one}, ${name.id} seluruhnya ${cost}. Karena pokok terus berkurang, harga sebenarnya sekitar ${price.nominalAnnual} per tahun.`
    : `For ${least}: instalments of ${one}, ${cost} of ${name.en} in all. As the principal shrinks, the true price is about ${price.nominalAnnual} a year.`;
}

function costName({ marginPercent, fees }: ProductTerms): Words {
  const name =
    marginPercent === undefined ? { id: 'jasa', en: 'interest' } : { id: 'margin', en: 'margin' };
  return fees ? { id: `${name.id} dan biaya`, en: `${name.en} and fees` } : name;
}

/** Whether a product can be applied for on a day. */
export function isOnOffer(
  product: { readonly validFrom: BusinessDate; readonly validTo: BusinessDate | null },
  on: BusinessDate,
): boolean {
  return product.validFrom <= on && (product.validTo === null || product.validTo >= on);
}

/** What a product says beyond its schedule, line by line; what is as usual is said too. */
export function conditionLines({ terms }: Priced): [Words | string, Words][] {
  const { allocation = usualOrder, latePenalty, fees = [], onClosedDays } = terms;
  const byInstalment = allocation.order === 'by-instalment';
  const weekend = onClosedDays?.weekend.join(',');
  return [
    ...fees.map((fee): [string, Words] => [fee.name, feeWords(fee)]),
    [words.lateTitle, latePenalty ? penaltyWords(latePenalty) : words.lateNone],
    [words.order, byInstalment ? words.byInstalment : words.dueFirst],
    [words.partOrder, orderWords(byInstalment ? allocation.parts : allocation.due)],
    ...(byInstalment
      ? []
      : [[words.advanceOrder, orderWords(allocation.inAdvance)] satisfies [Words, Words]]),
    [words.prepayment, prepaymentWords[terms.prepayment ?? 'next-instalments']],
    ...(onClosedDays
      ? ([[words.closed, closureWords[onClosedDays.rule]]] satisfies [Words, Words][])
      : []),
    ...(weekend ? ([[words.weekend, weekendWords(weekend)]] satisfies [Words, Words][]) : []),
  ];
}

/** What a product's schedules are made from, line by line; graces only where there are any. */
export function termLines({ terms }: Priced): [Words, Words][] {
  const { grace, dayCount, roundInstallmentTo } = terms;
  const lines: [Words, Words][] = [
    terms.marginPercent === undefined
      ? [
          termsWords.method,
          terms.interestMethod === 'flat' ? termsWords.flat : termsWords.declining,
        ]
      : [words.margin, percentWords(terms.marginPercent)],
    [
      termsWords.amortization,
      terms.amortization === 'equal-principal'
        ? termsWords.equalPrincipal
        : termsWords.equalInstallments,
    ],
    [
      termsWords.period,
      terms.interestPeriod === 'daily' ? termsWords.daily : termsWords.samePeriod,
    ],
    [
      termsWords.year,
      {
        '365': termsWords.year365,
        '360': termsWords.year360,
        '364': termsWords.year364,
        actual: termsWords.yearActual,
      }[dayCount.year],
    ],
  ];
  const counted: [Words, number][] = [
    [termsWords.gracePrincipal, grace.principal],
    [termsWords.graceInterest, grace.interestPayment],
    [termsWords.graceFree, grace.interestFree],
  ];
  for (const [label, count] of counted) {
    if (count > 0) lines.push([label, { id: String(count), en: String(count) }]);
  }
  if (roundInstallmentTo) {
    const amount = BigInt(roundInstallmentTo);
    lines.push([
      termsWords.round,
      { id: formatRupiah(amount, 'id'), en: formatRupiah(amount, 'en') },
    ]);
  }
  return lines;
}

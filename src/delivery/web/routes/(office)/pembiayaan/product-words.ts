import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import { scheduleRows, totalDue } from '#domains/lending/schedule-row.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';
import { offerOf, truePriceOf } from '#domains/lending/true-price.ts';
import { formatRupiah } from '#kernel/money.ts';
import { formatPercent } from '#kernel/rate.ts';
import type { Lang, Words } from '#kernel/words.ts';

const units: Record<ProductTerms['repayEvery']['unit'], Words> = {
  day: { id: 'hari', en: 'day' },
  week: { id: 'minggu', en: 'week' },
  month: { id: 'bulan', en: 'month' },
};

interface Priced {
  readonly terms: ProductTerms;
  readonly minimumRupiah: bigint;
  readonly maximumRupiah: bigint;
}

/** `Rp 2.000.000 sampai Rp 5.000.000, 50 angsuran tiap minggu, jasa 25 % flat`. */
export function productSummary(product: Priced): Words {
  const { terms } = product;
  const { count, unit } = terms.repayEvery;
  const every = (lang: Lang) =>
    count === 1
      ? `${lang === 'id' ? 'tiap' : 'every'} ${units[unit][lang]}`
      : `${lang === 'id' ? 'tiap' : 'every'} ${count} ${units[unit][lang]}${lang === 'en' ? 's' : ''}`;
  const range = (lang: Lang) =>
    `${formatRupiah(product.minimumRupiah, lang)} ${lang === 'id' ? 'sampai' : 'to'} ${formatRupiah(product.maximumRupiah, lang)}`;
  const rate = terms.annualRatePercent;
  const basis = terms.rateBasis === 'whole-term';
  const method = {
    flat: { id: 'flat', en: 'flat' },
    declining: { id: 'menurun', en: 'declining' },
  }[terms.interestMethod];
  return {
    id: `${range('id')}, ${terms.installments} angsuran ${every('id')}, jasa ${rate.replace('.', ',')} % ${method.id}${basis ? ' dari pokok' : ' per tahun'}`,
    en: `${range('en')}, ${terms.installments} instalments ${every('en')}, ${rate} % ${method.en}${basis ? ' of the principal' : ' a year'}`,
  };
}

/** What a loan of an amount costs, said so that nobody can miss it. */
export interface PriceTold {
  readonly instalmentRupiah: bigint;
  readonly interestRupiah: bigint;
  /** The yearly rate on what is really still owed. */
  readonly nominalAnnual: string;
}

export function priceOf(terms: ProductTerms, principal: bigint, lang: Lang): PriceTold {
  const disbursedOn = '2026-01-01';
  const schedule = makeSchedule({ product: terms, principal, disbursedOn });
  const price = truePriceOf(offerOf(schedule, disbursedOn));
  return {
    instalmentRupiah: scheduleRows(schedule)[0]?.total ?? 0n,
    interestRupiah: totalDue(schedule).interest,
    nominalAnnual: formatPercent(price.nominalAnnual, 1, lang),
  };
}

/** The price in one sentence, with an example of the least amount. */
export function priceSentence(product: Priced, lang: Lang): string {
  const price = priceOf(product.terms, product.minimumRupiah, lang);
  const [least, one, cost] = [
    product.minimumRupiah,
    price.instalmentRupiah,
    price.interestRupiah,
  ].map((amount) => formatRupiah(amount, lang));
  return lang === 'id'
    ? `Contoh ${least}: angsuran ${one}, jasa seluruhnya ${cost}. Karena pokok terus berkurang, harga sebenarnya sekitar ${price.nominalAnnual} per tahun.`
    : `For ${least}: instalments of ${one}, ${cost} of interest in all. As the principal shrinks, the true price is about ${price.nominalAnnual} a year.`;
}

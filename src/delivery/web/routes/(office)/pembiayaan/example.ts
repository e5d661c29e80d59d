import { type PriceByTerms, priceOffer } from '#domains/lending/comparable-offer.ts';
import { type ExplainedOffer, explainOffer } from '#domains/lending/explain-offer.ts';
import { productTermsInput } from '#domains/lending/input.ts';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import { type ScheduleRow, scheduleRows } from '#domains/lending/schedule-row.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { parseRupiah, type Rupiah } from '#kernel/money.ts';
import { type FieldText, percentOf, rateQuestion, termsOf } from './terms-form.ts';

/** What the terms in a form come to for one loan. */
export interface Example {
  readonly amountRupiah: Rupiah;
  readonly rows: readonly ScheduleRow[];
  readonly explained: ExplainedOffer;
}

/**
 * The schedule and the true price of a loan by what stands in the form, on the server and in the browser alike; null
 * while the form cannot be computed yet.
 */
export function exampleOf(text: FieldText, on: BusinessDate): Example | null {
  const terms = productTermsInput.safeParse(termsOf(text));
  const amount = parseRupiah(text('contoh') || text('minimumRupiah'));
  const percents = ['upfrontFeePercent', 'compulsorySavingsPercent'].map((name) =>
    percentOf(text(name) || '0'),
  );
  const readable = percents.every((percent) => /^\d{1,2}(\.\d{1,4})?$/.test(percent));
  if (!terms.success || !amount.ok || amount.value === 0n || !readable) return null;
  if (text('ratePer') === '' && rateQuestion(text)) return null;
  const [upfrontFeePercent = '0', savingsPercent = '0'] = percents;
  const price: PriceByTerms = {
    kind: 'terms',
    terms: terms.data,
    minimumRupiah: amount.value,
    maximumRupiah: amount.value,
    mostInstallments: null,
    upfrontFeePercent,
    savingsPercent,
  };
  try {
    const wish = { amountRupiah: amount.value, weeks: 1, on };
    const schedule = makeSchedule({
      product: terms.data,
      principal: amount.value,
      disbursedOn: on,
    });
    return {
      amountRupiah: amount.value,
      rows: scheduleRows(schedule),
      explained: explainOffer(price, priceOffer(price, wish)),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

import { type PriceByTerms, priceOffer } from '#domains/lending/comparable-offer.ts';
import { type ExplainedOffer, explainOffer } from '#domains/lending/explain-offer.ts';
import { productTermsInput } from '#domains/lending/input.ts';
import { spreadFees } from '#domains/lending/product-conditions.ts';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import { type ScheduleRow, scheduleRows } from '#domains/lending/schedule-row.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { parseRupiah, type Rupiah, sum } from '#kernel/money.ts';
import { conditionsOf } from './conditions-form.ts';
import { type FieldText, percentOf, rateQuestion, termsOf } from './terms-form.ts';

/** What the terms in a form come to for one loan. */
export interface Example {
  readonly amountRupiah: Rupiah;
  readonly rows: readonly ScheduleRow[];
  /** Fees that are part of each instalment, in order of the rows; empty where there are none. */
  readonly fees: readonly Rupiah[];
  readonly explained: ExplainedOffer;
}

/**
 * The schedule and the true price of a loan by what stands in the form, on the server and in the browser alike; null
 * while the form cannot be computed yet.
 *
 * @param closed days of the city's closures to come
 */
export function exampleOf(
  text: FieldText,
  on: BusinessDate,
  closed: readonly BusinessDate[] = [],
): Example | null {
  const terms = productTermsInput.safeParse({ ...termsOf(text), ...conditionsOf(text) });
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
    const wish = { amountRupiah: amount.value, weeks: 1, on, closed };
    const schedule = makeSchedule({
      product: terms.data,
      principal: amount.value,
      disbursedOn: on,
      closures: terms.data.onClosedDays && { ...terms.data.onClosedDays, closed },
    });
    const rows = scheduleRows(schedule);
    const spread = spreadFees(terms.data, { principal: amount.value, dueOn: schedule.dueOn });
    return {
      amountRupiah: amount.value,
      rows,
      fees:
        spread.length === 0
          ? []
          : rows.map((row) =>
              sum(spread.filter((part) => part.dueOn === row.dueOn).map((part) => part.rupiah)),
            ),
      explained: explainOffer(price, priceOffer(price, wish)),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

import { annualPercent, rateDoubt, type RatePer } from '#domains/lending/rate-doubt.ts';
import { parseRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { Json } from '#platform/command/command.ts';

/** What a form's fields say, by name; as a posted form and a form in the browser both can tell. */
export type FieldText = (name: string) => string;

/** `25`, `25 %`, `1,5` as a decimal with a point; anything else as it was typed, to be refused beside its field. */
export function percentOf(typed: string): string {
  return typed.trim().replace(/\s*%$/, '').replace(',', '.');
}

/** What was typed as digits; what is no amount stays as it is and is refused beside its field. */
export function digitsOf(typed: string): string {
  const read = parseRupiah(typed);
  return read.ok ? read.value.toString() : typed;
}

const perOf: Readonly<Record<string, RatePer>> = {
  tahun: 'year',
  bulan: 'month',
  masa: 'term',
  margin: 'term',
};
const decimal = /^\d{1,3}(\.\d{1,6})?$/;

/** The terms of a schedule as their schema reads them; what could not be read goes there as typed. */
export function termsOf(text: FieldText): Record<string, Json> {
  const percent = percentOf(text('terms.annualRatePercent'));
  const per = perOf[text('ratePer')];
  const count = (name: string) => Number(text(name) || Number.NaN);
  const grace = (name: string) => Number(text(name) || '0');
  const round = text('terms.roundInstallmentTo');
  return {
    ...(text('ratePer') === 'margin'
      ? { annualRatePercent: '0', marginPercent: percent, interestMethod: 'flat' }
      : {
          annualRatePercent: per && decimal.test(percent) ? annualPercent(percent, per) : percent,
          rateBasis: per === 'term' ? 'whole-term' : 'per-year',
          interestMethod: text('terms.interestMethod'),
        }),
    amortization: text('terms.amortization') || 'equal-installments',
    installments: count('terms.installments'),
    repayEvery: { count: count('terms.repayEvery.count'), unit: text('terms.repayEvery.unit') },
    interestPeriod: text('terms.interestPeriod') || 'same-as-repayment',
    dayCount: {
      year: text('terms.dayCount.year') || '365',
      month: text('terms.dayCount.month') || 'actual',
    },
    annuity: text('terms.annuity') || 'nominal',
    grace: {
      principal: grace('terms.grace.principal'),
      interestPayment: grace('terms.grace.interestPayment'),
      interestFree: grace('terms.grace.interestFree'),
    },
    ...(round && { roundInstallmentTo: digitsOf(round) }),
  };
}

/** What must still be asked about the rate before it is believed; null when nothing, or when it was confirmed. */
export function rateQuestion(text: FieldText): Words | null {
  const per = perOf[text('ratePer')];
  if (!per) {
    return {
      id: 'Pilih: persen itu per tahun, per bulan, atau sekali untuk seluruh masa?',
      en: 'Choose: is the percentage per year, per month, or once for the whole term?',
    };
  }
  const percent = percentOf(text('terms.annualRatePercent'));
  if (!decimal.test(percent) || text('rateSure') === percent) return null;
  return rateDoubt(percent, per);
}

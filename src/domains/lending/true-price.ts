import { type BusinessDate, diffDays } from '#kernel/date.ts';
import { divideHalfEven, type Rupiah, sum } from '#kernel/money.ts';
import { makeRate, type Rate } from '#kernel/rate.ts';
import type { CumulativeSchedule } from './loan-standing.ts';
import { scheduleRows } from './schedule-row.ts';

/** One offer as anyone can compare it. */
export interface TruePrice {
  /** From the day the money is received to the last payment. */
  readonly days: number;
  /** All that is paid beyond what was received; negative when less is paid back. */
  readonly costRupiah: Rupiah;
  /** The rate of one day at which the payments are worth what was received, compounded daily. */
  readonly daily: Rate;
  /** Cost per Rp 1,000,000 received and week of the loan's length, rounded half-even. */
  readonly costPerMillionWeek: Rupiah;
  /** With compounding: what the money costs over a year. */
  readonly effectiveAnnual: Rate;
  /** Weekly rate × 52, without compounding: the figure to hold beside a flat rate. */
  readonly nominalAnnual: Rate;
}

/** Money received on a day, and what is paid for it afterwards. */
export interface Offer {
  readonly receivedOn: BusinessDate;
  /** In the borrower's hand: after fees and compulsory savings, above 0. */
  readonly receivedRupiah: Rupiah;
  readonly payments: readonly Payment[];
}

/** Below 0 when more comes back that day, such as savings that were kept, than is paid. */
export interface Payment {
  readonly on: BusinessDate;
  readonly amountRupiah: Rupiah;
}

// Twelve decimals for rates and growth: far beyond the one decimal a screen shows.
const scale = 10n ** 12n;

/**
 * The true price of an offer: the daily rate at which the payments are worth what was received, found by
 * halving an interval on whole numbers, so that every machine gets the same digits.
 *
 * @throws RangeError when nothing was received or a payment is not after it
 */
export function truePriceOf(offer: Offer): TruePrice {
  const { receivedRupiah, payments, receivedOn } = offer;
  if (receivedRupiah <= 0n) throw new RangeError('nothing was received');
  const days = payments.map((payment) => diffDays(receivedOn, payment.on));
  if (days.some((day, index) => day <= (days[index - 1] ?? 0)))
    throw new RangeError('payments must follow in time');
  const costRupiah = sum(payments.map((payment) => payment.amountRupiah)) - receivedRupiah;
  const length = BigInt(days.at(-1) ?? 1);
  const daily = costRupiah <= 0n ? 0n : dailyRate(offer, days);
  return {
    days: Number(length),
    costRupiah,
    daily: makeRate(daily, scale),
    costPerMillionWeek: divideHalfEven(costRupiah * 1_000_000n * 7n, receivedRupiah * length),
    effectiveAnnual: makeRate(power(scale + daily, 365) - scale, scale),
    nominalAnnual: makeRate((power(scale + daily, 7) - scale) * 52n, scale),
  };
}

/** The offer that a schedule is, when the whole principal reaches the borrower. */
export function offerOf(schedule: CumulativeSchedule, disbursedOn: BusinessDate): Offer {
  const payments = scheduleRows(schedule).map((row) => ({
    on: row.dueOn,
    amountRupiah: row.total,
  }));
  return { receivedOn: disbursedOn, receivedRupiah: schedule.principalDue.at(-1) ?? 0n, payments };
}

function dailyRate({ receivedRupiah, payments }: Offer, days: readonly number[]): bigint {
  let low = 0n;
  // From 1 % a day; doubled until the payments no longer keep up with it.
  let high = scale / 100n;
  while (balanceAfter(high) <= 0n) {
    low = high;
    high *= 2n;
  }
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (balanceAfter(middle) > 0n) high = middle;
    else low = middle;
  }
  return low;

  /** What would still be owed after the last payment at this daily rate, scaled. */
  function balanceAfter(rate: bigint): bigint {
    let balance = receivedRupiah * scale;
    let before = 0;
    payments.forEach((payment, index) => {
      const day = days[index] ?? before;
      balance =
        (balance * power(scale + rate, day - before)) / scale - payment.amountRupiah * scale;
      before = day;
    });
    return balance;
  }
}

/** A scaled growth factor to a whole power, by squaring. */
function power(factor: bigint, exponent: number): bigint {
  let result = scale;
  let square = factor;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) / scale;
    square = (square * square) / scale;
  }
  return result;
}

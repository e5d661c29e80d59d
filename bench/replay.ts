import type { LoanEvent } from '#domains/lending/loan-event.ts';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import { replayLoan } from '#domains/lending/replay.ts';
import { addDays } from '#kernel/date.ts';
import { median, percentile, type Benchmark } from './measure.ts';

const postings = 2_400;
const disbursedOn = '2020-01-06';
const goalMs = 50;

/** One loan paid every day for six and a half years, the last entry dated back to its first week. */
export const replay: Benchmark = {
  name: 'replay',
  run(full) {
    const schedules = [dailyLoan()];
    const asOf = addDays(disbursedOn, postings + 30);
    const events = history();
    const times: number[] = [];
    let left = 0n;
    for (let round = 0; round < (full ? 200 : 50); round += 1) {
      const started = performance.now();
      const { totals } = replayLoan({ disbursedOn, schedules, events, asOf });
      times.push(performance.now() - started);
      left = totals.principalOutstanding;
    }
    const figure = median(times);
    return Promise.resolve({
      figure,
      unit: 'ms',
      reference: null,
      ratio: null,
      goal: `2,400 postings, one backdated, ≤ ${goalMs} ms`,
      holds: figure <= goalMs,
      notes: [
        `first ${times[0]?.toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms of ${times.length}; principal left ${left}`,
      ],
    });
  },
};

function dailyLoan() {
  return makeSchedule({
    principal: 120_000_000n,
    disbursedOn,
    product: {
      annualRatePercent: '12',
      interestMethod: 'declining',
      amortization: 'equal-installments',
      installments: postings,
      repayEvery: { count: 1, unit: 'day' },
      interestPeriod: 'same-as-repayment',
      dayCount: { year: '365', month: 'actual' },
      annuity: 'nominal',
      grace: { principal: 0, interestPayment: 0, interestFree: 0 },
    },
  });
}

/** Uneven payments, a penalty a month, a reversal a quarter, and at last one payment of the first week. */
function history(): LoanEvent[] {
  const events: LoanEvent[] = [];
  for (let day = 1; events.length < postings - 1; day += 1) {
    const on = addDays(disbursedOn, day);
    if (day % 90 === 0)
      events.push({ id: `undo ${day}`, kind: 'reversal', of: `pay ${day - 1}`, on });
    else if (day % 30 === 0)
      events.push({ id: `late ${day}`, kind: 'penalty', on, amount: 5_000n });
    else
      events.push({ id: `pay ${day}`, kind: 'repayment', on, amount: 60_000n + BigInt(day % 7) });
  }
  return [
    ...events,
    { id: 'forgotten', kind: 'repayment', on: addDays(disbursedOn, 4), amount: 75_000n },
  ];
}

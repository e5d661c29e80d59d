import { describe, expect, it } from 'vitest';
import { computeLoan } from './compute-loan.ts';

/** Rp 1,200,000 of capital given back in four months, at no price of its own: the lender has a share of what it earns. */
const terms = {
  currencyDigits: 0,
  principal: '1200000',
  disbursedOn: '2026-01-05',
  annualRatePercent: '0',
  interestMethod: 'flat',
  amortization: 'equal-principal',
  installments: 4,
  repayEvery: { count: 1, unit: 'month' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
};
/** What the business reported for a month, times the lender's share of it, payable with that month's instalment. */
const reported = (id: string, on: string, amount: string) => ({
  id,
  kind: 'fee',
  on,
  dueOn: on,
  amount,
});
const paid = (id: string, on: string, amount: string) => ({ id, kind: 'repayment', on, amount });

function compute(events: readonly object[], asOf: string) {
  const answer = computeLoan(JSON.stringify({ ref: 'bagi hasil', terms, events, asOf }));
  if ('error' in answer) throw new Error(answer.error.message);
  return answer;
}

describe('A profit share', () => {
  it('is owed as it was reported, month by month, and a month that nobody reported owes the capital alone', () => {
    const { schedule, totals } = compute(
      [
        reported('january', '2026-02-05', '45000'),
        paid('first', '2026-02-05', '345000'),
        // February earned less; March made a loss, of which there is nothing to share.
        reported('february', '2026-03-05', '12000'),
      ],
      '2026-04-05',
    );
    expect(schedule.map((row) => [row.principal, row.interest, row.fee, row.outstanding])).toEqual([
      ['300000', '0', '45000', '0'],
      ['300000', '0', '12000', '312000'],
      ['300000', '0', '0', '300000'],
      ['300000', '0', '0', '300000'],
    ]);
    expect(totals).toMatchObject({ interestOutstanding: '0', payoff: '912000' });
  });

  it('that was reported wrongly is undone and reported again; what was paid on it goes to the capital', () => {
    const wrong = reported('january', '2026-02-05', '45000');
    const { allocations, schedule } = compute(
      [
        wrong,
        paid('first', '2026-02-05', '345000'),
        { id: 'undo', kind: 'reversal', of: 'january', on: '2026-02-10' },
        reported('again', '2026-02-05', '40000'),
      ],
      '2026-02-10',
    );
    expect(allocations[0]).toMatchObject({ fee: '40000', principal: '305000', overpaid: '0' });
    expect(schedule[1]).toMatchObject({ outstanding: '295000' });
  });
});

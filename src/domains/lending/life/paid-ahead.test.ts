import { expect, it } from 'vitest';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { withPrepaid } from './new-schedules.ts';

/** Four weeks of Rp 100,000 and Rp 10,000. */
const weeks = {
  dueOn: ['2026-01-14', '2026-01-21', '2026-01-28', '2026-02-04'],
  principalDue: [100_000n, 200_000n, 300_000n, 400_000n],
  interestDue: [10_000n, 20_000n, 30_000n, 40_000n],
};

it.each(['lower-instalment', 'shorter-term'] as const)(
  'Money ahead (%s) never asks again for interest that was paid early',
  (mode) => {
    const after = withPrepaid(weeks, {
      on: '2026-01-14',
      // The first week and, entered for a day before, the second as well.
      paid: { principal: 200_000n, interest: 20_000n },
      principal: 50_000n,
      mode,
      terms: { ...weeklyTerms, interestMethod: 'flat' },
    });
    expect(after.principalDue.at(-1)).toBe(400_000n);
    // Of Rp 20,000 for the last two weeks the share of the Rp 150,000 that is left: at most three quarters.
    const [due = 0n, paid] = [after.interestDue.at(-1), 20_000n];
    expect(due > paid && due <= 35_000n).toBe(true);
  },
);

it.each(['lower-instalment', 'shorter-term'] as const)(
  'All principal paid ahead (%s) leaves no interest to ask for, and the whole of an agreed margin',
  (mode) => {
    const paid = { principal: 100_000n, interest: 10_000n };
    const change = { on: '2026-01-14', paid, principal: 300_000n, mode } as const;
    const terms = { ...weeklyTerms, interestMethod: 'flat' } as const;
    const after = withPrepaid(weeks, { ...change, terms });
    expect([after.principalDue.at(-1), after.interestDue.at(-1)]).toEqual([400_000n, 10_000n]);
    const sold = withPrepaid(weeks, { ...change, terms: { ...terms, marginPercent: '10' } });
    expect([sold.principalDue.at(-1), sold.interestDue.at(-1)]).toEqual([400_000n, 40_000n]);
  },
);

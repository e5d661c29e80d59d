import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { scheduleOf } from '#test/worlds/random-portfolio.ts';
import { replayLoan } from './replay.ts';
import { settle } from './sheet-allocation.ts';
import type { OwedState } from './sheet-allocation.ts';

const disbursedOn = '2026-01-05';
const schedule = fc
  .array(
    fc.record({
      days: fc.integer({ min: 1, max: 9 }),
      principal: fc.bigInt({ min: 1n, max: 50_000n }),
      interest: fc.bigInt({ min: 0n, max: 9_000n }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => scheduleOf(disbursedOn, steps));
const payment = fc.record({
  on: fc.integer({ min: 0, max: 90 }).map((days) => addDays(disbursedOn, days)),
  amount: fc.bigInt({ min: 1n, max: 90_000n }),
});

it('A loan with nothing but repayments, entered in any order of days, settles as replaying all of it does', () => {
  fc.assert(
    fc.property(schedule, fc.array(payment, { maxLength: 6 }), (given, payments) => {
      const replay = replayLoan({
        disbursedOn,
        schedules: [given],
        allocation: undefined,
        events: payments.map((one, i) => ({ id: `p${i}`, kind: 'repayment', ...one })),
        asOf: addDays(disbursedOn, 200),
      });
      let owed: OwedState = {
        principal: 0n,
        interest: 0n,
        schedule: given,
        charges: [],
        life: null,
      };
      let overpaid = 0n;
      for (const { on, amount } of payments) {
        const money = { id: '', amount, on, today: on, coverId: null, newId: () => '' };
        const settled = settle(owed, money);
        owed = settled.after;
        overpaid += settled.share.overpaid;
      }
      const { principal, interest } = replay.paid;
      const total = payments.reduce((sum, one) => sum + one.amount, 0n);
      expect(owed).toMatchObject({ principal, interest });
      expect(overpaid).toBe(total - principal - interest);
    }),
    { numRuns: 400 },
  );
});

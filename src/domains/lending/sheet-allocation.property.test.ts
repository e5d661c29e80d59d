import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { scheduleOf } from '#test/worlds/random-portfolio.ts';
import type { AllocationOrder, LoanEvent } from './loan-event.ts';
import { parts } from './loan-event.ts';
import { replayLoan } from './replay.ts';
import { settle, standingWithCharges, stillOpen } from './sheet-allocation.ts';
import type { OwedState } from './sheet-allocation.ts';

const disbursedOn = '2026-01-05';
const order = fc.shuffledSubarray([...parts], { minLength: 4 });
const allocation: fc.Arbitrary<AllocationOrder | undefined> = fc.oneof(
  fc.constant(undefined),
  order.map((given) => ({ order: 'by-instalment' as const, parts: given })),
  fc.record({ order: fc.constant('due-then-advance' as const), due: order, inAdvance: order }),
);
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
const amount = fc.bigInt({ min: 1n, max: 90_000n });

it('A sheet settles charges, interest and principal as replaying the whole loan does', () => {
  fc.assert(
    fc.property(
      fc.record({ schedule, allocation }),
      fc.array(
        fc.record({
          part: fc.constantFrom('fee' as const, 'penalty' as const),
          dueOn: fc.integer({ min: 0, max: 90 }).map((days) => addDays(disbursedOn, days)),
          amount: fc.bigInt({ min: 1n, max: 8_000n }),
        }),
        { maxLength: 5 },
      ),
      fc.array(fc.record({ days: fc.integer({ min: 0, max: 90 }), amount }), { maxLength: 6 }),
      (loan, given, made) => {
        const charges = [...given].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
        const payments = made
          .map(({ days, amount: paid }) => ({ on: addDays(disbursedOn, days), amount: paid }))
          .sort((a, b) => (a.on < b.on ? -1 : 1));
        const replay = replayLoan({
          disbursedOn,
          schedules: [loan.schedule],
          allocation: loan.allocation,
          events: [
            ...charges.map((charge, i): LoanEvent => ({
              id: `c${i}`,
              kind: charge.part,
              on: disbursedOn,
              dueOn: charge.dueOn,
              amount: charge.amount,
            })),
            ...payments.map((payment, i): LoanEvent => ({
              id: `p${i}`,
              kind: 'repayment',
              ...payment,
            })),
          ],
          asOf: addDays(disbursedOn, 200),
        });
        const sums = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n, overpaid: 0n };
        for (const payment of payments) {
          const owed: OwedState = { ...sums, charges: stillOpen(charges, sums) };
          const share = settle(loan, owed, payment);
          for (const name of ['principal', 'interest', 'fee', 'penalty', 'overpaid'] as const)
            sums[name] += share[name];
          expect(
            share.principal + share.interest + share.fee + share.penalty + share.overpaid,
          ).toBe(payment.amount);
        }
        const { overpaid: _, ...paid } = sums;
        expect(paid).toEqual(replay.paid);
        const end = standingWithCharges(
          loan.schedule,
          { ...sums, charges: stillOpen(charges, sums) },
          addDays(disbursedOn, 200),
        );
        const { principalOutstanding, interestOutstanding, chargesOutstanding } = replay.totals;
        expect(end.payoffRupiah).toBe(
          principalOutstanding + interestOutstanding + chargesOutstanding,
        );
      },
    ),
    { numRuns: 400 },
  );
});

import { expect, it } from 'vitest';
import { allocateByInstalment } from './allocation.ts';

/** Three weeks of 40,000 principal and 10,000 interest. */
const schedule = {
  dueOn: ['2026-01-12', '2026-01-19', '2026-01-26'],
  principalDue: [40_000n, 80_000n, 120_000n],
  interestDue: [10_000n, 20_000n, 30_000n],
};

// What was paid before (principal interest) | what comes in | goes to principal, interest, is too much
it.each`
  what                                   | before            | amount      | principal   | interest   | overpaid
  ${'a whole instalment'}                | ${[0, 0]}         | ${50_000n}  | ${40_000n}  | ${10_000n} | ${0n}
  ${'less than the interest'}            | ${[0, 0]}         | ${6_000n}   | ${0n}       | ${6_000n}  | ${0n}
  ${'interest before principal'}         | ${[0, 0]}         | ${20_000n}  | ${10_000n}  | ${10_000n} | ${0n}
  ${'the rest of a part payment'}        | ${[10_000, 10_000]} | ${30_000n} | ${30_000n} | ${0n}      | ${0n}
  ${'the oldest instalment first'}       | ${[10_000, 10_000]} | ${45_000n} | ${35_000n} | ${10_000n} | ${0n}
  ${'two instalments ahead'}             | ${[0, 0]}         | ${100_000n} | ${80_000n}  | ${20_000n} | ${0n}
  ${'the whole loan'}                    | ${[0, 0]}         | ${150_000n} | ${120_000n} | ${30_000n} | ${0n}
  ${'more than is owed'}                 | ${[80_000, 20_000]} | ${60_000n} | ${40_000n} | ${10_000n} | ${10_000n}
  ${'something on a loan that is paid'}  | ${[120_000, 30_000]} | ${500n}   | ${0n}      | ${0n}      | ${500n}
  ${'nothing'}                           | ${[0, 0]}         | ${0n}       | ${0n}       | ${0n}      | ${0n}
`('Rp $amount as $what', ({ before, amount, principal, interest, overpaid }) => {
  const paid = { principal: BigInt(before[0]), interest: BigInt(before[1]) };
  expect(allocateByInstalment(schedule, paid, amount)).toEqual({ principal, interest, overpaid });
});

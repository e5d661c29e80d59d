import { expect, it } from 'vitest';
import { allocateByInstalment } from './allocation.ts';

/** Three weeks of 40,000 principal and 10,000 interest. */
const schedule = {
  dueOn: ['2026-01-12', '2026-01-19', '2026-01-26'],
  principalDue: [40_000n, 80_000n, 120_000n],
  interestDue: [10_000n, 20_000n, 30_000n],
};

function allocated(line: string): string {
  const [principal = 0n, interest = 0n, amount = 0n] = line.match(/\d+/g)?.map(BigInt) ?? [];
  const share = allocateByInstalment(schedule, { principal, interest }, amount);
  return `${share.principal} + ${share.interest}, over ${share.overpaid}`;
}

// Principal + interest paid before ← what comes in; what goes to principal and interest, and what is too much.
it.each([
  ['a whole instalment', '0 + 0 <- 50000', '40000 + 10000, over 0'],
  ['less than the interest', '0 + 0 <- 6000', '0 + 6000, over 0'],
  ['interest before principal', '0 + 0 <- 20000', '10000 + 10000, over 0'],
  ['the rest of a part payment', '10000 + 10000 <- 30000', '30000 + 0, over 0'],
  ['the oldest instalment first', '10000 + 10000 <- 45000', '35000 + 10000, over 0'],
  ['two instalments ahead', '0 + 0 <- 100000', '80000 + 20000, over 0'],
  ['the whole loan', '0 + 0 <- 150000', '120000 + 30000, over 0'],
  ['more than is owed', '80000 + 20000 <- 60000', '40000 + 10000, over 10000'],
  ['something on a loan that is paid', '120000 + 30000 <- 500', '0 + 0, over 500'],
  ['nothing', '0 + 0 <- 0', '0 + 0, over 0'],
])('takes %s', (_, line, expected) => {
  expect(allocated(line)).toBe(expected);
});

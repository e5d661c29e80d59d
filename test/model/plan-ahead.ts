import { askedOn, openCharges, total } from './loan-model.ts';
import type { LoanModel, Plan, PlanRow } from './loan-model.ts';

/**
 * The plan that money beyond what is due puts in force on its day, where the product says so; null where the money goes to
 * the next instalments: also when something counts from a later day already. For flat interest, as a bookkeeper shares it out: what is left of the interest falls as the
 * principal does.
 */
export function planAhead(loan: LoanModel, money: { amount: number; on: string }): Plan | null {
  const plan = newPlan(loan, money);
  // Only interest to come is left: the money is for it.
  return plan !== null && owedUnder(loan, plan) > 0 ? plan : null;
}

/** Whether nothing counts from a later day. */
export function isLatest(loan: LoanModel, day: string): boolean {
  return loan.entries.every((entry) => entry.on <= day);
}

function newPlan(loan: LoanModel, { amount, on }: { amount: number; on: string }): Plan | null {
  const beyond = amount - askedOn(loan, on);
  if (loan.terms.ahead === 'next-instalments' || !isLatest(loan, on) || beyond <= 0) return null;
  const past = loan.plan.filter((row) => row.dueOn <= on);
  const coming = loan.plan.filter((row) => row.dueOn > on);
  const early = (part: 'principal' | 'interest') =>
    Math.max(0, loan.paid[part] - total(past, part));
  const owed = total(coming, 'principal') - early('principal');
  const row = { dueOn: on, interest: early('interest') };
  if (beyond >= owed) return [...past, { ...row, principal: total(coming, 'principal') }];
  const rest = {
    principal: owed - beyond,
    interest: Math.max(0, total(coming, 'interest') - early('interest')),
    owed,
  };
  const now = { ...row, principal: early('principal') + beyond };
  return [...past, now, ...instalments(coming, rest, loan.terms.ahead)];
}

/** What is owed under a plan, with the charges; without one under the loan's own. */
export function owedUnder(loan: LoanModel, plan: Plan | null): number {
  const left = (part: 'principal' | 'interest') =>
    Math.max(0, total(plan ?? loan.plan, part) - loan.paid[part]);
  return (
    left('principal') + left('interest') + openCharges(loan, 'fee') + openCharges(loan, 'penalty')
  );
}

function instalments(
  coming: Plan,
  rest: { principal: number; interest: number; owed: number },
  ahead: 'lower-instalment' | 'shorter-term',
): PlanRow[] {
  const inSoMany = (count: number) => {
    const principals = evenly(rest.principal, count);
    const share = (rest.interest * rest.principal * count) / (rest.owed * coming.length);
    const interests = evenly(Math.floor(share), count);
    return coming.slice(0, count).map(({ dueOn }, i) => ({
      dueOn,
      principal: principals[i] ?? 0,
      interest: interests[i] ?? 0,
    }));
  };
  const most = (coming[0]?.principal ?? 0) + (coming[0]?.interest ?? 0);
  for (let count = 1; ahead === 'shorter-term' && count < coming.length; count += 1) {
    const rows = inSoMany(count);
    if (rows.every((row) => row.principal + row.interest <= most)) return rows;
  }
  return inSoMany(coming.length);
}

/** The first bear what does not divide. */
function evenly(amount: number, count: number): number[] {
  const share = Math.floor(amount / count);
  return Array.from({ length: count }, (_, i) => share + (i < amount % count ? 1 : 0));
}

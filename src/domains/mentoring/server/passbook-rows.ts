import { sql } from 'kysely';
import { openChargesOn } from '#domains/lending/life/plans.ts';
import { getLoansInHand, repaymentsOf } from '#domains/lending/server/index.ts';
import type { RepaymentLine } from '#domains/lending/server/index.ts';
import { savingsLinesOf } from '#domains/savings/server/index.ts';
import type { SavingsLine } from '#domains/savings/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import type { Reader } from '#platform/db/reader.ts';

/** A loan as a passbook prints it: what was paid, oldest first, whoever paid it. Whole rupiah. */
export interface PassbookLoan {
  readonly number: string;
  readonly disbursedOn: BusinessDate;
  readonly principalRupiah: bigint;
  readonly repayments: readonly RepaymentLine[];
  /** Fees and penalties not settled: due by the day of printing, and to come. */
  readonly chargesDueRupiah: bigint;
  readonly chargesToComeRupiah: bigint;
}

export interface PassbookRows {
  readonly loans: readonly PassbookLoan[];
  /** Movements of all her savings accounts, oldest first. */
  readonly savings: readonly SavingsLine[];
}

interface LoanRow {
  readonly id: string;
  readonly state: string;
  readonly number: string;
  readonly disbursedOn: BusinessDate;
  readonly principalRupiah: bigint;
}

/** A weekly saver of twenty years fits. */
const mostSavingsLines = 1000;

/** Everything a member's printed passbook lists, one row for each time money moved. */
export async function readPassbookRows(
  db: Reader,
  { personId, today }: { personId: string; today: BusinessDate },
): Promise<PassbookRows> {
  const { rows } = await sql<LoanRow>`
    select id, state, number, disbursed_on as "disbursedOn", principal_rupiah as "principalRupiah" from lending.loan
    where city_id = ${db.city} and person_id = any (array(select registry.records_of(${db.city}, ${personId})))
    order by disbursed_on, number`.execute(db);
  const loans: PassbookLoan[] = [];
  const running = await getLoansInHand(
    db,
    rows.filter((row) => row.state === 'active').map((row) => row.id),
  );
  for (const { id, state: _, ...loan } of rows) {
    const life = running.get(id);
    const charges = life ? openChargesOn(life, today) : [];
    const total = (isDue: boolean) =>
      sum(charges.filter((one) => one.dueOn <= today === isDue).map((one) => one.amount));
    loans.push({
      ...loan,
      repayments: (await repaymentsOf(db, id)).toReversed(),
      chargesDueRupiah: total(true),
      chargesToComeRupiah: total(false),
    });
  }
  const savings = await savingsLinesOf(db, { personId, limit: mostSavingsLines });
  return { loans, savings: savings.toReversed() };
}

import { sql } from 'kysely';
import { repaymentsOf } from '#domains/lending/server/index.ts';
import type { RepaymentLine } from '#domains/lending/server/index.ts';
import { savingsLinesOf } from '#domains/savings/server/index.ts';
import type { SavingsLine } from '#domains/savings/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** A loan as a passbook prints it: what was paid, oldest first, whoever paid it. Whole rupiah. */
export interface PassbookLoan {
  readonly number: string;
  readonly disbursedOn: BusinessDate;
  readonly principalRupiah: bigint;
  readonly repayments: readonly RepaymentLine[];
}

export interface PassbookRows {
  readonly loans: readonly PassbookLoan[];
  /** Movements of all her savings accounts, oldest first. */
  readonly savings: readonly SavingsLine[];
}

/** A weekly saver of twenty years fits. */
const mostSavingsLines = 1000;

/** Everything a member's printed passbook lists, one row for each time money moved. */
export async function readPassbookRows(db: Reader, personId: string): Promise<PassbookRows> {
  const { rows } = await sql<{ id: string } & Omit<PassbookLoan, 'repayments'>>`
    select id, number, disbursed_on as "disbursedOn", principal_rupiah as "principalRupiah" from lending.loan
    where city_id = ${db.city} and person_id = ${personId} order by disbursed_on, number`.execute(
    db,
  );
  const loans: PassbookLoan[] = [];
  for (const { id, ...loan } of rows) {
    loans.push({ ...loan, repayments: (await repaymentsOf(db, id)).toReversed() });
  }
  const savings = await savingsLinesOf(db, { personId, limit: mostSavingsLines });
  return { loans, savings: savings.toReversed() };
}

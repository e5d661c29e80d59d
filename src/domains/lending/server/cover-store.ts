import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { LoanInHand } from '../life/loan-life.ts';

/** Leaves of a cover outside a meeting: what the payer is owed and what the borrower owes. */
export interface CoverLeaves {
  readonly payerId: string;
  readonly claimAccountId: string;
  readonly debtAccountId: string;
}

/** The leaves, or null unless the payer borrows in the same lending group and so answers for the same debts. */
export async function membersWhoCover(
  db: Reader,
  loan: LoanInHand,
  payerId: string | null,
): Promise<CoverLeaves | null> {
  const { rows } = await sql<CoverLeaves>`
    select m.person_id as "payerId", c.id as "claimAccountId", d.id as "debtAccountId"
    from lending.loan m
    join ledger.account c on c.city_id = m.city_id and c.book_id = ${loan.bookId} and c.owner_kind = 'claim' and c.owner_id = m.person_id
    join ledger.account d on d.city_id = m.city_id and d.book_id = ${loan.bookId} and d.owner_kind = 'debt'
      and d.owner_id = ${loan.personId}
    where m.city_id = ${db.city} and m.lending_group_id = ${loan.lendingGroupId} and m.person_id = ${payerId}
    limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Writes a cover outside a meeting and the claim that comes with it; the newest of its group. */
export async function insertCover(
  tx: Tx,
  cover: {
    readonly id: string;
    readonly lendingGroupId: string;
    readonly loanId: string;
    readonly obligorId: string;
    readonly payerId: string;
    readonly amountRupiah: bigint;
    readonly on: BusinessDate;
    readonly agreedOn: BusinessDate;
  },
): Promise<void> {
  await sql`
    with covered as (
      insert into lending.cover (city_id, id, lending_group_id, loan_id, obligor_id, payer_id, amount_rupiah, on_day, agreed_on,
        agreed_by_group)
      values (${tx.city}, ${cover.id}, ${cover.lendingGroupId}, ${cover.loanId}, ${cover.obligorId}, ${cover.payerId},
        ${cover.amountRupiah}, ${cover.on}, ${cover.agreedOn}, true)
    )
    insert into lending.member_claim (city_id, id, cover_id, creditor_id, debtor_id, amount_rupiah, repayment_order, state, opened_on)
    select ${tx.city}, ${newId()}, ${cover.id}, ${cover.payerId}, ${cover.obligorId}, ${cover.amountRupiah},
      1 + (select count(*)::int from lending.cover o where o.city_id = ${tx.city}
        and o.lending_group_id = ${cover.lendingGroupId} and o.on_day = ${cover.on}), 'open', ${cover.on}`.execute(
    tx,
  );
}

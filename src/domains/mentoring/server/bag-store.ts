import { sql } from 'kysely';
import { controls } from '#domains/ledger/chart.ts';
import { openAccounts } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { mentoringProblems } from '../problems.ts';

/** Where each institution's share of a sheet goes, by institution: its book's interest, and the mentor's bag if she carries one. */
export type Chests = ReadonlyMap<
  string,
  { readonly interestIncomeAccountId: string; readonly bagAccountId: string | null }
>;

export async function chestsOf(db: Reader, mentorId: string): Promise<Chests> {
  const { rows } = await sql<{
    institutionId: string;
    interestIncomeAccountId: string;
    bagAccountId: string | null;
  }>`
    select b.institution_id as "institutionId", a.id as "interestIncomeAccountId", g.account_id as "bagAccountId"
    from ledger.book b
    join ledger.account a on a.city_id = b.city_id and a.book_id = b.id and a.leaf is null
      and a.control = ${controls.interestIncome.control}
    left join mentoring.bag g on g.city_id = b.city_id and g.institution_id = b.institution_id and g.mentor_id = ${mentorId}
    where b.city_id = ${db.city}`.execute(db);
  return new Map(rows.map(({ institutionId, ...chest }) => [institutionId, chest]));
}

/** The bag a mentor carries for an institution, made with its ledger leaf when she takes its first cash. */
export async function bagOf(
  tx: Tx,
  carried: { mentorId: string; institutionId: string; bookId: string },
): Promise<{ id: string; accountId: string }> {
  const find = () =>
    sql<{ id: string; accountId: string }>`
    select id, account_id as "accountId" from mentoring.bag
    where city_id = ${tx.city} and mentor_id = ${carried.mentorId} and institution_id = ${carried.institutionId}`.execute(
      tx,
    );
  const there = (await find()).rows[0];
  if (there) return there;
  // Two first meetings of one mentor may close at once: the second waits here, and then finds the bag of the first.
  const { rows: mentors } = await sql<{ login: string }>`
    select login from access.user_account where city_id = ${tx.city} and id = ${carried.mentorId} for update`.execute(
    tx,
  );
  const meanwhile = (await find()).rows[0];
  if (meanwhile) return meanwhile;
  const bag = { id: newId(), accountId: newId() };
  await openAccounts(tx, [
    {
      id: bag.accountId,
      bookId: carried.bookId,
      control: 'bag',
      leaf: mentors[0]?.login ?? carried.mentorId,
      owner: { kind: 'bag', id: bag.id },
    },
  ]);
  await sql`
    insert into mentoring.bag (city_id, id, mentor_id, institution_id, account_id)
    values (${tx.city}, ${bag.id}, ${carried.mentorId}, ${carried.institutionId}, ${bag.accountId})`.execute(
    tx,
  );
  return bag;
}

export interface BagHeld {
  readonly id: string;
  readonly mentorId: string;
  readonly mentorName: string;
  readonly institutionId: string;
  readonly accountId: string;
  /** What is in it by the books, whole rupiah. */
  readonly holds: bigint;
}

/** @throws Refusal `mentoring.unknown-bag` */
export async function getBag(db: Reader, bagId: string): Promise<BagHeld> {
  const { rows } = await sql<BagHeld>`
    select b.id, b.mentor_id as "mentorId", u.name as "mentorName", b.institution_id as "institutionId",
      b.account_id as "accountId", a.balance as holds
    from mentoring.bag b
    join access.user_account u on u.city_id = b.city_id and u.id = b.mentor_id
    join ledger.account a on a.city_id = b.city_id and a.id = b.account_id
    where b.city_id = ${db.city} and b.id = ${bagId}`.execute(db);
  if (!rows[0]) throw mentoringProblems.unknownBag();
  return rows[0];
}

export async function insertDeposit(
  tx: Tx,
  deposit: {
    id: string;
    bagId: string;
    on: BusinessDate;
    amountRupiah: bigint;
    slipNumber: string;
    receivedBy: string;
    journalId: string;
  },
): Promise<void> {
  await sql`
    insert into mentoring.bag_deposit (city_id, id, bag_id, on_day, amount_rupiah, slip_number, received_by, journal_id)
    values (${tx.city}, ${deposit.id}, ${deposit.bagId}, ${deposit.on}, ${deposit.amountRupiah}, ${deposit.slipNumber},
      ${deposit.receivedBy}, ${deposit.journalId})`.execute(tx);
}

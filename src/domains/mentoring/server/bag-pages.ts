import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** A mentor's bag as the cashier sees it. */
export interface BagRow {
  readonly id: string;
  readonly mentorName: string;
  readonly institutionName: string;
  /** What is in it by the books, whole rupiah. */
  readonly holdsRupiah: bigint;
  readonly lastDepositOn: BusinessDate | null;
  /** As the mentor counted it today; null when she did not. */
  readonly countedRupiah: bigint | null;
}

/** A mentor's own bag. */
export interface OwnBag {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly holdsRupiah: bigint;
  /** Counted today; null when not yet. */
  readonly countedRupiah: bigint | null;
}

const countedOn = (day: BusinessDate) => sql<bigint | null>`(
  select c.counted_rupiah from ledger.cash_count c
  where c.city_id = b.city_id and c.account_id = b.account_id and c.on_day = ${day}
  order by c.counted_at desc limit 1)`;

/** The bags one mentor carries. */
export async function bagsOfMentor(
  db: Reader,
  asked: { mentorId: string; today: BusinessDate },
): Promise<OwnBag[]> {
  const { rows } = await sql<OwnBag>`
    select b.id, b.institution_id as "institutionId", i.name as "institutionName", a.balance as "holdsRupiah", ${countedOn(asked.today)} as "countedRupiah"
    from mentoring.bag b
    join partners.institution i on i.city_id = b.city_id and i.id = b.institution_id
    join ledger.account a on a.city_id = b.city_id and a.id = b.account_id
    where b.city_id = ${db.city} and b.mentor_id = ${asked.mentorId} order by i.name`.execute(db);
  return rows;
}

export interface DepositRow {
  readonly id: string;
  readonly on: BusinessDate;
  readonly mentorName: string;
  readonly slipNumber: string;
  readonly amountRupiah: bigint;
  readonly receivedBy: string;
}

/** Bags of the reader's institutions, the fullest first. */
export async function listBags(
  db: Reader,
  { scope, today }: { scope: Scope; today: BusinessDate },
): Promise<BagRow[]> {
  const { rows } = await sql<BagRow>`
    select b.id, u.name as "mentorName", i.name as "institutionName", a.balance as "holdsRupiah",
      (select max(d.on_day) from mentoring.bag_deposit d where d.city_id = b.city_id and d.bag_id = b.id) as "lastDepositOn",
      ${countedOn(today)} as "countedRupiah"
    from mentoring.bag b
    join access.user_account u on u.city_id = b.city_id and u.id = b.mentor_id
    join partners.institution i on i.city_id = b.city_id and i.id = b.institution_id
    join ledger.account a on a.city_id = b.city_id and a.id = b.account_id
    where b.city_id = ${db.city} and (${scope.all} or b.institution_id = any (${[...scope.institution]}::uuid[]))
    order by a.balance desc, u.name`.execute(db);
  return rows;
}

/** The latest deposits at the reader's institutions. */
export async function listDeposits(
  db: Reader,
  asked: { scope: Scope; limit: number },
): Promise<DepositRow[]> {
  const { rows } = await sql<DepositRow>`
    select d.id, d.on_day as "on", u.name as "mentorName", d.slip_number as "slipNumber", d.amount_rupiah as "amountRupiah",
      k.name as "receivedBy"
    from mentoring.bag_deposit d
    join mentoring.bag b on b.city_id = d.city_id and b.id = d.bag_id
    join access.user_account u on u.city_id = b.city_id and u.id = b.mentor_id
    left join access.user_account k on k.city_id = d.city_id and k.id = d.received_by
    where d.city_id = ${db.city} and (${asked.scope.all} or b.institution_id = any (${[...asked.scope.institution]}::uuid[]))
    order by d.on_day desc, d.id desc limit ${asked.limit}`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { containing, orderOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { CounsellingResult } from '../../counselling/counselling.ts';
import { scopeOfLending } from '../lending-scope.ts';
import { standingSql } from '../loan-pages.ts';

/** A line of the worklist: a case, or a loan in arrears that nobody has taken on yet. */
export interface CounsellingRow {
  readonly counsellingId: string | null;
  readonly number: string | null;
  readonly state: 'none' | 'open' | 'closed';
  readonly result: CounsellingResult | null;
  readonly personId: string;
  readonly name: string;
  readonly loanId: string | null;
  readonly groupName: string | null;
  /** The lender, or whom she owes elsewhere. */
  readonly creditorName: string;
  readonly overdueRupiah: bigint;
  readonly overdueDays: number | null;
  readonly grade: number | null;
  /** When somebody has to look; null while nobody has taken it on. */
  readonly nextOn: BusinessDate | null;
}

const sorts = {
  lihat: 'next_order',
  nama: 'name',
  kelompok: '"groupName"',
  tunggakan: '"overdueRupiah"',
  hari: '"overdueDays"',
};

/**
 * The worklist. Without a filter: what needs somebody today, that is loans the last close of a day found 8 days late or
 * worse, or graded 3 to 5, with no case; and cases whose day has come. Filter `status`: `belum`, `berjalan`,
 * `selesai`; `lembaga`.
 */
export async function listCounselling(
  db: Reader,
  ask: ListAsk & { readonly on: BusinessDate },
  scope: Scope,
): Promise<ListPage<CounsellingRow>> {
  const pattern = containing(ask.q);
  const { status = null, lembaga = null } = ask.filters;
  const waiting = status === null || status === 'belum';
  const cases = status !== 'belum';
  const { rows } = await sql<CounsellingRow & { total: bigint; next_order: BusinessDate }>`
    with waiting as (
      select null::uuid as "counsellingId", null::text as number, 'none' as state, null::text as result,
        l.person_id as "personId", p.name, l.id as "loanId", g.name as "groupName", i.short_name as "creditorName",
        d.overdue_rupiah as "overdueRupiah", d.overdue_days as "overdueDays", k.grade, null::date as "nextOn",
        ${ask.on}::date as next_order, i.id as institution_id
      from lending.loan_position k
      join lending.loan l on l.city_id = k.city_id and l.id = k.loan_id and l.state = 'active'
      join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
      join registry.person p on p.city_id = l.city_id and p.id = l.person_id
      join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
      left join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id
      left join registry.business_group b on b.city_id = g.city_id and b.id = g.business_group_id
      ${standingSql(ask.on)}
      where k.city_id = ${db.city} and ${waiting} and (k.bucket >= 2 or k.grade >= 3) and d.overdue_days > 0
        and not exists (select from lending.counselling c
          where c.city_id = l.city_id and c.loan_id = l.id and c.state = 'open')
        and ${scopeOfLending(scope, sql`p`)}
    ), taken as (
      select c.id as "counsellingId", c.number, c.state, c.result, c.person_id as "personId", p.name, c.loan_id as "loanId",
        g.name as "groupName", coalesce(i.short_name, c.creditor) as "creditorName",
        case when l.id is null then c.overdue_rupiah when l.state = 'active' then d.overdue_rupiah else 0 end as "overdueRupiah",
        d.overdue_days as "overdueDays", k.grade, c.next_on as "nextOn", c.next_on as next_order, i.id as institution_id
      from lending.counselling c
      join registry.person p on p.city_id = c.city_id and p.id = c.person_id
      left join lending.loan l on l.city_id = c.city_id and l.id = c.loan_id
      left join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
      left join lending.loan_position k on k.city_id = l.city_id and k.loan_id = l.id
      left join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
      left join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id
      left join registry.business_group b on b.city_id = g.city_id and b.id = g.business_group_id
      ${standingSql(ask.on)}
      where c.city_id = ${db.city} and ${cases} and ${scopeOfLending(scope, sql`p`)}
        and c.state = ${status === 'selesai' ? 'closed' : 'open'}
        and (${status}::text is not null or c.next_on <= ${ask.on}::date)
    )
    select *, count(*) over () as total from (select * from waiting union all select * from taken) w
    where (${ask.q} = '' or name ilike ${pattern} or "groupName" ilike ${pattern} or number ilike ${pattern}
        or "creditorName" ilike ${pattern})
      and (${lembaga}::text is null or institution_id::text = ${lembaga}::text)
    order by ${orderOf(ask, sorts, '"counsellingId", "loanId"')} limit ${ask.size} offset ${ask.offset}`.execute(
    db,
  );
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

/** A case named on another page. */
export interface CounsellingMention {
  readonly id: string;
  readonly number: string;
  readonly state: 'open' | 'closed';
  readonly result: CounsellingResult | null;
  readonly loanId: string | null;
  readonly creditor: string | null;
  readonly openedOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
}

/** Cases of a person, newest first. */
export async function counsellingOf(db: Reader, personId: string): Promise<CounsellingMention[]> {
  const { rows } = await sql<CounsellingMention>`
    select id, number, state, result, loan_id as "loanId", creditor, opened_on as "openedOn", closed_on as "closedOn"
    from lending.counselling where city_id = ${db.city} and person_id = ${personId}
    order by opened_at desc, id`.execute(db);
  return rows;
}

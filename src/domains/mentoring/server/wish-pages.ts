import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** What a member said at a meeting she would like to borrow, while nobody has written her application. */
export interface LoanWish {
  readonly groupId: string;
  readonly personId: string;
  readonly name: string;
  readonly amountRupiah: bigint;
  readonly purpose: string;
  readonly notedOn: BusinessDate;
}

/** The latest wish of each member of these groups who is in no application since. */
export async function openWishes(db: Reader, groupIds: readonly string[]): Promise<LoanWish[]> {
  const { rows } = await sql<LoanWish>`
    select distinct on (w.person_id) m.group_id as "groupId", w.person_id as "personId", p.name, w.amount_rupiah as "amountRupiah",
      w.purpose, m.held_on as "notedOn"
    from mentoring.loan_wish w
    join mentoring.meeting m on m.city_id = w.city_id and m.id = w.meeting_id
    join registry.person p on p.city_id = w.city_id and p.id = w.person_id
    where w.city_id = ${db.city} and m.group_id = any (${[...groupIds]}::uuid[])
      and not exists (select from lending.application_member a
        join lending.application o on o.city_id = a.city_id and o.id = a.application_id
        where a.city_id = w.city_id and a.person_id = w.person_id and o.submitted_at > w.noted_at)
    order by w.person_id, w.noted_at desc`.execute(db);
  return rows;
}

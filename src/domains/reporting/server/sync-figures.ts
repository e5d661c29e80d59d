import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { FieldDataIn } from '../figures.ts';
import { date, number, text, word } from '../row-column.ts';
import type { Cut } from './cut.ts';
import { seenWithinDays } from './cut.ts';
import type { RowsSource } from './rows-source.ts';

/** Officers with a phone in use, one row each: the phone longest unseen and the oldest unsent work speak for all of hers. */
function officers(db: Reader, cut: Cut): RawBuilder<unknown> {
  return sql`
    select d.user_id, count(*) as phones, min(d.seen_on) as seen_on, sum(d.pending_count)::bigint as unsent,
      min(d.oldest_on) filter (where d.pending_count > 0) as unsent_since,
      bool_and(d.pending_count = 0 and d.seen_on >= ${cut.today}::date - ${seenWithinDays}::int) as is_in
    from (
      select p.user_id, p.pending_count, (p.last_seen_at at time zone c.time_zone)::date as seen_on,
        (p.pending_oldest_at at time zone c.time_zone)::date as oldest_on
      from access.device p
      join access.city c on c.city_id = p.city_id
      join access.user_account u on u.city_id = p.city_id and u.id = p.user_id and u.closed_at is null
      where p.city_id = ${db.city} and p.revoked_at is null
    ) d group by d.user_id`;
}

/** How many officers' phones have handed everything in, and how old the oldest work is that some phone still holds. */
export async function measureFieldData(db: Reader, cut: Cut): Promise<FieldDataIn> {
  const { rows } = await sql<FieldDataIn>`
    select count(*) filter (where o.is_in) as "in", count(*) as officers,
      ${cut.today}::date - min(o.unsent_since) as "oldestUnsentDays"
    from (${officers(db, cut)}) o`.execute(db);
  return rows[0] ?? { in: 0n, officers: 0n, oldestUnsentDays: null };
}

const states = {
  in: { id: 'Sudah masuk', en: 'All in' },
  unsent: { id: 'Masih menyimpan catatan', en: 'Still holds work' },
  unseen: { id: 'Lama tidak terlihat', en: 'Not seen lately' },
};

/** Every officer with a phone in use, those whose work is not in first, the oldest at the top. */
export const fieldDataRows: RowsSource = {
  columns: [
    text('officer', 'Petugas', 'Officer'),
    text('kecamatan', 'Kecamatan', 'Kecamatan'),
    word('state', { id: 'Keadaan', en: 'State' }, states),
    number('unsent', 'Belum terkirim', 'Unsent'),
    date('unsent_since', 'Tertua sejak', 'Oldest since'),
    date('seen_on', 'Terakhir terlihat', 'Last seen'),
    number('phones', 'HP', 'Phones'),
  ],
  order: "state = 'in', unsent_since nulls last, seen_on, officer",
  select: (db, { cut }) => sql`
    select u.name as officer, k.name as kecamatan, k.code as kecamatan_code, o.user_id as tie,
      o.phones, o.seen_on, o.unsent, o.unsent_since,
      case when o.is_in then 'in' when o.unsent > 0 then 'unsent' else 'unseen' end as state
    from (${officers(db, cut)}) o
    join access.user_account u on u.city_id = ${db.city} and u.id = o.user_id
    left join lateral (
      select min(left(r.jurisdiction_id, 8)) as code from access.role_assignment r
      where r.city_id = ${db.city} and r.user_id = o.user_id and r.valid_to is null
        and r.jurisdiction in ('kecamatan', 'kelurahan')
    ) works on true
    left join registry.region k on k.city_id = ${db.city} and k.code = works.code`,
};

import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { RecordLookAlikes } from './look-alike-input.ts';

/**
 * Everybody on the register as a list to be compared, the oldest record first. Of a NIK its blind index only, cut short: equal
 * where the numbers are, and unlike everything else.
 */
export async function readPeople(db: Reader): Promise<{ ids: string[]; cells: string[][] }> {
  const { rows } = await sql<{ id: string; cells: string[] }>`
    select p.id, array[p.name, coalesce(p.born_on::text, ''), coalesce(p.sex, ''), coalesce(p.phone, ''),
      coalesce(left(encode(i.blind_index, 'hex'), 15), ''), coalesce(kel.name, p.place_text, ''), coalesce(p.address, ''),
      coalesce((select string_agg(b.name, ' ' order by b.created_at, b.id) from registry.business b
        where b.city_id = p.city_id and b.owner_id = p.id and b.state = 'active'), '')] as cells
    from registry.person p
    left join registry.identifier i on i.city_id = p.city_id and i.person_id = p.id and i.kind = 'nik'
    left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
    where p.city_id = ${db.city} and p.state in ('provisional', 'registered')
    order by p.created_at, p.id`.execute(db);
  return { ids: rows.map(({ id }) => id), cells: rows.map(({ cells }) => cells) };
}

/** Keeps pairs that were not known in either order; people joined meanwhile are left out. @returns how many are new */
export async function insertLookAlikes(
  tx: Tx,
  { pairs }: RecordLookAlikes,
  now: Date,
): Promise<number> {
  // What a rule found before is explained as well, so that whoever decides reads on which grounds.
  await sql`
    update registry.candidate_pair k set chance = f.chance, grounds = f.grounds
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as f ("personId" uuid, "otherId" uuid, chance real, grounds jsonb)
    where k.city_id = ${tx.city} and k.state in ('open', 'later') and k.grounds is null
      and (k.person_id, k.other_id) in ((f."personId", f."otherId"), (f."otherId", f."personId"))`.execute(
    tx,
  );
  const { rows } = await sql<{ id: string }>`
    insert into registry.candidate_pair (city_id, id, person_id, other_id, why, found_at, chance, grounds)
    select ${tx.city}, f.id, f."personId", f."otherId", 'linkage', ${now}::timestamptz, f.chance, f.grounds
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as f (id uuid, "personId" uuid, "otherId" uuid, chance real, grounds jsonb)
    join registry.person p on p.city_id = ${tx.city} and p.id = f."personId" and p.state in ('provisional', 'registered')
    join registry.person o on o.city_id = ${tx.city} and o.id = f."otherId" and o.state in ('provisional', 'registered')
    where not exists (select from registry.candidate_pair k where k.city_id = ${tx.city}
      and ((k.person_id = f."personId" and k.other_id = f."otherId") or (k.person_id = f."otherId" and k.other_id = f."personId")))
    on conflict do nothing
    returning id`.execute(tx);
  return rows.length;
}

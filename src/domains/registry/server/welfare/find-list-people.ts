import { sql } from 'kysely';
import { nameKey } from '#kernel/text.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { KeyedSealer } from '#platform/secrets/sealing.ts';
import type { RowFindings } from '../../welfare/match-list-row.ts';
import type { ListRowInput } from '../../welfare/welfare-input.ts';

interface FoundRow extends RowFindings {
  readonly n: number;
}

/**
 * Whom every row of a list may be about, in one statement: by NIK and family card through their blind indexes, by name
 * and day of birth, by name and kelurahan. A record that leads to another answers as the other; restricted and erased
 * people are not found.
 *
 * @returns by row number; a row nobody answers to is left out
 */
export async function findListPeople(
  db: Reader,
  list: readonly ListRowInput[],
  sealer: KeyedSealer,
): Promise<Map<number, RowFindings>> {
  const hex = (number: string | null) =>
    number === null ? null : sealer.blindIndex(number).toString('hex');
  const asked = list.map((row) => ({
    n: row.number,
    name_key: nameKey(row.name),
    nik: hex(row.nik),
    kk: hex(row.kk),
    born: row.bornOn,
    place: row.kelurahanCode,
  }));
  const { rows } = await sql<FoundRow>`
    with given as materialized (
      select g.n, g.name_key, decode(g.nik, 'hex') as nik, decode(g.kk, 'hex') as kk, g.born, g.place
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as g (n int, name_key text, nik text, kk text, born date, place text)
    ), by_nik as (
      select g.n, i.person_id as record from given g
      join registry.identifier i on i.city_id = ${db.city} and i.kind = 'nik' and i.blind_index = g.nik
    ), by_birth as (
      select g.n, p.id as record, g.nik is not null and exists (select from registry.identifier i
        where i.city_id = p.city_id and i.person_id = p.id and i.kind = 'nik') as other_nik
      from given g join registry.person p on p.city_id = ${db.city} and p.name_key = g.name_key and p.born_on = g.born
    ), by_card as (
      select g.n, m.person_id as record, g.name_key from given g
      join registry.household h on h.city_id = ${db.city} and h.blind_index = g.kk
      join registry.household_member m on m.city_id = h.city_id and m.household_id = h.id
      union
      select g.n, i.person_id, g.name_key from given g
      join registry.identifier i on i.city_id = ${db.city} and i.kind = 'kk' and i.blind_index = g.kk
    ), near as (
      select g.n, p.id as record from given g
      join registry.person p on p.city_id = ${db.city} and p.name_key = g.name_key and p.kelurahan_code = g.place
    ), about as (
      select n, 'nik' as by, record, false as flag from by_nik
      union all select n, 'birth', record, other_nik from by_birth
      union all select c.n, 'card', c.record, p.name_key = c.name_key from by_card c
        join registry.person p on p.city_id = ${db.city} and p.id = c.record
      union all select n, 'near', record, false from near
    ), found as (
      select a.n, a.by, coalesce(p.merged_into, p.id) as id, bool_or(a.flag) as flag from about a
      join registry.person p on p.city_id = ${db.city} and p.id = a.record
      left join registry.person w on w.city_id = p.city_id and w.id = p.merged_into
      where coalesce(w.state, p.state) in ('provisional', 'registered') group by 1, 2, 3
    )
    select n, (array_agg(id) filter (where by = 'nik'))[1] as nik,
      coalesce(jsonb_agg(jsonb_build_object('id', id, 'otherNik', flag) order by id) filter (where by = 'birth'), '[]') as births,
      coalesce(jsonb_agg(jsonb_build_object('id', id, 'named', flag) order by flag desc, id) filter (where by = 'card'), '[]') as family,
      coalesce(jsonb_agg(id order by id) filter (where by = 'near'), '[]') as neighbours
    from found group by n`.execute(db);
  return new Map(rows.map(({ n, ...found }) => [n, found]));
}

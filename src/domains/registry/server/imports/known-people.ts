import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import { placeToken } from '../../import/candidate.ts';
import type { KnownInRegistry } from '../../import/judge-rows.ts';
import type { RowTraits } from '../../import/person-index.ts';

interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly phone: string | null;
  readonly bornOn: string | null;
  readonly kelurahanCode: string | null;
  readonly placeText: string | null;
  readonly nik: string | null;
  readonly businesses: readonly {
    readonly id: string;
    readonly nameKey: string;
    readonly kelurahanCode: string | null;
    readonly placeText: string | null;
  }[];
  readonly rowKeys: readonly string[];
}

/**
 * Everyone in the registry whom rows with these traits may be about, in one statement.
 *
 * @param also `births` looks those up as well who were born on the same day, for one person rather than a file
 */
export async function findKnownPeople(
  db: Reader,
  traits: readonly RowTraits[],
  also: { readonly births: boolean } = { births: false },
): Promise<KnownInRegistry[]> {
  if (traits.length === 0) return [];
  const names = [...new Set(traits.map(({ nameKey }) => nameKey))];
  const phones = [...new Set(traits.map(({ phone }) => phone).filter((phone) => phone !== null))];
  const niks = [...new Set(traits.map(({ nik }) => nik).filter((nik) => nik !== null))];
  const births = also.births
    ? traits.flatMap(({ bornOn }) => (bornOn === null ? [] : [bornOn]))
    : [];
  const rowKeys = [...new Set(traits.map(({ rowKey }) => rowKey))];
  const { rows } = await sql<FoundPerson>`
    with asked_key as (select decode(k, 'hex') as key from unnest(${rowKeys}::text[]) k),
    applied as (
      select r.person_id, array_agg(encode(r.row_key, 'hex')) as keys
      from registry.import_row r join asked_key a on a.key = r.row_key
      where r.city_id = ${db.city} and r.person_id is not null group by r.person_id
    ),
    found as (
      select id from registry.person where city_id = ${db.city} and name_key = any (${names}::text[])
      union select id from registry.person where city_id = ${db.city} and phone = any (${phones}::text[])
      union select id from registry.person where city_id = ${db.city} and born_on = any (${births}::date[])
      union select i.person_id from registry.identifier i
        join (select decode(n, 'hex') as index from unnest(${niks}::text[]) n) a on a.index = i.blind_index
        where i.city_id = ${db.city} and i.kind = 'nik'
      union select person_id from applied
    )
    select p.id, p.name, p.name_key as "nameKey", p.phone, p.born_on as "bornOn", p.kelurahan_code as "kelurahanCode",
      p.place_text as "placeText", encode(i.blind_index, 'hex') as nik, coalesce(a.keys, '{}') as "rowKeys",
      coalesce(b.businesses, '[]') as businesses
    from found f
    join registry.person p on p.city_id = ${db.city} and p.id = f.id and p.state <> 'merged'
    left join registry.identifier i on i.city_id = p.city_id and i.person_id = p.id and i.kind = 'nik'
    left join applied a on a.person_id = p.id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', o.id, 'nameKey', o.name_key, 'kelurahanCode', o.kelurahan_code,
        'placeText', o.place_text)) as businesses
      from registry.business o where o.city_id = p.city_id and o.owner_id = p.id and o.state = 'active'
    ) b on true`.execute(db);
  return rows.map(knownInRegistry);
}

function knownInRegistry(found: FoundPerson): KnownInRegistry {
  const { kelurahanCode, placeText, businesses, rowKeys, id, ...traits } = found;
  return {
    rowKeys,
    person: {
      ...traits,
      ref: { kind: 'person', id },
      place: placeToken(kelurahanCode, placeText),
      businesses: businesses.map((business) => ({
        id: business.id,
        nameKey: business.nameKey,
        place: placeToken(business.kelurahanCode, business.placeText),
      })),
    },
  };
}

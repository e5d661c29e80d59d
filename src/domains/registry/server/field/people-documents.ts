import { sql } from 'kysely';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import { sayNews } from '../../field/people-news.ts';
import type { NewsItem, NewsLine } from '../../field/people-news.ts';
import type { PeopleNewsDocument, PersonDocument } from '../../field/person-document.ts';
import { listRegions } from '../region-store.ts';

/** As long somebody registered on the spot stays on the phone of whoever met her. */
const keptDays = 90;
const newsDays = 30;
const mostNews = 40;

interface Asked {
  readonly userId: string;
  /** The groups whose people she looks after. */
  readonly groupIds: readonly string[];
  readonly today: BusinessDate;
}

/** A part of a phone's snapshot, and how many people are in it. */
interface PeopleDocument {
  readonly key: string;
  readonly rows: number;
  readonly body: PersonDocument | PeopleNewsDocument;
}

/** Everything about people that an officer's phone carries, by document key. */
export async function peopleDocuments(db: Reader, asked: Asked): Promise<PeopleDocument[]> {
  const [kelurahan, people, news] = await together(
    listRegions(db, 'kelurahan'),
    personDocuments(db, asked),
    readNews(db, asked),
  );
  const placeName = (code: string) => kelurahan.find((one) => one.code === code)?.name ?? null;
  const lines = news.map(({ id, on, personId, item }) => ({
    id,
    on,
    personId,
    says: sayNews(item, placeName),
  }));
  return [
    { key: 'people-news', rows: 1, body: { lines } },
    ...people.map((body) => ({ key: `person:${body.id}`, rows: 1, body })),
  ];
}

/** Members of her groups, and whoever she met on the spot lately. */
async function personDocuments(
  db: Reader,
  { userId, groupIds, today }: Asked,
): Promise<PersonDocument[]> {
  const { rows } = await sql<PersonDocument>`
    with hers as (
      select m.person_id as id from registry.membership m
      where m.city_id = ${db.city} and m.valid_to is null and m.group_id = any (${[...groupIds]}::uuid[])
      union
      select coalesce(e.known_id, e.person_id) from registry.encounter e
      where e.city_id = ${db.city} and e.by_user = ${userId} and e.met_on >= ${addDays(today, -keptDays)}::date
    )
    select p.id, p.name, p.state, p.sex, p.born_on as "bornOn", p.phone, p.kelurahan_code as "kelurahanCode", p.address, p.rt,
      p.rw, nik.last_four as "nikEnd", kk.last_four as "kkEnd",
      coalesce((select jsonb_agg(g.name order by g.name) from registry.membership m
        join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
        where m.city_id = p.city_id and m.person_id = p.id and m.valid_to is null), '[]') as groups,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'product', b.product, 'sector', b.sector,
          'kbli', b.kbli_version || ':' || b.kbli_code, 'kelurahanCode', b.kelurahan_code, 'address', b.address,
          'startedYear', b.started_year::text) order by b.created_at, b.id)
        from registry.business b where b.city_id = p.city_id and b.owner_id = p.id and b.state = 'active'), '[]') as businesses,
      coalesce((select jsonb_agg(distinct r.field) from registry.profile_proposal r
        where r.city_id = p.city_id and r.subject_id = p.id and r.state = 'open'), '[]') as proposed
    from hers
    join registry.person p on p.city_id = ${db.city} and p.id = hers.id and p.state in ('provisional', 'registered')
    left join registry.identifier nik on nik.city_id = p.city_id and nik.person_id = p.id and nik.kind = 'nik'
    left join registry.identifier kk on kk.city_id = p.city_id and kk.person_id = p.id and kk.kind = 'kk'
    order by p.id`.execute(db);
  return rows;
}

/** What became of her registrations and corrections within the last month, the newest first. */
async function readNews(
  db: Reader,
  { userId, today }: Asked,
): Promise<(NewsLine & { item: NewsItem })[]> {
  const since = addDays(today, -newsDays);
  const { rows } = await sql<NewsLine & { item: NewsItem; at: Date }>`
    (select e.id, e.met_on as "on", p.id as "personId", coalesce(e.decided_at, e.recorded_at) as at,
      jsonb_build_object('kind', 'met', 'outcome', e.outcome, 'decided', e.decided_at is not null, 'given', w.name,
        'confirmed', p.state = 'registered', 'name', p.name) as item
    from registry.encounter e
    join registry.person w on w.city_id = e.city_id and w.id = e.person_id
    join registry.person p on p.city_id = e.city_id and p.id = coalesce(e.known_id, e.person_id)
    where e.city_id = ${db.city} and e.by_user = ${userId} and e.met_on >= ${since}::date)
    union all
    (select r.id, coalesce(r.decided_at, r.proposed_at)::date, p.id, coalesce(r.decided_at, r.proposed_at),
      jsonb_build_object('kind', 'proposal', 'subjectKind', r.subject_kind, 'name', coalesce(b.name, p.name), 'field', r.field,
        'standing', r.standing_value, 'proposed', r.proposed_value, 'state', r.state, 'decidedName', r.decided_name)
    from registry.profile_proposal r
    left join registry.business b on b.city_id = r.city_id and b.id = r.subject_id
    join registry.person p on p.city_id = r.city_id and p.id = coalesce(b.owner_id, r.subject_id)
    where r.city_id = ${db.city} and r.proposed_by = ${userId} and r.proposed_at >= ${since}::date)
    order by at desc, id limit ${mostNews}`.execute(db);
  return rows.map(({ at: _at, ...row }) => row);
}

import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { BreachKind, ToldParty } from '../../rights/breach.ts';

/** An incident in the list. */
export interface BreachRow {
  readonly id: string;
  readonly number: string;
  readonly kind: BreachKind;
  readonly what: string;
  readonly remedy: string;
  readonly happenedOn: string;
  readonly foundAt: Date;
  readonly dueAt: Date;
  readonly people: number;
  readonly recordedName: string;
  /** The phone, place or group its reach was reckoned from. */
  readonly reach: string;
  readonly told: readonly BreachNotice[];
  /** Taken back as a mistake: by whom and why. */
  readonly withdrawn: { readonly on: string; readonly byName: string; readonly why: string } | null;
}

export interface BreachNotice {
  readonly party: ToldParty;
  readonly at: string;
  readonly how: string;
  readonly byName: string;
}

/** Incidents, those with the latest limit first; with an id, that one alone. */
export async function listBreaches(db: Reader, only: string | null = null): Promise<BreachRow[]> {
  const { rows } = await sql<BreachRow>`
    select b.id, b.number, b.kind, b.what, b.remedy, b.happened_on as "happenedOn", b.found_at as "foundAt",
      b.due_at as "dueAt", b.people, b.recorded_name as "recordedName",
      case when b.withdrawn_at is not null then jsonb_build_object('on', b.withdrawn_at, 'byName', b.withdrawn_name,
        'why', b.withdrawn_why) end as withdrawn,
      coalesce(d.name || ' · ' || u.name, r.name, g.name) as reach,
      coalesce((select jsonb_agg(jsonb_build_object('party', n.told, 'at', n.told_at, 'how', n.how, 'byName', n.noted_name)
          order by n.told_at) from registry.breach_notice n where n.city_id = b.city_id and n.breach_id = b.id), '[]') as told
    from registry.breach b
    left join access.device d on d.city_id = b.city_id and d.id = b.device_id
    left join access.user_account u on u.city_id = d.city_id and u.id = d.user_id
    left join registry.region r on r.city_id = b.city_id and r.code = b.place_code
    left join registry.business_group g on g.city_id = b.city_id and g.id = b.group_id
    where b.city_id = ${db.city} and (${only}::uuid is null or b.id = ${only}::uuid)
    order by b.withdrawn_at is not null, b.due_at desc, b.id limit 200`.execute(db);
  return rows;
}

/** Incidents that are not taken back and of which somebody is still to be told: those in time, and those past the clock. */
export async function countBreaches(
  db: Reader,
  now: Date,
): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open, (count(*) filter (where b.due_at < ${now}::timestamptz))::int as late
    from registry.breach b where b.city_id = ${db.city} and b.withdrawn_at is null
      and (select count(*) from registry.breach_notice n where n.city_id = b.city_id and n.breach_id = b.id) < 2`.execute(
    db,
  );
  return rows[0] ?? { open: 0, late: 0 };
}

/** The incidents that touched a person's data under any of her records, the newest first. */
export async function breachesOfPerson(
  db: Reader,
  personId: string,
): Promise<
  { id: string; number: string; kind: BreachKind; happenedOn: string; toldOn: string | null }[]
> {
  const { rows } = await sql<{
    id: string;
    number: string;
    kind: BreachKind;
    happenedOn: string;
    toldOn: string | null;
  }>`
    select b.id, b.number, b.kind, b.happened_on as "happenedOn",
      (select (n.told_at at time zone c.time_zone)::date from registry.breach_notice n
        join access.city c on c.city_id = n.city_id
        where n.city_id = b.city_id and n.breach_id = b.id and n.told = 'people') as "toldOn"
    from registry.breach b where b.city_id = ${db.city} and b.withdrawn_at is null and exists (
      select from registry.breach_person x where x.city_id = b.city_id and x.breach_id = b.id
        and x.person_id = any (array(select registry.records_of(${db.city}, ${personId}::uuid))))
    order by b.happened_on desc, b.id`.execute(db);
  return rows;
}

/** Whom an incident touches, and how each can be reached. */
export async function peopleOfBreach(
  db: Reader,
  breachId: string,
): Promise<{ id: string; name: string; phone: string | null; place: string | null }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    phone: string | null;
    place: string | null;
  }>`
    select p.id, p.name, p.phone, r.name as place from registry.breach_person x
    join registry.person p on p.city_id = x.city_id and p.id = x.person_id
    left join registry.region r on r.city_id = p.city_id and r.code = p.kelurahan_code
    where x.city_id = ${db.city} and x.breach_id = ${breachId} order by p.name, p.id`.execute(db);
  return rows;
}

/** What an incident may be reckoned from: every phone, also revoked ones, and every group. */
export async function breachChoices(db: Reader): Promise<{
  devices: { id: string; name: string }[];
  groups: { id: string; name: string }[];
}> {
  const devices = await sql<{ id: string; name: string }>`
    select d.id, u.name || ' · ' || d.name as name from access.device d
    join access.user_account u on u.city_id = d.city_id and u.id = d.user_id
    where d.city_id = ${db.city} order by u.name, d.name, d.id limit 1000`.execute(db);
  const groups = await sql<{ id: string; name: string }>`
    select id, name from registry.business_group where city_id = ${db.city} order by name, id limit 5000`.execute(
    db,
  );
  return { devices: devices.rows, groups: groups.rows };
}

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { LifeKind } from '../life-kinds.ts';

/** One dated thing of a person's life with the city. */
export interface LifeMoment {
  readonly id: string;
  readonly kind: LifeKind;
  readonly on: BusinessDate;
  /** In the words of whoever wrote it: a group's name, a list, a problem; null where the kind says all. */
  readonly what: string | null;
  /** Whole rupiah, where it is about an amount. */
  readonly rupiah: bigint | null;
  readonly byName: string | null;
  /** What it opens, by its own id. */
  readonly opens: string | null;
}

type Branch = (db: Reader, zone: string) => RawBuilder<unknown>;

/** The services, whose kinds are kinds of the line as well. */
const services: readonly LifeKind[] = [
  ...(['registered', 'met', 'trained', 'permit', 'market'] as const),
  ...(['group-joined', 'meeting', 'visited', 'loan', 'answered'] as const),
];

/**
 * Where every other kind comes from: `id, kind, on_day, what, rupiah, by_name, opens` of the people in `hers`. A branch
 * the reader may not see is not part of the statement at all.
 */
const branches: Readonly<Partial<Record<LifeKind, Branch>>> = {
  'group-left': (db) => sql`
    select m.id, 'group-left', m.valid_to, g.name, null::bigint, null, '/kelompok/' || g.id from hers h
    join registry.membership m on m.city_id = ${db.city} and m.person_id = h.id and m.valid_to is not null
    join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id`,
  sales: (db) => sql`
    select s.id, 'sales', s.on_day, b.name, s.turnover_month_rupiah, s.by_name, null from hers h
    join registry.business b on b.city_id = ${db.city} and b.owner_id = h.id
    join registry.business_snapshot s on s.city_id = b.city_id and s.business_id = b.id`,
  applied: (db, zone) => sql`
    select a.id, 'applied', (a.submitted_at at time zone ${zone})::date, a.number, m.amount_rupiah, null,
      '/pembiayaan/pengajuan/' || a.id from hers h
    join lending.application_member m on m.city_id = ${db.city} and m.person_id = h.id
    join lending.application a on a.city_id = m.city_id and a.id = m.application_id`,
  raised: (db) => sql`
    select c.id, 'raised', c.raised_on, c.text, null::bigint, null, '/suara/' || c.id from hers h
    join voice.case c on c.city_id = ${db.city} and c.person_id = h.id`,
  listed: (db) => sql`
    select l.id, 'listed', l.given_on, l.department_name || ': ' || l.title, null::bigint, l.by_name, null from hers h
    join registry.people_list_row r on r.city_id = ${db.city} and r.person_id = h.id and r.outcome = 'matched'
    join registry.people_list l on l.city_id = r.city_id and l.id = r.list_id and l.kind = 'department' and l.state = 'applied'`,
  invited: (db) => sql`
    select d.id, 'invited', d.held_on, d.title, null::bigint, d.by_name, '/undangan/' || d.id from hers h
    join programmes.invitation i on i.city_id = ${db.city} and i.person_id = h.id and i.chosen
    join programmes.invitation_draw d on d.city_id = i.city_id and d.id = i.draw_id`,
  decile: (db) => sql`
    select a.id, 'decile', l.given_on, a.decile || ' · ' || a.quarter || ' · ' || a.source, null::bigint, a.by_name,
      '/keluarga/' || a.person_id from hers h
    join registry.welfare_assessment a on a.city_id = ${db.city} and a.person_id = h.id
    join registry.people_list l on l.city_id = a.city_id and l.id = a.list_id`,
  'family-said': (db) => sql`
    select s.id, 'family-said', s.said_on, null, s.spending_rupiah, s.by_name, null from (
      select distinct f.blind_index from hers h
      join registry.household_member m on m.city_id = ${db.city} and m.person_id = h.id
      join registry.household f on f.city_id = m.city_id and f.id = m.household_id) c
    join registry.household f on f.city_id = ${db.city} and f.blind_index = c.blind_index
    join registry.household_said s on s.city_id = f.city_id and s.household_id = f.id`,
  'decile-proposed': (db, zone) => sql`
    select w.id, 'decile-proposed', (w.proposed_at at time zone ${zone})::date, w.why, null::bigint, w.proposed_name,
      '/keluarga/' || w.person_id from hers h
    join registry.welfare_proposal w on w.city_id = ${db.city} and w.person_id = h.id`,
  consented: (db) => sql`
    select c.id, 'consented', c.given_on, c.purpose, null::bigint, null, null from hers h
    join registry.consent c on c.city_id = ${db.city} and c.person_id = h.id`,
  withdrew: (db) => sql`
    select c.id, 'withdrew', c.withdrawn_on, c.purpose, null::bigint, null, null from hers h
    join registry.consent c on c.city_id = ${db.city} and c.person_id = h.id and c.withdrawn_on is not null`,
  requested: (db, zone) => sql`
    select q.id, 'requested', (q.received_at at time zone ${zone})::date, q.number, null::bigint, q.recorded_name,
      '/permintaan/' || q.id from hers h
    join registry.data_request q on q.city_id = ${db.city} and q.person_id = h.id`,
  incident: (db) => sql`
    select b.id, 'incident', b.happened_on, b.number, null::bigint, b.recorded_name, '/permintaan/insiden/' || b.id from hers h
    join registry.breach_person x on x.city_id = ${db.city} and x.person_id = h.id
    join registry.breach b on b.city_id = x.city_id and b.id = x.breach_id and b.withdrawn_at is null`,
  merged: (db, zone) => sql`
    select m.id, 'merged', (m.merged_at at time zone ${zone})::date, m.reason, null::bigint, m.merged_name, null from hers h
    join registry.person_merge m on m.city_id = ${db.city} and m.into_id = h.id and m.undone_at is null`,
};

/**
 * A person's life with the city under all her records, newest first, in one statement: only of the kinds asked for, which
 * are those the reader may see.
 */
export async function lifeOfPerson(
  db: Reader,
  asked: {
    readonly personId: string;
    readonly kinds: readonly LifeKind[];
    /** Instants become days of this zone. */
    readonly zone: string;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<LifeMoment[]> {
  const { personId, kinds, zone } = asked;
  const given = kinds.filter((kind) => services.includes(kind));
  const others = kinds.flatMap((kind) => {
    const branch = branches[kind];
    return branch ? [branch(db, zone)] : [];
  });
  const all = [...(given.length > 0 ? [servicesOf(db, given)] : []), ...others];
  if (all.length === 0) return [];
  const { rows } = await sql<LifeMoment>`
    with hers as materialized (select id from registry.records_of(${db.city}, ${personId}::uuid) as id)
    select id, kind, on_day as "on", what, rupiah, by_name as "byName", opens
    from (${sql.join(all, sql` union all `)}) as line (id, kind, on_day, what, rupiah, by_name, opens)
    order by on_day desc, kind, id limit ${asked.limit} offset ${asked.offset}`.execute(db);
  return rows;
}

function servicesOf(db: Reader, kinds: readonly LifeKind[]): RawBuilder<unknown> {
  return sql`
    select s.id, s.kind, s.on_day, null::text, null::bigint, s.by_name,
      case s.source_kind when 'loan' then '/pembiayaan/pinjaman/' || s.source_id when 'case' then '/suara/' || s.source_id
        when 'visit' then '/pendampingan/kunjungan/' || s.source_id when 'meeting' then '/pendampingan/' || s.source_id end
    from hers h
    join programmes.service s on s.city_id = ${db.city} and s.person_id = h.id and s.kind = any (${[...kinds]}::text[])`;
}

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { povertyLines } from '../../welfare/extreme-poverty.ts';
import type { Quarter } from '../../welfare/quarter.ts';
import { oldestCounting, poorDeciles } from '../../welfare/welfare-standing.ts';
import type { Relation } from '../../welfare/welfare-words.ts';
import { livesWithin } from '../person-pages.ts';

/** The newest quarter of which the whole city's list was applied; null where none was. */
export async function latestWholeQuarter(db: Reader): Promise<Quarter | null> {
  const { rows } = await sql<{ quarter: Quarter | null }>`
    select max(quarter) as quarter from registry.people_list
    where city_id = ${db.city} and kind = 'decile' and whole and state = 'applied'`.execute(db);
  return rows[0]?.quarter ?? null;
}

/** A family in the list, called by its head or else by its first member on the register, who also is its address. */
export interface FamilyRow {
  readonly personId: string;
  readonly name: string;
  readonly members: number;
  /** People in it, on the register or not; null where nobody said. */
  readonly people: number | null;
  readonly cardEndsIn: string | null;
  readonly kelurahan: string | null;
  readonly kecamatan: string | null;
  readonly decile: number | null;
  readonly quarter: Quarter | null;
  readonly womenHeaded: boolean | null;
  readonly extreme: boolean | null;
}

export const familySorts = ['name', 'desil', 'kelurahan', 'anggota'] as const;

/** The line of extreme poverty, a head and month, that held on the day of a column. */
const lineOn = (column: string): RawBuilder<unknown> =>
  sql`case ${sql.join(
    povertyLines.map(
      (line) => sql`when ${sql.raw(column)} >= ${line.from}::date then ${line.rupiah}::bigint`,
    ),
    sql` `,
  )} end`;

/**
 * Families within an area: everybody of one card, and those with a decile whose card nobody has seen, each for herself.
 * Columns as `FamilyRow`, and `"kelurahanCode"`, `"kecamatanCode"`.
 */
function families(db: Reader, scope: Scope): RawBuilder<unknown> {
  return sql`(
    with home as materialized (
      select * from registry.current_household where city_id = ${db.city}
    ), said_of as materialized (
      select * from registry.latest_decile where city_id = ${db.city}
    ), member as materialized (
      select coalesce(encode(c.blind_index, 'hex'), p.id::text) as family, c.blind_index, c.last_four, c.relation,
        p.id, p.name, p.sex, p.kelurahan_code, p.kecamatan_code, d.decile, d.quarter
      from registry.person p
      left join home c on c.person_id = p.id
      left join said_of d on d.person_id = p.id
      where p.city_id = ${db.city} and p.state in ('provisional', 'registered') and (c.person_id is not null or d.person_id is not null)
        and ${livesWithin(scope)}
    ), family as (
      select distinct on (family) family, blind_index, last_four as "cardEndsIn", id as "personId", name,
        kelurahan_code as "kelurahanCode", kecamatan_code as "kecamatanCode", count(*) over (partition by family)::int as members,
        first_value(decile) over latest as decile, first_value(quarter) over latest as quarter,
        max(sex) filter (where relation = 'head') over (partition by family) as head_sex
      from member window latest as (partition by family order by quarter desc nulls last, decile)
      order by family, relation = 'head' desc nulls last, name, id
    )
    select f.*, s.people, s.said_on, coalesce(s.head_sex, f.head_sex) = 'female' as "womenHeaded",
      s.spending_rupiah < ${lineOn('s.said_on')} * s.people as extreme
    from family f
    left join lateral (
      select s.* from registry.household h join registry.household_said s on s.city_id = h.city_id and s.household_id = h.id
      where h.city_id = ${db.city} and h.blind_index = f.blind_index order by s.said_on desc, s.recorded_at desc limit 1) s on true)`;
}

const familyOrders: Record<(typeof familySorts)[number], string> = {
  name: 'f.name',
  desil: 'f.decile',
  kelurahan: 'w.name',
  anggota: 'f.members',
};

/** Families by name, filtered by where they live, what the list says and whether that still counts. */
export async function listFamilies(
  db: Reader,
  ask: { scope: Scope; list: ListAsk; latestWhole: Quarter | null },
): Promise<ListPage<FamilyRow>> {
  const { filters, q } = ask.list;
  const tests = [sql`true`];
  if (filters.kecamatan) tests.push(sql`f."kecamatanCode" = ${filters.kecamatan}`);
  if (filters.desil) tests.push(decileTest(filters.desil));
  if (filters.keadaan) tests.push(standingTest(filters.keadaan, ask.latestWhole));
  if (filters.kepala === 'perempuan') tests.push(sql`f."womenHeaded"`);
  if (filters.ekstrem === 'ya') tests.push(sql`f.extreme`);
  if (q !== '') tests.push(sql`f.name ilike ${containing(q)}`);
  const { rows } = await sql<FamilyRow & { total: bigint }>`
    select f.*, w.name as kelurahan, k.name as kecamatan, count(*) over () as total
    from ${families(db, ask.scope)} f
    left join registry.region w on w.city_id = ${db.city} and w.code = f."kelurahanCode"
    left join registry.region k on k.city_id = ${db.city} and k.code = f."kecamatanCode"
    where ${sql.join(tests, sql` and `)}
    order by ${orderOf(ask.list, familyOrders, 'f.family')} ${pageOf(ask.list)}`.execute(db);
  return { rows: rows.map(familyRow), total: Number(rows[0]?.total ?? 0n) };
}

function familyRow(row: FamilyRow): FamilyRow {
  const { personId, name, members, people, cardEndsIn, kelurahan, kecamatan } = row;
  const { decile, quarter, womenHeaded, extreme } = row;
  return {
    ...{ personId, name, members, people, cardEndsIn, kelurahan, kecamatan },
    ...{ decile, quarter, womenHeaded, extreme },
  };
}

/** `miskin` is decile 1 to 4; else the number itself. */
function decileTest(wanted: string): RawBuilder<unknown> {
  return wanted === 'miskin' ? sql`f.decile <= ${poorDeciles}` : sql`f.decile::text = ${wanted}`;
}

function standingTest(state: string, latestWhole: Quarter | null): RawBuilder<unknown> {
  const oldest = oldestCounting(latestWhole);
  if (state === 'berlaku') return sql`f.quarter >= coalesce(${latestWhole}, f.quarter)`;
  if (state === 'tenggang') return sql`f.quarter < ${latestWhole} and f.quarter >= ${oldest}`;
  return sql`f.quarter < ${oldest}`;
}

/** Poverty in an area in five numbers: each family counts once. */
export interface WelfareCounts {
  readonly families: number;
  /** Decile 1 to 4, on the newest list or within the grace. */
  readonly poor: number;
  readonly grace: number;
  readonly womenHeaded: number;
  /** Families that were asked what they spend, and those of them below the line. */
  readonly asked: number;
  readonly extreme: number;
}

export async function countWelfare(
  db: Reader,
  ask: { scope: Scope; latestWhole: Quarter | null },
): Promise<WelfareCounts> {
  const oldest = oldestCounting(ask.latestWhole);
  const poor = sql`f.decile <= ${poorDeciles} and f.quarter >= coalesce(${oldest}, f.quarter)`;
  const { rows } = await sql<WelfareCounts>`
    select count(*)::int as families, count(*) filter (where ${poor})::int as poor,
      count(*) filter (where ${poor} and f.quarter < ${ask.latestWhole})::int as grace,
      count(*) filter (where ${poor} and f."womenHeaded")::int as "womenHeaded",
      count(f.extreme)::int as asked, count(*) filter (where f.extreme)::int as extreme
    from ${families(db, ask.scope)} f`.execute(db);
  return rows[0] ?? { families: 0, poor: 0, grace: 0, womenHeaded: 0, asked: 0, extreme: 0 };
}

/** One thing a list said of somebody, and how she was found on it. */
export interface AssessmentLine {
  readonly id: string;
  readonly personName: string;
  readonly decile: number;
  readonly quarter: Quarter;
  readonly source: string;
  readonly method: 'nik' | 'name-birth' | 'family-card' | 'chosen';
  readonly recordedAt: Date;
  readonly byName: string;
}

export interface FamilySaid {
  readonly id: string;
  readonly saidOn: BusinessDate;
  readonly headSex: 'female' | 'male';
  readonly people: number;
  readonly children: number;
  readonly spendingRupiah: Rupiah | null;
  readonly byName: string;
}

export interface WelfareProposalLine {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly asks: 'lower' | 'higher' | 'listed' | 'unlisted';
  readonly why: string;
  readonly byHerself: boolean;
  readonly decile: number | null;
  readonly state: 'open' | 'forwarded' | 'refused';
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly proposedName: string;
  readonly answer: string | null;
  readonly decidedAt: Date | null;
  readonly decidedName: string | null;
}

export interface FamilyPage {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly kelurahan: string | null;
  };
  /** Null while no card of hers was seen. */
  readonly card: { readonly endsIn: string; readonly period: string } | null;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly relation: Relation | null;
    readonly business: string | null;
  }[];
  readonly said: readonly FamilySaid[];
  readonly assessments: readonly AssessmentLine[];
  readonly proposals: readonly WelfareProposalLine[];
}

interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly kelurahan: string | null;
  readonly card: Buffer | null;
  readonly endsIn: string | null;
  readonly period: string | null;
}

/** The family of somebody within the asker's area, with its whole history; null where she is not there. */
export async function findFamily(
  db: Reader,
  ask: { scope: Scope; personId: string },
): Promise<FamilyPage | null> {
  const { rows } = await sql<FoundPerson>`
    select p.id, p.name, w.name as kelurahan, c.blind_index as card, c.last_four as "endsIn", c.period
    from registry.person p
    left join lateral (select h.blind_index, h.last_four, h.period from registry.household_member m
        join registry.household h on h.city_id = m.city_id and h.id = m.household_id
      where m.city_id = p.city_id and m.person_id in (select registry.records_of(p.city_id, p.id))
      order by h.period desc, m.recorded_at desc limit 1) c on true
    left join registry.region w on w.city_id = p.city_id and w.code = p.kelurahan_code
    where p.city_id = ${db.city} and p.id = ${ask.personId}::uuid and p.state in ('provisional', 'registered')
      and ${livesWithin(ask.scope)}`.execute(db);
  const person = rows[0];
  if (!person) return null;
  const { card, endsIn, period } = person;
  const { rows: members } = await membersOf(db, person);
  const { rows: said } = await saidOf(db, card);
  const hers = members.map((one) => one.id);
  return {
    person: { id: person.id, name: person.name, kelurahan: person.kelurahan },
    card: endsIn === null || period === null ? null : { endsIn, period },
    members,
    said,
    assessments: (await assessmentsOf(db, hers)).rows,
    proposals: (await proposalsOf(db, hers)).rows,
  };
}

const membersOf = (db: Reader, { id, card }: FoundPerson) =>
  sql<FamilyPage['members'][number]>`
    with family as materialized (
      select ${id}::uuid as id
      union
      select coalesce(q.merged_into, q.id) from registry.household h
      join registry.household_member m on m.city_id = h.city_id and m.household_id = h.id
      join registry.person q on q.city_id = m.city_id and q.id = m.person_id
      where h.city_id = ${db.city} and h.blind_index = ${card}
    )
    select p.id, p.name, c.relation, (select b.name from registry.business b where b.city_id = p.city_id and b.state = 'active'
      and b.owner_id in (select registry.records_of(p.city_id, p.id)) order by b.created_at, b.id limit 1) as business
    from family f
    join registry.person p on p.city_id = ${db.city} and p.id = f.id and p.state in ('provisional', 'registered')
    left join lateral (select h.blind_index, m.relation from registry.household_member m
        join registry.household h on h.city_id = m.city_id and h.id = m.household_id
      where m.city_id = p.city_id and m.person_id in (select registry.records_of(p.city_id, p.id))
      order by h.period desc, m.recorded_at desc limit 1) c on true
    where p.id = ${id}::uuid or c.blind_index = ${card}
    order by c.relation = 'head' desc nulls last, p.name, p.id`.execute(db);

/** Their records and those that lead to them, each found along its own index. */
const recordsOf = (db: Reader, people: readonly string[]) =>
  sql`array(select unnest(${people}::uuid[]) union select r.id from registry.person r
    where r.city_id = ${db.city} and r.merged_into = any (${people}::uuid[]))`;

const saidOf = (db: Reader, card: Buffer | null) =>
  sql<FamilySaid>`
    select s.id, s.said_on as "saidOn", s.head_sex as "headSex", s.people, s.children, s.spending_rupiah as "spendingRupiah",
      s.by_name as "byName"
    from registry.household h join registry.household_said s on s.city_id = h.city_id and s.household_id = h.id
    where h.city_id = ${db.city} and h.blind_index = ${card} order by s.said_on desc, s.recorded_at desc limit 20`.execute(
    db,
  );

const assessmentsOf = (db: Reader, people: readonly string[]) =>
  sql<AssessmentLine>`
    select a.id, p.name as "personName", a.decile, a.quarter, a.source, a.match_method as method, a.recorded_at as "recordedAt",
      a.by_name as "byName"
    from registry.welfare_assessment a
    join registry.person p on p.city_id = a.city_id and p.id = a.person_id
    where a.city_id = ${db.city} and a.person_id = any (${recordsOf(db, people)})
    order by a.quarter desc, a.recorded_at desc, p.name limit 60`.execute(db);

const proposalsOf = (db: Reader, people: readonly string[]) =>
  sql<WelfareProposalLine>`
    select ${proposalColumns} from registry.welfare_proposal w
    join registry.person p on p.city_id = w.city_id and p.id = w.person_id
    where w.city_id = ${db.city} and w.person_id = any (${recordsOf(db, people)})
    order by w.state = 'open' desc, w.proposed_at desc limit 30`.execute(db);

const proposalColumns = sql`w.id, p.id as "personId", p.name as "personName", w.asks, w.why, w.by_herself as "byHerself", w.decile,
  w.state, w.proposed_at as "proposedAt", w.proposed_by as "proposedBy", w.proposed_name as "proposedName", w.answer,
  w.decided_at as "decidedAt", w.decided_name as "decidedName"`;

/** Proposals that wait, oldest first, within an area. */
export async function openWelfareProposals(
  db: Reader,
  ask: { scope: Scope; limit: number },
): Promise<WelfareProposalLine[]> {
  const { rows } = await sql<WelfareProposalLine>`
    select ${proposalColumns} from registry.welfare_proposal w
    join registry.person p on p.city_id = w.city_id and p.id = w.person_id
    where w.city_id = ${db.city} and w.state = 'open' and ${livesWithin(ask.scope)}
    order by w.proposed_at limit ${ask.limit}`.execute(db);
  return rows;
}

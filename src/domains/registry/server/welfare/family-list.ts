import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { povertyLines } from '../../welfare/extreme-poverty.ts';
import type { Quarter } from '../../welfare/quarter.ts';
import { oldestCounting, poorDeciles } from '../../welfare/welfare-standing.ts';
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
  const { rows } = await sql<WelfareCounts>`
    select ${counts(ask.latestWhole)} from ${families(db, ask.scope)} f`.execute(db);
  return rows[0] ?? { families: 0, poor: 0, grace: 0, womenHeaded: 0, asked: 0, extreme: 0 };
}

function counts(latestWhole: Quarter | null): RawBuilder<unknown> {
  const oldest = oldestCounting(latestWhole);
  const poor = sql`f.decile <= ${poorDeciles} and f.quarter >= coalesce(${oldest}, f.quarter)`;
  return sql`count(*)::int as families, count(*) filter (where ${poor})::int as poor,
    count(*) filter (where ${poor} and f.quarter < ${latestWhole})::int as grace,
    count(*) filter (where ${poor} and f."womenHeaded")::int as "womenHeaded",
    count(f.extreme)::int as asked, count(*) filter (where f.extreme)::int as extreme`;
}

/** The same by kecamatan, in the order of their codes; families of whom nobody knows where they live come last. */
export async function countWelfareByArea(
  db: Reader,
  ask: { scope: Scope; latestWhole: Quarter | null },
): Promise<(WelfareCounts & { readonly code: string | null; readonly name: string | null })[]> {
  const { rows } = await sql<WelfareCounts & { code: string | null; name: string | null }>`
    select f."kecamatanCode" as code, w.name, ${counts(ask.latestWhole)}
    from ${families(db, ask.scope)} f
    left join registry.region w on w.city_id = ${db.city} and w.code = f."kecamatanCode"
    group by f."kecamatanCode", w.name order by f."kecamatanCode" nulls last`.execute(db);
  return rows;
}

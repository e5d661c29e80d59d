import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Quarter } from '../../welfare/quarter.ts';
import type { Relation } from '../../welfare/welfare-words.ts';
import { livesWithin } from '../person-pages.ts';

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

/**
 * What a mentor needs of the family of a woman she looks after: who is in it and what it said of itself, not what the
 * government's lists hold of it nor what it spends (UU 27/2022 art. 4: personal finance, art. 27: purpose).
 */
export function withoutDeciles(family: FamilyPage): FamilyPage {
  const said = family.said.map((one) => ({ ...one, spendingRupiah: null }));
  return { ...family, said, assessments: [] };
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
      where m.city_id = p.city_id and m.person_id = any (array(select registry.records_of(p.city_id, p.id)))
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
      and b.owner_id = any (array(select registry.records_of(p.city_id, p.id))) order by b.created_at, b.id limit 1) as business
    from family f
    join registry.person p on p.city_id = ${db.city} and p.id = f.id and p.state in ('provisional', 'registered')
    left join lateral (select h.blind_index, m.relation from registry.household_member m
        join registry.household h on h.city_id = m.city_id and h.id = m.household_id
      where m.city_id = p.city_id and m.person_id = any (array(select registry.records_of(p.city_id, p.id)))
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

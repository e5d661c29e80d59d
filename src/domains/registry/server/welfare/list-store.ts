import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { RowMatch } from '../../welfare/match-list-row.ts';
import type { ListRowInput, ReadPeopleList } from '../../welfare/welfare-input.ts';

/** How many rows of a list ended which way. */
export type ListCounts = Readonly<
  Record<'rows' | 'matched' | 'review' | 'unmatched' | 'unreadable', number>
>;

export interface StandingList {
  readonly id: string;
  readonly kind: 'decile' | 'department';
  readonly title: string;
  readonly quarter: string | null;
  readonly whole: boolean;
  readonly state: 'read' | 'applied' | 'dropped';
  readonly departmentName: string | null;
  readonly counts: ListCounts;
}

export async function insertList(
  tx: Tx,
  body: ReadPeopleList,
  { counts, context }: { counts: ListCounts; context: CommandContext },
): Promise<void> {
  const decile = body.kind === 'decile' ? body : null;
  const department = body.kind === 'department' ? body : null;
  await sql`
    insert into registry.people_list (city_id, id, kind, title, quarter, whole, department_id, department_name, service,
      given_on, file_name, state, counts, recorded_at, recorded_by, by_name)
    values (${tx.city}, ${body.listId}::uuid, ${body.kind}, ${body.title}, ${decile?.quarter ?? null}, ${decile?.whole ?? false},
      ${department?.departmentId ?? null}::uuid, ${department?.departmentName ?? null}, ${department?.service ?? null},
      ${body.givenOn}::date, ${body.fileName}, 'read', ${JSON.stringify(counts)}::jsonb, ${context.now}::timestamptz,
      ${context.actor.userId}::uuid, ${context.actor.name})`.execute(tx);
}

/** A row that is, or may be, about somebody here, with its family card sealed. */
export interface KeptRow {
  readonly row: ListRowInput;
  readonly match: Exclude<RowMatch, { outcome: 'unmatched' }>;
  readonly card: { readonly sealed: Buffer; readonly index: Buffer } | null;
}

export async function insertListRows(
  tx: Tx,
  listId: string,
  kept: readonly KeptRow[],
): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ row, match, card }) => ({
    n: row.number,
    name: row.name,
    born: row.bornOn,
    nik: row.nik?.slice(-4) ?? null,
    card: card?.sealed.toString('hex') ?? null,
    card_index: card?.index.toString('hex') ?? null,
    card_end: card ? (row.kk?.slice(-4) ?? null) : null,
    relation: row.relation,
    decile: row.decile,
    outcome: match.outcome,
    method: match.outcome === 'matched' ? match.method : null,
    person: match.outcome === 'matched' ? match.personId : null,
    candidates: match.outcome === 'review' ? match.candidates : [],
  }));
  await sql`
    insert into registry.people_list_row (city_id, list_id, row_number, name, born_on, nik_last_four, kk_sealed, kk_index,
      kk_last_four, relation, decile, outcome, method, person_id, candidates)
    select ${tx.city}, ${listId}::uuid, r.n, r.name, r.born, r.nik, decode(r.card, 'hex'), decode(r.card_index, 'hex'), r.card_end,
      r.relation, r.decile, r.outcome, r.method, r.person, array(select jsonb_array_elements_text(r.candidates)::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (n int, name text, born date, nik text, card text,
      card_index text, card_end text, relation text, decile int, outcome text, method text, person uuid, candidates jsonb)`.execute(
    tx,
  );
}

/** A list, held until the transaction ends so that two officers do not apply it at once. */
export async function takeList(tx: Tx, listId: string): Promise<StandingList | null> {
  const { rows } = await sql<StandingList>`
    select id, kind, title, quarter, whole, state, department_name as "departmentName", counts from registry.people_list
    where city_id = ${tx.city} and id = ${listId}::uuid for update`.execute(tx);
  return rows[0] ?? null;
}

export async function isQuarterTaken(db: Reader, quarter: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from registry.people_list where city_id = ${db.city} and kind = 'decile' and whole
      and state = 'applied' and quarter = ${quarter}) as taken`.execute(db);
  return rows[0]?.taken ?? false;
}

export async function changeList(
  tx: Tx,
  listId: string,
  change: { readonly state: 'applied' | 'dropped'; readonly now: Date },
): Promise<void> {
  const appliedAt = change.state === 'applied' ? change.now : null;
  await sql`
    update registry.people_list set state = ${change.state}, applied_at = ${appliedAt}::timestamptz
    where city_id = ${tx.city} and id = ${listId}::uuid`.execute(tx);
}

/** Decides a row to review. @returns whether it still was one, with her among its candidates */
export async function decideRow(
  tx: Tx,
  at: { readonly listId: string; readonly rowNumber: number; readonly personId: string | null },
  { actor }: CommandContext,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update registry.people_list_row r set outcome = case when ${at.personId}::uuid is null then 'refused' else 'matched' end,
      method = case when ${at.personId}::uuid is null then null else 'chosen' end, person_id = ${at.personId}::uuid,
      decided_by = ${actor.userId}::uuid, decided_name = ${actor.name}
    where r.city_id = ${tx.city} and r.list_id = ${at.listId}::uuid and r.row_number = ${at.rowNumber} and r.outcome = 'review'
      and (${at.personId}::uuid is null or ${at.personId}::uuid = any (r.candidates))`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/**
 * Writes what a decile list says of everybody found on it, and of the others of her family card: a decile is the
 * family's. Families are made from the cards it names. Run again after a decision, it writes what is missing.
 *
 * @returns how many people it said something new of
 */
export async function writeDeciles(
  tx: Tx,
  list: {
    readonly id: string;
    readonly title: string;
    readonly quarter: string;
    readonly period: string;
  },
  { actor, now }: CommandContext,
): Promise<number> {
  const by = sql`${now}::timestamptz, ${actor.userId}::uuid`;
  await sql`
    insert into registry.household (city_id, id, sealed, blind_index, last_four, period, recorded_at, recorded_by)
    select distinct on (kk_index) city_id, gen_random_uuid(), kk_sealed, kk_index, kk_last_four, ${list.period}, ${by}
    from registry.people_list_row where city_id = ${tx.city} and list_id = ${list.id}::uuid and outcome = 'matched'
      and kk_index is not null order by kk_index, row_number
    on conflict (city_id, blind_index, period) do nothing`.execute(tx);
  const { rows } = await sql<{ people: bigint }>`
    with direct as (
      select distinct on (r.person_id) r.person_id, r.decile, r.method, r.kk_index
      from registry.people_list_row r where r.city_id = ${tx.city} and r.list_id = ${list.id}::uuid and r.outcome = 'matched'
        and r.decile is not null order by r.person_id, r.method = 'family-card', r.row_number
    ), family as (
      select distinct on (p.id) p.id as person_id, d.decile, 'family-card' as method, d.kk_index
      from direct d
      join lateral (
        select m.person_id from registry.household h
          join registry.household_member m on m.city_id = h.city_id and m.household_id = h.id
          where h.city_id = ${tx.city} and h.blind_index = d.kk_index
        union select i.person_id from registry.identifier i
          where i.city_id = ${tx.city} and i.kind = 'kk' and i.blind_index = d.kk_index
      ) f on true
      join registry.person p on p.city_id = ${tx.city} and p.id = f.person_id and p.state in ('provisional', 'registered')
      where not exists (select from direct o where o.person_id = p.id) order by p.id, d.decile
    ), made as (
      insert into registry.welfare_assessment (city_id, id, person_id, household_id, decile, quarter, source, match_method,
        list_id, recorded_at, recorded_by, by_name)
      select ${tx.city}, gen_random_uuid(), a.person_id, h.id, a.decile, ${list.quarter}, ${list.title}, a.method,
        ${list.id}::uuid, ${by}, ${actor.name}
      from (select * from direct union all select * from family) a
      left join registry.household h on h.city_id = ${tx.city} and h.blind_index = a.kk_index and h.period = ${list.period}
      on conflict (city_id, list_id, person_id) do nothing returning person_id
    ) select count(*) as people from made`.execute(tx);
  await joinFamilies(tx, list.id, by);
  return Number(rows[0]?.people ?? 0n);
}

/** Everybody of whom the list spoke belongs to the family of its card; what she is to its head stays where it is silent. */
async function joinFamilies(tx: Tx, listId: string, by: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into registry.household_member (city_id, household_id, person_id, relation, recorded_at, recorded_by)
    select a.city_id, a.household_id, a.person_id, coalesce(
        (select r.relation from registry.people_list_row r where r.city_id = a.city_id and r.list_id = a.list_id
          and r.person_id = a.person_id and r.method <> 'family-card' and r.relation is not null limit 1),
        (select m.relation from registry.household_member m join registry.household h on h.city_id = m.city_id and h.id = m.household_id
          where m.city_id = a.city_id and m.person_id = a.person_id order by h.period desc limit 1)), ${by}
    from registry.welfare_assessment a
    where a.city_id = ${tx.city} and a.list_id = ${listId}::uuid and a.household_id is not null
    on conflict do nothing`.execute(tx);
}

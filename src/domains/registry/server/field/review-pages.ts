import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Ground } from '../../linkage/explain.ts';
import type { PairWhy } from '../../field/decide-registration.ts';
import type { SubjectKind } from '../../field/profile-fields.ts';
import { livesWithin } from '../person-pages.ts';

/** What waits to be looked at within somebody's area. */
export interface ReviewCounts {
  readonly provisional: number;
  readonly pairs: number;
  readonly proposals: number;
}

const openPairs = sql`c.state in ('open', 'later') and p.state in ('provisional', 'registered')
  and o.state in ('provisional', 'registered')`;
/** The person a proposal is about, or the owner of its business. */
const proposalPerson = sql`join registry.person p on p.city_id = r.city_id and p.id = coalesce(
  (select b.owner_id from registry.business b where b.city_id = r.city_id and b.id = r.subject_id and r.subject_kind = 'business'),
  r.subject_id)`;

export async function countReview(db: Reader, scope: Scope): Promise<ReviewCounts> {
  const within = livesWithin(scope);
  const { rows } = await sql<ReviewCounts>`
    select
      (select count(*)::int from registry.person p where p.city_id = ${db.city} and p.state = 'provisional' and ${within}) as provisional,
      (select count(*)::int from registry.candidate_pair c
        join registry.person p on p.city_id = c.city_id and p.id = c.person_id
        join registry.person o on o.city_id = c.city_id and o.id = c.other_id
        where c.city_id = ${db.city} and ${openPairs} and ${within}) as pairs,
      (select count(*)::int from registry.profile_proposal r ${proposalPerson}
        where r.city_id = ${db.city} and r.state = 'open' and ${within}) as proposals`.execute(db);
  return rows[0] ?? { provisional: 0, pairs: 0, proposals: 0 };
}

interface Page {
  readonly scope: Scope;
  readonly limit: number;
  /** So many of the list are left out: those of the pages before. */
  readonly offset?: number;
}

export interface ProvisionalRow {
  readonly id: string;
  readonly name: string;
  readonly kelurahan: string | null;
  readonly placeText: string | null;
  readonly business: string | null;
  readonly hasNik: boolean;
  readonly noNikWhy: string | null;
  readonly metOn: BusinessDate | null;
  readonly byName: string | null;
  readonly byUser: string | null;
  /** Undecided pairs she is in. */
  readonly pairs: number;
}

/** People written down on the spot and not yet confirmed, the longest waiting first. */
export async function listProvisional(
  db: Reader,
  { scope, limit, offset = 0 }: Page,
): Promise<ProvisionalRow[]> {
  const { rows } = await sql<ProvisionalRow>`
    select p.id, p.name, kel.name as kelurahan, p.place_text as "placeText", e.met_on as "metOn", e.by_name as "byName",
      e.by_user as "byUser", e.no_nik_why as "noNikWhy",
      (select b.name from registry.business b where b.city_id = p.city_id and b.owner_id = p.id and b.state = 'active'
        order by b.created_at, b.id limit 1) as business,
      exists (select from registry.identifier i where i.city_id = p.city_id and i.person_id = p.id and i.kind = 'nik') as "hasNik",
      (select count(*)::int from registry.candidate_pair c where c.city_id = p.city_id and c.state = 'open'
        and p.id in (c.person_id, c.other_id)) as pairs
    from registry.person p
    left join lateral (select * from registry.encounter e where e.city_id = p.city_id and e.person_id = p.id
      order by e.recorded_at limit 1) e on true
    left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
    where p.city_id = ${db.city} and p.state = 'provisional' and ${livesWithin(scope)}
    order by p.created_at, p.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export interface PairRow {
  readonly id: string;
  readonly why: PairWhy | 'linkage';
  readonly grounds: readonly Ground[] | null;
  readonly state: 'open' | 'later';
  readonly foundAt: Date;
  readonly name: string;
  readonly otherName: string;
  readonly kelurahan: string | null;
}

/** Pairs to decide: open ones first, then those put aside, each the longest waiting first. */
export async function listPairs(
  db: Reader,
  { scope, limit, offset = 0 }: Page,
): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`
    select c.id, c.why, c.grounds, c.state, c.found_at as "foundAt", p.name, o.name as "otherName", kel.name as kelurahan
    from registry.candidate_pair c
    join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    join registry.person o on o.city_id = c.city_id and o.id = c.other_id
    left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
    where c.city_id = ${db.city} and ${openPairs} and ${livesWithin(scope)}
    order by c.state = 'later', c.found_at, c.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** One record of a pair, as it is laid beside the other. */
export interface PairRecord {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly sex: string | null;
  readonly bornOn: BusinessDate | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly kelurahan: string | null;
  readonly nikEnd: string | null;
  readonly kkEnd: string | null;
  readonly businesses: string | null;
  readonly groups: string | null;
  readonly source: string | null;
}

export interface PairPage {
  readonly id: string;
  readonly why: PairWhy | 'linkage';
  readonly grounds: readonly Ground[] | null;
  readonly state: string;
  readonly person: PairRecord;
  readonly other: PairRecord;
  readonly byUser: string | null;
}

/** A pair side by side, within the asker's area. */
export async function findPair(
  db: Reader,
  { scope, pairId }: { scope: Scope; pairId: string },
): Promise<PairPage | null> {
  const { rows } = await sql<
    Omit<PairPage, 'person' | 'other'> & { personId: string; otherId: string }
  >`
    select c.id, c.why, c.grounds, c.state, c.person_id as "personId", c.other_id as "otherId",
      (select e.by_user from registry.encounter e where e.city_id = c.city_id and e.person_id = c.person_id
        order by e.recorded_at limit 1) as "byUser"
    from registry.candidate_pair c
    join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    where c.city_id = ${db.city} and c.id = ${pairId} and ${livesWithin(scope)}`.execute(db);
  const pair = rows[0];
  if (!pair) return null;
  const { personId, otherId, ...rest } = pair;
  const records = await pairRecords(db, [personId, otherId]);
  const person = records.find((one) => one.id === personId);
  const other = records.find((one) => one.id === otherId);
  return person && other ? { ...rest, person, other } : null;
}

async function pairRecords(db: Reader, ids: readonly string[]): Promise<PairRecord[]> {
  const { rows } = await sql<PairRecord>`
    select p.id, p.name, p.state, p.sex, p.born_on as "bornOn", p.phone, p.address, p.rt, p.rw,
      coalesce(kel.name, p.place_text) as kelurahan, nik.last_four as "nikEnd", kk.last_four as "kkEnd",
      (select string_agg(concat_ws(': ', b.name, b.product), '; ' order by b.created_at, b.id) from registry.business b
        where b.city_id = p.city_id and b.owner_id = p.id and b.state = 'active') as businesses,
      (select string_agg(g.name, ', ') from registry.membership m
        join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
        where m.city_id = p.city_id and m.person_id = p.id and m.valid_to is null) as groups,
      coalesce((select e.by_name || ', ' || to_char(e.met_on, 'DD/MM/YYYY') from registry.encounter e
        where e.city_id = p.city_id and e.person_id = p.id order by e.recorded_at limit 1), nik.source) as source
    from registry.person p
    left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
    left join registry.identifier nik on nik.city_id = p.city_id and nik.person_id = p.id and nik.kind = 'nik'
    left join registry.identifier kk on kk.city_id = p.city_id and kk.person_id = p.id and kk.kind = 'kk'
    where p.city_id = ${db.city} and p.id = any (${[...ids]}::uuid[])`.execute(db);
  return rows;
}

export interface ProposalLine {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly subjectKind: SubjectKind;
  readonly subjectName: string;
  readonly field: string;
  readonly standing: string | null;
  readonly proposed: string | null;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly proposedName: string;
  readonly state: 'open' | 'accepted' | 'kept';
  readonly decidedName: string | null;
}

/** Values that wait for somebody to take or leave them; of one person, also those decided. */
export async function listProfileProposals(
  db: Reader,
  ask: Page & { readonly personId?: string },
): Promise<ProposalLine[]> {
  const which = ask.personId === undefined ? sql`r.state = 'open'` : sql`p.id = ${ask.personId}`;
  const { rows } = await sql<ProposalLine>`
    select r.id, p.id as "personId", p.name as "personName", r.subject_kind as "subjectKind",
      coalesce((select b.name from registry.business b where b.city_id = r.city_id and b.id = r.subject_id), p.name) as "subjectName",
      r.field, r.standing_value as standing, r.proposed_value as proposed, r.proposed_at as "proposedAt",
      r.proposed_by as "proposedBy", r.proposed_name as "proposedName", r.state, r.decided_name as "decidedName"
    from registry.profile_proposal r ${proposalPerson}
    where r.city_id = ${db.city} and ${which} and ${livesWithin(ask.scope)}
    order by r.state <> 'open', r.proposed_at, r.id limit ${ask.limit} offset ${ask.offset ?? 0}`.execute(
    db,
  );
  return rows;
}

/** One time somebody was met and written down. Mark and witness only for those who may see evidence. */
export interface EncounterLine {
  readonly id: string;
  readonly outcome: 'new' | 'same' | 'review';
  readonly metOn: BusinessDate;
  readonly byName: string;
  readonly byUser: string;
  readonly noNikWhy: string | null;
  readonly channel: 'written' | 'thumbprint' | 'spoken';
  readonly noticeVersion: number;
  readonly witness: string | null;
  readonly mark: string | null;
  readonly photoSha256: string | null;
}

/** Encounters of a person, under whatever id they came, the newest first. */
export async function encountersOf(
  db: Reader,
  { personId, evidence }: { personId: string; evidence: boolean },
): Promise<EncounterLine[]> {
  const { rows } = await sql<EncounterLine>`
    select e.id, e.outcome, e.met_on as "metOn", e.by_name as "byName", e.by_user as "byUser", e.no_nik_why as "noNikWhy",
      e.channel, e.notice_version as "noticeVersion",
      case when ${evidence} then e.witness end as witness, case when ${evidence} then e.mark end as mark,
      case when ${evidence} then e.photo_sha256 end as "photoSha256"
    from registry.encounter e
    where e.city_id = ${db.city} and (e.person_id = ${personId} or e.known_id = ${personId})
    order by e.recorded_at desc, e.id`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type {
  ClosingFacts,
  CounsellingReason,
  CounsellingResult,
  CounsellingStanding,
  StepTaken,
} from '../../counselling/counselling.ts';
import { counsellingProblems } from '../../counselling/problems.ts';
import { standingSql } from '../loan-pages.ts';
import { placeOfPerson } from '../person-place.ts';

export interface StoredCounselling extends CounsellingStanding {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly creditor: string | null;
  readonly overdueRupiah: bigint;
  readonly openedAt: Date;
}

/** The case, held until the transaction ends. @throws Refusal `lending.unknown-counselling` */
export async function lockCounselling(tx: Tx, id: string): Promise<StoredCounselling> {
  const { rows } = await sql<StoredCounselling>`
    select c.id, c.number, c.state, c.opened_on as "openedOn", c.loan_id as "loanId", c.person_id as "personId", p.name,
      c.creditor, c.overdue_rupiah as "overdueRupiah", c.opened_at as "openedAt"
    from lending.counselling c
    join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    where c.city_id = ${tx.city} and c.id = ${id} for update of c`.execute(tx);
  const row = rows[0];
  if (!row) throw counsellingProblems.unknownCounselling();
  return row;
}

/** Where a case is dealt with: where its borrower is, and at her lender's. */
export async function placeOfCounselling(db: Reader, id: string): Promise<Place> {
  const { rows } = await sql<{ person: string; loan: string | null }>`
    select person_id as person, loan_id as loan from lending.counselling
    where city_id = ${db.city} and id = ${id}`.execute(db);
  const row = rows[0];
  if (!row) throw counsellingProblems.unknownCounselling();
  return row.loan ? placeOfLoans(db, [row.loan]) : placeOfPerson(db, row.person);
}

/**
 * Where loans are dealt with: at their lender's, and by whoever goes to their group, or to the one borrower.
 *
 * @throws Refusal `lending.counselling-mixed` for loans of several groups or, without one, of several people
 */
export async function placeOfLoans(db: Reader, loanIds: readonly string[]): Promise<Place> {
  const { rows } = await sql<Place & { together: string; person: string | null }>`
    select distinct coalesce(l.lending_group_id, l.person_id) as together, l.institution_id as institution,
      case when l.lending_group_id is null then l.person_id end as person,
      b.kecamatan_code as kecamatan, b.kelurahan_code as kelurahan, b.id as group
    from lending.loan l
    left join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id
    left join registry.business_group b on b.city_id = g.city_id and b.id = g.business_group_id
    where l.city_id = ${db.city} and l.id = any (${loanIds}::uuid[])`.execute(db);
  const [first] = rows;
  if (!first) throw counsellingProblems.unknownCounselling();
  if (rows.length > 1) throw counsellingProblems.counsellingMixed();
  const { together: _together, person, ...place } = first;
  return person ? { ...(await placeOfPerson(db, person)), institution: place.institution } : place;
}

/** A loan as opening a case needs it. */
export interface LoanInArrears {
  readonly loanId: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string;
  readonly overdueRupiah: bigint;
  readonly overdueDays: number;
  /** Number of the case that is open already. */
  readonly open: string | null;
}

/** How loans stand today; held, so that two people do not open the same case. */
export async function lockArrears(
  tx: Tx,
  wanted: { loanIds: readonly string[]; on: BusinessDate },
): Promise<LoanInArrears[]> {
  await sql`select 1 from lending.loan where city_id = ${tx.city} and id = any (${wanted.loanIds}::uuid[])
    order by id for update`.execute(tx);
  const { rows } = await sql<LoanInArrears>`
    select l.id as "loanId", l.number, l.person_id as "personId", p.name,
      case when l.state = 'active' then d.overdue_rupiah else 0 end as "overdueRupiah",
      coalesce(d.overdue_days, 0) as "overdueDays",
      (select c.number from lending.counselling c where c.city_id = l.city_id and c.loan_id = l.id and c.state = 'open') as open
    from lending.loan l
    join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    ${standingSql(wanted.on)}
    where l.city_id = ${tx.city} and l.id = any (${wanted.loanIds}::uuid[]) order by p.name, l.id`.execute(
    tx,
  );
  return rows;
}

export interface NewCounselling {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly loanId: string | null;
  readonly creditor: string | null;
  readonly overdueRupiah: bigint;
  readonly overdueDays: number | null;
}

/** @throws Refusal `lending.counselling-open` when the same debt has a case already */
export async function insertCounsellings(
  tx: Tx,
  cases: readonly NewCounselling[],
  opened: {
    reason: CounsellingReason;
    note: string;
    nextOn: BusinessDate;
    on: BusinessDate;
    at: Date;
    by: { userId: string; name: string };
  },
): Promise<void> {
  const written = await tx
    .insertInto('lending.counselling')
    .values(
      cases.map((one) => ({
        city_id: tx.city,
        id: one.id,
        number: one.number,
        person_id: one.personId,
        loan_id: one.loanId,
        creditor: one.creditor,
        overdue_rupiah: one.overdueRupiah,
        overdue_days: one.overdueDays,
        reason: opened.reason,
        note: opened.note,
        state: 'open' as const,
        next_on: opened.nextOn,
        opened_on: opened.on,
        opened_at: opened.at,
        opened_by: opened.by.userId,
        opened_name: opened.by.name,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (written.length < cases.length)
    throw counsellingProblems.counsellingOpen({ number: cases[0]?.creditor ?? '' });
}

export async function insertStep(
  tx: Tx,
  step: StepTaken & {
    id: string;
    counsellingId: string;
    note: string;
    /** When somebody looks at the case again. */
    lookOn: BusinessDate;
    at: Date;
    by: { userId: string; name: string };
  },
): Promise<void> {
  await sql`
    with looked as (
      update lending.counselling set next_on = ${step.lookOn} where city_id = ${tx.city} and id = ${step.counsellingId}
    )
    insert into lending.counselling_step (city_id, id, counselling_id, kind, on_day, note, promised_on, amount_rupiah,
      next_on, by_user, by_name, recorded_at)
    values (${tx.city}, ${step.id}, ${step.counsellingId}, ${step.kind}, ${step.on}, ${step.note}, ${step.promisedOn},
      ${step.amountRupiah}, ${step.nextOn}, ${step.by.userId}, ${step.by.name}, ${step.at})`.execute(
    tx,
  );
}

/** What closing a case rests on. */
export async function closingFacts(
  tx: Tx,
  counselling: StoredCounselling,
  on: BusinessDate,
): Promise<ClosingFacts> {
  const { rows } = await sql<Omit<ClosingFacts, 'openedRupiah'>>`
    select l.state as "loanState",
      case when l.id is null then null when l.state = 'active' then d.overdue_rupiah else 0 end as "overdueRupiah",
      exists (select from lending.loan_event e where e.city_id = c.city_id and e.loan_id = c.loan_id
        and e.kind = 'restructure' and e.recorded_at >= c.opened_at
        and not exists (select from lending.loan_event u where u.city_id = e.city_id and u.reverses_id = e.id)) as restructured,
      coalesce((select sum(s.amount_rupiah) from lending.counselling_step s where s.city_id = c.city_id
        and s.counselling_id = c.id and s.kind = 'proof'), 0)::bigint as "proofRupiah",
      exists (select from lending.counselling_step s where s.city_id = c.city_id and s.counselling_id = c.id
        and s.kind = 'referral') as referred
    from lending.counselling c
    left join lending.loan l on l.city_id = c.city_id and l.id = c.loan_id
    left join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
    ${standingSql(on)}
    where c.city_id = ${tx.city} and c.id = ${counselling.id}`.execute(tx);
  const row = rows[0];
  if (!row) throw counsellingProblems.unknownCounselling();
  return { ...row, openedRupiah: counselling.overdueRupiah };
}

export async function markClosed(
  tx: Tx,
  closed: {
    id: string;
    result: CounsellingResult;
    note: string;
    on: BusinessDate;
    at: Date;
    by: { userId: string; name: string };
  },
): Promise<void> {
  await sql`
    update lending.counselling set state = 'closed', result = ${closed.result}, closed_on = ${closed.on},
      closed_at = ${closed.at}, closed_by = ${closed.by.userId}, closed_name = ${closed.by.name}, closed_note = ${closed.note}
    where city_id = ${tx.city} and id = ${closed.id}`.execute(tx);
}

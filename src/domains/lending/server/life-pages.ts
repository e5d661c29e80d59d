import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { LifeEntry, PaidSums } from '../life/loan-life.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';

/** One thing that happened to a loan, as its page tells it. */
export interface LifeLine {
  readonly id: string;
  readonly kind: LifeEntry['kind'];
  readonly part: LifeEntry['part'];
  /** The day it counts from. */
  readonly on: BusinessDate;
  readonly recordedAt: Date | null;
  readonly amountRupiah: bigint;
  readonly moved: PaidSums;
  readonly dueOn: BusinessDate | null;
  readonly payerName: string | null;
  readonly covered: boolean;
  readonly source: 'meeting' | 'office' | 'transfer' | 'take-over' | null;
  readonly reason: string;
  readonly byName: string | null;
  /** A second person let it through. */
  readonly approved: boolean;
  /** What it undoes. */
  readonly reverses: { readonly kind: LifeEntry['kind']; readonly on: BusinessDate } | null;
  readonly reversed: boolean;
}

type LineRow = Omit<LifeLine, 'moved' | 'reverses'> &
  PaidSums & {
    readonly undone_kind: LifeEntry['kind'] | null;
    readonly undone_on: BusinessDate | null;
  };

/** Everything that happened to a loan, newest entry first. */
export async function lifeOf(db: Reader, loanId: string): Promise<LifeLine[]> {
  const { rows } = await sql<LineRow>`
    with mine as (select * from lending.life where city_id = ${db.city} and loan_id = ${loanId})
    select f.id, f.kind, f.part, f.on_day as "on", f.recorded_at as "recordedAt", f.amount_rupiah as "amountRupiah",
      f.principal, f.interest, f.fee, f.penalty, f.overpaid, f.due_on as "dueOn",
      coalesce(r.payer_name, p.name) as "payerName", r.cover_id is not null as covered, r.source,
      f.reason, e.by_name as "byName", e.approved_by is not null as approved,
      o.kind as undone_kind, o.on_day as undone_on,
      exists (select from mine u where u.reverses_id = f.id) as reversed
    from mine f
    left join mine o on o.id = f.reverses_id
    left join lending.loan_event e on e.city_id = f.city_id and e.id = f.id
    left join lending.repayment r on r.city_id = f.city_id and r.id = f.id
    left join registry.person p on p.city_id = r.city_id and p.id = r.payer_id
    order by f.entered desc`.execute(db);
  return rows.map(
    ({ principal, interest, fee, penalty, overpaid, undone_kind, undone_on, ...line }) => ({
      ...line,
      moved: { principal, interest, fee, penalty, overpaid },
      reverses:
        undone_kind === null || undone_on === null ? null : { kind: undone_kind, on: undone_on },
    }),
  );
}

/** A loan by the number on its papers; says nothing about it but where its page is. */
export async function findLoanIdByNumber(db: Reader, number: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from lending.loan where city_id = ${db.city} and number = ${number}`.execute(db);
  return rows[0]?.id ?? null;
}

/** A version of a loan's schedule, and since when and why it holds. */
export interface ScheduleVersion {
  readonly version: number;
  readonly inForceOn: BusinessDate;
  readonly why: string;
  readonly schedule: CumulativeSchedule;
}

/** Every version of a loan's schedule, oldest first. */
export async function scheduleVersionsOf(db: Reader, loanId: string): Promise<ScheduleVersion[]> {
  const { rows } = await sql<Omit<ScheduleVersion, 'schedule'> & CumulativeSchedule>`
    select v.version, coalesce(v.in_force_on, l.disbursed_on) as "inForceOn", v.why, v.due_on as "dueOn",
      v.principal_due as "principalDue", v.interest_due as "interestDue"
    from lending.schedule_version v join lending.loan l on l.city_id = v.city_id and l.id = v.loan_id
    where v.city_id = ${db.city} and v.loan_id = ${loanId} order by v.version`.execute(db);
  return rows.map(({ dueOn, principalDue, interestDue, ...version }) => ({
    ...version,
    schedule: { dueOn, principalDue, interestDue },
  }));
}

/** What of a loan went to an old creditor instead of the borrower. */
export interface TakenOver {
  readonly id: string;
  readonly creditor: string;
  readonly reference: string;
  readonly amountRupiah: bigint;
  readonly on: BusinessDate;
}

export async function takenOverBy(db: Reader, loanId: string): Promise<TakenOver[]> {
  const { rows } = await sql<TakenOver>`
    select id, creditor, reference, amount_rupiah as "amountRupiah", on_day as "on"
    from lending.take_over where city_id = ${db.city} and loan_id = ${loanId} order by on_day, id`.execute(
    db,
  );
  return rows;
}

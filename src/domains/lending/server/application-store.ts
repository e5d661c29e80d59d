import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ApplicationStanding, RefusalReason } from '../application.ts';
import type { MemberCheck } from '../eligibility.ts';
import { lendingProblems } from '../problems.ts';

/** An application with what the commands after it need. */
export interface Application extends ApplicationStanding {
  readonly id: string;
  readonly productId: string;
  readonly institutionId: string;
  /** Null when one person asks for herself. */
  readonly lendingGroupId: string | null;
  /** The group's name, or hers. */
  readonly applicant: string;
  readonly firstDueOn: BusinessDate;
  readonly totalRupiah: bigint;
  readonly memberCount: number;
}

/**
 * The application, held until the transaction ends, so that two people deciding at once do so one after
 * the other.
 *
 * @throws Refusal `lending.unknown-application`
 */
export async function lockApplication(tx: Tx, id: string): Promise<Application> {
  // A statement of its own, so that the read after it sees what the one it waited for has written.
  await sql`select 1 from lending.application where city_id = ${tx.city} and id = ${id} for update`.execute(
    tx,
  );
  const { rows } = await sql<Application>`
    select a.id, a.number, a.state, a.product_id as "productId", p.institution_id as "institutionId",
      a.lending_group_id as "lendingGroupId", coalesce(g.name, h.name) as applicant, a.first_due_on as "firstDueOn",
      a.submitted_by as "submittedBy", a.recommended_by as "recommendedBy",
      (select min(l.disbursed_on) from lending.loan l
       where l.city_id = a.city_id and l.application_id = a.id) as "disbursedOn",
      (select sum(m.amount_rupiah)::bigint from lending.application_member m
       where m.city_id = a.city_id and m.application_id = a.id) as "totalRupiah",
      (select count(*)::int from lending.application_member m
       where m.city_id = a.city_id and m.application_id = a.id) as "memberCount"
    from lending.application a
    join lending.product p on p.city_id = a.city_id and p.id = a.product_id
    left join lending.lending_group g on g.city_id = a.city_id and g.id = a.lending_group_id
    ${applicantAlone}
    where a.city_id = ${tx.city} and a.id = ${id}`.execute(tx);
  const application = rows[0];
  if (!application) throw lendingProblems.unknownApplication();
  return application;
}

/** Who asks when no group does: `h`, missing for a group's application. */
export const applicantAlone = sql`left join lateral (
  select s.id, s.name, s.kecamatan_code, s.kelurahan_code from lending.application_member m
  join registry.person s on s.city_id = m.city_id and s.id = m.person_id
  where m.city_id = a.city_id and m.application_id = a.id and a.lending_group_id is null limit 1) h on true`;

/** The lender an application is made to. @throws Refusal `lending.unknown-application` */
export async function placeOfApplication(db: Reader, id: string): Promise<Place> {
  const { rows } = await sql<{ institution: string }>`
    select p.institution_id as institution
    from lending.application a join lending.product p on p.city_id = a.city_id and p.id = a.product_id
    where a.city_id = ${db.city} and a.id = ${id}`.execute(db);
  const place = rows[0];
  if (!place) throw lendingProblems.unknownApplication();
  return place;
}

export interface NewApplication {
  readonly id: string;
  readonly number: string;
  readonly productId: string;
  readonly firstDueOn: BusinessDate;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  /** Null when one person asks for herself. */
  readonly lendingGroup: null | {
    readonly id: string;
    readonly name: string;
    readonly institutionId: string;
    readonly businessGroupId: string;
    readonly formedOn: BusinessDate;
  };
  readonly members: readonly {
    readonly personId: string;
    readonly businessId: string | null;
    readonly amountRupiah: bigint;
    readonly purpose: string;
    readonly checks: readonly MemberCheck[];
  }[];
}

/** Forms the lending group, where there is one, and writes what is asked for. */
export async function insertApplication(tx: Tx, application: NewApplication): Promise<void> {
  const { lendingGroup: group } = application;
  if (group) {
    await tx
      .insertInto('lending.lending_group')
      .values({
        city_id: tx.city,
        id: group.id,
        name: group.name,
        institution_id: group.institutionId,
        business_group_id: group.businessGroupId,
        formed_on: group.formedOn,
      })
      .execute();
  }
  await tx
    .insertInto('lending.application')
    .values({
      city_id: tx.city,
      id: application.id,
      number: application.number,
      product_id: application.productId,
      lending_group_id: group?.id ?? null,
      state: 'submitted',
      first_due_on: application.firstDueOn,
      submitted_at: application.submittedAt,
      submitted_by: application.submittedBy,
    })
    .execute();
  await tx
    .insertInto('lending.application_member')
    .values(
      application.members.map((member) => ({
        city_id: tx.city,
        application_id: application.id,
        person_id: member.personId,
        business_id: member.businessId,
        amount_rupiah: member.amountRupiah,
        purpose: member.purpose,
        checks: JSON.stringify(member.checks),
      })),
    )
    .execute();
}

interface Step {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

export async function markRecommended(tx: Tx, step: Step): Promise<void> {
  await sql`
    update lending.application set state = 'recommended', recommended_at = ${step.at}, recommended_by = ${step.by}
    where city_id = ${tx.city} and id = ${step.id}`.execute(tx);
}

export async function markApproved(tx: Tx, step: Step): Promise<void> {
  await sql`
    update lending.application set state = 'approved', approved_at = ${step.at}, approved_by = ${step.by}
    where city_id = ${tx.city} and id = ${step.id}`.execute(tx);
}

export async function markRefused(
  tx: Tx,
  step: Step & { reason: RefusalReason; note: string },
): Promise<void> {
  const said = step.note ? `${step.reason}: ${step.note}` : step.reason;
  await sql`
    update lending.application set state = 'refused', refused_at = ${step.at}, refused_by = ${step.by},
      refused_reason = ${said}
    where city_id = ${tx.city} and id = ${step.id}`.execute(tx);
}

export async function markDisbursed(tx: Tx, step: { id: string; at: Date }): Promise<void> {
  await sql`
    update lending.application set state = 'disbursed', disbursed_at = ${step.at}
    where city_id = ${tx.city} and id = ${step.id}`.execute(tx);
}

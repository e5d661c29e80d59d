import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';

/** What a member of an application gets. */
export interface ApprovedMember {
  readonly personId: string;
  readonly businessId: string | null;
  readonly amountRupiah: bigint;
}

/** In order of names, so that the loans' numbers follow the list people read. */
export async function membersToDisburse(
  db: Reader,
  applicationId: string,
): Promise<ApprovedMember[]> {
  const { rows } = await sql<ApprovedMember>`
    select m.person_id as "personId", m.business_id as "businessId", m.amount_rupiah as "amountRupiah"
    from lending.application_member m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    where m.city_id = ${db.city} and m.application_id = ${applicationId}
    order by p.name, m.person_id`.execute(db);
  return rows;
}

export interface NewLoan extends ApprovedMember {
  readonly id: string;
  readonly number: string;
  readonly terms: Json;
  readonly schedule: CumulativeSchedule;
  /** All that was approved, when only a first part is handed out; else null. */
  readonly approvedRupiah: bigint | null;
}

/** What the loans of one disbursement have in common. */
export interface Disbursement {
  readonly applicationId: string;
  readonly institutionId: string;
  readonly productId: string;
  readonly lendingGroupId: string | null;
  readonly disbursedOn: BusinessDate;
  readonly at: Date;
}

/** Writes new loans and the first version of their schedules. */
export async function insertLoans(
  tx: Tx,
  disbursement: Disbursement,
  loans: readonly NewLoan[],
): Promise<void> {
  await tx
    .insertInto('lending.loan')
    .values(
      loans.map((loan) => ({
        city_id: tx.city,
        id: loan.id,
        number: loan.number,
        institution_id: disbursement.institutionId,
        product_id: disbursement.productId,
        application_id: disbursement.applicationId,
        lending_group_id: disbursement.lendingGroupId,
        person_id: loan.personId,
        business_id: loan.businessId,
        principal_rupiah: loan.amountRupiah,
        approved_rupiah: loan.approvedRupiah,
        terms: JSON.stringify(loan.terms),
        disbursed_on: disbursement.disbursedOn,
        state: 'active' as const,
        schedule_version: 1,
      })),
    )
    .execute();
  await tx
    .insertInto('lending.schedule_version')
    .values(
      loans.map((loan) => ({
        city_id: tx.city,
        loan_id: loan.id,
        version: 1,
        due_on: [...loan.schedule.dueOn],
        principal_due: [...loan.schedule.principalDue],
        interest_due: [...loan.schedule.interestDue],
        made_at: disbursement.at,
        why: 'pencairan',
      })),
    )
    .execute();
}

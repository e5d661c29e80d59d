import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { AgreementTerms } from '../../subsidy/eligible-loan.ts';
import { subsidyProblems } from '../../subsidy/problems.ts';

export interface Agreement extends AgreementTerms {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly cap: bigint;
  readonly committed: bigint;
  readonly budgetLine: string;
  readonly sourceDocument: string;
}

export const agreementColumns = sql`a.id, a.institution_id as "institutionId", a.number, a.name, a.valid_from as "validFrom",
  a.valid_to as "validTo", a.borrower_rate_percent as "borrowerRatePercent", a.government_share_percent as "governmentSharePercent",
  a.digits, a.cap, a.most_principal as "mostPrincipal", a.budget_line as "budgetLine", a.source_document as "sourceDocument",
  a.committed`;

/** @throws Refusal `lending.unknown-subsidy` */
export async function placeOfAgreement(db: Reader, id: string): Promise<{ institution: string }> {
  const { rows } = await sql<{ institution: string }>`
    select institution_id as institution from lending.subsidy_agreement
    where city_id = ${db.city} and id = ${id}`.execute(db);
  if (!rows[0]) throw subsidyProblems.unknownSubsidy();
  return rows[0];
}

/** Takes an agreement for this transaction, so that its budget is counted by one at a time. @throws Refusal */
export async function lockAgreement(tx: Tx, id: string): Promise<Agreement> {
  const { rows } = await sql<Agreement>`
    select ${agreementColumns} from lending.subsidy_agreement a
    where a.city_id = ${tx.city} and a.id = ${id} for update`.execute(tx);
  if (!rows[0]) throw subsidyProblems.unknownSubsidy();
  return rows[0];
}

export async function isNumberTaken(db: Reader, number: string): Promise<boolean> {
  const { rows } = await sql`
    select from lending.subsidy_agreement where city_id = ${db.city} and number = ${number}`.execute(
    db,
  );
  return rows.length > 0;
}

/** @returns false when the number is taken */
export async function insertAgreement(
  tx: Tx,
  agreement: Omit<Agreement, 'committed'> & { proposedBy: string; acceptedBy: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into lending.subsidy_agreement (city_id, id, institution_id, number, name, valid_from, valid_to, borrower_rate_percent,
      government_share_percent, digits, cap, most_principal, budget_line, source_document, proposed_by, accepted_by, accepted_at)
    values (${tx.city}, ${agreement.id}, ${agreement.institutionId}, ${agreement.number}, ${agreement.name}, ${agreement.validFrom},
      ${agreement.validTo}, ${agreement.borrowerRatePercent}, ${agreement.governmentSharePercent}, ${agreement.digits},
      ${agreement.cap}, ${agreement.mostPrincipal}, ${agreement.budgetLine}, ${agreement.sourceDocument}, ${agreement.proposedBy},
      ${agreement.acceptedBy}, ${agreement.at}::timestamptz)
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function changeCommitted(tx: Tx, id: string, by: bigint): Promise<void> {
  await sql`
    update lending.subsidy_agreement set committed = committed + ${by}
    where city_id = ${tx.city} and id = ${id}`.execute(tx);
}

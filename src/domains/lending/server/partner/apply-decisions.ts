import { sql } from 'kysely';
import type { FileLayout } from '#domains/partners/file/file-layout.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';
import { productTermsInput } from '../../input.ts';
import type { JudgedLine } from '../../partner/judge-line.ts';
import { partnerBookProblems } from '../../partner/problems.ts';
import { makeSchedule } from '../../repayment-schedule.ts';
import type { ProductTerms } from '../../terms.ts';
import type { PartnerFile } from './partner-file-store.ts';

interface Decisions {
  readonly file: PartnerFile;
  readonly layout: FileLayout;
  readonly lines: readonly JudgedLine[];
  readonly lender: string;
}

/**
 * Writes what a lender decided of its candidates, and the loans that follow from it.
 *
 * @returns the new loans
 * @throws Refusal when a loan's schedule cannot be computed from its terms
 */
export async function writeDecisions(tx: Tx, decisions: Decisions): Promise<string[]> {
  const { file, lines } = decisions;
  const decided = lines.map(({ reading }) => ({
    reference: reading.reference,
    state: reading.decision,
    reason: reading.decision === 'refused' ? reading.reason : null,
    decided_on: reading.decidedOn,
  }));
  await sql`
    update lending.partner_candidate c set state = r.state, reason = r.reason, reason_code = r.reason,
      decided_on = r.decided_on, decided_by_file = ${file.id}
    from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb)
      as r (reference text, state text, reason text, decided_on date)
    where c.city_id = ${tx.city} and c.institution_id = ${file.institutionId} and c.reference = r.reference`.execute(
    tx,
  );
  return writeLoans(tx, decisions);
}

async function writeLoans(tx: Tx, { file, layout, lines, lender }: Decisions): Promise<string[]> {
  const bringing = lines.filter((line) => line.reading.loanNumber && line.loanId === null);
  const loans = bringing.map(({ reading }) => {
    const product = termsOf(layout, reading, lender);
    const firstDueOn = reading.firstDueOn ?? null;
    const number = reading.loanNumber ?? '';
    const principal = BigInt(reading.principal ?? '0');
    const disbursedOn = reading.disbursedOn ?? '';
    assertPossible({ number, product, principal, disbursedOn, firstDueOn });
    return {
      id: newId(),
      reference: reading.reference,
      number,
      principal: principal.toString(),
      disbursed_on: disbursedOn,
      terms: { product, firstDueOn },
    };
  });
  await sql`
    insert into lending.partner_loan (city_id, id, institution_id, number, person_id, candidate_id, digits, principal,
      disbursed_on, terms, state, file_id)
    select ${tx.city}, r.id, ${file.institutionId}, r.number, c.person_id, c.id, ${layout.digits}, r.principal, r.disbursed_on,
      r.terms, 'running', ${file.id}
    from jsonb_to_recordset(${JSON.stringify(loans)}::jsonb)
      as r (id uuid, reference text, number text, principal bigint, disbursed_on date, terms jsonb)
    join lending.partner_candidate c on c.city_id = ${tx.city} and c.institution_id = ${file.institutionId}
      and c.reference = r.reference`.execute(tx);
  return loans.map((loan) => loan.id);
}

/** The lender's common terms with the rate and length of one loan. @throws Refusal `lending.no-loan-terms` */
function termsOf(layout: FileLayout, reading: JudgedLine['reading'], lender: string): ProductTerms {
  const terms = productTermsInput.safeParse({
    ...layout.loanTerms,
    annualRatePercent: reading.rate,
    installments: Number(reading.installments),
  });
  if (layout.loanTerms === null || !terms.success)
    throw partnerBookProblems.noLoanTerms({ lender });
  return terms.data;
}

function assertPossible(loan: {
  number: string;
  product: ProductTerms;
  principal: bigint;
  disbursedOn: string;
  firstDueOn: string | null;
}): void {
  const { firstDueOn, ...terms } = loan;
  try {
    makeSchedule({ ...terms, ...(firstDueOn === null ? {} : { firstDueOn }) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw partnerBookProblems.termsImpossibleFor({ number: loan.number, why: error.message });
  }
}

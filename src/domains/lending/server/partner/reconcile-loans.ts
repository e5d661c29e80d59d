import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Grade } from '../../arrears.ts';
import type { CumulativeSchedule } from '../../loan-standing.ts';
import type { ReconciledItem } from '../../partner/explanation.ts';
import { reconcileRepayments, reconcileReport } from '../../partner/reconcile-payments.ts';
import type { PartnerRepayment } from '../../partner/partner-replay.ts';
import { reconcileSchedule } from '../../partner/reconcile-schedule.ts';
import type { PlanLine } from '../../partner/reconcile-schedule.ts';
import type { ProductTerms } from '../../terms.ts';

/** A partner's loan with all that its files say of it. */
export interface PartnerLoanBooks {
  readonly id: string;
  readonly number: string;
  readonly institutionId: string;
  readonly state: 'running' | 'closed';
  readonly digits: number;
  readonly principal: bigint;
  readonly disbursedOn: BusinessDate;
  readonly terms: { readonly product: ProductTerms; readonly firstDueOn: BusinessDate | null };
  readonly lenderKind: string;
  readonly grade: Grade | null;
  readonly gradedOn: BusinessDate | null;
  readonly outstanding: bigint | null;
  readonly daysLate: number | null;
  readonly lines: readonly PlanLine[];
  readonly repayments: readonly PartnerRepayment[];
}

/** Compares loans with our engine anew; what was found before is replaced, since a later file may settle it. */
export async function reconcileLoans(
  tx: Tx,
  wanted: { loanIds: readonly string[]; fileId: string },
): Promise<void> {
  if (wanted.loanIds.length === 0) return;
  const loans = await partnerLoanBooks(tx, wanted.loanIds);
  const items = loans.flatMap((loan) =>
    reconcileLoan(loan).map((item) => ({
      loan_id: loan.id,
      part: item.part,
      item: item.item,
      on_day: item.onDay,
      state: item.state,
      explanation: item.explanation,
      theirs: item.theirs,
      ours: item.ours,
      difference: item.difference.toString(),
    })),
  );
  await sql`
    delete from lending.reconciliation_item
    where city_id = ${tx.city} and loan_id = any (${[...wanted.loanIds]}::uuid[])`.execute(tx);
  await sql`
    insert into lending.reconciliation_item (city_id, loan_id, part, item, on_day, state, explanation, theirs, ours,
      difference, file_id)
    select ${tx.city}, r.loan_id, r.part, r.item, r.on_day, r.state, r.explanation, r.theirs, r.ours, r.difference, ${wanted.fileId}
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as r (loan_id uuid, part text, item text, on_day date, state text,
      explanation text, theirs jsonb, ours jsonb, difference bigint)`.execute(tx);
}

/** All of a loan's lines beside ours: schedule, repayments, balance and grade, as far as files have come. */
export function reconcileLoan(loan: PartnerLoanBooks): ReconciledItem[] {
  const { principal, disbursedOn, terms, lines, repayments, digits } = loan;
  const { product, firstDueOn } = terms;
  const schedule = lines.length > 0 ? cumulative(lines) : null;
  const items: ReconciledItem[] = [];
  if (schedule) {
    const agreed = {
      product,
      principal,
      disbursedOn,
      ...(firstDueOn === null ? {} : { firstDueOn }),
    };
    items.push(
      ...reconcileSchedule(agreed, lines, digits),
      ...reconcileRepayments({ disbursedOn, schedule, allocation: product.allocation }, repayments),
    );
  }
  if (loan.gradedOn !== null && loan.grade !== null && loan.outstanding !== null) {
    const lender = { lenderKind: loan.lenderKind, repayUnit: product.repayEvery.unit };
    items.push(
      ...reconcileReport(
        { principal, schedule, repayments, lender },
        {
          onDay: loan.gradedOn,
          outstanding: loan.outstanding,
          grade: loan.grade,
          daysLate: loan.daysLate,
        },
      ),
    );
  }
  return items;
}

function cumulative(lines: readonly PlanLine[]): CumulativeSchedule {
  const sorted = [...lines].sort((a, b) => a.number - b.number);
  let principal = 0n;
  let interest = 0n;
  return {
    dueOn: sorted.map((line) => line.dueOn),
    principalDue: sorted.map((line) => (principal += line.principal)),
    interestDue: sorted.map((line) => (interest += line.interest)),
  };
}

interface JsonLine {
  number: number;
  dueOn: string;
  principal: string;
  interest: string;
}

interface JsonRepayment {
  reference: string;
  onDay: string;
  principal: string;
  interest: string;
  penalty: string;
}

/** Loans with what their files say, in three reads however many there are. */
export async function partnerLoanBooks(
  db: Reader,
  loanIds: readonly string[],
): Promise<PartnerLoanBooks[]> {
  const { rows } = await sql<
    Omit<PartnerLoanBooks, 'lines' | 'repayments'> & {
      lines: JsonLine[];
      repayments: JsonRepayment[];
    }
  >`
    select l.id, l.number, l.institution_id as "institutionId", l.state, l.digits, l.principal, l.disbursed_on as "disbursedOn", l.terms, i.kind as "lenderKind", l.grade,
      l.graded_on as "gradedOn", l.reported_outstanding as outstanding, l.reported_days_late as "daysLate",
      coalesce((select jsonb_agg(jsonb_build_object('number', s.number, 'dueOn', s.due_on, 'principal', s.principal::text,
          'interest', s.interest::text) order by s.number)
        from lending.partner_schedule_line s where s.city_id = l.city_id and s.loan_id = l.id), '[]') as lines,
      coalesce((select jsonb_agg(jsonb_build_object('reference', r.reference, 'onDay', r.on_day, 'principal', r.principal::text,
          'interest', r.interest::text, 'penalty', r.penalty::text) order by r.on_day, r.reference)
        from lending.partner_repayment r where r.city_id = l.city_id and r.loan_id = l.id), '[]') as repayments
    from lending.partner_loan l
    join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
    where l.city_id = ${db.city} and l.id = any (${[...loanIds]}::uuid[])`.execute(db);
  return rows.map((row) => ({
    ...row,
    lines: row.lines.map((line) => ({
      ...line,
      principal: BigInt(line.principal),
      interest: BigInt(line.interest),
    })),
    repayments: row.repayments.map((one) => ({
      ...one,
      principal: BigInt(one.principal),
      interest: BigInt(one.interest),
      penalty: BigInt(one.penalty),
    })),
  }));
}

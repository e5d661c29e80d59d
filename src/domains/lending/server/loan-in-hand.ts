import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { lifeProblems } from '../life/life-problems.ts';
import { seenMark } from '../life/loan-life.ts';
import type { LifeEntry, LoanInHand } from '../life/loan-life.ts';
import type { AllocationOrder } from '../loan-event.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';
import { lendingProblems } from '../problems.ts';
import type { ProductTerms } from '../terms.ts';

type HeadRow = Omit<
  LoanInHand,
  'terms' | 'versions' | 'paid' | 'charged' | 'waived' | 'entries'
> & {
  readonly product: ProductTerms & { readonly allocation?: AllocationOrder };
  readonly paid_principal: bigint;
  readonly paid_interest: bigint;
  readonly paid_fee: bigint;
  readonly paid_penalty: bigint;
  readonly overpaid_rupiah: bigint;
  readonly charged_fee: bigint;
  readonly charged_penalty: bigint;
  readonly waived_fee: bigint;
  readonly waived_penalty: bigint;
};

/** A loan with its whole life, for a preview. @throws Refusal `lending.unknown-loan` */
export async function getLoanInHand(db: Reader, loanId: string): Promise<LoanInHand> {
  const { rows } = await sql<HeadRow>`
    select l.id, l.number, l.person_id as "personId", p.name, l.institution_id as "institutionId",
      l.lending_group_id as "lendingGroupId", b.id as "bookId", a.id as "accountId", l.state,
      l.terms -> 'product' as product, r.maximum_rupiah as "maximumRupiah", l.principal_rupiah as "principalRupiah",
      l.approved_rupiah as "approvedRupiah", l.disbursed_on as "disbursedOn", l.closed_on as "closedOn",
      l.written_off_principal as "writtenOffRupiah", l.recovered_rupiah as "recoveredRupiah",
      l.forgiven_rupiah as "forgivenRupiah", l.paid_principal, l.paid_interest, l.paid_fee, l.paid_penalty,
      l.overpaid_rupiah, l.charged_fee, l.charged_penalty, l.waived_fee, l.waived_penalty
    from lending.loan l
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join lending.product r on r.city_id = l.city_id and r.id = l.product_id
    join ledger.book b on b.city_id = l.city_id and b.institution_id = l.institution_id
    join ledger.account a on a.city_id = l.city_id and a.book_id = b.id and a.owner_kind = 'loan' and a.owner_id = l.id
    where l.city_id = ${db.city} and l.id = ${loanId}`.execute(db);
  const row = rows[0];
  if (!row) throw lendingProblems.unknownLoan();
  const { product, ...head } = row;
  return {
    ...head,
    terms: product,
    allocation: product.allocation,
    paid: {
      principal: row.paid_principal,
      interest: row.paid_interest,
      fee: row.paid_fee,
      penalty: row.paid_penalty,
      overpaid: row.overpaid_rupiah,
    },
    charged: { fee: row.charged_fee, penalty: row.charged_penalty },
    waived: { fee: row.waived_fee, penalty: row.waived_penalty },
    versions: await versionsOf(db, loanId),
    entries: await entriesOf(db, loanId),
  };
}

/**
 * The same, held until the transaction ends; others may refer to it meanwhile, as the close of a day does.
 *
 * @param seen the mark that the page was made with; somebody who acts on an older one is told to look again
 * @throws Refusal `lending.unknown-loan`, `lending.seen-changed`
 */
export async function lockLoanInHand(
  tx: Tx,
  wanted: { loanId: string; seen?: string | null | undefined },
): Promise<LoanInHand> {
  await sql`select 1 from lending.loan where city_id = ${tx.city} and id = ${wanted.loanId} for no key update`.execute(
    tx,
  );
  const loan = await getLoanInHand(tx, wanted.loanId);
  if (wanted.seen && wanted.seen !== seenMark(loan)) throw lifeProblems.seenChanged();
  return loan;
}

/** Where what happens to a loan is decided: at its lender's. */
export async function placeOfLoan(db: Reader, loanId: string): Promise<Place> {
  const { rows } = await sql<{ institution: string }>`
    select institution_id as institution from lending.loan where city_id = ${db.city} and id = ${loanId}`.execute(
    db,
  );
  const place = rows[0];
  if (!place) throw lendingProblems.unknownLoan();
  return place;
}

async function versionsOf(db: Reader, loanId: string): Promise<CumulativeSchedule[]> {
  const { rows } = await sql<CumulativeSchedule>`
    select due_on as "dueOn", principal_due as "principalDue", interest_due as "interestDue"
    from lending.schedule_version where city_id = ${db.city} and loan_id = ${loanId} order by version`.execute(
    db,
  );
  return rows;
}

interface EntryRow {
  readonly id: string;
  readonly kind: LifeEntry['kind'];
  readonly on_day: BusinessDate;
  readonly amount: bigint;
  readonly part: LifeEntry['part'];
  readonly principal: bigint;
  readonly interest: bigint;
  readonly fee: bigint;
  readonly penalty: bigint;
  readonly overpaid: bigint;
  readonly due_on: BusinessDate | null;
  readonly schedule_version: number | null;
  readonly reverses_id: string | null;
  readonly cover_id: string | null;
  readonly caused_by: string | null;
}

async function entriesOf(db: Reader, loanId: string): Promise<LifeEntry[]> {
  const { rows } = await sql<EntryRow>`
    select f.id, f.kind, f.on_day, f.amount_rupiah as amount, f.part, f.principal, f.interest, f.fee, f.penalty, f.overpaid,
      f.due_on, f.schedule_version, f.reverses_id, f.cover_id, e.caused_by
    from lending.life f
    left join lending.loan_event e on e.city_id = f.city_id and e.id = f.id
    where f.city_id = ${db.city} and f.loan_id = ${loanId} order by f.entered`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    on: row.on_day,
    amountRupiah: row.amount,
    part: row.part,
    moved: {
      principal: row.principal,
      interest: row.interest,
      fee: row.fee,
      penalty: row.penalty,
      overpaid: row.overpaid,
    },
    dueOn: row.due_on,
    scheduleVersion: row.schedule_version,
    reversesId: row.reverses_id,
    coverId: row.cover_id,
    causedBy: row.caused_by,
  }));
}

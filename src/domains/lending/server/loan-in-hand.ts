import { sql } from 'kysely';
import { savingsKeepers } from '#domains/partners/institution.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
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

/** A loan with its whole life, for a preview: on one snapshot, as pages read. @throws Refusal `lending.unknown-loan` */
export async function getLoanInHand(db: Reader, loanId: string): Promise<LoanInHand> {
  const loan = (await getLoansInHand(db, [loanId])).get(loanId);
  if (!loan) throw lendingProblems.unknownLoan();
  return loan;
}

/** Loans with their whole lives, by id; those there are not are left out. */
export async function getLoansInHand(
  db: Reader,
  loanIds: readonly string[],
): Promise<Map<string, LoanInHand>> {
  if (loanIds.length === 0) return new Map();
  const [heads, versions, entries] = await together(
    headsOf(db, loanIds),
    versionsOf(db, loanIds),
    entriesOf(db, loanIds),
  );
  return new Map(
    heads.map(({ product, ...head }) => [
      head.id,
      {
        ...head,
        terms: product,
        allocation: product.allocation,
        paid: {
          principal: head.paid_principal,
          interest: head.paid_interest,
          fee: head.paid_fee,
          penalty: head.paid_penalty,
          overpaid: head.overpaid_rupiah,
        },
        charged: { fee: head.charged_fee, penalty: head.charged_penalty },
        waived: { fee: head.waived_fee, penalty: head.waived_penalty },
        versions: versions.get(head.id) ?? [],
        entries: entries.get(head.id) ?? [],
      },
    ]),
  );
}

async function headsOf(db: Reader, loanIds: readonly string[]): Promise<HeadRow[]> {
  const { rows } = await sql<HeadRow>`
    select l.id, l.number, l.person_id as "personId", p.name, l.institution_id as "institutionId",
      i.kind = any (${[...savingsKeepers]}::text[]) as "keepsSavings",
      l.lending_group_id as "lendingGroupId", b.id as "bookId", a.id as "accountId", l.state,
      l.terms -> 'product' as product, r.maximum_rupiah as "maximumRupiah", l.principal_rupiah as "principalRupiah",
      l.approved_rupiah as "approvedRupiah", l.disbursed_on as "disbursedOn", l.closed_on as "closedOn",
      l.written_off_principal as "writtenOffRupiah", l.recovered_rupiah as "recoveredRupiah",
      l.forgiven_rupiah as "forgivenRupiah", l.paid_principal, l.paid_interest, l.paid_fee, l.paid_penalty,
      l.overpaid_rupiah, l.charged_fee, l.charged_penalty, l.waived_fee, l.waived_penalty
    from lending.loan l
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
    join lending.product r on r.city_id = l.city_id and r.id = l.product_id
    join ledger.book b on b.city_id = l.city_id and b.institution_id = l.institution_id
    join ledger.account a on a.city_id = l.city_id and a.book_id = b.id and a.owner_kind = 'loan' and a.owner_id = l.id
    where l.city_id = ${db.city} and l.id = any (${loanIds}::uuid[])`.execute(db);
  return rows;
}

/**
 * The same, held until the transaction ends; others may refer to it meanwhile, as the close of a day does. Whoever only
 * proposes holds it too: read while money is on its way to it, its sums and its entries would be of two moments.
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

async function versionsOf(
  db: Reader,
  loanIds: readonly string[],
): Promise<Map<string, CumulativeSchedule[]>> {
  const { rows } = await sql<CumulativeSchedule & { loan_id: string }>`
    select loan_id, due_on as "dueOn", principal_due as "principalDue", interest_due as "interestDue"
    from lending.schedule_version where city_id = ${db.city} and loan_id = any (${loanIds}::uuid[])
    order by loan_id, version`.execute(db);
  return byLoan(rows, ({ loan_id: _, ...schedule }) => schedule);
}

function byLoan<Row extends { readonly loan_id: string }, Kept>(
  rows: readonly Row[],
  keep: (row: Row) => Kept,
): Map<string, Kept[]> {
  const lists = new Map<string, Kept[]>();
  for (const row of rows) {
    const list = lists.get(row.loan_id);
    if (list) list.push(keep(row));
    else lists.set(row.loan_id, [keep(row)]);
  }
  return lists;
}

interface EntryRow {
  readonly loan_id: string;
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
  readonly kept_fee: bigint | null;
  readonly kept_insurance: bigint | null;
}

async function entriesOf(
  db: Reader,
  loanIds: readonly string[],
): Promise<Map<string, LifeEntry[]>> {
  const { rows } = await sql<EntryRow>`
    select f.loan_id, f.id, f.kind, f.on_day, f.amount_rupiah as amount, f.part, f.principal, f.interest, f.fee,
      f.penalty, f.overpaid, f.due_on, f.schedule_version, f.reverses_id, f.cover_id, coalesce(e.caused_by, c.caused_by) as caused_by,
      e.kept_fee, e.kept_insurance
    from lending.life f
    left join lending.loan_event e on e.city_id = f.city_id and e.id = f.id
    left join lending.charge c on c.city_id = f.city_id and c.id = f.id
    where f.city_id = ${db.city} and f.loan_id = any (${loanIds}::uuid[]) order by f.loan_id, f.entered`.execute(
    db,
  );
  return byLoan(rows, (row) => ({
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
    ...((row.kept_fee ?? 0n) + (row.kept_insurance ?? 0n) > 0n && {
      kept: { fee: row.kept_fee ?? 0n, insurance: row.kept_insurance ?? 0n },
    }),
  }));
}

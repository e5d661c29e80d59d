import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { sum } from '#kernel/money.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { lifeProblems } from '../life/life-problems.ts';
import type { KeptBack, SpreadFee } from '../product-conditions.ts';
import { openedAccounts } from './loan-accounts.ts';

/** What a loan costs from its first day, by its product. */
export interface LoanFees {
  readonly kept: readonly KeptBack[];
  readonly spread: readonly SpreadFee[];
}

export function keptRupiah({ kept }: Pick<LoanFees, 'kept'>): bigint {
  return sum(kept.map((one) => one.rupiah));
}

/** Kept back by the account it counts in: the lender's fee income, or premiums held for the insurer. */
export type KeptAccounts = Readonly<Record<KeptBack['kind'], string>>;

const controlOf = { fee: 'feeIncome', insurance: 'insurancePremium' } as const;

/**
 * The accounts of what is kept back, opened where they are not there yet; null when nothing is kept.
 *
 * @throws Refusal `lending.nothing-in-hand` when a borrower would get nothing
 */
export async function keptAccounts(
  tx: Tx,
  bookId: string,
  loans: readonly (LoanFees & { number: string; amountRupiah: bigint; compulsoryRupiah: bigint })[],
): Promise<KeptAccounts | null> {
  for (const loan of loans) {
    const kept = keptRupiah(loan) + loan.compulsoryRupiah;
    if (kept > 0n && kept >= loan.amountRupiah)
      throw lifeProblems.nothingInHand({ number: loan.number, kept });
  }
  if (loans.every((loan) => loan.kept.length === 0)) return null;
  const idOf = await openedAccounts(
    tx,
    Object.values(controlOf).map((control) => ({ id: newId(), bookId, control, leaf: null })),
  );
  return { fee: idOf(controlOf.fee), insurance: idOf(controlOf.insurance) };
}

/** Fees that are part of the instalments: a charge each, due on its instalment's day. */
export async function chargeSpreadFees(
  tx: Tx,
  loans: readonly (Pick<LoanFees, 'spread'> & { readonly id: string })[],
  { context, bookId }: { context: CommandContext; bookId: string },
): Promise<void> {
  const rows = loans.flatMap((loan) =>
    loan.spread.map(({ name, dueOn, rupiah }) => ({
      id: newId(),
      loan_id: loan.id,
      due_on: dueOn,
      amount: rupiah.toString(),
      name,
    })),
  );
  if (rows.length === 0) return;
  // A meeting that takes the fee finds its account there.
  await openedAccounts(tx, [{ id: newId(), bookId, control: 'feeIncome', leaf: null }]);
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, loan_id uuid, due_on date,
        amount bigint, name text)
    ), charged as (
      insert into lending.charge (city_id, id, loan_id, kind, on_day, due_on, amount_rupiah, source, reason, by_user, recorded_at)
      select ${tx.city}, id, loan_id, 'fee', ${context.today}::date, due_on, amount, 'offer', name,
        ${context.actor.userId}::uuid, ${context.now}::timestamptz
      from given
    )
    update lending.loan l set charged_fee = l.charged_fee + g.total
    from (select loan_id, sum(amount)::bigint as total from given group by loan_id) g
    where l.city_id = ${tx.city} and l.id = g.loan_id`.execute(tx);
}

import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import type { Tx } from '#platform/db/tx.ts';
import { lifeProblems } from '../life/life-problems.ts';

/** What of a member's money goes to whom she owes elsewhere. */
export interface TakeOver {
  readonly personId: string;
  readonly creditor: string;
  readonly reference: string;
  readonly amountRupiah: bigint;
}

interface HandedOut {
  readonly id: string;
  readonly personId: string;
  readonly amountRupiah: bigint;
  readonly compulsoryRupiah: bigint;
  readonly kept: readonly { readonly rupiah: bigint }[];
  readonly journalId: string;
}

/** An old creditor gets no more than what is handed out in cash. @throws Refusal `lending.creditor-too-much` */
export function assertTakeOvers(
  loans: readonly (HandedOut & { readonly number: string })[],
  takeOvers: readonly TakeOver[],
): void {
  for (const { personId } of takeOvers) {
    const loan = loans.find((one) => one.personId === personId);
    const asked = sum(
      takeOvers.filter((one) => one.personId === personId).map((one) => one.amountRupiah),
    );
    const kept = sum((loan?.kept ?? []).map((one) => one.rupiah));
    if (!loan || asked > loan.amountRupiah - loan.compulsoryRupiah - kept)
      throw lifeProblems.creditorTooMuch({ name: loan?.number ?? '—' });
  }
}

/** Keeps whom the till paid instead of the borrower; the money is part of the disbursement's own journal. */
export async function recordTakeOvers(
  tx: Tx,
  given: {
    takeOvers: readonly TakeOver[];
    loans: readonly HandedOut[];
    on: BusinessDate;
  },
): Promise<void> {
  if (given.takeOvers.length === 0) return;
  const rows = given.takeOvers.flatMap((takeOver) => {
    const loan = given.loans.find((one) => one.personId === takeOver.personId);
    if (!loan) return [];
    const { creditor, reference } = takeOver;
    return [
      {
        id: newId(),
        loan_id: loan.id,
        creditor,
        reference,
        amount: takeOver.amountRupiah.toString(),
        journal_id: loan.journalId,
      },
    ];
  });
  await sql`
    insert into lending.take_over (city_id, id, loan_id, creditor, reference, amount_rupiah, on_day, journal_id)
    select ${tx.city}, id, loan_id, creditor, reference, amount, ${given.on}::date, journal_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, loan_id uuid, creditor text, reference text,
      amount bigint, journal_id uuid)`.execute(tx);
}

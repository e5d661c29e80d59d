import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';
import { controls } from '../chart.ts';
import type { TemplateAccount } from '../chart-template.ts';

/** Who opened or closed an account, and when. */
export interface ByWhom {
  readonly userId: string;
  readonly at: Date;
}

/**
 * Lays accounts into a book's chart, and opens the one leaf of those that officers post to. What is there already stays
 * as it is. Answers how many were new.
 */
export async function layChart(
  tx: Tx,
  chart: { bookId: string; accounts: readonly TemplateAccount[]; by: ByWhom },
): Promise<number> {
  const { bookId, by } = chart;
  const rows = chart.accounts.map((account) => ({
    ...account,
    id: newId(),
    floor_rupiah: account.control === controls.till.control ? 0 : null,
  }));
  const { rows: laid } = await sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number text, name text, class text,
        line text, control text, "keptBy" text, floor_rupiah bigint)
    ), leaves as (
      insert into ledger.account (city_id, id, book_id, control, class, floor_rupiah)
      select ${tx.city}, id, ${bookId}, control, class, floor_rupiah from wanted where "keptBy" = 'office'
      on conflict do nothing
    )
    insert into ledger.chart_account (city_id, book_id, number, name, class, line, control, kept_by, opened_at, opened_by)
    select ${tx.city}, ${bookId}, number, name, class, line, control, "keptBy", ${by.at}, ${by.userId} from wanted
    on conflict do nothing returning number`.execute(tx);
  return laid.length;
}

/** Closes an account of the chart: journals may no longer name it. */
export async function closeChartAccount(
  tx: Tx,
  account: { bookId: string; number: string; by: ByWhom },
): Promise<void> {
  await sql`
    update ledger.chart_account set closed_at = ${account.by.at}, closed_by = ${account.by.userId}
    where city_id = ${tx.city} and book_id = ${account.bookId} and number = ${account.number}`.execute(
    tx,
  );
}

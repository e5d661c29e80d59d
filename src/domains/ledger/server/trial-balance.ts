import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

export interface AccountBalance {
  readonly book: string;
  /** Book, control and leaf, as in the exported journal. */
  readonly account: string;
  /** Whole rupiah, debit positive. */
  readonly balance: bigint;
}

/** Every account that has entries, its balance summed from the journal and not read off the account. */
export async function trialBalance(db: Reader, book: string | null): Promise<AccountBalance[]> {
  const { rows } = await sql<AccountBalance>`
    select b.code as book, b.code || ':' || a.control || coalesce(':' || a.leaf, '') as account, sum(e.amount)::bigint as balance
    from ledger.entry e
    join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
    join ledger.book b on b.city_id = a.city_id and b.id = a.book_id
    where e.city_id = ${db.city} and (${book}::text is null or b.code = ${book})
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

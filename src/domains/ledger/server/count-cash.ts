import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { countCashInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import { getBook } from './ledger-store.ts';

/** Notes and coins of one value. */
export interface Pieces {
  readonly denomination: number;
  readonly pieces: number;
}

/** A bag or the safe as it was counted, beside what the books said. */
export interface CashCount {
  readonly countedRupiah: bigint;
  readonly bookRupiah: bigint;
  readonly onDay: BusinessDate;
  readonly countedAt: Date;
  readonly countedBy: string | null;
}

/**
 * The cashier counts the safe by denomination. A count posts nothing: what is missing or over is shown beside the books
 * until somebody books it with a second person.
 */
export const countCash = defineCommand({
  kind: 'ledger.count-cash',
  version: 1,
  input: countCashInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId, accounts } = await getBook(tx, body.institutionId);
    if (body.accountId !== accounts.till) throw ledgerProblems.unknownCash();
    const by = { userId: context.actor.userId, at: context.now, on: context.today };
    const count = await recordCount(tx, { ...body, id: body.countId, bookId, by });
    return {
      answer: { countId: body.countId, differenceRupiah: count.differenceRupiah.toString() },
      audit: { subject: { kind: 'account', id: body.accountId }, says: count.says },
    };
  },
});

/**
 * Writes a count of a cash account beside its balance.
 *
 * @throws Refusal unknownCash when the account is not one of the book
 */
export async function recordCount(
  tx: Tx,
  count: {
    id: string;
    bookId: string;
    accountId: string;
    pieces: readonly Pieces[];
    by: { userId: string; at: Date; on: BusinessDate };
  },
): Promise<{ countedRupiah: bigint; differenceRupiah: bigint; says: Words }> {
  const countedRupiah = count.pieces.reduce(
    (sum, one) => sum + BigInt(one.denomination) * BigInt(one.pieces),
    0n,
  );
  const { rows } = await sql<{ balance: bigint; name: string }>`
    with held as (
      select id, balance, coalesce(leaf, control) as name from ledger.account
      where city_id = ${tx.city} and book_id = ${count.bookId} and id = ${count.accountId}
    ), counted as (
      insert into ledger.cash_count (city_id, id, account_id, on_day, counted_rupiah, book_rupiah, pieces, counted_at, counted_by)
      select ${tx.city}, ${count.id}, id, ${count.by.on}, ${countedRupiah.toString()}, balance, ${JSON.stringify(count.pieces)}::jsonb,
        ${count.by.at}, ${count.by.userId} from held
    ) select balance, name from held`.execute(tx);
  const held = rows[0];
  if (!held) throw ledgerProblems.unknownCash();
  const differenceRupiah = countedRupiah - held.balance;
  const difference = (lang: 'id' | 'en') => formatRupiah(differenceRupiah, lang);
  return {
    countedRupiah,
    differenceRupiah,
    says: {
      id: `Menghitung ${held.name}: ${formatRupiah(countedRupiah, 'id')}${differenceRupiah === 0n ? ', cocok dengan buku' : `, selisih ${difference('id')}`}`,
      en: `Counted ${held.name}: ${formatRupiah(countedRupiah, 'en')}${differenceRupiah === 0n ? ', as the books say' : `, ${difference('en')} off`}`,
    },
  };
}

/** The last count of a cash account; null when it was never counted. */
export async function lastCount(db: Reader, accountId: string): Promise<CashCount | null> {
  const { rows } = await sql<CashCount>`
    select c.counted_rupiah as "countedRupiah", c.book_rupiah as "bookRupiah", c.on_day as "onDay", c.counted_at as "countedAt",
      u.name as "countedBy"
    from ledger.cash_count c left join access.user_account u on u.city_id = c.city_id and u.id = c.counted_by
    where c.city_id = ${db.city} and c.account_id = ${accountId} order by c.on_day desc, c.counted_at desc limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

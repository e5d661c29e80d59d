import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { ledgerProblems } from '../problems.ts';

export type DayState = 'open' | 'closing' | 'closed';

/** A day of a book that somebody closes. */
export interface ClosingDay {
  readonly bookId: string;
  readonly day: BusinessDate;
  readonly by: { readonly userId: string; readonly at: Date };
}

/** A cash account that holds money and was not counted after its last movement of the day, or counted to another sum. */
export interface UncountedCash {
  readonly accountId: string;
  readonly name: string;
  /** Whole rupiah by the books. */
  readonly holdsRupiah: bigint;
  /** The last count of the day; null when there was none. */
  readonly countedRupiah: bigint | null;
}

/**
 * Begins the close of a book's day. Postings under way into it are waited for; from the commit on the day, and every day
 * before it, admits only journals of the close itself, whose kinds begin with `close-`. Postings into later days are not
 * kept waiting. Beginning again after a crash answers `closing`; a day that is closed answers `closed` and nothing is
 * changed.
 *
 * @throws Refusal noBook, dayNotOver when the day lies after `today`
 */
export async function startClosingDay(
  tx: Tx,
  closing: ClosingDay & { today: BusinessDate },
): Promise<Exclude<DayState, 'open'>> {
  const { bookId, day, by } = closing;
  if (day > closing.today) throw ledgerProblems.dayNotOver({ day });
  // Each statement sees what was committed while the one before it waited.
  const [, state] = await together(
    holdDay(tx, closing),
    dayState(tx, closing),
    sql`
      insert into ledger.day_closing (city_id, book_id, day, begun_at, begun_by)
      select ${tx.city}::text, ${bookId}::uuid, ${day}::date, ${by.at}::timestamptz, ${by.userId}::uuid
      where not exists (select from ledger.day_closing c
        where c.city_id = ${tx.city} and c.book_id = ${bookId}::uuid and c.day >= ${day}::date)`.execute(
      tx,
    ),
  );
  return state === 'closed' ? 'closed' : 'closing';
}

/**
 * Finishes the close of a day: every account's balance must be the sum of its entries, and the journals of the day must
 * sum to zero. Finishing a closed day again changes nothing. Cash that nobody counted does not hold up the books: see
 * `uncountedCash`.
 *
 * @throws Refusal noBook, dayNotBegun, booksDiffer
 */
export async function finishClosingDay(tx: Tx, closing: ClosingDay): Promise<{ already: boolean }> {
  const { bookId, day, by } = closing;
  const [, state, difference] = await together(
    holdDay(tx, closing),
    dayState(tx, closing),
    differenceOf(tx, closing),
  );
  if (state === 'open') throw ledgerProblems.dayNotBegun({ day });
  if (state === 'closed') return { already: true };
  if (difference !== null) throw ledgerProblems.booksDiffer({ difference });
  await sql`
    insert into ledger.business_day (city_id, book_id, day, at, by_user)
    values (${tx.city}, ${bookId}, ${day}, ${by.at}, ${by.userId}) on conflict do nothing`.execute(
    tx,
  );
  return { already: false };
}

/** Keeps postings into a day waiting. @throws Refusal noBook */
async function holdDay(
  tx: Tx,
  { bookId, day }: { bookId: string; day: BusinessDate },
): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    select ledger.hold_day(${tx.city}, ${bookId}, ${day}) as held`.execute(tx);
  if (rows[0]?.held !== true) throw ledgerProblems.noBook();
}

/** @throws Refusal noBook */
export async function holdBook(tx: Tx, bookId: string): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    select ledger.hold_book(${tx.city}, ${bookId}) as held`.execute(tx);
  if (rows[0]?.held !== true) throw ledgerProblems.noBook();
}

/** How a day of a book stands; a day before a closed one is closed too. */
export async function dayState(
  db: Reader,
  asked: { bookId: string; day: BusinessDate },
): Promise<DayState> {
  const { rows } = await sql<{ closed: boolean; closing: boolean }>`
    select exists (select from ledger.business_day
        where city_id = ${db.city} and book_id = ${asked.bookId} and day >= ${asked.day}) as closed,
      exists (select from ledger.day_closing
        where city_id = ${db.city} and book_id = ${asked.bookId} and day >= ${asked.day}) as closing`.execute(
    db,
  );
  if (rows[0]?.closed) return 'closed';
  return rows[0]?.closing ? 'closing' : 'open';
}

/** The last closed day of a book; null when none was closed yet. */
export async function lastClosedDay(db: Reader, bookId: string): Promise<BusinessDate | null> {
  const { rows } = await sql<{ day: BusinessDate | null }>`
    select max(day) as day from ledger.business_day
    where city_id = ${db.city} and book_id = ${bookId}`.execute(db);
  return rows[0]?.day ?? null;
}

/**
 * Compares the balance of every account that moved on the day with the one its last entry carries, and the whole book
 * with zero; null when they agree. What older entries say is `naik verify`'s to recompute: a day costs what moved on it,
 * not the years.
 */
async function differenceOf(
  db: Reader,
  closing: { bookId: string; day: BusinessDate },
): Promise<string | null> {
  const { rows } = await sql<{ difference: string | null }>`
    with moved as materialized (
      select distinct e.account_id
      from ledger.journal j join ledger.entry e on e.city_id = j.city_id and e.journal_id = j.id
      where j.city_id = ${db.city} and j.book_id = ${closing.bookId} and j.business_date = ${closing.day}
    ), leaves as materialized (
      select a.control || coalesce(':' || a.leaf, '') as name, a.balance, e.balance_after
      from moved m
      join ledger.account a on a.city_id = ${db.city} and a.id = m.account_id
      join ledger.entry e on e.city_id = a.city_id and e.account_id = a.id and e.account_entry = a.entry_count)
    select coalesce(
      (select name || ': ' || balance || ' ≠ ' || balance_after from leaves
        where balance <> balance_after order by name limit 1),
      (select 'total ' || sum(balance) from ledger.account
        where city_id = ${db.city} and book_id = ${closing.bookId} having sum(balance) <> 0)) as difference`.execute(
    db,
  );
  return rows[0]?.difference ?? null;
}

/** Bags, by who carries them, and the safe that hold money at the end of a day and whose last count of that day is missing or another sum. */
export async function uncountedCash(
  db: Reader,
  asked: { bookId: string; day: BusinessDate },
): Promise<UncountedCash[]> {
  const { rows } = await sql<UncountedCash>`
    select a.id as "accountId", coalesce(carrier.name, a.leaf, k.name, a.control) as name, a.balance as "holdsRupiah",
      c.counted_rupiah as "countedRupiah"
    from ledger.account a
    left join ledger.chart_account k on k.city_id = a.city_id and k.book_id = a.book_id and k.control = a.control
    left join access.user_account carrier on carrier.city_id = a.city_id and a.owner_kind = 'bag' and carrier.login = a.leaf
    left join lateral (
      select counted_rupiah from ledger.cash_count c
      where c.city_id = a.city_id and c.account_id = a.id and c.on_day = ${asked.day}
      order by c.counted_at desc limit 1) c on true
    where a.city_id = ${db.city} and a.book_id = ${asked.bookId}
      and a.control in ('Aset:Kas:Brankas', 'Aset:Kas:Tas Petugas')
      and a.balance > 0 and c.counted_rupiah is distinct from a.balance
    order by a.control, a.leaf`.execute(db);
  return rows;
}

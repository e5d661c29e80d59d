import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { TemplateName } from '../chart-template.ts';

/** A book as the list of books shows it. */
export interface BookRow {
  readonly id: string;
  readonly institutionId: string;
  readonly code: string;
  readonly name: string;
  readonly template: TemplateName;
  readonly openedOn: BusinessDate;
  readonly lastClosedDay: BusinessDate | null;
  readonly lastClosedMonth: BusinessDate | null;
}

/** Whose books somebody may see: all of the city's, or those of her institutions. */
export interface BookScope {
  readonly all: boolean;
  readonly institution: readonly string[];
}

/** The books kept here that the reader may see, by name. */
export async function listBooks(db: Reader, scope: BookScope): Promise<BookRow[]> {
  const { rows } = await sql<BookRow>`
    select b.id, b.institution_id as "institutionId", b.code, b.name, b.template, b.opened_on as "openedOn",
      (select max(day) from ledger.business_day d where d.city_id = b.city_id and d.book_id = b.id) as "lastClosedDay",
      (select max(month) from ledger.period p where p.city_id = b.city_id and p.book_id = b.id) as "lastClosedMonth"
    from ledger.book b
    where b.city_id = ${db.city} and (${scope.all} or b.institution_id = any (${[...scope.institution]}::uuid[]))
    order by b.name`.execute(db);
  return rows;
}

/** A book by its code; null when there is none the reader may see. */
export async function findBook(
  db: Reader,
  asked: { code: string; scope: BookScope },
): Promise<BookRow | null> {
  return (await listBooks(db, asked.scope)).find((book) => book.code === asked.code) ?? null;
}

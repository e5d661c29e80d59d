import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

interface Line {
  book: string;
  journal_id: string;
  business_date: string;
  value_date: string;
  kind: string;
  says: string;
  line: number;
  account: string;
  amount: bigint;
}

export interface ExportOptions {
  /** Code of one book, or null for all. */
  readonly book: string | null;
  readonly write: (line: string) => void;
}

const pageSize = 20_000;

/**
 * The journal as hledger reads it. Each book's accounts stand under its code, so that several books in one
 * file never mix.
 */
export async function exportHledger(db: Reader, options: ExportOptions): Promise<void> {
  options.write('commodity Rp 1000.');
  options.write('');
  let journal = '';
  for await (const line of linesOf(db, options.book)) {
    if (line.journal_id !== journal) {
      if (journal !== '') options.write('');
      journal = line.journal_id;
      options.write(
        `${line.business_date} (${line.kind}) ${plain(line.says)}  ; ${line.journal_id}`,
      );
    }
    options.write(`    ${line.book}:${line.account}  Rp ${line.amount}`);
  }
}

/** The journal as CSV: one line per entry, debit positive. */
export async function exportCsv(db: Reader, options: ExportOptions): Promise<void> {
  options.write('book,journal,business_date,value_date,kind,line,account,amount,says');
  for await (const line of linesOf(db, options.book)) {
    const cells = [
      line.book,
      line.journal_id,
      line.business_date,
      line.value_date,
      line.kind,
      line.line,
      line.account,
      line.amount,
      line.says,
    ];
    options.write(cells.map((cell) => csvCell(String(cell))).join(','));
  }
}

/** Entries page by page, in book, day and journal order: memory stays small however long the books are. */
async function* linesOf(db: Reader, book: string | null): AsyncGenerator<Line> {
  let after = {
    book: '',
    day: '0001-01-01',
    journal: '00000000-0000-0000-0000-000000000000',
    line: 0,
  };
  for (;;) {
    const { rows } = await sql<Line>`
      select b.code as book, j.id as journal_id, j.business_date, j.value_date, j.kind, j.says, e.line,
        a.control || coalesce(':' || a.leaf, '') as account, e.amount
      from ledger.journal j
      join ledger.book b on b.city_id = j.city_id and b.id = j.book_id
      join ledger.entry e on e.city_id = j.city_id and e.journal_id = j.id
      join ledger.account a on a.city_id = e.city_id and a.id = e.account_id
      where j.city_id = ${db.city} and (${book}::text is null or b.code = ${book})
        and (b.code, j.business_date, j.id, e.line) > (${after.book}, ${after.day}::date, ${after.journal}::uuid, ${after.line}::int)
      order by b.code, j.business_date, j.id, e.line limit ${pageSize}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = { book: last.book, day: last.business_date, journal: last.journal_id, line: last.line };
  }
}

/** A description without what hledger would read as a comment or a line's end. */
function plain(text: string): string {
  return text.replace(/[\r\n;|]+/g, ' ').trim();
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

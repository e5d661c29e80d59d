import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { readSpreadsheet } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import type { SheetRow } from '#platform/files/spreadsheet/sheet-row.ts';
import { mostListRows } from '../../welfare/welfare-input.ts';
import { readPeopleList } from '../../welfare/read-people-list.ts';
import type { ReadList } from '../../welfare/read-people-list.ts';
import { welfareProblems } from '../../welfare/welfare-problems.ts';
import { placesOf } from '../imports/judge-batch.ts';

/** Rows of title and notes a list may have beside its people. */
const besides = 200;

/**
 * Reads a list out of the first sheet of a file on which people are named; nothing is written. Formulas are not
 * evaluated, and a file beyond the limits of uploads is refused by the reader.
 *
 * @throws Refusal list-unreadable, list-without-deciles, list-too-long
 */
export async function readListFile(
  bytes: Uint8Array,
  about: { readonly kind: 'decile' | 'department'; readonly today: BusinessDate },
  db: Reader,
): Promise<ReadList> {
  const sheets: SheetRow[][] = [];
  let at = -1;
  for await (const { sheet, rows } of readSpreadsheet({ bytes })) {
    if (sheet.index !== at) sheets.push([]);
    at = sheet.index;
    const current = sheets.at(-1)!;
    current.push(...rows);
    if (current.length > mostListRows + besides)
      throw welfareProblems.listTooLong({ rows: current.length });
  }
  const places = await placesOf(db);
  const read = sheets
    .map((rows) => readPeopleList(rows, { places, today: about.today }))
    .find((one) => one !== undefined && one.rows.length > 0);
  if (!read) throw welfareProblems.listUnreadable();
  if (about.kind === 'decile' && !read.hasDeciles) throw welfareProblems.listWithoutDeciles();
  if (read.rows.length > mostListRows)
    throw welfareProblems.listTooLong({ rows: read.rows.length });
  return read;
}

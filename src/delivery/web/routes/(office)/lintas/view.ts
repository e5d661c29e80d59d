import {
  listAcross,
  listDoubleService,
  listNeverServed,
} from '#domains/programmes/server/index.ts';
import type { CrossRow } from '#domains/programmes/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { View } from './rules.ts';

/** One page of one of the three lists. */
export function rowsOf(
  db: Reader,
  view: View,
  { list, today }: { list: ListAsk; today: BusinessDate },
): Promise<ListPage<CrossRow>> {
  if (view === 'layanan-ganda') return listDoubleService(db, list, today);
  return view === 'belum-dilayani' ? listNeverServed(db, list) : listAcross(db, list);
}

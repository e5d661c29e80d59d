import { sql } from 'kysely';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Closures } from '../closures.ts';
import type { ProductTerms } from '../terms.ts';

/** Every single day of the city's closures from one on. */
export async function closedDaysFrom(db: Reader, from: BusinessDate): Promise<BusinessDate[]> {
  const { rows } = await sql<{ day: BusinessDate }>`
    select distinct generate_series(greatest(from_day, ${from}::date), to_day, interval '1 day')::date as day
    from lending.closure where city_id = ${db.city} and to_day >= ${from} order by day`.execute(db);
  return rows.map((row) => row.day);
}

/** The calendar that a product's instalments go by; undefined where it does not look at one. */
export async function closuresFor(
  db: Reader,
  { onClosedDays }: ProductTerms,
  disbursedOn: BusinessDate,
): Promise<Closures | undefined> {
  if (!onClosedDays) return undefined;
  return { ...onClosedDays, closed: await closedDaysFrom(db, addDays(disbursedOn, 1)) };
}

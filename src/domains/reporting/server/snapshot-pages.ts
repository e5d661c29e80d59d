import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { IndicatorName } from '../indicator.ts';
import type { Measure } from '../measure.ts';

/** A figure as it was frozen. */
export interface Snapshot extends Measure {
  readonly asOf: BusinessDate;
  readonly cutOff: Date;
  readonly frozenBy: string;
}

/** Frozen values of an indicator, newest first; at most a year of weekly ones. */
export async function snapshotsOf(db: Reader, name: IndicatorName): Promise<Snapshot[]> {
  const { rows } = await sql<Snapshot>`
    select s.numerator::bigint as numerator, s.denominator::bigint as denominator, s.as_of as "asOf", s.cut_off as "cutOff",
      coalesce(u.name, '') as "frozenBy"
    from reporting.snapshot s left join access.user_account u on u.city_id = s.city_id and u.id = s.frozen_by
    where s.city_id = ${db.city} and s.indicator = ${name} order by s.as_of desc limit 52`.execute(
    db,
  );
  return rows;
}

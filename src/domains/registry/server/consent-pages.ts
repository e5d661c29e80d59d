import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ConsentChannel, ConsentPurpose } from '../consent.ts';

/** One answer of hers, standing or withdrawn, with who wrote it down. */
export interface ConsentLine {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  /** Null for every lender of the programme, and for purposes without one. */
  readonly institutionId: string | null;
  readonly noticeVersion: number;
  readonly channel: ConsentChannel;
  readonly witness: string | null;
  readonly givenOn: BusinessDate;
  readonly recordedBy: string | null;
  readonly withdrawnOn: BusinessDate | null;
  readonly withdrawnChannel: ConsentChannel | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnWhy: string | null;
}

/** Every answer of one person: what stands first, then what she withdrew, the newest first. */
export async function consentsOfPerson(db: Reader, personId: string): Promise<ConsentLine[]> {
  const { rows } = await sql<ConsentLine>`
    select c.id, c.purpose, c.institution_id as "institutionId", c.notice_version as "noticeVersion", c.channel, c.witness,
      c.given_on as "givenOn", r.name as "recordedBy", c.withdrawn_on as "withdrawnOn",
      c.withdrawn_channel as "withdrawnChannel", w.name as "withdrawnBy", c.withdrawn_why as "withdrawnWhy"
    from registry.consent c
    left join access.user_account r on r.city_id = c.city_id and r.id = c.recorded_by
    left join access.user_account w on w.city_id = c.city_id and w.id = c.withdrawn_by
    where c.city_id = ${db.city} and c.person_id = any (array(select registry.records_of(${db.city}, ${personId})))
    order by c.withdrawn_at is not null, coalesce(c.withdrawn_at, c.given_at) desc, c.id`.execute(
    db,
  );
  return rows;
}

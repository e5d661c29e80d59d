import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { withCityNotices } from '../consent-notice.ts';
import type { CityNotice, ConsentNotice } from '../consent-notice.ts';

/** A version as the city published it. */
export interface PublishedNotice extends CityNotice {
  readonly sourceDocument: string;
  readonly publishedBy: string;
  /** How many people's answers were given to it, withdrawn ones too. */
  readonly answers: bigint;
}

/** What the city published of its own, the newest first. */
export async function publishedNotices(db: Reader): Promise<PublishedNotice[]> {
  const { rows } = await sql<PublishedNotice>`
    select n.purpose, n.version, n.valid_from as "validFrom", jsonb_build_object('id', n.text_id, 'en', n.text_en) as text,
      jsonb_build_object('id', n.spoken_id, 'en', n.spoken_en) as spoken, n.source_document as "sourceDocument",
      u.name as "publishedBy", (select count(*) from registry.consent c
        where c.city_id = n.city_id and c.purpose = n.purpose and c.notice_version = n.version) as answers
    from registry.consent_notice n
    join access.user_account u on u.city_id = n.city_id and u.id = n.published_by
    where n.city_id = ${db.city} order by n.version desc`.execute(db);
  return rows;
}

/** Every wording of this city: see `withCityNotices`. */
export async function allNotices(db: Reader): Promise<ConsentNotice[]> {
  const { rows } = await sql<CityNotice>`
    select purpose, version, valid_from as "validFrom", jsonb_build_object('id', text_id, 'en', text_en) as text,
      jsonb_build_object('id', spoken_id, 'en', spoken_en) as spoken
    from registry.consent_notice where city_id = ${db.city} order by version`.execute(db);
  return withCityNotices(rows);
}

/** Answers to the wording the programme comes with. */
export async function answersToFirstNotice(db: Reader): Promise<bigint> {
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from registry.consent
    where city_id = ${db.city} and purpose = 'share-with-lender' and notice_version = 1`.execute(
    db,
  );
  return rows[0]?.n ?? 0n;
}

/** @returns false where somebody published this version meanwhile */
export async function insertNotice(
  tx: Tx,
  notice: {
    readonly version: number;
    readonly validFrom: BusinessDate;
    readonly textId: string;
    readonly textEn: string;
    readonly spokenId: string;
    readonly spokenEn: string;
    readonly sourceDocument: string;
    readonly publishedBy: string;
    readonly publishedAt: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into registry.consent_notice (city_id, purpose, version, valid_from, text_id, text_en, spoken_id, spoken_en,
      source_document, published_by, published_at)
    values (${tx.city}, 'share-with-lender', ${notice.version}, ${notice.validFrom}, ${notice.textId}, ${notice.textEn},
      ${notice.spokenId}, ${notice.spokenEn}, ${notice.sourceDocument}, ${notice.publishedBy}, ${notice.publishedAt})
    on conflict do nothing returning version`.execute(tx);
  return rows.length > 0;
}

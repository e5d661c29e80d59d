import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';

/** The notice people are read or shown; a new wording is a new version. */
const noticeVersion = 1;

export interface GivenConsent {
  readonly personIds: readonly string[];
  readonly purpose: 'programme' | 'share-with-lender' | 'photo' | 'catalogue';
  readonly channel: 'written' | 'thumbprint' | 'spoken' | 'import';
  readonly at: Date;
  readonly recordedBy: string;
}

/** Records that people agreed to a purpose (UU 27/2022 art. 22); whoever has agreed already is left out. */
export async function recordConsents(tx: Tx, given: GivenConsent): Promise<void> {
  if (given.personIds.length === 0) return;
  await sql`
    insert into registry.consent (city_id, id, person_id, purpose, notice_version, channel, given_at, recorded_by)
    select ${tx.city}, p.consent_id, p.id, ${given.purpose}, ${noticeVersion}, ${given.channel}, ${given.at},
      ${given.recordedBy}
    from unnest(${[...given.personIds]}::uuid[], ${given.personIds.map(() => newId())}::uuid[]) as p (id, consent_id)
    where not exists (select from registry.consent c where c.city_id = ${tx.city} and c.person_id = p.id
      and c.purpose = ${given.purpose} and c.withdrawn_at is null)`.execute(tx);
}

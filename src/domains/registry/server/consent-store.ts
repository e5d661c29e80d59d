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
  /** For `share-with-lender`: the lender the statement named. Without it the consent covers every lender of the programme. */
  readonly institutionId?: string;
}

/** Records that people agreed to a purpose (UU 27/2022 art. 22); whoever has agreed to the same already is left out. */
export async function recordConsents(tx: Tx, given: GivenConsent): Promise<void> {
  const institutionId = given.institutionId ?? null;
  if (given.personIds.length === 0) return;
  await sql`
    insert into registry.consent (city_id, id, person_id, purpose, notice_version, channel, given_at, recorded_by,
      institution_id)
    select ${tx.city}, p.consent_id, p.id, ${given.purpose}, ${noticeVersion}, ${given.channel}, ${given.at},
      ${given.recordedBy}, ${institutionId}::uuid
    from unnest(${[...given.personIds]}::uuid[], ${given.personIds.map(() => newId())}::uuid[]) as p (id, consent_id)
    where not exists (select from registry.consent c where c.city_id = ${tx.city} and c.person_id = p.id
      and c.purpose = ${given.purpose} and c.withdrawn_at is null
        and (c.institution_id is null or c.institution_id = ${institutionId}::uuid))`.execute(tx);
}

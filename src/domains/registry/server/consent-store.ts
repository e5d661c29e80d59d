import { sql } from 'kysely';
import { businessDateOf } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ConsentChannel, ConsentPurpose, HeardChannel } from '../consent.ts';
import { noticeOn } from '../consent-notice.ts';
import { allNotices } from './notice-store.ts';

export interface GivenConsent {
  readonly personIds: readonly string[];
  readonly purpose: ConsentPurpose;
  readonly channel: Exclude<ConsentChannel, 'own-page'>;
  /** Who heard it; a signature needs nobody. */
  readonly witness?: string | null;
  readonly at: Date;
  /** The day she said so; without it, the day of `at`. */
  readonly on?: BusinessDate;
  readonly recordedBy: string;
  /** For `share-with-lender`: the lender the statement named. Without it the consent covers every lender of the programme. */
  readonly institutionId?: string | null;
  /** The wording she heard, where it may no longer be the one in force: what was read out without signal. */
  readonly noticeVersion?: number;
}

/**
 * Records that people agreed to a purpose, by the wording in force that day (UU 27/2022 art. 22); whoever has agreed to
 * the same already is left out.
 *
 * @returns who has newly agreed
 */
export async function recordConsents(tx: Tx, given: GivenConsent): Promise<string[]> {
  const institutionId = given.institutionId ?? null;
  if (given.personIds.length === 0) return [];
  const personIds = [...new Set(given.personIds)];
  const on = given.on ?? (await dayOf(tx, given.at));
  const version = given.noticeVersion ?? noticeOn(given.purpose, on, await allNotices(tx)).version;
  const { rows } = await sql<{ person_id: string }>`
    insert into registry.consent (city_id, id, person_id, purpose, notice_version, channel, witness, given_at, given_on,
      recorded_by, institution_id)
    select ${tx.city}, p.consent_id, p.id, ${given.purpose}, ${version}, ${given.channel},
      ${given.witness ?? null}, ${given.at}, ${on}, ${given.recordedBy}, ${institutionId}::uuid
    from unnest(${personIds}::uuid[], ${personIds.map(() => newId())}::uuid[]) as p (id, consent_id)
    where not exists (select from registry.consent c where c.city_id = ${tx.city} and c.person_id = p.id
      and c.purpose = ${given.purpose} and c.withdrawn_at is null
        and (c.institution_id is null or c.institution_id = ${institutionId}::uuid))
    on conflict do nothing returning person_id`.execute(tx);
  return rows.map((row) => row.person_id);
}

async function dayOf(tx: Tx, at: Date): Promise<BusinessDate> {
  const { rows } = await sql<{ zone: string }>`
    select time_zone as zone from access.city where city_id = ${tx.city}`.execute(tx);
  return businessDateOf(at, rows[0]?.zone ?? 'Asia/Jakarta');
}

/** A consent taken to be withdrawn; its row is locked, so two withdrawals are one after the other. */
export interface TakenConsent {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly purpose: ConsentPurpose;
  readonly institutionId: string | null;
  readonly givenOn: BusinessDate;
  readonly withdrawnOn: BusinessDate | null;
}

export async function takeConsent(tx: Tx, consentId: string): Promise<TakenConsent | null> {
  const { rows } = await sql<TakenConsent>`
    select c.id, c.person_id as "personId", p.name, c.purpose, c.institution_id as "institutionId",
      c.given_on as "givenOn", c.withdrawn_on as "withdrawnOn"
    from registry.consent c join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    where c.city_id = ${tx.city} and c.id = ${consentId} for update of c`.execute(tx);
  return rows[0] ?? null;
}

/** Ends a consent; what was done under it stays done. */
export async function endConsent(
  tx: Tx,
  ended: {
    consentId: string;
    on: BusinessDate;
    at: Date;
    channel: HeardChannel | 'own-page';
    /** Null when she did it herself. */
    by: string | null;
    why: string | null;
  },
): Promise<void> {
  await sql`
    update registry.consent set withdrawn_at = ${ended.at}::timestamptz, withdrawn_on = ${ended.on}, withdrawn_by = ${ended.by}::uuid,
      withdrawn_channel = ${ended.channel}, withdrawn_why = ${ended.why}
    where city_id = ${tx.city} and id = ${ended.consentId}`.execute(tx);
}

import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Point } from '../../boundary/boundary.ts';
import type { PremisesKind, Tenure } from '../../business/premises.ts';

/** Puts the point of a business where it was said to be; where it was before stays among the values given. */
export async function writePoint(
  tx: Tx,
  businessId: string,
  { latitude, longitude }: Point,
): Promise<void> {
  await sql`update registry.business set latitude = ${latitude}, longitude = ${longitude}
    where city_id = ${tx.city} and id = ${businessId}`.execute(tx);
}

export async function insertPremises(
  tx: Tx,
  premises: {
    businessId: string;
    kind: PremisesKind;
    tenure: Tenure;
    kelurahanCode: string | null;
    address: string | null;
    from: BusinessDate;
  },
  { actor, now }: CommandContext,
): Promise<string> {
  const id = newId();
  await sql`
    insert into registry.business_premises (city_id, id, business_id, kind, tenure, kelurahan_code, address, valid_from,
      recorded_at, recorded_by, by_name)
    values (${tx.city}, ${id}, ${premises.businessId}, ${premises.kind}, ${premises.tenure}, ${premises.kelurahanCode},
      ${premises.address}, ${premises.from}, ${now}, ${actor.userId}, ${actor.name})`.execute(tx);
  return id;
}

/** @returns of which business it was and what; null where there is none, or it ended or began later */
export async function endPremisesOn(
  tx: Tx,
  premisesId: string,
  on: BusinessDate,
): Promise<{ businessId: string; kind: PremisesKind } | null> {
  const { rows } = await sql<{ businessId: string; kind: PremisesKind }>`
    update registry.business_premises set valid_to = ${on}
    where city_id = ${tx.city} and id = ${premisesId} and valid_to is null and valid_from <= ${on}
    returning business_id as "businessId", kind`.execute(tx);
  return rows[0] ?? null;
}

/** @returns false where the business has this very photograph */
export async function insertPhoto(
  tx: Tx,
  photo: { businessId: string; sha256: string; shows: string; takenOn: BusinessDate },
  { actor, now }: CommandContext,
): Promise<boolean> {
  const { rows } = await sql`
    insert into registry.business_photo (city_id, id, business_id, sha256, shows, taken_on, recorded_at, recorded_by, by_name)
    values (${tx.city}, ${newId()}, ${photo.businessId}, ${photo.sha256}, ${photo.shows}, ${photo.takenOn}, ${now},
      ${actor.userId}, ${actor.name})
    on conflict (city_id, business_id, sha256) where removed_at is null do nothing returning id`.execute(
    tx,
  );
  return rows.length > 0;
}

/** How many photographs a business has; it is locked, so that two cannot bring the last one together. */
export async function lockPhotos(tx: Tx, businessId: string): Promise<number> {
  await sql`select from registry.business where city_id = ${tx.city} and id = ${businessId} for update`.execute(
    tx,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from registry.business_photo
    where city_id = ${tx.city} and business_id = ${businessId} and removed_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Takes a photograph out of sight. @returns what it showed of which business; null where it is gone */
export async function takePhotoAway(
  tx: Tx,
  photoId: string,
  { actor, now }: CommandContext,
): Promise<{ businessId: string; shows: string } | null> {
  const { rows } = await sql<{ businessId: string; shows: string }>`
    update registry.business_photo set removed_at = ${now}, removed_by = ${actor.userId}
    where city_id = ${tx.city} and id = ${photoId} and removed_at is null
    returning business_id as "businessId", shows`.execute(tx);
  return rows[0] ?? null;
}

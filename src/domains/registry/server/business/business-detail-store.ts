import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { LicenceKind } from '../../business/licence.ts';
import type { OwnerRole } from '../../business/owner.ts';

export async function insertFigures(
  tx: Tx,
  figures: {
    businessId: string;
    year: number;
    capitalRupiah: bigint | null;
    salesRupiah: bigint | null;
    workers: number | null;
    evidence: string;
  },
  { actor, now }: CommandContext,
): Promise<void> {
  await sql`
    insert into registry.business_figure (city_id, id, business_id, year, capital_rupiah, sales_rupiah, workers, evidence,
      recorded_at, recorded_by, by_name)
    values (${tx.city}, ${newId()}, ${figures.businessId}, ${figures.year}, ${figures.capitalRupiah}, ${figures.salesRupiah},
      ${figures.workers}, ${figures.evidence}, ${now}, ${actor.userId}, ${actor.name})`.execute(tx);
}

/** @returns false where the business has a licence of that number already */
export async function insertLicence(
  tx: Tx,
  licence: {
    businessId: string;
    kind: LicenceKind;
    number: string;
    product: string | null;
    issuedOn: BusinessDate;
    validTo: BusinessDate | null;
  },
  { actor, now }: CommandContext,
): Promise<boolean> {
  const { rows } = await sql`
    insert into registry.business_licence (city_id, id, business_id, kind, number, product, issued_on, valid_to,
      recorded_at, recorded_by, by_name)
    values (${tx.city}, ${newId()}, ${licence.businessId}, ${licence.kind}, ${licence.number}, ${licence.product},
      ${licence.issuedOn}, ${licence.validTo}, ${now}, ${actor.userId}, ${actor.name})
    on conflict (city_id, business_id, kind, number) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** The shares of those who own a business beside the first; the business is locked, so that two cannot take the same. */
export async function lockOwners(
  tx: Tx,
  businessId: string,
): Promise<{ personId: string; sharePercent: number | null }[]> {
  await sql`select from registry.business where city_id = ${tx.city} and id = ${businessId} for update`.execute(
    tx,
  );
  const { rows } = await sql<{ personId: string; sharePercent: number | null }>`
    select person_id as "personId", share_percent as "sharePercent" from registry.business_owner
    where city_id = ${tx.city} and business_id = ${businessId} and valid_to is null`.execute(tx);
  return rows;
}

export async function insertOwner(
  tx: Tx,
  owner: {
    businessId: string;
    personId: string;
    role: OwnerRole;
    sharePercent: number | null;
    from: BusinessDate;
  },
  { actor, now }: CommandContext,
): Promise<void> {
  await sql`
    insert into registry.business_owner (city_id, id, business_id, person_id, role, share_percent, valid_from, recorded_at, recorded_by)
    values (${tx.city}, ${newId()}, ${owner.businessId}, ${owner.personId}, ${owner.role}, ${owner.sharePercent}, ${owner.from},
      ${now}, ${actor.userId})`.execute(tx);
}

/** @returns whose and of which business it was; null where there is none, or it ended or began later */
export async function endOwner(
  tx: Tx,
  ownerId: string,
  on: BusinessDate,
): Promise<{ businessId: string; personId: string } | null> {
  const { rows } = await sql<{ businessId: string; personId: string }>`
    update registry.business_owner set valid_to = ${on}
    where city_id = ${tx.city} and id = ${ownerId} and valid_to is null and valid_from <= ${on}
    returning business_id as "businessId", person_id as "personId"`.execute(tx);
  return rows[0] ?? null;
}

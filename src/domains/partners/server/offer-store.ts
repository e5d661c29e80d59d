import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { OfferRow } from '../offer.ts';

/** @returns false when the id is taken */
export async function insertOffer(
  tx: Tx,
  offer: Omit<OfferRow, 'institutionName'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into partners.offer (city_id, id, institution_id, name, terms, source_document, valid_from, valid_to)
    values (${tx.city}, ${offer.id}, ${offer.institutionId}, ${offer.name}, ${JSON.stringify(offer.terms)}::jsonb,
      ${offer.sourceDocument}, ${offer.validFrom}, ${offer.validTo})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Lets an offer end on a day; what it was stays readable. */
export async function endOfferOn(tx: Tx, id: string, validTo: BusinessDate): Promise<void> {
  await sql`update partners.offer set valid_to = ${validTo} where city_id = ${tx.city} and id = ${id}`.execute(
    tx,
  );
}

import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { OfferRow } from '../offer.ts';

/** Offers by name, the newest first; with `on`, only those valid that day. */
export async function listOffers(
  db: Reader,
  wanted: { on?: BusinessDate } = {},
): Promise<OfferRow[]> {
  const on = wanted.on ?? null;
  const { rows } = await sql<OfferRow>`
    select o.id, o.institution_id as "institutionId", i.short_name as "institutionName", o.name, o.terms,
      o.source_document as "sourceDocument", o.valid_from as "validFrom", o.valid_to as "validTo"
    from partners.offer o join partners.institution i on i.city_id = o.city_id and i.id = o.institution_id
    where o.city_id = ${db.city}
      and (${on}::date is null or (o.valid_from <= ${on}::date and (o.valid_to is null or o.valid_to >= ${on}::date)))
    order by o.name, o.valid_from desc, o.id`.execute(db);
  return rows;
}

export async function findOffer(db: Reader, id: string): Promise<OfferRow | null> {
  const { rows } = await sql<OfferRow>`
    select o.id, o.institution_id as "institutionId", i.short_name as "institutionName", o.name, o.terms,
      o.source_document as "sourceDocument", o.valid_from as "validFrom", o.valid_to as "validTo"
    from partners.offer o join partners.institution i on i.city_id = o.city_id and i.id = o.institution_id
    where o.city_id = ${db.city} and o.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

import { sql } from 'kysely';
import type { CardForPin } from '#domains/access/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { cardProblems } from '../card-problems.ts';

/** A card by the token of its QR, for opening its owner's page; null when it is unknown or revoked. */
export async function findCardForPin(db: Reader, token: string): Promise<CardForPin | null> {
  const { rows } = await sql<CardForPin>`
    select id as "cardId", pin_hash as "pinHash" from registry.member_card
    where city_id = ${db.city} and token = ${token} and revoked_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Whose card it is and where she belongs; null when it has been revoked since. */
export interface CardOwner {
  readonly cardId: string;
  readonly token: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string;
  readonly groupName: string;
  readonly validTo: BusinessDate | null;
}

export async function findCardOwner(db: Reader, cardId: string): Promise<CardOwner | null> {
  const { rows } = await sql<CardOwner>`
    select c.id as "cardId", c.token, c.number, c.person_id as "personId", p.name, g.name as "groupName", c.valid_to as "validTo"
    from registry.member_card c
    join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    where c.city_id = ${db.city} and c.id = ${cardId} and c.revoked_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Where a card's group is. @throws Refusal `registry.unknown-card` */
export async function placeOfCard(db: Reader, cardId: string): Promise<Place> {
  const { rows } = await sql<{ group: string; kecamatan: string; kelurahan: string }>`
    select g.id as "group", g.kecamatan_code as kecamatan, g.kelurahan_code as kelurahan
    from registry.member_card c join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    where c.city_id = ${db.city} and c.id = ${cardId}`.execute(db);
  if (!rows[0]) throw cardProblems.unknownCard();
  return rows[0];
}

/** Keeps a new PIN's hash. Answers whose card it is. @throws Refusal `registry.unknown-card` */
export async function keepPin(
  tx: Tx,
  pin: { cardId: string; pinHash: string; now: Date },
): Promise<{ number: string; name: string; personId: string }> {
  const { rows } = await sql<{ number: string; name: string; personId: string }>`
    update registry.member_card c set pin_hash = ${pin.pinHash}, pin_set_at = ${pin.now}
    from registry.person p
    where c.city_id = ${tx.city} and c.id = ${pin.cardId} and c.revoked_at is null
      and p.city_id = c.city_id and p.id = c.person_id
    returning c.number, p.name, p.id as "personId"`.execute(tx);
  if (!rows[0]) throw cardProblems.unknownCard();
  return rows[0];
}

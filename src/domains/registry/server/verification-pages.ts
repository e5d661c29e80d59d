import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** What the public page may say of a QR code: whether it holds, and since or until when. Nothing personal. */
export type Verification =
  | { readonly of: 'card'; readonly valid: boolean; readonly until: string | null }
  | {
      readonly of: 'decree';
      readonly valid: boolean;
      readonly number: string;
      readonly signedOn: string;
      readonly until: string | null;
    };

/**
 * Looks a token up. A card holds while it is not revoked, not past its date, and its group is in force; a decree
 * holds until its date or until a later decree withdrew every group in it.
 */
export async function findVerification(
  db: Reader,
  token: string,
  today: string,
): Promise<Verification | undefined> {
  if (!/^[A-Za-z0-9_-]{22}$/u.test(token)) return undefined;
  const { rows: cards } = await sql<{ valid: boolean; until: string | null }>`
    select c.revoked_at is null and g.state in ('recognised', 'active', 'frozen')
        and coalesce(c.valid_to >= ${today}::date, true) as valid,
      c.valid_to as until
    from registry.member_card c
    join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
    where c.city_id = ${db.city} and c.token = ${token}`.execute(db);
  if (cards[0]) return { of: 'card', ...cards[0] };
  const { rows: decrees } = await sql<{
    valid: boolean;
    number: string;
    signedOn: string;
    until: string | null;
  }>`
    select d.number, d.signed_on as "signedOn", d.valid_to as until,
      coalesce(d.valid_to >= ${today}::date, true) and (d.kind = 'withdrawal' or exists (
        select from registry.decree_group dg
        join registry.business_group g on g.city_id = dg.city_id and g.id = dg.group_id
        where dg.city_id = d.city_id and dg.decree_id = d.id and g.state in ('recognised', 'active', 'frozen'))) as valid
    from registry.decree d where d.city_id = ${db.city} and d.verify_token = ${token}`.execute(db);
  return decrees[0] ? { of: 'decree', ...decrees[0] } : undefined;
}

import { sql } from 'kysely';
import { hashSecret } from '#domains/access/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import { demoMemberPin } from './demo-users.ts';
import type { FoundedCity } from './found-city.ts';
import { demoCity } from './jambi.ts';

/** Gives the leader of every group the demo PIN, so that a member's own page can be looked at. */
export async function giveDemoPins(
  house: DemoHouse,
  city: FoundedCity,
  on: BusinessDate,
): Promise<void> {
  const pinHash = await hashSecret(demoMemberPin);
  const cards = await house.read(demoCity.code, (db) =>
    sql<{ id: string }>`
      select c.id from registry.member_card c
      join registry.membership m on m.city_id = c.city_id and m.id = c.membership_id
      where c.city_id = ${db.city} and m.role = 'ketua' and m.valid_to is null order by c.number`.execute(
      db,
    ),
  );
  await Promise.all(
    cards.rows.map((card, index) =>
      send(house, {
        kind: 'registry.set-member-pin',
        actor: city.actor('petugas'),
        at: instant(on, '13:00', index * 30),
        body: { cardId: card.id, pinHash },
      }),
    ),
  );
}

import { sql } from 'kysely';
import { firstOpenMonth } from '#domains/ledger/server/index.ts';
import { addDays, addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import { demoCity } from './jambi.ts';

/**
 * Closes the cooperative's months that are over: its officer proposes on the second of the next month, its chairman
 * approves. After its days, since a month closes only once its last day has.
 */
export async function closeDemoMonths(
  house: DemoHouse,
  city: FoundedCity,
  today: BusinessDate,
): Promise<void> {
  const institutionId = city.institutions.koperasi;
  let month = await house.read(demoCity.code, async (db) => {
    const { rows } = await sql<{ id: string }>`
      select id from ledger.book where city_id = ${db.city} and institution_id = ${institutionId}`.execute(
      db,
    );
    return firstOpenMonth(db, rows[0]?.id ?? '');
  });
  for (let next = addMonths(month, 1); addDays(next, 1) < today; next = addMonths(month, 1)) {
    const parked = await send(house, {
      kind: 'ledger.close-month',
      actor: city.actor('koperasi'),
      at: instant(addDays(next, 1), '09:00'),
      body: { institutionId, month: month.slice(0, 7) },
    });
    const { proposalId } = parked as { proposalId: string };
    await send(house, {
      kind: 'access.decide-proposal',
      actor: city.actor('koperasi.ketua'),
      at: instant(addDays(next, 1), '15:00'),
      body: { proposalId, approve: true },
    });
    month = next;
  }
}

import { firstOpenMonth } from '#domains/ledger/server/index.ts';
import { addDays, addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { findDemoBook } from './close-days.ts';
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
  const bookId = await findDemoBook(house, city);
  let month = await house.read(demoCity.code, (db) => firstOpenMonth(db, bookId));
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

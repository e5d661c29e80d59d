import { sql } from 'kysely';
import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import { demoCity } from './jambi.ts';

/** The board set its table when the first loans were some weeks old; the days before that went ungraded. */
const gradedDays = 150;

/** The cooperative's board sets its own quality table: its officer proposes it, its chairman approves. */
export async function setDemoGradeTable(
  house: DemoHouse,
  city: FoundedCity,
  about: { today: BusinessDate; tableId: string },
): Promise<void> {
  const on = addDays(about.today, -gradedDays);
  const parked = await send(house, {
    kind: 'lending.add-grade-table',
    actor: city.actor('koperasi'),
    at: instant(on, '10:00'),
    body: {
      tableId: about.tableId,
      institutionId: city.institutions.koperasi,
      lenderType: null,
      repayUnit: 'week',
      validFrom: on,
      sourceDocument: 'Keputusan Pengurus Koperasi Bina Sejahtera 07/2026',
      lines: [
        { grade: 1, mostOverdueDays: 7, mostDaysAfterMaturity: null },
        { grade: 2, mostOverdueDays: 28, mostDaysAfterMaturity: null },
        { grade: 3, mostOverdueDays: 56, mostDaysAfterMaturity: null },
        { grade: 4, mostOverdueDays: 90, mostDaysAfterMaturity: null },
      ],
      provisionPercents: ['0.5', '3', '10', '50', '100'],
    },
  });
  await send(house, {
    kind: 'access.decide-proposal',
    actor: city.actor('koperasi.ketua'),
    at: instant(on, '15:00'),
    body: { proposalId: (parked as { proposalId: string }).proposalId, approve: true },
  });
}

/** Ten weeks of nights: the first close takes in everything before it. */
const closedDays = 70;

/**
 * Closes the cooperative's last days until yesterday, each at five past midnight. A position is what was recorded until
 * its day, so closing them all at the end gives what closing each in its night would have.
 */
export async function closeDemoDays(house: DemoHouse, today: BusinessDate): Promise<void> {
  const { rows } = await house.read(demoCity.code, (db) =>
    sql<{ bookId: string }>`
      select distinct b.id as "bookId" from ledger.book b join lending.loan l on l.city_id = b.city_id and l.institution_id = b.institution_id
      where b.city_id = ${db.city}`.execute(db),
  );
  for (const { bookId } of rows) {
    for (let day = addDays(today, -closedDays); day < today; day = addDays(day, 1)) {
      await send(house, {
        kind: 'lending.close-day',
        actor: systemActor,
        at: instant(addDays(day, 1), '00:05'),
        body: { bookId, day },
      });
    }
  }
}

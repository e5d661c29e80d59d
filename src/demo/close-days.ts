import { sql } from 'kysely';
import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { OfficeWork } from './books.ts';
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

/** One book that lends, whose days the demo closes. */
export async function findDemoBook(house: DemoHouse, city: FoundedCity): Promise<string> {
  const { rows } = await house.read(demoCity.code, (db) =>
    sql<{ id: string }>`
      select id from ledger.book where city_id = ${db.city} and institution_id = ${city.institutions.koperasi}`.execute(
      db,
    ),
  );
  return rows[0]?.id ?? '';
}

/**
 * The evenings of the cooperative's office: what it does on a day, and at five past midnight the day's close. Answers
 * how to go on until a day; nothing may be booked on the days before it afterwards.
 */
export function demoEvenings(
  house: DemoHouse,
  office: { bookId: string; work: readonly OfficeWork[]; closeFrom: BusinessDate },
): (until: BusinessDate) => Promise<void> {
  const { bookId, work, closeFrom } = office;
  let next = [closeFrom, ...work.map((one) => one.on)].toSorted()[0] ?? closeFrom;
  return async (until) => {
    for (; next <= until; next = addDays(next, 1)) {
      for (const one of work) if (one.on === next) await one.work();
      if (next >= closeFrom) await closeDay(house, bookId, next);
    }
  };
}

async function closeDay(house: DemoHouse, bookId: string, day: BusinessDate): Promise<void> {
  // Since a product has penalties, they are a piece of the close of their own.
  let done: boolean;
  do {
    const answer = await send(house, {
      kind: 'lending.close-day',
      actor: systemActor,
      at: instant(addDays(day, 1), '00:05'),
      body: { bookId, day },
    });
    ({ done } = answer as { done: boolean });
  } while (!done);
}

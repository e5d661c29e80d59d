import { booksToClose } from '#domains/lending/server/index.ts';
import { retentionClasses } from '#domains/registry/rights/retention.ts';
import { addDays, businessDateOf } from '#kernel/date.ts';
import { formatId } from '#kernel/id.ts';
import { Refusal } from '#platform/command/problem.ts';
import { stepId } from '#platform/jobs/step-id.ts';
import { sweepFiles } from '#platform/files/sweep-files.ts';
import type { App } from './app.ts';
import { neededFiles } from './file-needs.ts';

/**
 * Asks for the close of yesterday, in each city's own zone, for every book that has not closed it. Asked for once a book
 * and day however often this runs; a server that was off for a week closes the week when it is back.
 */
export async function askNightlyCloses(app: App): Promise<void> {
  await app.refreshCities();
  for (const city of app.cities()) {
    const until = addDays(businessDateOf(app.now(), city.zone), -1);
    const books = await app.read(city.id, (db) => booksToClose(db, until));
    for (const bookId of books) {
      await app.jobHouse
        .execute({
          id: stepId(bookId, `close until ${until}`),
          kind: 'lending.ask-day-close',
          city: city.id,
          body: { bookId, until },
        })
        .catch(unlessRefused);
    }
  }
}

/** Any fixed id: with the city, the class and the day it makes a command that is given once a night however often it is asked. */
const retention = '01900000-0000-7000-8000-000000000000';

/** Ends what is past its period in each city, class by class, once a day of its own. */
export async function endNightlyRetention(app: App): Promise<void> {
  for (const city of app.cities()) {
    const today = businessDateOf(app.now(), city.zone);
    for (const retentionClass of retentionClasses)
      await app.jobHouse
        .execute({
          id: stepId(retention, `${city.id} ${retentionClass} ${today}`),
          kind: 'registry.end-retention',
          city: city.id,
          body: { retentionClass },
        })
        .catch(unlessRefused);
  }
}

/** The hours of a city's night in which the whole register is compared: nobody waits for a page then. */
const nightHours = { from: 1, until: 5 } as const;

/**
 * Asks each city, once a night, to look for people recorded twice. The id is that of the night, so however often this
 * runs it is one command; a server that sleeps at night looks when somebody asks or imports.
 */
export async function askNightlyLookAlikes(app: App): Promise<void> {
  for (const city of app.cities()) {
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit',
        hourCycle: 'h23',
        timeZone: city.zone,
      }).format(app.now()),
    );
    if (hour < nightHours.from || hour >= nightHours.until) continue;
    const night = businessDateOf(app.now(), city.zone);
    const first = formatId(Date.parse(night), 0, new Uint8Array(8));
    await app.jobHouse
      .execute({
        id: stepId(first, `look-alikes of ${city.id}`),
        kind: 'registry.ask-look-alikes',
        city: city.id,
        body: {},
      })
      .catch(unlessRefused);
  }
}

/**
 * Takes files off the disk that no record of any city needs any more, such as a photo whose person was erased.
 *
 * @returns how many went
 */
export async function sweepUnneededFiles(app: App): Promise<number> {
  return sweepFiles(
    app.settings.dataDir,
    (hashes) => neededFiles(app.pools.owner, hashes),
    // The disk tells its own time, also where a demo's clock is set.
    Date.now(),
  );
}

/** Somebody closed the day between the look and the asking, or the database is busy; the next hour looks again. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

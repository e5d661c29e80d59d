import { z } from 'zod';
import { addDays, diffDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { JobRun } from '#platform/jobs/job.ts';
import { stepId } from '#platform/jobs/step-id.ts';
import { firstDayToClose } from './day-close-store.ts';

const payload = z.object({ bookId: z.uuid(), until: z.iso.date(), askedBy: z.uuid() });

/**
 * Closes a book's open days in order, one command a day, or several for a day that changed very many loans. Cut off at
 * any point, it goes on with the piece that was not committed.
 */
export const closeDaysJob = defineJob({
  task: 'lending.close-days',
  async run(run) {
    const { bookId, until, askedBy } = payload.parse(run.payload);
    const first = await run.house.read(run.city, (db) => firstDayToClose(db, { bookId, until }));
    const days = Math.max(0, diffDays(first, until) + 1);
    for (let closed = 0; closed < days; closed += 1) {
      await run.progress(closed, days);
      await closeWhole(run, { bookId, day: addDays(first, closed), askedBy });
    }
    // The government's share falls due with the same days; it counts each instalment once however often it is asked.
    await run.house.execute({
      id: stepId(run.jobId, `subsidy ${until}`),
      kind: 'lending.accrue-subsidy',
      city: run.city,
      body: { day: until },
    });
    await run.progress(days, days);
    return { days, until };
  },
});

async function closeWhole(
  run: JobRun,
  body: { bookId: string; day: BusinessDate; askedBy: string },
): Promise<void> {
  for (let piece = 0, done = false; !done; piece += 1) {
    run.signal.throwIfAborted();
    const { answer } = await run.house.execute({
      id: stepId(run.jobId, `${body.day} ${piece}`),
      kind: 'lending.close-day',
      city: run.city,
      body,
    });
    done = (answer as { done: boolean }).done;
  }
}

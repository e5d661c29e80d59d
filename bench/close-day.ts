import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { readSettings } from '#platform/config/settings.ts';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openOwnerPool } from '#platform/db/pool.ts';
import { openApp } from '../src/app.ts';
import type { App } from '../src/app.ts';
import { growLoans, payInstalments } from './grow-loans.ts';
import type { GrownBook } from './grow-loans.ts';
import { inTurn, median, timed } from './measure.ts';
import type { Benchmark } from './measure.ts';

const ratioGoal = 3;
const millionGoalMs = 10_000;
const againGoal = 0.05;
/** A Wednesday; two working days follow it. */
const firstDay = '2026-06-10';

/** One day's close of a book of weekly loans, beside an UPDATE of one column of every one of its loans. */
export const closeDay: Benchmark = {
  name: 'close-day',
  async run(full) {
    const loans = full ? 1_000_000 : 100_000;
    const dataDir = mkdtempSync(join(tmpdir(), 'naik-close-'));
    const settings = readSettings({ NAIK_DATA: dataDir, LOG_LEVEL: 'silent' });
    const database = await openDatabase(settings, { purpose: 'serve' });
    const owner = openOwnerPool(database.url, 2);
    try {
      await migrate(owner);
      const book = await growLoans(owner, { loans, day: firstDay });
      const app = await openApp(settings, {
        databaseUrl: database.url,
        now: () => new Date('2026-12-30T01:00:00Z'),
      });
      const firstMs = await timed(() => close(app, book, addDays(firstDay, -1)));
      const paid: number[] = [];
      const touched: number[] = [];
      const again: number[] = [];
      const measured = await inTurn(
        3,
        async (round) => {
          const day = addDays(firstDay, round);
          paid.push(await payInstalments(owner, book, day));
          await owner.query('checkpoint');
          const ms = await timed(async () => touched.push(await close(app, book, day)));
          again.push((await timed(() => close(app, book, day))) / ms);
          return ms;
        },
        async () => {
          await owner.query('vacuum lending.loan_position');
          await owner.query('checkpoint');
          return timed(() => owner.query('update lending.loan_position set bucket = bucket'));
        },
      );
      await app.close();
      const ms = median(measured.ours);
      const inTime = !full || ms <= millionGoalMs;
      return {
        figure: ms / 1000,
        unit: 's',
        reference: median(measured.reference) / 1000,
        ratio: measured.ratio,
        goal: `≤ ${ratioGoal}×; ≤ ${millionGoalMs / 1000} s for the million; closed again ≤ ${againGoal * 100} %`,
        holds: measured.ratio <= ratioGoal && inTime && median(again) <= againGoal,
        notes: [
          `${loans.toLocaleString('en')} loans; a day on which ${median(paid).toLocaleString('en')} paid: ${median(touched).toLocaleString('en')} loans written`,
          `closed again: ${(median(again) * 100).toFixed(2)} % of the first; the book's very first close, every loan new: ${(firstMs / 1000).toFixed(2)} s`,
        ],
      };
    } finally {
      await owner.end();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

/** Closes a day as the nightly job does, piece by piece; answers how many loans the day touched. */
async function close(app: App, book: GrownBook, day: BusinessDate): Promise<number> {
  for (;;) {
    const { answer } = await app.execute({
      id: newId(),
      kind: 'lending.close-day',
      version: 1,
      actor: systemActor,
      city: '15.71',
      body: { bookId: book.bookId, day },
    });
    const { done, loansTouched } = answer as { done: boolean; loansTouched: number };
    if (done) return loansTouched;
  }
}

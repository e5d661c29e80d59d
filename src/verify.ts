import { verifyAudit } from '#domains/access/server/index.ts';
import { verifyBooks } from '#domains/ledger/server/index.ts';
import type { Check } from '#domains/ledger/server/index.ts';
import {
  verifyDayClose,
  verifyLoans,
  verifyPartnerBooks,
  verifySubsidy,
} from '#domains/lending/server/index.ts';
import { verifyMeetings } from '#domains/mentoring/server/index.ts';
import { verifyNumbers } from '#domains/registry/server/index.ts';
import { verifySavings } from '#domains/savings/server/index.ts';
import type { App } from './app.ts';
import { verifyParents } from './verify-parents.ts';

/** Recomputes all that a city's database claims about money and deeds. */
export async function verifyCity(app: App, city: string): Promise<Check[]> {
  return app.read(city, async (db) => [
    ...(await verifyBooks(db)),
    ...(await verifyLoans(db)),
    await verifyDayClose(db),
    ...(await verifyPartnerBooks(db)),
    ...(await verifySubsidy(db)),
    ...(await verifySavings(db)),
    ...(await verifyMeetings(db)),
    await verifyNumbers(db, app.identitySealer),
    await verifyParents(db),
    await verifyAudit(db),
  ]);
}

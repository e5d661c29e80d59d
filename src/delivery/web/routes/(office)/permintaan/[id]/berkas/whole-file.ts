import { historyOf, secretReadingsOf } from '#domains/access/server/index.ts';
import { readPassbookRows } from '#domains/mentoring/server/index.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { lifeLineOf } from '#domains/programmes/server/index.ts';
import { consentsOfPerson, findPerson, requestsOfPerson } from '#domains/registry/server/index.ts';
import { everythingHeld } from '#domains/reporting/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

const everywhere = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
/** More than anybody's life here; a file is printed whole. */
const most = 2000;

/** Everything the city keeps about one person, and who used it (UU 27/2022 art. 7 and 32). Numbers stay masked. */
export async function wholeFileOf(db: Reader, asked: { personId: string; today: BusinessDate }) {
  const { personId, today } = asked;
  const person = await findPerson(db, { scope: everywhere, personId, restrictedToo: true });
  if (!person) return null;
  const lenders = await listLenders(db, today);
  return {
    person,
    lenderNames: new Map(lenders.map((one) => [one.id, one.shortName])),
    consents: await consentsOfPerson(db, personId),
    passbook: await readPassbookRows(db, { personId, today }),
    life: await lifeLineOf(db, { personId, limit: most }),
    readings: await secretReadingsOf(db, { personId, limit: most }),
    history: await historyOf(db, { kind: 'person', id: personId }, most),
    requests: await requestsOfPerson(db, personId),
    held: await everythingHeld(db, personId),
  };
}

export type WholeFile = NonNullable<Awaited<ReturnType<typeof wholeFileOf>>>;

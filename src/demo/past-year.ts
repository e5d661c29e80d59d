import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoHouse } from './demo-house.ts';
import type { DemoIds } from './ids.ts';
import type { DemoGroup } from './groups.ts';
import { fetchShares, lendForYearsEnd } from './past-year-members.ts';
import type { PastMembers } from './past-year-members.ts';

interface Keeping {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly ids: DemoIds;
  readonly today: BusinessDate;
  /** Who borrowed in the past year already; null where nobody could. */
  readonly pastGroup: DemoGroup | null;
  /** One of the cooperative proposes, its chairman approves. */
  readonly agree: (on: BusinessDate, command: { kind: string; body: Json }) => Promise<void>;
}

/** The cooperative moved its books here in the last month of a year that is over by the time it lends. */
export function booksOpenedOn(today: BusinessDate): BusinessDate {
  return `${Number(addDays(today, -210).slice(0, 4)) - 1}-12-01`;
}

/** What the year had brought until then, by the cooperative's own old books. */
const yearSoFar: readonly (readonly [number: string, debit: number, credit: number])[] = [
  ['1110', 6_400_000, 0],
  ['5201', 84_000_000, 0],
  ['5303', 6_900_000, 0],
  ['5304', 4_500_000, 0],
  ['4102', 0, 21_300_000],
  ['4901', 0, 80_500_000],
];

/** Enters what the cooperative had earned and spent in the year before its books came here, and what it lent in its last month. */
export async function enterPastYear(keeping: Keeping): Promise<void> {
  const { city, ids, today, agree } = keeping;
  const on = booksOpenedOn(today);
  const year = on.slice(0, 4);
  await agree(on, {
    kind: 'ledger.post-journal',
    body: {
      institutionId: city.institutions.koperasi,
      journalId: ids.next(),
      says: `Hasil usaha Januari sampai November ${year} dari pembukuan lama`,
      document: `Neraca percobaan November ${year}`,
      valueDate: on,
      lines: yearSoFar.map(([number, debit, credit]) => ({
        number,
        debitRupiah: String(debit),
        creditRupiah: String(credit),
      })),
    },
  });
  await lendForYearsEnd(membersOf(keeping));
}

/**
 * Once the year's December is closed, its SHU is divided as the members' meeting decided: by its parts, then the members'
 * parts among them, kept until each fetches hers.
 */
export async function dividePastYear(keeping: Keeping): Promise<void> {
  const { city, ids, today, agree } = keeping;
  const year = Number(booksOpenedOn(today).slice(0, 4));
  const on = addDays(today, -1);
  const body = {
    institutionId: city.institutions.koperasi,
    year,
    meetingDocument: `Berita acara RAT tahun buku ${year}`,
  };
  await agree(on, {
    kind: 'ledger.distribute-shu',
    body: { ...body, journalId: ids.next() },
  });
  if (!keeping.pastGroup) return;
  await agree(on, {
    kind: 'savings.divide-shu',
    body: { ...body, journalId: ids.next(), paidTo: 'payable' },
  });
  await fetchShares(membersOf(keeping), { on, year });
}

function membersOf({ house, city, ids, today, pastGroup }: Keeping): PastMembers {
  return { house, city, ids, group: pastGroup, openedOn: booksOpenedOn(today) };
}

import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoIds } from './ids.ts';

interface Keeping {
  readonly city: FoundedCity;
  readonly ids: DemoIds;
  readonly today: BusinessDate;
  /** One of the cooperative proposes, its chairman approves. */
  readonly agree: (on: BusinessDate, command: { kind: string; body: Json }) => Promise<void>;
}

/** The cooperative moved its books here in the last month of a year that is over by the time it lends. */
export function booksOpenedOn(today: BusinessDate): BusinessDate {
  return `${Number(addDays(today, -210).slice(0, 4)) - 1}-12-01`;
}

/** What the year had brought until then, by the cooperative's own old books. */
const yearSoFar: readonly (readonly [number: string, debit: number, credit: number])[] = [
  ['1110', 38_400_000, 0],
  ['5201', 84_000_000, 0],
  ['5303', 6_900_000, 0],
  ['5304', 4_500_000, 0],
  ['4102', 0, 21_300_000],
  ['4901', 0, 112_500_000],
];

/** Enters what the cooperative had earned and spent in the year before its books came here. */
export function enterPastYear({ city, ids, today, agree }: Keeping): Promise<void> {
  const on = booksOpenedOn(today);
  const year = on.slice(0, 4);
  return agree(on, {
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
}

/** Once the year's December is closed, its SHU is divided as the members' meeting decided. */
export function dividePastYear({ city, ids, today, agree }: Keeping): Promise<void> {
  const year = Number(booksOpenedOn(today).slice(0, 4));
  return agree(addDays(today, -1), {
    kind: 'ledger.distribute-shu',
    body: {
      institutionId: city.institutions.koperasi,
      journalId: ids.next(),
      year,
      meetingDocument: `Berita acara RAT tahun buku ${year}`,
    },
  });
}

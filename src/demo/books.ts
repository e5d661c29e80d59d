import { addDays, addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoIds } from './ids.ts';
import { booksOpenedOn, dividePastYear, enterPastYear } from './past-year.ts';

interface Keeping {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly ids: DemoIds;
  readonly today: BusinessDate;
  /** Who borrowed in the year before; null where nobody could. */
  readonly pastGroup: DemoGroup | null;
}

const months = 4;
const salaryRupiah = 7_500_000;

/** What the cooperative brought along from its paper books. */
const opening: readonly (readonly [number: string, debit: number, credit: number])[] = [
  ['1110', 186_500_000, 0],
  ['1501', 64_000_000, 0],
  ['1509', 0, 18_000_000],
  ['2201', 0, 3_500_000],
  ['3102', 0, 40_500_000],
  ['3103', 0, 128_500_000],
  ['3301', 0, 60_000_000],
];

/** What the cooperative's office does on a day. */
export interface OfficeWork {
  readonly on: BusinessDate;
  readonly work: () => Promise<unknown>;
}

/**
 * Begins the cooperative's books with its opening balances and answers what its office does over its last months beside
 * what meetings post, in the order of the days: salaries and bills by hand, cash brought to the bank every month, and the
 * bank's statements, the last of them with two lines that wait for somebody.
 */
export async function beginDemoBooks(keeping: Keeping): Promise<OfficeWork[]> {
  const firsts = Array.from({ length: months }, (_, at) =>
    addMonths(`${keeping.today.slice(0, 7)}-01`, at - months),
  );
  const bankAccountId = await begin(keeping, booksOpenedOn(keeping.today));
  await enterPastYear({ ...keeping, agree: (on, command) => agree(keeping, on, command) });
  return firsts.flatMap((first) => monthOfBooks(keeping, { first, bankAccountId }));
}

/** The SHU of the year before the books came here; its months must be closed, and yesterday must not be. */
export function divideDemoShu(keeping: Keeping): Promise<void> {
  return dividePastYear({ ...keeping, agree: (on, command) => agree(keeping, on, command) });
}

async function begin({ house, city, ids }: Keeping, on: BusinessDate): Promise<string> {
  const institutionId = city.institutions.koperasi;
  const bankAccountId = ids.next();
  await send(house, {
    kind: 'ledger.register-bank-account',
    actor: city.actor('koperasi'),
    at: instant(on, '09:00'),
    body: {
      institutionId,
      bankAccountId,
      bank: 'Bank Batanghari Raya',
      number: '3300700012345',
      holder: 'Koperasi Bina Sejahtera Jambi',
    },
  });
  await agree({ house, city }, on, {
    kind: 'ledger.import-opening-balances',
    body: {
      institutionId,
      journalId: ids.next(),
      asOf: on,
      document: `Neraca November ${on.slice(0, 4)} dari pembukuan lama`,
      lines: opening.map(([number, debit, credit]) => line(number, debit, credit)),
    },
  });
  await agree({ house, city }, on, {
    kind: 'ledger.set-shu-rule',
    body: {
      institutionId,
      validFrom: `${on.slice(0, 4)}-01-01`,
      sourceDocument: 'Anggaran Rumah Tangga 2024 pasal 31',
      parts: [
        { name: 'Cadangan koperasi', percent: '30', number: '3301' },
        { name: 'Jasa simpanan anggota', percent: '20', number: '2401', by: 'savings' },
        { name: 'Jasa pinjaman anggota', percent: '25', number: '2401', by: 'interest' },
        { name: 'Dana pengurus dan pengawas', percent: '10', number: '2402' },
        { name: 'Dana karyawan', percent: '5', number: '2403' },
        { name: 'Dana pendidikan', percent: '5', number: '2404' },
        { name: 'Dana sosial', percent: '5', number: '2405' },
      ],
    },
  });
  return bankAccountId;
}

function monthOfBooks(
  keeping: Keeping,
  month: { first: BusinessDate; bankAccountId: string },
): OfficeWork[] {
  const { house, city, ids } = keeping;
  const { first, bankAccountId } = month;
  const institutionId = city.institutions.koperasi;
  const paidOn = addDays(first, 24);
  const depositedOn = addDays(first, 26);
  const number = first.slice(5, 7);
  const billRupiah = 600_000 + Number(number) * 12_500;
  const depositRupiah = 20_000_000 + Number(number) * 500_000;
  const slipNumber = `BR-${first.slice(0, 4)}-${number}07`;
  const journal = (says: string, document: string, lines: Json[]) =>
    agree({ house, city }, paidOn, {
      kind: 'ledger.post-journal',
      body: { institutionId, journalId: ids.next(), says, document, valueDate: paidOn, lines },
    });
  const pay = async () => {
    await journal(`Gaji pegawai bulan ${number}`, `BKK-${number}-1`, [
      line('5201', salaryRupiah, 0),
      line('1110', 0, salaryRupiah),
    ]);
    await journal(`Listrik, internet, dan penyusutan bulan ${number}`, `BKK-${number}-2`, [
      line('5303', billRupiah, 0),
      line('5501', 500_000, 0),
      line('1101', 0, billRupiah),
      line('1509', 0, 500_000),
    ]);
  };
  const deposit = () =>
    agree({ house, city }, depositedOn, {
      kind: 'ledger.deposit-at-bank',
      body: {
        institutionId,
        depositId: ids.next(),
        bankAccountId,
        amountRupiah: String(depositRupiah),
        slipNumber,
      },
    });
  const slip = { ...month, paidOn, depositedOn, depositRupiah, slipNumber };
  return [
    { on: paidOn, work: pay },
    { on: depositedOn, work: deposit },
    { on: lastDayOf(first), work: () => bringStatement(keeping, slip) },
  ];
}

function lastDayOf(first: BusinessDate): BusinessDate {
  return addDays(addMonths(first, 1), -1);
}

/** The bank's file of a month; the last month's has two lines that nobody has explained yet. */
async function bringStatement(
  { house, city, ids, today }: Keeping,
  month: {
    first: BusinessDate;
    bankAccountId: string;
    paidOn: BusinessDate;
    depositedOn: BusinessDate;
    depositRupiah: number;
    slipNumber: string;
  },
): Promise<void> {
  const { first, bankAccountId, paidOn, depositedOn, depositRupiah, slipNumber } = month;
  const institutionId = city.institutions.koperasi;
  const lastMonth = addMonths(first, 1).slice(0, 7) === today.slice(0, 7);
  await send(house, {
    kind: 'ledger.import-statement',
    actor: city.actor('koperasi'),
    at: instant(lastDayOf(first), '16:00'),
    body: {
      institutionId,
      statementId: ids.next(),
      bankAccountId,
      fileName: `mutasi-${first.slice(0, 7)}.csv`,
      sha256: first.replaceAll('-', '').padEnd(64, '0'),
      openingRupiah: null,
      closingRupiah: null,
      lines: [
        bankLine(addDays(paidOn, 1), -salaryRupiah, 'TRF PAYROLL'),
        bankLine(depositedOn, depositRupiah, `SETOR TUNAI ${slipNumber}`),
        ...(lastMonth
          ? [
              bankLine(addDays(first, 28), 312_480, 'JASA GIRO'),
              bankLine(addDays(first, 28), -15_000, 'BIAYA ADM'),
            ]
          : []),
      ],
    },
  });
}

/** One of the cooperative proposes, its chairman approves an hour later. */
async function agree(
  { house, city }: Pick<Keeping, 'house' | 'city'>,
  on: BusinessDate,
  { kind, body }: { kind: string; body: Json },
): Promise<void> {
  const parked = await send(house, {
    kind,
    actor: city.actor('kasir'),
    at: instant(on, '10:00'),
    body,
  });
  const { proposalId } = parked as { proposalId: string };
  await send(house, {
    kind: 'access.decide-proposal',
    actor: city.actor('koperasi.ketua'),
    at: instant(on, '11:00'),
    body: { proposalId, approve: true },
  });
}

function line(number: string, debit: number, credit: number) {
  return { number, debitRupiah: String(debit), creditRupiah: String(credit) };
}

function bankLine(onDay: BusinessDate, amount: number, says: string) {
  return { onDay, says, reference: null, amountRupiah: String(amount), balanceRupiah: null };
}

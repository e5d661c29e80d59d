import { incomingKinds } from '#domains/partners/file/file-layout.ts';
import type { FileKind } from '#domains/partners/file/file-layout.ts';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import { scheduleRows } from '#domains/lending/schedule-row.ts';
import { writeDay } from '#domains/partners/file/date-style.ts';
import { writeScaled } from '#kernel/scaled.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { actorWith } from '#test/actors.ts';
import type { WorldHouse } from '#test/house.ts';

/** A bank that keeps cents, its officer, and its way of writing files. */
export interface PartnerLender {
  readonly id: string;
  readonly officer: Actor;
}

const columns: Record<FileKind, readonly [field: string, title: string][]> = {
  candidates: [
    ['reference', 'NO RUJUKAN'],
    ['nik', 'NIK'],
    ['name', 'NAMA'],
    ['bornOn', 'TGL LAHIR'],
    ['sex', 'JK'],
  ],
  decisions: [
    ['reference', 'NO RUJUKAN'],
    ['decision', 'PUTUSAN'],
    ['reason', 'ALASAN'],
    ['decidedOn', 'TGL PUTUS'],
    ['loanNumber', 'NO REKENING'],
    ['disbursedOn', 'TGL CAIR'],
    ['principal', 'PLAFON'],
    ['rate', 'BUNGA'],
    ['installments', 'JW'],
  ],
  schedules: [
    ['loanNumber', 'NO REKENING'],
    ['number', 'KE'],
    ['dueOn', 'JATUH TEMPO'],
    ['principal', 'POKOK'],
    ['interest', 'BUNGA'],
  ],
  repayments: [
    ['loanNumber', 'NO REKENING'],
    ['reference', 'NO TRANSAKSI'],
    ['paidOn', 'TGL BAYAR'],
    ['principal', 'POKOK'],
    ['interest', 'BUNGA'],
  ],
  grades: [
    ['loanNumber', 'NO REKENING'],
    ['grade', 'KOL'],
    ['outstanding', 'BAKI DEBET'],
  ],
};

/** KUR super mikro as the bank lends it: 12 months, declining, nominal annuity. */
const loanTerms = {
  interestMethod: 'declining',
  amortization: 'equal-installments',
  repayEvery: { count: 1, unit: 'month' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
} as const;

/** Registers a bank and saves its templates; `name` is how its files name it. */
export async function registerBank(
  house: WorldHouse,
  admin: Actor,
  name: string,
): Promise<PartnerLender> {
  const id = newId();
  await house.does(admin, 'partners.register-institution', {
    institutionId: id,
    kind: 'bank',
    code: name.toLowerCase().replace(/[^a-z]+/g, '-'),
    name,
    shortName: name,
    books: 'kept-by-partner',
    validFrom: '2020-01-01',
  });
  const officer = actorWith(`Petugas ${name}`, {
    role: 'petugas-lembaga',
    jurisdiction: 'institution',
    at: id,
  });
  for (const kind of ['candidates', ...incomingKinds] as const) {
    await house.does(officer, 'partners.save-template', {
      institutionId: id,
      kind,
      layout: {
        format: 'csv',
        columns: columns[kind].map(([field, title]) => ({ field, title })),
        lender: name,
        asOfWord: 'Posisi',
        dates: 'DD/MM/YYYY',
        decimal: ',',
        digits: 2,
        totals: null,
        codes: {
          decision: { S: 'approved', T: 'refused' },
          reason: { '01': 'old-arrears', '02': 'documents' },
          sex: { P: 'female', L: 'male' },
          grade: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5' },
        },
        loanTerms: kind === 'decisions' ? loanTerms : null,
      },
    });
  }
  return { id, officer };
}

/** Rows of a file as the spreadsheet reader gives them. */
export function fileRows(
  kind: FileKind,
  about: { lender: string; asOf: string },
  lines: readonly (readonly string[])[],
): { number: number; cells: string[] }[] {
  const titles = columns[kind].map(([, title]) => title);
  return [[about.lender], [`Posisi ${about.asOf}`], titles, ...lines].map((cells, at) => ({
    number: at + 1,
    cells: [...cells],
  }));
}

/** Members agree, before their mentor, that the bank gets their data. */
export async function agreeToShare(
  house: WorldHouse,
  given: { officer: Actor; institutionId: string; personIds: readonly string[] },
): Promise<void> {
  await house.does(given.officer, 'lending.record-sharing-consent', {
    institutionId: given.institutionId,
    personIds: given.personIds,
    channel: 'written',
  });
}

/** The bank's schedule of Rp 10.000.000,00 at 3 %, as its file writes it. */
export function kurScheduleLines(
  loan: string,
  change: (cells: string[], number: number) => string[] = (c) => c,
): string[][] {
  const cents = { decimal: ',', digits: 2 } as const;
  const product = { ...loanTerms, annualRatePercent: '3', installments: 12 };
  const plan = makeSchedule({ product, principal: 1_000_000_000n, disbursedOn: '2026-03-15' });
  return scheduleRows(plan).map(({ number, dueOn, principal, interest }) =>
    change(
      [
        loan,
        String(number),
        writeDay(dueOn, 'DD/MM/YYYY'),
        writeScaled(principal, cents, true),
        writeScaled(interest, cents, true),
      ],
      number,
    ),
  );
}

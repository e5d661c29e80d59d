import type { FileKind } from '#domains/partners/file/file-layout.ts';
import type { FileLine } from './file-rows.ts';

/** People of a province there is not (99). */
const candidates: readonly FileLine[] = [
  {
    reference: 'CK-2026-000001',
    nik: '9971015203850001',
    name: 'Contoh Satu',
    sex: 'female',
    bornOn: '1985-03-12',
    phone: '081200000001',
    address: 'Jl. Contoh No. 1, RT 03',
    kelurahan: 'Contoh Jaya',
    kelurahanCode: '99.71.01.1001',
    kecamatan: 'Contoh',
    business: 'Keripik Contoh',
    product: 'Keripik pisang',
    kbli: '10793',
    nib: '9900000000001',
    group: 'Melati Contoh',
    meetings: 22,
    amount: 2_000_000n,
  },
  {
    reference: 'CK-2026-000002',
    nik: '9971014507900002',
    name: "Contoh Dua; 'nama panjang'",
    sex: 'male',
    bornOn: '1990-07-05',
    phone: null,
    address: null,
    kelurahan: 'Contoh Makmur',
    kelurahanCode: '99.71.02.1003',
    kecamatan: 'Contoh',
    business: 'Warung Contoh',
    product: null,
    kbli: null,
    nib: null,
    group: 'Melati Contoh',
    meetings: 9,
    amount: 12_500_000n,
  },
];

const [first, second] = ['PK-99-0001', 'PK-99-0002'];

/** Invented lines of every kind of file, for showing what a template makes of them. */
export const exampleLines: Readonly<Record<FileKind, readonly FileLine[]>> = {
  candidates,
  decisions: [
    {
      reference: 'CK-2026-000001',
      decision: 'approved',
      reason: null,
      decidedOn: '2026-03-02',
      loanNumber: first,
      disbursedOn: '2026-03-05',
      principal: 2_000_000n,
      rate: '6.5',
      installments: 12,
      firstDueOn: '2026-04-05',
    },
    {
      reference: 'CK-2026-000002',
      decision: 'refused',
      reason: 'documents',
      decidedOn: '2026-03-02',
    },
  ],
  schedules: [
    {
      loanNumber: first,
      number: 1,
      dueOn: '2026-04-05',
      principal: 162_000n,
      interest: 10_833n,
      total: 172_833n,
    },
    {
      loanNumber: first,
      number: 2,
      dueOn: '2026-05-05',
      principal: 162_878n,
      interest: 9_955n,
      total: 172_833n,
    },
  ],
  repayments: [
    {
      loanNumber: first,
      reference: 'TRX-990001',
      paidOn: '2026-04-04',
      principal: 162_000n,
      interest: 10_833n,
      penalty: 0n,
      total: 172_833n,
    },
    {
      loanNumber: second,
      reference: 'TRX-990002',
      paidOn: '2026-04-11',
      principal: 90_000n,
      interest: 5_500n,
      penalty: 2_500n,
      total: 98_000n,
    },
  ],
  grades: [
    { loanNumber: first, grade: '1', outstanding: 1_838_000n, daysLate: 0 },
    { loanNumber: second, grade: '3', outstanding: 910_000n, daysLate: 104 },
  ],
};

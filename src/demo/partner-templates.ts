import type { FileKind } from '#domains/partners/file/file-layout.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';

/** How a lender of the demo city lends: what its loans have in common, and their length and rate. */
export interface DemoLending {
  readonly terms: Omit<ProductTerms, 'annualRatePercent' | 'installments'>;
  readonly rate: string;
  readonly installments: number;
}

const monthly = {
  amortization: 'equal-installments',
  repayEvery: { count: 1, unit: 'month' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
} as const;

/** The bank lends KUR super mikro: 3 % effective over 12 months, to the cent. */
export const bankLending: DemoLending = {
  terms: { ...monthly, interestMethod: 'declining' },
  rate: '3',
  installments: 12,
};

/** The BPR lends at 9 % flat over 10 months and rounds each instalment to Rp 500. */
export const bprLending: DemoLending = {
  terms: { ...monthly, interestMethod: 'flat', roundInstallmentTo: '500' },
  rate: '9',
  installments: 10,
};

type Columns = readonly (readonly [field: string, title: string])[];

const bankColumns: Readonly<Record<FileKind, Columns>> = {
  candidates: [
    ['reference', 'NO_RUJUKAN'],
    ['nik', 'NIK'],
    ['name', 'NAMA_DEBITUR'],
    ['bornOn', 'TGL_LAHIR'],
    ['sex', 'JNS_KELAMIN'],
    ['address', 'ALAMAT'],
    ['kelurahanCode', 'KODE_WILAYAH'],
    ['phone', 'NO_HP'],
    ['business', 'NAMA_USAHA'],
    ['kbli', 'KBLI'],
    ['nib', 'NIB'],
    ['group', 'KELOMPOK'],
    ['meetings', 'JML_PENDAMPINGAN'],
  ],
  decisions: [
    ['reference', 'NO_RUJUKAN'],
    ['decision', 'PUTUSAN'],
    ['reason', 'KODE_ALASAN'],
    ['decidedOn', 'TGL_PUTUS'],
    ['loanNumber', 'NO_REKENING'],
    ['disbursedOn', 'TGL_AKAD'],
    ['principal', 'PLAFON'],
    ['rate', 'SUKU_BUNGA'],
    ['installments', 'JANGKA_WAKTU'],
  ],
  schedules: [
    ['loanNumber', 'NO_REKENING'],
    ['number', 'ANGS_KE'],
    ['dueOn', 'TGL_JATUH_TEMPO'],
    ['principal', 'POKOK'],
    ['interest', 'BUNGA'],
    ['total', 'TOTAL_ANGSURAN'],
  ],
  repayments: [
    ['loanNumber', 'NO_REKENING'],
    ['reference', 'NO_TRANSAKSI'],
    ['paidOn', 'TGL_BAYAR'],
    ['principal', 'POKOK'],
    ['interest', 'BUNGA'],
    ['penalty', 'DENDA'],
  ],
  grades: [
    ['loanNumber', 'NO_REKENING'],
    ['grade', 'KOL'],
    ['outstanding', 'BAKI_DEBET'],
    ['daysLate', 'HARI_TUNGGAKAN'],
  ],
};

const bprColumns: Readonly<Record<FileKind, Columns>> = {
  candidates: [
    ['reference', 'Rujukan'],
    ['name', 'Nama · Pemohon'],
    ['business', 'Nama · Usaha'],
    ['phone', 'Telepon'],
    ['address', 'Alamat'],
    ['kelurahan', 'Kelurahan'],
    ['group', 'Kelompok'],
  ],
  decisions: [
    ['reference', 'Rujukan'],
    ['decision', 'Keputusan'],
    ['reason', 'Alasan'],
    ['decidedOn', 'Tanggal'],
    ['loanNumber', 'Nomor PK'],
    ['disbursedOn', 'Cair'],
    ['principal', 'Plafon'],
    ['rate', 'Bunga'],
    ['installments', 'Angsuran'],
  ],
  schedules: [
    ['loanNumber', 'Nomor PK'],
    ['number', 'Angsuran · Ke'],
    ['dueOn', 'Angsuran · Jatuh Tempo'],
    ['principal', 'Jumlah (Rp) · Pokok'],
    ['interest', 'Jumlah (Rp) · Jasa'],
  ],
  repayments: [
    ['loanNumber', 'Nomor PK'],
    ['reference', 'Nomor Bukti'],
    ['paidOn', 'Tanggal'],
    ['principal', 'Pokok'],
    ['interest', 'Jasa'],
  ],
  grades: [
    ['loanNumber', 'Nomor PK'],
    ['grade', 'Kol'],
    ['outstanding', 'Baki Debet'],
  ],
};

const codes = {
  decision: { DISETUJUI: 'approved', DITOLAK: 'refused' },
  reason: { '01': 'old-arrears', '02': 'documents', '03': 'cannot-afford', '99': 'other' },
  sex: { P: 'female', L: 'male' },
  grade: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5' },
};

/** The template of one kind of file of one lender, as `partners.save-template` takes it. */
export function demoTemplate(lender: 'bank' | 'bpr', kind: FileKind) {
  const isBank = lender === 'bank';
  const columns = (isBank ? bankColumns : bprColumns)[kind];
  const lending = isBank ? bankLending : bprLending;
  return {
    format: isBank ? 'csv' : 'xlsx',
    delimiter: ';',
    columns: columns.map(([field, title]) => ({ field, title })),
    lender: isBank ? 'BANK BATANGHARI RAYA' : 'BPR Sekoja Mandiri',
    asOfWord: 'Posisi',
    dates: isBank ? 'DD/MM/YYYY' : 'D MMM YYYY',
    decimal: ',',
    digits: isBank ? 2 : 0,
    totals: kind === 'schedules' ? (isBank ? 'TOTAL' : 'Jumlah') : null,
    codes,
    loanTerms: kind === 'decisions' ? { ...lending.terms } : null,
  } as const;
}

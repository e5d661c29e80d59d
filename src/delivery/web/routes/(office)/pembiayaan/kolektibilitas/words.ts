import type { GradeTable, LenderType } from '#domains/lending/arrears.ts';
import type { Words } from '#kernel/words.ts';

/** Grades a line of a table may give; what no line takes is 5. */
export const lineNames = [1, 2, 3, 4] as const;

export const qualityWords = {
  title: { id: 'Tabel kolektibilitas', en: 'Loan quality tables' },
  sub: {
    id: 'Tiap pemberi pinjaman dinilai dengan tabel pengawasnya sendiri, menurut frekuensi angsuran dan tanggal berlakunya. Tabel tidak pernah diubah: yang baru berlaku mulai tutup hari berikutnya.',
    en: 'Each lender is graded by its own supervisor’s table, by instalment frequency and date. A table is never changed: a new one counts from the next day close.',
  },
  own: { id: 'Ditambahkan di sini', en: 'Added here' },
  ownEmpty: { id: 'Belum ada tabel tambahan', en: 'No table was added yet' },
  ownEmptyText: {
    id: 'Koperasi dan dana bergulir belum dinilai kolektibilitasnya sebelum pengurusnya menetapkan tabel.',
    en: 'Cooperatives and revolving funds are not graded until their board has set a table.',
  },
  known: { id: 'Tabel pengawas', en: 'Supervisors’ tables' },
  lkmNote: {
    id: 'POJK 41/2024 memberi LKM lima kolektibilitas; hari-harinya belum kami temukan dalam sumber terbuka. Tambahkan di sini dari dokumennya.',
    en: 'POJK 41/2024 gives microfinance institutions five grades; we found their days in no open source. Add them here from the document.',
  },
  pnmNote: {
    id: 'PNM bukan bank, BPR, atau LKM: pinjaman Mekaar tidak dinilai dengan tabel mana pun di bawah ini.',
    en: 'PNM is no bank, BPR or LKM: Mekaar loans are graded by none of the tables below.',
  },
  grade: { id: 'Kolektibilitas', en: 'Grade' },
  days: { id: 'Hari menunggak', en: 'Days late' },
  after: { id: 'Hari lewat jatuh tempo', en: 'Days after maturity' },
  percent: { id: 'Cadangan', en: 'Provision' },
  upTo: { id: 'sampai', en: 'up to' },
  more: { id: 'lebih', en: 'more' },
  validFrom: { id: 'Berlaku mulai', en: 'Valid from' },
  every: { id: 'semua frekuensi', en: 'every frequency' },
  proposed: { id: 'Diusulkan', en: 'Proposed by' },
  approved: { id: 'disetujui', en: 'approved by' },
  add: { id: 'Tambah tabel', en: 'Add a table' },
  addNote: {
    id: 'Baru berlaku setelah disetujui orang kedua. Kosongkan baris kolektibilitas yang tidak dipakai; yang tidak masuk baris mana pun menjadi 5 (macet).',
    en: 'It counts once a second person approved it. Leave grades that are not used empty; what no line takes is 5 (loss).',
  },
  whose: { id: 'Untuk siapa', en: 'For whom' },
  frequency: { id: 'Frekuensi angsuran', en: 'Instalment frequency' },
  source: { id: 'Dokumen sumber', en: 'Source document' },
  daysUpTo: { id: 'Menunggak paling lama (hari)', en: 'At most days late' },
  afterUpTo: { id: 'Lewat jatuh tempo paling lama (hari)', en: 'At most days after maturity' },
  percentOf: { id: 'Cadangan % (informasi)', en: 'Provision % (information)' },
  propose: { id: 'Usulkan tabel', en: 'Propose the table' },
  added: {
    id: 'Tabel diusulkan. Orang kedua menyetujuinya di halaman Hari ini.',
    en: 'The table is proposed. A second person approves it on the Today page.',
  },
} satisfies Record<string, Words>;

export const lenderTypeWords: Readonly<Record<LenderType, Words>> = {
  bank: { id: 'Bank umum', en: 'Commercial banks' },
  bpr: { id: 'BPR', en: 'Rural banks (BPR)' },
  lkm: { id: 'Lembaga keuangan mikro (LKM)', en: 'Microfinance institutions (LKM)' },
};

export const unitWords: Readonly<Record<NonNullable<GradeTable['repayUnit']>, Words>> = {
  day: { id: 'harian', en: 'daily' },
  week: { id: 'mingguan', en: 'weekly' },
  month: { id: 'bulanan', en: 'monthly' },
};

import type { Words } from '#kernel/words.ts';

export const auditWords = {
  title: { id: 'Jejak audit', en: 'Audit trail' },
  sub: {
    id: 'Setiap perubahan: siapa, kapan, apa. Tiap baris terkunci pada baris sebelumnya, sehingga yang diubah diam-diam akan ketahuan.',
    en: 'Every change: who, when, what. Each line is locked to the one before, so a silent change shows.',
  },
  search: { id: 'Cari nama atau tindakan…', en: 'Search a name or an action…' },
  what: { id: 'Apa', en: 'What' },
  who: { id: 'Siapa', en: 'Who' },
  when: { id: 'Kapan', en: 'When' },
  number: { id: 'Nomor', en: 'Number' },
  area: { id: 'Bidang', en: 'Area' },
  allAreas: { id: 'Semua bidang', en: 'All areas' },
  empty: { id: 'Belum ada yang tercatat', en: 'Nothing recorded yet' },
  emptyText: {
    id: 'Begitu seseorang masuk atau mengubah sesuatu, barisnya muncul di sini.',
    en: 'As soon as somebody signs in or changes something, its line appears here.',
  },
  line: { id: 'Baris', en: 'Line' },
  kind: { id: 'Jenis perintah', en: 'Command' },
  subject: { id: 'Tentang', en: 'About' },
  command: { id: 'Nomor perintah', en: 'Command id' },
  hash: { id: 'Sidik baris ini', en: 'Fingerprint of this line' },
  previousHash: { id: 'Sidik baris sebelumnya', en: 'Fingerprint of the line before' },
  chain: { id: 'Rantai', en: 'Chain' },
  chainText: {
    id: 'Sidik dihitung dari isi baris ini dan sidik baris sebelumnya. Perintah naik verify menghitung ulang seluruh rantai.',
    en: 'The fingerprint is computed from this line and the fingerprint of the one before. naik verify recomputes the whole chain.',
  },
  data: { id: 'Isi yang dicatat', en: 'What was recorded' },
  noData: { id: 'Tidak ada rincian lain.', en: 'No further details.' },
  previous: { id: 'Baris sebelumnya', en: 'Line before' },
  next: { id: 'Baris sesudahnya', en: 'Line after' },
  sameSubject: { id: 'Semua tentang ini', en: 'Everything about this' },
  about: { id: 'hanya tentang satu hal', en: 'about one thing only' },
} satisfies Record<string, Words>;

/** The areas of work as the first part of a command's kind names them. */
export const areaWords: Record<string, Words> = {
  access: { id: 'Akun & izin', en: 'Accounts & permissions' },
  ledger: { id: 'Buku', en: 'Books' },
  lending: { id: 'Pembiayaan', en: 'Finance' },
  mentoring: { id: 'Pendampingan', en: 'Mentoring' },
  partners: { id: 'Lembaga', en: 'Partners' },
  registry: { id: 'Orang & kelompok', en: 'People & groups' },
  reporting: { id: 'Laporan', en: 'Reports' },
  savings: { id: 'Simpanan', en: 'Savings' },
  voice: { id: 'Suara warga', en: 'Citizens’ voice' },
};

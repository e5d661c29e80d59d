import type { Words } from '#kernel/words.ts';

export const reportPageWords = {
  title: { id: 'Laporan bulanan', en: 'Monthly reports' },
  summary: (month: string, c: { all: number; sent: number; accepted: number }): Words => ({
    id: `${month}: ${c.sent + c.accepted} dari ${c.all} pendamping sudah mengirim, ${c.accepted} diterima.`,
    en: `${month}: ${c.sent + c.accepted} of ${c.all} mentors have sent theirs, ${c.accepted} accepted.`,
  }),
  due: (day: string): Words => ({
    id: `Batas pengiriman ${day}.`,
    en: `Due on ${day}.`,
  }),
  month: { id: 'Bulan', en: 'Month' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  state: { id: 'Keadaan', en: 'State' },
  notBegun: { id: 'Belum dibuat', en: 'Not begun' },
  sentLate: { id: 'lewat batas', en: 'after the due day' },
  sentOn: (day: string): Words => ({ id: `dikirim ${day}`, en: `sent ${day}` }),
  visits: { id: 'Kunjungan', en: 'Visits' },
  businesses: { id: 'Usaha', en: 'Businesses' },
  plan: { id: 'Rencana terlaksana', en: 'Plan made' },
  ofPlan: (made: number, planned: number): Words => ({
    id: planned === 0 ? 'tanpa rencana' : `${made} dari ${planned}`,
    en: planned === 0 ? 'not planned' : `${made} of ${planned}`,
  }),
  late: { id: 'Terlambat dicatat', en: 'Recorded late' },
  findings: { id: 'Temuan', en: 'Findings' },
  city: { id: 'Laporan kota', en: 'The city’s report' },
  ownNote: {
    id: 'Angka di bawah datang dari catatan kunjungan dan pertemuan. Yang ditulis sendiri hanya hambatan dan tindak lanjut.',
    en: 'The figures below come from the records of visits and meetings. Only obstacles and follow-up are written by hand.',
  },
  live: {
    id: 'Angka masih mengikuti catatan; dibekukan saat dikirim.',
    en: 'The figures follow the records; they are frozen when it is sent.',
  },
  frozen: { id: 'Angka dibekukan saat dikirim.', en: 'The figures were frozen when it was sent.' },
  writeTitle: { id: 'Yang ditulis sendiri', en: 'Written by hand' },
  obstaclesHint: { id: 'Apa yang menghalangi bulan ini.', en: 'What stood in the way this month.' },
  followUpHint: { id: 'Apa yang dikerjakan bulan depan.', en: 'What will be done next month.' },
  keep: { id: 'Simpan draf', en: 'Keep the draft' },
  send: { id: 'Kirim laporan', en: 'Send the report' },
  kept: { id: 'Draf disimpan.', en: 'The draft is kept.' },
  sent: {
    id: 'Laporan dikirim; angkanya dibekukan.',
    en: 'The report is sent; its figures are frozen.',
  },
  notYet: (day: string): Words => ({
    id: `Bisa dikirim mulai ${day}.`,
    en: `It can be sent from ${day}.`,
  }),
  answerTitle: { id: 'Periksa laporan', en: 'Check the report' },
  accept: { id: 'Terima', en: 'Accept' },
  accepted: { id: 'Laporan diterima.', en: 'The report is accepted.' },
  giveBack: { id: 'Kembalikan', en: 'Return' },
  why: { id: 'Yang perlu diperbaiki', en: 'What needs to be put right' },
  returned: {
    id: 'Laporan dikembalikan kepada penulisnya.',
    en: 'The report went back to its author.',
  },
  own: {
    id: 'Laporan yang Anda kirim sendiri diterima orang lain.',
    en: 'A report you sent yourself is accepted by somebody else.',
  },
  history: { id: 'Riwayat', en: 'History' },
  step: {
    drafted: { id: 'Mulai ditulis', en: 'Begun' },
    sent: { id: 'Dikirim', en: 'Sent' },
    accepted: { id: 'Diterima', en: 'Accepted' },
    returned: { id: 'Dikembalikan', en: 'Returned' },
  },
  by: (name: string): Words => ({ id: `oleh ${name}`, en: `by ${name}` }),
  empty: { id: 'Belum ada kunjungan bulan ini', en: 'No visits this month' },
  emptyText: {
    id: 'Kunjungan yang dicatat di aplikasi lapangan muncul di sini.',
    en: 'Visits recorded in the field app appear here.',
  },
  noMentors: {
    id: 'Belum ada pendamping bertugas bulan itu',
    en: 'No mentor was on duty that month',
  },
} as const;

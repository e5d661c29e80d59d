import type { Words } from '#kernel/words.ts';

export const todayWords = {
  title: { id: 'Hari ini', en: 'Today' },
  greeting: { id: 'Selamat bekerja', en: 'Good day' },
  decide: { id: 'Menunggu keputusan Anda', en: 'Waiting for your decision' },
  waits: { id: 'Menunggu orang lain', en: 'Waiting for somebody else' },
  waitsText: {
    id: 'Usulan Anda sendiri; orang kedua yang memutuskan.',
    en: 'Your own proposals; a second person decides.',
  },
  todo: { id: 'Yang perlu dikerjakan', en: 'To do' },
  approve: { id: 'Setujui', en: 'Approve' },
  refuse: { id: 'Tolak', en: 'Refuse' },
  why: { id: 'Alasan bila menolak', en: 'Reason, if you refuse' },
  approved: { id: 'Disetujui dan dijalankan.', en: 'Approved and carried out.' },
  refused: {
    id: 'Usulan ditolak; alasannya tercatat.',
    en: 'The proposal was refused; the reason is on record.',
  },
  by: { id: 'diusulkan', en: 'proposed by' },
  until: { id: 'berlaku sampai', en: 'valid until' },
  factor: { id: 'Perlu kode keamanan kedua', en: 'Needs the second factor' },
  factorDo: { id: 'Aktifkan di Keamanan', en: 'Turn it on under Security' },
  empty: { id: 'Semua sudah beres', en: 'All done' },
  emptyText: {
    id: 'Tidak ada yang menunggu Anda. Yang baru akan muncul di sini.',
    en: 'Nothing is waiting for you. New things will appear here.',
  },
  whyNeeded: {
    id: 'Tulis alasan penolakan, supaya pengusul tahu apa yang harus diperbaiki.',
    en: 'Write why you refuse, so that the proposer knows what to put right.',
  },
  late: { id: 'terlambat', en: 'late' },
  openIt: { id: 'Buka', en: 'Open' },
  shortcuts: { id: 'Sering dipakai', en: 'Often used' },
} satisfies Record<string, Words>;

/** How each kind of waiting thing is said; the number stands before it. */
export const todoWords = {
  requestsLate: {
    id: 'permintaan data lewat 3×24 jam',
    en: 'data requests past 3×24 hours',
  },
  breachesLate: {
    id: 'insiden data lewat 3×24 jam, belum diberitahukan',
    en: 'data incidents past 3×24 hours, not everybody told',
  },
  breachesOpen: {
    id: 'insiden data menunggu pemberitahuan',
    en: 'data incidents waiting for their notices',
  },
  requestsOpen: { id: 'permintaan data menunggu jawaban', en: 'data requests to be answered' },
  casesOverdue: { id: 'temuan lewat batas waktu', en: 'findings past their due date' },
  casesThisWeek: { id: 'temuan jatuh tempo minggu ini', en: 'findings due this week' },
  casesAnswered: {
    id: 'temuan sudah dijawab, menunggu ditutup',
    en: 'findings answered, waiting to be closed',
  },
  fieldReviews: {
    id: 'catatan lapangan menunggu tinjauan',
    en: 'records from the field waiting for review',
  },
  phonesWithGaps: {
    id: 'HP pendamping dengan nomor yang tidak pernah tiba',
    en: 'mentors’ phones with numbers that never arrived',
  },
  phonesUnsent: {
    id: 'HP dengan catatan belum terkirim lebih dari dua hari',
    en: 'phones with work unsent for more than two days',
  },
  jobsFailed: { id: 'pekerjaan latar gagal', en: 'background jobs failed' },
  groupsToVerify: { id: 'kelompok menunggu verifikasi', en: 'groups waiting for verification' },
  groupsToRecognise: { id: 'kelompok menunggu pengukuhan', en: 'groups waiting for recognition' },
  importsToRepair: { id: 'baris impor perlu diperbaiki', en: 'import rows to repair' },
  pairsToDecide: { id: 'pasangan mungkin satu orang', en: 'pairs may be one person' },
  peopleToConfirm: {
    id: 'orang dicatat di tempat, menunggu dipastikan',
    en: 'people registered on the spot, to be confirmed',
  },
  changesToDecide: { id: 'usulan perubahan data orang', en: 'proposed changes to people' },
  meetings: { id: 'pertemuan hari ini', en: 'meetings today' },
  meetingsLeft: { id: 'pertemuan lalu belum ditutup', en: 'past meetings not closed' },
  applicationsToRecommend: {
    id: 'pengajuan menunggu pemeriksaan',
    en: 'applications waiting to be examined',
  },
  applicationsToApprove: {
    id: 'pengajuan menunggu persetujuan',
    en: 'applications waiting for approval',
  },
  applicationsToDisburse: {
    id: 'pengajuan siap dicairkan',
    en: 'applications ready to be paid out',
  },
} satisfies Record<string, Words>;

/** The sentence the page opens with: the conclusion before the list. */
export function conclusionWords(count: number): Words {
  if (count === 0)
    return { id: 'Tidak ada yang menunggu Anda.', en: 'Nothing is waiting for you.' };
  return {
    id: `${count} hal menunggu Anda.`,
    en: count === 1 ? 'One thing is waiting for you.' : `${count} things are waiting for you.`,
  };
}

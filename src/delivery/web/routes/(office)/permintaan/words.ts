import type { DataRequestCounts } from '#domains/registry/server/index.ts';
import type { RequestState } from '#domains/registry/rights/data-request.ts';
import { hoursLeft } from '#domains/registry/rights/data-request.ts';
import type { Words } from '#kernel/words.ts';

export const requestWords = {
  title: { id: 'Permintaan data', en: 'Data requests' },
  incidents: { id: 'Insiden data', en: 'Data incidents' },
  retention: { id: 'Masa simpan', en: 'Retention' },
  processing: { id: 'Catatan pemrosesan', en: 'Record of processing' },
  search: { id: 'Cari nama atau nomor', en: 'Search name or number' },
  number: { id: 'Nomor', en: 'Number' },
  person: { id: 'Orang', en: 'Person' },
  kind: { id: 'Yang diminta', en: 'What is asked' },
  allKinds: { id: 'Semua permintaan', en: 'All requests' },
  state: { id: 'Keadaan', en: 'State' },
  allStates: { id: 'Semua keadaan', en: 'All states' },
  late: { id: 'Lewat 3×24 jam', en: 'Past 3×24 hours' },
  received: { id: 'Diterima', en: 'Received' },
  due: { id: 'Dijawab sebelum', en: 'Answer before' },
  answered: { id: 'Dijawab', en: 'Answered' },
  empty: { id: 'Belum ada permintaan', en: 'No requests yet' },
  emptyText: {
    id: 'Permintaan dicatat dari halaman orangnya: Orang & usaha, lalu Permintaan data.',
    en: 'A request is written down on the person’s page: People & businesses, then Data requests.',
  },
  counts: (c: DataRequestCounts): Words => ({
    id: `${c.open} menunggu jawaban${c.late > 0 ? `, ${c.late} lewat 3×24 jam` : ''}. Dari ${c.answered} yang dijawab, ${c.inTime} tepat waktu.`,
    en: `${c.open} waiting for an answer${c.late > 0 ? `, ${c.late} past 3×24 hours` : ''}. Of ${c.answered} answered, ${c.inTime} were in time.`,
  }),
};

export const requestDetailWords = {
  asked: { id: 'Yang dimintanya', en: 'What she asked' },
  correction: { id: 'Isian yang dibetulkan', en: 'Field to correct' },
  now: { id: 'Sekarang', en: 'Now' },
  should: { id: 'Seharusnya', en: 'Should be' },
  facts: { id: 'Keterangan', en: 'Details' },
  channel: { id: 'Diterima lewat', en: 'Received by' },
  proof: { id: 'Dikenali dari', en: 'Known by' },
  recordedBy: { id: 'Dicatat oleh', en: 'Written down by' },
  law: { id: 'Dasar hukum', en: 'Law' },
  article: (number: string): Words => ({
    id: `UU 27/2022 pasal ${number}`,
    en: `UU 27/2022 art. ${number}`,
  }),
  holds: { id: 'Belum boleh dihapus', en: 'May not be erased yet' },
  holdsThen: {
    id: 'Tolak dengan alasan ini, dan tawarkan pembatasan pemakaian.',
    en: 'Refuse with this reason, and offer a restriction instead.',
  },
  decide: { id: 'Jawaban', en: 'Answer' },
  decision: { id: 'Keputusan', en: 'Decision' },
  grant: { id: 'Penuhi', en: 'Grant' },
  refuse: { id: 'Tolak dengan alasan', en: 'Refuse with a reason' },
  answer: { id: 'Jawaban yang dibacanya', en: 'The answer she reads' },
  answerHint: {
    id: 'Sebutkan apa yang dilakukan. Bila ditolak, sebutkan pasal dan ke mana ia bisa mengadu.',
    en: 'Say what was done. If refused, name the article and where she may complain.',
  },
  whatHappens: {
    access: {
      id: 'Setelah dipenuhi, berkasnya dapat dicetak di halaman ini dan diserahkan kepadanya.',
      en: 'Once granted, her file can be printed on this page and handed to her.',
    },
    correction: {
      id: 'Bila dipenuhi, isian itu langsung berubah; nilai lama dan asalnya tetap tercatat.',
      en: 'If granted, the field changes at once; the old value and its origin stay on record.',
    },
    stop: {
      id: 'Bila dipenuhi, semua persetujuannya yang berlaku berakhir hari ini.',
      en: 'If granted, every consent of hers that stands ends today.',
    },
    restriction: {
      id: 'Bila dipenuhi, ia hilang dari daftar dan pencarian. Yang masih terutang tetap berjalan.',
      en: 'If granted, she leaves lists and searches. What is still owed goes on.',
    },
    erasure: {
      id: 'Bila dipenuhi, isi catatannya dihapus untuk selamanya. Ini tidak dapat dibatalkan.',
      en: 'If granted, everything in her record is erased for ever. This cannot be undone.',
    },
    objection: {
      id: 'Tidak ada penolakan otomatis di sini: orang yang memutuskan. Jelaskan siapa yang menimbang ulang.',
      en: 'Nothing here refuses by itself: people decide. Say who will weigh it again.',
    },
  },
  send: { id: 'Simpan jawaban', en: 'Keep the answer' },
  sent: { id: 'Jawaban tersimpan.', en: 'The answer was kept.' },
  answeredBy: { id: 'Dijawab oleh', en: 'Answered by' },
  file: { id: 'Berkas untuknya', en: 'Her file' },
  fileText: {
    id: 'Semua yang disimpan kota tentang dirinya, dan siapa yang memakainya. NIK dan KK hanya empat angka terakhir.',
    en: 'Everything the city keeps about her, and who used it. NIK and KK show their last four digits only.',
  },
  pdf: { id: 'Cetak PDF', en: 'Print PDF' },
  json: { id: 'Berkas JSON', en: 'JSON file' },
  lift: { id: 'Cabut pembatasan', en: 'Lift the restriction' },
  liftWhy: { id: 'Mengapa boleh dipakai lagi?', en: 'Why may it be used again?' },
  lifted: { id: 'Pembatasan dicabut.', en: 'The restriction is lifted.' },
  erased: {
    id: 'Data orang ini sudah dihapus. Yang tersisa hanya nomor catatannya.',
    en: 'This person’s data is erased. Only the number of the record is left.',
  },
} as const;

export const requestTones: Readonly<Record<RequestState, 'watch' | 'good' | 'plain'>> = {
  open: 'watch',
  granted: 'good',
  refused: 'plain',
};

/** How long is left, or how late it is, as people say it. */
export function clockInWords(dueAt: Date, now: Date): Words {
  const hours = hoursLeft(dueAt, now);
  if (hours < 0) return { id: `terlambat ${-hours} jam`, en: `${-hours} hours late` };
  return { id: `sisa ${hours} jam`, en: `${hours} hours left` };
}

import type { Words } from '#kernel/words.ts';

export const reviewWords = {
  title: { id: 'Tinjauan lapangan', en: 'Field reviews' },
  open: { id: 'Menunggu', en: 'Waiting' },
  settled: { id: 'Selesai', en: 'Settled' },
  empty: { id: 'Tidak ada yang menunggu', en: 'Nothing is waiting' },
  emptySettled: { id: 'Belum ada yang diselesaikan', en: 'Nothing has been settled yet' },
  emptyText: {
    id: 'Di sini muncul catatan dari HP yang tidak cocok dengan yang sudah ada di kota.',
    en: 'Records from phones that disagree with what the city has appear here.',
  },
  by: { id: 'oleh', en: 'by' },
  phoneClock: { id: 'jam HP', en: 'by the phone’s clock' },
  compare: { id: 'Bandingkan', en: 'Compare' },
  first: { id: 'Sudah ada', en: 'What the city has' },
  second: { id: 'Dari HP', en: 'From the phone' },
  none: { id: 'tidak ada', en: 'nothing' },
  differs: { id: 'berbeda', en: 'differs' },
  unreadable: {
    id: 'Isinya tidak dapat dibaca atau bukan isi yang pernah diterima. Salinannya disimpan tersegel; hubungi petugasnya, lalu tulis apa yang disepakati.',
    en: 'Its content cannot be read, or is not what was received before. A sealed copy is kept; call the officer, then write what was agreed.',
  },
  question: { id: 'Mana yang berlaku?', en: 'Which counts?' },
  explained: {
    id: 'Jawaban ini tidak mengubah uang atau data. Uang yang memang diterima dua kali dicatat di loket; sebutkan nomornya dalam alasan.',
    en: 'This answer changes no money and no record. Money that was really taken twice is entered at the counter; name its number in the reason.',
  },
  explainedMarks: {
    id: 'Bila yang dari HP berlaku, kehadiran yang berbeda dibetulkan menurut lembar itu; tanda yang pertama tetap tersimpan. Uang tidak berubah: yang memang diterima dua kali dicatat di loket.',
    en: 'If what came from the phone counts, the attendance that differs is corrected by that sheet; the first mark is kept. Money does not change: what was really taken twice is entered at the counter.',
  },
  keys: { id: 'Tombol 1 sampai 4.', en: 'Keys 1 to 4.' },
  answerFirst: { id: 'Yang sudah ada', en: 'What the city has' },
  answerSecond: { id: 'Yang dari HP', en: 'What came from the phone' },
  answerBoth: { id: 'Keduanya', en: 'Both' },
  answerNeither: { id: 'Tidak satu pun', en: 'Neither' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Apa yang Anda tanyakan, kepada siapa, dan dengan nomor apa dibetulkan.',
    en: 'What you asked, whom, and under which number it was put right.',
  },
  own: {
    id: 'Catatan Anda sendiri ditinjau orang lain.',
    en: 'Your own record is reviewed by somebody else.',
  },
  notYours: { id: 'Anda hanya melihat tinjauan ini.', en: 'You can only look at this review.' },
  done: { id: 'Tinjauan itu selesai.', en: 'The review is settled.' },
  meeting: { id: 'Buka pertemuan', en: 'Open the meeting' },
} satisfies Record<string, Words>;

/** What stands before the folded rows that are the same on both sides. */
export function alikeWords(count: number): Words {
  return {
    id: `${count} baris sama di kedua sisi`,
    en: `${count} ${count === 1 ? 'row is' : 'rows are'} the same on both sides`,
  };
}

/** The conclusion above the list. */
export function reviewsConclusion(count: number): Words {
  if (count === 0)
    return { id: 'Semua catatan dari HP cocok.', en: 'Everything that came from phones agrees.' };
  return {
    id: `${count} catatan dari HP menunggu seseorang memutuskan.`,
    en: `${count} records from phones wait for somebody to decide.`,
  };
}

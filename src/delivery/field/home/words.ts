import type { LeftGroup } from '#domains/mentoring/left-groups-document.ts';
import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

export const homeWords = {
  title: { id: 'Hari ini', en: 'Today' },
  overdue: { id: 'Terlewat', en: 'Overdue' },
  overdueText: {
    id: 'Belum tercatat sampai hari ini.',
    en: 'Not recorded to this day.',
  },
  ahead: { id: 'Tujuh hari ke depan', en: 'The next seven days' },
  nothing: { id: 'Tidak ada jadwal hari ini', en: 'Nothing is planned for today' },
  nothingText: {
    id: 'Jadwal pertemuan dan kunjungan Anda muncul di sini pada harinya.',
    en: 'Your meetings and visits appear here on their day.',
  },
  noData: { id: 'Memuat data pertama', en: 'Loading the first data' },
  noDataComing: (parts: number): Words => ({
    id: `${parts === 0 ? 'Kota sedang menyiapkannya.' : `${parts} bagian sudah di HP, sisanya menyusul.`} Boleh ditinggal; yang sudah dimuat tetap ada.`,
    en: `${parts === 0 ? 'The city is preparing it.' : `${parts} parts are on the phone, the rest follows.`} You may leave; what was loaded stays.`,
  }),
  noDataLater: {
    id: 'Server sedang sibuk. Dicoba lagi sendiri sebentar lagi; tidak ada yang hilang.',
    en: 'The server is busy. It is tried again by itself in a moment; nothing is lost.',
  },
  noDataSignal: {
    id: 'Belum ada sinyal. Cari tempat yang bersinyal; data dimuat sendiri.',
    en: 'There is no signal. Find a place that has one; the data loads by itself.',
  },
  tryNow: { id: 'Coba sekarang', en: 'Try now' },
  unsent: { id: 'Tersimpan di HP', en: 'Saved on the phone' },
  done: { id: 'Selesai', en: 'Done' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
  left: { id: 'Tidak lagi Anda dampingi', en: 'No longer yours' },
  leftText: {
    id: 'Yang sudah Anda catat tetap dikirim.',
    en: 'What you have recorded is still sent.',
  },
  actions: { id: 'Catat sekarang', en: 'Record now' },
};

export function summaryWords(due: number, overdue: number): Words {
  if (due === 0 && overdue === 0)
    return { id: 'Tidak ada yang menunggu.', en: 'Nothing is waiting.' };
  const late = overdue === 0 ? '' : ` ${overdue} terlewat.`;
  const lateEn = overdue === 0 ? '' : ` ${overdue} overdue.`;
  return {
    id: `${due === 0 ? 'Hari ini selesai.' : `${due} hal menunggu hari ini.`}${late}`,
    en: `${due === 0 ? 'Today is done.' : `${due} ${due === 1 ? 'thing waits' : 'things wait'} today.`}${lateEn}`,
  };
}

/** What became of a group that left this phone. */
export function leftWords({ to }: LeftGroup): Words {
  return to
    ? {
        id: `didampingi ${to.name} mulai ${formatDate(to.since, 'id')}`,
        en: `${to.name} leads it from ${formatDate(to.since, 'en')}`,
      }
    : { id: 'tidak bertemu lagi', en: 'meets no more' };
}

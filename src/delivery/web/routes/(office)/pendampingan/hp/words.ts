import { rowBudget } from '#domains/access/device.ts';
import type { Words } from '#kernel/words.ts';
import { groupDigits } from '#kernel/money.ts';

export const phoneWords = {
  title: { id: 'HP lapangan', en: 'Field phones' },
  own: { id: 'HP saya', en: 'My phones' },
  officer: { id: 'Petugas', en: 'Officer' },
  phone: { id: 'HP', en: 'Phone' },
  seen: { id: 'Terakhir terlihat', en: 'Last seen' },
  unsent: { id: 'Belum terkirim', en: 'Unsent' },
  nothing: { id: 'tidak ada', en: 'nothing' },
  since: { id: 'sejak', en: 'since' },
  state: { id: 'Keadaan', en: 'State' },
  fine: { id: 'lengkap', en: 'complete' },
  revoked: { id: 'dicabut', en: 'revoked' },
  revoke: { id: 'Cabut', en: 'Revoke' },
  why: { id: 'Alasan', en: 'Reason' },
  whyHint: { id: 'Misalnya: hilang, dijual, ganti HP.', en: 'For example: lost, sold, replaced.' },
  revokeText: {
    id: 'HP yang dicabut tidak bisa mengirim atau mengambil data lagi. Yang belum terkirim tetap tersegel di HP itu dan bisa dikirim dari HP lain lewat berkas cadangannya.',
    en: 'A revoked phone can no longer send or fetch. What it has not sent stays sealed on it and can be sent from another phone out of its backup file.',
  },
  done: { id: 'HP itu sudah dicabut.', en: 'The phone was revoked.' },
  empty: { id: 'Belum ada HP yang terdaftar', en: 'No phone is enrolled yet' },
  emptyText: {
    id: 'Pendamping mendaftarkan HP-nya sendiri: masuk, lalu buka /lapangan.',
    en: 'Mentors enrol their phones themselves: sign in, then open /lapangan.',
  },
} satisfies Record<string, Words>;

/**
 * What is wrong with a phone, the gravest first; null when nothing is. A phone over its budget works, slowly, and is
 * only to be watched.
 */
export function phoneAlarm(phone: {
  lost: readonly number[];
  gaps: number;
  scopeRows: number;
}): { tone: 'bad' | 'watch'; words: Words } | null {
  const { lost, gaps, scopeRows } = phone;
  if (lost.length > 0) {
    const numbers = lost.slice(0, 5).join(', ');
    return {
      tone: 'bad',
      words: {
        id: `${lost.length} catatan hilang (nomor ${numbers})`,
        en: `${lost.length} records lost (numbers ${numbers})`,
      },
    };
  }
  if (gaps > 0)
    return {
      tone: 'bad',
      words: { id: `${gaps} nomor belum tiba`, en: `${gaps} numbers have not arrived` },
    };
  return scopeRows > rowBudget ? { tone: 'watch', words: heavyWords(scopeRows) } : null;
}

function heavyWords(rows: number): Words {
  return {
    id: `membawa ${groupDigits(rows, 'id')} baris, anggarannya ${groupDigits(rowBudget, 'id')}`,
    en: `carries ${groupDigits(rows, 'en')} rows, the budget is ${groupDigits(rowBudget, 'en')}`,
  };
}

/** The conclusion above the list. */
export function phonesConclusion(
  phones: readonly { revokedAt: Date | null; pendingCount: number }[],
): Words {
  const live = phones.filter((phone) => phone.revokedAt === null);
  const holding = live.filter((phone) => phone.pendingCount > 0).length;
  return {
    id: `${live.length} HP dipakai. ${holding === 0 ? 'Semua sudah mengirim.' : `${holding} masih menyimpan catatan yang belum terkirim.`}`,
    en: `${live.length} phones in use. ${holding === 0 ? 'All have sent everything.' : `${holding} still hold unsent work.`}`,
  };
}

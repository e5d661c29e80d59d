import type { Words } from '#kernel/words.ts';
import type { SyncMeta } from '#platform/sync/ports.ts';
import type { StorageState } from './storage-watch.ts';

interface Signal {
  readonly online: boolean;
  readonly busy: boolean;
  readonly unsent: number;
  readonly age: Words | null;
  readonly refreshed: Words | null;
}

/** The thin line on every screen: signal, what is unsent and how old, when data last came. Pure. */
export function signalWords({ online, busy, unsent, age, refreshed }: Signal): Words {
  const waiting =
    unsent === 0 || age === null
      ? null
      : {
          id: `${unsent} belum terkirim, tertua ${age.id}`,
          en: `${unsent} unsent, oldest ${age.en}`,
        };
  if (!online)
    return waiting
      ? { id: `Tanpa sinyal · ${waiting.id}`, en: `No signal · ${waiting.en}` }
      : { id: 'Tanpa sinyal · semua sudah terkirim', en: 'No signal · everything sent' };
  if (waiting) return busy ? { id: `Mengirim ${unsent}…`, en: `Sending ${unsent}…` } : waiting;
  if (busy) return { id: 'Memuat data…', en: 'Loading data…' };
  return refreshed
    ? { id: `Terkirim semua · data ${refreshed.id}`, en: `All sent · data from ${refreshed.en}` }
    : { id: 'Data belum dimuat', en: 'No data loaded yet' };
}

export interface StatusLine {
  readonly tone: 'watch' | 'bad';
  readonly words: Words;
}

const farOffMs = 10 * 60_000;

/** What is wrong with this phone and what to do, the gravest first; nothing when all is well. Pure. */
export function statusLines(state: {
  readonly meta: SyncMeta | null;
  readonly storage: StorageState | null;
  readonly full: boolean;
  readonly noRoom: boolean;
}): StatusLine[] {
  const { meta, storage, full, noRoom } = state;
  const offset = meta?.clockOffsetMs ?? 0;
  const lines: (StatusLine | false)[] = [
    meta?.paused?.reason === 'unauthorised' && { tone: 'bad', words: words.revoked },
    meta?.paused?.reason === 'update-needed' && { tone: 'bad', words: words.tooOld },
    full && { tone: 'bad', words: words.full },
    !full && noRoom && { tone: 'bad', words: noRoomWords },
    meta?.doubleSeen === true && { tone: 'bad', words: words.copied },
    (meta?.lost.length ?? 0) > 0 && { tone: 'bad', words: lostWords(meta?.lost ?? []) },
    !full && !noRoom && storage?.nearlyFull === true && { tone: 'watch', words: words.nearlyFull },
    Math.abs(offset) > farOffMs && { tone: 'watch', words: clockWords(offset) },
  ];
  return lines.filter((line) => line !== false);
}

/** The city answered, and the phone could not keep it. */
export const noRoomWords: Words = {
  id: 'Penyimpanan HP penuh: kabar dari kota tidak bisa disimpan. Yang Anda catat tetap ada dan dikirim lagi. Hapus foto atau video lama di HP.',
  en: 'The phone is full: news from the city could not be kept. What you recorded is still here and is sent again. Delete old photos or videos.',
};

const words = {
  revoked: {
    id: 'HP ini sudah dicabut oleh kantor. Yang tercatat tetap ada di sini; cadangkan atau siapkan ulang di Setelan.',
    en: 'The office has revoked this phone. What was recorded is still here; back it up or set the phone up anew under Settings.',
  },
  tooOld: {
    id: 'Aplikasi ini terlalu lama untuk mengirim. Yang tercatat aman; buka lagi saat ada sinyal supaya diperbarui.',
    en: 'This app is too old to send. What was recorded is safe; open it again with a signal so that it is updated.',
  },
  full: {
    id: 'Penyimpanan HP penuh: yang terakhir belum tersimpan. Hapus foto atau video lama di HP, lalu simpan lagi.',
    en: 'The phone is full: the last entry was not saved. Delete old photos or videos, then save again.',
  },
  copied: {
    id: 'Kantor sudah menerima catatan dengan nomor lebih baru dari HP ini. Mungkin HP ini dipulihkan dari salinan; hubungi koordinator.',
    en: 'The office has records with later numbers from this phone. It may have been restored from a copy; ask your coordinator.',
  },
  nearlyFull: {
    id: 'Penyimpanan HP hampir penuh. Kirim dulu selagi ada sinyal, dan hapus foto lama di HP.',
    en: 'The phone is nearly full. Send while there is a signal, and delete old photos.',
  },
} satisfies Record<string, Words>;

const lostWords = (lost: readonly number[]): Words => ({
  id: `Catatan nomor ${lost.join(', ')} tidak ada lagi di HP ini dan belum sampai di kantor. Kantor sudah diberi tahu.`,
  en: `Records ${lost.join(', ')} are no longer on this phone and never reached the office. The office has been told.`,
});

function clockWords(offsetMs: number): Words {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const hours = Math.round(minutes / 60);
  const [id, en] =
    minutes < 120
      ? [`${minutes} menit`, `${minutes} minutes`]
      : hours < 48
        ? [`${hours} jam`, `${hours} hours`]
        : [`${Math.round(hours / 24)} hari`, `${Math.round(hours / 24)} days`];
  return {
    id: `Jam HP meleset ${id}. Setel ke otomatis di pengaturan HP; catatan tetap diterima dan ditandai.`,
    en: `The phone’s clock is ${en} off. Set it to automatic in the phone’s settings; records are still taken, and marked.`,
  };
}

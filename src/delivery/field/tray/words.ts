import type { Words } from '#kernel/words.ts';

export const trayWords = {
  title: { id: 'Kiriman', en: 'Tray' },
  drafts: { id: 'Draf', en: 'Drafts' },
  draftsText: { id: 'Belum selesai diisi.', en: 'Not finished yet.' },
  ready: { id: 'Siap kirim', en: 'Ready to send' },
  readyText: {
    id: 'Tersimpan di HP. Terkirim sendiri begitu ada sinyal.',
    en: 'Saved on the phone. Goes out by itself as soon as there is a signal.',
  },
  repair: { id: 'Perlu perbaikan', en: 'To be put right' },
  repairText: {
    id: 'Server menolak ini dan menyebut alasannya. Tetap ada di HP sampai diperbaiki atau dibuang.',
    en: 'The server refused this and says why. It stays on the phone until put right or discarded.',
  },
  looked: { id: 'Dilihat pengawas', en: 'With a supervisor' },
  lookedText: { id: 'Sudah sampai; pengawas memeriksa.', en: 'Arrived; a supervisor looks at it.' },
  sent: { id: 'Terkirim', en: 'Sent' },
  sentText: { id: 'Empat belas hari terakhir.', en: 'The last fourteen days.' },
  empty: { id: 'Belum ada kiriman', en: 'Nothing in the tray yet' },
  emptyText: {
    id: 'Yang Anda catat muncul di sini, lalu terkirim sendiri.',
    en: 'What you record appears here and then goes out by itself.',
  },
  sendNow: { id: 'Kirim sekarang', en: 'Send now' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  backUp: { id: 'Cadangkan ke berkas', en: 'Back up to a file' },
  restore: { id: 'Pulihkan dari berkas', en: 'Restore from a file' },
  backUpText: {
    id: 'Berkas itu hanya bisa dibaca server kota. Buka di HP mana pun yang sudah disiapkan.',
    en: 'Only the city’s server can read that file. Open it on any phone that is set up.',
  },
  unreadable: {
    id: 'Ini bukan berkas cadangan kami, atau berkasnya rusak. Tidak ada yang diambil.',
    en: 'This is not one of our backup files, or it is damaged. Nothing was taken.',
  },
  noRoomForFile: {
    id: 'HP penuh, jadi isi berkas ini belum semuanya diambil. Hapus foto atau video lama di HP, lalu buka berkasnya lagi; tidak ada yang tercatat dua kali.',
    en: 'The phone is full, so this file was not taken in whole. Delete old photos or videos, then open the file again; nothing is recorded twice.',
  },
  waits: { id: 'menunggu giliran', en: 'waiting' },
  held: { id: 'menunggu kiriman lain', en: 'waiting for another one' },
  mend: { id: 'Perbaiki', en: 'Put right' },
  discard: { id: 'Buang', en: 'Discard' },
  discardWhy: { id: 'Mengapa dibuang?', en: 'Why is it discarded?' },
  discardHint: {
    id: 'Tercatat di kantor bersama nama Anda.',
    en: 'It is kept at the office with your name.',
  },
  discardReasonMissing: { id: 'Tulis alasannya, sedikitnya 3 huruf.', en: 'Write the reason.' },
  discardDo: { id: 'Buang catatan ini', en: 'Discard this record' },
  discarding: {
    id: 'dibuang; menunggu tercatat di kantor',
    en: 'discarded; waiting for the office',
  },
  cancel: { id: 'Batal', en: 'Cancel' },
  ofFile: { id: 'dari berkas', en: 'from a file' },
  record: { id: 'Catatan', en: 'Record' },
} satisfies Record<string, Words>;

export const unsentWords = (count: number, age: Words | null): Words =>
  count === 0 || age === null
    ? { id: 'Semua sudah terkirim.', en: 'Everything has been sent.' }
    : {
        id: `${count} belum terkirim, yang tertua ${age.id}.`,
        en: `${count} unsent, the oldest from ${age.en}.`,
      };

export function takenWords(file: { taken: number; already: number; photos: number }): Words {
  const { taken, already, photos } = file;
  const also = already > 0 ? `, ${already} sudah ada` : '';
  const alsoEn = already > 0 ? `, ${already} already here` : '';
  const pictures = photos > 0 ? `, ${photos} foto` : '';
  const picturesEn = photos > 0 ? `, ${photos} ${photos === 1 ? 'photo' : 'photos'}` : '';
  return {
    id: `${taken} catatan diambil dari berkas${also}${pictures}. Dikirim bila ada sinyal.`,
    en: `${taken} ${taken === 1 ? 'record' : 'records'} taken from the file${alsoEn}${picturesEn}. Sent as soon as there is a signal.`,
  };
}

import type { Words } from '#kernel/words.ts';
import type { FieldRefusal } from './ports.ts';

/** What can go wrong between phone and server, before any domain is asked. Every sentence names the remedy. */
const sentences = {
  'sync.too-large': {
    id: 'Catatan ini terlalu besar untuk dikirim. Pecah menjadi dua, atau kurangi isinya, lalu kirim lagi.',
    en: 'This record is too large to send. Split it in two or shorten it, then send it again.',
  },
  'sync.other-body': {
    id: 'Server sudah menerima catatan bernomor sama dengan isi lain. Periksa keduanya, lalu kirim sebagai catatan baru atau buang.',
    en: 'The server has a record of this number with another content. Compare both, then send it as a new record or discard it.',
  },
  'sync.number-taken': {
    id: 'Nomor urut ini sudah dipakai HP lain yang menyalin data HP ini. Daftarkan ulang HP ini, lalu kirim sebagai catatan baru.',
    en: 'Another phone that holds a copy of this one has used this number. Enrol this phone again, then send it as a new record.',
  },
  'sync.unreadable': {
    id: 'Server tidak dapat membaca catatan ini; isinya rusak. Buka, periksa, lalu kirim sebagai catatan baru.',
    en: 'The server cannot read this record; its content is damaged. Open it, check it, then send it as a new record.',
  },
  'sync.unknown-key': {
    id: 'Server belum memegang kunci untuk catatan ini. Catatan tetap tersimpan dan dicoba lagi; hubungi petugas server bila berlanjut.',
    en: 'The server does not hold the key to this record yet. It stays here and is tried again; tell the operator if it goes on.',
  },
  'sync.another-officer': {
    id: 'Berkas ini milik petugas lain. Buka di HP yang masuk dengan akun petugas itu.',
    en: 'This file is another officer’s. Open it on a phone signed in with that officer’s account.',
  },
  'sync.discarded': {
    id: 'Catatan ini sudah dibuang dengan alasan tertulis.',
    en: 'This record has been discarded, with a written reason.',
  },
  'sync.replaced': {
    id: 'Catatan ini sudah diganti oleh perbaikannya.',
    en: 'This record has been replaced by its repair.',
  },
  'sync.already-repaired': {
    id: 'Catatan yang diperbaiki ini sudah diperbaiki atau dibuang dari HP lain. Periksa hasilnya, lalu buang perbaikan ini.',
    en: 'What this repairs has been repaired or discarded from another phone. Look at what stands, then discard this repair.',
  },
  'sync.dependency-discarded': {
    id: 'Catatan yang menjadi dasarnya sudah dibuang. Isi ulang tanpa dasar itu, atau buang juga.',
    en: 'The record this one builds on has been discarded. Enter it anew without it, or discard it too.',
  },
  'sync.refused': {
    id: 'Server menolak catatan ini tanpa menyebut alasan. Periksa isinya, lalu kirim sebagai catatan baru.',
    en: 'The server refused this record without giving a reason. Check it, then send it as a new record.',
  },
} as const satisfies Record<string, Words>;

export type SyncRefusalCode = keyof typeof sentences;

export function syncRefusal(code: SyncRefusalCode): FieldRefusal {
  return { code, words: sentences[code] };
}

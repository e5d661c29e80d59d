import { defineProblems } from './problem.ts';

/** Refusals of the command path itself, before any domain was asked. */
export const commandProblems = defineProblems('command', {
  unknownKind: {
    status: 404,
    say: (d: { kind: string }) => ({
      id: `Perintah "${d.kind}" tidak dikenal. Perbarui aplikasi lalu coba lagi.`,
      en: `The command "${d.kind}" is not known. Update the application and try again.`,
    }),
  },
  unsupportedVersion: {
    status: 409,
    say: (d: { kind: string; version: number }) => ({
      id: `Versi ${d.version} dari perintah "${d.kind}" tidak lagi diterima. Perbarui aplikasi lalu kirim ulang.`,
      en: `Version ${d.version} of the command "${d.kind}" is no longer accepted. Update the application and send it again.`,
    }),
  },
  badEnvelope: {
    status: 400,
    say: (d: { what: string }) => ({
      id: `Kiriman tidak lengkap (${d.what}). Muat ulang halaman lalu coba lagi.`,
      en: `What was sent is incomplete (${d.what}). Reload the page and try again.`,
    }),
  },
  invalidInput: {
    status: 422,
    say: (d: { issues: { field: string; message: string }[] }) => ({
      id: `Ada isian yang perlu diperbaiki: ${d.issues.map((i) => i.field || 'formulir').join(', ')}.`,
      en: `Some entries need correcting: ${d.issues.map((i) => i.field || 'form').join(', ')}.`,
    }),
  },
  idReused: {
    status: 409,
    say: () => ({
      id: 'Nomor perintah ini sudah dipakai untuk isi yang lain. Muat ulang halaman agar mendapat nomor baru.',
      en: 'This command id was already used for something else. Reload the page to get a new one.',
    }),
  },
  notAllowed: {
    status: 403,
    say: () => ({
      id: 'Peran atau wilayah tugas Anda tidak mencakup tindakan ini. Mintalah petugas yang berwenang.',
      en: 'Your role or area does not cover this. Ask an officer who may do it.',
    }),
  },
  secondFactorNeeded: {
    status: 403,
    say: () => ({
      id: 'Tindakan ini memerlukan kode keamanan kedua. Aktifkan di Pengaturan › Keamanan, lalu masuk kembali.',
      en: 'This needs the second factor. Turn it on under Settings › Security, then sign in again.',
    }),
  },
  outOfBounds: {
    status: 400,
    say: () => ({
      id: 'Ada tanggal, angka, atau tanda yang di luar batas, dalam alamat atau isian. Belum ada yang tersimpan; perbaiki lalu coba lagi.',
      en: 'A date, a number or a character in the address or the form is out of bounds. Nothing was saved; correct it and try again.',
    }),
  },
  tooBusy: {
    status: 503,
    say: () => ({
      id: 'Server sedang sibuk. Belum ada yang tersimpan; coba lagi sebentar lagi.',
      en: 'The server is busy. Nothing was saved; try again in a moment.',
    }),
  },
  storageFull: {
    status: 503,
    say: () => ({
      id: 'Ruang simpan server penuh. Belum ada yang tersimpan; hubungi pengelola sistem, lalu kirim ulang.',
      en: 'The server’s storage is full. Nothing was saved; tell the operator, then send it again.',
    }),
  },
  keyMissing: {
    status: 503,
    say: (d: { key: string }) => ({
      id: `Server ini belum diberi kunci ${d.key} yang sekarang dipakai. Belum ada yang tersimpan; minta pengelola sistem menambahkan kunci itu lalu menyalakan ulang server.`,
      en: `This server was not given the key ${d.key} that is in use now. Nothing was saved; ask the operator to add the key and to restart the server.`,
    }),
  },
});

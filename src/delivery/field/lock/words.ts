import type { Words } from '#kernel/words.ts';

/** What is said before the app is open: setting up, locked, PIN forgotten, and what can go wrong there. */
export const lockWords = {
  pin: { id: 'PIN', en: 'PIN' },
  pinHint: { id: '6 angka', en: '6 digits' },
  newPin: { id: 'PIN baru', en: 'New PIN' },
  newPinHint: {
    id: '6 angka, bukan tanggal lahir. Hanya Anda yang tahu; kantor tidak dapat melihatnya.',
    en: '6 digits, not a birthday. Only you know it; the office cannot see it.',
  },
  repeatPin: { id: 'Ulangi PIN', en: 'Repeat the PIN' },
  pinsDiffer: { id: 'Kedua PIN tidak sama.', en: 'The two PINs differ.' },
  pinShort: { id: 'PIN harus 6 angka.', en: 'A PIN has 6 digits.' },
  pinWeak: {
    id: 'PIN ini paling dulu dicoba orang. Pilih yang lain.',
    en: 'This is the first PIN people try. Choose another.',
  },
  open: { id: 'Buka', en: 'Open' },
  opening: { id: 'Membuka…', en: 'Opening…' },
  passkey: { id: 'Buka dengan sidik jari atau wajah', en: 'Open with fingerprint or face' },
  passkeyFailed: {
    id: 'Sidik jari atau wajah tidak dikenali. Gunakan PIN.',
    en: 'Fingerprint or face was not recognised. Use the PIN.',
  },
  forgot: { id: 'Lupa PIN', en: 'Forgot the PIN' },
  forgotTitle: { id: 'Lepas PIN ini?', en: 'Give up this PIN?' },
  forgotText: {
    id: 'Data kelompok di HP ini dihapus dan dimuat lagi setelah HP disiapkan ulang. Formulir yang belum selesai hilang. Yang sudah tersimpan tetap ada dan tetap terkirim.',
    en: 'Group data on this phone is removed and loaded again once the phone is set up anew. Unfinished forms are lost. What was saved stays and is still delivered.',
  },
  forgotDo: { id: 'Lepas PIN', en: 'Give up the PIN' },
  cancel: { id: 'Batal', en: 'Cancel' },
  setUp: { id: 'Siapkan HP ini', en: 'Set up this phone' },
  setUpText: {
    id: 'Sekali saja, selagi ada sinyal. Setelah itu pertemuan dan kunjungan bisa dicatat tanpa sinyal.',
    en: 'Once only, while there is a signal. After that meetings and visits can be recorded without one.',
  },
  setUpAgain: { id: 'Siapkan ulang HP ini', en: 'Set this phone up anew' },
  signIn: { id: 'Masuk dulu', en: 'Sign in first' },
  signInText: {
    id: 'Masuk dengan akun Anda; setelah itu Anda kembali ke sini.',
    en: 'Sign in with your account; after that you come back here.',
  },
  phoneName: { id: 'Nama HP', en: 'Name of the phone' },
  phoneNameHint: {
    id: 'Supaya kantor tahu HP mana ini, misalnya “Samsung Rina”.',
    en: 'So that the office knows which phone this is, such as “Rina’s Samsung”.',
  },
  phoneNameMissing: { id: 'Beri nama HP ini.', en: 'Give this phone a name.' },
  settingUp: { id: 'Menyiapkan…', en: 'Setting up…' },
  offline: {
    id: 'Server tidak terjangkau. Cari sinyal lalu coba lagi; belum ada yang berubah.',
    en: 'The server cannot be reached. Find a signal and try again; nothing has changed.',
  },
  notKept: {
    id: 'HP tidak bisa menyimpan, mungkin penyimpanannya penuh. Hapus foto atau video lama, lalu tekan lagi; yang tercatat tetap ada.',
    en: 'The phone could not save; its storage may be full. Delete old photos or videos, then press again; what was recorded is still here.',
  },
  keylessTitle: { id: 'HP ini perlu disiapkan ulang', en: 'This phone must be set up anew' },
  keylessText: {
    id: 'PIN-nya sudah dilepas, jadi data di HP ini tidak dapat dibuka lagi.',
    en: 'Its PIN was given up, so the data on this phone can no longer be opened.',
  },
  lostTitle: {
    id: 'Penyimpanan HP ini dikosongkan',
    en: 'This phone’s storage was cleared',
  },
  lostFile: {
    id: 'Kalau pernah dicadangkan ke berkas, siapkan HP ini lalu pulihkan berkas itu di Setelan.',
    en: 'If it was backed up to a file, set this phone up and restore that file under Settings.',
  },
  unsupportedTitle: {
    id: 'Peramban ini tidak bisa dipakai di lapangan',
    en: 'This browser cannot be used in the field',
  },
  unsupportedText: {
    id: 'Perbarui Chrome di HP ini, atau buka tanpa mode penyamaran. Aplikasi perlu menyimpan dengan aman.',
    en: 'Update Chrome on this phone, or leave incognito mode. The app must be able to store safely.',
  },
  supersededTitle: {
    id: 'Versi baru dibuka di tab lain',
    en: 'A newer version was opened in another tab',
  },
  supersededText: {
    id: 'Yang tersimpan aman. Muat ulang tab ini untuk memakai versi yang sama.',
    en: 'What was saved is safe. Reload this tab to use the same version.',
  },
  reload: { id: 'Muat ulang', en: 'Reload' },
  blockedTitle: { id: 'Tutup tab lain dulu', en: 'Close the other tabs first' },
  blockedText: {
    id: 'Aplikasi versi lama masih terbuka di tab lain. Tutup tab itu; yang ini lanjut sendiri.',
    en: 'An older version is still open in another tab. Close it; this one then goes on by itself.',
  },
} satisfies Record<string, Words>;

export const lockedFor = (name: string): Words => ({
  id: `HP ${name}`,
  en: `${name}’s phone`,
});

export const wrongPin = (left: number): Words => ({
  id: `PIN salah. Sisa ${left} kali; setelah itu data di HP dihapus, yang belum terkirim tetap aman.`,
  en: `Wrong PIN. ${left} ${left === 1 ? 'try' : 'tries'} left; after that the data on this phone is removed, unsent work stays safe.`,
});

export const stillUnsent = (count: number): Words => ({
  id: `${count} catatan belum terkirim. Tetap dikirim begitu ada sinyal, juga selagi terkunci.`,
  en: `${count} ${count === 1 ? 'record is' : 'records are'} unsent. They go out as soon as there is a signal, even while locked.`,
});

export const lostText = (name: string, lastSeq: number): Words => ({
  id: `Peramban menghapus data aplikasi ini (HP ${name}). ${lastSeq === 0 ? 'Belum ada catatan yang pernah dibuat di sini.' : `Catatan terakhir bernomor ${lastSeq}; yang belum sempat terkirim hilang dari HP ini. Kantor dapat melihat sampai nomor berapa yang sudah diterima.`}`,
  en: `The browser removed this app’s data (${name}’s phone). ${lastSeq === 0 ? 'No record was ever made here.' : `The last record had number ${lastSeq}; what had not been delivered is gone from this phone. The office can see up to which number it has received.`}`,
});

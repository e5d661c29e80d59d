import type { Words } from '#kernel/words.ts';

export const settingsWords = {
  title: { id: 'Setelan', en: 'Settings' },
  phone: { id: 'HP ini', en: 'This phone' },
  owner: { id: 'Dipakai oleh', en: 'Used by' },
  name: { id: 'Nama', en: 'Name' },
  refreshed: { id: 'Data dimuat', en: 'Data loaded' },
  never: { id: 'belum pernah', en: 'never yet' },
  refreshNow: { id: 'Muat data sekarang', en: 'Load data now' },
  refreshing: { id: 'Memuat…', en: 'Loading…' },
  revoked: { id: 'HP ini dicabut kantor', en: 'The office revoked this phone' },
  revokedText: {
    id: 'Bila itu keliru, tanyakan koordinator lalu siapkan ulang. Data kelompok dimuat lagi; yang belum terkirim ikut terkirim dengan nomor HP yang baru.',
    en: 'If that is a mistake, ask your coordinator and set the phone up anew. Group data is loaded again; unsent work goes out under the phone’s new number.',
  },
  unsent: { id: 'Belum terkirim', en: 'Unsent work' },
  safety: { id: 'Keamanan', en: 'Safety' },
  lockNow: { id: 'Kunci sekarang', en: 'Lock now' },
  lockText: {
    id: 'Terkunci sendiri setelah 5 menit tidak disentuh.',
    en: 'Locks by itself after 5 minutes without a touch.',
  },
  changePin: { id: 'Ganti PIN', en: 'Change the PIN' },
  oldPin: { id: 'PIN sekarang', en: 'Present PIN' },
  pinChanged: { id: 'PIN sudah diganti.', en: 'The PIN was changed.' },
  addPasskey: { id: 'Pakai sidik jari atau wajah', en: 'Use fingerprint or face' },
  addPasskeyText: {
    id: 'Selain PIN, bukan pengganti. Ketik PIN sekali untuk memasangnya.',
    en: 'Beside the PIN, not in its place. Type the PIN once to add it.',
  },
  passkeyAdded: {
    id: 'Sekarang bisa dibuka dengan sidik jari atau wajah.',
    en: 'It can now be opened with fingerprint or face.',
  },
  passkeyNot: {
    id: 'HP ini belum bisa. Tetap gunakan PIN.',
    en: 'This phone cannot do it yet. Keep using the PIN.',
  },
  save: { id: 'Simpan', en: 'Save' },
  cancel: { id: 'Batal', en: 'Cancel' },
  storage: { id: 'Penyimpanan', en: 'Storage' },
  persistent: {
    id: 'Peramban berjanji tidak menghapusnya.',
    en: 'The browser has promised not to clear it.',
  },
  notPersistent: {
    id: 'Pasang aplikasi ini ke layar utama supaya peramban tidak menghapusnya.',
    en: 'Install this app to the home screen so that the browser does not clear it.',
  },
  look: { id: 'Bahasa & tampilan', en: 'Language & appearance' },
  language: { id: 'Bahasa', en: 'Language' },
  theme: { id: 'Tampilan', en: 'Appearance' },
  system: { id: 'Ikut HP', en: 'Phone’s' },
  light: { id: 'Terang', en: 'Light' },
  dark: { id: 'Gelap', en: 'Dark' },
  signOut: { id: 'Keluar dari HP ini', en: 'Sign out of this phone' },
  signOutText: {
    id: 'Menghapus data aplikasi dari HP ini. Di kantor semuanya tetap ada.',
    en: 'Removes the app’s data from this phone. Everything stays at the office.',
  },
  signOutSure: { id: 'Ya, keluar', en: 'Yes, sign out' },
  office: { id: 'Ke halaman kantor', en: 'To the office pages' },
} satisfies Record<string, Words>;

export const signOutBlocked = (count: number): Words => ({
  id: `Masih ada ${count} catatan belum terkirim. Kirim dulu, atau cadangkan lalu buang satu per satu dengan alasan.`,
  en: `${count} ${count === 1 ? 'record is' : 'records are'} still unsent. Send them first, or back them up and discard each with a reason.`,
});

export const usedWords = (used: string, quota: string): Words => ({
  id: `${used} dari ${quota}`,
  en: `${used} of ${quota}`,
});

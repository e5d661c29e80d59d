import type { Words } from '#kernel/words.ts';

/** What the frame around pages says. */
export const shellWords = {
  skip: { id: 'Langsung ke isi', en: 'Skip to the content' },
  menu: { id: 'Menu', en: 'Menu' },
  navigation: { id: 'Menu utama', en: 'Main menu' },
  manage: { id: 'Kelola', en: 'Manage' },
  search: { id: 'Cari orang, usaha, kelompok…', en: 'Search people, businesses, groups…' },
  searchLabel: { id: 'Cari di semua', en: 'Search everything' },
  keys: { id: 'Tombol pintas', en: 'Keyboard shortcuts' },
  keySearch: { id: 'Cari', en: 'Search' },
  keyHelp: { id: 'Daftar ini', en: 'This list' },
  keyMove: { id: 'Baris berikut atau sebelumnya', en: 'Next or previous row' },
  keyOpen: { id: 'Buka baris', en: 'Open the row' },
  keyToday: { id: 'Hari ini', en: 'Today' },
  language: { id: 'Bahasa', en: 'Language' },
  theme: { id: 'Tampilan', en: 'Appearance' },
  system: { id: 'Otomatis', en: 'Automatic' },
  light: { id: 'Terang', en: 'Light' },
  dark: { id: 'Gelap', en: 'Dark' },
  account: { id: 'Akun saya', en: 'My account' },
  security: { id: 'Keamanan & sesi', en: 'Security & sessions' },
  signIn: { id: 'Masuk', en: 'Sign in' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  offline: {
    id: 'Tidak ada sambungan. Yang sudah tersimpan tetap aman; isian di halaman ini belum terkirim.',
    en: 'No connection. What was saved is safe; what you are typing has not been sent.',
  },
  slow: { id: 'Memuat…', en: 'Loading…' },
} satisfies Record<string, Words>;

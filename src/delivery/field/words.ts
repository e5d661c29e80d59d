import type { Words } from '#kernel/words.ts';

/** What the app's frame says. */
export const frameWords = {
  app: { id: 'Naik Kelas', en: 'Naik Kelas' },
  skip: { id: 'Langsung ke isi', en: 'Skip to the content' },
  tabs: { id: 'Menu', en: 'Menu' },
  opening: { id: 'Membuka…', en: 'Opening…' },
  notHere: { id: 'Halaman ini tidak ada', en: 'There is no such page' },
  notHereText: {
    id: 'Alamatnya salah, atau datanya sudah tidak ada di HP ini.',
    en: 'The address is wrong, or its data is no longer on this phone.',
  },
  toToday: { id: 'Ke hari ini', en: 'To today' },
  notLoaded: { id: 'Halaman ini belum bisa dibuka', en: 'This page cannot be opened yet' },
  notLoadedText: {
    id: 'Sebagian aplikasi belum terunduh. Yang tersimpan tetap aman; buka lagi saat ada sinyal.',
    en: 'Part of the app has not been downloaded. What was saved is safe; open it again with a signal.',
  },
  updateReady: {
    id: 'Versi baru siap · pakai sekarang',
    en: 'A new version is ready · use it now',
  },
} satisfies Record<string, Words>;

import { groupDigits } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';

/** Words that components themselves say; a page keeps its own beside it. */
export const uiWords = {
  search: { id: 'Cari', en: 'Search' },
  apply: { id: 'Terapkan', en: 'Apply' },
  clear: { id: 'Hapus saringan', en: 'Clear filters' },
  download: { id: 'Unduh', en: 'Download' },
  previous: { id: 'Sebelumnya', en: 'Previous' },
  next: { id: 'Berikutnya', en: 'Next' },
  pages: { id: 'Halaman', en: 'Pages' },
  all: { id: 'Semua', en: 'All' },
  optional: { id: 'boleh kosong', en: 'optional' },
  close: { id: 'Tutup', en: 'Close' },
  print: { id: 'Cetak', en: 'Print' },
  youAreHere: { id: 'Lokasi halaman', en: 'Where you are' },
  explain: { id: 'Penjelasan angka', en: 'About this figure' },
  means: { id: 'Artinya', en: 'Meaning' },
  numerator: { id: 'Yang dihitung', en: 'Counted' },
  denominator: { id: 'Dibagi dengan', en: 'Out of' },
  cutOff: { id: 'Data sampai', en: 'Data up to' },
  openRows: { id: 'Buka rinciannya', en: 'Open the rows' },
  noRows: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
  noRowsText: {
    id: 'Ubah kata pencarian atau hapus saringannya.',
    en: 'Change the search words or clear the filters.',
  },
  table: { id: 'Angka dalam tabel', en: 'The figures as a table' },
  attention: { id: 'perlu perhatian', en: 'needs attention' },
  noData: { id: 'belum ada data', en: 'no data yet' },
  working: { id: 'Sedang diproses…', en: 'Working…' },
  loading: { id: 'Memuat…', en: 'Loading…' },
  sortedUp: { id: 'terurut naik', en: 'sorted ascending' },
  sortedDown: { id: 'terurut turun', en: 'sorted descending' },
  done: { id: 'selesai', en: 'done' },
  current: { id: 'sekarang', en: 'now' },
  failed: { id: 'berhenti di sini', en: 'stopped here' },
  checkFields: { id: 'Ada isian yang perlu diperbaiki', en: 'Some answers need correcting' },
  notDone: { id: 'Belum bisa dilakukan', en: 'Not done yet' },
  nothingChanged: {
    id: 'Belum ada yang tersimpan; perbaiki lalu kirim lagi.',
    en: 'Nothing was saved; correct it and send it again.',
  },
} satisfies Record<string, Words>;

export function rangeWords(from: number, to: number, total: number, more = false): Words {
  const say = (n: number, lang: Lang) => groupDigits(n, lang);
  return {
    id: `${say(from, 'id')}–${say(to, 'id')} dari ${more ? 'lebih dari ' : ''}${say(total, 'id')}`,
    en: `${say(from, 'en')}–${say(to, 'en')} of ${more ? 'more than ' : ''}${say(total, 'en')}`,
  };
}

export function stepWords(at: number, of: number): Words {
  return { id: `Langkah ${at} dari ${of}`, en: `Step ${at} of ${of}` };
}

import { groupDigits } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { ImportState } from '#domains/registry/import-states.ts';

export const stepNames: readonly Words[] = [
  { id: 'Unggah', en: 'Upload' },
  { id: 'Periksa kolom', en: 'Check the columns' },
  { id: 'Periksa hasil', en: 'Check the result' },
  { id: 'Selesai', en: 'Done' },
];

export const importPageWords = {
  reading: { id: 'Berkas sedang dibaca', en: 'The file is being read' },
  previewing: {
    id: 'Baris sedang dicocokkan dengan data warga',
    en: 'The rows are being matched with the registry',
  },
  leave: {
    id: 'Anda boleh meninggalkan halaman ini; pekerjaan berlanjut.',
    en: 'You may leave this page; the work goes on.',
  },
  reload: { id: 'Muat ulang', en: 'Reload' },
  cancel: { id: 'Batalkan impor', en: 'Cancel the import' },
  cancelled: {
    id: 'Impor dibatalkan; data warga tidak berubah.',
    en: 'The import was cancelled; the registry is unchanged.',
  },
  failed: { id: 'Berkas ini tidak dapat dibaca', en: 'This file could not be read' },
  again: { id: 'Unggah berkas lain', en: 'Upload another file' },
  columnsTitle: { id: 'Kolom mana berisi apa?', en: 'Which column holds what?' },
  columnsNote: {
    id: 'Usulan dari judul dan isi kolom. Ubah yang keliru; pilihan Anda diingat untuk berkas berbentuk sama.',
    en: 'Proposed from headings and contents. Change what is wrong; your choice is remembered for files of this shape.',
  },
  remembered: {
    id: 'Bentuk berkas ini pernah Anda petakan; pilihan itu dipakai lagi.',
    en: 'A file of this shape was mapped before; that choice is used again.',
  },
  column: { id: 'Judul kolom', en: 'Heading' },
  sample: { id: 'Contoh isi', en: 'Sample' },
  meaning: { id: 'Dibaca sebagai', en: 'Read as' },
  sure: { id: 'Keyakinan', en: 'Certainty' },
  certain: { id: 'yakin', en: 'certain' },
  doubtful: { id: 'periksa', en: 'check' },
  skip: { id: '— tidak dibaca —', en: '— not read —' },
  remember: { id: 'Ingat untuk berkas berbentuk sama', en: 'Remember for files of this shape' },
  next: { id: 'Cocokkan baris', en: 'Match the rows' },
  sheet: { id: 'Lembar', en: 'Sheet' },
  useSheet: { id: 'Baca lembar ini', en: 'Read this sheet' },
  changeColumns: { id: 'Ubah kolom', en: 'Change the columns' },
  apply: { id: 'Terapkan', en: 'Apply' },
  nothingToApply: {
    id: 'Tidak ada baris yang bisa diterapkan.',
    en: 'There is no row that can be applied.',
  },
  downloadRepairs: { id: 'Unduh baris perbaikan (XLSX)', en: 'Download rows to repair (XLSX)' },
  row: { id: 'Baris', en: 'Row' },
  name: { id: 'Nama', en: 'Name' },
  business: { id: 'Usaha', en: 'Business' },
  place: { id: 'Tempat', en: 'Place' },
  why: { id: 'Alasan', en: 'Reason' },
  fix: { id: 'Usulan', en: 'Suggestion' },
  identity: { id: 'Tanda pengenal', en: 'Identity' },
  inRegistry: { id: 'Di data warga', en: 'In the registry' },
  decide: { id: 'Keputusan', en: 'Decision' },
  asSame: { id: 'Orang yang sama', en: 'The same person' },
  asNew: { id: 'Orang baru', en: 'Somebody new' },
  decidedSame: { id: 'diputuskan: orang yang sama', en: 'decided: the same person' },
  decidedNew: { id: 'diputuskan: orang baru', en: 'decided: somebody new' },
  columnTwice: {
    id: 'Satu isian dipilih untuk dua kolom. Satu isian hanya dibaca dari satu kolom.',
    en: 'One field was chosen for two columns. A field is read from one column only.',
  },
  outcomes: { id: 'Hasil', en: 'Result' },
  noRows: { id: 'Tidak ada baris di sini', en: 'No rows here' },
  undoTitle: { id: 'Berkas yang keliru?', en: 'The wrong file?' },
  undoNote: {
    id: 'Semua orang dan usaha dari berkas ini dikeluarkan lagi, dan isian yang ditambahkannya dikosongkan. Ditolak bila salah satunya sudah dipakai, misalnya sudah punya pinjaman atau kelompok; pembukuan tidak pernah disentuh.',
    en: 'All people and businesses of this file are taken out again, and what it filled in is emptied. Refused once one of them is in use, with a loan or a group for instance; the books are never touched.',
  },
  undo: { id: 'Tarik kembali impor ini', en: 'Undo this import' },
  undoQuestion: { id: 'Tarik kembali sekarang?', en: 'Undo it now?' },
  undoYes: { id: 'Ya, tarik kembali', en: 'Yes, undo it' },
  undoNo: { id: 'Biarkan', en: 'Leave it' },
  undone: {
    id: 'Impor ini sudah ditarik kembali: orang dan usahanya tidak lagi di data warga. Berkas yang sama boleh diunggah lagi.',
    en: 'This import was undone: its people and businesses are no longer in the registry. The same file may be uploaded again.',
  },
  toGroups: { id: 'Usulkan kelompok', en: 'Propose a group' },
} satisfies Record<string, Words>;

type Counts = Readonly<Record<string, number>>;

/** The conclusion the page opens with. */
export function importInWords(state: ImportState, counts: Counts): Words {
  const n = (name: string, lang: 'id' | 'en') => groupDigits(counts[name] ?? 0, lang);
  if (state === 'read' || state === 'mapped') {
    const left = counts['left'] ?? 0;
    const also =
      left === 0
        ? { id: '', en: '' }
        : {
            id: ` ${n('left', 'id')} baris tabel lain di lembar ini tidak dibaca.`,
            en: ` ${n('left', 'en')} rows of another table on this sheet were not read.`,
          };
    return {
      id: `${n('read', 'id')} baris terbaca. Periksa kolomnya, lalu cocokkan.${also.id}`,
      en: `${n('read', 'en')} rows were read. Check the columns, then match them.${also.en}`,
    };
  }
  if (state === 'previewed') {
    return {
      id: `${n('new', 'id')} orang baru, ${n('same', 'id')} sudah ada, ${n('review', 'id')} perlu ditinjau, ${n('repair', 'id')} perlu diperbaiki. Belum ada yang disimpan.`,
      en: `${n('new', 'en')} new people, ${n('same', 'en')} already here, ${n('review', 'en')} to review, ${n('repair', 'en')} to repair. Nothing is saved yet.`,
    };
  }
  if (state === 'applied') {
    return {
      id: `${n('people', 'id')} orang dan ${n('businesses', 'id')} usaha didaftarkan; ${n('same', 'id')} baris sudah ada, ${n('review', 'id')} perlu ditinjau, ${n('repair', 'id')} perlu diperbaiki.`,
      en: `${n('people', 'en')} people and ${n('businesses', 'en')} businesses were registered; ${n('same', 'en')} rows were already here, ${n('review', 'en')} to review, ${n('repair', 'en')} to repair.`,
    };
  }
  return { id: '', en: '' };
}

/** What would go, said before it goes. */
export function undoAskWords(counts: Counts): Words {
  const n = (name: string, lang: 'id' | 'en') => groupDigits(counts[name] ?? 0, lang);
  return {
    id: `${n('people', 'id')} orang dan ${n('businesses', 'id')} usaha akan dikeluarkan dari data warga, dan isian ${n('completed', 'id')} orang lain dikosongkan lagi.`,
    en: `${n('people', 'en')} people and ${n('businesses', 'en')} businesses will be taken out of the registry, and what was filled in for ${n('completed', 'en')} others is emptied again.`,
  };
}

export function appliedWords(people: number, businesses: number): Words {
  return {
    id: `${groupDigits(people, 'id')} orang dan ${groupDigits(businesses, 'id')} usaha didaftarkan.`,
    en: `${groupDigits(people, 'en')} people and ${groupDigits(businesses, 'en')} businesses were registered.`,
  };
}

export function undoneWords(people: number, businesses: number): Words {
  return {
    id: `${groupDigits(people, 'id')} orang dan ${groupDigits(businesses, 'id')} usaha dikeluarkan lagi.`,
    en: `${groupDigits(people, 'en')} people and ${groupDigits(businesses, 'en')} businesses were taken out again.`,
  };
}

export function applyWords(rows: number): Words {
  return {
    id: `Terapkan ${groupDigits(rows, 'id')} baris`,
    en: `Apply ${groupDigits(rows, 'en')} rows`,
  };
}

export function sheetWords(sheet: string, rows: number): Words {
  return {
    id: `${sheet} — ${groupDigits(rows, 'id')} baris`,
    en: `${sheet} — ${groupDigits(rows, 'en')} rows`,
  };
}

export function progressWords(done: number, total: number | null): Words {
  if (total === null)
    return { id: `${groupDigits(done, 'id')} baris`, en: `${groupDigits(done, 'en')} rows` };
  return {
    id: `${groupDigits(done, 'id')} dari ${groupDigits(total, 'id')} baris`,
    en: `${groupDigits(done, 'en')} of ${groupDigits(total, 'en')} rows`,
  };
}

export function moreWords(count: number): Words {
  return { id: `${count} catatan lain`, en: count === 1 ? '1 more note' : `${count} more notes` };
}

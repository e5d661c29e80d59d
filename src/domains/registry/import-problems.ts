import { defineProblems } from '#platform/command/problem.ts';
import { type ImportUse, useWords } from './import/import-uses.ts';
import { importStateNames, type ImportState } from './import-states.ts';

/** Refusals about importing spreadsheets. */
export const importProblems = defineProblems('registry', {
  importNotFound: {
    status: 404,
    say: () => ({
      id: 'Impor ini tidak ditemukan. Kembali ke daftar impor lalu pilih lagi.',
      en: 'This import was not found. Go back to the list of imports and choose again.',
    }),
  },
  importWrongState: {
    status: 409,
    say: ({ state }: { state: ImportState }) => ({
      id: `Impor ini sedang “${importStateNames[state].id}”, jadi langkah itu tidak bisa dilakukan. Muat ulang halaman untuk melihat keadaannya.`,
      en: `This import is “${importStateNames[state].en}”, so that step cannot be taken. Reload the page to see where it stands.`,
    }),
  },
  importCancelled: {
    status: 409,
    say: () => ({
      id: 'Impor ini sudah dibatalkan. Unggah berkasnya lagi bila masih diperlukan.',
      en: 'This import was cancelled. Upload the file again if it is still needed.',
    }),
  },
  importNeedsName: {
    status: 422,
    field: 'mapping.name',
    say: () => ({
      id: 'Tunjukkan kolom mana yang berisi nama pemilik; tanpa itu tidak ada orang yang bisa didaftarkan.',
      en: 'Say which column holds the owner’s name; without it nobody can be registered.',
    }),
  },
  importColumnTwice: {
    status: 422,
    field: 'mapping',
    say: ({ column }: { column: string }) => ({
      id: `Kolom “${column}” dipakai untuk dua isian. Satu kolom hanya untuk satu isian.`,
      en: `Column “${column}” is used for two fields. One column serves one field.`,
    }),
  },
  importNoTable: {
    status: 422,
    field: 'file',
    say: () => ({
      id: 'Tidak ditemukan tabel di berkas ini. Pastikan ada baris judul kolom seperti Nama, NIK, Alamat.',
      en: 'No table was found in this file. Make sure it has a row of headings such as Nama, NIK, Alamat.',
    }),
  },
  importTablesBeside: {
    status: 422,
    field: 'file',
    say: ({ from, to }: { from: string; to: string }) => ({
      id: `Di lembar ini ada dua tabel berdampingan; yang kedua di kolom ${from} sampai ${to}. Pindahkan tabel kedua ke bawah tabel pertama atau ke lembar sendiri, lalu unggah lagi.`,
      en: `Two tables stand side by side on this sheet; the second in columns ${from} to ${to}. Move it below the first or to a sheet of its own, and upload the file again.`,
    }),
  },
  importInUse: {
    status: 409,
    say: ({ uses, people }: { uses: readonly ImportUse[]; people: number }) => {
      const told = (lang: 'id' | 'en') =>
        uses
          .slice(0, 5)
          .map(({ name, usedIn }) => `${name} (${useWords(usedIn)[lang]})`)
          .join(', ');
      return {
        id: `Impor ini tidak bisa ditarik kembali: ${people} orang darinya sudah dipakai: ${told('id')}. Selesaikan atau pindahkan itu lebih dulu; tidak ada yang diubah.`,
        en: `This import cannot be undone: ${people} of its people are in use by now: ${told('en')}. Settle or move that first; nothing was changed.`,
      };
    },
  },
  importNoSheet: {
    status: 404,
    field: 'sheet',
    say: ({ sheet, sheets }: { sheet: string; sheets: readonly string[] }) => ({
      id: `Tidak ada lembar “${sheet}” di berkas ini. Lembarnya: ${sheets.join(', ')}.`,
      en: `There is no sheet “${sheet}” in this file. Its sheets are: ${sheets.join(', ')}.`,
    }),
  },
  importRowNotFound: {
    status: 404,
    say: ({ row }: { row: number }) => ({
      id: `Baris ${row} tidak ada atau tidak perlu ditinjau. Muat ulang halaman.`,
      en: `Row ${row} is not there or needs no review. Reload the page.`,
    }),
  },
});

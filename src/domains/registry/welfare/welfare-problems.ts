import { defineProblems } from '#platform/command/problem.ts';
import { sayQuarter } from './quarter.ts';
import { mostListRows } from './welfare-input.ts';

export const welfareProblems = defineProblems('registry', {
  listUnreadable: {
    status: 422,
    field: 'file',
    say: () => ({
      id: 'Tidak ada tabel dengan kolom nama di berkas ini. Pastikan baris judulnya memuat kolom Nama, dan NIK atau tanggal lahir.',
      en: 'No table with a column of names was found in this file. Its heading row needs Name, and NIK or birth date.',
    }),
  },
  listWithoutDeciles: {
    status: 422,
    field: 'file',
    say: () => ({
      id: 'Berkas ini tidak mempunyai kolom Desil. Tambahkan kolom berjudul Desil dengan angka 1 sampai 10.',
      en: 'This file has no column of deciles. Add one headed Desil with the numbers 1 to 10.',
    }),
  },
  listTooLong: {
    status: 413,
    field: 'file',
    say: (d: { rows: number }) => ({
      id: `Daftar ini berisi ${d.rows} baris; paling banyak ${mostListRows}. Bagi berkasnya per kecamatan.`,
      en: `This list has ${d.rows} rows; at most ${mostListRows} are read at once. Divide the file by kecamatan.`,
    }),
  },
  listInFuture: {
    status: 422,
    field: 'givenOn',
    say: () => ({
      id: 'Tanggal daftar belum tiba. Isi tanggal daftarnya dibuat, paling lambat hari ini.',
      en: 'The day of the list has not come. Give the day it was made, today at the latest.',
    }),
  },
  unknownList: {
    status: 404,
    say: () => ({
      id: 'Daftar ini tidak ditemukan. Kembali ke halaman daftar lalu pilih lagi.',
      en: 'This list was not found. Go back to the lists and choose again.',
    }),
  },
  listApplied: {
    status: 409,
    say: () => ({
      id: 'Daftar ini sudah diterapkan atau dibuang. Muat ulang halaman.',
      en: 'This list was applied or dropped already. Reload the page.',
    }),
  },
  quarterTaken: {
    status: 409,
    say: (d: { quarter: string }) => ({
      id: `Daftar lengkap ${sayQuarter(d.quarter).id} sudah diterapkan. Unggah sebagai daftar sebagian bila ini tambahannya.`,
      en: `The whole list of ${sayQuarter(d.quarter).en} was applied already. Upload this one as a partial list if it adds to it.`,
    }),
  },
  rowDecided: {
    status: 409,
    say: () => ({
      id: 'Baris ini sudah diputuskan atau calonnya berubah. Muat ulang halaman.',
      en: 'This row was decided already, or its candidates changed. Reload the page.',
    }),
  },
  familyCardNeeded: {
    status: 422,
    field: 'kk',
    say: () => ({
      id: 'Kartu keluarganya belum tercatat. Isi 16 angka nomor KK.',
      en: 'No family card is on record. Enter the 16 digits of its number.',
    }),
  },
  saidInFuture: {
    status: 422,
    field: 'saidOn',
    say: () => ({
      id: 'Hari itu belum tiba. Isi hari keluarganya ditanya, paling lambat hari ini.',
      en: 'That day has not come. Give the day the family was asked, today at the latest.',
    }),
  },
  proposalStands: {
    status: 409,
    say: () => ({
      id: 'Usulan sebelumnya untuk orang ini belum dijawab. Jawab yang itu lebih dulu.',
      en: 'An earlier proposal for this person is not answered yet. Answer that one first.',
    }),
  },
  proposalUnlikely: {
    status: 422,
    field: 'asks',
    say: (d: { listed: boolean }) =>
      d.listed
        ? {
            id: 'Orang ini sudah ada di daftar. Pilih lebih miskin, tidak semiskin itu, atau tidak perlu di daftar.',
            en: 'She is on the list already. Choose poorer, not as poor, or need not be listed.',
          }
        : {
            id: 'Orang ini tidak ada di daftar mana pun. Pilih “Seharusnya ada di daftar”.',
            en: 'She is on no list. Choose “Should be on the list”.',
          },
  },
  ownWelfareProposal: {
    status: 403,
    say: () => ({
      id: 'Usulan dijawab oleh orang lain dari yang mencatatnya. Minta rekan kerja Anda menjawabnya.',
      en: 'A proposal is answered by somebody other than who wrote it down. Ask a colleague.',
    }),
  },
  unknownWelfareProposal: {
    status: 404,
    say: () => ({
      id: 'Usulan ini tidak ditemukan atau sudah dijawab. Muat ulang halaman.',
      en: 'This proposal was not found, or it is answered. Reload the page.',
    }),
  },
});

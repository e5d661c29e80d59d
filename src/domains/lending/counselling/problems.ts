import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';
import type { CounsellingResult } from './counselling.ts';

/** What would have to be so before a case can be closed with a result. */
const before: Readonly<Record<CounsellingResult, Words>> = {
  'caught-up': {
    id: 'Masih ada tunggakan pada pinjamannya. Catat setorannya lebih dulu, atau pilih hasil lain.',
    en: 'Something is still overdue on the loan. Record her payment first, or choose another result.',
  },
  restructured: {
    id: 'Jadwalnya belum disusun ulang sejak pembinaan dibuka. Susun ulang dulu dari halaman pinjamannya.',
    en: 'The loan was not restructured since the case was opened. Restructure it from its page first.',
  },
  'paid-elsewhere': {
    id: 'Bukti bayar yang diperlihatkan belum menutup tunggakannya. Catat bukti bayarnya sebagai langkah.',
    en: 'The proofs shown do not cover what she owed. Record the proof of payment as a step.',
  },
  referred: {
    id: 'Belum ada langkah rujukan. Catat dulu ke mana ia dirujuk.',
    en: 'There is no referral among the steps. Record first where she was referred to.',
  },
  'written-off': {
    id: 'Pinjamannya belum dihapusbukukan. Lembaga melakukannya dari halaman pinjaman.',
    en: 'The loan was not written off. The lender does that from the loan’s page.',
  },
  'not-willing': { id: 'Pilih hasil lain.', en: 'Choose another result.' },
  mistake: { id: 'Pilih hasil lain.', en: 'Choose another result.' },
};

/** Refusals about the counselling of arrears. */
export const counsellingProblems = defineProblems('lending', {
  unknownCounselling: {
    status: 404,
    say: () => ({
      id: 'Pembinaan ini tidak ditemukan. Buka lagi dari daftar pembinaan.',
      en: 'This case was not found. Open it again from the list of cases.',
    }),
  },
  counsellingMixed: {
    status: 422,
    say: () => ({
      id: 'Pinjaman yang dipilih bukan dari kelompok yang sama. Buka pembinaannya satu per satu.',
      en: 'These loans are not of one lending group. Open the cases one by one.',
    }),
  },
  notInArrears: {
    status: 409,
    say: (d: { name: string; number: string }) => ({
      id: `${d.name} (${d.number}) tidak menunggak hari ini, jadi tidak perlu pembinaan. Muat ulang daftarnya.`,
      en: `${d.name} (${d.number}) has nothing overdue today and needs no counselling. Reload the list.`,
    }),
  },
  counsellingOpen: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Sudah ada pembinaan yang berjalan (${d.number}). Lanjutkan yang itu.`,
      en: `A case is open already (${d.number}). Go on with that one.`,
    }),
  },
  counsellingClosed: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Pembinaan ${d.number} sudah selesai. Bila tertinggal lagi, buka yang baru.`,
      en: `Case ${d.number} is closed. If she falls behind again, open a new one.`,
    }),
  },
  stepDay: {
    status: 422,
    field: 'on',
    say: (d: { openedOn: BusinessDate }) => ({
      id: `Tanggalnya belum tiba atau sebelum pembinaan dibuka (${formatDate(d.openedOn, 'id')}). Isi hari langkah itu dilakukan.`,
      en: `The date has not come, or lies before the case was opened (${formatDate(d.openedOn, 'en')}). Enter the day it was done.`,
    }),
  },
  nextLookPast: {
    status: 422,
    field: 'nextOn',
    say: () => ({
      id: 'Tanggal dilihat lagi harus sesudah hari ini.',
      en: 'The day to look at it again must come after today.',
    }),
  },
  promiseIncomplete: {
    status: 422,
    field: 'promisedOn',
    say: () => ({
      id: 'Janji bayar perlu jumlah dan tanggal, hari ini atau sesudahnya.',
      en: 'A promise needs an amount and a day, today or later.',
    }),
  },
  proofNotHere: {
    status: 409,
    field: 'kind',
    say: () => ({
      id: 'Pinjaman ini dibukukan di sini: catat setorannya di halaman pinjaman, bukan sebagai bukti.',
      en: 'This loan is kept here: record the payment on its page, not as a proof.',
    }),
  },
  proofAmount: {
    status: 422,
    field: 'amountRupiah',
    say: () => ({
      id: 'Isi jumlah pada bukti bayar itu.',
      en: 'Enter the amount on that proof of payment.',
    }),
  },
  resultNotSo: {
    status: 409,
    field: 'result',
    say: (d: { result: CounsellingResult }) => before[d.result],
  },
});

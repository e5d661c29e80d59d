import { formatDate } from '#kernel/date.ts';
import { defineProblems } from '#platform/command/problem.ts';

const day = (date: string) => ({ id: formatDate(date, 'id'), en: formatDate(date, 'en') });

/** What a loan's history can have wrong with it. */
export const replayProblems = defineProblems('lending', {
  eventTwice: {
    status: 409,
    say: (d: { id: string }) => ({
      id: `Kejadian "${d.id}" muncul dua kali. Beri setiap kejadian kode sendiri.`,
      en: `The event "${d.id}" stands there twice. Give every event an id of its own.`,
    }),
  },
  eventBeforeDisbursement: {
    status: 422,
    say: (d: { id: string; on: string; disbursedOn: string }) => ({
      id: `Kejadian "${d.id}" bertanggal ${day(d.on).id}, sebelum pencairan ${day(d.disbursedOn).id}. Periksa tanggalnya.`,
      en: `The event "${d.id}" is dated ${day(d.on).en}, before the disbursement on ${day(d.disbursedOn).en}. Check its date.`,
    }),
  },
  eventInFuture: {
    status: 422,
    say: (d: { id: string; on: string; asOf: string }) => ({
      id: `Kejadian "${d.id}" bertanggal ${day(d.on).id}, sesudah hari perhitungan ${day(d.asOf).id}. Periksa tanggalnya atau hitung per hari yang lebih akhir.`,
      en: `The event "${d.id}" is dated ${day(d.on).en}, after the day computed for, ${day(d.asOf).en}. Check its date or compute as of a later day.`,
    }),
  },
  eventWithoutAmount: {
    status: 422,
    say: (d: { id: string }) => ({
      id: `Jumlah kejadian "${d.id}" harus lebih dari nol. Untuk membatalkan, pakai pembalikan.`,
      en: `The amount of the event "${d.id}" must be above zero. To undo something, reverse it.`,
    }),
  },
  reversalOfUnknown: {
    status: 422,
    say: (d: { of: string }) => ({
      id: `Tidak ada kejadian "${d.of}" sebelum pembalikannya, atau kejadian itu sendiri pembalikan. Periksa kodenya.`,
      en: `There is no event "${d.of}" before its reversal, or it is a reversal itself. Check the id.`,
    }),
  },
  reversedTwice: {
    status: 409,
    say: (d: { of: string }) => ({
      id: `Kejadian "${d.of}" sudah dibalik. Catat kejadian baru bila uangnya ternyata diterima.`,
      en: `The event "${d.of}" is reversed already. Enter a new event if the money did arrive.`,
    }),
  },
  reversalTooEarly: {
    status: 422,
    say: (d: { of: string }) => ({
      id: `Pembalikan "${d.of}" bertanggal sebelum kejadian itu sendiri. Periksa tanggalnya.`,
      en: `The reversal of "${d.of}" is dated before the event itself. Check its date.`,
    }),
  },
});

import type { Words } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';

export const rightsProblems = defineProblems('registry', {
  unknownRequest: {
    status: 404,
    say: () => ({
      id: 'Permintaan ini tidak ditemukan. Kembali ke daftar permintaan lalu pilih lagi.',
      en: 'This request was not found. Go back to the list of requests and choose again.',
    }),
  },
  requestStands: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Permintaan yang sama sudah dicatat (${d.number}) dan belum dijawab. Jawab yang itu.`,
      en: `The same request stands already (${d.number}) and is not answered yet. Answer that one.`,
    }),
  },
  requestAnswered: {
    status: 409,
    say: (d: { by: string }) => ({
      id: `Permintaan ini sudah dijawab ${d.by}. Muat ulang halaman untuk membaca jawabannya.`,
      en: `${d.by} has answered this request. Reload the page to read the answer.`,
    }),
  },
  receivedInFuture: {
    status: 422,
    field: 'receivedOn',
    say: () => ({
      id: 'Hari itu belum tiba. Isi hari permintaannya diterima, paling lambat hari ini.',
      en: 'That day has not come. Give the day the request arrived, today at the latest.',
    }),
  },
  correctionNeeded: {
    status: 422,
    field: 'value',
    say: () => ({
      id: 'Tulis isian mana yang salah dan yang benarnya apa.',
      en: 'Say which field is wrong and what it should be.',
    }),
  },
  correctionUnreadable: {
    status: 422,
    field: 'value',
    say: (d: { why: Words }) => d.why,
  },
  erasureHeld: {
    status: 409,
    say: (d: { why: Words }) => ({
      id: `Datanya tidak boleh dihapus sekarang. ${d.why.id} Tolak dengan alasan itu, dan tawarkan pembatasan.`,
      en: `Her data may not be erased now. ${d.why.en} Refuse with that reason, and offer a restriction.`,
    }),
  },
  alreadyRestricted: {
    status: 409,
    say: () => ({
      id: 'Pemakaian datanya sudah dibatasi. Tidak ada yang perlu diubah.',
      en: 'The use of her data is restricted already. There is nothing to change.',
    }),
  },
  notRestricted: {
    status: 409,
    say: () => ({
      id: 'Pemakaian datanya tidak sedang dibatasi. Muat ulang halaman.',
      en: 'The use of her data is not restricted. Reload the page.',
    }),
  },
  nobodyThere: {
    status: 409,
    say: () => ({
      id: 'Data orang ini sudah dihapus atau digabung dengan catatan lain. Tolak permintaan ini dan jelaskan alasannya.',
      en: 'This person’s data is erased or merged into another record. Refuse the request and say why.',
    }),
  },
  holdInPast: {
    status: 422,
    field: 'untilOn',
    say: () => ({
      id: 'Hari itu sudah lewat. Isi sampai kapan datanya ditahan, paling cepat hari ini.',
      en: 'That day is past. Give until when her data is held, today at the earliest.',
    }),
  },
  unknownHold: {
    status: 404,
    say: () => ({
      id: 'Penahanan ini tidak ada atau sudah dicabut. Muat ulang halaman untuk melihat yang masih berlaku.',
      en: 'There is no such hold, or it was lifted. Reload the page to see those that stand.',
    }),
  },
});

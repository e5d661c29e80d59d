import { formatDate } from '#kernel/date.ts';
import { type Notice, notice } from '#kernel/parsed.ts';
import type { Words } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';

/** Every refusal about loans that partners keep and the files exchanged about them. */
export const partnerBookProblems = defineProblems('lending', {
  notAPartnerLender: {
    status: 409,
    field: 'institutionId',
    say: () => ({
      id: 'Lembaga ini tidak memegang buku pinjamannya sendiri. Pilih bank, BPR, atau PNM.',
      en: 'This institution does not keep loan books of its own. Choose a bank, BPR or PNM.',
    }),
  },
  nobodyToName: {
    status: 409,
    field: 'groupIds',
    say: (d: { without: number }) => ({
      id: `Tidak ada yang bisa diajukan: ${d.without} orang belum setuju datanya dibagikan ke lembaga ini, belum punya NIK, atau masih menunggu keputusan. Catat persetujuannya dulu.`,
      en: `There is nobody to name: ${d.without} people have not agreed to share with this lender, have no NIK, or still wait for a decision. Record their consent first.`,
    }),
  },
  allWithdrew: {
    status: 409,
    say: () => ({
      id: 'Semua orang di berkas ini sudah menarik persetujuannya, jadi tidak ada yang boleh diserahkan. Buat berkas baru.',
      en: 'Everybody in this file has withdrawn consent, so nothing may be handed over. Make a new file.',
    }),
  },
  unknownPartnerFile: {
    status: 404,
    say: () => ({
      id: 'Berkas tidak ditemukan. Buka lagi dari daftar berkas.',
      en: 'The file was not found. Open it again from the list of files.',
    }),
  },
  partnerFileWrongState: {
    status: 409,
    say: (d: { state: Words }) => ({
      id: `Berkas ini sudah ${d.state.id}. Muat ulang halaman untuk melihat keadaan terakhir.`,
      en: `This file is ${d.state.en}. Reload the page to see how it stands.`,
    }),
  },
  olderFile: {
    status: 409,
    field: 'file',
    say: (d: { asOf: string; last: string }) => ({
      id: `Berkas ini per ${formatDate(d.asOf, 'id')}, padahal yang per ${formatDate(d.last, 'id')} sudah diterapkan. Berkas lama tidak diterapkan di atas yang baru.`,
      en: `This file is of ${formatDate(d.asOf, 'en')}, and the one of ${formatDate(d.last, 'en')} was applied already. An old file is not applied over a newer one.`,
    }),
  },
  linesWrong: {
    status: 409,
    say: (d: { count: number }) => ({
      id: `${d.count} baris salah, jadi belum ada yang diterapkan. Unduh daftar barisnya, minta lembaga memperbaiki, lalu kirim lagi.`,
      en: `${d.count} lines are wrong, so nothing was applied. Download them, have the lender correct them, and send the file again.`,
    }),
  },
  linesUnknown: {
    status: 409,
    say: (d: { count: number }) => ({
      id: `${d.count} baris tentang pinjaman atau calon yang tidak kami kenal. Belum ada yang diterapkan. Minta keputusan kreditnya dulu, atau pilih untuk mengesampingkan baris itu.`,
      en: `${d.count} lines are about loans or candidates we do not know. Nothing was applied. Ask for their decisions first, or choose to leave those lines aside.`,
    }),
  },
  termsImpossibleFor: {
    status: 422,
    say: (d: { number: string; why: string }) => ({
      id: `Jadwal pinjaman ${d.number} tidak bisa dihitung dari ketentuannya. Periksa bunga, jumlah angsuran, dan templat keputusan lembaga.`,
      en: `No schedule can be computed for loan ${d.number} (${d.why}). Check its rate, its instalments and the lender’s decision template.`,
    }),
  },
  noLoanTerms: {
    status: 409,
    say: (d: { lender: string }) => ({
      id: `Templat keputusan ${d.lender} belum menyebut ketentuan pinjamannya (cara bunga, angsuran). Lengkapi templatnya.`,
      en: `The decision template of ${d.lender} does not say its loan terms (interest method, instalments). Complete the template.`,
    }),
  },
});

/** What only the books can tell of a line. */
export const judgedProblems = {
  unknownReference: (reference: string): Notice =>
    notice(
      'line.unknown-reference',
      `Rujukan ${reference} tidak pernah kami kirim ke lembaga ini.`,
      `We never sent the reference ${reference} to this lender.`,
    ),
  unknownLoan: (number: string): Notice =>
    notice(
      'line.unknown-loan',
      `Pinjaman ${number} tidak kami kenal; keputusan kreditnya belum diterima.`,
      `We do not know loan ${number}; its decision has not come.`,
    ),
  loanOfAnother: (number: string): Notice =>
    notice(
      'line.loan-of-another',
      `Nomor pinjaman ${number} sudah dipakai untuk orang lain.`,
      `The loan number ${number} belongs to another person already.`,
    ),
  decidedOtherwise: (): Notice =>
    notice(
      'line.decided-otherwise',
      'Calon ini sudah diputuskan lain. Minta lembaga meluruskan.',
      'This candidate was decided otherwise before. Ask the lender to set it right.',
    ),
  loanChanged: (): Notice =>
    notice(
      'line.loan-changed',
      'Plafon atau tanggal cair pinjaman ini berbeda dari yang pernah dikirim.',
      'The principal or day of this loan differs from what was sent before.',
    ),
  saidOtherwise: (): Notice =>
    notice(
      'line.said-otherwise',
      'Nomor transaksi ini pernah dikirim dengan isi lain.',
      'This transaction number was sent before with other amounts.',
    ),
  beforeLoan: (disbursedOn: string): Notice =>
    notice(
      'line.before-loan',
      `Dibayar sebelum pinjaman cair (${formatDate(disbursedOn, 'id')}).`,
      `Paid before the loan was disbursed (${formatDate(disbursedOn, 'en')}).`,
    ),
  afterFile: (asOf: string): Notice =>
    notice(
      'line.after-file',
      `Tanggalnya setelah posisi berkas (${formatDate(asOf, 'id')}).`,
      `It is dated after the file’s own day (${formatDate(asOf, 'en')}).`,
    ),
  moreThanPrincipal: (): Notice =>
    notice(
      'line.more-than-principal',
      'Baki debet melebihi plafonnya.',
      'The outstanding amount is more than the principal.',
    ),
};

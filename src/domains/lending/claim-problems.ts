import { formatRupiah } from '#kernel/money.ts';
import { defineProblems } from '#platform/command/problem.ts';

/** Refusals about what members owe each other under joint liability. */
export const claimProblems = defineProblems('lending', {
  unknownClaim: {
    status: 404,
    say: () => ({
      id: 'Utang antaranggota ini tidak ditemukan. Muat ulang halaman lalu pilih lagi.',
      en: 'This claim between members was not found. Reload the page and choose again.',
    }),
  },
  unknownLendingGroup: {
    status: 404,
    say: () => ({
      id: 'Kelompok tanggung renteng tidak ditemukan. Buka lagi dari halaman kelompok.',
      en: 'The joint-liability group was not found. Open it again from the group’s page.',
    }),
  },
  claimMoreThanOwed: {
    status: 422,
    field: 'amountRupiah',
    say: (d: { owed: bigint }) => ({
      id: `Jumlahnya melebihi utang kepada anggota lain: yang masih terutang ${formatRupiah(d.owed, 'id')}. Kurangi jumlahnya.`,
      en: `That is more than she owes other members: ${formatRupiah(d.owed, 'en')} is still owed. Enter less.`,
    }),
  },
  claimNotOpen: {
    status: 409,
    say: () => ({
      id: 'Utang antaranggota ini sudah selesai, jadi tidak ada lagi yang dibayar atau direlakan. Muat ulang halaman.',
      en: 'This claim is settled already; nothing is left to repay or forgive. Reload the page.',
    }),
  },
  claimBeforeCover: {
    status: 422,
    field: 'on',
    say: () => ({
      id: 'Tanggalnya sebelum angsuran itu ditanggung, atau belum tiba. Isi tanggal uang diserahkan.',
      en: 'The date lies before the instalment was covered, or has not come. Enter the day the money changed hands.',
    }),
  },
  creditorMustAgree: {
    status: 422,
    field: 'creditorAgrees',
    say: () => ({
      id: 'Hanya anggota yang menanggung boleh merelakan. Centang bila ia sendiri sudah menyatakannya.',
      en: 'Only the member who covered may forgive. Tick the box if she has said so herself.',
    }),
  },
  orderIncomplete: {
    status: 422,
    field: 'claimIds',
    say: () => ({
      id: 'Urutan harus memuat setiap utang yang masih terbuka di kelompok ini, masing-masing sekali. Muat ulang halaman lalu urutkan lagi.',
      en: 'The order must name each open claim of this group once. Reload the page and order them again.',
    }),
  },
  claimEntryUnknown: {
    status: 409,
    say: () => ({
      id: 'Catatan ini tidak ada atau sudah pernah dibatalkan. Muat ulang halaman untuk melihat riwayatnya.',
      en: 'This entry does not exist or was already reversed. Reload the page to see its history.',
    }),
  },
  coverPartlyRepaid: {
    status: 409,
    say: () => ({
      id: 'Tanggungan ini sudah dicicil atau direlakan sebagian, jadi angsurannya belum bisa dibatalkan. Batalkan dulu catatan pada utang antaranggotanya.',
      en: 'This cover was partly repaid or forgiven, so its instalment cannot be reversed yet. Reverse the entries of the claim first.',
    }),
  },
});

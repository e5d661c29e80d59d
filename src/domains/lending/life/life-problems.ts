import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import { defineProblems } from '#platform/command/problem.ts';

/** Refusals about what happens to a loan after its disbursement. */
export const lifeProblems = defineProblems('lending', {
  doesNotFit: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Setelah ini uang yang sudah dibayar pada ${d.number} tidak lagi punya tempat di jadwalnya. Batalkan dulu setoran yang lebih baru, atau kembalikan kelebihan bayarnya.`,
      en: `After this, money already paid on ${d.number} would have no place in its schedule. Reverse newer repayments first, or refund what was overpaid.`,
    }),
  },
  waiverDoesNotFit: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Biaya atau denda pada ${d.number} yang sudah dibebaskan akan terbayar atau hilang karena catatan ini. Batalkan dulu pembebasannya, catat ini, lalu bebaskan lagi yang masih tersisa.`,
      en: `This would pay or remove a fee or penalty on ${d.number} that was already waived. Reverse the waiver first, enter this, then waive what is left.`,
    }),
  },
  seenChanged: {
    status: 409,
    say: () => ({
      id: 'Pinjaman ini berubah sejak halaman dibuka: orang lain baru saja mencatat sesuatu. Muat ulang halaman, periksa, lalu kirim lagi.',
      en: 'This loan has changed since the page was opened: somebody has just recorded something. Reload the page, look, and send it again.',
    }),
  },
  nothingToChange: {
    status: 409,
    say: (d: { number: string; name: string }) => ({
      id: `Pada pinjaman ${d.number} (${d.name}) tidak ada angsuran mendatang yang berubah. Pilih perubahan lain, atau keluarkan pinjaman itu.`,
      en: `Nothing still to come changes on loan ${d.number} (${d.name}). Choose another change, or leave that loan out.`,
    }),
  },
  notAsShown: {
    status: 409,
    say: (d: { number: string; name: string }) => ({
      id: `Pinjaman ${d.number} (${d.name}) tidak lagi seperti saat dilihat: ada setoran atau hari yang berganti. Buka lagi halaman Andai, periksa, lalu usulkan lagi.`,
      en: `Loan ${d.number} (${d.name}) is no longer as it was shown: something was paid, or a day has passed. Open What if again, look, and propose it again.`,
    }),
  },
  severalLenders: {
    status: 422,
    say: () => ({
      id: 'Pinjaman dari beberapa lembaga tidak bisa diubah sekaligus. Usulkan per lembaga.',
      en: 'Loans of several lenders cannot be changed at once. Propose it lender by lender.',
    }),
  },
  notRunning: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Pinjaman ${d.number} tidak sedang berjalan, jadi langkah ini tidak berlaku. Muat ulang halaman untuk melihat keadaannya.`,
      en: `Loan ${d.number} is not running, so this step does not apply. Reload the page to see how it stands.`,
    }),
  },
  notWrittenOff: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Pinjaman ${d.number} tidak dihapusbukukan, atau tagihannya sudah selesai. Catat sebagai angsuran biasa.`,
      en: `Loan ${d.number} is not written off, or its claim is settled. Record an ordinary repayment.`,
    }),
  },
  moreThanClaim: {
    status: 422,
    field: 'amountRupiah',
    say: (d: { left: bigint }) => ({
      id: `Jumlahnya melebihi tagihan yang tersisa, ${formatRupiah(d.left, 'id')}. Kurangi jumlahnya.`,
      en: `That is more than is still claimed, ${formatRupiah(d.left, 'en')}. Enter less.`,
    }),
  },
  moreThanOpen: {
    status: 422,
    field: 'amountRupiah',
    say: (d: { open: bigint }) => ({
      id: `Yang masih bisa dibebaskan dari bagian ini ${formatRupiah(d.open, 'id')}. Kurangi jumlahnya.`,
      en: `Only ${formatRupiah(d.open, 'en')} of this part can still be waived. Enter less.`,
    }),
  },
  nothingInHand: {
    status: 422,
    say: (d: { number: string; kept: bigint }) => ({
      id: `Potongan dan simpanan ${d.number}, ${formatRupiah(d.kept, 'id')}, menghabiskan uang yang dicairkan. Cairkan bagian pertama yang lebih besar.`,
      en: `What is kept back and set aside of ${d.number}, ${formatRupiah(d.kept, 'en')}, uses up what is handed out. Hand out a larger first part.`,
    }),
  },
  chargeDue: {
    status: 422,
    field: 'dueOn',
    say: (d: { on: string }) => ({
      id: `Jatuh temponya tidak boleh sebelum ${formatDate(d.on, 'id')}, hari biaya itu timbul. Pilih tanggal lain.`,
      en: `It cannot be due before ${formatDate(d.on, 'en')}, the day it arises. Choose another date.`,
    }),
  },
  noSuchEntry: {
    status: 404,
    say: () => ({
      id: 'Catatan ini bukan bagian dari riwayat pinjaman. Muat ulang halaman lalu pilih lagi.',
      en: 'This entry is not part of the loan’s history. Reload the page and choose again.',
    }),
  },
  alreadyReversed: {
    status: 409,
    say: () => ({
      id: 'Catatan ini sudah pernah dibatalkan. Muat ulang halaman untuk melihat pembatalannya.',
      en: 'This entry was already reversed. Reload the page to see its reversal.',
    }),
  },
  reversalStays: {
    status: 409,
    say: () => ({
      id: 'Pembatalan tidak bisa dibatalkan. Catat lagi kejadian aslinya sebagai catatan baru.',
      en: 'A reversal is not reversed. Enter the original event again as a new entry.',
    }),
  },
  cannotReverse: {
    status: 409,
    say: () => ({
      id: 'Catatan semacam ini tidak dibatalkan sendiri. Batalkan catatan yang menimbulkannya.',
      en: 'An entry of this kind is not reversed by itself. Reverse the entry that caused it.',
    }),
  },
  reverseNewerFirst: {
    status: 409,
    say: () => ({
      id: 'Ada perubahan yang lebih baru yang bertumpu pada catatan ini. Batalkan dulu yang paling baru.',
      en: 'Something newer rests on this entry. Reverse the newest first.',
    }),
  },
  amountDiffers: {
    status: 409,
    say: (d: { amount: bigint }) => ({
      id: `Jumlah catatan itu ${formatRupiah(d.amount, 'id')}, bukan yang tertulis di formulir. Muat ulang halaman.`,
      en: `That entry is of ${formatRupiah(d.amount, 'en')}, not what the form says. Reload the page.`,
    }),
  },
  overProduct: {
    status: 422,
    field: 'amountRupiah',
    say: (d: { most: bigint }) => ({
      id: `Dengan tambahan ini pinjamannya melebihi batas: paling banyak masih ${formatRupiah(d.most, 'id')}. Kurangi jumlahnya.`,
      en: `With this the loan would pass its limit: at most ${formatRupiah(d.most, 'en')} more. Enter less.`,
    }),
  },
  principalPaid: {
    status: 409,
    say: (d: { number: string; left: bigint }) => ({
      id: `Pokok ${d.number} sudah lunas; yang tersisa hanya jasa, biaya, atau denda, ${formatRupiah(d.left, 'id')}. Terima pembayarannya atau bebaskan, tanpa jadwal baru.`,
      en: `The principal of ${d.number} is paid; only interest, fees or penalties are left, ${formatRupiah(d.left, 'en')}. Take that payment or waive it; no new schedule is needed.`,
    }),
  },
  newScheduleImpossible: {
    status: 422,
    say: (d: { why: string }) => ({
      id: 'Jadwal baru tidak bisa dihitung dari ketentuan ini. Periksa jumlah angsuran, jasa, dan tanggal angsuran pertamanya.',
      en: `The new schedule cannot be computed from these terms (${d.why}). Check instalments, rate and first due date.`,
    }),
  },
  tillShort: {
    status: 409,
    say: (d: { needed: bigint }) => ({
      id: `Kas di brankas kurang untuk mengeluarkan ${formatRupiah(d.needed, 'id')}. Setorkan dulu kas ke brankas, lalu ulangi.`,
      en: `The till is short of the ${formatRupiah(d.needed, 'en')} to be paid out. Bring cash to the till first, then try again.`,
    }),
  },
  keepsNoSavings: {
    status: 422,
    say: () => ({
      id: 'Lembaga ini hanya meminjamkan; yang boleh menyimpan uang anggota hanya koperasi (UU 25/1992) dan LKM (UU 1/2013). Kembalikan kelebihannya tunai, atau catat sebagai kelebihan bayar.',
      en: 'This lender only lends; members’ savings may be held by a cooperative (UU 25/1992) or a microfinance institution (UU 1/2013) alone. Give the rest back in cash, or keep it until it is refunded.',
    }),
  },
  nothingOverpaid: {
    status: 422,
    field: 'amountRupiah',
    say: (d: { overpaid: bigint }) => ({
      id: `Kelebihan bayar pada pinjaman ini ${formatRupiah(d.overpaid, 'id')}. Kembalikan paling banyak sebesar itu.`,
      en: `${formatRupiah(d.overpaid, 'en')} is overpaid on this loan. Refund at most that.`,
    }),
  },
  payoffDiffers: {
    status: 409,
    say: (d: { payoff: bigint }) => ({
      id: `Pelunasannya sekarang ${formatRupiah(d.payoff, 'id')}. Periksa lagi penawarannya, lalu kirim lagi.`,
      en: `It now takes ${formatRupiah(d.payoff, 'en')} to pay it off. Look at the quote again, then send it again.`,
    }),
  },
  creditorTooMuch: {
    status: 422,
    field: 'takeOvers',
    say: (d: { name: string }) => ({
      id: `Yang dibayarkan ke pemberi pinjaman lama untuk ${d.name} melebihi uang yang cair. Kurangi jumlahnya.`,
      en: `What goes to the old creditor of ${d.name} is more than is handed out. Enter less.`,
    }),
  },
  planTooLate: {
    status: 409,
    field: 'on',
    say: (d: { on: string }) => ({
      id: `Sejak ${formatDate(d.on, 'id')} sudah ada catatan lain pada pinjaman ini, jadi jadwal baru tidak bisa mulai dari hari itu. Catat untuk angsuran berikutnya, atau pakai tanggal hari ini.`,
      en: `Something else has been entered on this loan since ${formatDate(d.on, 'en')}, so no new schedule can begin on that day. Enter it for the next instalments, or use today’s date.`,
    }),
  },
  noPrepayment: {
    status: 422,
    field: 'amountRupiah',
    say: () => ({
      id: 'Setoran ini tidak melebihi tagihan hari ini, jadi jadwalnya tidak berubah. Catat sebagai angsuran biasa.',
      en: 'This is not more than is due today, so the schedule does not change. Record an ordinary repayment.',
    }),
  },
});

import { type Borrowers, borrowersWords } from './borrowers.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';

const rupiah = (amount: bigint) => ({
  id: formatRupiah(amount, 'id'),
  en: formatRupiah(amount, 'en'),
});
const day = (date: string) => ({ id: formatDate(date, 'id'), en: formatDate(date, 'en') });

const offering = defineProblems('lending', {
  productCodeTaken: {
    status: 409,
    field: 'code',
    say: (d: { code: string }) => ({
      id: `Kode produk "${d.code}" sudah dipakai. Pilih kode lain, misalnya dengan menambah tahun.`,
      en: `The product code "${d.code}" is taken. Choose another, for instance with the year added.`,
    }),
  },
  termsImpossible: {
    status: 422,
    field: 'terms.installments',
    say: (d: { why: string }) => ({
      id: `Jadwal angsuran tidak bisa dihitung dari ketentuan ini. Periksa bunga, jumlah angsuran, dan jadwalnya.`,
      en: `No schedule can be computed from these terms (${d.why}). Check the rate, the number of instalments and the schedule.`,
    }),
  },
  setAsideNowhere: {
    status: 422,
    field: 'compulsorySavingsPercent',
    say: () => ({
      id: 'Lembaga ini hanya meminjamkan, jadi tidak ada yang boleh menyimpan simpanan wajibnya (UU 25/1992, UU 1/2013). Isi 0.',
      en: 'This lender only lends, so nobody may hold the compulsory savings (UU 25/1992, UU 1/2013). Enter 0.',
    }),
  },
  closureOver: {
    status: 422,
    field: 'to',
    say: (d: { to: string }) => ({
      id: `Libur ini sudah lewat ${day(d.to).id}. Catat libur yang masih akan datang.`,
      en: `This closure was over on ${day(d.to).en}. Write down one that is still to come.`,
    }),
  },
  unknownProduct: {
    status: 404,
    say: () => ({
      id: 'Produk ini tidak ada, atau milik lembaga lain. Pilih lagi dari daftar produk.',
      en: 'There is no such product, or it is another lender’s. Choose it again from the list of products.',
    }),
  },
  unknownOffer: {
    status: 404,
    say: () => ({
      id: 'Tawaran ini tidak ada. Pilih lagi dari daftar harga.',
      en: 'There is no such offer. Choose it again from the list of prices.',
    }),
  },
  offerTaken: {
    status: 409,
    say: () => ({
      id: 'Tawaran ini sudah dicatat. Muat ulang daftar harga.',
      en: 'This offer is written down already. Reload the list of prices.',
    }),
  },
  offerEnded: {
    status: 409,
    say: (d: { name: string; on: string }) => ({
      id: `Tawaran ${d.name} sudah berakhir ${day(d.on).id}. Catat tawaran baru bila masih ada.`,
      en: `The offer ${d.name} ended on ${day(d.on).en}. Write down a new one if it still stands.`,
    }),
  },
  offerEndsTooSoon: {
    status: 422,
    field: 'validTo',
    say: (d: { from: string }) => ({
      id: `Tawaran ini mulai berlaku ${day(d.from).id}; hari terakhirnya tidak bisa lebih awal.`,
      en: `This offer begins on ${day(d.from).en}; its last day cannot be earlier.`,
    }),
  },
  productNotOffered: {
    status: 409,
    field: 'productId',
    say: () => ({
      id: 'Produk ini tidak sedang ditawarkan. Pilih produk yang masih berlaku hari ini.',
      en: 'This product is not on offer. Choose one that is valid today.',
    }),
  },
});

const applying = defineProblems('lending', {
  unknownGroup: {
    status: 404,
    field: 'groupId',
    say: () => ({
      id: 'Kelompok tidak ditemukan di kota ini. Pilih lagi dari daftar kelompok.',
      en: 'The group was not found in this city. Choose it again from the list of groups.',
    }),
  },
  groupNotRecognised: {
    status: 409,
    field: 'groupId',
    say: (d: { name: string }) => ({
      id: `Kelompok ${d.name} belum dikukuhkan atau sedang dibekukan. Pembiayaan bisa diajukan setelah kelompok dikukuhkan.`,
      en: `The group ${d.name} is not recognised yet or is frozen. It can apply once it is recognised.`,
    }),
  },
  productNotFor: {
    status: 409,
    field: 'productId',
    say: (d: { name: string; borrowers: Borrowers }) => ({
      id: `Produk ${d.name} hanya untuk ${borrowersWords[d.borrowers].id}. Pilih produk lain, atau ajukan dengan cara itu.`,
      en: `The product ${d.name} is only for ${borrowersWords[d.borrowers].en}. Choose another product, or apply that way.`,
    }),
  },
  unknownBorrower: {
    status: 404,
    say: () => ({
      id: 'Orang itu tidak ada di daftar. Cari lagi namanya, atau daftarkan lebih dulu.',
      en: 'That person is not on the register. Search for her again, or enter her first.',
    }),
  },
  notInGroup: {
    status: 409,
    field: 'members',
    say: (d: { count: number }) => ({
      id: `${d.count} orang bukan anggota aktif kelompok ini. Muat ulang daftar anggota lalu pilih lagi.`,
      en: `${d.count} of them are not active members of this group. Reload the members and choose again.`,
    }),
  },
  needsPeers: {
    status: 422,
    field: 'members',
    say: (d: { least: number }) => ({
      id: `Tanggung renteng memerlukan sedikitnya ${d.least} anggota. Tambahkan anggota lain ke pengajuan.`,
      en: `Joint liability needs at least ${d.least} members. Add other members to the application.`,
    }),
  },
  amountOutsideProduct: {
    status: 422,
    field: 'members',
    say: (d: { name: string; minimum: bigint; maximum: bigint; step: bigint }) => ({
      id: `Jumlah untuk ${d.name} harus ${rupiah(d.minimum).id} sampai ${rupiah(d.maximum).id}, kelipatan ${rupiah(d.step).id}.`,
      en: `The amount for ${d.name} must be ${rupiah(d.minimum).en} to ${rupiah(d.maximum).en}, in steps of ${rupiah(d.step).en}.`,
    }),
  },
  firstDueTooSoon: {
    status: 422,
    field: 'firstDueOn',
    say: (d: { firstDueOn: string; after: string }) => ({
      id: `Angsuran pertama (${day(d.firstDueOn).id}) harus sesudah ${day(d.after).id}. Pilih tanggal pertemuan berikutnya.`,
      en: `The first instalment (${day(d.firstDueOn).en}) must fall after ${day(d.after).en}. Choose the date of the next meeting.`,
    }),
  },
  firstDueTooFar: {
    status: 422,
    field: 'firstDueOn',
    say: (d: { firstDueOn: string; latest: string }) => ({
      id: `Angsuran pertama (${day(d.firstDueOn).id}) terlalu jauh; paling lambat ${day(d.latest).id}. Periksa tahunnya.`,
      en: `The first instalment (${day(d.firstDueOn).en}) is too far ahead; ${day(d.latest).en} at the latest. Check the year.`,
    }),
  },
  unknownApplication: {
    status: 404,
    say: () => ({
      id: 'Pengajuan tidak ditemukan. Buka lagi dari daftar pengajuan.',
      en: 'The application was not found. Open it again from the list of applications.',
    }),
  },
  wrongState: {
    status: 409,
    say: (d: { number: string; state: Words; needed: Words }) => ({
      id: `Pengajuan ${d.number} berstatus ${d.state.id}; langkah ini untuk pengajuan yang ${d.needed.id}. Muat ulang halaman untuk melihat keadaan terakhir.`,
      en: `Application ${d.number} is ${d.state.en}; this step is for one that is ${d.needed.en}. Reload the page to see how it stands.`,
    }),
  },
  ownApplication: {
    status: 403,
    say: () => ({
      id: 'Orang yang mengajukan tidak boleh ikut memutuskan. Mintalah petugas lembaga yang lain.',
      en: 'Whoever handed in an application may not decide on it. Ask another officer of the lender.',
    }),
  },
  ownRecommendation: {
    status: 403,
    say: () => ({
      id: 'Yang merekomendasikan tidak boleh menyetujui. Mintalah penyetuju yang lain.',
      en: 'Whoever recommended it may not approve it. Ask another approver.',
    }),
  },
});

const disbursing = defineProblems('lending', {
  alreadyDisbursed: {
    status: 409,
    say: (d: { number: string; on: string }) => ({
      id: `Pengajuan ${d.number} sudah dicairkan pada ${day(d.on).id} dan tidak bisa dicairkan dua kali. Buka pembiayaannya untuk melihat jadwal.`,
      en: `Application ${d.number} was disbursed on ${day(d.on).en} and cannot be disbursed twice. Open its loans to see the schedules.`,
    }),
  },
  tillTooSmall: {
    status: 409,
    say: (d: { needed: bigint }) => ({
      id: `Kas di brankas kurang: pencairan ini memerlukan ${rupiah(d.needed).id} tunai. Setorkan kas pertemuan ke brankas atau tambah modal, lalu cairkan lagi.`,
      en: `The till is short: this disbursement needs ${rupiah(d.needed).en} in cash. Bring the meetings’ cash to the till or add capital, then disburse again.`,
    }),
  },
});

const repaying = defineProblems('lending', {
  unknownLoan: {
    status: 404,
    say: () => ({
      id: 'Pembiayaan tidak ditemukan. Buka lagi dari daftar pembiayaan.',
      en: 'The loan was not found. Open it again from the list of loans.',
    }),
  },
  loanNotActive: {
    status: 409,
    say: (d: { number: string; name: string }) => ({
      id: `Pembiayaan ${d.number} atas nama ${d.name} sudah tidak berjalan, jadi tidak menerima angsuran. Periksa nomornya.`,
      en: `Loan ${d.number} of ${d.name} is no longer running and takes no repayment. Check the number.`,
    }),
  },
  moreThanDebt: {
    status: 422,
    field: 'amountRupiah',
    say: (d: { name: string; number: string; payoff: bigint }) => ({
      id: `Setoran melebihi sisa utang ${d.name} (${d.number}): pelunasannya ${rupiah(d.payoff).id}. Kurangi setoran atau simpan kelebihannya.`,
      en: `The repayment is more than ${d.name} still owes (${d.number}): ${rupiah(d.payoff).en} pays it off. Take less or save the rest.`,
    }),
  },
  futureDate: {
    status: 422,
    field: 'on',
    say: (d: { on: string }) => ({
      id: `Tanggal ${day(d.on).id} belum tiba. Isi tanggal uang diterima.`,
      en: `The date ${day(d.on).en} has not come yet. Enter the day the money was received.`,
    }),
  },
  beforeDisbursement: {
    status: 422,
    field: 'on',
    say: (d: { on: string; disbursedOn: string }) => ({
      id: `Tanggal ${day(d.on).id} sebelum pencairan (${day(d.disbursedOn).id}). Isi tanggal uang diterima.`,
      en: `The date ${day(d.on).en} is before the disbursement (${day(d.disbursedOn).en}). Enter the day the money was received.`,
    }),
  },
  coversHerself: {
    status: 422,
    say: (d: { name: string }) => ({
      id: `${d.name} tidak bisa menanggung angsurannya sendiri. Catat sebagai setorannya sendiri.`,
      en: `${d.name} cannot cover her own instalment. Record it as her own payment.`,
    }),
  },
  coverAgreedLater: {
    status: 422,
    field: 'agreedOn',
    say: (d: { agreedOn: string }) => ({
      id: `Tanggal ${day(d.agreedOn).id} belum tiba. Isi hari kelompok menyepakatinya.`,
      en: `${day(d.agreedOn).en} has not come yet. Enter the day on which the group agreed.`,
    }),
  },
  coverByStranger: {
    status: 422,
    say: (d: { name: string }) => ({
      id: `Yang menanggung ${d.name} bukan anggota tanggung renteng yang sama. Pilih anggota dari kelompok pembiayaan yang sama.`,
      en: `Whoever covers ${d.name} does not share joint liability with her. Choose a member of the same lending group.`,
    }),
  },
  coverMoreThanDue: {
    status: 422,
    say: (d: { name: string; number: string; due: bigint }) => ({
      id: `Yang perlu ditanggung untuk ${d.name} (${d.number}) tinggal ${rupiah(d.due).id}. Kurangi tanggungannya.`,
      en: `Only ${rupiah(d.due).en} is left to cover for ${d.name} (${d.number}). Cover less.`,
    }),
  },
  loanMoved: {
    status: 409,
    say: () => ({
      id: 'Ada setoran lain yang baru saja masuk pada pembiayaan yang sama. Muat ulang halaman lalu kirim lagi.',
      en: 'Another repayment has just reached one of these loans. Reload the page and send it again.',
    }),
  },
});

const closingDays = defineProblems('lending', {
  unknownBook: {
    status: 404,
    say: () => ({
      id: 'Buku itu tidak ada. Pilih lembaga yang bukunya dikelola di sini.',
      en: 'There is no such book. Choose an institution whose books are kept here.',
    }),
  },
  dayToCome: {
    status: 422,
    field: 'until',
    say: (d: { day: string }) => ({
      id: `Hari ${day(d.day).id} belum tiba, jadi belum bisa ditutup. Pilih hari ini atau sebelumnya.`,
      en: `${day(d.day).en} has not come yet and cannot be closed. Choose today or an earlier day.`,
    }),
  },
  earlierDayOpen: {
    status: 409,
    say: (d: { day: string; open: string }) => ({
      id: `Hari ditutup berurutan: tutup ${day(d.open).id} dahulu, baru ${day(d.day).id}.`,
      en: `Days close in order: close ${day(d.open).en} first, then ${day(d.day).en}.`,
    }),
  },
  nothingToClose: {
    status: 409,
    say: (d: { until: string }) => ({
      id: `Semua hari sampai ${day(d.until).id} sudah ditutup. Tidak ada yang perlu dilakukan.`,
      en: `Every day until ${day(d.until).en} is closed. Nothing needs to be done.`,
    }),
  },
  gradeTableTaken: {
    status: 409,
    field: 'validFrom',
    say: (d: { validFrom: string }) => ({
      id: `Sudah ada tabel yang berlaku mulai ${day(d.validFrom).id} untuk pemberi pinjaman dan frekuensi ini. Pilih tanggal mulai yang lain.`,
      en: `There is a table valid from ${day(d.validFrom).en} for this lender and frequency. Choose another first day.`,
    }),
  },
  gradesOutOfOrder: {
    status: 422,
    field: 'lines',
    say: () => ({
      id: 'Baris tabel harus makin buruk dan makin lama ke bawah: periksa urutan kolektibilitas dan jumlah harinya.',
      en: 'The lines of a table must get worse and later downwards: check the order of the grades and their days.',
    }),
  },
});

/** Every refusal of the lending domain. */
export const lendingProblems = {
  ...offering,
  ...applying,
  ...disbursing,
  ...repaying,
  ...closingDays,
};

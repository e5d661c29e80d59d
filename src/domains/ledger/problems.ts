import { formatDate, monthName } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';

/** `2026-11` as people write it. */
const monthOf = (month: string, lang: Lang) =>
  `${monthName(Number(month.slice(5, 7)), lang)} ${month.slice(0, 4)}`;

export const ledgerProblems = defineProblems('ledger', {
  doesNotBalance: {
    status: 409,
    say: () => ({
      id: 'Jurnal tidak seimbang, jadi tidak dibukukan. Laporkan kejadian ini kepada pengelola sistem.',
      en: 'The journal does not balance, so it was not posted. Report this to the operator.',
    }),
  },
  foreignAccount: {
    status: 409,
    say: () => ({
      id: 'Ada akun yang bukan milik buku ini. Muat ulang halaman lalu pilih lagi.',
      en: 'An account does not belong to this book. Reload the page and choose again.',
    }),
  },
  dayClosed: {
    status: 409,
    say: () => ({
      id: 'Hari pembukuan itu sudah ditutup. Bukukan pada hari yang masih terbuka; tanggal nilai boleh mundur.',
      en: 'That business day is closed. Post on an open day; the value date may lie in the past.',
    }),
  },
  dayNotOver: {
    status: 422,
    field: 'day',
    say: (d: { day: string }) => ({
      id: `Tanggal ${d.day} belum tiba. Tutup buku paling jauh sampai hari ini.`,
      en: `${d.day} has not come yet. Close the books up to today at most.`,
    }),
  },
  dayNotBegun: {
    status: 409,
    say: (d: { day: string }) => ({
      id: `Penutupan tanggal ${d.day} belum dimulai. Mulai tutup hari dari awal.`,
      en: `The close of ${d.day} has not begun. Start the day close from its beginning.`,
    }),
  },
  booksDiffer: {
    status: 409,
    say: (d: { difference: string }) => ({
      id: `Buku tidak bisa ditutup: ada saldo yang tidak sama dengan jurnalnya (${d.difference}). Jalankan naik verify dan laporkan kepada pengelola sistem.`,
      en: `The books cannot be closed: a balance differs from its journals (${d.difference}). Run naik verify and report it to the operator.`,
    }),
  },
  alreadyReversed: {
    status: 409,
    say: () => ({
      id: 'Jurnal ini sudah pernah dibatalkan. Buka riwayatnya untuk melihat pembatalannya.',
      en: 'This journal was already reversed. Open its history to see the reversal.',
    }),
  },
  overdrawn: {
    status: 409,
    say: () => ({
      id: 'Saldo tidak cukup: jumlahnya melebihi yang ada di akun. Periksa jumlah lalu coba lagi.',
      en: 'The balance is too small: the amount is more than the account holds. Check the amount and try again.',
    }),
  },
  noBook: {
    status: 404,
    say: () => ({
      id: 'Pembukuan lembaga ini tidak dikelola di sini. Pilih lembaga yang bukunya dikelola di sini.',
      en: 'This institution’s books are not kept here. Choose one whose books are.',
    }),
  },
  bookExists: {
    status: 409,
    field: 'code',
    say: (d: { code: string }) => ({
      id: `Lembaga ini sudah punya buku di sini, atau kode "${d.code}" sudah dipakai. Periksa lembaganya atau pilih kode lain.`,
      en: `This institution already has books here, or the code "${d.code}" is taken. Check the institution or choose another code.`,
    }),
  },
  opensInFuture: {
    status: 422,
    field: 'openedOn',
    say: (d: { openedOn: string }) => ({
      id: `Tanggal buka buku ${d.openedOn} belum tiba. Isi tanggal hari ini atau sebelumnya.`,
      en: `The opening date ${d.openedOn} has not come yet. Enter today or an earlier date.`,
    }),
  },
  wrongLines: {
    status: 422,
    say: (d: { issues: readonly { field: string; message: string }[] }) => ({
      id: `Ada baris yang belum benar (${d.issues.length}). Perbaiki yang ditandai, lalu kirim lagi.`,
      en: `Some lines are not right yet (${d.issues.length}). Mend those marked and send again.`,
    }),
  },
  unknownAccount: {
    status: 422,
    field: 'number',
    say: (d: { number: string }) => ({
      id: `Akun ${d.number} tidak ada di bagan akun buku ini. Pilih dari daftar, atau tambahkan dulu akunnya.`,
      en: `Account ${d.number} is not in this book’s chart. Choose from the list, or add the account first.`,
    }),
  },
  accountExists: {
    status: 409,
    field: 'number',
    say: (d: { number: string; name: string }) => ({
      id: `Nomor atau nama itu sudah dipakai akun ${d.number} ${d.name}. Pakai nomor dan nama lain.`,
      en: `That number or name belongs to account ${d.number} ${d.name}. Use another number and name.`,
    }),
  },
  accountIsKept: {
    status: 409,
    field: 'number',
    say: (d: { number: string }) => ({
      id: `Akun ${d.number} diperlukan oleh pinjaman, simpanan, atau penutupan buku, jadi tidak bisa ditutup.`,
      en: `Account ${d.number} is needed by loans, savings or closing, so it cannot be closed.`,
    }),
  },
  accountClosed: {
    status: 409,
    field: 'number',
    say: (d: { number: string }) => ({
      id: `Akun ${d.number} sudah ditutup. Pilih akun lain.`,
      en: `Account ${d.number} has been closed. Choose another.`,
    }),
  },
  accountNotEmpty: {
    status: 409,
    field: 'number',
    say: (d: { number: string; balance: bigint }) => ({
      id: `Akun ${d.number} masih bersaldo ${formatRupiah(d.balance, 'id')}. Pindahkan saldonya dengan jurnal, lalu tutup.`,
      en: `Account ${d.number} still holds ${formatRupiah(d.balance, 'en')}. Move it by a journal, then close.`,
    }),
  },
  memorandumIsKept: {
    status: 422,
    field: 'line',
    say: () => ({
      id: 'Akun memorandum dibuat oleh sistem sendiri. Pilih baris laporan lain.',
      en: 'Memorandum accounts are kept by the programme. Choose another line.',
    }),
  },
  noChart: {
    status: 409,
    say: () => ({
      id: 'Bagan akun buku ini belum dipasang. Buka Bagan akun dan pasang templatnya dulu.',
      en: 'This book has no chart of accounts yet. Open the chart and lay its template first.',
    }),
  },
  valueInFuture: {
    status: 422,
    field: 'valueDate',
    say: (d: { on: string }) => ({
      id: `Tanggal nilai ${formatDate(d.on, 'id')} belum tiba. Isi hari ini atau sebelumnya.`,
      en: `The value date ${formatDate(d.on, 'en')} has not come yet. Enter today or an earlier date.`,
    }),
  },
  unknownReport: {
    status: 404,
    say: (d: { name: string }) => ({
      id: `Laporan "${d.name}" tidak dikenal. Unduh dari halaman laporannya.`,
      en: `There is no report "${d.name}". Download it from the report’s page.`,
    }),
  },
  unknownJournal: {
    status: 404,
    say: () => ({
      id: 'Jurnal ini tidak ada di buku lembaga ini. Periksa alamatnya.',
      en: 'This journal is not in the institution’s books. Check its address.',
    }),
  },
  notByHand: {
    status: 409,
    say: (d: { kind: string }) => ({
      id: `Jurnal ini dibuat oleh sistem (${d.kind}). Batalkan dari layar asalnya: pinjaman, simpanan, atau setoran.`,
      en: `This journal was made by the programme (${d.kind}). Undo it where it came from: loan, savings or deposit.`,
    }),
  },
  openingOnce: {
    status: 409,
    say: () => ({
      id: 'Saldo awal buku ini sudah dicatat; itu hanya sekali. Perbaiki selisihnya dengan jurnal manual.',
      en: 'This book’s opening balances are recorded already; that happens once. Mend differences by a manual journal.',
    }),
  },
  monthClosed: {
    status: 409,
    field: 'month',
    say: (d: { month: string }) => ({
      id: `Bulan ${monthOf(d.month, 'id')} sudah ditutup dan tidak dibuka lagi. Bukukan koreksi hari ini dengan tanggal nilai yang lalu.`,
      en: `${monthOf(d.month, 'en')} has been closed and is not opened again. Post corrections today with a value date in the past.`,
    }),
  },
  monthBefore: {
    status: 409,
    field: 'month',
    say: (d: { month: string }) => ({
      id: `Tutup dulu bulan ${monthOf(d.month, 'id')}.`,
      en: `Close ${monthOf(d.month, 'en')} first.`,
    }),
  },
  monthNotOver: {
    status: 422,
    field: 'month',
    say: (d: { month: string }) => ({
      id: `Bulan ${monthOf(d.month, 'id')} belum habis. Tutup bulan setelah hari terakhirnya lewat.`,
      en: `${monthOf(d.month, 'en')} is not over. Close it after its last day has passed.`,
    }),
  },
  lastDayOpen: {
    status: 409,
    field: 'month',
    say: (d: { day: string }) => ({
      id: `Hari terakhirnya, ${formatDate(d.day, 'id')}, belum ditutup. Tutup harian dulu sampai tanggal itu.`,
      en: `Its last day, ${formatDate(d.day, 'en')}, is still open. Close the days up to it first.`,
    }),
  },
  hasLoans: {
    status: 409,
    field: 'day',
    say: () => ({
      id: 'Buku ini punya pinjaman. Tutup harinya lewat Tutup hari pinjaman, supaya denda dan mutunya ikut dihitung.',
      en: 'This book has loans. Close its day through the loans’ day close, so that penalties and grades are counted too.',
    }),
  },
  ruleExists: {
    status: 409,
    field: 'validFrom',
    say: (d: { from: string }) => ({
      id: `Aturan pembagian mulai ${formatDate(d.from, 'id')} sudah ada. Pilih tanggal mulai lain.`,
      en: `There is a rule from ${formatDate(d.from, 'en')} already. Choose another first day.`,
    }),
  },
  notWhole: {
    status: 422,
    field: 'parts',
    say: (d: { missing: number }) => ({
      id: `Jumlah bagian harus tepat 100 %; sekarang ${d.missing > 0 ? 'kurang' : 'lebih'} ${String(Math.abs(d.missing)).replace('.', ',')} %.`,
      en: `The parts must make exactly 100 %; they are ${Math.abs(d.missing)} % ${d.missing > 0 ? 'short' : 'over'}.`,
    }),
  },
  shuDivided: {
    status: 409,
    field: 'year',
    say: (d: { year: number }) => ({
      id: `SHU tahun ${d.year} sudah dibagi. Buka laporan SHU untuk melihat jurnalnya.`,
      en: `The SHU of ${d.year} was divided already. Open the SHU report to see its journal.`,
    }),
  },
  yearOpen: {
    status: 409,
    field: 'year',
    say: (d: { year: number }) => ({
      id: `Tahun buku ${d.year} belum ditutup. Tutup bulan Desember dulu.`,
      en: `The financial year ${d.year} is still open. Close December first.`,
    }),
  },
  noSurplus: {
    status: 409,
    field: 'year',
    say: (d: { year: number }) => ({
      id: `Tahun ${d.year} tidak menghasilkan SHU, jadi tidak ada yang dibagi.`,
      en: `${d.year} brought no surplus, so there is nothing to divide.`,
    }),
  },
  noShuRule: {
    status: 409,
    field: 'year',
    say: (d: { year: number }) => ({
      id: `Belum ada aturan pembagian yang berlaku pada akhir ${d.year}. Isi dulu menurut AD/ART.`,
      en: `No rule of division was valid at the end of ${d.year}. Enter it first, by the articles.`,
    }),
  },
  unknownCash: {
    status: 404,
    field: 'accountId',
    say: () => ({
      id: 'Kas ini tidak ada di buku lembaga ini. Muat ulang halaman lalu pilih lagi.',
      en: 'This cash is not in the institution’s books. Reload the page and choose again.',
    }),
  },
  unknownBankAccount: {
    status: 404,
    field: 'bankAccountId',
    say: () => ({
      id: 'Rekening bank ini tidak ada di buku lembaga ini. Pilih dari daftar.',
      en: 'This bank account is not in the institution’s books. Choose from the list.',
    }),
  },
  bankAccountExists: {
    status: 409,
    field: 'number',
    say: (d: { number: string }) => ({
      id: `Rekening ${d.number} sudah terdaftar. Pakai yang sudah ada.`,
      en: `Account ${d.number} is registered already. Use that one.`,
    }),
  },
  moreThanSafe: {
    status: 409,
    field: 'amountRupiah',
    say: (d: { holds: bigint }) => ({
      id: `Di brankas hanya ada ${formatRupiah(d.holds, 'id')}. Periksa jumlah setoran.`,
      en: `The safe holds only ${formatRupiah(d.holds, 'en')}. Check the amount.`,
    }),
  },
  slipUsed: {
    status: 409,
    field: 'slipNumber',
    say: (d: { slip: string }) => ({
      id: `Slip ${d.slip} sudah dicatat untuk rekening ini. Periksa nomornya.`,
      en: `Slip ${d.slip} is recorded for this account already. Check its number.`,
    }),
  },
  statementRead: {
    status: 409,
    field: 'file',
    say: (d: { fileName: string }) => ({
      id: `Berkas ini sudah pernah diimpor (${d.fileName}); tidak ada yang berubah.`,
      en: `This file was imported before (${d.fileName}); nothing has changed.`,
    }),
  },
  totalsDiffer: {
    status: 422,
    field: 'file',
    say: (d: { opening: bigint; moved: bigint; closing: bigint }) => ({
      id: `Jumlah rekening koran tidak cocok: saldo awal ${formatRupiah(d.opening, 'id')} dan mutasi ${formatRupiah(d.moved, 'id')} tidak menjadi saldo akhir ${formatRupiah(d.closing, 'id')}. Mungkin ada baris yang hilang; unduh ulang dari bank.`,
      en: `The statement’s totals do not add up: opening ${formatRupiah(d.opening, 'en')} and movements ${formatRupiah(d.moved, 'en')} do not make the closing balance ${formatRupiah(d.closing, 'en')}. A line may be missing; download it again from the bank.`,
    }),
  },
  statementOfOther: {
    status: 422,
    field: 'file',
    say: (d: { stated: string; number: string }) => ({
      id: `Berkas ini rekening koran nomor ${d.stated}, sedangkan halaman ini rekening ${d.number}. Buka rekening yang benar, atau unduh berkas rekening ini.`,
      en: `This file is the statement of account ${d.stated}, while this page is of account ${d.number}. Open the right account, or download this account’s file.`,
    }),
  },
  lineBeforeBook: {
    status: 422,
    field: 'file',
    say: (d: { on: string; openedOn: string }) => ({
      id: `Ada baris bertanggal ${formatDate(d.on, 'id')}, sebelum buku ini dibuka ${formatDate(d.openedOn, 'id')}. Yang sebelumnya sudah termasuk saldo awal; unduh rekening koran mulai hari itu.`,
      en: `A line is dated ${formatDate(d.on, 'en')}, before these books were opened on ${formatDate(d.openedOn, 'en')}. What came before is in the opening balances; download the statement from that day on.`,
    }),
  },
  lineInFuture: {
    status: 422,
    field: 'file',
    say: (d: { on: string }) => ({
      id: `Ada baris bertanggal ${formatDate(d.on, 'id')}, padahal belum tiba. Periksa kolom tanggalnya.`,
      en: `A line is dated ${formatDate(d.on, 'en')}, which has not come yet. Check the date column.`,
    }),
  },
  unknownLine: {
    status: 404,
    field: 'lineId',
    say: () => ({
      id: 'Baris rekening koran ini tidak ada. Muat ulang halaman lalu pilih lagi.',
      en: 'This statement line does not exist. Reload the page and choose again.',
    }),
  },
  lineMatched: {
    status: 409,
    field: 'lineId',
    say: () => ({
      id: 'Baris ini sudah dicocokkan. Muat ulang halaman untuk melihatnya.',
      en: 'This line is matched already. Reload the page to see it.',
    }),
  },
  matchDiffers: {
    status: 409,
    field: 'lineId',
    say: (d: { line: bigint; other: bigint }) => ({
      id: `Jumlahnya berbeda: baris bank ${formatRupiah(d.line, 'id')}, catatan buku ${formatRupiah(d.other, 'id')}. Cari pasangan lain, atau bukukan selisihnya.`,
      en: `The amounts differ: the bank’s line ${formatRupiah(d.line, 'en')}, the books ${formatRupiah(d.other, 'en')}. Look for another pair, or book the difference.`,
    }),
  },
  matchTaken: {
    status: 409,
    field: 'lineId',
    say: () => ({
      id: 'Pasangan itu sudah dicocokkan dengan baris lain, atau bukan milik rekening ini.',
      en: 'That pair is matched with another line, or is not of this bank account.',
    }),
  },
  ownSlip: {
    status: 403,
    field: 'lineId',
    say: () => ({
      id: 'Slip ini Anda sendiri yang menyetor. Minta petugas lain mencocokkannya.',
      en: 'You deposited this slip yourself. Ask a colleague to match it.',
    }),
  },
});

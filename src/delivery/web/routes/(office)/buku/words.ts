import type { EntryKind } from '#domains/lending/life/loan-life.ts';
import type { Words } from '#kernel/words.ts';

/** Kinds of journal as they are called here; an unknown one is shown as it is. */
/** Complete by type: whatever happens to a loan has a name in the journal. */
const loanKinds: Readonly<Record<`loan-${EntryKind}`, Words>> = {
  'loan-disbursement': { id: 'Pencairan pinjaman', en: 'Loan disbursement' },
  'loan-tranche': { id: 'Pencairan tahap berikutnya', en: 'Later tranche of a loan' },
  'loan-top-up': { id: 'Tambahan pinjaman', en: 'Top-up of a loan' },
  'loan-repayment': { id: 'Angsuran pinjaman', en: 'Loan repayment' },
  'loan-prepayment': { id: 'Angsuran dibayar di muka', en: 'Prepayment of a loan' },
  'loan-reallocation': { id: 'Pembagian ulang setoran', en: 'Payment divided anew' },
  'loan-fee': { id: 'Biaya pinjaman', en: 'Loan fee' },
  'loan-penalty': { id: 'Denda pinjaman', en: 'Loan penalty' },
  'loan-waiver': { id: 'Pembebasan sebagian', en: 'Waiver' },
  'loan-restructure': { id: 'Susun ulang jadwal', en: 'Restructured loan' },
  'loan-refund': { id: 'Kelebihan dikembalikan', en: 'Overpayment paid back' },
  'loan-write-off': { id: 'Hapus buku', en: 'Write-off' },
  'loan-recovery': { id: 'Penerimaan setelah hapus buku', en: 'Recovery after write-off' },
  'loan-forgiveness': { id: 'Hapus tagih', en: 'Forgiveness' },
  'loan-reversal': { id: 'Pembatalan pada pinjaman', en: 'Reversal on a loan' },
};

const kinds: Readonly<Record<string, Words>> = {
  ...loanKinds,
  'claim-repaid': { id: 'Tanggung renteng dibayar kembali', en: 'Cover paid back' },
  'claim-forgiven': { id: 'Tanggung renteng direlakan', en: 'Cover forgiven' },
  'claim-void': { id: 'Tanggung renteng gugur', en: 'Cover void' },
  'claim-reversal': { id: 'Pembatalan tanggung renteng', en: 'Reversal of cover' },
  manual: { id: 'Jurnal manual', en: 'Manual journal' },
  reversal: { id: 'Pembatalan', en: 'Reversal' },
  'opening-balance': { id: 'Saldo awal', en: 'Opening balances' },
  'opening-capital': { id: 'Modal awal', en: 'Opening capital' },
  'year-closing': { id: 'Penutupan tahun', en: 'Year closing' },
  'surplus-distribution': { id: 'Pembagian SHU', en: 'Division of SHU' },
  'surplus-to-members': { id: 'SHU ke anggota', en: 'SHU to members' },
  'surplus-paid': { id: 'SHU diambil', en: 'SHU fetched' },
  'meeting-sheet': { id: 'Pertemuan kelompok', en: 'Group meeting' },
  'savings-deposit': { id: 'Setoran simpanan', en: 'Savings deposit' },
  'bag-deposit': { id: 'Setoran tas', en: 'Bag hand-over' },
  'bank-deposit': { id: 'Setor ke bank', en: 'Deposit at the bank' },
  'bank-arrival': { id: 'Masuk rekening', en: 'Arrived at the bank' },
  'bank-line': { id: 'Dari rekening koran', en: 'From a bank statement' },
};

export function kindName(kind: string): Words {
  return kinds[kind] ?? { id: kind.replaceAll('-', ' '), en: kind.replaceAll('-', ' ') };
}

export const bookWords = {
  title: { id: 'Buku', en: 'Books' },
  sub: (count: number): Words => ({
    id:
      count === 1
        ? 'Satu lembaga yang bukunya dikelola di sini.'
        : `${count} lembaga yang bukunya dikelola di sini.`,
    en:
      count === 1
        ? 'One institution whose books are kept here.'
        : `${count} institutions whose books are kept here.`,
  }),
  none: { id: 'Belum ada buku', en: 'No books yet' },
  noneText: {
    id: 'Pengelola sistem membuka buku lembaga; setelah itu jurnal dan laporannya muncul di sini.',
    en: 'The operator opens an institution’s books; its journals and reports then appear here.',
  },
  closedUntil: { id: 'Hari ditutup sampai', en: 'Days closed until' },
  closedMonth: { id: 'Bulan ditutup sampai', en: 'Months closed until' },
  openedOn: { id: 'Dibuka', en: 'Opened' },
  notYet: { id: 'belum pernah', en: 'never yet' },
  open: { id: 'Buka buku', en: 'Open the books' },

  trial: { id: 'Neraca saldo', en: 'Trial balance' },
  sheet: { id: 'Neraca', en: 'Balance sheet' },
  income: { id: 'Laba rugi', en: 'Income statement' },
  shu: { id: 'SHU', en: 'SHU' },
  journals: { id: 'Jurnal', en: 'Journals' },
  accounts: { id: 'Bagan akun', en: 'Chart of accounts' },
  cash: { id: 'Kas & bank', en: 'Cash & bank' },
  closing: { id: 'Tutup buku', en: 'Closing' },

  from: { id: 'Dari', en: 'From' },
  to: { id: 'Sampai', en: 'Until' },
  asOf: { id: 'Per tanggal', en: 'As of' },
  show: { id: 'Tampilkan', en: 'Show' },
  print: { id: 'Cetak', en: 'Print' },

  number: { id: 'Nomor', en: 'Number' },
  account: { id: 'Akun', en: 'Account' },
  opening: { id: 'Saldo awal', en: 'Opening' },
  debit: { id: 'Debit', en: 'Debit' },
  credit: { id: 'Kredit', en: 'Credit' },
  closingBalance: { id: 'Saldo akhir', en: 'Closing' },
  balance: { id: 'Saldo', en: 'Balance' },
  amount: { id: 'Jumlah', en: 'Amount' },
  total: { id: 'Jumlah', en: 'Total' },
  date: { id: 'Tanggal', en: 'Date' },
  valueDate: { id: 'Tanggal nilai', en: 'Value date' },
  says: { id: 'Keterangan', en: 'Description' },
  kind: { id: 'Jenis', en: 'Kind' },
  allKinds: { id: 'Semua jenis', en: 'All kinds' },
  search: { id: 'Cari keterangan', en: 'Search descriptions' },
  nothing: {
    id: 'Tidak ada yang dibukukan dalam rentang ini.',
    en: 'Nothing was posted in this span.',
  },

  trialSub: (debit: string): Words => ({
    id: `Debit dan kredit sama: ${debit}.`,
    en: `Debits and credits are equal: ${debit}.`,
  }),
  sheetSub: (assets: string): Words => ({
    id: `Aset ${assets}, sama dengan kewajiban dan ekuitas.`,
    en: `Assets of ${assets}, equal to liabilities and equity.`,
  }),
  incomeSub: (surplus: string, gain: boolean): Words => ({
    id: gain ? `Hasil usaha ${surplus}.` : `Rugi ${surplus}.`,
    en: gain ? `A surplus of ${surplus}.` : `A loss of ${surplus}.`,
  }),
  running: { id: 'Hasil usaha berjalan', en: 'Surplus of the open year' },
  claims: { id: 'Kewajiban dan ekuitas', en: 'Liabilities and equity' },
  surplus: { id: 'Hasil usaha', en: 'Surplus' },
  totalOf: (part: Words): Words => ({
    id: `Jumlah ${part.id.toLowerCase()}`,
    en: `Total ${part.en.toLowerCase()}`,
  }),
} as const;

export const journalWords = {
  sub: (total: string): Words => ({ id: `${total} jurnal.`, en: `${total} journals.` }),
  new: { id: 'Tulis jurnal', en: 'Write a journal' },
  newTitle: { id: 'Jurnal manual', en: 'Manual journal' },
  newSub: {
    id: 'Dibukukan setelah orang kedua dari lembaga ini menyetujui.',
    en: 'Posted once a second person of this institution approves.',
  },
  saysHint: {
    id: 'Misalnya: sewa kantor November.',
    en: 'For instance: office rent for November.',
  },
  document: { id: 'Bukti', en: 'Evidence' },
  documentHint: {
    id: 'Nomor kuitansi, nota, atau keputusan.',
    en: 'Number of a receipt, note or decision.',
  },
  line: (number: number): Words => ({ id: `Baris ${number}`, en: `Line ${number}` }),
  more: { id: 'Tambah baris', en: 'Add lines' },
  choose: { id: 'Pilih akun', en: 'Choose an account' },
  propose: { id: 'Kirim untuk disetujui', en: 'Send for approval' },
  proposed: {
    id: 'Terkirim. Menunggu persetujuan orang kedua di Hari ini.',
    en: 'Sent. It waits for a second person under Today.',
  },
  difference: (amount: string): Words => ({
    id: `Selisih debit dan kredit ${amount}`,
    en: `Debit and credit differ by ${amount}`,
  }),
  balanced: { id: 'Debit dan kredit sama', en: 'Debit and credit are equal' },
  reversed: { id: 'sudah dibatalkan', en: 'reversed' },
  seeReversal: { id: 'Lihat pembatalannya', en: 'See its reversal' },
  seeOriginal: { id: 'Lihat jurnal asalnya', en: 'See the journal it undoes' },
  posted: { id: 'Dibukukan', en: 'Posted' },
  undo: { id: 'Batalkan jurnal ini', en: 'Reverse this journal' },
  undoHint: {
    id: 'Jurnal kebalikannya dibukukan setelah disetujui; keduanya tetap di buku.',
    en: 'Its mirror is posted once approved; both stay in the books.',
  },
  why: { id: 'Alasan', en: 'Reason' },
  notByHand: {
    id: 'Jurnal ini dibuat oleh sistem; batalkan dari layar asalnya.',
    en: 'This journal was made by the programme; undo it where it came from.',
  },
} as const;

export const chartWords = {
  sub: (count: number): Words => ({ id: `${count} akun.`, en: `${count} accounts.` }),
  line: { id: 'Baris laporan', en: 'Statement line' },
  keptBy: { id: 'Diisi oleh', en: 'Kept by' },
  office: { id: 'petugas', en: 'officers' },
  programme: { id: 'sistem', en: 'the programme' },
  closed: { id: 'ditutup', en: 'closed' },
  add: { id: 'Tambah akun', en: 'Add an account' },
  name: { id: 'Nama akun', en: 'Name' },
  numberHint: { id: '4 sampai 8 angka, misalnya 5310.', en: '4 to 8 digits, for instance 5310.' },
  added: { id: 'Akun ditambahkan.', en: 'The account was added.' },
  close: { id: 'Tutup akun ini', en: 'Close this account' },
  closedNow: { id: 'Akun ditutup.', en: 'The account was closed.' },
  lay: { id: 'Pasang bagan akun', en: 'Lay the chart' },
  layText: {
    id: 'Buku ini dibuka sebelum ada templat. Pilih jenis lembaganya; akun yang sudah ada tetap.',
    en: 'This book was opened before there were templates. Choose the kind; accounts that are there stay.',
  },
  laid: { id: 'Bagan akun terpasang.', en: 'The chart was laid.' },
  template: { id: 'Jenis lembaga', en: 'Kind of institution' },
  ledgerSub: (opening: string, closing: string): Words => ({
    id: `Dari ${opening} menjadi ${closing}.`,
    en: `From ${opening} to ${closing}.`,
  }),
  leaf: { id: 'Rincian', en: 'Detail' },
  openingBalances: { id: 'Saldo awal', en: 'Opening balances' },
  openingSub: {
    id: 'Pindahkan saldo buku lama ke sini, sekali saja, dan disetujui orang kedua.',
    en: 'Bring the balances of the old books over, once, with a second person’s approval.',
  },
  openingDone: {
    id: 'Saldo awal buku ini sudah dicatat.',
    en: 'This book’s opening balances are recorded.',
  },
  asOf: { id: 'Saldo per tanggal', en: 'Balances as of' },
  file: { id: 'Berkas saldo (XLSX atau CSV)', en: 'File of balances (XLSX or CSV)' },
  fileHint: {
    id: 'Kolom: nomor akun, debit, kredit. Baris lain dilewati. Kosongkan kalau diketik di bawah.',
    en: 'Columns: account number, debit, credit. Other rows are passed over. Leave empty to type below.',
  },
  fileEmpty: {
    id: 'Tidak ada baris yang diawali nomor akun. Periksa kolom pertama berkasnya.',
    en: 'No row begins with an account number. Check the file’s first column.',
  },
} as const;

export const cashWords = {
  sub: (till: string, transit: string): Words => ({
    id: `Di brankas ${till}; dalam perjalanan ke bank ${transit}.`,
    en: `${till} in the safe; ${transit} on its way to the bank.`,
  }),
  accounts: { id: 'Rekening bank', en: 'Bank accounts' },
  noAccounts: { id: 'Belum ada rekening', en: 'No bank account yet' },
  noAccountsText: {
    id: 'Daftarkan rekening lembaga dulu; setelah itu slip setoran dan rekening koran bisa dicatat.',
    en: 'Register the institution’s account first; slips and statements can then be recorded.',
  },
  bank: { id: 'Bank', en: 'Bank' },
  accountNumber: { id: 'Nomor rekening', en: 'Account number' },
  holder: { id: 'Atas nama', en: 'Held by' },
  register: { id: 'Daftarkan rekening', en: 'Register an account' },
  registered: { id: 'Rekening terdaftar.', en: 'The account was registered.' },
  byBooks: { id: 'Menurut buku', en: 'By the books' },
  byBank: { id: 'Menurut bank', en: 'By the bank' },
  openLines: { id: 'Baris belum cocok', en: 'Unmatched lines' },
  openSlips: { id: 'Slip dalam perjalanan', en: 'Slips on their way' },
  deposit: { id: 'Setor ke bank', en: 'Deposit at the bank' },
  slip: { id: 'Nomor slip', en: 'Slip number' },
  slipPhoto: { id: 'Foto slip', en: 'Picture of the slip' },
  slipPhotoHint: {
    id: 'Foto atau pindaian, JPEG, PNG, atau WebP, paling besar 5 MB.',
    en: 'A photograph or scan, JPEG, PNG or WebP, at most 5 MB.',
  },
  openPhoto: { id: 'lihat foto', en: 'see the picture' },
  depositHint: {
    id: 'Orang kedua melihat slipnya lalu menyetujui di Hari ini.',
    en: 'A second person looks at the slip and approves under Today.',
  },
  count: { id: 'Hitung brankas', en: 'Count the safe' },
  countHint: {
    id: 'Isi jumlah lembar atau keping. Hitungan tidak membukukan apa pun.',
    en: 'Enter the number of notes or coins. A count posts nothing.',
  },
  counted: { id: 'Hitungan tercatat.', en: 'The count was recorded.' },
  lastCount: (on: string, counted: string, by: string): Words => ({
    id: `Hitungan terakhir ${on}: ${counted} oleh ${by}`,
    en: `Last count ${on}: ${counted} by ${by}`,
  }),
  agrees: { id: 'cocok dengan buku', en: 'as the books say' },
  off: (amount: string): Words => ({ id: `selisih ${amount}`, en: `${amount} off` }),
  keep: { id: 'Catat hitungan', en: 'Record the count' },
  pieces: (value: string): Words => ({ id: `Lembar ${value}`, en: `Pieces of ${value}` }),
  statement: { id: 'Impor rekening koran', en: 'Import a statement' },
  statementHint: {
    id: 'XLSX atau CSV dari bank. Susunan BCA, BRI, Mandiri, dan yang mirip dikenali; kalau tidak, sebutkan kolomnya.',
    en: 'XLSX or CSV from the bank. Layouts of BCA, BRI, Mandiri and the like are known; if not, name the columns.',
  },
  file: { id: 'Berkas', en: 'File' },
  mapping: { id: 'Kolom (hanya bila tidak dikenali)', en: 'Columns (only where not recognised)' },
  columns: {
    date: { id: 'Tanggal', en: 'Date' },
    says: { id: 'Keterangan', en: 'Description' },
    reference: { id: 'Referensi', en: 'Reference' },
    debit: { id: 'Debit (keluar)', en: 'Debit (out)' },
    credit: { id: 'Kredit (masuk)', en: 'Credit (in)' },
    amount: { id: 'Jumlah (CR/DB)', en: 'Amount (CR/DB)' },
    balance: { id: 'Saldo', en: 'Balance' },
  },
  unknown: { id: 'Dikenali sendiri', en: 'Recognised' },
  noColumns: {
    id: 'Kolomnya tidak dikenali. Sebutkan kolom tanggal, dan kolom jumlah atau debit dan kredit.',
    en: 'The columns are not recognised. Name the date column, and the amount or both debit and credit.',
  },
  noLines: { id: 'Tidak ada baris mutasi di berkas ini.', en: 'There is no line in this file.' },
  badRows: (rows: string, why: Words): Words => ({
    id: `Baris yang tidak terbaca: ${rows}. ${why.id} Tidak ada yang diimpor; perbaiki berkasnya.`,
    en: `Rows that cannot be read: ${rows}. ${why.en} Nothing was imported; mend the file.`,
  }),
  imported: (done: { added: number; matched: number; waiting: number }): Words => ({
    id: `${done.added} baris baru, ${done.matched} langsung cocok.${done.waiting > 0 ? ` ${done.waiting} cocok dengan slip Anda sendiri dan menunggu dicocokkan rekan Anda.` : ''}`,
    en: `${done.added} new lines, ${done.matched} matched at once.${done.waiting > 0 ? ` ${done.waiting} fit a slip of your own and wait for a colleague to match them.` : ''}`,
  }),
  candidates: (count: number): Words => ({
    id: count === 1 ? 'Ini apa: 1 yang jumlahnya sama' : `Ini apa: ${count} yang jumlahnya sama`,
    en:
      count === 1
        ? 'What this was: 1 of the same amount'
        : `What this was: ${count} of the same amount`,
  }),
  allMatched: { id: 'Semua baris sudah cocok', en: 'Every line is matched' },
  allMatchedText: {
    id: 'Impor rekening koran berikutnya bila sudah ada.',
    en: 'Import the next statement when it is there.',
  },
  whatWas: { id: 'Ini apa', en: 'What was it' },
  match: { id: 'Cocokkan', en: 'Match' },
  matched: { id: 'Baris dicocokkan.', en: 'The line was matched.' },
  book: { id: 'Bukukan', en: 'Book' },
  candidate: { id: 'Pasangan', en: 'Pair' },
  noCandidate: {
    id: 'Tidak ada slip atau jurnal dengan jumlah ini.',
    en: 'No slip or journal has this amount.',
  },
  slipOption: (slip: string, on: string): Words => ({
    id: `Slip ${slip}, ${on}`,
    en: `Slip ${slip}, ${on}`,
  }),
  latest: { id: 'Sudah cocok', en: 'Matched' },
  by: { id: 'Oleh', en: 'By' },
  automatic: { id: 'otomatis', en: 'automatic' },
  handOver: { id: 'Terima setoran tas', en: 'Receive cash bags' },
} as const;

export const closingWords = {
  sub: (month: string): Words => ({
    id: `Bulan berikutnya yang ditutup: ${month}.`,
    en: `Next month to close: ${month}.`,
  }),
  lastDay: { id: 'Hari terakhir yang ditutup', en: 'Last closed day' },
  uncounted: { id: 'Kas yang belum dihitung hari ini', en: 'Cash not counted today' },
  allCounted: {
    id: 'Semua kas yang berisi sudah dihitung.',
    en: 'All cash that is held was counted.',
  },
  countedNow: { id: 'Dihitung', en: 'Counted' },
  closeDay: { id: 'Tutup hari', en: 'Close the day' },
  dayLabel: { id: 'Sampai tanggal', en: 'Up to' },
  dayHint: {
    id: 'Hari itu dan semua hari sebelumnya tidak menerima jurnal lagi.',
    en: 'That day and every day before it take no more journals.',
  },
  dayClosed: { id: 'Hari ditutup.', en: 'The day was closed.' },
  byLoans: {
    id: 'Buku ini punya pinjaman: harinya ditutup bersama tutup hari pinjaman.',
    en: 'This book has loans: its days close with the loans’ day close.',
  },
  closeMonth: { id: 'Tutup bulan', en: 'Close the month' },
  monthText: {
    id: 'Bulan yang ditutup tidak dibuka lagi. Menutup Desember juga menutup tahun bukunya. Perlu persetujuan orang kedua.',
    en: 'A closed month is not opened again. Closing December closes its year too. A second person approves.',
  },
  months: { id: 'Bulan yang sudah ditutup', en: 'Closed months' },
  none: { id: 'Belum ada bulan yang ditutup', en: 'No month is closed yet' },
  month: { id: 'Bulan', en: 'Month' },
  closedAt: { id: 'Ditutup', en: 'Closed' },
  proposedBy: { id: 'Diusulkan', en: 'Proposed by' },
  approvedBy: { id: 'Disetujui', en: 'Approved by' },
  yearJournal: { id: 'Jurnal penutup', en: 'Closing entries' },
} as const;

import type { Words } from '#kernel/words.ts';

/** What the meeting's screens say in the field app, beside the sheet's own words. */
export const fieldMeetingWords = {
  meeting: { id: 'Pertemuan', en: 'Meeting' },
  gone: { id: 'Pertemuan ini tidak ada di HP ini', en: 'This meeting is not on this phone' },
  goneText: {
    id: 'Mungkin kelompoknya sudah dipegang pendamping lain, atau datanya belum diambil. Yang pernah disimpan tetap ada di Kiriman.',
    en: 'Its group may have another mentor now, or its data has not been fetched. What was saved stays in the tray.',
  },
  toToday: { id: 'Ke hari ini', en: 'To today' },
  closedTitle: { id: 'Pertemuan ini sudah ditutup', en: 'This meeting is closed' },
  cancelled: (why: string): Words => ({ id: `Dibatalkan: ${why}`, en: `Cancelled: ${why}` }),
  notYet: (day: string): Words => ({
    id: `Pertemuan ini baru pada ${day}`,
    en: `This meeting is on ${day}`,
  }),
  notYetText: {
    id: 'Lembarnya diisi pada harinya, setelah uang dihitung. Kalau hari ini memang harinya, periksa tanggal di HP.',
    en: 'Its sheet is filled in on its day, once the cash is counted. If this is the day, check the phone’s date.',
  },
  notClosed: { id: 'Pertemuan ini belum ditutup', en: 'This meeting is not closed yet' },
  noReceiptsYet: {
    id: 'Kuitansi ada setelah lembar pertemuannya ditutup.',
    en: 'There are receipts once its sheet has been closed.',
  },
  toSheet: { id: 'Buka lembarnya', en: 'Open the sheet' },
  subtitle: (day: string, n: number): Words => ({
    id: `${day} · pertemuan ke-${n}`,
    en: `${day} · meeting ${n}`,
  }),
  today: (place: string): Words => ({ id: `Pertemuan · ${place}`, en: `Meeting · ${place}` }),
  unsent: { id: 'Tersimpan di HP, belum terkirim', en: 'Saved on the phone, not sent yet' },
  held: (present: number, members: number): Words => ({
    id: `Selesai · ${present} dari ${members} hadir`,
    en: `Done · ${present} of ${members} present`,
  }),
  commandSays: (group: string, day: string): Words => ({
    id: `Pertemuan ${group}, ${day}`,
    en: `Meeting of ${group}, ${day}`,
  }),
  saving: { id: 'Menyimpan…', en: 'Saving…' },
  notSaved: { id: 'Belum tersimpan di HP', en: 'Not saved on the phone yet' },
  notSavedText: {
    id: 'HP tidak bisa menyimpan, mungkin penyimpanannya penuh. Isian masih ada di layar: hapus foto atau aplikasi lain, lalu tekan lagi.',
    en: 'The phone could not save; its storage may be full. What you entered is still on the screen: remove photos or other apps, then press again.',
  },
} as const;

export const fieldReceiptWords = {
  planToCome: (names: string): Words => ({
    id: `${names} menyetor lebih dari yang jatuh tempo. Server menghitung jadwal barunya sejak hari pertemuan ini; hanya bila sesudahnya sudah ada catatan lain pada pinjamannya, misalnya setoran di kantor, uangnya menjadi angsuran berikutnya.`,
    en: `${names} paid more than was due. The server makes her new plan from this meeting’s day; only where something else was entered on her loan since, such as a payment at the office, it goes to the next instalments.`,
  }),
  saved: { id: 'Tersimpan di HP', en: 'Saved on the phone' },
  savedText: {
    id: 'Pertemuan ini terkirim sendiri begitu ada sinyal. Nomor kuitansi menyusul.',
    en: 'This meeting is sent by itself once there is a signal. The receipts’ numbers follow.',
  },
  arrived: { id: 'Sudah diterima server', en: 'The server has it' },
  setAside: { id: 'Lembar Anda dilihat pengawas', en: 'Your sheet is with a supervisor' },
  setAsideText: {
    id: 'Pertemuan ini sudah lebih dulu ditutup dengan lembar lain; kuitansi di bawah dari lembar itu. Lembar Anda disimpan utuh dan uangnya belum dibukukan. Kuitansi yang Anda tunjukkan sebelumnya tidak sah: tunjukkan yang di bawah.',
    en: 'Another sheet had closed this meeting first; the receipts below are of that one. Yours is kept whole and its money is not booked yet. Receipts you showed before are not valid: show those below.',
  },
  refused: { id: 'Perlu perbaikan', en: 'To be put right' },
  repair: { id: 'Perbaiki lembarnya', en: 'Repair the sheet' },
  title: { id: 'Kuitansi', en: 'Receipts' },
  none: {
    id: 'Tidak ada uang yang diserahkan, jadi tidak ada kuitansi.',
    en: 'No cash was handed over, so there are no receipts.',
  },
  notValid: { id: 'Belum sah sampai diterima server', en: 'Not valid until the server has it' },
  show: { id: 'Tunjukkan QR', en: 'Show the QR' },
  hide: { id: 'Tutup QR', en: 'Hide the QR' },
  print: { id: 'Cetak', en: 'Print' },
  printAll: { id: 'Cetak semua', en: 'Print all' },
  bluetooth: { id: 'Printer Bluetooth', en: 'Bluetooth printer' },
  printerFailed: {
    id: 'Printer tidak menjawab. Nyalakan dan dekatkan, atau pakai Cetak biasa.',
    en: 'The printer does not answer. Switch it on and bring it near, or use Print.',
  },
  whatsapp: { id: 'WhatsApp', en: 'WhatsApp' },
  passbook: { id: 'Buku anggota', en: 'Passbook' },
  heading: { id: 'KUITANSI', en: 'RECEIPT' },
  date: { id: 'Tanggal', en: 'Date' },
  from: { id: 'Dari', en: 'From' },
  group: { id: 'Kelompok', en: 'Group' },
  repayment: { id: 'Setoran', en: 'Repayment' },
  cover: { id: 'Menanggung', en: 'Covering' },
  savings: { id: 'Tabungan', en: 'Savings' },
  total: { id: 'Jumlah', en: 'Total' },
  qr: (name: string): Words => ({ id: `QR kuitansi ${name}`, en: `QR of ${name}’s receipt` }),
  check: { id: 'Periksa dengan kamera HP', en: 'Check with a phone’s camera' },
  message: (r: {
    name: string;
    total: string;
    group: string;
    date: string;
    number: string;
    url: string;
  }): Words => ({
    id: `Ibu ${r.name}, setoran ${r.total} di ${r.group} tanggal ${r.date} sudah dicatat. ${r.number ? `Nomor ${r.number}.` : 'Belum sah sampai diterima server.'} Periksa: ${r.url}`,
    en: `${r.name}, ${r.total} handed over at ${r.group} on ${r.date} is noted. ${r.number ? `Number ${r.number}.` : 'Not valid until the server has it.'} Check: ${r.url}`,
  }),
  handOver: { id: 'Tas uang', en: 'Cash bag' },
  toGroup: { id: 'Kelompok ini', en: 'This group' },
} as const;

export const groupWords = {
  planAwaited: {
    id: 'Ia menyetor lebih dari yang jatuh tempo. Sisa di bawah ini masih menurut jadwal lama; jadwal barunya datang setelah lembarnya diterima server.',
    en: 'She paid more than was due. What is left is still by the old plan; her new one comes once the server has the sheet.',
  },
  members: { id: 'Anggota', en: 'Members' },
  meetings: { id: 'Pertemuan', en: 'Meetings' },
  savings: { id: 'Tabungan', en: 'Savings' },
  savingsKinds: {
    principal: { id: 'Simpanan pokok', en: 'Principal savings' },
    mandatory: { id: 'Simpanan wajib', en: 'Mandatory savings' },
    voluntary: { id: 'Tabungan sukarela', en: 'Voluntary savings' },
    compulsory: { id: 'Uang pertanggungjawaban', en: 'Compulsory savings' },
  } as Readonly<Record<string, Words>>,
  passbook: { id: 'Buku anggota', en: 'Passbook' },
  left: { id: 'Sisa pinjaman', en: 'Still to pay' },
  next: { id: 'Setor berikutnya', en: 'Next payment' },
  overdue: { id: 'Tunggakan', en: 'Overdue' },
  noLoan: { id: 'Tidak ada pinjaman berjalan.', en: 'No loan is running.' },
  owes: (name: string): Words => ({ id: `Utang kepada ${name}`, en: `Owes ${name}` }),
  owed: (name: string): Words => ({ id: `Piutang pada ${name}`, en: `${name} owes her` }),
  lastReceipts: { id: 'Setoran terakhir', en: 'Last payments' },
  asOf: (day: string): Words => ({ id: `Keadaan ${day}`, en: `As of ${day}` }),
  print: { id: 'Cetak buku', en: 'Print the passbook' },
} as const;

export const bagWords = {
  title: { id: 'Tas uang', en: 'Cash bag' },
  empty: { id: 'Tidak ada uang kelompok di tas Anda', en: 'There is no group’s cash in your bag' },
  emptyText: {
    id: 'Uang masuk ke tas begitu sebuah pertemuan ditutup.',
    en: 'Cash enters the bag when a meeting is closed.',
  },
  holds: { id: 'Menurut catatan', en: 'By the records' },
  ofUnsent: (amount: string): Words => ({
    id: `termasuk ${amount} dari pertemuan yang belum terkirim`,
    en: `${amount} of it from meetings not sent yet`,
  }),
  count: { id: 'Simpan hitungan', en: 'Keep the count' },
  counted: { id: 'Hitungan tersimpan di HP', en: 'The count is kept on the phone' },
  firstSend: {
    id: 'Hitungan bisa disimpan setelah pertemuan pertama diterima server; slipnya sudah bisa dicetak.',
    en: 'The count can be kept once the first meeting has reached the server; its slip can be printed already.',
  },
  slip: { id: 'Slip serah terima', en: 'Hand-over slip' },
  slipText: {
    id: 'Kasir menerima uangnya di kantor dan mencatatnya di komputer; sampai itu uangnya tanggung jawab pembawa.',
    en: 'The cashier takes the cash at the office and records it there; until then whoever carries it answers for it.',
  },
  carriedBy: { id: 'Pembawa', en: 'Carried by' },
  receivedBy: { id: 'Kasir', en: 'Cashier' },
  print: { id: 'Cetak slip', en: 'Print the slip' },
} as const;

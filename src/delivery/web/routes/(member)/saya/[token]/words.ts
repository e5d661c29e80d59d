import type { Words } from '#kernel/words.ts';

export const memberWords = {
  title: { id: 'Buku saya', en: 'My passbook' },
  askPin: { id: 'Masukkan PIN kartu', en: 'Enter the card’s PIN' },
  askPinText: {
    id: 'Enam angka yang diberikan pendamping bersama kartu Anda.',
    en: 'The six digits your mentor gave you with the card.',
  },
  pin: { id: 'PIN', en: 'PIN' },
  open: { id: 'Buka buku saya', en: 'Open my passbook' },
  forgot: {
    id: 'Lupa PIN? Minta yang baru kepada pendamping di pertemuan.',
    en: 'Forgotten it? Ask your mentor for a new one at the meeting.',
  },
  owed: { id: 'Sisa utang', en: 'Still owed' },
  noDebt: { id: 'Tidak ada utang', en: 'No debt' },
  next: { id: 'Setor berikutnya', en: 'Next payment' },
  nextOn: (amount: string, day: string): Words => ({
    id: `${amount}, ${day}`,
    en: `${amount}, ${day}`,
  }),
  nothingDue: { id: 'Tidak ada yang harus disetor', en: 'Nothing to pay' },
  overdue: (amount: string): Words => ({
    id: `Tunggakan ${amount}. Bicarakan dengan pendamping di pertemuan.`,
    en: `${amount} overdue. Talk to your mentor at the meeting.`,
  }),
  saved: { id: 'Tabungan', en: 'Savings' },
  savingsKinds: {
    compulsory: { id: 'simpanan wajib', en: 'compulsory' },
    voluntary: { id: 'sukarela', en: 'voluntary' },
    principal: { id: 'pokok', en: 'principal' },
    mandatory: { id: 'wajib anggota', en: 'mandatory' },
  } as Readonly<Record<string, Words>>,
  receipts: { id: 'Kuitansi saya', en: 'My receipts' },
  olderReceipts: (n: number): Words => ({
    id: `${n} kuitansi sebelumnya`,
    en: `${n} earlier receipts`,
  }),
  reversed: (r: { amount: string; date: string; reference: string }): Words => ({
    id: `${r.amount} dibatalkan ${r.date}, catatan ${r.reference}`,
    en: `${r.amount} reversed ${r.date}, entry ${r.reference}`,
  }),
  noReceipts: { id: 'Belum ada setoran yang dicatat.', en: 'No payment has been recorded yet.' },
  marks: { id: 'Catatan setoran saya', en: 'My own record' },
  marksText: {
    id: 'Yang Anda bayar sendiri tiap pertemuan.',
    en: 'What you paid yourself at each meeting.',
  },
  full: { id: 'penuh', en: 'in full' },
  nothingAsked: { id: 'tidak ada angsuran', en: 'no instalment' },
  short: (amount: string): Words => ({ id: `kurang ${amount}`, en: `${amount} short` }),
  covered: (amount: string): Words => ({
    id: `ditanggung teman ${amount}`,
    en: `${amount} covered by friends`,
  }),
  claims: { id: 'Antar teman', en: 'Between friends' },
  iOwe: (name: string): Words => ({ id: `Anda berutang kepada ${name}`, en: `You owe ${name}` }),
  owesMe: (name: string): Words => ({ id: `${name} berutang kepada Anda`, en: `${name} owes you` }),
  consents: { id: 'Izin atas data saya', en: 'What I agreed to' },
  consentsText: {
    id: 'Anda boleh menariknya kapan saja, tanpa alasan. Keanggotaan tidak berubah.',
    en: 'You may take it back at any time, without a reason. You stay a member.',
  },
  noConsents: { id: 'Belum ada izin yang dicatat.', en: 'Nothing is on record.' },
  everyLender: { id: 'semua lembaga', en: 'every lender' },
  since: (day: string): Words => ({ id: `sejak ${day}`, en: `since ${day}` }),
  takenBack: (day: string): Words => ({ id: `ditarik ${day}`, en: `taken back ${day}` }),
  takeBack: { id: 'Tarik izin ini', en: 'Take this back' },
  takeBackText: {
    id: 'Data Anda tidak dikirim lagi untuk hal ini. Yang sudah dikirim tidak bisa dipanggil kembali.',
    en: 'Your data is not sent for this any more. What was sent cannot be called back.',
  },
  takeBackSure: { id: 'Ya, tarik', en: 'Yes, take it back' },
  print: { id: 'Unduh buku untuk dicetak (PDF)', en: 'Download the passbook to print (PDF)' },
  leave: { id: 'Selesai, tutup halaman', en: 'Done, close the page' },
  leaveText: {
    id: 'Halaman ini tertutup sendiri setelah 20 menit.',
    en: 'This page closes by itself after 20 minutes.',
  },
} as const;

import type { Words } from '#kernel/words.ts';

export const meetingListWords = {
  title: { id: 'Pertemuan hari ini', en: 'Today’s meetings' },
  none: { id: 'Tidak ada pertemuan hari ini.', en: 'No meetings today.' },
  noneText: { id: 'Pertemuan berikutnya ada di bawah.', en: 'The next ones are below.' },
  left: { id: 'Belum ditutup', en: 'Not closed yet' },
  leftText: {
    id: 'Sudah lewat harinya. Tutup setelah uangnya dihitung, atau batalkan dengan alasan.',
    en: 'Their day has passed. Close them once the cash is counted, or cancel them with a reason.',
  },
  today: { id: 'Hari ini', en: 'Today' },
  ahead: { id: 'Tujuh hari ke depan', en: 'The next seven days' },
  nearby: {
    id: 'Di wilayah Anda, dipimpin pendamping lain',
    en: 'In your area, led by other mentors',
  },
  members: (n: number): Words => ({ id: `${n} anggota`, en: `${n} members` }),
  closed: { id: 'Selesai', en: 'Closed' },
  cancelled: { id: 'Batal', en: 'Cancelled' },
  planned: { id: 'Buka', en: 'Open' },
  withoutSignal: {
    id: 'Sering tanpa sinyal? Siapkan aplikasi lapangan di HP ini',
    en: 'Often without signal? Set up the field app on this phone',
  },
  office: { id: 'Ke halaman kantor', en: 'To the office pages' },
  summary: (today: number, left: number): Words => ({
    id:
      today === 0
        ? 'Tidak ada pertemuan yang dijadwalkan hari ini.'
        : `${today} pertemuan hari ini${left > 0 ? `, ${left} dari hari lalu belum ditutup` : ''}.`,
    en:
      today === 0
        ? 'No meeting is planned for today.'
        : `${today} meeting${today === 1 ? '' : 's'} today${left > 0 ? `, ${left} from earlier not closed yet` : ''}.`,
  }),
} as const;

export const meetingPageWords = {
  number: (n: number): Words => ({ id: `pertemuan ke-${n}`, en: `meeting ${n}` }),
  back: { id: 'Pertemuan', en: 'Meetings' },
  notYet: (day: string): Words => ({
    id: `Pertemuan ini pada ${day}. Lembarnya terbuka pada harinya.`,
    en: `This meeting is on ${day}. Its sheet opens on the day.`,
  }),
  cancelledBecause: (why: string): Words => ({
    id: `Pertemuan ini dibatalkan: ${why}`,
    en: `This meeting was cancelled: ${why}`,
  }),
  closedTitle: { id: 'Pertemuan sudah ditutup', en: 'The meeting is closed' },
  closedText: (c: {
    present: number;
    members: number;
    received: string;
    mentor: string;
  }): Words => ({
    id: `${c.present} dari ${c.members} hadir. ${c.received} diterima, dibawa ${c.mentor}.`,
    en: `${c.present} of ${c.members} present. ${c.received} received, carried by ${c.mentor}.`,
  }),
  already: {
    id: 'Pertemuan ini sudah tersimpan lebih dulu. Yang tercatat adalah yang di bawah ini; periksa isinya.',
    en: 'This meeting had been kept before. What was recorded stands below; please check it.',
  },
  receipts: { id: 'Kuitansi', en: 'Receipts' },
  corrected: (first: Words): Words => ({
    id: `dibetulkan, semula ${first.id.toLowerCase()}`,
    en: `corrected, first ${first.en.toLowerCase()}`,
  }),
  covers: { id: 'Tanggung renteng', en: 'Joint liability' },
  coversFor: (payer: string, obligor: string): Words => ({
    id: `${payer} menanggung ${obligor}`,
    en: `${payer} covers ${obligor}`,
  }),
  bags: { id: 'Ke tas masing-masing lembaga', en: 'Into each institution’s bag' },
  count: { id: 'Uang yang dihitung', en: 'The cash counted' },
  cases: { id: 'Masalah yang diteruskan', en: 'Problems passed on' },
  caseTo: (department: string, due: string): Words => ({
    id: `${department}, jawab paling lambat ${due}`,
    en: `${department}, answer by ${due}`,
  }),
  topic: { id: 'Topik', en: 'Topic' },
  photos: { id: 'Foto', en: 'Photos' },
  cancelTitle: { id: 'Pertemuan batal', en: 'The meeting is off' },
  cancelWhy: { id: 'Mengapa batal?', en: 'Why is it off?' },
  cancel: { id: 'Batalkan pertemuan', en: 'Cancel the meeting' },
} as const;

export const receiptWords = {
  title: { id: 'Kuitansi', en: 'Receipts' },
  heading: { id: 'Bukti setoran', en: 'Receipt' },
  number: { id: 'Nomor', en: 'Number' },
  date: { id: 'Tanggal', en: 'Date' },
  from: { id: 'Diterima dari', en: 'Received from' },
  group: { id: 'Kelompok', en: 'Group' },
  loan: { id: 'Pinjaman', en: 'Loan' },
  repayment: { id: 'Angsuran', en: 'Repayment' },
  cover: { id: 'Menanggung teman', en: 'Covering a friend' },
  savings: { id: 'Tabungan', en: 'Savings' },
  total: { id: 'Jumlah', en: 'Total' },
  check: { id: 'Siapa pun bisa memeriksa kuitansi ini:', en: 'Anyone can check this receipt:' },
  qr: (number: string): Words => ({
    id: `Kode QR untuk memeriksa kuitansi ${number}`,
    en: `QR code to check receipt ${number}`,
  }),
  print: { id: 'Cetak', en: 'Print' },
  printHint: {
    id: 'Lebar kertas 58 mm. Pilih "Cetak" di menu peramban.',
    en: 'For 58 mm paper. Choose “Print” in the browser’s menu.',
  },
  file: { id: 'PDF 58 mm', en: 'PDF, 58 mm' },
  whatsapp: { id: 'Kirim lewat WhatsApp', en: 'Send by WhatsApp' },
  back: { id: 'Kembali ke pertemuan', en: 'Back to the meeting' },
  none: {
    id: 'Tidak ada uang yang diterima pada pertemuan ini, jadi tidak ada kuitansi.',
    en: 'No cash was taken at this meeting, so there are no receipts.',
  },
  message: (m: {
    name: string;
    total: string;
    group: string;
    date: string;
    number: string;
    url: string;
  }): Words => ({
    id: `${m.name}, setoran ${m.total} pada pertemuan ${m.group} ${m.date} sudah diterima. Kuitansi ${m.number}: ${m.url}`,
    en: `${m.name}, your payment of ${m.total} at the meeting of ${m.group} on ${m.date} was received. Receipt ${m.number}: ${m.url}`,
  }),
} as const;

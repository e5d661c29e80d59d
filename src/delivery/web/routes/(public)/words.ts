export const homeWords = {
  kicker: { id: 'Program UMKM', en: 'Small business programme' },
  description: {
    id: 'Dari wajan di dapur sampai usaha yang diakui: pendampingan, kelompok, modal, dan bukti bahwa semuanya terjadi.',
    en: 'From a pan in the kitchen to a recognised business: mentoring, groups, capital, and the proof that it happened.',
  },
  title: {
    id: 'Usaha kecil naik kelas, selangkah demi selangkah.',
    en: 'Small businesses move up, one step at a time.',
  },
  lead: {
    id: 'Di sini pemerintah kota, pendamping, dan lembaga keuangan mencatat perjalanan setiap usaha: kelompok yang dikukuhkan, pertemuan mingguan, modal, setoran, dan jawaban atas setiap masalah.',
    en: 'Here the city, its mentors and lenders keep the record of every business: recognised groups, weekly meetings, capital, repayments, and an answer to every problem.',
  },
  signIn: { id: 'Masuk untuk petugas & pendamping', en: 'Sign in for officers & mentors' },
  toToday: { id: 'Buka daftar hari ini', en: 'Open today’s list' },
  price: { id: 'Bandingkan harga pinjaman', en: 'Compare what loans cost' },
  priceText: {
    id: 'Terbuka untuk siapa saja: hitung harga tawaran apa pun, juga dari rentenir.',
    en: 'Open to anyone: work out the price of any offer, a moneylender’s too.',
  },
  card: {
    kind: 'kartu',
    title: { id: 'Buka kartu anggota', en: 'Open a member card' },
    text: {
      id: 'Arahkan kamera ponsel ke kode QR pada kartu, atau ketik kode di bawah QR.',
      en: 'Point the phone’s camera at the QR code on the card, or type the code below the QR.',
    },
    label: { id: 'Kode kartu', en: 'Card code' },
    action: { id: 'Buka kartu', en: 'Open the card' },
  },
  receipt: {
    kind: 'kuitansi',
    title: { id: 'Periksa kuitansi', en: 'Check a receipt' },
    text: {
      id: 'Siapa pun boleh memeriksa: kuitansi yang asli tampil hijau, tanpa data pribadi.',
      en: 'Anyone may check: a genuine receipt shows green, without personal data.',
    },
    label: { id: 'Kode kuitansi', en: 'Receipt code' },
    action: { id: 'Periksa', en: 'Check' },
  },
  whoTitle: { id: 'Untuk siapa', en: 'Who it is for' },
  who: [
    [
      { id: 'Pelaku usaha', en: 'Business owners' },
      {
        id: 'Melihat buku setoran, tanggal berikutnya, dan kuitansi sendiri dari kartu.',
        en: 'See their own passbook, next date and receipts from the card.',
      },
    ],
    [
      { id: 'Pendamping', en: 'Mentors' },
      {
        id: 'Menjalankan pertemuan mingguan di satu lembar, lalu menghitung uangnya sampai cocok.',
        en: 'Run the weekly meeting on one sheet and count the cash until it agrees.',
      },
    ],
    [
      { id: 'Dinas & lembaga keuangan', en: 'Departments & lenders' },
      {
        id: 'Memverifikasi, mengukuhkan, menyetujui, dan menjawab temuan tepat waktu.',
        en: 'Verify, recognise, approve, and answer findings on time.',
      },
    ],
    [
      { id: 'Pimpinan kota', en: 'City leaders' },
      {
        id: 'Satu halaman yang setiap angkanya dapat dibuka sampai ke catatannya.',
        en: 'One page on which every figure opens down to its records.',
      },
    ],
  ],
} as const;

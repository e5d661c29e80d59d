import type { Words } from '#kernel/words.ts';

export const applyWords = {
  title: { id: 'Ajukan pembiayaan', en: 'Apply for loans' },
  wishing: (n: number): Words => ({
    id: `${n} ingin meminjam`,
    en: `${n} ${n === 1 ? 'wishes' : 'wish'} to borrow`,
  }),
  wishesFirst: (n: number): Words => ({
    id: `${n} anggota menyatakan ingin meminjam pada pertemuan; kelompoknya di urutan teratas.`,
    en: `${n} ${n === 1 ? 'member' : 'members'} said at a meeting that they wish to borrow; their groups come first.`,
  }),
  wished: (day: string): Words => ({
    id: `Jumlah dan kegunaan seperti yang ia sebut pada pertemuan ${day}.`,
    en: `Amount and purpose as she said at the meeting on ${day}.`,
  }),
  notYours: {
    id: 'Pengajuan ditulis petugas dinas atau pendamping',
    en: 'Applications are written by department officers and mentors',
  },
  notYoursText: {
    id: 'Lembaga membaca, merekomendasikan, menyetujui, dan mencairkan yang sudah diajukan.',
    en: 'The institution reads, recommends, approves and pays out what was applied for.',
  },
  toApplications: { id: 'Lihat pengajuan', en: 'See the applications' },
  forOne: { id: 'Untuk satu orang saja', en: 'For one person alone' },
  forGroup: { id: 'Untuk kelompok', en: 'For a group' },
  oneTitle: { id: 'Ajukan untuk satu orang', en: 'Apply for one person' },
  stepPerson: { id: 'Orang', en: 'Person' },
  stepAsk: { id: 'Permohonan', en: 'What she asks' },
  pickPerson: {
    id: 'Cari orang yang mengajukan untuk dirinya sendiri. Tidak ada yang menanggung angsurannya.',
    en: 'Find the person who applies for herself. Nobody answers for her instalments.',
  },
  fillAsk: {
    id: 'Pra-cek memberi tahu yang perlu dibereskan dan caranya; tidak ada yang ditolak mesin.',
    en: 'The pre-check says what to put right and how; no machine refuses anybody.',
  },
  search: { id: 'Nama, usaha, atau nomor HP', en: 'Name, business or telephone' },
  find: { id: 'Cari', en: 'Search' },
  nobody: { id: 'Tidak ada yang cocok di wilayah Anda', en: 'Nobody matches in your area' },
  nobodyText: {
    id: 'Coba sebagian nama, nama usaha, atau nomor HP.',
    en: 'Try a part of the name, the business or the telephone number.',
  },
  noPersonProducts: {
    id: 'Belum ada produk untuk perorangan hari ini',
    en: 'No product for one person is on offer today',
  },
  noPersonProductsText: {
    id: 'Lembaga menentukan di ketentuan produknya siapa yang boleh mengajukan.',
    en: 'A lender says in the terms of its product who may apply.',
  },
  firstDuePersonHint: {
    id: 'Harinya dipakai seterusnya; angsuran dibayar di loket lembaga.',
    en: 'Its weekday stays; instalments are paid at the lender’s counter.',
  },
  preCheck: { id: 'Pra-cek hari ini', en: 'Pre-check of today' },
  stepGroup: { id: 'Kelompok', en: 'Group' },
  stepProduct: { id: 'Produk', en: 'Product' },
  stepMembers: { id: 'Anggota', en: 'Members' },
  pickGroup: {
    id: 'Pilih kelompok yang mengajukan. Hanya kelompok yang sudah dikukuhkan.',
    en: 'Choose the group that applies. Only recognised groups.',
  },
  pickProduct: { id: 'Pilih produk yang diajukan.', en: 'Choose the product to apply for.' },
  pickMembers: {
    id: 'Semua anggota ikut sampai centangnya dihapus. Pra-cek memberi tahu yang perlu dibereskan; tidak ada yang ditolak mesin.',
    en: 'Every member takes part until her tick is taken away. The pre-check says what to put right; no machine refuses anybody.',
  },
  noGroups: {
    id: 'Belum ada kelompok yang dikukuhkan di wilayah Anda',
    en: 'No recognised group in your area yet',
  },
  noGroupsText: {
    id: 'Kelompok bisa mengajukan setelah SK pengukuhannya terbit.',
    en: 'A group can apply once its decree is signed.',
  },
  toGroups: { id: 'Lihat kelompok', en: 'See groups' },
  noProducts: {
    id: 'Belum ada produk yang ditawarkan hari ini',
    en: 'No product is on offer today',
  },
  noProductsText: {
    id: 'Lembaga menawarkan produk, lalu orang keduanya menyetujui.',
    en: 'A lender offers a product, and its second person approves it.',
  },
  choose: { id: 'Pilih', en: 'Choose' },
  firstDueOn: { id: 'Angsuran pertama', en: 'First instalment' },
  firstDueHint: {
    id: 'Tanggal pertemuan sesudah pencairan; harinya dipakai seterusnya.',
    en: 'A meeting day after the disbursement; its weekday stays.',
  },
  takesPart: { id: 'Ikut', en: 'Takes part' },
  amount: { id: 'Jumlah', en: 'Amount' },
  purpose: { id: 'Untuk apa', en: 'What for' },
  consents: {
    id: 'Pernyataan sudah dibacakan dan ia setuju datanya dipakai lembaga ini',
    en: 'She was read the statement and agrees that this lender uses her data',
  },
  send: { id: 'Kirim pengajuan', en: 'Hand in the application' },
  sent: {
    id: 'Pengajuan terkirim. Menunggu rekomendasi petugas lembaga.',
    en: 'The application was handed in. It waits for the lender’s officer.',
  },
  change: { id: 'Ganti', en: 'Change' },
} satisfies Record<string, Words | ((about: never) => Words)>;

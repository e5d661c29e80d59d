import type { Words } from '#kernel/words.ts';

/** What a step is called, what it does, its button, and the sentence once it is done. */
export const stepTexts = {
  bayar: {
    title: { id: 'Terima angsuran', en: 'Take a repayment' },
    does: {
      id: 'Oleh peminjam, orang lain atas namanya, atau anggota yang menanggung; tepat waktu, lebih awal, terlambat, sebagian atau lebih.',
      en: 'By the borrower, somebody on her behalf or a member who covers; on time, early, late, in part or over.',
    },
    button: { id: 'Catat angsuran', en: 'Record the repayment' },
    done: { id: 'Angsuran tercatat dan dibukukan.', en: 'The repayment was recorded and posted.' },
  },
  tanggung: {
    title: { id: 'Ditanggung anggota lain', en: 'Covered by another member' },
    does: {
      id: 'Anggota tanggung renteng membayar angsuran yang kurang dan menjadi penagihnya. Lembaga melihat terbayar; catatan peminjam sendiri tetap memperlihatkan kekurangannya.',
      en: 'A member of the same lending group pays what is missing and becomes her creditor. The lender sees it paid; her own record still shows the miss.',
    },
    button: { id: 'Catat tanggungan', en: 'Record the cover' },
    done: { id: 'Tanggungan tercatat dan dibukukan.', en: 'The cover was recorded and posted.' },
  },
  lunas: {
    title: { id: 'Lunasi', en: 'Pay off' },
    does: {
      id: 'Menutup pinjaman hari ini. Meminta kurang dari seluruh jasa jadwal adalah pembebasan, jadi perlu orang kedua.',
      en: 'Closes the loan today. Asking for less than the whole plan’s interest is a waiver, so a second person approves it.',
    },
    button: { id: 'Catat pelunasan', en: 'Record the payoff' },
    done: { id: 'Pelunasan tercatat.', en: 'The payoff was recorded.' },
  },
  biaya: {
    title: { id: 'Kenakan biaya atau denda', en: 'Charge a fee or penalty' },
    does: {
      id: 'Dibayar lebih dulu daripada jasa dan pokok angsuran yang sama. Yang bertanggal mundur menghitung ulang setoran sesudahnya.',
      en: 'Paid before interest and principal of the same instalment. A backdated one recomputes the repayments after it.',
    },
    button: { id: 'Kenakan', en: 'Charge it' },
    done: { id: 'Biaya atau denda tercatat.', en: 'The charge was recorded.' },
  },
  bebaskan: {
    title: { id: 'Bebaskan jasa, biaya, atau denda', en: 'Waive interest, a fee or a penalty' },
    does: {
      id: 'Pemberi pinjaman melepas sebagian haknya. Pokok tidak bisa dibebaskan di sini.',
      en: 'The lender gives up part of its due. Principal cannot be waived here.',
    },
    button: { id: 'Usulkan pembebasan', en: 'Propose the waiver' },
    done: { id: 'Pembebasan tercatat.', en: 'The waiver was recorded.' },
  },
  'susun-ulang': {
    title: { id: 'Susun ulang jadwal', en: 'Restructure' },
    does: {
      id: 'Sisa kewajiban disebar lagi dengan ketentuan baru mulai hari ini. Jadwal lama tetap tersimpan.',
      en: 'What is still owed is spread anew under new terms from today. The old schedule is kept.',
    },
    button: { id: 'Usulkan jadwal baru', en: 'Propose the new schedule' },
    done: { id: 'Jadwal baru berlaku.', en: 'The new schedule is in force.' },
  },
  tambah: {
    title: { id: 'Tambah pinjaman', en: 'Lend more' },
    does: {
      id: 'Uang tambahan dari brankas, dengan angsuran sendiri di samping yang berjalan.',
      en: 'More money from the till, with instalments of its own beside those that run.',
    },
    button: { id: 'Usulkan tambahan', en: 'Propose it' },
    done: { id: 'Tambahan pinjaman dicairkan.', en: 'The additional money was handed out.' },
  },
  tahap: {
    title: { id: 'Cairkan tahap berikut', en: 'Disburse the next tranche' },
    does: {
      id: 'Bagian berikut dari jumlah yang sudah disetujui.',
      en: 'The next part of what was approved.',
    },
    button: { id: 'Usulkan pencairan', en: 'Propose the disbursement' },
    done: { id: 'Tahap berikut dicairkan.', en: 'The next tranche was handed out.' },
  },
  'hapus-buku': {
    title: { id: 'Hapus buku', en: 'Write off' },
    does: {
      id: 'Sisa pokok keluar dari neraca menjadi beban, tetapi tetap ditagih. Utang kepada anggota yang menanggung tidak berubah.',
      en: 'The principal left leaves the balance sheet as a loss but is still claimed. What she owes members who covered her does not change.',
    },
    button: { id: 'Usulkan hapus buku', en: 'Propose the write-off' },
    done: { id: 'Pinjaman dihapusbukukan.', en: 'The loan was written off.' },
  },
  tertagih: {
    title: { id: 'Terima setelah hapus buku', en: 'Recovery after write-off' },
    does: {
      id: 'Uang yang masuk menjadi pendapatan dan mengurangi tagihan di luar neraca.',
      en: 'Money that comes in is income and lowers the claim off the balance sheet.',
    },
    button: { id: 'Catat penerimaan', en: 'Record it' },
    done: { id: 'Penerimaan tercatat.', en: 'The recovery was recorded.' },
  },
  'hapus-tagih': {
    title: { id: 'Hapus tagih', en: 'Forgive the debt' },
    does: {
      id: 'Tagihannya sendiri dilepas, seluruhnya atau sebagian. Hanya setelah hapus buku.',
      en: 'The claim itself is let go of, in whole or in part. Only after a write-off.',
    },
    button: { id: 'Usulkan hapus tagih', en: 'Propose it' },
    done: { id: 'Tagihan dihapus.', en: 'The debt was forgiven.' },
  },
  kembalikan: {
    title: { id: 'Kembalikan kelebihan bayar', en: 'Refund what was overpaid' },
    does: {
      id: 'Tunai dari brankas, atau ke simpanan sukarelanya.',
      en: 'In cash from the till, or into her voluntary savings.',
    },
    button: { id: 'Kembalikan', en: 'Refund' },
    done: { id: 'Kelebihan bayar dikembalikan.', en: 'The overpayment was refunded.' },
  },
  batalkan: {
    title: { id: 'Batalkan sebuah catatan', en: 'Reverse an entry' },
    does: {
      id: 'Catatan asli dan tanda terimanya tidak berubah; pembatalannya menjadi catatan baru, dan pinjaman dihitung ulang sejak hari itu. Uang setoran keluar dari brankas.',
      en: 'The entry and its receipt do not change; the reversal is an entry of its own and the loan is computed again from that day. Money of a repayment leaves the till.',
    },
    button: { id: 'Batalkan catatan', en: 'Reverse the entry' },
    done: { id: 'Catatan dibatalkan.', en: 'The entry was reversed.' },
  },
} satisfies Record<string, Record<'title' | 'does' | 'button' | 'done', Words>>;

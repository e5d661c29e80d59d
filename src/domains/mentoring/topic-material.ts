import type { Words } from '#kernel/words.ts';
import type { TopicCode } from './topics.ts';

/** What a mentor says about a topic in ten minutes, short enough to be read out; it travels with the app. */
export const topicMaterial: Readonly<Record<TopicCode, readonly Words[]>> = {
  bookkeeping: [
    {
      id: 'Dua kolom cukup: uang masuk, uang keluar. Tulis hari itu juga.',
      en: 'Two columns are enough: money in, money out. Write it the same day.',
    },
    {
      id: 'Pisahkan dompet usaha dan dompet rumah; yang diambil untuk rumah juga ditulis.',
      en: 'Keep the purse of the business and of the house apart; write down what the house takes.',
    },
    {
      id: 'Setiap minggu jumlahkan: sisa minggu ini lebih atau kurang dari minggu lalu?',
      en: 'Add up every week: is more or less left than last week?',
    },
  ],
  pricing: [
    {
      id: 'Harga jual = bahan + kemasan + gas dan ongkos + upah sendiri + untung.',
      en: 'Price = ingredients + packaging + gas and transport + your own pay + profit.',
    },
    {
      id: 'Hitung untuk satu adonan, lalu bagi dengan banyaknya bungkus.',
      en: 'Work it out for one batch, then divide by the number of packs.',
    },
    {
      id: 'Tenaga sendiri juga dibayar: kalau tidak, harganya terlalu murah.',
      en: 'Your own work is paid too; otherwise the price is too low.',
    },
  ],
  hygiene: [
    {
      id: 'Cuci tangan, ikat rambut, lap meja sebelum mulai.',
      en: 'Wash your hands, tie your hair, wipe the table before you start.',
    },
    {
      id: 'Bahan mentah jauh dari yang matang; simpan tertutup.',
      en: 'Keep raw away from cooked, and covered.',
    },
    {
      id: 'Kemasan rapat, bertuliskan nama, isi, tanggal buat, dan tanggal baik.',
      en: 'Tight packaging that says name, contents, day made and best before.',
    },
  ],
  permits: [
    {
      id: 'Mulai dari NIB: gratis, di oss.go.id, cukup KTP dan nomor HP.',
      en: 'Begin with the NIB: free, at oss.go.id, with an identity card and a phone number.',
    },
    {
      id: 'Pangan rumahan tahan lebih dari 7 hari perlu SPP-IRT dari Dinas Kesehatan.',
      en: 'Home-made food that keeps over 7 days needs an SPP-IRT of the health department.',
    },
    {
      id: 'Halal bisa lewat pernyataan sendiri; pendamping membantu mengisi.',
      en: 'Halal may be self-declared; a mentor helps to fill it in.',
    },
  ],
  selling: [
    {
      id: 'Foto di dekat jendela pagi hari, latar polos, satu produk.',
      en: 'Take the picture by a window in the morning, plain background, one product.',
    },
    {
      id: 'Tulis harga, isi, cara pesan, dan wilayah antar.',
      en: 'Say the price, the contents, how to order and where you deliver.',
    },
    {
      id: 'Jawab pesan secepatnya; minta pembeli mengirim testimoni.',
      en: 'Answer quickly; ask buyers for a word of praise.',
    },
  ],
  saving: [
    {
      id: 'Sisihkan dulu, baru belanja: sedikit setiap minggu.',
      en: 'Set aside first, then spend: a little every week.',
    },
    {
      id: 'Dana darurat: pelan-pelan sampai cukup untuk sebulan.',
      en: 'Emergency fund: slowly, until it covers a month.',
    },
    {
      id: 'Tabungan di kelompok tercatat di buku anggota; cocokkan setiap minggu.',
      en: 'Savings with the group stand in the passbook; compare every week.',
    },
  ],
  lenders: [
    {
      id: 'Tanya tiga hal: terima berapa, bayar berapa kali, total bayar berapa.',
      en: 'Ask three things: how much you get, how many payments, how much in all.',
    },
    {
      id: 'Bunga harian kecil bisa berarti dua kali lipat setahun.',
      en: 'A small daily rate may mean double in a year.',
    },
    {
      id: 'Cek izin di OJK (kontak 157); jangan serahkan foto KTP ke yang tidak dikenal.',
      en: 'Check the licence with OJK (call 157); never hand a photo of your identity card to strangers.',
    },
  ],
  together: [
    {
      id: 'Kalau satu kurang, kelompok menanggung, dan ia mengembalikan kepada temannya.',
      en: 'If one is short the group covers her, and she pays her friends back.',
    },
    {
      id: 'Urutan pengembalian disepakati di depan semua.',
      en: 'The order of paying back is agreed in front of all.',
    },
    {
      id: 'Bicarakan kesulitan sebelum hari setor, bukan sesudahnya.',
      en: 'Speak of trouble before the day of payment, not after.',
    },
  ],
  health: [
    {
      id: 'Anak ditimbang setiap bulan di posyandu; catat di buku KIA.',
      en: 'Children are weighed monthly at the posyandu; keep the record book.',
    },
    {
      id: 'Cek BPJS keluarga: masih aktif atau menunggak?',
      en: 'Check the family’s BPJS: active or in arrears?',
    },
    {
      id: 'Sakit yang lama disampaikan ke Puskesmas, bukan ditunggu.',
      en: 'Take a long illness to the health centre; do not wait.',
    },
  ],
  other: [
    {
      id: 'Tulis topiknya dalam catatan singkat, agar pertemuan lain bisa belajar.',
      en: 'Write the topic in the short note, so that other meetings can learn from it.',
    },
  ],
};

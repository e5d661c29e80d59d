import type { Words } from '#kernel/words.ts';

export const checkWords = {
  title: { id: 'Kode tidak terbaca', en: 'The code cannot be read' },
  card: {
    id: 'Ini bukan kode kartu. Kodenya ada di bawah gambar QR: huruf dan angka, tanpa spasi.',
    en: 'This is not a card code. It stands below the QR picture: letters and digits, without spaces.',
  },
  receipt: {
    id: 'Ini bukan kode kuitansi. Kodenya ada di bawah gambar QR pada kuitansi: huruf dan angka, tanpa spasi.',
    en: 'This is not a receipt code. It stands below the QR picture on the receipt: letters and digits, without spaces.',
  },
  again: { id: 'Coba lagi', en: 'Try again' },
} satisfies Record<string, Words>;

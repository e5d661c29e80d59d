import type { Words } from '#kernel/words.ts';

export const pinWords = {
  title: { id: 'PIN anggota', en: 'Member PINs' },
  sub: {
    id: 'Dengan kartu dan PIN, anggota membuka buku pinjaman dan simpanannya sendiri. PIN baru langsung mematikan PIN lama.',
    en: 'With card and PIN a member opens her own passbook. A new PIN ends the old one at once.',
  },
  members: { id: 'Anggota', en: 'Members' },
  name: { id: 'Nama', en: 'Name' },
  card: { id: 'Kartu', en: 'Card' },
  noCard: { id: 'belum ada kartu', en: 'no card yet' },
  pin: { id: 'PIN', en: 'PIN' },
  set: { id: 'sudah ada', en: 'set' },
  notSet: { id: 'belum ada', en: 'not set' },
  make: { id: 'Buat PIN baru', en: 'Make a new PIN' },
  action: { id: 'Tindakan', en: 'Action' },
  none: { id: 'Belum ada anggota', en: 'No members yet' },
  noneText: {
    id: 'Kartu anggota dibuat begitu kelompok dikukuhkan.',
    en: 'Member cards are made as soon as the group is recognised.',
  },
  once: {
    id: 'PIN hanya ditampilkan sekali. Cetak atau salin sekarang, lalu serahkan langsung kepada anggota.',
    en: 'The PIN is shown only once. Print or copy it now, and hand it to the member herself.',
  },
  slip: { id: 'PIN kartu anggota', en: 'Member card PIN' },
  cardNumber: { id: 'Nomor kartu', en: 'Card number' },
  group: { id: 'Kelompok', en: 'Group' },
  how: {
    id: 'Pindai QR di kartu dengan ponsel, lalu ketik PIN ini. Hafalkan, simpan terpisah dari kartu, dan jangan beri tahu siapa pun, juga petugas.',
    en: 'Scan the QR on the card with a phone, then type this PIN. Remember it, keep it apart from the card, and tell nobody, not even an officer.',
  },
  print: { id: 'Cetak slip PIN', en: 'Print PIN slip' },
  done: { id: 'Selesai', en: 'Done' },
} satisfies Record<string, Words>;

export function madeWords(name: string): Words {
  return { id: `PIN baru untuk ${name}`, en: `New PIN for ${name}` };
}

/** Read out after "Buat PIN baru", so that the buttons of a list are told apart. */
export function forWords(name: string): Words {
  return { id: ` untuk ${name}`, en: ` for ${name}` };
}

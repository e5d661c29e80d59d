import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

export const recogniseWords = {
  title: { id: 'Kukuhkan kelompok', en: 'Recognise groups' },
  sub: {
    id: 'Satu SK untuk satu atau beberapa kelompok yang sudah diverifikasi. Isi SK tidak dapat diubah setelah ditetapkan.',
    en: 'One decree for one or several verified groups. Once signed, its content cannot change.',
  },
  which: { id: 'Kelompok yang sudah diverifikasi', en: 'Verified groups' },
  members: { id: 'anggota', en: 'members' },
  years: { id: 'Masa berlaku', en: 'In force for' },
  noting: { id: 'Memperhatikan', en: 'Papers noted' },
  notingHint: {
    id: 'Berita acara atau surat yang mendasari, satu per baris. Bila kosong, disebut hasil verifikasi petugas.',
    en: 'Minutes or letters it stands on, one a line. Left empty, it names the officers’ verification.',
  },
  summary: { id: 'Yang akan terjadi', en: 'What will happen' },
  sign: { id: 'Tetapkan SK', en: 'Sign the decree' },
  empty: {
    id: 'Tidak ada kelompok yang menunggu pengukuhan',
    en: 'No group waits for recognition',
  },
  emptyText: {
    id: 'Kelompok muncul di sini setelah diusulkan dan diverifikasi petugas lain.',
    en: 'Groups appear here once they are proposed and verified by another officer.',
  },
  back: { id: 'Kembali ke daftar kelompok', en: 'Back to the list of groups' },
} satisfies Record<string, Words>;

export function yearsWords(years: number): Words {
  return { id: `${years} tahun`, en: years === 1 ? '1 year' : `${years} years` };
}

export function signedWords(number: string): Words {
  return {
    id: `SK ${number} ditetapkan. Dokumen PDF sedang dibuat.`,
    en: `Decree ${number} is signed. Its PDF documents are being made.`,
  };
}

/** The summary before what cannot be undone. */
export function summaryWords(about: {
  signatory: string;
  rank: string | null;
  office: string;
  today: string;
}): Words {
  const rank = about.rank ? `, ${about.rank}` : '';
  return {
    id: `Pada ${formatDate(about.today, 'id', 'long')}, ${about.signatory}${rank} menetapkan Keputusan Kepala ${about.office} dengan nomor urut berikutnya. Kelompok yang dicentang menjadi aktif hari ini; setiap anggotanya mendapat kartu ber-QR. SK, piagam, dan lembar kartu dibuat sebagai PDF. Perubahan sesudahnya hanya dengan SK perubahan atau pencabutan.`,
    en: `On ${formatDate(about.today, 'en', 'long')}, ${about.signatory}${rank} signs a decree of the head of ${about.office} under the next number. The ticked groups become active today and each member gets a QR card. Decree, certificates and card sheets are made as PDF. Later changes need an amending or withdrawing decree.`,
  };
}

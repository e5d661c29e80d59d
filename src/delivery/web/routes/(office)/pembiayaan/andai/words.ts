import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { Outlook } from '#domains/lending/what-if.ts';

export const whatIfWords = {
  title: { id: 'Andai diubah', en: 'What if' },
  sub: {
    id: 'Lihat dulu tanggal dan biaya baru tiap anggota. Tidak ada yang berubah sebelum diusulkan dan disetujui orang kedua.',
    en: 'See each member’s new dates and cost first. Nothing changes until it is proposed and a second person approves it.',
  },
  day: { id: 'Pindah hari pertemuan ke', en: 'Move the meeting day to' },
  sameDay: { id: 'tetap', en: 'as it is' },
  closure: { id: 'Lewati libur', en: 'Skip a closure' },
  noClosure: { id: 'tidak ada yang dilewati', en: 'skip none' },
  lower: { id: 'Ringankan angsuran', en: 'Lower the instalment' },
  keep: { id: 'tetap', en: 'as it is' },
  to75: { id: 'jadi kira-kira tiga perempatnya', en: 'to about three quarters' },
  to50: { id: 'jadi kira-kira separuhnya', en: 'to about half' },
  extra: { id: 'Perpanjang, kali angsuran', en: 'Extend, instalments' },
  show: { id: 'Lihat akibatnya', en: 'See what it does' },
  members: { id: 'Tiap anggota', en: 'Each member' },
  member: { id: 'Anggota', en: 'Member' },
  instalment: { id: 'Angsuran', en: 'Instalment' },
  next: { id: 'Berikutnya', en: 'Next' },
  last: { id: 'Selesai', en: 'Ends' },
  left: { id: 'Masih dibayar', en: 'Still to pay' },
  more: { id: 'Beda biaya', en: 'Change of cost' },
  noMore: { id: 'tetap', en: 'none' },
  nothing: { id: 'Tidak ada sisa angsuran yang bisa diubah', en: 'No instalments left to change' },
  empty: { id: 'Tidak ada pinjaman berjalan', en: 'No running loans' },
  emptyText: {
    id: 'Kelompok ini belum punya pinjaman berjalan di wilayah Anda.',
    en: 'This group has no running loan within your area.',
  },
  notAsked: {
    id: 'Pilih satu perubahan di atas; angka baru muncul di sebelah yang sekarang.',
    en: 'Choose a change above; the new figures appear beside the present ones.',
  },
  how: {
    id: 'Memindah hari atau melewati libur tidak menambah biaya bila jasanya dihitung per angsuran. Bila angsurannya ditambah, jasa dihitung lagi dari sisa pokok dengan suku pinjaman itu sendiri, seperti penyusunan ulang.',
    en: 'Moving the day or skipping a closure costs nothing where interest is counted per instalment. With more instalments, interest is counted anew on the principal left at the loan’s own rate, as a restructure does.',
  },
  commit: {
    id: 'Yang berlaku persis angka di tabel. Bila ada setoran masuk sebelum disetujui, usulannya ditolak dan dilihat lagi.',
    en: 'What comes into force is exactly the table. If something is paid before it is approved, the proposal is refused and looked at again.',
  },
  commitTitle: { id: 'Berlakukan', en: 'Put it into force' },
  forWhom: { id: 'Untuk siapa', en: 'For whom' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Misalnya: disepakati di pertemuan 18 Nov.',
    en: 'For instance: agreed at the meeting of 18 Nov.',
  },
  propose: { id: 'Usulkan penyusunan ulang', en: 'Propose the restructure' },
  proposed: {
    id: 'Diusulkan. Orang kedua di lembaga menyetujuinya dari halaman Hari ini.',
    en: 'Proposed. A second person of the lender approves it from Today.',
  },
  closureTitle: { id: 'Catat libur', en: 'Write down a closure' },
  closureName: { id: 'Nama libur', en: 'Name' },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Sampai', en: 'To' },
  document: { id: 'Dasar', en: 'Source' },
  documentHint: {
    id: 'Misalnya SKB tiga menteri 2027',
    en: 'For instance the joint decree for 2027',
  },
  write: { id: 'Catat', en: 'Write down' },
  closureWritten: {
    id: 'Libur dicatat dan dipilih.',
    en: 'The closure was written down and chosen.',
  },
} satisfies Record<string, Words>;

interface Line {
  readonly before: Outlook;
  readonly after: Outlook | null;
}

/** What the change comes to for all of them, before the table. */
export function resultInWords(lines: readonly Line[]): Words {
  const changed = lines.flatMap(({ before, after }) => (after ? [{ before, after }] : []));
  const more = changed.reduce(
    (sum, { before, after }) => sum + after.leftRupiah - before.leftRupiah,
    0n,
  );
  const n = changed.length;
  if (more === 0n) {
    return {
      id: `${n} pinjaman berubah tanggalnya, biayanya tetap.`,
      en: `The dates of ${n} ${n === 1 ? 'loan change' : 'loans change'}, the cost stays.`,
    };
  }
  const size = more < 0n ? -more : more;
  return {
    id: `${n} pinjaman berubah; biayanya ${more > 0n ? 'bertambah' : 'berkurang'} ${formatRupiah(size, 'id')} seluruhnya.`,
    en: `${n} ${n === 1 ? 'loan changes' : 'loans change'}; the cost ${more > 0n ? 'rises' : 'falls'} by ${formatRupiah(size, 'en')} in all.`,
  };
}

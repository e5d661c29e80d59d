import type { ClaimState } from '#domains/lending/member-claims.ts';
import type { ClaimEntry } from '#domains/lending/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';

export const renteng = {
  title: { id: 'Tanggung renteng', en: 'Joint liability' },
  series: { id: 'Dua catatan yang jujur', en: 'Two honest records' },
  seriesText: {
    id: 'Lembaga melihat angsuran yang ditanggung sebagai terbayar; catatan anggota sendiri memperlihatkan siapa yang kurang.',
    en: 'The lender sees covered instalments as paid; the members’ own record shows who missed.',
  },
  member: { id: 'Anggota', en: 'Member' },
  due: { id: 'Tagihan', en: 'Due' },
  lenderSaw: { id: 'Dilihat lembaga', en: 'Seen by the lender' },
  herself: { id: 'Bayar sendiri', en: 'Paid herself' },
  missed: { id: 'Kurang bayar', en: 'Missed' },
  times: { id: 'kali', en: 'times' },
  left: { id: 'sudah keluar; utangnya tetap', en: 'has left; the debt stays' },
  claims: { id: 'Utang antaranggota', en: 'Claims between members' },
  order: { id: 'Ke', en: 'No.' },
  debtor: { id: 'Yang berutang', en: 'Owes' },
  creditor: { id: 'Yang menanggung', en: 'Covered' },
  since: { id: 'Sejak', en: 'Since' },
  covered: { id: 'Ditanggung', en: 'Covered' },
  owed: { id: 'Sisa', en: 'Left' },
  none: {
    id: 'Tidak ada utang antaranggota: belum ada angsuran yang ditanggung.',
    en: 'No claims between members: no instalment was covered yet.',
  },
  repay: { id: 'Catat pembayaran kepada yang menanggung', en: 'Record a payment to who covered' },
  repayText: {
    id: 'Uangnya dari tangan ke tangan, tidak melewati kas lembaga. Dibagi menurut urutan yang disepakati.',
    en: 'The money goes from hand to hand, not through the lender’s cash. Spread in the agreed order.',
  },
  amount: { id: 'Jumlah', en: 'Amount' },
  on: { id: 'Tanggal diserahkan', en: 'Day it was handed over' },
  record: { id: 'Catat pembayaran', en: 'Record the payment' },
  forgive: { id: 'Relakan', en: 'Forgive' },
  forgiveText: {
    id: 'Hanya yang menanggung boleh merelakan; pinjamannya sendiri tidak berubah.',
    en: 'Only the member who covered may forgive; the loan itself does not change.',
  },
  which: { id: 'Utang yang mana', en: 'Which claim' },
  agrees: {
    id: 'Yang menanggung sendiri sudah menyatakan rela',
    en: 'The member who covered has said so herself',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  agreeOrder: { id: 'Urutan pelunasan', en: 'Order of repayment' },
  agreeText: {
    id: 'Tanpa kesepakatan lain, yang lebih dulu ditanggung lebih dulu dilunasi. Beri nomor urut baru bila kelompok sepakat.',
    en: 'Without another agreement the oldest cover is repaid first. Number them anew when the group agrees.',
  },
  agreedOn: { id: 'Disepakati', en: 'Agreed' },
  agreed: { id: 'Disepakati di', en: 'Agreed at' },
  saveOrder: { id: 'Simpan kesepakatan', en: 'Keep the agreement' },
  entries: { id: 'Yang terjadi', en: 'What happened' },
  reverse: { id: 'Batalkan', en: 'Reverse' },
  reversed: { id: 'dibatalkan', en: 'reversed' },
  repaidDone: { id: 'Pembayaran antaranggota tercatat.', en: 'The payment was recorded.' },
  forgivenDone: { id: 'Direlakan dan tercatat.', en: 'Forgiven and recorded.' },
  orderDone: { id: 'Urutan yang disepakati tersimpan.', en: 'The agreed order is kept.' },
  reversedDone: { id: 'Catatan dibatalkan.', en: 'The entry was reversed.' },
} satisfies Record<string, Words>;

export const claimStates: Readonly<Record<ClaimState, Words>> = {
  open: { id: 'terbuka', en: 'open' },
  repaid: { id: 'lunas', en: 'repaid' },
  forgiven: { id: 'direlakan', en: 'forgiven' },
  void: { id: 'tanggungan dibatalkan', en: 'cover reversed' },
};

/** What became of a claim, in a sentence. */
export function entrySentence(entry: ClaimEntry, lang: Lang): string {
  const amount = formatRupiah(entry.amountRupiah, lang);
  const { debtorName: debtor, creditorName: creditor } = entry;
  const said: Readonly<Record<ClaimEntry['kind'], Words>> = {
    repaid: {
      id: `${debtor} membayar ${amount} kepada ${creditor}`,
      en: `${debtor} paid ${amount} to ${creditor}`,
    },
    forgiven: {
      id: `${creditor} merelakan ${amount} dari ${debtor}`,
      en: `${creditor} forgave ${debtor} ${amount}`,
    },
    void: {
      id: `Tanggungan ${creditor} untuk ${debtor}, ${amount}, dibatalkan`,
      en: `${creditor}’s cover for ${debtor}, ${amount}, was reversed`,
    },
    reversal: {
      id: `Catatan ${amount} antara ${debtor} dan ${creditor} dibatalkan`,
      en: `An entry of ${amount} between ${debtor} and ${creditor} was reversed`,
    },
  };
  const why = entry.reason === '' ? '' : `: ${entry.reason}`;
  const by = lang === 'id' ? 'dicatat' : 'recorded by';
  return `${formatDate(entry.on, lang)} · ${said[entry.kind][lang]}${why} (${by} ${entry.byName}).`;
}

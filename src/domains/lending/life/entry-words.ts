import type { Words } from '#kernel/words.ts';
import type { LifeEntry } from './loan-life.ts';

const names: Readonly<Record<LifeEntry['kind'], Words>> = {
  disbursement: { id: 'Pencairan', en: 'Disbursement' },
  repayment: { id: 'Angsuran', en: 'Repayment' },
  fee: { id: 'Biaya', en: 'Fee' },
  penalty: { id: 'Denda', en: 'Penalty' },
  tranche: { id: 'Pencairan tahap berikut', en: 'Next tranche' },
  'top-up': { id: 'Tambahan pinjaman', en: 'Top-up' },
  waiver: { id: 'Pembebasan', en: 'Waiver' },
  restructure: { id: 'Penyusunan ulang jadwal', en: 'Restructure' },
  prepayment: { id: 'Pokok dibayar di muka', en: 'Principal paid ahead' },
  'write-off': { id: 'Hapus buku', en: 'Write-off' },
  forgiveness: { id: 'Hapus tagih', en: 'Debt forgiven' },
  recovery: { id: 'Penerimaan setelah hapus buku', en: 'Recovery after write-off' },
  refund: { id: 'Pengembalian kelebihan bayar', en: 'Refund of overpayment' },
  reallocation: { id: 'Perhitungan ulang', en: 'Recomputed' },
  reversal: { id: 'Pembatalan', en: 'Reversal' },
};

const parts = {
  interest: { id: 'jasa', en: 'interest' },
  fee: { id: 'biaya', en: 'fee' },
  penalty: { id: 'denda', en: 'penalty' },
} as const;

/** What an entry of a loan's life is called. */
export function nameOfEntry(entry: Pick<LifeEntry, 'kind' | 'part'>): Words {
  const name = names[entry.kind];
  if (entry.part === null) return name;
  const part = parts[entry.part];
  return { id: `${name.id} ${part.id}`, en: `${name.en} of ${part.en}` };
}

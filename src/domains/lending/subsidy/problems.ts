import { formatDate } from '#kernel/date.ts';
import { formatScaled } from '#kernel/scaled.ts';
import type { Words } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';

/** Every refusal about the government's share of interest. Amounts come with the digits of their scale. */
export const subsidyProblems = defineProblems('lending', {
  unknownSubsidy: {
    status: 404,
    say: () => ({
      id: 'Perjanjian subsidi tidak ditemukan. Buka lagi dari daftar perjanjian.',
      en: 'The subsidy agreement was not found. Open it again from the list.',
    }),
  },
  subsidyNumberTaken: {
    status: 409,
    field: 'number',
    say: (d: { number: string }) => ({
      id: `Nomor perjanjian "${d.number}" sudah dipakai. Periksa dokumennya.`,
      en: `The agreement number "${d.number}" is taken. Check its document.`,
    }),
  },
  headAccepts: {
    status: 403,
    say: () => ({
      id: 'Perjanjian subsidi disetujui kepala dinas. Mintalah kepala dinas membuka usulan ini.',
      en: 'A subsidy agreement is accepted by the head of department. Ask the head to open this proposal.',
    }),
  },
  notThisLender: {
    status: 409,
    field: 'institutionId',
    say: () => ({
      id: 'Lembaga ini tidak memegang buku pinjamannya sendiri, jadi tidak menagih subsidi dengan berkas.',
      en: 'This lender does not keep its own loan books, so it claims no subsidy by file.',
    }),
  },
  outsideAgreement: {
    status: 409,
    say: (d: { number: string; why: Words }) => ({
      id: `Pinjaman ${d.number} di luar perjanjian: ${d.why.id} Tidak ada yang dicatat.`,
      en: `Loan ${d.number} is outside the agreement: ${d.why.en} Nothing was recorded.`,
    }),
  },
  alreadySubsidised: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Pinjaman ${d.number} sudah mendapat subsidi. Satu pinjaman hanya sekali.`,
      en: `Loan ${d.number} has a subsidy already. A loan gets it once.`,
    }),
  },
  capReached: {
    status: 409,
    say: (d: { needed: bigint; left: bigint; digits: number }) => ({
      id: `Sisa pagu tinggal ${formatScaled(d.left, d.digits, 'id')}, sedangkan pinjaman ini memerlukan ${formatScaled(d.needed, d.digits, 'id')}. Kurangi jumlah pinjaman atau tambah anggaran dengan perjanjian baru.`,
      en: `Only ${formatScaled(d.left, d.digits, 'en')} of the budget is left and these loans need ${formatScaled(d.needed, d.digits, 'en')}. Take fewer loans or add budget by a new agreement.`,
    }),
  },
  notSubsidised: {
    status: 404,
    say: () => ({
      id: 'Pinjaman ini tidak sedang mendapat subsidi. Buka lagi dari halaman perjanjian.',
      en: 'This loan has no running subsidy. Open it again from the agreement’s page.',
    }),
  },
  endNotPossible: {
    status: 422,
    field: 'endedOn',
    say: (d: { from: string; to: string }) => ({
      id: `Tanggal berakhir harus ${formatDate(d.from, 'id')} sampai ${formatDate(d.to, 'id')}.`,
      en: `The subsidy must end between ${formatDate(d.from, 'en')} and ${formatDate(d.to, 'en')}.`,
    }),
  },
  dayNotCome: {
    status: 422,
    field: 'day',
    say: (d: { day: string }) => ({
      id: `${formatDate(d.day, 'id')} belum tiba. Subsidi dihitung sampai hari ini.`,
      en: `${formatDate(d.day, 'en')} has not come. Subsidy is accrued up to today.`,
    }),
  },
  monthNotOver: {
    status: 409,
    field: 'month',
    say: (d: { until: string }) => ({
      id: `Bulan itu baru berakhir ${formatDate(d.until, 'id')}. Tagih setelah bulannya selesai.`,
      en: `That month ends on ${formatDate(d.until, 'en')}. Claim when it is over.`,
    }),
  },
  nothingToClaim: {
    status: 409,
    field: 'month',
    say: () => ({
      id: 'Tidak ada subsidi yang belum ditagih sampai akhir bulan itu.',
      en: 'There is no subsidy left to claim up to the end of that month.',
    }),
  },
  alreadyClaimed: {
    status: 409,
    field: 'month',
    say: (d: { number: string }) => ({
      id: `Bulan itu sudah ditagih dengan ${d.number}. Buka tagihan itu.`,
      en: `That month was claimed with ${d.number}. Open that claim.`,
    }),
  },
  unknownClaim: {
    status: 404,
    say: () => ({
      id: 'Tagihan tidak ditemukan. Buka lagi dari halaman perjanjian.',
      en: 'The claim was not found. Open it again from the agreement’s page.',
    }),
  },
  claimWrongState: {
    status: 409,
    say: (d: { number: string; state: Words; needed: Words }) => ({
      id: `Tagihan ${d.number} berstatus ${d.state.id}; langkah ini untuk tagihan yang ${d.needed.id}. Muat ulang halaman.`,
      en: `Claim ${d.number} is ${d.state.en}; this step is for one that is ${d.needed.en}. Reload the page.`,
    }),
  },
  acceptedMoreThanClaimed: {
    status: 422,
    field: 'accepted',
    say: (d: { total: bigint; accepted: bigint; digits: number }) => ({
      id: `Yang ditagih ${formatScaled(d.total, d.digits, 'id')}; yang diterima (${formatScaled(d.accepted, d.digits, 'id')}) harus sama atau kurang.`,
      en: `${formatScaled(d.total, d.digits, 'en')} was claimed; what is accepted (${formatScaled(d.accepted, d.digits, 'en')}) must be that or less.`,
    }),
  },
  paymentDiffers: {
    status: 422,
    field: 'paid',
    say: (d: { accepted: bigint; paid: bigint; digits: number }) => ({
      id: `Pembayaran ${formatScaled(d.paid, d.digits, 'id')} tidak sama dengan yang diterima, ${formatScaled(d.accepted, d.digits, 'id')}. Periksa bukti transfernya.`,
      en: `The payment of ${formatScaled(d.paid, d.digits, 'en')} is not what was accepted, ${formatScaled(d.accepted, d.digits, 'en')}. Check the transfer slip.`,
    }),
  },
});

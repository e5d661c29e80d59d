import { groupStates, groupSteps } from '#domains/registry/group-words.ts';
import type { GroupHead, GroupStep } from '#domains/registry/server/index.ts';
import { businessDateOf, formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { LifeStep } from '#delivery/ui/life-line.svelte';

export const groupPageWords = {
  life: { id: 'Perjalanan kelompok', en: 'Life of the group' },
  members: { id: 'Anggota', en: 'Members' },
  name: { id: 'Nama', en: 'Name' },
  business: { id: 'Usaha', en: 'Business' },
  product: { id: 'Produk', en: 'Product' },
  nib: { id: 'NIB', en: 'NIB' },
  noNib: { id: 'belum', en: 'not yet' },
  card: { id: 'Kartu', en: 'Card' },
  noCard: { id: 'belum', en: 'not yet' },
  meetings: { id: 'Hadir', en: 'Present' },
  outstanding: { id: 'Sisa pinjaman', en: 'Loan balance' },
  standing: { id: 'Setoran', en: 'Payments' },
  onTime: { id: 'lancar', en: 'on time' },
  noLoan: { id: 'tanpa pinjaman', en: 'no loan' },
  arrears: { id: 'Menunggak', en: 'In arrears' },
  everyone: { id: 'Semua anggota', en: 'All members' },
  finance: { id: 'Pembiayaan', en: 'Finance' },
  activeLoans: { id: 'Pinjaman aktif', en: 'Active loans' },
  principal: { id: 'Sisa pokok', en: 'Principal left' },
  paidOnTime: { id: 'Tepat waktu', en: 'On time' },
  overdue: { id: 'Tunggakan', en: 'Overdue' },
  attention: { id: 'Perlu perhatian', en: 'Needs attention' },
  meetsOn: { id: 'bertemu', en: 'meets on' },
  search: { id: 'Cari nama, usaha, produk…', en: 'Search name, business, product…' },
  noMembers: { id: 'Tidak ada anggota aktif', en: 'No active members' },
  noMembersText: {
    id: 'Keanggotaan berakhir bersama kelompoknya. Susunan terakhir ada di lampiran SK.',
    en: 'Memberships ended with the group. The last ones stand in the annex of its decree.',
  },
  documents: { id: 'Dokumen', en: 'Documents' },
  noDocuments: {
    id: 'SK, piagam, dan kartu anggota dibuat begitu kelompok dikukuhkan.',
    en: 'Decree, certificate and member cards are made as soon as the group is recognised.',
  },
  decreePdf: { id: 'SK (PDF)', en: 'Decree (PDF)' },
  certificate: { id: 'Piagam', en: 'Certificate' },
  cards: { id: 'Cetak kartu', en: 'Print cards' },
  recognition: { id: 'Pengukuhan', en: 'Recognition' },
  amendment: { id: 'Perubahan', en: 'Amendment' },
  withdrawal: { id: 'Pencabutan', en: 'Withdrawal' },
  about: { id: 'Tentang kelompok', en: 'About the group' },
  history: { id: 'Riwayat', en: 'History' },
  audit: { id: 'Lihat jejak audit', en: 'See the audit trail' },
  jointLiability: { id: 'Tanggung renteng', en: 'Joint liability' },
  manage: { id: 'Tindakan lain', en: 'Other actions' },
  apply: { id: 'Ajukan pembiayaan', en: 'Apply for loans' },
  whatIf: { id: 'Andai hari atau angsuran diubah', en: 'What if days or instalments change' },
  schedule: { id: 'Jadwal pertemuan', en: 'Meeting schedule' },
  pins: { id: 'PIN anggota', en: 'Member PINs' },
  verify: { id: 'Verifikasi', en: 'Verify' },
  verifyText: {
    id: 'Pastikan orangnya ada, usahanya berjalan, alamatnya benar, dan semua setuju menjadi anggota. Petugas lain kemudian mengukuhkannya.',
    en: 'Make sure that the people exist, their businesses run, the addresses are right and all agreed to join. Somebody else then recognises the group.',
  },
  verifyNote: { id: 'Apa yang diperiksa dan bagaimana', en: 'What was checked, and how' },
  verifyHint: {
    id: 'Misalnya: dikunjungi 3 Feb, semua hadir, berita acara 045/BAV.',
    en: 'For instance: visited on 3 Feb, all present, minutes 045/BAV.',
  },
  verified: {
    id: 'Kelompok sudah diverifikasi. Berikutnya: pengukuhan oleh kepala dinas.',
    en: 'The group is verified. Next: recognition by the head of department.',
  },
  recognise: { id: 'Kukuhkan', en: 'Recognise' },
  refuse: { id: 'Tolak usulan', en: 'Refuse proposal' },
  refuseText: {
    id: 'Anggotanya langsung bebas untuk diusulkan di kelompok lain.',
    en: 'Its members are free for another group at once.',
  },
  refused: {
    id: 'Usulan ditolak; alasannya tercatat.',
    en: 'The proposal was refused; the reason is on record.',
  },
  amend: { id: 'Ubah susunan', en: 'Amend' },
  freeze: { id: 'Bekukan', en: 'Freeze' },
  freezeText: {
    id: 'Kelompok tidak dapat mengajukan fasilitas baru selama dibekukan. Pertemuan dan setoran tetap berjalan.',
    en: 'A frozen group cannot apply for new facilities. Meetings and repayments go on.',
  },
  frozen: { id: 'Kelompok dibekukan.', en: 'The group is frozen.' },
  release: { id: 'Aktifkan kembali', en: 'Release' },
  releaseText: {
    id: 'Kelompok kembali aktif dengan SK yang sama.',
    en: 'The group becomes active again under the same decree.',
  },
  released: { id: 'Kelompok aktif kembali.', en: 'The group is active again.' },
  withdraw: { id: 'Cabut pengukuhan', en: 'Withdraw recognition' },
  withdrawText: {
    id: 'Terbit SK pencabutan bernomor. Keanggotaan dan kartu berhenti hari ini; simpanan dan pinjaman anggota tidak berubah. Tidak dapat dibatalkan.',
    en: 'A numbered withdrawing decree is issued. Memberships and cards stop today; savings and loans of members do not change. It cannot be undone.',
  },
  withdrawn: {
    id: 'Pengukuhan dicabut dengan SK.',
    en: 'The recognition was withdrawn by decree.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  withdrawHint: {
    id: 'Dilanjutkan setelah kata “bahwa” dalam SK.',
    en: 'Follows “bahwa” in the decree.',
  },
  ends: { id: 'Berakhir', en: 'Ends' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  noMentor: { id: 'belum ditetapkan', en: 'not assigned yet' },
  validity: { id: 'Masa berlaku', en: 'Valid' },
  sector: { id: 'Bidang usaha', en: 'Sector' },
  place: { id: 'Wilayah', en: 'Place' },
} satisfies Record<string, Words>;

/** The line across the top: where it has been, where it is, where it ends. */
export function lifeOf(
  group: GroupHead,
  steps: readonly GroupStep[],
  at: { zone: string; lang: Lang },
): LifeStep[] {
  const { lang, zone } = at;
  const found = (kind: GroupStep['kind']) => steps.findLast((step) => step.kind === kind);
  const note = (step: GroupStep | undefined) =>
    step &&
    [
      formatDate(businessDateOf(step.at, zone), lang),
      step.decreeNumber ? `SK ${step.decreeNumber}` : step.byName,
    ].join(' · ');
  const ended = ['refused', 'withdrawn', 'ended'].includes(group.state);
  const line: LifeStep[] = (['proposed', 'verified', 'recognised'] as const).map((kind) => ({
    label: groupStates[kind][lang],
    ...(found(kind)
      ? { note: note(found(kind)) ?? '', state: 'done' as const }
      : { state: 'next' as const }),
  }));
  if (group.state === 'frozen') {
    line.push({
      label: groupStates.frozen[lang],
      note: note(found('frozen')) ?? '',
      state: 'failed',
    });
  }
  if (ended) {
    const kind = group.state as 'refused' | 'withdrawn' | 'ended';
    const walked = line.filter((step) => step.state === 'done');
    return [
      ...walked,
      { label: groupStates[kind][lang], note: note(found(kind)) ?? '', state: 'failed' },
    ];
  }
  const current = line.findLast((step) => step.state === 'done');
  if (current && group.state !== 'frozen') current.state = 'now';
  line.push({
    label: groupPageWords.ends[lang],
    ...(group.validTo ? { note: formatDate(group.validTo, lang) } : {}),
    state: 'next',
  });
  return line;
}

/** The history as people read it, newest first: coming into force goes without saying where it was signed. */
export function historyOf(steps: readonly GroupStep[]): GroupStep[] {
  return steps.filter((step) => step.kind !== 'activated').toReversed();
}

/** "terlambat 9 hari, Rp 100.000" */
export function lateWords(member: { overdueDays: number; overdueRupiah: bigint }): Words {
  const { overdueDays: days, overdueRupiah: amount } = member;
  return {
    id: `terlambat ${days} hari, kurang ${formatRupiah(amount)}`,
    en: `${days} days late, ${formatRupiah(amount, 'en')} short`,
  };
}

export function daysLateWords(days: number): Words {
  return { id: `telat ${days} hari`, en: days === 1 ? '1 day late' : `${days} days late` };
}

/** One dated sentence of the history. */
export function stepInWords(step: GroupStep): Words {
  const words = groupSteps[step.kind];
  const decree = {
    id: step.decreeNumber ? ` dengan SK ${step.decreeNumber}` : '',
    en: step.decreeNumber ? ` by decree ${step.decreeNumber}` : '',
  };
  return {
    id: `${step.byName} ${words.id}${decree.id}`,
    en: `${step.byName} ${words.en}${decree.en}`,
  };
}

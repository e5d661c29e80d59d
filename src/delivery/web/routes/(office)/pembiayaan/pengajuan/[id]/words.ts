import { refusalReasonWords } from '#domains/lending/application.ts';
import type { RefusalReason } from '#domains/lending/application.ts';
import { summaryOf } from '#domains/lending/eligibility.ts';
import type { ApplicationDetail, StepTaken } from '#domains/lending/server/index.ts';
import { formatRupiah, sum } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { LifeStep } from '#delivery/ui/life-line.svelte';
import { formatInstant } from '../../../../../instant.ts';

export const applicationPageWords = {
  life: { id: 'Perjalanan pengajuan', en: 'Life of the application' },
  submitted: { id: 'Diajukan', en: 'Submitted' },
  recommended: { id: 'Direkomendasikan', en: 'Recommended' },
  approved: { id: 'Disetujui', en: 'Approved' },
  disbursed: { id: 'Dicairkan', en: 'Disbursed' },
  refused: { id: 'Ditolak', en: 'Refused' },
  recommend: { id: 'Rekomendasikan', en: 'Recommend' },
  approve: { id: 'Setujui', en: 'Approve' },
  disburse: { id: 'Cairkan', en: 'Disburse' },
  refuse: { id: 'Tolak', en: 'Refuse' },
  nextStep: { id: 'Langkah berikutnya', en: 'Next step' },
  recommendText: {
    id: 'Setelah melihat pra-ceknya, petugas lembaga menyatakan pengajuan ini layak. Orang lain yang menyetujui.',
    en: 'Having seen the pre-check, the lender’s officer speaks for the application. Another person approves.',
  },
  approveText: {
    id: 'Penyetuju bukan yang mengajukan dan bukan yang merekomendasikan.',
    en: 'The approver is neither who handed it in nor who recommended it.',
  },
  done: { id: 'Tidak ada langkah lagi.', en: 'Nothing is left to do.' },
  firstDueOn: { id: 'Angsuran pertama', en: 'First instalment' },
  firstDueHint: {
    id: 'Harinya dipakai seterusnya; samakan dengan hari pertemuan.',
    en: 'Its weekday stays; make it the meeting day.',
  },
  handedOut: { id: 'Diserahkan tunai', en: 'Handed out in cash' },
  keptBack: { id: 'dipotong', en: 'kept back' },
  setAside: { id: 'Masuk simpanan wajib', en: 'Into compulsory savings' },
  otherwise: {
    id: 'Bertahap, atau melunasi utang lama',
    en: 'In tranches, or paying an old debt',
  },
  otherwiseText: {
    id: 'Kosongkan bila semuanya diserahkan sekarang kepada peminjam.',
    en: 'Leave empty where all of it is handed to the borrower now.',
  },
  now: { id: 'Diserahkan sekarang', en: 'Handed out now' },
  nowHint: { id: 'Sisanya menyusul lewat tahap berikut', en: 'The rest follows as a tranche' },
  creditor: { id: 'Pemberi pinjaman lama', en: 'Old creditor' },
  creditorHint: {
    id: 'Dibayar langsung, bukan lewat peminjam',
    en: 'Paid directly instead of the borrower',
  },
  toCreditor: { id: 'Dibayarkan kepadanya', en: 'Paid to that creditor' },
  proof: { id: 'Bukti', en: 'Proof' },
  proofHint: { id: 'Nomor kuitansi atau surat lunas', en: 'Number of the receipt or letter' },
  reason: { id: 'Alasan menolak', en: 'Reason for refusing' },
  reasonPick: { id: 'Pilih alasan', en: 'Choose a reason' },
  note: { id: 'Penjelasan', en: 'Explanation' },
  noteHint: {
    id: 'Wajib untuk alasan lain. Dibaca kelompok dan pendamping.',
    en: 'Needed for another reason. The group and the mentor read it.',
  },
  members: { id: 'Anggota dan pra-cek', en: 'Members and pre-check' },
  onlyPreCheck: { id: 'Permohonan dan pra-cek', en: 'What she asks and the pre-check' },
  preCheck: { id: 'Pra-cek', en: 'Pre-check' },
  preCheckNote: {
    id: 'Tidak ada yang ditolak oleh mesin; orang yang memutuskan.',
    en: 'No machine refuses anybody; people decide.',
  },
  purpose: { id: 'Untuk', en: 'For' },
  loan: { id: 'Pinjaman', en: 'Loan' },
  facts: { id: 'Tentang pengajuan', en: 'About the application' },
  recommendedFlash: { id: 'Pengajuan direkomendasikan.', en: 'The application was recommended.' },
  approvedFlash: { id: 'Pengajuan disetujui.', en: 'The application was approved.' },
  refusedFlash: { id: 'Pengajuan ditolak.', en: 'The application was refused.' },
  disbursedFlash: {
    id: 'Pembiayaan dicairkan dan dibukukan.',
    en: 'The loans were disbursed and posted.',
  },
} satisfies Record<string, Words>;

/** `documents: KTP hilang` as it is stored, in words. */
export function refusalText(stored: string, lang: Lang): string {
  const [code = '', ...note] = stored.split(': ');
  const reason = Object.hasOwn(refusalReasonWords, code)
    ? refusalReasonWords[code as RefusalReason][lang]
    : code;
  return note.length > 0 ? `${reason}. ${note.join(': ')}` : reason;
}

export function totalOf(application: ApplicationDetail): bigint {
  return sum(application.members.map((member) => member.amountRupiah));
}

/** The conclusion before the table. */
export function conclusionOf(application: ApplicationDetail, lang: Lang): string {
  const look = application.members.filter((member) => summaryOf(member.checks) !== 'pass').length;
  const total = formatRupiah(totalOf(application), lang);
  const count = application.members.length;
  if (application.forPerson) return ofOne(application, { total, passes: look === 0 })[lang];
  if (lang === 'id') {
    const rest = look === 0 ? 'semua memenuhi pra-cek' : `${look} di antaranya perlu dilihat`;
    return `${count} anggota meminta ${total} dari ${application.institutionName}; ${rest}.`;
  }
  const rest = look === 0 ? 'all pass the pre-check' : `${look} of them to look at`;
  return `${count} members ask ${application.institutionName} for ${total}; ${rest}.`;
}

function ofOne(
  { applicant, institutionName }: ApplicationDetail,
  { total, passes }: { total: string; passes: boolean },
): Words {
  return {
    id: `${applicant} meminta ${total} dari ${institutionName} untuk dirinya sendiri; ${passes ? 'pra-cek memenuhi' : 'ada pra-cek yang perlu dilihat'}.`,
    en: `${applicant} asks ${institutionName} for ${total} for herself; ${passes ? 'the pre-check is in order' : 'there is something to look at in the pre-check'}.`,
  };
}

/** Where it has been, with who and when; a refusal ends the line. */
export function lifeOf(
  application: ApplicationDetail,
  how: { zone: string; lang: Lang },
): LifeStep[] {
  const w = applicationPageWords;
  const note = (step: StepTaken | null) =>
    step ? { note: `${formatInstant(step.at, how.zone, how.lang)} · ${step.by}` } : {};
  const steps: LifeStep[] = [
    { label: w.submitted[how.lang], ...note(application.submitted), state: 'done' },
  ];
  const add = (label: Words, step: StepTaken | null) =>
    steps.push({ label: label[how.lang], ...note(step), state: step ? 'done' : 'next' });
  if (application.recommended || !application.refused) add(w.recommended, application.recommended);
  if (application.approved || !application.refused) add(w.approved, application.approved);
  if (application.refused) {
    steps.push({ label: w.refused[how.lang], ...note(application.refused), state: 'failed' });
  } else {
    const at = application.disbursedAt;
    steps.push({
      label: w.disbursed[how.lang],
      ...(at && { note: formatInstant(at, how.zone, how.lang) }),
      state: at ? 'done' : 'next',
    });
  }
  const next = steps.find((step) => step.state === 'next');
  if (next) next.state = 'now';
  return steps;
}

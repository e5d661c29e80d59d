import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

export const consentWords = {
  title: { id: 'Persetujuan data', en: 'Consent' },
  sub: {
    id: 'Apa yang disetujuinya, dengan naskah yang mana, di depan siapa. Ia boleh menariknya kapan saja tanpa alasan.',
    en: 'What was agreed to, by which wording, before whom. It may be withdrawn at any time without a reason.',
  },
  standing: { id: 'Yang berlaku', en: 'In force' },
  none: {
    id: 'Belum ada yang berlaku. Bacakan naskahnya, lalu catat jawabannya.',
    en: 'Nothing is in force. Read the statement, then record the answer.',
  },
  past: { id: 'Yang sudah ditarik', en: 'Withdrawn' },
  everyLender: { id: 'semua lembaga', en: 'every lender' },
  notice: { id: 'naskah versi', en: 'wording version' },
  witness: { id: 'saksi', en: 'witness' },
  recordedBy: { id: 'dicatat', en: 'recorded by' },
  herself: { id: 'ia sendiri', en: 'by herself' },
  showText: { id: 'Baca naskahnya', en: 'Read the wording' },
  withdraw: { id: 'Tarik persetujuan ini', en: 'Withdraw this consent' },
  withdrawText: {
    id: 'Mulai sekarang datanya tidak ikut lagi. Yang sudah diserahkan tetap tercatat dan tampak di daftar.',
    en: 'From now on nothing more goes out. What was handed over stays on record and is marked on the list.',
  },
  withdrawOn: { id: 'Hari ia menariknya', en: 'Day of the withdrawal' },
  how: { id: 'Cara menyatakannya', en: 'How it was said' },
  why: { id: 'Alasan, kalau ia mau menyebutnya', en: 'Reason, if one was given' },
  withdrawDone: { id: 'Penarikan persetujuan dicatat.', en: 'The withdrawal was recorded.' },
  record: { id: 'Catat persetujuan baru', en: 'Record a new consent' },
  purpose: { id: 'Untuk apa', en: 'What for' },
  lender: { id: 'Lembaga', en: 'Lender' },
  show: { id: 'Tampilkan naskah', en: 'Show the wording' },
  readAloud: { id: 'Bacakan begini', en: 'Read this aloud' },
  fullText: { id: 'Naskah lengkap', en: 'Full wording' },
  on: { id: 'Hari ia setuju', en: 'Day of the answer' },
  witnessName: { id: 'Saksi', en: 'Witness' },
  witnessHint: {
    id: 'Nama orang yang mendengar. Wajib bila lisan atau cap jempol.',
    en: 'Who heard it. Needed unless signed.',
  },
  agrees: { id: 'Ia setuju, catat', en: 'Record the consent' },
  recordDone: { id: 'Persetujuan dicatat.', en: 'The consent was recorded.' },
  already: {
    id: 'Hal ini sudah disetujuinya dan masih berlaku.',
    en: 'This has been agreed to and is in force.',
  },
} satisfies Record<string, Words>;

export function givenText(on: string): Words {
  return { id: `sejak ${formatDate(on, 'id')}`, en: `since ${formatDate(on, 'en')}` };
}

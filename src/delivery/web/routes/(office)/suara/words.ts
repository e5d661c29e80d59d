import type { Words } from '#kernel/words.ts';
import type { CaseCounts, CaseStep } from '#domains/voice/server/index.ts';
import type { CaseState } from '#domains/voice/case.ts';
import { formatDate } from '#kernel/date.ts';

export const caseWords = {
  title: { id: 'Suara warga', en: 'Citizens’ voice' },
  search: { id: 'Cari isi, nomor, atau kelompok', en: 'Search text, number or group' },
  number: { id: 'Nomor', en: 'Number' },
  text: { id: 'Masalah', en: 'Problem' },
  topic: { id: 'Tentang', en: 'About' },
  allTopics: { id: 'Semua topik', en: 'All topics' },
  state: { id: 'Keadaan', en: 'State' },
  allStates: { id: 'Semua keadaan', en: 'All states' },
  waiting: { id: 'Menunggu jawaban', en: 'Waiting for an answer' },
  overdue: { id: 'Lewat batas', en: 'Overdue' },
  department: { id: 'Yang menjawab', en: 'Who answers' },
  allDepartments: { id: 'Semua perangkat daerah', en: 'All departments' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  allKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  group: { id: 'Kelompok', en: 'Group' },
  raised: { id: 'Dicatat', en: 'Raised' },
  due: { id: 'Batas jawaban', en: 'Answer by' },
  overdueDays: { id: 'Hari terlambat', en: 'Days late' },
  late: (days: number): Words => ({
    id: `terlambat ${days} hari`,
    en: `${days} day${days === 1 ? '' : 's'} late`,
  }),
  empty: { id: 'Belum ada masalah yang dicatat', en: 'No problem has been noted yet' },
  emptyText: {
    id: 'Masalah yang dicatat pendamping di pertemuan muncul di sini begitu pertemuan ditutup.',
    en: 'Problems noted by mentors at meetings appear here as soon as the meeting is closed.',
  },
  all: { id: 'Semua', en: 'All' },
  tabs: { id: 'Saringan cepat', en: 'Quick filters' },
  answered: { id: 'Sudah dijawab', en: 'Answered' },
  closed: { id: 'Selesai', en: 'Closed' },
  counts: (c: CaseCounts): Words => {
    const open = c.waiting;
    return {
      id:
        open === 0
          ? 'Tidak ada yang menunggu jawaban.'
          : `${open} menunggu jawaban${c.overdue > 0 ? `, ${c.overdue} di antaranya lewat batas` : ', tidak ada yang lewat batas'}.`,
      en:
        open === 0
          ? 'Nothing waits for an answer.'
          : `${open} wait${open === 1 ? 's' : ''} for an answer${c.overdue > 0 ? `, ${c.overdue} of them overdue` : ', none overdue'}.`,
    };
  },
};

export const caseDetailWords = {
  problem: { id: 'Masalahnya', en: 'The problem' },
  answer: { id: 'Jawaban', en: 'The answer' },
  history: { id: 'Riwayat', en: 'History' },
  facts: { id: 'Keterangan', en: 'Details' },
  person: { id: 'Orang', en: 'Person' },
  wholeGroup: { id: 'Seluruh kelompok', en: 'The whole group' },
  origin: { id: 'Asal', en: 'Where from' },
  fromMeeting: (day: string): Words => ({ id: `Pertemuan ${day}`, en: `Meeting on ${day}` }),
  fromVisit: (day: string): Words => ({ id: `Kunjungan ${day}`, en: `Visit on ${day}` }),
  origins: {
    meeting: { id: 'Pertemuan', en: 'Meeting' },
    visit: { id: 'Kunjungan', en: 'Visit' },
    citizen: { id: 'Warga', en: 'Citizen' },
    partner: { id: 'Mitra', en: 'Partner' },
  } as Readonly<Record<string, Words>>,
  writeAnswer: { id: 'Tulis jawaban', en: 'Write the answer' },
  answerLabel: { id: 'Jawaban untuk warga', en: 'The answer people will read' },
  answerHint: {
    id: 'Sebutkan apa yang dilakukan, oleh siapa, dan kapan. Paling banyak 2.000 huruf.',
    en: 'Say what is done, by whom and when. At most 2,000 characters.',
  },
  closeToo: { id: 'Sekaligus tutup temuan ini', en: 'Close the case at the same time' },
  send: { id: 'Simpan jawaban', en: 'Keep the answer' },
  close: { id: 'Tutup temuan', en: 'Close the case' },
  closeText: {
    id: 'Sudah dijawab. Tutup bila tidak ada lagi yang perlu dikerjakan.',
    en: 'It is answered. Close it when nothing more is to be done.',
  },
  reopen: { id: 'Buka kembali', en: 'Reopen' },
  reopenWhy: { id: 'Mengapa jawabannya belum cukup?', en: 'Why is the answer not enough?' },
  assign: { id: 'Tugaskan', en: 'Assign' },
  assignTitle: { id: 'Disposisi', en: 'Assignment' },
  answeredFlash: { id: 'Jawaban tersimpan.', en: 'The answer was kept.' },
  closedFlash: { id: 'Temuan ditutup.', en: 'The case is closed.' },
  reopenedFlash: { id: 'Temuan dibuka kembali.', en: 'The case is open again.' },
  assignedFlash: { id: 'Temuan ditugaskan.', en: 'The case was assigned.' },
} as const;

export const caseTones: Readonly<Record<CaseState, 'plain' | 'good' | 'watch' | 'bad' | 'info'>> = {
  raised: 'watch',
  assigned: 'watch',
  answered: 'info',
  closed: 'good',
  reopened: 'bad',
};

/** One step of a case as a sentence. */
export function stepInWords(step: CaseStep): Words {
  const department = step.departmentName ?? '';
  const due = (lang: 'id' | 'en') => (step.dueOn ? formatDate(step.dueOn, lang) : '');
  switch (step.kind) {
    case 'raised':
      return { id: `${step.byName} mencatat masalah ini`, en: `${step.byName} noted this problem` };
    case 'assigned':
      return {
        id: `${step.byName} menugaskannya kepada ${department}, dijawab paling lambat ${due('id')}`,
        en: `${step.byName} assigned it to ${department}, to be answered by ${due('en')}`,
      };
    case 'answered':
      return {
        id: `${step.byName} menjawab: ${step.note ?? ''}`,
        en: `${step.byName} answered: ${step.note ?? ''}`,
      };
    case 'closed':
      return { id: `${step.byName} menutupnya`, en: `${step.byName} closed it` };
    case 'reopened':
      return {
        id: `${step.byName} membukanya kembali: ${step.note ?? ''}`,
        en: `${step.byName} reopened it: ${step.note ?? ''}`,
      };
  }
}

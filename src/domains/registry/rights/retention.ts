import { addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

interface RetentionRule {
  readonly says: Words;
  /** Whole months it is kept, from the day `from` names. */
  readonly months: number;
  readonly from: Words;
  /** Why it is kept that long and no longer. */
  readonly ground: Words;
  readonly then: Words;
}

/**
 * How long each class is kept (UU 27/2022 art. 16(2)g, 43–44; UU 43/2009 on records). Money is kept ten years and decrees
 * are state records, so neither ends here; where the city's own records schedule (JRA) says otherwise, that counts.
 */
export const retentionRules = {
  'unfinished-imports': {
    says: { id: 'Berkas impor yang tidak jadi', en: 'Imported files that came to nothing' },
    months: 3,
    from: { id: 'sejak diunggah', en: 'from the upload' },
    ground: {
      id: 'Tujuannya sudah selesai: tidak ada yang diambil dari berkas itu (pasal 43 ayat 1 huruf a)',
      en: 'Its purpose is over: nothing was taken from the file (art. 43(1)a)',
    },
    then: { id: 'isi barisnya dihapus', en: 'its rows are emptied' },
  },
  'imported-rows': {
    says: { id: 'Baris berkas yang sudah masuk', en: 'Rows of files that were taken in' },
    months: 12,
    from: { id: 'sejak dimasukkan', en: 'from when they went in' },
    ground: {
      id: 'Cukup lama untuk membetulkan atau membatalkan; nilainya tetap bersumber',
      en: 'Long enough to correct or undo; each value keeps its source',
    },
    then: { id: 'isi barisnya dihapus', en: 'the rows are emptied' },
  },
  'unmatched-list-rows': {
    says: { id: 'Baris daftar yang tidak dikenali', en: 'Rows of lists about nobody known' },
    months: 12,
    from: { id: 'sejak daftar dibaca', en: 'from when the list was read' },
    ground: {
      id: 'Data orang yang mungkin bukan warga binaan; tidak dipakai untuk apa pun (pasal 43 ayat 1 huruf a)',
      en: 'Data of people who may not be in the programme; used for nothing (art. 43(1)a)',
    },
    then: { id: 'barisnya dihapus', en: 'the rows are deleted' },
  },
  'visit-traces': {
    says: { id: 'Foto dan titik kunjungan', en: 'Photos and points of visits' },
    months: 60,
    from: { id: 'sejak kunjungan', en: 'from the visit' },
    ground: {
      id: 'Bukti kunjungan selama masa pemeriksaan; catatannya sendiri tinggal',
      en: 'Evidence of the visit while it may be audited; what was noted stays',
    },
    then: { id: 'foto dan titiknya dilepas', en: 'photo and point are let go' },
  },
  'request-words': {
    says: { id: 'Kalimat permintaan data', en: 'Words of data requests' },
    months: 60,
    from: { id: 'sejak dijawab', en: 'from the answer' },
    ground: {
      id: 'Bukti haknya dipenuhi; nomor, jenis, dan waktunya tinggal',
      en: 'Proof that her right was kept; number, kind and times stay',
    },
    then: { id: 'kalimatnya dikosongkan', en: 'the words are emptied' },
  },
  'people-not-served': {
    says: { id: 'Orang yang tidak pernah dilayani lagi', en: 'People no longer served' },
    months: 60,
    from: {
      id: 'sejak terakhir dilayani atau didata',
      en: 'from when they were last served or met',
    },
    ground: {
      id: 'Tujuan pelayanan selesai (pasal 43 ayat 1 huruf a). Tidak untuk yang pernah meminjam, menabung, mengajukan, atau menjadi anggota kelompok',
      en: 'The purpose of serving is over (art. 43(1)a). Not for whoever borrowed, saved, applied or was in a group',
    },
    then: { id: 'dihapus, tinggal nomor kosongnya', en: 'erased; an empty id is left' },
  },
  'sign-in-traces': {
    says: { id: 'Jejak masuk petugas dan anggota', en: 'Traces of signing in' },
    months: 12,
    from: { id: 'sejak berakhir', en: 'from when they ended' },
    ground: {
      id: 'Untuk menyelidiki kebocoran yang baru ketahuan (pasal 35); jejak audit tetap',
      en: 'To look into a breach that is found late (art. 35); the audit trail stays',
    },
    then: { id: 'dihapus', en: 'deleted' },
  },
} as const satisfies Record<string, RetentionRule>;

export type RetentionClass = keyof typeof retentionRules;
export const retentionClasses = Object.keys(retentionRules) as RetentionClass[];
export const retentionRuleOf = (name: RetentionClass): RetentionRule => retentionRules[name];

/** What is older than this day is past the period of its class. */
export function cutOffOf(name: RetentionClass, today: BusinessDate): BusinessDate {
  return addMonths(today, -retentionRuleOf(name).months);
}

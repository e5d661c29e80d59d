import type { Words } from '#kernel/words.ts';

export const welfareWords = {
  title: { id: 'Kesejahteraan per kelurahan', en: 'Welfare by kelurahan' },
  short: { id: 'Kesejahteraan', en: 'Welfare' },
  sub: {
    id: 'Keluarga desil 1–4, yang dikepalai perempuan, miskin ekstrem, dan yang punya usaha tetapi belum pernah dilayani.',
    en: 'Families of decile 1–4, those headed by women, extreme poverty, and those with a business who were never served.',
  },
  rule: {
    id: 'Angka 1 sampai 4 tidak ditampilkan, dan tidak dapat dihitung dari angka lain: satu yang lain ikut ditutup.',
    en: 'Counts of 1 to 4 are not shown, and cannot be worked out from others: another one is closed with them.',
  },
  headline: (poor: string, women: string): Words => ({
    id: `${poor} keluarga miskin tercatat, ${women} di antaranya dikepalai perempuan.`,
    en: `${poor} poor families are on record, ${women} of them headed by women.`,
  }),
  none: { id: 'Belum ada daftar desil', en: 'No list of deciles yet' },
  noneText: {
    id: 'Angka muncul setelah dinas membaca daftar desil di Keluarga.',
    en: 'Figures appear once the department has read a list of deciles under Families.',
  },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  unknownPlace: { id: 'tidak diketahui', en: 'not known' },
  poor: { id: 'Keluarga desil 1–4', en: 'Families of decile 1–4' },
  womenHeaded: { id: 'Kepalanya perempuan', en: 'Headed by women' },
  asked: { id: 'Ditanya belanjanya', en: 'Asked what they spend' },
  extreme: { id: 'Miskin ekstrem', en: 'In extreme poverty' },
  people: { id: 'Orang desil 1–4 berusaha', en: 'People of decile 1–4 with a business' },
  never: { id: 'Belum pernah dilayani', en: 'Never served' },
  city: { id: 'Seluruh kota', en: 'The whole city' },
  hidden: { id: 'ditutup', en: 'closed' },
} as const;

import type { Words } from '#kernel/words.ts';

export const welfareWords = {
  title: { id: 'Kesejahteraan per kecamatan', en: 'Welfare by kecamatan' },
  short: { id: 'Kesejahteraan', en: 'Welfare' },
  sub: {
    id: 'Keluarga miskin (desil 1–4) dan yang dikepalai perempuan; dari yang ditanya belanjanya, yang miskin ekstrem; orang miskin yang punya usaha, dan dari mereka yang belum pernah dilayani.',
    en: 'Poor families (decile 1–4) and those headed by women; of those asked what they spend, those in extreme poverty; poor people with a business, and those of them who were never served.',
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
  area: { id: 'Kecamatan', en: 'Kecamatan' },
  unknownPlace: { id: 'tidak diketahui', en: 'not known' },
  poor: { id: 'Keluarga miskin', en: 'Poor families' },
  womenHeaded: { id: 'Kepala perempuan', en: 'Woman heads' },
  asked: { id: 'Ditanya belanja', en: 'Asked' },
  extreme: { id: 'Ekstrem', en: 'Extreme' },
  people: { id: 'Berusaha', en: 'With a business' },
  never: { id: 'Belum dilayani', en: 'Never served' },
  city: { id: 'Seluruh kota', en: 'The whole city' },
  hidden: { id: 'ditutup', en: 'closed' },
} as const;

import type { Words } from '#kernel/words.ts';

export const recordWords = {
  title: { id: 'Catatan pemrosesan data', en: 'Record of data processing' },
  sub: {
    id: 'Apa yang disimpan kota tentang orang dan usaha, untuk apa, dan siapa yang melihatnya (UU 27/2022 pasal 31).',
    en: 'What the city keeps about people and businesses, what for, and who sees it (UU 27/2022 art. 31).',
  },
  data: { id: 'Data', en: 'Data' },
  kind: { id: 'Sifat', en: 'Kind' },
  specific: { id: 'data spesifik', en: 'specific data' },
  purpose: { id: 'Untuk apa', en: 'Purpose' },
  basis: { id: 'Dasar hukum', en: 'Legal basis' },
  seenBy: { id: 'Siapa yang melihat', en: 'Who sees it' },
  recipients: { id: 'Diberikan kepada', en: 'Given to' },
  kept: { id: 'Disimpan selama', en: 'Kept for' },
  protection: { id: 'Dilindungi dengan', en: 'Protected by' },
  places: { id: 'Tempatnya di pangkalan data', en: 'Where it stands in the database' },
  fields: (count: number): Words => ({
    id: `${count} tempat di pangkalan data`,
    en: `${count} places in the database`,
  }),
  asOf: (at: string): Words => ({ id: `keadaan ${at}`, en: `as of ${at}` }),
  pageOf: (page: number, pages: number): Words => ({
    id: `lembar ${page} dari ${pages}`,
    en: `sheet ${page} of ${pages}`,
  }),
  field: { id: 'Isian', en: 'Field' },
  value: { id: 'Isi', en: 'Value' },
  none: { id: 'Tidak ada', en: 'None' },
} as const;

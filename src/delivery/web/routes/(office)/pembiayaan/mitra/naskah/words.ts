import type { Words } from '#kernel/words.ts';

export const noticeWords = {
  title: { id: 'Naskah persetujuan', en: 'Consent statement' },
  sub: (version: number, day: string): Words => ({
    id: `Versi ${version} dibacakan kepada orang sejak ${day}, sebelum datanya boleh diberikan kepada lembaga keuangan.`,
    en: `Version ${version} has been read to people since ${day}, before a lender may get their data.`,
  }),
  name: (version: number): Words => ({ id: `Versi ${version}`, en: `Version ${version}` }),
  inForce: { id: 'berlaku', en: 'in force' },
  coming: (day: string): Words => ({ id: `berlaku ${day}`, en: `from ${day}` }),
  past: { id: 'sudah diganti', en: 'replaced' },
  answers: (count: bigint): Words => ({
    id: `${count} jawaban diberikan atas naskah ini`,
    en: `${count} answers were given to it`,
  }),
  publishedBy: (name: string, document: string): Words => ({
    id: `Diterbitkan ${name}. Dasar: ${document}`,
    en: `Published by ${name}. Rests on: ${document}`,
  }),
  first: {
    id: 'Naskah bawaan program, sesuai UU 27/2022 pasal 21.',
    en: 'The statement the programme comes with, by UU 27/2022 art. 21.',
  },
  signed: { id: 'Yang ditandatangani', en: 'What is signed' },
  spoken: { id: 'Yang dibacakan', en: 'What is read aloud' },
  publish: { id: 'Terbitkan versi baru', en: 'Publish a new version' },
  publishText: (version: number): Words => ({
    id: `Menjadi versi ${version}. Jawaban yang sudah ada tetap memakai naskah yang dulu dibacakan; yang lama tidak bisa diubah.`,
    en: `It becomes version ${version}. Answers given before keep the statement they were given to; an old one cannot be changed.`,
  }),
  textId: { id: 'Yang ditandatangani, bahasa Indonesia', en: 'What is signed, Indonesian' },
  spokenId: { id: 'Yang dibacakan, bahasa Indonesia', en: 'What is read aloud, Indonesian' },
  textEn: { id: 'Yang ditandatangani, bahasa Inggris', en: 'What is signed, English' },
  spokenEn: { id: 'Yang dibacakan, bahasa Inggris', en: 'What is read aloud, English' },
  markHint: {
    id: 'Tulis {lembaga} di tempat nama lembaganya.',
    en: 'Write {lembaga} where the lender is named.',
  },
  validFrom: { id: 'Berlaku mulai', en: 'Valid from' },
  source: { id: 'Dokumen dasar', en: 'Document it rests on' },
  done: { id: 'Naskah baru diterbitkan.', en: 'The new statement was published.' },
} as const;

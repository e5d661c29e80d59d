import type { Words } from '#kernel/words.ts';

export const amendWords = {
  title: { id: 'Ubah susunan', en: 'Amend' },
  sub: {
    id: 'Perubahan terbit sebagai SK perubahan bernomor. Yang keluar kehilangan kartunya, yang masuk mendapat kartu baru.',
    en: 'The change is issued as a numbered amending decree. Who leaves loses the card, who joins gets a new one.',
  },
  now: { id: 'Anggota sekarang', en: 'Members now' },
  name: { id: 'Nama', en: 'Name' },
  role: { id: 'Jabatan', en: 'Office' },
  leaves: { id: 'Keluar', en: 'Leaves' },
  noting: { id: 'Dasar perubahan', en: 'What the change stands on' },
  notingHint: {
    id: 'Misalnya: berita acara rapat anggota tanggal 3 Nov 2026.',
    en: 'For instance: minutes of the members’ meeting of 3 Nov 2026.',
  },
  sign: { id: 'Tetapkan SK perubahan', en: 'Sign the amending decree' },
} satisfies Record<string, Words>;

export function amendedWords(number: string): Words {
  return { id: `SK perubahan ${number} ditetapkan.`, en: `Amending decree ${number} is signed.` };
}

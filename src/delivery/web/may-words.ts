import type { Words } from '#kernel/words.ts';

/** Why a button cannot be pressed, from what `mayDo` answered; null when it can. */
export function mayWords(verdict: 'yes' | 'no' | 'needs-second-factor'): Words | null {
  if (verdict === 'yes') return null;
  if (verdict === 'needs-second-factor') {
    return {
      id: 'Perlu kode keamanan kedua: aktifkan di Pengaturan › Keamanan.',
      en: 'Needs the second factor: turn it on under Settings › Security.',
    };
  }
  return { id: 'Di luar peran atau wilayah tugas Anda.', en: 'Outside your role or area.' };
}

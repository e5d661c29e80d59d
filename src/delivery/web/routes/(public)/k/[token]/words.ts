import type { Verification } from '#domains/registry/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

export const verifyWords = {
  title: { id: 'Periksa keabsahan', en: 'Check validity' },
  yes: { id: 'Berlaku', en: 'Valid' },
  no: { id: 'Tidak berlaku', en: 'Not valid' },
  unknown: { id: 'Tidak dikenal', en: 'Unknown' },
  unknownText: {
    id: 'Kode ini tidak diterbitkan di sini. Jangan menerima kartu atau surat ini; tanyakan ke dinas.',
    en: 'This code was not issued here. Do not accept this card or letter; ask the department.',
  },
  private: {
    id: 'Halaman ini tidak menampilkan data pribadi siapa pun.',
    en: 'This page shows nobody’s personal data.',
  },
  open: { id: 'Ini kartu saya: buka dengan PIN', en: 'This is my card: open with my PIN' },
} satisfies Record<string, Words>;

/** One line that says what holds, and no name. */
export function verificationInWords(found: Verification): Words {
  const until = (lang: 'id' | 'en') => (found.until ? formatDate(found.until, lang, 'long') : null);
  if (found.of === 'card') {
    if (!found.valid) {
      return {
        id: 'Kartu anggota kelompok ini sudah tidak berlaku.',
        en: 'This group member’s card is no longer valid.',
      };
    }
    return {
      id: `Kartu anggota kelompok UMKM binaan ini sah${until('id') ? ` sampai ${until('id')}` : ''}.`,
      en: `This card of a member of a recognised group is genuine${until('en') ? ` and valid until ${until('en')}` : ''}.`,
    };
  }
  const signed = {
    id: formatDate(found.signedOn, 'id', 'long'),
    en: formatDate(found.signedOn, 'en', 'long'),
  };
  return found.valid
    ? {
        id: `SK nomor ${found.number} tanggal ${signed.id} sah dan berlaku${until('id') ? ` sampai ${until('id')}` : ''}.`,
        en: `Decree ${found.number} of ${signed.en} is genuine and in force${until('en') ? ` until ${until('en')}` : ''}.`,
      }
    : {
        id: `SK nomor ${found.number} tanggal ${signed.id} asli, tetapi sudah tidak berlaku.`,
        en: `Decree ${found.number} of ${signed.en} is genuine but no longer in force.`,
      };
}

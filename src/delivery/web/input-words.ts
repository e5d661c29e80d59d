import type { Words } from '#kernel/words.ts';

const known: readonly [RegExp, Words][] = [
  [
    /ISO date|date string/i,
    {
      id: 'Isi tanggal yang ada di kalender.',
      en: 'Enter a day that is in the calendar.',
    },
  ],
  [/received (undefined|null)|>=1 char|required/i, { id: 'Wajib diisi.', en: 'This is required.' }],
  [
    /^Invalid input: expected (number|int)/i,
    { id: 'Isi bilangan bulat, misalnya 12.', en: 'Enter a whole number, for instance 12.' },
  ],
  [/^Too small.*(character|string)/i, { id: 'Terlalu pendek.', en: 'Too short.' }],
  [/^Too big.*(character|string)/i, { id: 'Terlalu panjang.', en: 'Too long.' }],
  [/^Too small/i, { id: 'Terlalu kecil atau terlalu sedikit.', en: 'Too small or too few.' }],
  [/^Too big/i, { id: 'Terlalu besar atau terlalu banyak.', en: 'Too large or too many.' }],
  [/Invalid option/i, { id: 'Pilih salah satu dari daftar.', en: 'Choose one from the list.' }],
];

const unknown: Words = {
  id: 'Isian ini tidak dikenali. Periksa kembali.',
  en: 'This entry is not recognised. Check it again.',
};

/**
 * A schema's message in both languages. A schema that knows better writes its own as `Indonesian | English`;
 * the validator's stock messages are translated here.
 */
export function wordsOfIssue(message: string): Words {
  const [id, en, ...more] = message.split(' | ');
  if (id && en && more.length === 0) return { id, en };
  return known.find(([pattern]) => pattern.test(message))?.[1] ?? unknown;
}

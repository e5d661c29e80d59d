import { expect, it } from 'vitest';
import { z } from 'zod';
import { wordsOfIssue } from './input-words.ts';

function messageOf(schema: z.ZodType, value: unknown): string {
  return schema.safeParse(value).error?.issues[0]?.message ?? '';
}

it.each([
  [z.string(), undefined, 'Wajib diisi.'],
  [z.string().min(1), '', 'Wajib diisi.'],
  [z.string().min(8), 'abc', 'Terlalu pendek.'],
  [z.string().max(2), 'abc', 'Terlalu panjang.'],
  [z.number().min(5), 1, 'Terlalu kecil atau terlalu sedikit.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Terlalu besar atau terlalu banyak.'],
  [z.enum(['a', 'b']), 'c', 'Pilih salah satu dari daftar.'],
  [z.iso.date(), 'kemarin', 'Isi tanggal yang ada di kalender.'],
  [z.number(), Number.NaN, 'Isi bilangan bulat, misalnya 12.'],
  [z.number(), undefined, 'Wajib diisi.'],
  [z.email(), 'bukan surel', 'Isian ini tidak dikenali. Periksa kembali.'],
  [z.string().regex(/^\d+$/, 'Hanya angka. | Digits only.'), 'x', 'Hanya angka.'],
])('says what the validator found wrong, in Indonesian (%#)', (schema, value, words) => {
  expect(wordsOfIssue(messageOf(schema, value)).id).toBe(words);
});

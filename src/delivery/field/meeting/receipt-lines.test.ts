import { expect, test } from 'vitest';
import { say } from '#kernel/words.ts';
import type { Words } from '#kernel/words.ts';
import { escPos } from './bluetooth-printer.ts';
import { receiptLines } from './receipt-lines.ts';

const receipt = {
  id: 'r',
  number: '',
  meetingId: 'm',
  personId: 'p',
  on: '2026-11-18',
  institutionName: 'Koperasi Harkat Masyarakat Kota Jambi Sejahtera',
  repaymentRupiah: '50000',
  coverRupiah: '0',
  savingsRupiah: '5000',
  totalRupiah: '55000',
  token: 'x',
  name: 'Siti Aminah',
  phone: null,
};
const said = { lang: 'id', t: (words: Words | string) => say(words as Words, 'id') } as const;

test('a slip fits 58 mm paper and says that it is not valid until the server has it', () => {
  const lines = receiptLines(receipt, 'Melati 2', said);
  expect(lines.every((line) => line.length <= 32)).toBe(true);
  expect(lines).toContain('Belum sah sampai diterima server');
  expect(lines.some((line) => /^Jumlah +Rp 55\.000$/.test(line.replace(/\u00a0/g, ' ')))).toBe(
    true,
  );
  const numbered = receiptLines({ ...receipt, number: 'KW-2026-000001' }, 'Melati 2', said);
  expect(numbered).not.toContain('Belum sah sampai diterima server');
});

test('the printer is sent the lines, the QR’s text and the paper’s end', () => {
  const bytes = escPos(['Setoran Rp\u00a050.000'], 'https://x/v/t');
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text.startsWith('\u001b@')).toBe(true);
  expect(text).toContain('Setoran Rp 50.000\n');
  expect(text).toContain('https://x/v/t');
  expect(text.endsWith('\n\n\n')).toBe(true);
});

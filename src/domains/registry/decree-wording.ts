import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';

const words = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

/** A count in Indonesian words, 0 to 999,999, as decrees write it: `38` → "tiga puluh delapan". */
export function countInWords(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 999_999) {
    throw new RangeError(`count outside 0–999,999: ${count}`);
  }
  if (count < 12) return words[count] ?? '';
  if (count < 20) return `${words[count - 10]} belas`;
  if (count < 100) return join(`${words[Math.floor(count / 10)]} puluh`, count % 10);
  if (count < 200) return join('seratus', count - 100);
  if (count < 1000) return join(`${words[Math.floor(count / 100)]} ratus`, count % 100);
  if (count < 2000) return join('seribu', count - 1000);
  return join(`${countInWords(Math.floor(count / 1000))} ribu`, count % 1000);
}

/** `3` → "3 (tiga)", the way a decree states a number so that it cannot be altered with one stroke. */
export function countTwice(count: number): string {
  return `${count} (${countInWords(count)})`;
}

/** 1 → "I". Annexes are numbered in Roman numerals. */
export function roman(count: number): string {
  const steps: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = count;
  let text = '';
  for (const [value, sign] of steps) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}

/** Labels of the operative points: KESATU, KEDUA, … KESEPULUH. */
export function dictumLabel(index: number): string {
  return index === 0
    ? 'KESATU'
    : `KE${countInWords(index + 1)
        .replaceAll(' ', '')
        .toUpperCase()}`;
}

/** '2026-04-23' → "23 April 2026"; decrees write the month in full. */
export function decreeDate(date: BusinessDate): string {
  return formatDate(date, 'id', 'long');
}

/**
 * Text that someone typed, without any number long enough to be a NIK (16 digits, however spaced).
 * Annexes of decrees are published; a NIK typed into a name or a product must not go with them.
 */
export function withoutNik(text: string): string {
  return text.replace(/\p{Nd}(?:[\s.\-_/]{0,2}\p{Nd}){15,}/gu, '…');
}

function join(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${countInWords(rest)}`;
}

import { describe, expect, it } from 'vitest';
import { readPdfText } from '#test/read-pdf-text.ts';
import { officePaper } from './paper.ts';
import { printable, splitByFace } from './printable-text.ts';
import { qrPath } from './qr-code.ts';
import { renderDocument } from './sheet.ts';
import { drawTable } from './table.ts';
import { layLines } from './text-layout.ts';

const info = { title: 'Uji', author: 'Uji', createdAt: new Date('2026-11-22T00:00:00Z') };
const eachLetterTen = (_face: string, text: string) => Array.from(text).length * 10;

describe('text for paper', () => {
  it('drops control and direction marks and folds spaces', () => {
    expect(printable(' Siti\u0000 \u202E Aminah\n\t binti ')).toBe('Siti Aminah binti');
  });

  it('falls back where the face has no glyph and drops pictures', () => {
    expect(splitByFace('Aعب🌸B', 'serif')).toEqual([
      { face: 'serif', text: 'A' },
      { face: 'fallback', text: 'عب' },
      { face: 'serif', text: 'B' },
    ]);
  });

  it('breaks at spaces and cuts a word longer than the line', () => {
    const lines = layLines([{ text: 'satu dua abcdefghijkl', face: 'serif' }], 80, eachLetterTen);
    expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual([
      'satu dua',
      'abcdefgh',
      'ijkl',
    ]);
  });

  it('keeps right-to-left words in reading order', () => {
    const [line] = layLines([{ text: 'ا ب A', face: 'serif' }], 500, eachLetterTen);
    expect(line?.pieces.map((piece) => piece.text).join('')).toBe('ب ا A');
  });
});

describe('a table', () => {
  it('repeats its heading on each page and never splits a row', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      `${index + 1}`,
      `Nama ${index + 1} dua kata lagi yang panjang`,
    ]);
    const bytes = await renderDocument(officePaper('A4'), info, (sheet) => {
      drawTable(sheet, {
        columns: [
          { title: 'No.', share: 1 },
          { title: 'Nama', share: 2 },
        ],
        rows,
      });
    });
    const pages = readPdfText(bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.startsWith('No.\tNama')).toBe(true);
    expect(pages.join('\n').match(/^\d+\tNama \d+/gmu)).toHaveLength(120);
  });
});

describe('a QR code', () => {
  it('is one vector path inside its box', () => {
    const path = qrPath('https://example.go.id/k/abc', 100);
    const numbers = [...path.matchAll(/[\d.]+/gu)].map(Number);
    expect(path).toMatch(/^M[\d. ]+H/u);
    expect(Math.max(...numbers)).toBeLessThan(100);
    expect(Math.min(...numbers)).toBeGreaterThan(5);
  });
});

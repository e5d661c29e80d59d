import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanLines,
  cleanText,
  initialsOf,
  nameKey,
  normaliseName,
  placeKey,
  slugOf,
} from './text.ts';

describe('Text', () => {
  it('loses what is not to be seen, and keeps what is', () => {
    expect(cleanText('  Bu\u00a0 Siti\t\n Aminah ')).toBe('Bu Siti Aminah');
    expect(cleanText('abc\u202egpj.exe')).toBe('abcgpj.exe');
    expect(cleanText('a\u200bb\u0000c')).toBe('abc');
    expect(cleanText("Bu O'Neil; --")).toBe("Bu O'Neil; --");
    expect(cleanText('kripik 🍌 pisang')).toBe('kripik 🍌 pisang');
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanLines('satu \r\n\r\n\r\n\r\n dua')).toBe('satu\n\ndua');
  });

  it('is a name in capitals only where people put them', () => {
    expect(normaliseName('SITI AMINAH')).toBe('Siti Aminah');
    expect(normaliseName('siti  aminah')).toBe('Siti Aminah');
    expect(normaliseName('Siti binti Ahmad')).toBe('Siti binti Ahmad');
    expect(normaliseName("BU O'NEIL; --")).toBe("Bu O'neil; --");
  });

  it('makes file names and initials', () => {
    expect(slugOf('Dapur Bu Siti & Anak')).toBe('dapur-bu-siti-anak');
    expect(initialsOf('Siti Nur Aminah')).toBe('SA');
    expect(initialsOf('Rohani')).toBe('R');
    expect(initialsOf('')).toBe('');
  });
});

describe('The same name', () => {
  it.each([
    ['Bu Siti Aminah', 'SITI AMINAH'],
    ['Hj. Siti Aminah, S.Pd', 'Siti Aminah'],
    ['Soekarno', 'Sukarno'],
    ['Moh. Yusuf', 'Muhammad Yusuf'],
    ['M. Ali', 'Muhammad Ali'],
    ['Djoko Tjahjono', 'Joko Cahjono'],
    ['Nurul Huda', "Nurul  Hud'a"],
    ['Annisa', 'Anisa'],
  ])('%s = %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it('is not made of titles alone, nor of different names', () => {
    expect(nameKey('Ny')).not.toBe('');
    expect(nameKey('Siti Aminah')).not.toBe(nameKey('Siti Rohani'));
  });
});

it('a kecamatan is the same however it is written', () => {
  const spellings = ['Kota Baru', 'KOTABARU', 'Kec. Kota Baru', 'kecamatan kota  baru'];
  expect(new Set(spellings.map(placeKey)).size).toBe(1);
  expect(placeKey('Kota')).toBe('kota');
});

it('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanText(text)).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
    }),
  );
});

import { expect, it } from 'vitest';
import { readPieces } from './counted-pieces.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it('reads the notes that were counted, and an empty field as none', () => {
  const data = form({ 'pieces.100000': '12', 'pieces.50000': '', 'pieces.500': ' 3 ' });
  expect(readPieces(data)).toEqual({
    pieces: [
      { denomination: 100_000, pieces: 12 },
      { denomination: 500, pieces: 3 },
    ],
  });
});

it.each(['-5', '1e3', '2.5', 'NaN', '1000000', '100001', 'lima'])(
  'asks again for %s pieces, and records nothing without it',
  (text) => {
    const read = readPieces(form({ 'pieces.100000': text, 'pieces.50000': '1' }));
    expect(read).toMatchObject({ problem: { fields: { 'pieces.100000': {} } } });
  },
);

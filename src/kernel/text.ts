// Marks that change how text is shown or hide parts of it: controls, zero-width and direction marks.
// eslint would flag a literal class of control characters, so it is built from code points.
const hidden = new RegExp(`[\\p{Cc}\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]`, 'gu');

/** One line of clean text: Unicode NFC, no control, zero-width or direction marks, single spaces. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(hidden, '').replace(/ +/g, ' ').trim();
}

/** Clean text of several lines; line breaks stay, at most one empty line in a row. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * A name as it should be shown: clean, and when typed all in capitals or all in small letters, with
 * capitals at the start of each word. Mixed case is left as its owner wrote it.
 */
export function normaliseName(text: string): string {
  const clean = cleanText(text);
  const shouted = clean === clean.toUpperCase() || clean === clean.toLowerCase();
  return shouted ? titleCase(clean) : clean;
}

export function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /(^|[\s\-./(&])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

const honorifics = new Set([
  'bu',
  'ibu',
  'pak',
  'bapak',
  'bpk',
  'sdr',
  'sdri',
  'ny',
  'nyonya',
  'tn',
  'tuan',
  'hj',
  'h',
  'haji',
  'hajjah',
  'dr',
  'drs',
  'dra',
  'ir',
  'prof',
  'almh',
  'alm',
  'se',
  'sh',
  'spd',
  'st',
  'skom',
  'ssos',
  'mm',
  'msi',
  'amd',
]);

/**
 * A key for finding the same name under other spellings: no marks, case, honorifics or degrees; old and
 * new spelling made one (Soekarno = Sukarno, Moh. = Muhammad). For comparing only, never for showing.
 */
export function nameKey(text: string): string {
  const words = plainLetters(text)
    .split(' ')
    .filter((word) => word !== '');
  const own = words.filter((word) => !honorifics.has(word));
  return (own.length > 0 ? own : words).map(modernSpelling).join(' ');
}

function plainLetters(text: string): string {
  return (
    cleanText(text)
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      // S.Pd and O'Neil are one word each; other marks divide words.
      .replace(/(?<=\p{L})[.'’`](?=\p{L}{1,2}\b)/gu, '')
      .replace(/['’`]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

function modernSpelling(word: string): string {
  if (
    /^(m|mo?h|muh|moch|much|mohd|muhd|moham+ad|muham+ad|mo[ck]ham+ad|mu[ck]ham+ad|moham+ed|muham+ed)$/.test(
      word,
    )
  ) {
    return 'muhammad';
  }
  return word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/sj|sy/g, 's')
    .replace(/ch/g, 'h')
    .replace(/[yi]{2,}|y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

/** A key for place names: `Kec. Kota Baru`, `KOTABARU` and `kota  baru` are the same. */
export function placeKey(text: string): string {
  return plainLetters(text)
    .replace(/^(kec|kecamatan|kel|kelurahan|desa|kota|kab|kabupaten)\b(?=\s+\S)/, (word) =>
      word === 'kota' ? word : '',
    )
    .replace(/ /g, '');
}

/** `Dapur Bu Siti & Anak` → `dapur-bu-siti-anak`, for file names and addresses. */
export function slugOf(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Up to two capitals for a round picture: `Siti Aminah` → `SA`. */
export function initialsOf(name: string): string {
  const words = cleanText(name)
    .split(' ')
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => (/^./u.exec(word ?? '')?.[0] ?? '').toUpperCase()).join('');
}

/**
 * Small letters and digits without marks, words divided by single spaces: `Hj. SITI  Aminah, S.Pd` → `hj siti aminah spd`.
 * What is not Latin stays as it is written.
 */
export function fold(text: string): string {
  return plain.test(text) ? foldPlain(text) : foldPlain(unmarked(text));
}

const plain = /^[\x20-\x7e]*$/;

function unmarked(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase();
}

function foldPlain(text: string): string {
  let out = '';
  let gap = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isCapital = code >= 65 && code <= 90;
    if (isCapital || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127) {
      if (gap && out !== '') out += ' ';
      gap = false;
      out += isCapital ? String.fromCharCode(code + 32) : text[at]!;
    } else if (code === 39 || (code === 46 && joins(text, at))) {
      // An apostrophe, or the point of S.Pd, divides no word.
    } else gap = true;
  }
  return out;
}

/** The point between two single letters of a degree or initials: one letter before it, letters after. */
function joins(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 2);
  const isAlone = at < 2 || !isLetter(before);
  return isAlone && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function wordsOf(folded: string): string[] {
  return folded === '' ? [] : folded.split(' ');
}

/** A hash of 32 bits that is never 0, so that 0 can say that there is nothing (FNV-1a, mixed at the end). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/** Two hashes as one; nothing with something is nothing. */
export function joinHash(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return mix(Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ (other >>> 0));
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  mixed ^= mixed >>> 16;
  return mixed >>> 0 || 1;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

/**
 * PT Serif and PT Sans (SIL Open Font License) cover Latin with all diacritics and Cyrillic. DejaVu
 * stands in for every letter they lack, such as Arabic, so that a name never prints as empty boxes.
 */
const files = {
  serif: '@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf',
  'serif-italic': '@expo-google-fonts/pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf',
  sans: '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf',
  'sans-italic': '@expo-google-fonts/pt-sans/400Regular_Italic/PTSans_400Regular_Italic.ttf',
  fallback: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'fallback-bold': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
} as const;

export type Typeface = keyof typeof files;

const resolver = createRequire(import.meta.url);
const bytesOf = new Map<Typeface, Buffer>();
const lettersOf = new Map<Typeface, ReadonlySet<number>>();

export const typefaces = Object.keys(files) as Typeface[];

/** The font file itself; read once a process. */
export function fontBytes(face: Typeface): Buffer {
  const known = bytesOf.get(face);
  if (known) return known;
  const bytes = readFileSync(resolver.resolve(files[face]));
  bytesOf.set(face, bytes);
  return bytes;
}

/** Whether the face itself has a glyph for this Unicode code point. */
export function covers(face: Typeface, codePoint: number): boolean {
  let letters = lettersOf.get(face);
  if (!letters) {
    const font = fontkit.create(fontBytes(face));
    if (!('characterSet' in font))
      throw new Error(`font collection where one face was expected: ${face}`);
    letters = new Set(font.characterSet);
    lettersOf.set(face, letters);
  }
  return letters.has(codePoint);
}

/** The face that takes over where `face` has no glyph. */
export function fallbackOf(face: Typeface): Typeface {
  return face.endsWith('bold') ? 'fallback-bold' : 'fallback';
}

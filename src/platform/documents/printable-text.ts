import { covers, fallbackOf, type Typeface } from './typefaces.ts';

/** A stretch of text that one face can print. */
export interface FaceRun {
  face: Typeface;
  text: string;
}

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\uFE00-\uFE0F\u{1F3FB}-\u{1F3FF}]/gu;
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const combining = /\p{M}/u;

/**
 * What people typed, made safe for paper: one normal form, single spaces, no control or direction
 * marks (they could reorder a signed line) and no private or unassigned characters.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

/**
 * Splits text where the face changes. Pictures (emoji) that the chosen face cannot print are left out,
 * since they carry no part of a name; a letter that no face has becomes an open square.
 */
export function splitByFace(text: string, face: Typeface): FaceRun[] {
  const runs: FaceRun[] = [];
  for (const letter of text) {
    const chosen = faceFor(letter, face, runs.at(-1)?.face);
    if (!chosen) continue;
    const last = runs.at(-1);
    if (last?.face === chosen.face) last.text += chosen.text;
    else runs.push({ ...chosen });
  }
  return runs;
}

function faceFor(
  letter: string,
  face: Typeface,
  before: Typeface | undefined,
): FaceRun | undefined {
  const codePoint = letter.codePointAt(0) ?? 0;
  const fallback = fallbackOf(face);
  // An accent stays with the letter it sits on, otherwise it would be drawn beside it.
  if (before && combining.test(letter) && covers(before, codePoint))
    return { face: before, text: letter };
  if (covers(face, codePoint)) return { face, text: letter };
  if (pictograph.test(letter) || combining.test(letter)) return undefined;
  if (covers(fallback, codePoint)) return { face: fallback, text: letter };
  return { face: fallback, text: '\u25A1' };
}

/** True for a word written from right to left (Arabic, Hebrew). */
export function isRightToLeft(word: string): boolean {
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(word);
}

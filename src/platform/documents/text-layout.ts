import { isRightToLeft, printable, splitByFace, type FaceRun } from './printable-text.ts';
import type { Typeface } from './typefaces.ts';

/** Text in one face; a paragraph is a list of these. */
export interface Span {
  text: string;
  face: Typeface;
}

/** What is drawn in one go; `spaces` says how many word gaps it holds, for justification. */
export interface Piece extends FaceRun {
  width: number;
  spaces: number;
}

export interface Line {
  pieces: Piece[];
  /** Points, without any justification. */
  width: number;
  spaces: number;
  /** The last line of its paragraph; it is never stretched. */
  last: boolean;
}

/** Width in points of a text in one face, at the size in use. */
export type Measure = (face: Typeface, text: string) => number;

interface Word {
  runs: FaceRun[];
  width: number;
}

/**
 * Breaks a paragraph into lines no wider than `width` points. A word longer than a line is cut.
 * An empty paragraph is one empty line.
 */
export function layLines(spans: readonly Span[], width: number, measure: Measure): Line[] {
  const gap = measure(spans[0]?.face ?? 'serif', ' ');
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(spans, measure).flatMap((word) => cutToWidth(word, width, measure))) {
    const current = lines.at(-1) ?? [];
    const needed = current.length === 0 ? word.width : used + gap + word.width;
    if (current.length > 0 && needed > width + 0.01) {
      lines.push([word]);
      used = word.width;
    } else {
      current.push(word);
      used = needed;
    }
  }
  return lines.map((words, index) => toLine(words, measure, index === lines.length - 1));
}

function wordsOf(spans: readonly Span[], measure: Measure): Word[] {
  const words: Word[] = [];
  let glued = false;
  for (const span of spans) {
    if (/^\s/u.test(span.text)) glued = false;
    for (const text of printable(span.text).split(' ').filter(Boolean)) {
      const runs = splitByFace(text, span.face);
      if (runs.length === 0) continue;
      const width = widthOf(runs, measure);
      const previous = words.at(-1);
      if (glued && previous) {
        previous.runs.push(...runs);
        previous.width += width;
      } else words.push({ runs, width });
      glued = false;
    }
    glued = !/\s$/u.test(span.text);
  }
  return words;
}

function cutToWidth(word: Word, width: number, measure: Measure): Word[] {
  if (word.width <= width) return [word];
  const parts: Word[] = [];
  for (const run of word.runs) {
    for (const letter of run.text) {
      const piece = measure(run.face, letter);
      const part = parts.at(-1);
      if (!part || part.width + piece > width) {
        parts.push({ runs: [{ face: run.face, text: letter }], width: piece });
        continue;
      }
      const last = part.runs.at(-1);
      if (last?.face === run.face) last.text += letter;
      else part.runs.push({ face: run.face, text: letter });
      part.width += piece;
    }
  }
  return parts;
}

function toLine(words: Word[], measure: Measure, last: boolean): Line {
  const pieces: Piece[] = [];
  const ordered = inReadingOrder(words);
  const add = (face: Typeface, text: string) => {
    const piece = pieces.at(-1);
    // Right-to-left words stay on their own: the font shapes each of them from its own end.
    if (piece?.face === face && !isRightToLeft(piece.text) && !isRightToLeft(text))
      piece.text += text;
    else pieces.push({ face, text, width: 0, spaces: 0 });
  };
  ordered.forEach((word, index) => {
    for (const run of word.runs) add(run.face, run.text);
    if (index < ordered.length - 1) add(word.runs.at(-1)?.face ?? 'serif', ' ');
  });
  for (const piece of pieces) {
    piece.width = measure(piece.face, piece.text);
    piece.spaces = piece.text.split(' ').length - 1;
  }
  return {
    pieces,
    width: pieces.reduce((sum, piece) => sum + piece.width, 0),
    spaces: pieces.reduce((sum, piece) => sum + piece.spaces, 0),
    last,
  };
}

/** Neighbouring right-to-left words are turned round, so that they read as written. */
function inReadingOrder(words: Word[]): Word[] {
  const ordered: Word[] = [];
  let turned: Word[] = [];
  for (const word of words) {
    if (word.runs.some((run) => isRightToLeft(run.text))) turned.unshift(word);
    else {
      ordered.push(...turned, word);
      turned = [];
    }
  }
  return [...ordered, ...turned];
}

function widthOf(runs: readonly FaceRun[], measure: Measure): number {
  return runs.reduce((sum, run) => sum + measure(run.face, run.text), 0);
}

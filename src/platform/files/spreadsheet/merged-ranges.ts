import type { WorkbookArchive } from './workbook-archive.ts';
import { attribute } from './xml-scanner.ts';

export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Beyond these a merge is decoration, not a value that stands for several cells. */
const maxRanges = 20_000;
const maxHeight = 5_000;

/** Column index from 0 of a reference such as `AB12`; -1 when it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  let i = 0;
  for (; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return i === 0 || i > 3 ? -1 : column - 1;
}

/**
 * The merged ranges of a sheet, ordered by their top row. They stand after the rows in the file, so the part is read
 * once for them before its rows are read.
 */
export async function readMergedRanges(
  archive: WorkbookArchive,
  part: string,
): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  let carry = '';
  for await (const chunk of archive.text(part)) {
    const text = carry + chunk;
    const from = text.lastIndexOf('<');
    const complete = from < 0 ? '' : text.slice(0, from);
    carry = from < 0 ? text.slice(-200) : text.slice(from);
    if (complete.includes('mergeCell')) collect(complete, ranges);
    if (ranges.length >= maxRanges) break;
  }
  collect(carry, ranges);
  return ranges.sort((a, b) => a.top - b.top);
}

function collect(text: string, ranges: MergedRange[]): void {
  for (const [, attributes] of text.matchAll(/<(?:\w+:)?mergeCell(\s[^>]*)/g)) {
    const range = parseRange(attribute(attributes!, 'ref') ?? '');
    if (range !== undefined) ranges.push(range);
  }
}

function parseRange(reference: string): MergedRange | undefined {
  const corners = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (corners === null) return undefined;
  const range = {
    left: columnOf(corners[1]!),
    top: Number(corners[2]),
    right: columnOf(corners[3]!),
    bottom: Number(corners[4]),
  };
  return range.bottom - range.top > maxHeight ? undefined : range;
}

/** Gives every cell of a merged range the text of its first cell, row by row in order. */
export class MergeFiller {
  readonly #waiting: readonly MergedRange[];
  readonly #maxColumns: number;
  #next = 0;
  #open: { range: MergedRange; text: string }[] = [];

  constructor(ranges: readonly MergedRange[], maxColumns: number) {
    this.#waiting = ranges;
    this.#maxColumns = maxColumns;
  }

  /** Fills `cells` of row `number` in place and answers the columns it filled. */
  fill(number: number, cells: string[]): number[] {
    if (this.#waiting.length === 0) return [];
    this.#open = this.#open.filter(({ range }) => range.bottom >= number);
    for (; this.#next < this.#waiting.length; this.#next++) {
      const range = this.#waiting[this.#next]!;
      if (range.top > number) break;
      // A range whose first row holds nothing at all was never seen: it has no text to give.
      if (range.top === number) this.#open.push({ range, text: cells[range.left] ?? '' });
    }
    const filled: number[] = [];
    for (const { range, text } of this.#open) {
      if (text === '') continue;
      for (let at = range.left; at <= Math.min(range.right, this.#maxColumns - 1); at++) {
        if ((cells[at] ?? '') !== '') continue;
        while (cells.length <= at) cells.push('');
        cells[at] = text;
        filled.push(at);
      }
    }
    return filled;
  }
}

import { type Notice } from '#kernel/parsed.ts';
import { parseScaled } from '#kernel/scaled.ts';
import { readDay } from './date-style.ts';
import { codeMeanings } from './file-layout.ts';
import type { FieldShape, FileLayout } from './file-layout.ts';
import { lineProblems } from './line-problems.ts';

export type CellReading =
  | { readonly value: string; readonly problem: null }
  | { readonly value: null; readonly problem: Notice };

/** A cell, what it holds, and the heading to name it by when something is wrong. */
export interface CellToRead {
  readonly field: string;
  readonly title: string;
  readonly shape: FieldShape;
  readonly text: string;
  /** Typed as a number in a spreadsheet: then it is written with a point whatever the template says. */
  readonly isNumber: boolean;
}

/**
 * Reads a cell that is not empty into its one canonical text: days as YYYY-MM-DD, amounts as digits of the smallest
 * unit, rates as plain decimals, codes as what they mean.
 */
export function readCell(cell: CellToRead, layout: FileLayout): CellReading {
  const { title, text } = cell;
  switch (cell.shape) {
    case 'text':
      return read(text);
    case 'date': {
      const day = readDay(text, layout.dates);
      return day === null ? wrong(lineProblems.notADay(title, text)) : read(day);
    }
    case 'whole':
      return /^\d{1,6}$/.test(text)
        ? read(String(Number(text)))
        : wrong(lineProblems.notWhole(title, text));
    case 'percent':
      return readPercent(cell, layout);
    case 'amount': {
      const style = { decimal: cell.isNumber ? '.' : layout.decimal, digits: layout.digits };
      const amount = parseScaled(text, style);
      return amount.ok
        ? read(amount.value.toString())
        : wrong(lineProblems.amount(title, amount.problem));
    }
    case 'code':
      return readCode(cell, layout);
  }
}

function readPercent({ title, text, isNumber }: CellToRead, layout: FileLayout): CellReading {
  const decimal = isNumber ? '.' : layout.decimal;
  const found = new RegExp(`^(\\d{1,3})(?:\\${decimal}(\\d{1,6}))?\\s*(%)?$`).exec(text);
  if (!found) return wrong(lineProblems.notARate(title, text));
  const [, whole = '', fraction = '', sign] = found;
  const kept = fraction.replace(/0+$/, '');
  if (Number(whole) > 100) return wrong(lineProblems.notARate(title, text));
  // A spreadsheet keeps 6 % as 0.06; so does a careless export.
  if (whole === '0' && kept !== '' && sign === undefined) {
    return wrong(lineProblems.rateInTwoWays(title, text));
  }
  return read(`${Number(whole)}${kept && `.${kept}`}`);
}

function readCode({ field, title, text }: CellToRead, layout: FileLayout): CellReading {
  const codes = layout.codes[field];
  const key = Object.keys(codes ?? {}).find((code) => code.toLowerCase() === text.toLowerCase());
  const meaning = codes ? codes[key ?? ''] : codeMeanings[field]?.find((known) => known === text);
  return meaning === undefined ? wrong(lineProblems.unknownCode(title, text)) : read(meaning);
}

function read(value: string): CellReading {
  return { value, problem: null };
}

function wrong(problem: Notice): CellReading {
  return { value: null, problem };
}

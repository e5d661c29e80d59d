import { digitsIn } from './book-of.ts';

/** Lines of a journal as a form sends them: `lines.0.number`, `lines.0.debitRupiah`, … */
export interface TypedLines {
  readonly lines: { number: string; debitRupiah: string; creditRupiah: string }[];
  /** What was typed, with empty lines left out, so that a problem stands beside the line it is about. */
  readonly values: Record<string, string>;
}

const most = 60;

/** Reads the lines that hold anything. */
export function readLines(typed: Readonly<Record<string, string | string[]>>): TypedLines {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '');
  const lines: TypedLines['lines'] = [];
  const values: Record<string, string> = {};
  for (let at = 0; at < most; at += 1) {
    const [number, debit, credit] = ['number', 'debitRupiah', 'creditRupiah'].map((field) =>
      text(`lines.${at}.${field}`),
    ) as [string, string, string];
    if (number === '' && debit === '' && credit === '') continue;
    const to = `lines.${lines.length}`;
    values[`${to}.number`] = number;
    values[`${to}.debitRupiah`] = debit;
    values[`${to}.creditRupiah`] = credit;
    lines.push({ number, debitRupiah: digitsIn(debit), creditRupiah: digitsIn(credit) });
  }
  return { lines, values };
}

/** What was typed without its lines. */
export function withoutLines(
  typed: Readonly<Record<string, string | string[]>>,
): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('lines.')));
}

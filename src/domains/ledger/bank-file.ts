import { parseDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { parseRupiah } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { LineIssue } from './manual-journal.ts';

/** What a column of a bank's file can mean. */
export type BankColumn = 'date' | 'says' | 'reference' | 'debit' | 'credit' | 'amount' | 'balance';

/** Which column of the file is which, counted from 0. */
export type BankMapping = Partial<Record<BankColumn, number>>;

/** A line of a statement as it is imported; money in is positive. */
export interface BankLine {
  readonly onDay: BusinessDate;
  readonly says: string;
  readonly reference: string | null;
  readonly amountRupiah: Rupiah;
  readonly balanceRupiah: Rupiah | null;
}

export interface ReadBankFile {
  readonly lines: readonly BankLine[];
  /** What could not be read, by the row's number in the file: `rows.12`. */
  readonly issues: readonly LineIssue[];
  readonly openingRupiah: Rupiah | null;
  readonly closingRupiah: Rupiah | null;
}

/** How the banks here head their columns. */
const headings: readonly (readonly [BankColumn, RegExp])[] = [
  ['date', /^(tgl|tanggal|date|posting date|post date)\b/],
  ['says', /^(keterangan|uraian|deskripsi|description|remark|transaksi$|rincian)/],
  ['reference', /^(no\.? ?ref|nomor referensi|referensi|reference|no\.? bukti|kode transaksi)/],
  ['debit', /^(debet|debit|db|mutasi debet|mutasi debit|pengeluaran|penarikan|withdrawal)/],
  ['credit', /^(kredit|credit|cr|mutasi kredit|penerimaan|setoran|deposit)/],
  ['amount', /^(jumlah|mutasi|nominal|amount|nilai)/],
  ['balance', /^(saldo|balance)/],
];

/** Finds the row of headings among the first rows and what its columns mean; null when no row looks like one. */
export function findBankColumns(
  rows: readonly (readonly string[])[],
): { headingRow: number; mapping: BankMapping } | null {
  for (const [headingRow, cells] of rows.slice(0, 40).entries()) {
    const mapping = mappingOf(cells);
    if (isWhole(mapping)) return { headingRow, mapping };
  }
  return null;
}

/** Whether a mapping names a date, and either one amount or both sides. */
export function isWhole(mapping: BankMapping): boolean {
  const sides = mapping.debit !== undefined && mapping.credit !== undefined;
  return mapping.date !== undefined && (sides || mapping.amount !== undefined);
}

function mappingOf(cells: readonly string[]): BankMapping {
  const mapping: BankMapping = {};
  cells.forEach((cell, at) => {
    const text = cell.trim().toLowerCase();
    const found = headings.find(
      ([name, pattern]) => pattern.test(text) && mapping[name] === undefined,
    );
    if (found) mapping[found[0]] = at;
  });
  return mapping;
}

/**
 * Reads the lines of a bank's file below its headings. Amounts may be written the Indonesian way (1.234.567,00) or the
 * English (1,234,567.00), with CR and DB behind or in the next cell; lines may run from the latest back. Rows without a date are
 * the bank's own headings and sums and are passed over.
 */
export function readBankLines(
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
  mapping: BankMapping,
): ReadBankFile {
  const issues: LineIssue[] = [];
  const lines: BankLine[] = [];
  const cell = (cells: readonly string[], name: BankColumn) =>
    (mapping[name] === undefined ? '' : (cells[mapping[name]] ?? '')).trim();
  for (const { number, cells } of rows) {
    const dated = cell(cells, 'date');
    const date = parseDate(dated);
    const amount = amountOf(cells, mapping);
    if (!date.ok) {
      // 31/02/2026 beside an amount is a line, and would be lost without a word.
      if (meantAsDate.test(dated) && amount !== null && amount !== 0n) {
        const { says } = date.problem;
        issues.push({ field: `rows.${number}`, message: `${says.id} | ${says.en}` });
      }
      continue;
    }
    const balance = mapping.balance === undefined ? null : readAmount(cell(cells, 'balance'));
    const wrong = [amount, balance].find((one) => typeof one === 'string');
    if (typeof wrong === 'string') issues.push({ field: `rows.${number}`, message: wrong });
    else if (typeof amount === 'bigint' && amount !== 0n) {
      lines.push({
        onDay: date.value,
        says: cell(cells, 'says').replace(/\s+/g, ' ').slice(0, 400),
        reference: cell(cells, 'reference').slice(0, 80) || null,
        amountRupiah: amount,
        balanceRupiah: typeof balance === 'bigint' ? balance : null,
      });
    }
  }
  const ordered = inOrder(lines);
  const [first, last] = [ordered[0], ordered.at(-1)];
  return {
    lines: ordered,
    issues,
    openingRupiah:
      typeof first?.balanceRupiah === 'bigint' ? first.balanceRupiah - first.amountRupiah : null,
    closingRupiah: last?.balanceRupiah ?? null,
  };
}

/** A day, a month and a year in some order, though there may be no such day. */
const meantAsDate = /^\d{1,4}[-/. ]\w{1,9}[-/. ]\d{2,4}\b/;

/**
 * The account a file says it is of, digits only, from the rows above its headings ("No. Rekening: 0097-01-000123-45-6");
 * null when it says none, or hides part of it.
 */
export function statedAccount(rows: readonly (readonly string[])[]): string | null {
  for (const cells of rows) {
    const at = cells.findIndex((cell) => /\b(rek(ening)?|account|acct?)\b/i.test(cell));
    if (at === -1) continue;
    const number = /\d[\d .-]{4,}\d/.exec(cells.slice(at).join(' '))?.[0].replace(/\D/g, '');
    if (number !== undefined && number.length >= 6) return number;
  }
  return null;
}

/** Whether two writings mean one account: banks print leading zeros, spaces and dashes as they like. */
export function sameAccount(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '');
  return bare(one) === bare(other);
}

/** A file that runs from the latest line back is turned round, so that balances follow each other. */
function inOrder(lines: readonly BankLine[]): BankLine[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  if (first.onDay !== last.onDay) return first.onDay > last.onDay ? lines.toReversed() : [...lines];
  const second = lines[1];
  const backwards =
    typeof second?.balanceRupiah === 'bigint' &&
    first.balanceRupiah === second.balanceRupiah + first.amountRupiah &&
    second.balanceRupiah !== first.balanceRupiah + second.amountRupiah;
  return backwards ? lines.toReversed() : [...lines];
}

function amountOf(cells: readonly string[], mapping: BankMapping): Rupiah | string | null {
  if (mapping.amount !== undefined) {
    const own = (cells[mapping.amount] ?? '').trim();
    const next = (cells[mapping.amount + 1] ?? '').trim();
    const signed =
      /(cr|db|d|k)\.?$/i.test(own) || !/^(cr|db|d|k)$/i.test(next) ? own : `${own} ${next}`;
    return readAmount(signed);
  }
  const side = (at: number | undefined) =>
    readAmount((at === undefined ? '' : (cells[at] ?? '')).trim());
  const out = side(mapping.debit);
  const into = side(mapping.credit);
  if (typeof out === 'string') return out;
  if (typeof into === 'string') return into;
  return (into ?? 0n) - (out ?? 0n);
}

/** A bank's amount; null for an empty cell, a sentence `Indonesian | English` for what is no whole rupiah. */
export function readAmount(text: string): Rupiah | string | null {
  const bare = text.replace(/\s+/g, ' ').trim();
  if (bare === '' || bare === '-') return null;
  const marked = /^([-+(−]?)(.*?)\)? ?(cr|db|dr|d|k)?\.?$/i.exec(bare);
  const digits = (marked?.[2] ?? bare).replace(/^(rp|idr)\.? ?/i, '').trim();
  const mark = (marked?.[3] ?? '').toLowerCase();
  const minus = /^[-(−]/.test(bare) || mark.startsWith('d');
  const english = /^\d{1,3}(,\d{3})*\.\d{2}$/.test(digits) || /^\d{1,3}(,\d{3})+$/.test(digits);
  // Exports without separators of thousands: 1500000.00
  const plain = /^(\d+)[.,]00?$/.exec(digits)?.[1];
  const read = parseRupiah(plain ?? digits, english ? ',' : '.');
  if (!read.ok) return `${read.problem.says.id} | ${read.problem.says.en}`;
  return minus ? -read.value : read.value;
}

/** The first line whose balance does not follow from the one before it; null when all follow or none is given. */
export function brokenBalance(lines: readonly BankLine[]): { at: number; expected: Rupiah } | null {
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]?.balanceRupiah;
    if (typeof before !== 'bigint' || line.balanceRupiah === null) continue;
    const expected = before + line.amountRupiah;
    if (expected !== line.balanceRupiah) return { at, expected };
  }
  return null;
}

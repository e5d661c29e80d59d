import { describe, expect, it } from 'vitest';
import {
  brokenBalance,
  findBankColumns,
  readAmount,
  readBankLines,
  sameAccount,
  statedAccount,
} from './bank-file.ts';

function read(text: string) {
  const rows = text
    .trim()
    .split('\n')
    .map((line, at) => ({ number: at + 1, cells: line.split(';').map((cell) => cell.trim()) }));
  const found = findBankColumns(rows.map((row) => row.cells));
  if (!found) return null;
  return readBankLines(rows.slice(found.headingRow + 1), found.mapping);
}

const said = (text: string) =>
  read(text)?.lines.map(
    (line) =>
      `${line.onDay} ${line.amountRupiah} ${line.says} ${line.reference ?? '-'} ${line.balanceRupiah}`,
  );

describe('A bank statement', () => {
  it('with both sides in columns, as BRI and Mandiri write them', () => {
    expect(
      said(`
      LAPORAN TRANSAKSI FINANSIAL
      No. Rekening; 009701000123456
      Tanggal Transaksi; Uraian Transaksi; No. Referensi; Debet; Kredit; Saldo
      02/11/26; SETORAN TUNAI SS-2026-0007; 88121; 0,00; 2.500.000,00; 12.500.000,00
      05/11/26; BIAYA ADM; 88400; 12.500,00; ; 12.487.500,00
      ; TOTAL; ; 12.500,00; 2.500.000,00;`),
    ).toEqual([
      '2026-11-02 2500000 SETORAN TUNAI SS-2026-0007 88121 12500000',
      '2026-11-05 -12500 BIAYA ADM 88400 12487500',
    ]);
  });

  it('with one amount and CR or DB behind it, the English way and from the latest back, as BCA writes it', () => {
    expect(
      said(`
      Tanggal; Keterangan; Cabang; Jumlah; ; Saldo
      06/11/2026; BUNGA; 0000; 1,000.00; CR; 1,501,000.00
      05/11/2026; TARIKAN; 0198; 500,000.00; DB; 1,500,000.00`),
    ).toEqual(['2026-11-05 -500000 TARIKAN - 1500000', '2026-11-06 1000 BUNGA - 1501000']);
  });

  it('says what it could not read, by row, and keeps its opening and closing balance', () => {
    const found = read(`
      Tanggal; Keterangan; Debit; Kredit; Saldo
      2026-11-02; Setoran; ; 100.000; 600.000
      2026-11-03; Salah; ; seratus; 700.000
      2026-11-04; Bunga; ; 12,34; 700.012`);
    expect(found?.issues.map((issue) => issue.field)).toEqual(['rows.3', 'rows.4']);
    expect(found).toMatchObject({ openingRupiah: 500_000n, closingRupiah: 600_000n });
  });

  it('without headings we know is not guessed at', () => {
    expect(read('a;b;c\n1;2;3')).toBeNull();
    expect(read('Nama; Keterangan; Saldo\nx;y;1')).toBeNull();
  });

  it('with a day there is none of names the row, and does not lose it', () => {
    const found = read(`
      Tanggal; Keterangan; Debit; Kredit; Saldo
      28/02/2026; Setoran; ; 100.000; 600.000
      31/02/2026; Setoran; ; 50.000; 650.000
      Total; ; ; 150.000;`);
    expect(found?.issues.map((issue) => issue.field)).toEqual(['rows.3']);
    expect(found?.lines).toHaveLength(1);
  });

  it('says which account it is of, unless it hides it', () => {
    expect(
      statedAccount([
        ['Periode', '11/2026'],
        ['No. Rekening', ': 0097-01-000123-45-6'],
      ]),
    ).toBe('009701000123456');
    expect(statedAccount([['Account Number: 3300700012345']])).toBe('3300700012345');
    expect(statedAccount([['No. Rekening', 'xxxxxxx345']])).toBeNull();
    expect(statedAccount([['Periode', '01/11/2026 - 30/11/2026']])).toBeNull();
    expect(sameAccount('0097-01-000123', '9701000123')).toBe(true);
    expect(sameAccount('3300700012345', '3300700012346')).toBe(false);
  });

  it('whose balances do not follow each other names the line', () => {
    const lines = read(`
      Tanggal; Keterangan; Debit; Kredit; Saldo
      2026-11-02; A; ; 100; 600
      2026-11-03; C; ; 100; 900`)?.lines;
    expect(brokenBalance(lines ?? [])).toEqual({ at: 1, expected: 700n });
  });
});

it.each([
  ['1.234.567,00', 1_234_567n],
  ['1,234,567.00', 1_234_567n],
  ['1500000.00', 1_500_000n],
  ['1500000', 1_500_000n],
  ['Rp 2.000.000', 2_000_000n],
  ['(250.000)', -250_000n],
  ['-250,000.00', -250_000n],
  ['100.000,00 DB', -100_000n],
  ['100.000 CR', 100_000n],
  ['', null],
  ['-', null],
])('a bank’s %s is read as %s', (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

it.each(['1.5', '12,34', 'NaN', '1e9', '12.34.56'])('a bank’s %s is not guessed at', (text) => {
  expect(readAmount(text)).toMatch(/ \| /);
});

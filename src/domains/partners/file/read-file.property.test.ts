import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusedAs } from '#test/refused.ts';
import { fileLayoutInput } from './file-layout.ts';
import type { FileRow } from './find-columns.ts';
import { readFile } from './read-file.ts';

/** A bank that keeps cents and writes its CSV the Indonesian way. */
const bank = fileLayoutInput.parse({
  format: 'csv',
  columns: [
    { field: 'loanNumber', title: 'NO REKENING' },
    { field: 'number', title: 'ANGS KE' },
    { field: 'dueOn', title: 'TGL JT' },
    { field: 'principal', title: 'POKOK' },
    { field: 'interest', title: 'BUNGA' },
    { field: 'total', title: 'JUMLAH' },
  ],
  lender: 'BANK BATANGHARI',
  asOfWord: 'Posisi',
  dates: 'DD/MM/YYYY',
  decimal: ',',
  digits: 2,
  totals: 'TOTAL',
});

/** A BPR that sends a spreadsheet with merged headings. */
const bpr = fileLayoutInput.parse({
  ...bank,
  format: 'xlsx',
  columns: [
    { field: 'loanNumber', title: 'Nomor PK' },
    { field: 'number', title: 'Ke' },
    { field: 'dueOn', title: 'Jatuh Tempo' },
    { field: 'principal', title: 'Angsuran · Pokok' },
    { field: 'interest', title: 'Angsuran · Jasa' },
  ],
  lender: 'BPR Sekoja',
  dates: 'D MMM YYYY',
  digits: 0,
  totals: null,
});

const schedules = { kind: 'schedules', layout: bank } as const;
const head = ['NO REKENING', 'ANGS KE', 'TGL JT', 'POKOK', 'BUNGA', 'JUMLAH'];
const above = [['PT BANK BATANGHARI RAYA'], ['Posisi: 31/10/2026']];
const line = (loan: string, number: number, change: Record<number, string> = {}) =>
  [loan, String(number), '30/11/2026', '821.937,46', '25.000,00', '846.937,46'].map(
    (text, at) => change[at] ?? text,
  );
const totals = (count: number) => {
  const said = (cents: number) =>
    `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
  return ['TOTAL', '', '', said(82_193_746 * count), said(2_500_000 * count), ''];
};
const rows = (texts: readonly string[][]): FileRow[] =>
  texts.map((cells, at) => ({ number: at + 1, cells }));
const file = (lines: readonly string[][], end = totals(lines.length)) =>
  rows([...above, head, ...lines, end, ['Jambi, 2 November 2026', 'Kepala Cabang']]);

test('a file says its day, its lines and their sums to the cent', () => {
  const read = readFile(schedules, file([line('KUR-1', 1), line('KUR-1', 2)]));
  expect(read.asOf).toBe('2026-10-31');
  expect(read.totals).toEqual({
    principal: 164_387_492n,
    interest: 5_000_000n,
    total: 169_387_492n,
  });
  expect(read.lines.map(({ line: at, key, problem }) => [at, key, problem])).toEqual([
    [4, 'KUR-1|1', null],
    [5, 'KUR-1|2', null],
  ]);
  expect(read.lines[0]?.reading).toEqual({
    loanNumber: 'KUR-1',
    number: '1',
    dueOn: '2026-11-30',
    principal: '82193746',
    interest: '2500000',
    total: '84693746',
  });
});

test('merged headings are found by parent and child, and number cells are read with a point', () => {
  const read = readFile({ kind: 'schedules', layout: bpr }, [
    { number: 1, cells: ['PT BPR Sekoja Mandiri'] },
    { number: 2, cells: ['Posisi', '31 Oktober 2026'] },
    { number: 4, cells: ['Nomor PK', 'Ke', 'Jatuh Tempo', 'Angsuran', 'Angsuran'] },
    { number: 5, cells: ['Nomor PK', 'Ke', 'Jatuh Tempo', 'Pokok', 'Jasa'] },
    { number: 6, cells: ['1', '2', '3', '4', '5'] },
    { number: 7, cells: ['PK-9', '1', '5 Des 2026', '250000', '18.750'], notes: { 3: 'number' } },
  ]);
  expect(read.asOf).toBe('2026-10-31');
  expect(read.lines.map(({ reading }) => reading)).toEqual([
    {
      loanNumber: 'PK-9',
      number: '1',
      dueOn: '2026-12-05',
      principal: '250000',
      interest: '18750',
    },
  ]);
});

test('the order of lines makes no difference to what is read', () => {
  const loan = fc.constantFrom('A', 'B', 'C');
  const lines = fc.array(fc.tuple(loan, fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 12,
  });
  const said = (read: ReturnType<typeof readFile>) =>
    read.lines.map(({ key, problem }) => `${key} ${problem?.code}`).sort();
  fc.assert(
    fc.property(
      lines.chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      ),
      ([some, shuffled]) => {
        const one = readFile(schedules, file(some.map(([name, number]) => line(name, number))));
        const other = readFile(
          schedules,
          file(shuffled.map(([name, number]) => line(name, number))),
        );
        expect(said(other)).toEqual(said(one));
        expect(other.totals).toEqual(one.totals);
      },
    ),
  );
});

test.each([
  ['a day that does not exist', { 2: '31/02/2026' }, 'line.not-a-day'],
  ['a month before its day', { 2: '11/30/2026' }, 'line.not-a-day'],
  ['separators of the other country', { 3: '821,937.46' }, 'line.amount.not-an-amount'],
  ['a fraction of a cent', { 3: '821937,465' }, 'line.amount.too-fine'],
  ['a negative amount', { 4: '-25000' }, 'line.amount.negative'],
  ['a number of instalments with a point', { 1: '1.5' }, 'line.not-whole'],
  ['no loan', { 0: '' }, 'line.empty'],
  ['a sum that is none', { 5: '846.937,45' }, 'line.does-not-add-up'],
])('a line with %s is wrong and says why', (_, change, code) => {
  const read = readFile(schedules, file([line('KUR-1', 1, change), line('KUR-1', 2)]));
  expect(read.lines.map(({ problem }) => problem?.code ?? null)).toEqual([code, null]);
});

test('a line that is there twice is wrong both times', () => {
  const read = readFile(schedules, file([line('A', 1), line('B', 1), line('A', 1)]));
  expect(read.lines.map(({ problem }) => problem?.code ?? null)).toEqual([
    'line.twice',
    null,
    'line.twice',
  ]);
});

const decisions = {
  kind: 'decisions',
  layout: fileLayoutInput.parse({
    ...bank,
    columns: [
      { field: 'reference', title: 'RUJUKAN' },
      { field: 'decision', title: 'PUTUSAN' },
      { field: 'reason', title: 'ALASAN' },
      { field: 'decidedOn', title: 'TGL' },
      { field: 'loanNumber', title: 'REK' },
      { field: 'disbursedOn', title: 'CAIR' },
      { field: 'principal', title: 'PLAFON' },
      { field: 'rate', title: 'BUNGA' },
      { field: 'installments', title: 'JW' },
    ],
    totals: null,
    codes: { decision: { S: 'approved', T: 'refused' }, reason: { '01': 'old-arrears' } },
  }),
} as const;
const decided = (...cells: string[]) =>
  readFile(decisions, rows([...above, decisions.layout.columns.map(({ title }) => title), cells]))
    .lines[0]!;

test('codes are read as what the template says they mean', () => {
  expect(decided('R1', 't', '01', '02/11/2026').reading).toMatchObject({
    decision: 'refused',
    reason: 'old-arrears',
  });
});

test.each([
  ['an unknown code', ['R1', 'X', '', '02/11/2026'], 'line.unknown-code'],
  ['a refusal without a reason', ['R1', 'T', '', '02/11/2026'], 'line.no-reason'],
  ['a loan without its terms', ['R1', 'S', '', '02/11/2026', 'K1'], 'line.loan-incomplete'],
  [
    'a rate of 0,06',
    ['R1', 'S', '', '02/11/2026', 'K1', '02/11/2026', '1000', '0,06', '12'],
    'line.rate-in-two-ways',
  ],
  [
    'a rate of 300',
    ['R1', 'S', '', '02/11/2026', 'K1', '02/11/2026', '1000', '300', '12'],
    'line.not-a-rate',
  ],
])('a decision with %s is wrong and says why', (_, cells, code) => {
  expect(decided(...cells).problem?.code).toBe(code);
});

test.each([
  ['another lender’s', () => file([line('A', 1)]).slice(1), 'partners.another-lender'],
  [
    'another lender’s with columns of its own',
    () => rows([['BPR Lain'], ['Nomor PK', 'Pokok'], ['A', '1']]),
    'partners.another-lender',
  ],
  [
    'without its day',
    () =>
      [above[0]!, head, line('A', 1), totals(1)].map((cells, at) => ({ number: at + 1, cells })),
    'partners.no-day',
  ],
  [
    'of another kind',
    () => rows([...above, ['NO REKENING', 'KOL'], ['A', '1']]),
    'partners.columns-missing',
  ],
  ['without lines', () => file([], totals(0)), 'partners.no-lines'],
  ['whose totals do not add up', () => file([line('A', 1)], totals(2)), 'partners.totals-differ'],
  ['cut off before its totals', () => file([line('A', 1)]).slice(0, 4), 'partners.no-totals'],
])('a file %s is refused', async (_, make, code) => {
  expect(await refusedAs(Promise.resolve().then(() => readFile(schedules, make())))).toBe(code);
});

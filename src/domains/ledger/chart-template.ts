import type { Words } from '#kernel/words.ts';
import { controlPath, controls } from './chart.ts';
import type { AccountClass } from './chart.ts';
import { statementLines } from './statement-line.ts';
import type { StatementLineName } from './statement-line.ts';

export type TemplateName = 'cooperative' | 'revolving-fund' | 'microfinance';

/** An account of a chart as a book is opened with it. */
export interface TemplateAccount {
  readonly number: string;
  readonly name: string;
  readonly class: AccountClass;
  readonly line: string;
  readonly control: string;
  /** `office`: for manual journals. `programme`: posted by loans, savings and bags. */
  readonly keptBy: 'office' | 'programme';
}

type Row = readonly [number: string, name: string, line: StatementLineName];

/** Accounts every institution that lends has, whatever it is. */
const common: readonly Row[] = [
  ['1209', 'Penyisihan piutang', 'loan-allowance'],
  ['1210', 'Piutang lain', 'other-receivables'],
  ['1301', 'Biaya dibayar di muka', 'other-receivables'],
  ['1501', 'Aset tetap', 'fixed'],
  ['1509', 'Akumulasi penyusutan', 'accumulated-depreciation'],
  ['2201', 'Utang usaha', 'payables'],
  ['2202', 'Utang pajak', 'payables'],
  ['2301', 'Pinjaman dari bank', 'borrowings'],
  ['3201', 'Modal hibah', 'grants'],
  ['4102', 'Pendapatan administrasi', 'fee-income'],
  ['4201', 'Jasa giro bank', 'other-income'],
  ['4901', 'Pendapatan lain', 'other-income'],
  ['5101', 'Jasa simpanan', 'savings-cost'],
  ['5201', 'Gaji dan honor', 'staff'],
  ['5301', 'Transport lapangan', 'operations'],
  ['5302', 'Alat tulis dan cetakan', 'operations'],
  ['5303', 'Listrik air dan internet', 'operations'],
  ['5401', 'Beban penyisihan piutang', 'loan-loss'],
  ['5501', 'Beban penyusutan', 'depreciation'],
  ['5601', 'Beban pajak', 'tax'],
  ['5901', 'Administrasi bank', 'other-expense'],
  ['5902', 'Beban lain', 'other-expense'],
];

const own: Readonly<Record<TemplateName, readonly Row[]>> = {
  cooperative: [
    ['1401', 'Penyertaan pada koperasi lain', 'investments'],
    ['2401', 'SHU bagian anggota', 'funds'],
    ['2402', 'Dana pengurus dan pengawas', 'funds'],
    ['2403', 'Dana karyawan', 'funds'],
    ['2404', 'Dana pendidikan', 'funds'],
    ['2405', 'Dana sosial', 'funds'],
    ['3102', 'Simpanan pokok', 'capital'],
    ['3103', 'Simpanan wajib', 'capital'],
    ['3301', 'Cadangan koperasi', 'reserves'],
    ['5304', 'Rapat anggota tahunan', 'operations'],
  ],
  'revolving-fund': [
    ['2501', 'Utang ke kas daerah', 'other-liabilities'],
    ['3105', 'Dana bergulir dari APBD', 'capital'],
    ['5305', 'Monitoring dan penagihan', 'operations'],
  ],
  microfinance: [
    ['3106', 'Modal disetor', 'capital'],
    ['3302', 'Cadangan umum', 'reserves'],
    ['5306', 'Pungutan pengawas', 'operations'],
  ],
};

/** What the programme's own accounts are called where an institution calls them differently. */
const renamed: Readonly<Record<TemplateName, Readonly<Record<string, string>>>> = {
  cooperative: { '3401': 'SHU belum dibagi' },
  'revolving-fund': { '3401': 'Surplus defisit', '3101': 'Ekuitas awal' },
  microfinance: { '3401': 'Laba ditahan', '4101': 'Bunga pinjaman' },
};

export const templateNames: Readonly<Record<TemplateName, Words>> = {
  cooperative: { id: 'Koperasi', en: 'Cooperative' },
  'revolving-fund': { id: 'Dana bergulir (BLUD)', en: 'Revolving fund (BLUD)' },
  microfinance: {
    id: 'Lembaga keuangan mikro (LKM)',
    en: 'Microfinance institution (LKM)',
  },
};

/** The accounts a book is opened with, in the order of their numbers. */
export function chartOf(template: TemplateName): TemplateAccount[] {
  const programme: TemplateAccount[] = Object.values(controls).map((control) => ({
    ...control,
    name: renamed[template][control.number] ?? control.name,
    keptBy: officeMayPost.has(control.number) ? 'office' : 'programme',
  }));
  const office = [...common, ...own[template]].map(([number, name, line]): TemplateAccount => {
    const { class: accountClass } = statementLines[line];
    return {
      number,
      name,
      line,
      class: accountClass,
      control: controlPath({ class: accountClass, name }),
      keptBy: 'office',
    };
  });
  return [...programme, ...office].sort((a, b) => a.number.localeCompare(b.number));
}

/** Accounts of the programme with one leaf that is nobody's own: the safe, the bank, capital, surplus, loan income. */
const officeMayPost: ReadonlySet<string> = new Set(
  [controls.till, controls.bank, controls.capital, controls.surplus, controls.interestIncome].map(
    (control) => control.number,
  ),
);

import type { RepayEvery } from '#domains/lending/terms.ts';
import type { PriceAsTold } from '#domains/lending/comparable-offer.ts';
import { parseRupiah, type Rupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export const lengths = { 4: 4, 13: 13, 25: 25, 50: 50, 104: 104 } as const;
const defaultWeeks = 50;
const defaultAmount: Rupiah = 2_000_000n;
const [least, most]: [Rupiah, Rupiah] = [50_000n, 1_000_000_000n];

export const frequencies: Readonly<Record<string, RepayEvery>> = {
  hari: { count: 1, unit: 'day' },
  minggu: { count: 1, unit: 'week' },
  'dua-minggu': { count: 2, unit: 'week' },
  bulan: { count: 1, unit: 'month' },
};

/** What a visitor asked by the page's address, and what could not be read of it. */
export interface Asked {
  readonly amountRupiah: Rupiah;
  readonly weeks: number;
  /** The offer she was made; null when she typed none, or not all of it. */
  readonly own: PriceAsTold | null;
  /** Ids of the two offers to hold beside each other; null leaves the choice to the page. */
  readonly left: string | null;
  readonly right: string | null;
  /** What she typed, field by field, to be shown again. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, Words>>;
}

/** Reads the address. Nothing in it is an error of the page: what cannot be read is said beside its field. */
export function readAsked(query: URLSearchParams): Asked {
  const problems: Record<string, Words> = {};
  const typed = Object.fromEntries(
    ['jumlah', 'terima', 'angsuran', 'kali', 'tiap'].map((name) => [
      name,
      (query.get(name) ?? '').slice(0, 40),
    ]),
  );
  const own = readOwn(typed, problems);
  const amountRupiah =
    typed.jumlah === ''
      ? (own?.askedRupiah ?? defaultAmount)
      : (readAmount('jumlah', typed, problems) ?? defaultAmount);
  const weeks = Number(query.get('lama') ?? defaultWeeks);
  return {
    amountRupiah,
    weeks: weeks in lengths ? weeks : defaultWeeks,
    own,
    left: query.get('kiri') || null,
    right: query.get('kanan') || null,
    typed,
    problems,
  };
}

type Typed = Readonly<Record<string, string>>;
type Problems = Record<string, Words>;

function readOwn(typed: Typed, problems: Problems): PriceAsTold | null {
  const fields = ['terima', 'angsuran', 'kali'];
  if (fields.every((name) => typed[name] === '')) return null;
  const received = readAmount('terima', typed, problems);
  const instalment = readAmount('angsuran', typed, problems);
  const installments = readCount(typed.kali ?? '', problems);
  const repayEvery = frequencies[typed.tiap ?? ''] ?? frequencies.minggu;
  if (received === null || instalment === null || installments === null || !repayEvery) return null;
  return {
    kind: 'told',
    askedRupiah: received,
    receivedRupiah: received,
    instalmentRupiah: instalment,
    installments,
    repayEvery,
  };
}

function readAmount(name: string, typed: Typed, problems: Problems): Rupiah | null {
  const read = parseRupiah(typed[name] ?? '');
  if (!read.ok) {
    problems[name] = read.problem.says;
    return null;
  }
  const from = name === 'jumlah' ? least : 1_000n;
  if (read.value < from || read.value > most) {
    problems[name] = from === least ? outOfRange : oddAmount;
    return null;
  }
  return read.value;
}

function readCount(text: string, problems: Problems): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (count >= 1 && count <= 400) return count;
  problems.kali = {
    id: 'Isi berapa kali membayar: 1 sampai 400, misalnya 10.',
    en: 'Say how many payments: 1 to 400, for instance 10.',
  };
  return null;
}

const outOfRange: Words = {
  id: 'Isi Rp 50.000 sampai Rp 1.000.000.000, misalnya 2.500.000.',
  en: 'Enter Rp 50,000 to Rp 1,000,000,000, for instance 2.500.000.',
};
const oddAmount: Words = {
  id: 'Isi Rp 1.000 sampai Rp 1.000.000.000, misalnya 900.000.',
  en: 'Enter Rp 1,000 to Rp 1,000,000,000, for instance 900.000.',
};

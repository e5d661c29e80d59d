import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { derived } from '#kernel/derivation.ts';
import type { Derivation } from '#kernel/derivation.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export type SizeClass = 'micro' | 'small' | 'medium' | 'large';

export const sizeClassNames: Readonly<Record<SizeClass, Words>> = {
  micro: { id: 'Mikro', en: 'Micro' },
  small: { id: 'Kecil', en: 'Small' },
  medium: { id: 'Menengah', en: 'Medium' },
  large: { id: 'Besar', en: 'Large' },
};

/** The upper ends of micro, small and medium, each counted in; whole rupiah. */
type Ends = readonly [Rupiah, Rupiah, Rupiah];

interface SizeRule {
  readonly from: BusinessDate;
  readonly source: Words;
  readonly capitalIs: Words;
  readonly capital: Ends;
  readonly sales: Ends;
}

const million = 1_000_000n;
const billion = 1_000n * million;

/** The newest first. A day is judged by the rule that held on it. */
const rules: readonly SizeRule[] = [
  {
    from: '2021-02-02',
    source: { id: 'PP 7/2021 Pasal 35', en: 'Government Regulation 7/2021, article 35' },
    capitalIs: {
      id: 'Modal usaha tanpa tanah dan bangunan tempat usaha',
      en: 'Capital without land and buildings of the place of business',
    },
    capital: [billion, 5n * billion, 10n * billion],
    sales: [2n * billion, 15n * billion, 50n * billion],
  },
  {
    from: '2008-07-04',
    source: { id: 'UU 20/2008 Pasal 6', en: 'Law 20/2008, article 6' },
    capitalIs: {
      id: 'Kekayaan bersih tanpa tanah dan bangunan tempat usaha',
      en: 'Net worth without land and buildings of the place of business',
    },
    capital: [50n * million, 500n * million, 10n * billion],
    sales: [300n * million, 2n * billion + 500n * million, 50n * billion],
  },
];

export interface SizeFigures {
  readonly capitalRupiah: Rupiah | null;
  readonly salesRupiah: Rupiah | null;
}

export interface SizeJudged {
  /** Null where no figure is known, or no rule held. */
  readonly sizeClass: SizeClass | null;
  readonly derivation: Derivation;
}

/**
 * The class of a business on a day. Both criteria stand side by side in the law: annual sales for a business at work,
 * capital for one that is being founded; so sales decide where they are known, and capital where they are not.
 */
export function sizeClassOf(figures: SizeFigures, on: BusinessDate): SizeJudged {
  const rule = rules.find((one) => one.from <= on);
  if (!rule)
    return nothing({ id: 'Belum ada aturan pada hari itu', en: 'No rule held on that day' });
  const { salesRupiah, capitalRupiah } = figures;
  const bySales = salesRupiah === null ? null : classWithin(salesRupiah, rule.sales);
  const byCapital = capitalRupiah === null ? null : classWithin(capitalRupiah, rule.capital);
  const sizeClass = bySales ?? byCapital;
  if (sizeClass === null)
    return nothing({
      id: 'Belum bisa dihitung: penjualan setahun dan modal belum dicatat',
      en: 'Not known yet: neither annual sales nor capital are recorded',
    });
  const steps = [
    salesRupiah === null || bySales === null
      ? null
      : step({ id: 'Penjualan setahun', en: 'Annual sales' }, salesRupiah, {
          sizeClass: bySales,
          ends: rule.sales,
        }),
    capitalRupiah === null || byCapital === null
      ? null
      : step(rule.capitalIs, capitalRupiah, { sizeClass: byCapital, ends: rule.capital }),
    bySales !== null && byCapital !== null && bySales !== byCapital
      ? derived({
          id: 'Keduanya berbeda; usaha yang sudah berjalan dinilai dari penjualannya',
          en: 'The two differ; a business at work is judged by its sales',
        })
      : null,
  ].filter((one) => one !== null);
  const since = { id: formatDate(rule.from, 'id'), en: formatDate(rule.from, 'en') };
  return {
    sizeClass,
    derivation: derived(
      {
        id: `Kelas menurut ${rule.source.id}, berlaku sejak ${since.id}`,
        en: `Class by ${rule.source.en}, in force since ${since.en}`,
      },
      sizeClassNames[sizeClass],
      steps,
    ),
  };
}

function nothing(says: Words): SizeJudged {
  return { sizeClass: null, derivation: derived(says) };
}

const order = ['micro', 'small', 'medium'] as const;

function classWithin(figure: Rupiah, ends: Ends): SizeClass {
  return order.find((_, at) => figure <= (ends[at] ?? 0n)) ?? 'large';
}

function step(
  says: Words,
  figure: Rupiah,
  { sizeClass, ends }: { sizeClass: SizeClass; ends: Ends },
): Derivation {
  const at = order.findIndex((one) => one === sizeClass);
  const lower = at === 0 ? null : (ends[(at === -1 ? order.length : at) - 1] ?? null);
  const upper = at === -1 ? null : (ends[at] ?? null);
  const range = (lang: 'id' | 'en') =>
    [
      lower === null ? null : `> ${formatRupiah(lower, lang)}`,
      upper === null ? null : `≤ ${formatRupiah(upper, lang)}`,
    ]
      .filter((part) => part !== null)
      .join(', ');
  const name = sizeClassNames[sizeClass];
  return derived(says, { id: formatRupiah(figure, 'id'), en: formatRupiah(figure, 'en') }, [
    derived({ id: `${name.id}: ${range('id')}`, en: `${name.en}: ${range('en')}` }),
  ]);
}

/**
 * A year's sales out of what was said month by month at visits: the mean of the months said times twelve. Null with
 * fewer than three months, which say more about a feast than about a year.
 */
export function estimatedYearSales(months: readonly Rupiah[]): Rupiah | null {
  if (months.length < 3) return null;
  const sum = months.reduce((one, other) => one + other, 0n);
  return (sum * 12n) / BigInt(months.length);
}

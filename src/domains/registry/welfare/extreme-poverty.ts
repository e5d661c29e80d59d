import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

/** A line below which a family counts as extremely poor: whole rupiah a head and month, from a day on. */
export interface PovertyLine {
  readonly code: 'ppp-1.90' | 'ppp-2.15';
  readonly from: BusinessDate;
  readonly rupiah: Rupiah;
  readonly means: Words;
  readonly source: string;
}

/**
 * Extreme poverty is measured by what a head of the family spends, at purchasing power; never by a decile, and not at
 * the market rate newspapers print. Both amounts were published by the press after BPS; BPS has not taken over US$ 3.00.
 */
export const povertyLines: readonly PovertyLine[] = [
  {
    code: 'ppp-2.15',
    from: '2025-01-01',
    rupiah: 391_000n,
    means: {
      id: 'US$ 2,15 sehari menurut daya beli (PPP 2017)',
      en: 'US$ 2.15 a day at purchasing power (PPP 2017)',
    },
    source: 'BPS menurut Tempo, Januari 2025',
  },
  {
    code: 'ppp-1.90',
    from: '2023-03-01',
    rupiah: 351_957n,
    means: {
      id: 'US$ 1,90 sehari menurut daya beli (PPP 2011)',
      en: 'US$ 1.90 a day at purchasing power (PPP 2011)',
    },
    source: 'BPS menurut Bisnis Indonesia, 10 November 2023',
  },
];

/** The line in force on a day; null before the first. */
export function povertyLineOn(day: BusinessDate): PovertyLine | null {
  return povertyLines.find((line) => line.from <= day) ?? null;
}

/** What a family said it spends in a month, and how many live of it. */
export interface FamilySpending {
  readonly on: BusinessDate;
  readonly spendingRupiah: Rupiah;
  readonly people: number;
}

export interface PovertyFinding {
  readonly extreme: boolean;
  readonly says: Words;
  readonly line: PovertyLine;
}

/** Whether a family is extremely poor by the line of the day it was asked; null where no line held then. */
export function extremePovertyOf(family: FamilySpending): PovertyFinding | null {
  const line = povertyLineOn(family.on);
  if (!line) return null;
  const heads = BigInt(family.people);
  const extreme = family.spendingRupiah < line.rupiah * heads;
  const [each, eachEn] = (['id', 'en'] as const).map((lang) =>
    formatRupiah(family.spendingRupiah / heads, lang),
  );
  const [least, leastEn] = (['id', 'en'] as const).map((lang) => formatRupiah(line.rupiah, lang));
  const [day, dayEn] = (['id', 'en'] as const).map((lang) => formatDate(family.on, lang));
  return {
    extreme,
    line,
    says: {
      id: `${each} per orang sebulan (${day}); garisnya ${least}, ${line.means.id}. ${extreme ? 'Miskin ekstrem.' : 'Bukan miskin ekstrem.'}`,
      en: `${eachEn} a head and month (${dayEn}); the line is ${leastEn}, ${line.means.en}. ${extreme ? 'Extremely poor.' : 'Not extremely poor.'}`,
    },
  };
}

import { divideHalfEven, formatRupiah, groupDigits } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { permilleOf } from '#domains/reporting/measure.ts';
import type { Measure } from '#domains/reporting/measure.ts';
import type { Unit } from '#domains/reporting/indicator.ts';

/** `962` tenths → `96,2 %` in Indonesian, `96.2%` in English; a dash where there is nothing to divide by. */
export function percentText(permille: number | null, lang: Lang): string {
  if (permille === null) return '–';
  const text = (permille / 10).toFixed(1);
  return lang === 'id' ? `${text.replace('.', ',')} %` : `${text}%`;
}

/** Whole percents for tight places: `74 %`. */
export function wholePercentText(permille: number | null, lang: Lang): string {
  if (permille === null) return '–';
  const text = String(Math.round(permille / 10));
  return lang === 'id' ? `${text} %` : `${text}%`;
}

/** `11` → `1,1 poin`: a change of a share, without its sign, which the arrow tells. */
export function pointsText(permille: number, lang: Lang): string {
  const text = (Math.abs(permille) / 10).toFixed(1);
  return lang === 'id' ? `${text.replace('.', ',')} poin` : `${text} points`;
}

/** `Rp 38 jt`, `Rp 1,58 M`: rupiah short enough for a phone. Under a million it is written in full. */
export function shortRupiah(amount: bigint, lang: Lang): string {
  const scale = [
    { from: 1_000_000_000n, digits: 2, id: 'M', en: 'bn' },
    { from: 1_000_000n, digits: 0, id: 'jt', en: 'm' },
  ].find((one) => amount >= one.from);
  if (!scale) return formatRupiah(amount, lang);
  const scaled = divideHalfEven(amount * 10n ** BigInt(scale.digits), scale.from).toString();
  const whole = scaled.slice(0, scaled.length - scale.digits);
  const part = scaled.slice(scaled.length - scale.digits);
  const point = lang === 'id' ? ',' : '.';
  return `Rp ${whole}${scale.digits > 0 ? point + part : ''} ${scale[lang]}`;
}

/** A measure as its unit is written: a share in percent, a count, or rupiah in full. */
export function measureText(measure: Measure, unit: Unit, lang: Lang): string {
  if (measure.denominator !== null) return percentText(permilleOf(measure), lang);
  return amountText(measure.numerator, unit, lang);
}

/** A numerator or denominator by itself. */
export function amountText(amount: bigint, unit: Unit, lang: Lang): string {
  return unit === 'rupiah' ? formatRupiah(amount, lang) : groupDigits(amount, lang);
}

/** How a share moved: the arrow, the words, and whether that is good. */
export function changeWords(
  change: number | null,
  about: { better: 'more' | 'less' | null; lang: Lang; since: Words },
): { text: string; good: boolean | null; up: boolean } | undefined {
  if (change === null || change === 0) return undefined;
  const up = change > 0;
  const good = about.better === null ? null : up === (about.better === 'more');
  return { text: `${pointsText(change, about.lang)} ${about.since[about.lang]}`, good, up };
}

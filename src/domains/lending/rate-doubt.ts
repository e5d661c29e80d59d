import { compareRates, makeRate, multiplyRates, parseRate, type Rate } from '#kernel/rate.ts';
import type { Words } from '#kernel/words.ts';

/** What a percentage is said to be charged for. */
export type RatePer = 'year' | 'month' | 'term';

const months = makeRate(12n);

/** The same rate for a year, exact decimal text of at most eight decimals: `1.5` a month is `18`. */
export function annualPercent(percent: string, per: RatePer): string {
  return per === 'month' ? decimalText(multiplyRates(parseRate(percent), months)) : percent;
}

/**
 * What to ask before a rate is believed: "3 percent" is written for 3 and for 300, "0.3" for 0.3 and for 30. Null
 * when nothing is odd about it.
 *
 * @param percent exact decimal text, as `3` or `0.3`
 */
export function rateDoubt(percent: string, per: RatePer): Words | null {
  const typed = parseRate(percent);
  const yearly = per === 'month' ? multiplyRates(typed, months) : typed;
  if (compareRates(yearly, makeRate(100n)) > 0) return tooHigh(percent, yearly);
  if (typed.numerator > 0n && compareRates(typed, makeRate(1n)) < 0) return tooLow(percent, per);
  return null;
}

function tooHigh(percent: string, yearly: Rate): Words {
  const year = decimalText(yearly);
  const means =
    year === percent
      ? { id: '', en: '' }
      : { id: ` berarti ${comma(year)} % setahun`, en: ` means ${year} % a year` };
  return {
    id: `${comma(percent)} %${means.id}: jasanya melebihi pinjamannya. Maksudnya ${comma(hundredth(percent))} %?`,
    en: `${percent} %${means.en}: the interest exceeds the loan. Is ${hundredth(percent)} % meant?`,
  };
}

function tooLow(percent: string, per: RatePer): Words {
  const whole = decimalText(multiplyRates(parseRate(percent), makeRate(100n)));
  const [id, en] = {
    year: ['setahun', 'a year'],
    month: ['sebulan', 'a month'],
    term: ['untuk seluruh masa', 'for the whole term'],
  }[per];
  return {
    id: `${comma(percent)} % ${id} itu hampir tidak ada. Maksudnya ${comma(whole)} %?`,
    en: `${percent} % ${en} is next to nothing. Is ${whole} % meant?`,
  };
}

function hundredth(percent: string): string {
  return decimalText(multiplyRates(parseRate(percent), makeRate(1n, 100n)));
}

const decimals = 8;

/** Exact where eight decimals suffice, as they do for what a form accepts. */
function decimalText({ numerator, denominator }: Rate): string {
  const scaled = ((numerator * 10n ** BigInt(decimals)) / denominator)
    .toString()
    .padStart(decimals + 1, '0');
  const fraction = scaled.slice(-decimals).replace(/0+$/, '');
  return scaled.slice(0, -decimals) + (fraction && `.${fraction}`);
}

function comma(text: string): string {
  return text.replace('.', ',');
}

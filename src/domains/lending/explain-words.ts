import { formatRupiah, groupDigits } from '#kernel/money.ts';
import { formatPercent, makeRate, multiplyRates, type Rate } from '#kernel/rate.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { writeAmount } from './currency-amount.ts';
import type { Part } from './loan-event.ts';

export const partWords: Readonly<Record<Part, Words>> = {
  principal: { id: 'Pokok', en: 'Principal' },
  interest: { id: 'Jasa', en: 'Interest' },
  fee: { id: 'Biaya', en: 'Fee' },
  penalty: { id: 'Denda', en: 'Penalty' },
};

/** Says an amount given in smallest units. */
export type AmountWords = (amount: bigint) => Words;

/** Rupiah where the currency has no decimals; else the bare amount with them. */
export function amountWords(digits: number): AmountWords {
  if (digits === 0)
    return (amount) => ({ id: formatRupiah(amount, 'id'), en: formatRupiah(amount, 'en') });
  return (amount) => ({ id: withCents(amount, digits, 'id'), en: withCents(amount, digits, 'en') });
}

function withCents(amount: bigint, digits: number, lang: Lang): string {
  const [whole = '', fraction = ''] = writeAmount(amount < 0n ? -amount : amount, digits).split(
    '.',
  );
  const text = `${groupDigits(BigInt(whole), lang)}${lang === 'id' ? ',' : '.'}${fraction}`;
  return amount < 0n ? `−${text}` : text;
}

/** An exact amount before its rounding, in the currency's units with three decimals more than it has. */
export function exactWords(amount: Rate, digits: number): Words {
  const inUnits = multiplyRates(amount, makeRate(1n, 10n ** BigInt(digits)));
  return decimalWords(inUnits, digits + 3);
}

/** 31/365 with 4 digits → `0,0849`. */
export function decimalWords(number: Rate, digits: number): Words {
  const percent = multiplyRates(number, makeRate(1n, 100n));
  const bare = (lang: Lang) => formatPercent(percent, digits, lang).replace(/\s*%$/u, '');
  return { id: bare('id'), en: bare('en') };
}

/** `2.5` → `2,5 %` and `2.5 %`. */
export function rateWords(percent: string): Words {
  return { id: `${percent.replace('.', ',')} %`, en: `${percent} %` };
}

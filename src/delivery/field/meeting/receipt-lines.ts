import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { FieldApp } from '../field-context.ts';
import type { ShownReceipt } from './receipts.ts';
import { fieldReceiptWords as w } from './words.ts';

/** A receipt as lines of 32 signs, as wide as a 58 mm printer writes. */
export function receiptLines(
  receipt: ShownReceipt,
  group: string,
  { t, lang }: Pick<FieldApp, 't' | 'lang'>,
): string[] {
  const money = [
    [w.repayment, receipt.repaymentRupiah],
    [w.cover, receipt.coverRupiah],
    [w.savings, receipt.savingsRupiah],
    [w.total, receipt.totalRupiah],
  ] as const;
  return [
    receipt.institutionName,
    `${t(w.heading)} ${receipt.number}`.trim(),
    ...(receipt.number ? [] : [t(w.notValid)]),
    `${formatDate(receipt.on, lang)}  ${group}`,
    receipt.name,
    ...money
      .filter(([, digits]) => digits !== '0')
      .map(([words, digits]) => sides(t(words), formatRupiah(BigInt(digits), lang))),
    t(w.check),
  ].map((line) => line.slice(0, width));
}

const width = 32;

function sides(left: string, right: string): string {
  return left.padEnd(width - right.length) + right;
}

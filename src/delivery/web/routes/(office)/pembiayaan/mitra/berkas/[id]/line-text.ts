import { refusalReasonWords } from '#domains/lending/application.ts';
import type { PartnerLineRow } from '#domains/lending/server/index.ts';
import { fileFields } from '#domains/partners/file/file-layout.ts';
import type { FieldShape, FileKind } from '#domains/partners/file/file-layout.ts';
import { formatDate } from '#kernel/date.ts';
import { formatScaled, writeScaled } from '#kernel/scaled.ts';
import type { AmountStyle } from '#kernel/scaled.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { partnerWords } from '../../words.ts';

const meanings: Readonly<Record<string, Words>> = {
  ...refusalReasonWords,
  approved: partnerWords.approved,
  refused: partnerWords.refused,
};

interface File {
  readonly kind: FileKind;
  readonly amounts: AmountStyle;
}

/** What a line says, in the order of its fields: `Pokok Rp 80.000,00`; the loan and the day go without their names. */
export function lineText(file: File, reading: PartnerLineRow['reading'], lang: Lang): string {
  return Object.entries(fileFields[file.kind])
    .flatMap(([field, { name, shape }]) => {
      const value = reading[field] ?? null;
      if (value === null) return [];
      const said = sayValue(shape, value, { digits: file.amounts.digits, lang });
      return plain.has(field) ? [said] : [`${name[lang]} ${said}`];
    })
    .join(' · ');
}

const plain: ReadonlySet<string> = new Set(['loanNumber', 'reference', 'decision', 'paidOn']);

function sayValue(
  shape: FieldShape,
  value: string,
  { digits, lang }: { digits: number; lang: Lang },
): string {
  if (shape === 'amount') return formatScaled(BigInt(value), digits, lang);
  if (shape === 'date') return formatDate(value, lang);
  if (shape === 'percent') return `${lang === 'id' ? value.replace('.', ',') : value} %`;
  if (shape === 'code') return meanings[value]?.[lang] ?? value;
  return value;
}

/** A field as the lender's own file writes it, for the list that goes back to it. */
export function cellText(file: File, field: string, value: string | null): string | null {
  if (value === null || fileFields[file.kind][field]?.shape !== 'amount') return value;
  return writeScaled(BigInt(value), file.amounts);
}

import {
  codeMeanings,
  dateStyles,
  fileFields,
  fileLayoutInput,
} from '#domains/partners/file/file-layout.ts';
import type { FileKind, FileLayout } from '#domains/partners/file/file-layout.ts';
import { kindFrom } from './file-kind.ts';

/** One line of the editor: a field the file can carry, its place among the columns and its heading. */
export interface FieldLine {
  readonly field: string;
  /** Empty where the file leaves it out. */
  readonly place: string;
  readonly title: string;
}

/** What the editor's form holds; every value as it was typed. */
export interface LayoutForm {
  readonly fields: readonly FieldLine[];
  readonly format: string;
  readonly sheetName: string;
  readonly delimiter: string;
  readonly dates: string;
  readonly decimal: string;
  readonly digits: string;
  /** For lenders' own files: the word they name themselves by, the word before their day, and what begins their totals. */
  readonly lender: string;
  readonly asOfWord: string;
  readonly totals: string;
  readonly codes: readonly CodeLine[];
}

/** What a code of the lender's means to us; several codes for one meaning stand with commas between them. */
export interface CodeLine {
  readonly field: string;
  readonly meaning: string;
  readonly codes: string;
}

const mostFields = 60;

/** Every meaning that a kind of file can hold a code for. */
function codesOf(kind: FileKind): Omit<CodeLine, 'codes'>[] {
  return Object.entries(fileFields[kind]).flatMap(([field, { shape }]) =>
    shape === 'code' ? (codeMeanings[field] ?? []).map((meaning) => ({ field, meaning })) : [],
  );
}

/** The editor as a stored layout fills it: its columns first, in order, then what it leaves out. */
export function formOfLayout(kind: FileKind, layout: FileLayout | null): LayoutForm {
  const columns = layout?.columns ?? [];
  const used = columns.map((column, at) => ({ ...column, place: String(at + 1) }));
  const unused = Object.keys(fileFields[kind])
    .filter((field) => !columns.some((column) => column.field === field))
    .map((field) => ({ field, place: '', title: '' }));
  const codesFor = ({ field, meaning }: Omit<CodeLine, 'codes'>) =>
    Object.entries(layout?.codes[field] ?? {})
      .filter(([, known]) => known === meaning)
      .map(([code]) => code)
      .join(', ');
  return {
    fields: [...used, ...unused],
    format: layout?.format ?? 'xlsx',
    sheetName: layout?.sheetName ?? '',
    delimiter: layout?.delimiter ?? ';',
    dates: layout?.dates ?? dateStyles[0],
    decimal: layout?.decimal ?? ',',
    digits: String(layout?.digits ?? 0),
    lender: layout?.lender ?? '',
    asOfWord: layout?.asOfWord ?? '',
    totals: layout?.totals ?? '',
    codes: codesOf(kind).map((line) => ({ ...line, codes: codesFor(line) })),
  };
}

/** Reads the editor from a form or an address; null when neither holds it. */
export function formFrom(given: FormData | URLSearchParams): LayoutForm | null {
  const text = (name: string) => String(given.get(name) ?? '').slice(0, 200);
  const names = given.getAll('field').map(String);
  if (names.length === 0) return null;
  return {
    fields: names
      .slice(0, mostFields)
      .map((field) => ({ field, place: text(`place.${field}`), title: text(`title.${field}`) })),
    format: text('format'),
    sheetName: text('sheetName'),
    delimiter: text('delimiter') === 'tab' ? '\t' : text('delimiter'),
    dates: text('dates'),
    decimal: text('decimal'),
    digits: text('digits'),
    lender: text('lender'),
    asOfWord: text('asOfWord'),
    totals: text('totals'),
    codes: codesOf(kindFrom(given)).map((line) => ({
      ...line,
      codes: text(`code.${line.field}.${line.meaning}`),
    })),
  };
}

/**
 * The layout an editor describes, not yet checked: fields with a place, in the order of their places. What the form leaves
 * empty is as in the version before; codes of other files and the terms of the lender's loans are always kept from it.
 */
export function layoutOfForm(
  kind: FileKind,
  form: LayoutForm,
  { before, lender }: { before: FileLayout | null; lender: string },
): unknown {
  const columns = form.fields
    .filter(({ place }) => place.trim() !== '')
    .map((line, at) => ({ ...line, at, order: Number(line.place.replace(',', '.')) }))
    .sort((a, b) => a.order - b.order || a.at - b.at)
    .map(({ field, title }) => ({ field, title }));
  const codes: Record<string, Record<string, string>> = { ...before?.codes };
  for (const { field } of codesOf(kind)) codes[field] = {};
  for (const line of form.codes)
    for (const code of line.codes.split(',').map((one) => one.trim()))
      if (code !== '') codes[line.field] = { ...codes[line.field], [code]: line.meaning };
  return {
    lender: form.lender.trim() || (before?.lender ?? lender),
    asOfWord: form.asOfWord.trim() || (before?.asOfWord ?? 'Posisi'),
    totals: form.totals.trim() || null,
    loanTerms: before?.loanTerms ?? null,
    codes: Object.fromEntries(
      Object.entries(codes).filter(([, some]) => Object.keys(some).length > 0),
    ),
    columns,
    format: form.format,
    sheetName: form.sheetName.trim() || null,
    delimiter: form.delimiter,
    dates: form.dates,
    decimal: form.decimal,
    digits: Number(form.digits),
  };
}

/** The checked layout, or null where something is not filled in yet. */
export function readLayout(raw: unknown): FileLayout | null {
  const read = fileLayoutInput.safeParse(raw);
  return read.success ? read.data : null;
}

import { dateStyles, fileFields, fileLayoutInput } from '#domains/partners/file/file-layout.ts';
import type { FileLayout } from '#domains/partners/file/file-layout.ts';

/** One line of the editor: a field a candidate file can carry, its place among the columns and its heading. */
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
  readonly female: string;
  readonly male: string;
}

const fieldNames = Object.keys(fileFields.candidates);

/** The editor as a stored layout fills it: its columns first, in order, then what it leaves out. */
export function formOfLayout(layout: FileLayout | null): LayoutForm {
  const columns = layout?.columns ?? [];
  const used = columns.map((column, at) => ({ ...column, place: String(at + 1) }));
  const unused = fieldNames
    .filter((field) => !columns.some((column) => column.field === field))
    .map((field) => ({ field, place: '', title: '' }));
  const codeFor = (meaning: string) =>
    Object.entries(layout?.codes.sex ?? {}).find(([, known]) => known === meaning)?.[0] ?? '';
  return {
    fields: [...used, ...unused],
    format: layout?.format ?? 'xlsx',
    sheetName: layout?.sheetName ?? '',
    delimiter: layout?.delimiter ?? ';',
    dates: layout?.dates ?? dateStyles[0],
    decimal: layout?.decimal ?? ',',
    digits: String(layout?.digits ?? 0),
    female: codeFor('female'),
    male: codeFor('male'),
  };
}

/** Reads the editor from a form or an address; null when neither holds it. */
export function formFrom(given: FormData | URLSearchParams): LayoutForm | null {
  const text = (name: string) => String(given.get(name) ?? '').slice(0, 200);
  const names = given.getAll('field').map(String);
  if (names.length === 0) return null;
  return {
    fields: names
      .slice(0, fieldNames.length)
      .map((field) => ({ field, place: text(`place.${field}`), title: text(`title.${field}`) })),
    format: text('format'),
    sheetName: text('sheetName'),
    delimiter: text('delimiter') === 'tab' ? '\t' : text('delimiter'),
    dates: text('dates'),
    decimal: text('decimal'),
    digits: text('digits'),
    female: text('female'),
    male: text('male'),
  };
}

/**
 * The layout an editor describes, not yet checked: fields with a place, in the order of their places. What candidate
 * files do not use (the lender's name above the table, its totals) is kept from the version before.
 */
export function layoutOfForm(form: LayoutForm, before: FileLayout | null, lender: string): unknown {
  const columns = form.fields
    .filter(({ place }) => place.trim() !== '')
    .map((line, at) => ({ ...line, at, order: Number(line.place.replace(',', '.')) }))
    .sort((a, b) => a.order - b.order || a.at - b.at)
    .map(({ field, title }) => ({ field, title }));
  const sex = {
    ...(form.female.trim() ? { [form.female.trim()]: 'female' } : {}),
    ...(form.male.trim() ? { [form.male.trim()]: 'male' } : {}),
  };
  return {
    lender: before?.lender ?? lender,
    asOfWord: before?.asOfWord ?? 'Posisi',
    totals: before?.totals ?? null,
    loanTerms: before?.loanTerms ?? null,
    codes: { ...before?.codes, sex },
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

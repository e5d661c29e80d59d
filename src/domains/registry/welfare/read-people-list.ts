import type { BusinessDate } from '#kernel/date.ts';
import { proposeMapping } from '../import/column-mapping.ts';
import { RowReader } from '../import/read-rows.ts';
import { dataRows, findTable } from '../import/table-shape.ts';
import type { SourceRow } from '../import/table-shape.ts';
import type { PlaceIndex } from '../place-matching.ts';
import type { ListRowInput } from './welfare-input.ts';
import type { Relation } from './welfare-words.ts';

/** A list as its file says it, before anybody of it is looked for. */
export interface ReadList {
  readonly rows: ListRowInput[];
  /** Rows that name nobody, or whose NIK or decile cannot be read; with the row's number. */
  readonly unreadable: readonly number[];
  readonly hasDeciles: boolean;
}

const decileTitle = /\bdesil\b|\bdecile\b/i;
const relationTitle = /hubungan|shdk|status (dalam|di) keluarga|relation/i;

/**
 * Reads a list of people out of a sheet of any shape, by the same headings as an import; beside them a column of deciles
 * and one of who is what in the family. Undefined where no column of names is found.
 */
export function readPeopleList(
  sheet: readonly SourceRow[],
  { places, today }: { places: PlaceIndex; today: BusinessDate },
): ReadList | undefined {
  const shape = findTable(sheet);
  if (!shape) return undefined;
  const data = dataRows(sheet, shape);
  const { mapping } = proposeMapping(shape, data, places);
  if (mapping.name === undefined) return undefined;
  const columnOf = (title: RegExp) => shape.columns.find((one) => title.test(one.title))?.index;
  const [decileAt, relationAt] = [columnOf(decileTitle), columnOf(relationTitle)];
  const reader = new RowReader({ mapping, columns: shape.columns, places, today });
  const cells = new Map(data.map((row) => [row.number, row.cells]));
  const unreadable: number[] = [];
  const rows = reader.read(data).flatMap(({ number, candidate, reasons }): ListRowInput[] => {
    const own = cells.get(number) ?? [];
    const decile = decileAt === undefined ? null : readDecile(own[decileAt] ?? '');
    const lost = reasons.some((one) => one.level === 'repair' && one.field === 'nik');
    if (candidate === null || lost || decile === undefined) {
      unreadable.push(number);
      return [];
    }
    const { name, nik, kk, bornOn } = candidate.person;
    const relation = relationAt === undefined ? null : readRelation(own[relationAt] ?? '');
    const { kelurahanCode } = candidate.place;
    return [{ number, name, nik, kk, bornOn, kelurahanCode, relation, decile }];
  });
  return { rows, unreadable, hasDeciles: decileAt !== undefined };
}

/** 1 to 10, with or without the word before it; null for an empty cell, undefined for anything else. */
function readDecile(text: string): number | null | undefined {
  const cell = text.trim();
  if (cell === '' || cell === '-') return null;
  const digits = /^(?:desil\s*)?(\d{1,2})(?:[.,]0+)?$/i.exec(cell)?.[1];
  const decile = Number(digits);
  return digits !== undefined && decile >= 1 && decile <= 10 ? decile : undefined;
}

function readRelation(text: string): Relation | null {
  const cell = text.trim().toLowerCase();
  if (cell === '') return null;
  if (/^(kepala|kk\b|head)/.test(cell)) return 'head';
  if (/istri|isteri|suami|spouse|wife|husband/.test(cell)) return 'spouse';
  if (/anak|child/.test(cell)) return 'child';
  if (/orang ?tua|mertua|ibu|ayah|parent/.test(cell)) return 'parent';
  return 'other';
}

import type { PlaceIndex } from '../place-matching.ts';
import { lookAtCells, type CellLooks } from './cell-looks.ts';
import { headerFit, isOtherHeading, meansAnother } from './heading-fit.ts';
import { headingKey } from './heading-words.ts';
import { importFieldNames, type ImportField } from './import-fields.ts';
import type { SourceRow, TableShape } from './table-shape.ts';

/** Which column of the sheet, from 0, each field is read from. */
export type ColumnMapping = Partial<Record<ImportField, number>>;

export interface MappingProposal {
  readonly mapping: ColumnMapping;
  /** How sure each proposal is, 0 to 1: from 0.8 on both heading and cells agree. */
  readonly confidence: Partial<Record<ImportField, number>>;
}

/** Below this a guess is left to the person. */
const acceptFrom = 0.45;

/**
 * How well the cells fit a field: 1 they do, 0 nothing can be said, -1 they cannot be meant. A heading decides where the
 * cells are silent.
 */
const fitOf: Readonly<Record<ImportField, (looks: CellLooks) => number>> = {
  name: (l) =>
    l.person > 0.4
      ? 0.6
      : l.business > 0.5 || l.address > 0.5
        ? 0
        : l.words > 0.8 && l.email < 0.2 && l.variety > 0.3
          ? 0.25
          : l.words < 0.5
            ? -1
            : 0,
  nik: (l) => (l.nik > 0.6 ? 1 : l.nik > 0.2 ? 0.3 : -1),
  kk: (l) => (l.nik > 0.6 ? 0.5 : -1),
  sex: (l) => (l.sex > 0.8 ? 1 : -1),
  birthDate: (l) => (l.birth > 0.6 ? 1 : l.date > 0.2 ? 0.3 : l.date + l.serial > 0.6 ? 0.2 : -1),
  phone: (l) => (l.phone > 0.6 ? 1 : l.phone > 0.2 ? 0.3 : -1),
  address: (l) =>
    l.address > 0.3 ? 0.6 : l.words > 0.7 && l.sex < 0.2 ? 0.2 : l.words < 0.4 ? -1 : 0,
  kelurahan: (l) => (l.kelurahan > 0.5 ? 1 : l.words > 0.5 ? 0 : -1),
  kecamatan: (l) => (l.kecamatan > 0.5 ? 1 : l.words > 0.5 ? 0 : -1),
  businessName: (l) =>
    l.business > 0.3 ? 0.5 : l.words > 0.7 && l.variety > 0.3 ? 0.2 : l.words < 0.4 ? -1 : 0,
  product: (l) => (l.words > 0.7 ? 0.2 : -1),
  sector: (l) => (l.words > 0.7 && l.variety < 0.3 ? 0.4 : l.words > 0.7 ? 0.1 : -1),
  kbliCode: (l) => (l.kbli > 0.6 ? 1 : -1),
  kbliTitle: (l) => (l.words > 0.7 ? 0.3 : -1),
  nib: (l) => (l.nib > 0.6 ? 1 : l.nib > 0.2 ? 0.3 : -1),
  turnover: (l) => (l.number > 0.6 && l.counting < 0.8 ? 0.2 : l.number < 0.3 ? -1 : 0),
  investment: (l) => (l.number > 0.6 ? 0.2 : -1),
  workersMale: (l) => (l.number > 0.6 ? 0.3 : -1),
  workersFemale: (l) => (l.number > 0.6 ? 0.3 : -1),
  workers: (l) => (l.number > 0.6 ? 0.2 : -1),
  legalForm: (l) => (l.words > 0.5 ? 0.2 : -1),
  groupName: (l) => (l.words > 0.5 ? 0.2 : -1),
  email: (l) => (l.email > 0.5 ? 1 : -1),
};

/** Fields whose cells speak for themselves even under a heading nobody knows, and how loudly. */
const selfEvident: Readonly<Partial<Record<ImportField, (looks: CellLooks) => number>>> = {
  nik: (l) => (l.nik > 0.6 ? 0.6 : 0),
  birthDate: (l) => (l.birth > 0.6 ? 0.6 : 0),
  phone: (l) => (l.phone > 0.6 ? 0.6 : 0),
  kelurahan: (l) => (l.kelurahan > 0.5 ? 0.6 : 0),
  kecamatan: (l) => (l.kecamatan > 0.5 ? 0.6 : 0),
  nib: (l) => (l.nib > 0.6 ? 0.6 : 0),
  email: (l) => (l.email > 0.5 ? 0.6 : 0),
  sex: (l) => (l.sex > 0.8 ? 0.6 : 0),
  name: (l) => (l.person > 0.5 && l.variety > 0.3 ? 0.55 : 0),
  businessName: (l) => (l.business > 0.4 && l.variety > 0.3 ? 0.5 : 0),
  address: (l) => (l.address > 0.6 ? 0.5 : 0),
};

/** Proposes which column is which, from the headings and from what the cells look like. */
export function proposeMapping(
  shape: TableShape,
  rows: readonly SourceRow[],
  places: PlaceIndex,
): MappingProposal {
  const sample = rows.slice(0, 300);
  const pairs: { field: ImportField; column: number; score: number }[] = [];
  for (const { index, title } of shape.columns) {
    const looks = lookAtCells(
      sample.map((row) => row.cells[index] ?? ''),
      places,
    );
    for (const field of importFieldNames) {
      const score = scoreOf(field, title, looks);
      if (score >= acceptFrom) pairs.push({ field, column: index, score });
    }
  }
  // Best pairs first; a column serves one field, a field is read from one column.
  pairs.sort((a, b) => b.score - a.score || a.column - b.column);
  const mapping: ColumnMapping = {};
  const confidence: Partial<Record<ImportField, number>> = {};
  const taken = new Set<number>();
  for (const { field, column, score } of pairs) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    confidence[field] = Math.min(1, score);
    taken.add(column);
  }
  takeBareName(shape, mapping, confidence);
  return { mapping, confidence };
}

/** Beside a column of owners, one that is only called “Nama” holds the names of the businesses. */
function takeBareName(
  shape: TableShape,
  mapping: ColumnMapping,
  confidence: Partial<Record<ImportField, number>>,
): void {
  if (mapping.name === undefined || mapping.businessName !== undefined) return;
  const taken = new Set(Object.values(mapping));
  const bare = shape.columns.find(
    ({ index, title }) => !taken.has(index) && ['nama', 'name'].includes(headingKey(title)),
  );
  if (bare === undefined) return;
  mapping.businessName = bare.index;
  confidence.businessName = 0.5;
}

function scoreOf(field: ImportField, title: string, looks: CellLooks): number {
  const heading = headerFit(title, field);
  // An empty column is mapped by its heading alone, weakly, so that a filled one of the same name goes first.
  if (looks.filled === 0) return heading >= 0.9 ? heading * 0.55 : 0;
  const fit = fitOf[field](looks);
  if (heading === 0) {
    if (isOtherHeading(title) || meansAnother(title, field)) return 0;
    return selfEvident[field]?.(looks) ?? 0;
  }
  if (fit < 0) return heading * 0.4;
  return heading * 0.7 + fit * 0.3 + 0.1 * Math.min(1, looks.filled / 50);
}

/** What one unit of an amount column means in rupiah, from its heading: `(Rp.000)` is 1,000, `(juta)` 1,000,000. */
export function rupiahUnit(title: string): bigint {
  if (/rp\.?\s*0{3}[., ]?0{3}|\bjuta\b|\bjt\b|million/i.test(title)) return 1_000_000n;
  if (/rp\.?\s*0{3}|\bribu\b|\brb\b|thousand/i.test(title)) return 1_000n;
  return 1n;
}

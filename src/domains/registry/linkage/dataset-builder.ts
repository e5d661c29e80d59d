import { ValueCollector, sharedNumbers, type Column, type Dataset } from './column.ts';
import type { FieldKind } from './field-kind.ts';
import { joinHash, hashOf } from './fold.ts';

export interface LinkField {
  readonly column: string;
  readonly as: FieldKind;
}

/**
 * Takes records one at a time and keeps of each only the numbers of its values.
 *
 * Records are then held in an order that comes from what they say, not from where they stood in the file, so that the same
 * records give the same clusters in whatever order they come.
 */
export class DatasetBuilder {
  readonly #fields: readonly LinkField[];
  readonly #collectors: readonly ValueCollector[];
  readonly #cells: number[][];
  readonly #nik: number;
  readonly #birth: number;

  constructor(fields: readonly LinkField[]) {
    this.#fields = fields;
    // Given name and surname may stand in each other's place, so all names are numbered together.
    const names = new ValueCollector('name');
    this.#collectors = fields.map(({ as }) => (as === 'name' ? names : new ValueCollector(as)));
    this.#cells = fields.map(() => []);
    this.#nik = fields.findIndex(({ as }) => as === 'national-id');
    this.#birth = fields.findIndex(({ as }) => as === 'birth-date');
  }

  /** @param cells in the order of the fields, as they stand in the file */
  add(cells: readonly string[]): void {
    for (let field = 0; field < this.#cells.length; field++) {
      const cell = cells[field]!;
      const given = field === this.#birth && cell.trim() === '' ? this.#bornByNik(cells) : cell;
      this.#cells[field]!.push(this.#collectors[field]!.add(given));
    }
  }

  get size(): number {
    return this.#cells[0]?.length ?? 0;
  }

  /** @returns the records, and where each stood: record `i` of the dataset is row `order[i]` of the file */
  finish(): { dataset: Dataset; order: Uint32Array } {
    const size = this.size;
    const finished = new Map(
      [...new Set(this.#collectors)].map((collector) => [collector, collector.finish()]),
    );
    const inFile = this.#cells.map((cells, field) => {
      const { valueOf } = finished.get(this.#collectors[field]!)!;
      const of = new Uint32Array(size);
      for (let row = 0; row < size; row++) of[row] = valueOf[cells[row]!]!;
      cells.length = 0;
      return of;
    });
    const valuesOf = this.#collectors.map((collector) => finished.get(collector)!.values);
    const order = orderByContent(
      inFile.map((of, field) => ({ of, hashes: hashesOf(valuesOf[field]!.texts) })),
      size,
    );
    const columns = inFile.map((of, field): Column => {
      const values = valuesOf[field]!;
      const arranged = sharedNumbers(size);
      const count = sharedNumbers(values.code.length);
      for (let record = 0; record < size; record++) {
        const value = of[order[record]!]!;
        arranged[record] = value;
        count[value]! += 1;
      }
      const { column, as } = this.#fields[field]!;
      return { name: column, kind: as, values, of: arranged, count, present: size - count[0]! };
    });
    return { dataset: { size, columns }, order };
  }

  /** The birth date that a NIK gives where none was written down (day + 40 for women, century by age). */
  #bornByNik(cells: readonly string[]): string {
    const digits = this.#nik < 0 ? '' : cells[this.#nik]!.replace(/[^\d]/g, '');
    if (digits.length !== 16) return '';
    const day = Number(digits.slice(6, 8)) % 40;
    const [month, year] = [Number(digits.slice(8, 10)), Number(digits.slice(10, 12))];
    if (day < 1 || day > 31 || month < 1 || month > 12) return '';
    return `${year > 15 ? 1900 + year : 2000 + year}-${digits.slice(8, 10)}-${String(day).padStart(2, '0')}`;
  }
}

/** Per value a hash of its text, so that order does not hang on when a value was first seen. */
function hashesOf({ chars, start }: { chars: Uint16Array; start: Uint32Array }): Uint32Array {
  const hashes = new Uint32Array(start.length - 1);
  for (let value = 0; value < hashes.length; value++) {
    let hash = 0x811c9dc5;
    for (let at = start[value]!; at < start[value + 1]!; at++)
      hash = Math.imul(hash ^ chars[at]!, 0x01000193);
    hashes[value] = hash >>> 0 || 1;
  }
  return hashes;
}

function orderByContent(
  columns: readonly { of: Uint32Array; hashes: Uint32Array }[],
  size: number,
): Uint32Array {
  const keyed = new Float64Array(size);
  const seed = hashOf('record');
  for (let row = 0; row < size; row++) {
    let hash = seed;
    for (const { of, hashes } of columns) hash = joinHash(hash, hashes[of[row]!]!);
    // 32 bits of content, then the row: 2²¹ rows fit into a double.
    keyed[row] = (hash >>> 0) * 0x200000 + row;
  }
  keyed.sort();
  return Uint32Array.from(keyed, (key) => key % 0x200000);
}

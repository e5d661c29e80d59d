import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { DatasetBuilder } from '../../linkage/dataset-builder.ts';
import { DelimitedRows } from '../../linkage/delimited-rows.ts';
import type { LinkMap } from '../../linkage/link-map.ts';
import { linkProblems } from '../../linkage/link-problems.ts';
import { linkRecords, type Linked } from '../../linkage/link-records.ts';
import { withThreads } from './threads.ts';

export interface LinkedFile {
  /** In the order of the file. */
  readonly ids: readonly string[];
  /** Per record its cluster, numbered from 1 in the order of the file. */
  readonly clusters: Uint32Array;
  readonly linked: Linked;
  readonly repeatedIds: number;
  readonly readMs: number;
}

const mostRecords = 2_000_000;

/**
 * Links the records of a CSV file.
 *
 * Refused: a file that cannot be read or is empty, a column that is not there, more than two million records.
 */
export async function linkFile(
  file: string,
  map: LinkMap,
  how: { readonly threshold: number | null; readonly now: () => number },
): Promise<LinkedFile> {
  const started = how.now();
  const table = new TableReader(file, map);
  await readText(file, (text) => table.rows.push(text));
  const { ids, builder } = table.end();
  const { dataset, order } = builder.finish();
  const readMs = how.now() - started;
  const linked = await withThreads(dataset, (work) =>
    linkRecords(dataset, { threshold: how.threshold, work, now: how.now }),
  );
  const inFile = new Uint32Array(ids.length);
  order.forEach((row, record) => (inFile[row] = linked.clusters.of[record]!));
  return {
    ids,
    clusters: numberedInOrder(inFile),
    linked,
    repeatedIds: ids.length - new Set(ids).size,
    readMs,
  };
}

class TableReader {
  readonly rows = new DelimitedRows((cells) => this.#row(cells));
  readonly #ids: string[] = [];
  readonly #builder: DatasetBuilder;
  readonly #file: string;
  readonly #map: LinkMap;
  #at: { id: number; fields: readonly number[] } | undefined;

  constructor(file: string, map: LinkMap) {
    this.#file = file;
    this.#map = map;
    this.#builder = new DatasetBuilder(map.fields);
  }

  end() {
    this.rows.end();
    if (this.#at === undefined) throw linkProblems.linkFileEmpty({ file: this.#file });
    return { ids: this.#ids, builder: this.#builder };
  }

  #row(cells: readonly string[]): void {
    if (this.#at === undefined) {
      const header = withoutMark(cells);
      const find = (column: string) => columnAt(header, column);
      this.#at = {
        id: find(this.#map.id),
        fields: this.#map.fields.map(({ column }) => find(column)),
      };
      return;
    }
    if (this.#ids.length >= mostRecords)
      throw linkProblems.linkTooManyRecords({ most: mostRecords });
    this.#ids.push(cells[this.#at.id] ?? '');
    this.#builder.add(this.#at.fields.map((at) => cells[at] ?? ''));
  }
}

/** A file of Windows-1252 may carry the mark of UTF-8 all the same, where a programme only looked at its beginning. */
function withoutMark([first = '', ...rest]: readonly string[]): string[] {
  return [first.replace(/^(\uFEFF|ï»¿)"?|"$/g, '').trim(), ...rest];
}

function columnAt(header: readonly string[], column: string): number {
  const exact = header.indexOf(column);
  if (exact >= 0) return exact;
  const loose = header.findIndex((name) => name.toLowerCase() === column.toLowerCase());
  if (loose < 0) throw linkProblems.linkMissingColumn({ column, columns: header });
  return loose;
}

function numberedInOrder(clusters: Uint32Array): Uint32Array {
  const numbers = new Map<number, number>();
  return clusters.map((cluster) => {
    let number = numbers.get(cluster);
    if (number === undefined) numbers.set(cluster, (number = numbers.size + 1));
    return number;
  });
}

/** Reads a file piece by piece as the text it is: UTF-8, UTF-16 by its mark, else Windows-1252. */
async function readText(file: string, take: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder(await encodingOf(file));
  for await (const bytes of pieces(file)) take(decoder.decode(bytes, { stream: true }));
  take(decoder.decode());
}

async function encodingOf(file: string): Promise<string> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of pieces(file)) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
      isFirst = false;
      strict.decode(bytes, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  const stream: ReadStream = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    for await (const bytes of stream) yield bytes as Uint8Array;
  } catch (error) {
    throw linkProblems.linkFileUnreadable({
      file,
      why: (error as NodeJS.ErrnoException).code ?? (error as Error).message,
    });
  }
}

import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { SpreadsheetFault } from './fault.ts';
import type { SpreadsheetLimits } from './limits.ts';

/** Small parts may compress beyond any ratio without harm; only what is large when unpacked is judged by it. */
const ratioMattersFrom = 4_000_000;
const maxEntries = 5_000;

/** The parts of an XLSX file, opened only after its directory was found to be within limits. */
export class WorkbookArchive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  static async open(bytes: Buffer, limits: SpreadsheetLimits): Promise<WorkbookArchive> {
    const entries = new Map<string, Entry>();
    let zip: ZipFile;
    try {
      zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false });
      if (zip.entryCount > maxEntries) throw bomb(0, limits);
      for await (const entry of zip.eachEntry()) {
        entries.set(entry.fileName.replace(/^\//, ''), entry);
      }
    } catch (error) {
      if (error instanceof SpreadsheetFault) throw error;
      throw damaged('zip');
    }
    refuseBombs([...entries.values()], limits);
    refuseOtherKinds(entries);
    return new WorkbookArchive(zip, entries);
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  unpackedSize(part: string): number {
    return this.#entries.get(part)?.uncompressedSize ?? 0;
  }

  /** The text of a part in pieces. A part that unpacks to more than it declared is reported as damaged. */
  async *text(part: string): AsyncGenerator<string> {
    const entry = this.#entries.get(part);
    if (entry === undefined) throw damaged(part);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      const stream: Readable = await this.#zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
      yield decoder.decode();
    } catch (error) {
      if (error instanceof SpreadsheetFault) throw error;
      throw damaged(part);
    }
  }
}

function damaged(part: string): SpreadsheetFault {
  return new SpreadsheetFault({ name: 'damaged', details: { part } });
}

function bomb(unpackedBytes: number, limits: SpreadsheetLimits): SpreadsheetFault {
  return new SpreadsheetFault({
    name: 'zipBomb',
    details: { unpackedBytes, limit: limits.unpackedBytes },
  });
}

function refuseBombs(entries: readonly Entry[], limits: SpreadsheetLimits): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > ratioMattersFrom && ratio > limits.unpackRatio) {
      throw bomb(entry.uncompressedSize, limits);
    }
  }
  if (total > limits.unpackedBytes) throw bomb(total, limits);
}

function refuseOtherKinds(entries: ReadonlyMap<string, Entry>): void {
  if ([...entries.values()].some((entry) => entry.isEncrypted())) {
    throw new SpreadsheetFault({ name: 'passwordProtected', details: {} });
  }
  if (entries.has('xl/workbook.xml')) return;
  if (entries.has('xl/workbook.bin')) {
    throw new SpreadsheetFault({ name: 'unsupportedWorkbook', details: { format: '.xlsb' } });
  }
  if (entries.has('content.xml')) {
    throw new SpreadsheetFault({ name: 'unsupportedWorkbook', details: { format: '.ods' } });
  }
  const looksLike = entries.has('word/document.xml')
    ? 'Word (.docx)'
    : entries.has('ppt/presentation.xml')
      ? 'PowerPoint (.pptx)'
      : 'ZIP';
  throw new SpreadsheetFault({ name: 'notASpreadsheet', details: { looksLike } });
}

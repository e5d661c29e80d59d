import { readFile, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { SpreadsheetFault, type FaultReport } from './fault.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { parseSpreadsheet } from './parse-spreadsheet.ts';
import type { ParsedBatch } from './parse-xlsx.ts';

export interface ParseOrder {
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array };
  readonly limits: SpreadsheetLimits;
}

export type ParseMessage =
  | { readonly kind: 'batch'; readonly batch: ParsedBatch }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly report: FaultReport };

async function load({ source, limits }: ParseOrder): Promise<Buffer> {
  if ('bytes' in source) {
    return Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  }
  const bytes = (await stat(source.path)).size;
  if (bytes > limits.bytes) {
    throw new SpreadsheetFault({ name: 'tooBig', details: { bytes, limit: limits.bytes } });
  }
  return readFile(source.path);
}

/** Waits until whoever takes the rows asks for more, so that no more than one batch is ever under way. */
function asked(): Promise<void> {
  return new Promise((resolve) => parentPort!.once('message', () => resolve()));
}

async function parse(order: ParseOrder): Promise<ParseMessage> {
  try {
    for await (const batch of parseSpreadsheet(await load(order), order.limits)) {
      const next = asked();
      parentPort!.postMessage({ kind: 'batch', batch } satisfies ParseMessage);
      await next;
    }
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof SpreadsheetFault) return { kind: 'fault', report: error.report };
    throw error;
  }
}

parentPort!.postMessage(await parse(workerData as ParseOrder));
parentPort!.close();

import { Worker } from 'node:worker_threads';
import type { FaultReport } from './fault.ts';
import { defaultLimits, type SpreadsheetLimits } from './limits.ts';
import type { ParseMessage, ParseOrder } from './parse-worker.ts';
import type { ParsedBatch } from './parse-xlsx.ts';
import { refusalOf } from './problems.ts';
import type { SheetBatch, SheetInfo, SheetRow } from './sheet-row.ts';

export interface ReadOptions {
  readonly limits?: Partial<SpreadsheetLimits>;
  /** Told after each batch how many rows were read and what share of the file that was, 0 to 1. */
  readonly onProgress?: (progress: { rows: number; share: number }) => void;
  /** Ends the parser at once; the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

export type SpreadsheetSource = { readonly path: string } | { readonly bytes: Uint8Array };

/**
 * Reads XLSX, CSV or TSV in a thread of its own and yields its rows in batches, sheet after sheet. The thread ends when
 * the file does, when the caller stops iterating, when the signal fires, or when a limit is passed.
 *
 * Refuses, as in `problems.ts`: empty, oversized, locked, old, renamed and damaged files, zip bombs, and anything
 * over the limits.
 */
export async function* readSpreadsheet(
  source: SpreadsheetSource,
  options: ReadOptions = {},
): AsyncGenerator<SheetBatch, void, undefined> {
  options.signal?.throwIfAborted();
  const limits = { ...defaultLimits, ...options.limits };
  const thread = new ParserThread({ source, limits });
  const abort = () => void thread.stop();
  options.signal?.addEventListener('abort', abort, { once: true });
  let rows = 0;
  try {
    for (;;) {
      const batch = await thread.next();
      options.signal?.throwIfAborted();
      if (batch === undefined) return;
      rows += batch.rows.length;
      options.onProgress?.({ rows, share: batch.share });
      yield { sheet: batch.sheet, rows: batch.rows };
    }
  } finally {
    options.signal?.removeEventListener('abort', abort);
    await thread.stop();
  }
}

export interface Sheet extends SheetInfo {
  readonly rows: readonly SheetRow[];
}

/** All sheets at once, for files known to be small. */
export async function readWholeSpreadsheet(
  source: SpreadsheetSource,
  options: ReadOptions = {},
): Promise<Sheet[]> {
  const sheets: (SheetInfo & { rows: SheetRow[] })[] = [];
  for await (const { sheet, rows } of readSpreadsheet(source, options)) {
    if (sheets.at(-1)?.index !== sheet.index) sheets.push({ ...sheet, rows: [] });
    for (const row of rows) sheets.at(-1)!.rows.push(row);
  }
  return sheets;
}

type Outcome = { batch: ParsedBatch } | { end: true } | { fault: FaultReport } | { error: Error };

/** How many times its processor time a parser may take on a machine that is busy with other things. */
const patience = 20;

/** The parser's thread: asked for one batch at a time, with a clock that runs only while it works. */
class ParserThread {
  readonly #worker: Worker;
  readonly #limits: SpreadsheetLimits;
  /** Milliseconds its batches were waited for. */
  #waited = 0;
  #settle: ((outcome: Outcome) => void) | undefined;
  #early: Outcome | undefined;
  #asked = false;

  constructor(order: ParseOrder) {
    this.#limits = order.limits;
    this.#worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: order.limits.megabytes },
      stdout: true,
      stderr: true,
    });
    this.#worker.on('message', (message: ParseMessage) => this.#hear(message));
    this.#worker.on('error', (error: Error) => this.#tell(outcomeOf(error)));
    this.#worker.on('exit', () => this.#tell({ end: true }));
  }

  /** The next batch; undefined at the end of the file. */
  async next(): Promise<ParsedBatch | undefined> {
    const outcome = this.#early ?? (await this.#wait());
    this.#early = undefined;
    if ('batch' in outcome) return outcome.batch;
    if ('fault' in outcome) throw refusalOf(outcome.fault);
    if ('error' in outcome) throw outcome.error;
    return undefined;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #wait(): Promise<Outcome> {
    const started = performance.now();
    const heard = new Promise<Outcome>((resolve) => (this.#settle = resolve));
    if (this.#asked) this.#worker.postMessage('more');
    this.#asked = true;
    const { milliseconds } = this.#limits;
    let timer: NodeJS.Timeout;
    let over = false;
    const look = async () => {
      const left = milliseconds - (await this.#used());
      if (over) return;
      const waited = this.#waited + performance.now() - started;
      if (left <= 0 || waited > milliseconds * patience) {
        const seconds = Math.ceil(milliseconds / 1000);
        this.#tell({ fault: { name: 'tooSlow', details: { seconds } } });
      } else timer = setTimeout(() => void look(), left);
    };
    timer = setTimeout(() => void look(), Math.max(0, milliseconds - this.#waited));
    try {
      return await heard;
    } finally {
      over = true;
      this.#settle = undefined;
      clearTimeout(timer);
      this.#waited += performance.now() - started;
    }
  }

  /** Milliseconds of processor time it has worked: what a busy machine takes from it is not its own. */
  async #used(): Promise<number> {
    try {
      const { user, system } = await this.#worker.cpuUsage();
      return (user + system) / 1000;
    } catch {
      // It is not up yet, or has ended and will say so.
      return 0;
    }
  }

  #hear(message: ParseMessage): void {
    if (message.kind === 'batch') this.#tell({ batch: message.batch });
    else if (message.kind === 'done') this.#tell({ end: true });
    else this.#tell({ fault: message.report });
  }

  #tell(outcome: Outcome): void {
    if (this.#settle === undefined) this.#early ??= outcome;
    else this.#settle(outcome);
    this.#settle = undefined;
  }
}

function outcomeOf(error: Error): Outcome {
  const code = 'code' in error ? error.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { fault: { name: 'tooHeavy', details: {} } }
    : { error };
}

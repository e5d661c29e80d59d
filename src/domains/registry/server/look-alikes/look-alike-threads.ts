import { Worker } from 'node:worker_threads';
import type { AlikePair, BusinessRecord } from '../../business/businesses-alike.ts';
import type { FoundPair } from '../../linkage/find-pairs.ts';

/** The whole register as it is compared: of people their cells in the order of `lookAlikeFields`. */
export interface Register {
  readonly people: readonly (readonly string[])[];
  readonly businesses: readonly BusinessRecord[];
}

export interface AlikeInRegister {
  readonly people: readonly FoundPair[];
  readonly businesses: readonly AlikePair[];
}

/** Finds who and what is alike in a thread of its own; ends with the signal. */
export function findAlike(register: Register, signal: AbortSignal): Promise<AlikeInRegister> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./look-alike-worker.ts', import.meta.url), {
      workerData: register,
    });
    signal.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the search for look-alikes was stopped')));
  });
}

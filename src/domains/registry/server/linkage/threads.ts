import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Blocks, Share } from '../../linkage/blocks.ts';
import type { Dataset } from '../../linkage/column.ts';
import { workAlone, type LinkWork } from '../../linkage/link-records.ts';
import type { Model } from '../../linkage/model.ts';
import { joinSamples, samplePairs, type PairSample } from '../../linkage/pair-sample.ts';
import { joinEdges, scorePairs, type Edges } from '../../linkage/score.ts';

/** What a thread is asked to do; records and blocks are shared memory, so only their handles travel. */
export type ThreadTask = { readonly blocks: Blocks; readonly share: Share } & (
  | { readonly kind: 'sample'; readonly every: number }
  | { readonly kind: 'score'; readonly model: Model }
);

type TaskKind =
  | { readonly kind: 'sample'; readonly every: number }
  | { readonly kind: 'score'; readonly model: Model };

/** Below this a thread is not started sooner than the work is done. */
const worthThreads = 3_000;
const mostThreads = 4;

/** Runs work that divides the comparing between this thread and as many as the machine has cores, four at most. */
export async function withThreads<T>(
  dataset: Dataset,
  run: (work: LinkWork) => Promise<T>,
): Promise<T> {
  const count = Math.min(mostThreads, availableParallelism());
  if (dataset.size < worthThreads || count < 2) return run(workAlone(dataset));
  const others = Array.from(
    { length: count - 1 },
    () => new Worker(new URL('./link-worker.ts', import.meta.url), { workerData: dataset }),
  );
  const divide = <A>(blocks: Blocks, task: TaskKind, own: (share: Share) => A): Promise<A[]> => {
    const asked = others.map((worker, index) =>
      ask<A>(worker, { ...task, blocks, share: { part: index + 1, of: count } }),
    );
    return Promise.all([Promise.resolve(own({ part: 0, of: count })), ...asked]);
  };
  try {
    return await run({
      sample: async (blocks, every) =>
        joinSamples(
          await divide<PairSample>(blocks, { kind: 'sample', every }, (share) =>
            samplePairs(dataset, blocks, { every, share }),
          ),
        ),
      score: async (blocks, model) =>
        joinEdges(
          await divide<Edges>(blocks, { kind: 'score', model }, (share) =>
            scorePairs(dataset, blocks, { model, share }),
          ),
        ),
    });
  } finally {
    await Promise.all(others.map((worker) => worker.terminate()));
  }
}

function ask<A>(worker: Worker, task: ThreadTask): Promise<A> {
  return new Promise((resolve, reject) => {
    const done = () => {
      worker.off('message', onMessage);
      worker.off('error', onError);
    };
    const onMessage = (answer: A) => {
      done();
      resolve(answer);
    };
    const onError = (error: Error) => {
      done();
      reject(error);
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(task);
  });
}

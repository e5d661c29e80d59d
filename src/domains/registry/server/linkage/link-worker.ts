import { parentPort, workerData } from 'node:worker_threads';
import type { Dataset } from '../../linkage/column.ts';
import { samplePairs } from '../../linkage/pair-sample.ts';
import { scorePairs } from '../../linkage/score.ts';
import type { ThreadTask } from './threads.ts';

// One of the threads of threads.ts: it has the records from the start and answers one task at a time.
const dataset = workerData as Dataset;

parentPort?.on('message', (task: ThreadTask) => {
  const { blocks, share } = task;
  parentPort?.postMessage(
    task.kind === 'sample'
      ? samplePairs(dataset, blocks, { every: task.every, share })
      : scorePairs(dataset, blocks, { model: task.model, share }),
  );
});

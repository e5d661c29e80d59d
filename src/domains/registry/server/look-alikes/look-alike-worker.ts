import { parentPort, workerData } from 'node:worker_threads';
import { findPairs } from '../../linkage/find-pairs.ts';
import { chancesKept, lookAlikeFields } from './look-alike-fields.ts';

// Comparing everybody with everybody takes seconds; here it keeps nobody's page waiting.
parentPort?.postMessage(await findPairs(lookAlikeFields, workerData as string[][], chancesKept));

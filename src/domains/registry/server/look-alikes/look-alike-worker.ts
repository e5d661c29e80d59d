import { parentPort, workerData } from 'node:worker_threads';
import { findAlikeBusinesses } from '../../business/businesses-alike.ts';
import { findPairs } from '../../linkage/find-pairs.ts';
import { chancesKept, lookAlikeFields } from './look-alike-fields.ts';
import type { Register } from './look-alike-threads.ts';

// Comparing everybody with everybody takes seconds; here it keeps nobody's page waiting.
const { people, businesses } = workerData as Register;
parentPort?.postMessage({
  people: await findPairs(lookAlikeFields, people, chancesKept),
  businesses: findAlikeBusinesses(businesses, chancesKept.most),
});

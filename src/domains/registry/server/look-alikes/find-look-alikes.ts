import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { defineCommand } from '#platform/command/define-command.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { stepId } from '#platform/jobs/step-id.ts';
import { speaksOfFamily } from '../../linkage/explain.ts';
import type { FoundPair } from '../../linkage/find-pairs.ts';
import { recordLookAlikesInput } from './look-alike-input.ts';
import { insertLookAlikes, readPeople } from './look-alike-store.ts';

const pairsAtOnce = 500;

/** What whoever brings people asks for in the same breath. */
export const lookAlikeJob = {
  task: 'registry.find-look-alikes',
  title: { id: 'Mencari orang yang tercatat dua kali', en: 'Looking for people recorded twice' },
  payload: {},
} as const;

/** Asks for the whole register to be looked through for records that may be one person. */
export const askLookAlikes = defineCommand({
  kind: 'registry.ask-look-alikes',
  version: 1,
  input: z.object({}),
  handle: () =>
    Promise.resolve({
      answer: {},
      audit: {
        subject: { kind: 'registry', id: 'people' },
        says: {
          id: 'Meminta pencarian orang yang mungkin tercatat dua kali',
          en: 'Asked to look for people who may be recorded twice',
        },
      },
      jobs: [lookAlikeJob],
    }),
});

/** Puts pairs found by the job on the review list. */
export const recordLookAlikes = defineCommand({
  kind: 'registry.record-look-alikes',
  version: 1,
  input: recordLookAlikesInput,
  async handle(tx, body, { now }) {
    const added = await insertLookAlikes(tx, body, now);
    return {
      answer: { added },
      audit: {
        subject: { kind: 'registry', id: 'people' },
        says: {
          id: `${added} pasangan orang yang mirip masuk daftar tinjauan`,
          en: `${added} pairs of people who look alike went on the review list`,
        },
      },
    };
  },
});

/** Compares everybody on the register and puts who may be one person on the review list, with the reasons. */
export const findLookAlikes = defineJob({
  task: 'registry.find-look-alikes',
  async run(run) {
    const { ids, cells } = await run.house.read(run.city, readPeople);
    const alike = await pairsAmong(cells, run.signal);
    const found = alike.filter(({ grounds }) => !speaksOfFamily(grounds));
    let added = 0;
    for (let from = 0; from < found.length; from += pairsAtOnce) {
      const pairs = found
        .slice(from, from + pairsAtOnce)
        .map(({ row, other, chance, grounds }) => ({
          id: stepId(run.jobId, `pair ${ids[row]} ${ids[other]}`),
          personId: ids[row]!,
          otherId: ids[other]!,
          chance,
          grounds,
        }));
      const { answer } = await run.house.execute({
        id: stepId(run.jobId, `pairs from ${from}`),
        kind: 'registry.record-look-alikes',
        city: run.city,
        body: { pairs },
      });
      added += z.object({ added: z.number() }).parse(answer).added;
      await run.progress(from + pairs.length, found.length);
    }
    return { people: ids.length, found: found.length, added };
  },
});

function pairsAmong(cells: readonly string[][], signal: AbortSignal): Promise<FoundPair[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./look-alike-worker.ts', import.meta.url), {
      workerData: cells,
    });
    signal.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the search for look-alikes was stopped')));
  });
}

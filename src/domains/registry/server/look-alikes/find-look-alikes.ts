import { z } from 'zod';
import { defineCommand } from '#platform/command/define-command.ts';
import { defineJob, type JobRun } from '#platform/jobs/job.ts';
import { stepId } from '#platform/jobs/step-id.ts';
import { speaksOfFamily } from '../../linkage/explain.ts';
import { recordLookAlikesInput } from './look-alike-input.ts';
import { readBusinesses } from './business-pair-store.ts';
import { insertLookAlikes, readPeople } from './look-alike-store.ts';
import { findAlike } from './look-alike-threads.ts';

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

/**
 * Compares everybody and every business on the register and puts what may be one person, or one business, on the review list,
 * with the reasons.
 */
export const findLookAlikes = defineJob({
  task: 'registry.find-look-alikes',
  async run(run) {
    const { ids, cells } = await run.house.read(run.city, readPeople);
    const businesses = await run.house.read(run.city, readBusinesses);
    const alike = await findAlike({ people: cells, businesses }, run.signal);
    const people = alike.people
      .filter(({ grounds }) => !speaksOfFamily(grounds))
      .map(({ row, other, chance, grounds }) => ({
        id: stepId(run.jobId, `pair ${ids[row]} ${ids[other]}`),
        personId: ids[row]!,
        otherId: ids[other]!,
        chance,
        grounds,
      }));
    const owned = alike.businesses.map(({ row, other, grounds }) => {
      const [businessId, otherId] = [businesses[row]!.id, businesses[other]!.id];
      return {
        id: stepId(run.jobId, `businesses ${businessId} ${otherId}`),
        businessId,
        otherId,
        grounds,
      };
    });
    const total = people.length + owned.length;
    const put = { run, total };
    const added = await putOnList(put, 'registry.record-look-alikes', people);
    const businessesAdded = await putOnList(put, 'registry.record-business-pairs', owned);
    return {
      ...{ people: ids.length, found: people.length, added },
      ...{ businesses: businesses.length, businessesFound: owned.length, businessesAdded },
    };
  },
});

/** Hands pairs to the command that keeps them, some at a time. @returns how many were new */
async function putOnList(
  { run, total }: { readonly run: JobRun; readonly total: number },
  kind: string,
  found: readonly object[],
): Promise<number> {
  let added = 0;
  for (let from = 0; from < found.length; from += pairsAtOnce) {
    const pairs = found.slice(from, from + pairsAtOnce);
    const id = stepId(run.jobId, `${kind} from ${from}`);
    const { answer } = await run.house.execute({ id, kind, city: run.city, body: { pairs } });
    added += z.object({ added: z.number() }).parse(answer).added;
    await run.progress(from + pairs.length, total);
  }
  return added;
}

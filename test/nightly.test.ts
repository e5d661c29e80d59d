import { beforeAll, expect, test, vi } from 'vitest';
import { registryJobs } from '#domains/registry/server/index.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { registerImagined } from '#test/worlds/imagined-register.ts';
import { askNightlyLookAlikes } from '../src/nightly.ts';

// Ten at night in Jambi, when officers may still be at it.
const house = useHouse('2026-03-10T15:00:00Z');

beforeAll(async () => {
  await house.found();
  await registerImagined(house, { people: 40, seed: 4 });
});

const count = async (from: string) =>
  Number(
    (await house.app.pools.owner.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]
      ?.n,
  );
const asked = () =>
  count(`platform.job_run where task = 'registry.find-look-alikes' and city_id = '${testCity}'`);

test('before the hours of night nobody is asked to compare the register', async () => {
  await askNightlyLookAlikes(house.app);
  expect(await asked()).toBe(0);
});

test('at two at night it is compared once however often the clock asks, and the pairs wait in the morning', async () => {
  house.now = new Date('2026-03-10T19:00:00Z');
  const { app } = house;
  const worker = await startWorker(app.pools.owner, app.jobHouse, {
    jobs: registryJobs,
    hourly: () => askNightlyLookAlikes(app),
    alone: true,
  });
  try {
    await vi.waitFor(
      async () => expect(await count(`platform.job_run where state = 'done'`)).toBe(1),
      {
        timeout: 50_000,
        interval: 100,
      },
    );
    await askNightlyLookAlikes(app);
    house.now = new Date('2026-03-10T20:00:00Z');
    await askNightlyLookAlikes(app);
    expect(await asked()).toBe(1);
  } finally {
    await worker.stop();
  }
  expect(
    await count(`registry.candidate_pair where state = 'open' and why = 'linkage'`),
  ).toBeGreaterThan(5);
}, 60_000);

test('the night after it is compared again', async () => {
  house.now = new Date('2026-03-11T18:30:00Z');
  await askNightlyLookAlikes(house.app);
  expect(await asked()).toBe(2);
});

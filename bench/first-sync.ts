import type { PullResponse } from '#platform/sync/protocol.ts';
import type { PhoneIdentity } from '#test/field/field-phone.ts';
import { openFieldWorld } from './field-world.ts';
import { cpuTime, processorOfEach } from './cpu-time.ts';
import { fillScope } from './field-scope.ts';
import type { FieldWorld } from './field-world.ts';
import type { Benchmark } from './measure.ts';

const members = 25;
const wantedRows = 5_000;
const together = 100;
const wireGoalBytes = 1_200_000;
const secondsGoal = 60;

/** A phone's first fetch of its whole scope, alone, and a hundred phones of that size at once. */
export const firstSync: Benchmark = {
  name: 'first-sync',
  async run() {
    const world = await openFieldWorld(members);
    try {
      await fillScope(world);
      const phones = await world.enrol(world.melati.mentor, together);
      const [first] = phones;
      if (!first) throw new Error('no phone was enrolled');
      await fetchAll(world, first);
      const alone = await fetchAll(world, first);
      const { rows } = await world.owner.query<{ rows: number }>(
        'select max(scope_rows)::int as rows from access.device',
      );
      const carried = rows[0]?.rows ?? 0;
      const before = cpuTime(world.dataDir);
      const started = performance.now();
      const all = await Promise.all(phones.map((phone) => fetchAll(world, phone)));
      const seconds = (performance.now() - started) / 1000;
      const processor = processorOfEach(before, cpuTime(world.dataDir), together);
      const errors = all.reduce((sum, one) => sum + one.errors, 0);
      const perFullScope = (alone.wireBytes / Math.max(1, carried)) * wantedRows;
      return {
        figure: seconds,
        unit: 's',
        reference: null,
        ratio: null,
        goal: `≤ 1.2 MB on the wire; ${together} phones ≤ ${secondsGoal} s, 0 errors`,
        holds: perFullScope <= wireGoalBytes && seconds <= secondsGoal && errors === 0,
        notes: [
          `one phone: ${carried} rows, ${(alone.wireBytes / 1e6).toFixed(2)} MB gzip, ${alone.ms.toFixed(0)} ms; ` +
            `${wantedRows} such rows ${(perFullScope / 1e6).toFixed(2)} MB; ${together} phones: ${errors} errors`,
          `processor a phone: ${processor}`,
        ],
      };
    } finally {
      await world.close();
    }
  },
};

async function fetchAll(world: FieldWorld, phone: PhoneIdentity) {
  const started = performance.now();
  const have: Record<string, string> = {};
  let [wireBytes, errors] = [0, 0];
  for (;;) {
    const frame = { protocol: 1, deviceId: phone.deviceId, have };
    const answer = await world.post('pull', phone.readSecret, frame);
    wireBytes += answer.wireBytes;
    if (answer.status !== 200) {
      errors += 1;
      break;
    }
    const page = answer.json as PullResponse;
    for (const { key, etag } of page.documents) have[key] = etag;
    if (!page.more) break;
  }
  return { wireBytes, errors, ms: performance.now() - started };
}

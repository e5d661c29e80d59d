import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { useHouse } from '#test/house.ts';
import { openOffice } from './model/office.ts';
import type { Office } from './model/office.ts';
import { runScript } from './model/run-script.ts';
import { script } from './model/script.ts';

const house = useHouse('2026-01-07T01:00:00Z');
const size = { groups: 2, members: 5 };
let office: Office;

beforeAll(async () => {
  office = await openOffice(house);
});

test('many clients at once leave loans, books and claims as a bookkeeper with a pencil would', async () => {
  const play = fc.asyncProperty(
    script({ days: 9, clients: 4, wishesEach: 5, members: size.members }),
    async (work) => {
      const { differences, busy } = await runScript(house, office, { ...work, ...size });
      expect({ differences, busy }).toEqual({ differences: [], busy: 0 });
    },
  );
  await fc.assert(play, { numRuns: 3 });
}, 180_000);

import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What takes longest, longest first. */
const long = [
  'test/journeys/programme-week.test.ts',
  'test/journeys/lenders-office.test.ts',
  'test/journeys/every-address.test.ts',
  'test/journeys/one-person.test.ts',
  'test/sim.test.ts',
  'src/platform/db/embedded/open-database.test.ts',
  'src/domains/registry/linkage/link-records.test.ts',
];

/**
 * On a fresh clone nothing is known of how long a file takes, and the longest file begun last would keep one core busy
 * while the other waits.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at === -1 ? long.length : at;
    };
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}

/** The domains, lowest shelf first; a domain imports from the shelves below its own. Also drawn in ARCHITECTURE.md. */
export const shelves: readonly (readonly string[])[] = [
  ['ledger', 'access'],
  ['registry'],
  ['partners', 'programmes'],
  ['lending', 'savings', 'training', 'permits', 'market', 'voice', 'membership'],
  ['mentoring'],
  ['progress'],
  ['reporting'],
];

export type Area =
  | 'kernel'
  | 'platform'
  | 'domain'
  | 'ui'
  | 'field'
  | 'delivery'
  | 'house'
  | 'database'
  | 'test'
  | 'other';

/** Where a file of the tree belongs. */
export interface Room {
  area: Area;
  /** Name of the domain, when in one. */
  domain?: string;
  /** Within a domain: its server part, which never reaches a browser. */
  server?: boolean;
  /** The server part's only entrance. */
  door?: boolean;
}

export function roomOf(path: string): Room {
  if (isTest(path)) return { area: 'test' };
  const domain = /^src\/domains\/([^/]+)\/(.+)$/.exec(path);
  if (domain !== null) {
    const [, name = '', rest = ''] = domain;
    return {
      area: 'domain',
      domain: name,
      server: rest.startsWith('server/'),
      door: rest === 'server/index.ts',
    };
  }
  return { area: areas.find(([start]) => path.startsWith(start))?.[1] ?? 'other' };
}

/** Tests, and what stands beside them only to serve them (`test-zip.ts`). */
export function isTest(path: string): boolean {
  return (
    path.endsWith('.test.ts') ||
    path.startsWith('test/') ||
    /\/test-[a-z-]+\.ts$|\.test-[a-z]+\.ts$/.test(path)
  );
}

const areas: readonly (readonly [string, Area])[] = [
  ['src/kernel/', 'kernel'],
  ['src/platform/', 'platform'],
  ['src/delivery/ui/', 'ui'],
  ['src/delivery/field/', 'field'],
  ['src/delivery/', 'delivery'],
  // What joins everything: main.ts, app.ts and their neighbours, and the demo city.
  ['src/', 'house'],
  ['db/', 'database'],
];

/** 0 is the lowest; undefined for a domain that has no shelf. */
export function shelfOf(domain: string): number | undefined {
  const index = shelves.findIndex((shelf) => shelf.includes(domain));
  return index === -1 ? undefined : index;
}

import type { Import } from './imports.ts';
import { roomOf, shelfOf } from './layout.ts';
import type { Area, Room } from './layout.ts';
import type { Violation } from './source-tree.ts';

interface Edge extends Import {
  source: Room;
  target: Room;
}

interface ImportRule {
  name: string;
  says: string;
  broken: (edge: Edge) => boolean;
}

/** Modules of the platform that a browser may load: the vocabulary of commands and refusals, and nothing that acts. */
const platformForBrowsers =
  /^src\/platform\/(command\/(command|problem|problems)|sync\/[a-z-]+)\.ts$/;

/** Who may open a writing transaction. Everything else goes through a command. */
const writers: readonly RegExp[] = [
  /^src\/platform\/command\/execute\.ts$/,
  // Signing in and out, and counting failed attempts, come before there is anyone to command.
  /^src\/domains\/access\/server\/(sign-in|member-session|second-factor|attempts)\.ts$/,
  /^src\/delivery\/web\/(live-session|routes\/keluar\/\+server)\.ts$/,
  // A phone's sign of life, as a session's.
  /^src\/delivery\/api\/sync\/sight\.ts$/,
];

/** Areas above each area, next to the domains' own shelves. */
const reachesUp = new Map<Area, readonly Area[]>([
  ['domain', ['ui', 'field', 'delivery', 'house']],
  ['house', ['ui', 'field', 'delivery']],
  ['ui', ['field', 'delivery', 'house']],
  ['delivery', ['field']],
]);

const rules: readonly ImportRule[] = [
  {
    name: 'kernel-imports-nothing',
    says: 'the kernel imports only itself',
    broken: ({ source, target, inTree }) =>
      source.area === 'kernel' && !(inTree && target.area === 'kernel'),
  },
  {
    name: 'platform-knows-no-domain',
    says: 'the platform imports only the kernel, itself, the table types and packages',
    broken: ({ source, target, inTree }) =>
      source.area === 'platform' &&
      inTree &&
      !['kernel', 'platform', 'database'].includes(target.area),
  },
  {
    name: 'every-domain-has-a-shelf',
    says: 'a domain stands on a shelf of test/architecture/layout.ts',
    broken: ({ source }) => source.domain !== undefined && shelfOf(source.domain) === undefined,
  },
  {
    name: 'imports-go-down',
    says: 'a domain imports only domains on lower shelves, never sideways or up',
    broken: ({ source, target }) => {
      if (source.domain === undefined || target.domain === undefined) return false;
      if (source.domain === target.domain) return false;
      return (shelfOf(target.domain) ?? Infinity) >= (shelfOf(source.domain) ?? -1);
    },
  },
  {
    name: 'nothing-imports-delivery',
    says: 'how people reach the programme is no business of what it does; only main.ts joins the two',
    broken: ({ from, source, target }) =>
      from !== 'src/main.ts' && (reachesUp.get(source.area)?.includes(target.area) ?? false),
  },
  {
    name: 'pure-stays-pure',
    says: 'a file outside server/ is shared with browsers: it imports only pure files, the kernel and zod',
    broken: (edge) =>
      edge.source.area === 'domain' && edge.source.server === false && !isPure(edge),
  },
  {
    name: 'field-stays-on-the-phone',
    says: 'the field app is loaded by phones: pure files, the kernel, ui and itself; no server part, no page of the web',
    broken: ({ source, target, to, inTree }) =>
      source.area === 'field' &&
      inTree &&
      !['kernel', 'ui', 'field'].includes(target.area) &&
      !(target.area === 'domain' && target.server === false) &&
      !(target.area === 'platform' && platformForBrowsers.test(to)),
  },
  {
    name: 'enter-by-the-door',
    says: "a domain's server part is entered from outside only by its server/index.ts",
    broken: ({ source, target }) =>
      target.server === true &&
      !target.door &&
      source.domain !== target.domain &&
      source.area !== 'test',
  },
  {
    name: 'no-test-in-the-product',
    says: 'what runs for people imports nothing made for tests',
    broken: ({ source, target }) =>
      source.area !== 'test' && source.area !== 'other' && target.area === 'test',
  },
  {
    name: 'one-way-in',
    says: 'state changes only by a command: writeIn and writeTogether are called by execute.ts and by signing in and out',
    broken: ({ from, to, names, source }) =>
      to === 'src/platform/db/tx.ts' &&
      names.some((name) => name === 'writeIn' || name === 'writeTogether') &&
      source.area !== 'test' &&
      source.area !== 'other' &&
      !writers.some((writer) => writer.test(from)),
  },
];

function isPure({ to, inTree, target }: Edge): boolean {
  if (!inTree) return to === 'zod';
  if (target.area === 'kernel') return true;
  if (target.area === 'domain') return target.server === false;
  return target.area === 'platform' && platformForBrowsers.test(to);
}

export const importRuleNames = [...rules.map((rule) => rule.name), 'no-cycles'];

/** Checks every import against the import rule of ARCHITECTURE.md. */
export function importViolations(imports: readonly Import[]): Violation[] {
  const edges = imports.map((one) => ({
    ...one,
    source: roomOf(one.from),
    target: one.inTree ? roomOf(one.to) : { area: 'other' as const },
  }));
  const broken = rules.flatMap((rule) =>
    edges.filter(rule.broken).map(({ from, to }) => ({
      rule: rule.name,
      file: from,
      says: `imports ${to}: ${rule.says}`,
    })),
  );
  return [...broken, ...cycles(imports)];
}

/** Files that need each other while the program runs; types are gone by then and may point both ways. */
function cycles(imports: readonly Import[]): Violation[] {
  const next = new Map<string, string[]>();
  for (const { from, to, inTree, typeOnly } of imports) {
    if (inTree && !typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) circles.push(path.slice(start));
    if (start !== -1 || done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return circles.flatMap((circle) => {
    const says = `is part of a circle: ${circle.join(' → ')} → ${circle[0] ?? ''}`;
    return circle.map((file) => ({ rule: 'no-cycles', file, says }));
  });
}

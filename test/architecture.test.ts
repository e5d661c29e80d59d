import { describe, expect, test } from 'vitest';
import { importRuleNames, importViolations } from './architecture/import-rules.ts';
import { readImports } from './architecture/imports.ts';
import { shelves } from './architecture/layout.ts';
import { readSourceTree } from './architecture/source-tree.ts';
import type { SourceTree, Violation } from './architecture/source-tree.ts';
import { deadFiles, textRuleNames, textViolations } from './architecture/text-rules.ts';

function violationsOf(tree: SourceTree): Violation[] {
  const imports = readImports(tree);
  return [...importViolations(imports), ...textViolations(tree), ...deadFiles(tree, imports)];
}

// It reads every file of the tree, which takes its time on a busy machine.
test('the source tree keeps every rule', { timeout: 90_000 }, () => {
  const lines = violationsOf(readSourceTree()).map(
    ({ rule, file, says }) => `${file} ${says} [${rule}]`,
  );
  expect(lines.sort()).toEqual([]);
});

/** A small house that keeps every rule; each planted file breaks one. */
const house: Record<string, string> = {
  'src/main.ts': `import './app.ts'; import '#delivery/cli/run-cli.ts';`,
  'src/app.ts': `import '#domains/lending/server/index.ts'; import '#domains/registry/server/index.ts';`,
  'src/kernel/money.ts': `export const rupiah = 1n;`,
  'src/platform/db/tx.ts': `import '#kernel/money.ts'; export const writeIn = 1;`,
  'src/platform/command/execute.ts': `import { writeIn } from '#platform/db/tx.ts'; writeIn;`,
  'src/delivery/cli/run-cli.ts': `import '../../platform/command/execute.ts'; import '../ui/card.svelte';`,
  'src/delivery/ui/card.svelte': `<script lang="ts">import '#domains/lending/loan.ts';</script>`,
  'src/domains/registry/person.ts': `import { z } from 'zod'; z;`,
  'src/domains/registry/server/index.ts': `import './person-store.ts';`,
  'src/domains/registry/server/person-store.ts': 'sql`insert into registry.person values (1)`;',
  'src/domains/lending/loan.ts': `import '#kernel/money.ts'; import '#domains/registry/person.ts';`,
  'src/domains/lending/server/index.ts': `import './loan-store.ts'; import '#domains/registry/server/index.ts';`,
  'src/domains/lending/server/loan-store.ts': `import '../loan.ts'; import 'pg'; import type { T } from './index.ts';`,
};

interface Plant {
  rule: string;
  file: string;
  text: string;
}

const plants: readonly Plant[] = [
  { rule: 'kernel-imports-nothing', file: 'src/kernel/money.ts', text: `import 'node:fs';` },
  { rule: 'kernel-imports-nothing', file: 'src/kernel/money.ts', text: `import 'zod';` },
  {
    rule: 'platform-knows-no-domain',
    file: 'src/platform/db/tx.ts',
    text: `import type { Loan } from '#domains/lending/loan.ts';`,
  },
  { rule: 'every-domain-has-a-shelf', file: 'src/domains/gossip/talk.ts', text: `import 'zod';` },
  {
    rule: 'imports-go-down',
    file: 'src/domains/registry/person.ts',
    text: `import '../lending/loan.ts';`,
  },
  {
    rule: 'imports-go-down',
    file: 'src/domains/savings/server/index.ts',
    text: `import type { Loan } from '#domains/lending/loan.ts';`,
  },
  {
    rule: 'nothing-imports-delivery',
    file: 'src/domains/lending/server/loan-store.ts',
    text: `export * from '#delivery/cli/run-cli.ts';`,
  },
  {
    rule: 'nothing-imports-delivery',
    file: 'src/delivery/ui/card.svelte',
    text: `<script>import '../cli/run-cli.ts';</script>`,
  },
  {
    rule: 'nothing-imports-delivery',
    file: 'src/app.ts',
    text: `import '#delivery/cli/run-cli.ts';`,
  },
  {
    rule: 'nothing-imports-delivery',
    file: 'src/domains/lending/server/loan-store.ts',
    text: `import '../../../app.ts';`,
  },
  {
    rule: 'pure-stays-pure',
    file: 'src/domains/lending/loan.ts',
    text: `import './server/loan-store.ts';`,
  },
  {
    rule: 'pure-stays-pure',
    file: 'src/domains/lending/loan.ts',
    text: `await import('node:crypto');`,
  },
  {
    rule: 'pure-stays-pure',
    file: 'src/domains/lending/loan.ts',
    text: `import '#platform/db/tx.ts';`,
  },
  {
    rule: 'field-stays-on-the-phone',
    file: 'src/delivery/field/main.ts',
    text: `import '#domains/lending/server/index.ts';`,
  },
  {
    rule: 'field-stays-on-the-phone',
    file: 'src/delivery/field/main.ts',
    text: `import '../web/device.ts';`,
  },
  {
    rule: 'field-stays-on-the-phone',
    file: 'src/delivery/field/main.ts',
    text: `import '#platform/db/tx.ts';`,
  },
  {
    rule: 'enter-by-the-door',
    file: 'src/domains/lending/server/index.ts',
    text: `import '#domains/registry/server/person-store.ts';`,
  },
  {
    rule: 'enter-by-the-door',
    file: 'src/delivery/cli/run-cli.ts',
    text: `new URL('../../domains/registry/server/person-store.ts', import.meta.url);`,
  },
  { rule: 'no-test-in-the-product', file: 'src/app.ts', text: `import '#test/database.ts';` },
  {
    rule: 'one-way-in',
    file: 'src/domains/lending/server/loan-store.ts',
    text: `import { writeIn } from '#platform/db/tx.ts'; writeIn;`,
  },
  {
    rule: 'no-cycles',
    file: 'src/domains/lending/server/loan-store.ts',
    text: `import './index.ts';`,
  },
  { rule: 'files-are-short', file: 'src/kernel/money.ts', text: 'export {};\n'.repeat(401) },
  { rule: 'names-say-what', file: 'src/kernel/date-utils.ts', text: '' },
  { rule: 'names-say-what', file: 'src/kernel/businessDate.ts', text: '' },
  { rule: 'no-banned-text', file: 'src/kernel/money.ts', text: '// TODO: rounding' },
  { rule: 'no-banned-text', file: 'src/kernel/money.ts', text: '// @ts-ignore\nexport {};' },
  { rule: 'no-banned-text', file: 'src/kernel/money.ts', text: 'export const x = y as any;' },
  {
    rule: 'tests-are-statements',
    file: 'src/kernel/money.test.ts',
    text: `test('should add', f);`,
  },
  { rule: 'tests-are-statements', file: 'src/kernel/money.test.ts', text: `test.only('adds', f);` },
  {
    rule: 'domains-are-given-the-time',
    file: 'src/domains/lending/loan.ts',
    text: 'export const now = new Date();',
  },
  {
    rule: 'a-domain-writes-its-own-tables',
    file: 'src/domains/lending/server/loan-store.ts',
    text: 'sql`update registry.person set name = 1`;',
  },
  {
    rule: 'a-domain-writes-its-own-tables',
    file: 'src/delivery/cli/run-cli.ts',
    text: `db.deleteFrom('lending.loan');`,
  },
  { rule: 'no-dead-files', file: 'src/kernel/forgotten.ts', text: 'export {};' },
];

describe('the rules', () => {
  test('find nothing wrong in a house that keeps them', () => {
    expect(violationsOf(new Map(Object.entries(house)))).toEqual([]);
  });

  test.each(plants)('see $rule broken in $file', ({ rule, file, text }) => {
    const planted = new Map([...Object.entries(house), [file, `${house[file] ?? ''}\n${text}`]]);
    const found = violationsOf(planted).filter((violation) => violation.rule === rule);
    expect(found.map((violation) => violation.file)).toContain(file);
  });

  test('are each shown to work by a planted violation', () => {
    const planted = new Set(plants.map((plant) => plant.rule));
    expect([...importRuleNames, ...textRuleNames].filter((name) => !planted.has(name))).toEqual([]);
  });

  test('let a domain stand on one shelf only', () => {
    const all = shelves.flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

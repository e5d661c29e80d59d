import type { Import } from './imports.ts';
import { isTest, roomOf } from './layout.ts';
import type { SourceTree, Violation } from './source-tree.ts';

interface TextRule {
  name: string;
  /** What is wrong with the file, or undefined. */
  wrong: (file: string, text: string) => string | undefined;
}

/** The rules quote what they forbid, so they are not held to their own lists. */
const quotesTheRules = /^(test\/architecture\/|test\/architecture\.test\.ts$)/;

const longestFile = 400;

/** Matched case-sensitively where a word is also an ordinary part of a sentence in Indonesian. */
const bannedText: readonly (readonly [RegExp, string])[] = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'leaves work for later; do it, or open an issue'],
  [/\b(stub|placeholder implementation|not implemented)\b/i, 'is unfinished'],
  [/(eslint|oxlint)-disable|@ts-ignore|@ts-nocheck|prettier-ignore/, 'switches off a check'],
  [/\bas any\b|: any\b|<any>/, 'gives up its types'],
];

const bannedInTests: readonly (readonly [RegExp, string])[] = [
  [
    /\b(test|it)(\.\w+)?\(\s*['"`]should\b/,
    'names a test with "should"; a test name is a statement',
  ],
  [/\b(test|it|describe)\.(only|skip)\(/, 'leaves tests out'],
  [/Math\.random\(/, 'draws chance that nobody can repeat'],
];

const bannedNames = /(^|[-/])(utils?|commons?|helpers?|misc|v2|deprecated|tmp)([-.]|$)/;

const rules: readonly TextRule[] = [
  {
    name: 'files-are-short',
    wrong: (file, text) => {
      const lines = text.split('\n').length - 1;
      if (!/\.(ts|svelte|mjs|css)$/.test(file) || lines <= longestFile) return undefined;
      return `has ${lines} lines; the limit is ${longestFile}`;
    },
  },
  {
    name: 'names-say-what',
    wrong: (file) => {
      const own = file.split('/').at(-1) ?? '';
      if (bannedNames.test(own)) return 'has a name that says nothing';
      const kebab = /^\+?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
      const migration = /^db\/migrations\/\d{4}_[a-z_]+\./;
      return kebab.test(own.replaceAll(/[@()[\]]/g, '')) || migration.test(file)
        ? undefined
        : 'is not named in kebab-case';
    },
  },
  { name: 'no-banned-text', wrong: (_, text) => firstBanned(bannedText, text) },
  {
    name: 'tests-are-statements',
    wrong: (file, text) => (isTest(file) ? firstBanned(bannedInTests, text) : undefined),
  },
  {
    name: 'domains-are-given-the-time',
    wrong: (file, text) => {
      if (roomOf(file).area !== 'domain') return undefined;
      return firstBanned(
        [[/new Date\(\)|Date\.now\(\)/, 'reads the clock; a command is given `now`']],
        text,
      );
    },
  },
  { name: 'a-domain-writes-its-own-tables', wrong: foreignWrite },
];

/** A domain's tables are in the PostgreSQL schema of its name; only its own server part writes them. */
function foreignWrite(file: string, text: string): string | undefined {
  const room = roomOf(file);
  if (!/\.(ts|svelte)$/.test(file) || !['domain', 'delivery', 'ui'].includes(room.area))
    return undefined;
  const written = text.matchAll(
    /\b(?:insert into|update|delete from|merge into|insertInto\(|updateTable\(|deleteFrom\()\s*['"`]?([a-z]+)\.([a-z_]+)/gi,
  );
  for (const [, schema = '', table = ''] of written) {
    const own = room.server === true && schema === room.domain;
    if (!own) return `writes ${schema}.${table}, which is not its own`;
  }
  return undefined;
}

function firstBanned(
  list: readonly (readonly [RegExp, string])[],
  text: string,
): string | undefined {
  for (const [pattern, why] of list) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const line = text.slice(0, found.index).split('\n').length;
    return `${why} (line ${line}: ${found[0]})`;
  }
  return undefined;
}

export const textRuleNames = [...rules.map((rule) => rule.name), 'no-dead-files'];

/** Checks what stands in the files themselves. */
export function textViolations(tree: SourceTree): Violation[] {
  return [...tree]
    .filter(([file]) => !quotesTheRules.test(file))
    .flatMap(([file, text]) =>
      rules.flatMap(({ name, wrong }) => {
        const says = wrong(file, text);
        return says === undefined ? [] : [{ rule: name, file, says }];
      }),
    );
}

/** Where the programme, its pages and its tools begin; nobody imports these. */
const beginnings: readonly RegExp[] = [
  /^src\/main\.ts$/,
  /^src\/platform\/db\/generate-tables\.ts$/,
  /^src\/delivery\/web\/(routes\/.*|hooks\.[a-z.]+|app\.d\.ts|service-worker\.ts)/,
  /^src\/delivery\/field\/(main|sw)\.ts$/,
  /^src\/.*\.d\.ts$/,
];

/** Product files that nothing but a test imports. */
export function deadFiles(tree: SourceTree, imports: readonly Import[]): Violation[] {
  const used = new Set(imports.filter((one) => !isTest(one.from)).map((one) => one.to));
  return [...tree.keys()]
    .filter((file) => /^src\/.*\.(ts|svelte)$/.test(file) && !isTest(file))
    .filter((file) => !used.has(file) && !beginnings.some((beginning) => beginning.test(file)))
    .map((file) => ({ rule: 'no-dead-files', file, says: 'is imported by nothing' }));
}

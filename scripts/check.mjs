// `npm run check`: everything CI runs. All of it runs even when a part fails, so that one run shows every fault.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, toolEnvironment } from './install.mjs';
import { ensureBuilt } from './web-build.mjs';

const results = join(root, 'test-results');

/** Each is a line of shell; a failing one counts as one failed check. */
const sourceChecks = [
  ['format', 'oxfmt --check . && prettier --check --log-level warn "**/*.svelte"'],
  ['lint and types', 'oxlint'],
  ['lint of pages', 'eslint .'],
  [
    'types of pages',
    'svelte-kit sync && svelte-check --tsgo-experimental-api --tsconfig tsconfig.web.json --fail-on-warnings',
  ],
];

async function main() {
  ensureInstalled();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const count = (passed, failed) => {
    total.passed += passed;
    total.failed += failed;
  };
  await runTests('unit', count);
  ensureBuilt();
  // A journey goes one step after another and leaves most of a core to what reads the sources.
  await Promise.all([runTests('journeys', count), checkSources(count)]);
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  process.exit(total.failed === 0 ? 0 : 1);
}

async function checkSources(count) {
  for (const [name, line] of sourceChecks) {
    const code = await run(name, `nice -n 4 sh -c '${line}'`, { together: true });
    count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  }
}

async function runTests(project, count) {
  const file = join(results, `${project}.json`);
  const reporters = `--reporter=dot --reporter=json --outputFile.json=${file}`;
  const code = await run(project, `vitest run --project ${project} ${reporters}`);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const failed = report?.numFailedTests ?? 0;
  // A file that does not even load, or a fault outside every test, fails the run without a failed test.
  count(report?.numPassedTests ?? 0, code !== 0 && failed === 0 ? 1 : failed);
}

/** With `together`, what it writes is kept until it ends, so that two at a time can be read. */
function run(name, line, { together = false } = {}) {
  const begun = Date.now();
  if (!together) process.stdout.write(`\n── ${name}\n`);
  return new Promise((done) => {
    const stdio = together ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(line, { cwd: root, shell: true, stdio, env: toolEnvironment() });
    let written = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => (written += part.toString()));
    child.on('close', (code) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      const ended = code === 0 ? 'ok' : 'FAILED';
      process.stdout.write(`${written}\n── ${name}: ${ended} (${seconds} s)\n`);
      done(code ?? 1);
    });
  });
}

await main();

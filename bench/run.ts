import { parseArgs } from 'node:util';
import { closeDay } from './close-day.ts';
import { fieldOpen } from './field-open.ts';
import { firstSync } from './first-sync.ts';
import { importing } from './import.ts';
import { link } from './link.ts';
import type { Benchmark, Measurement } from './measure.ts';
import { pages } from './pages.ts';
import { postSheet } from './post-sheet.ts';
import { pushStorm } from './push-storm.ts';
import { replay } from './replay.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { weight } from './weight.ts';

const benchmarks: readonly Benchmark[] = [
  postSheet,
  closeDay,
  schedule,
  replay,
  pages,
  importing,
  link,
  search,
  firstSync,
  pushStorm,
  weight,
  fieldOpen,
  start,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, full: { type: 'boolean' }, help: { type: 'boolean' } },
});

if (values.help) {
  console.log(`npm run bench [-- NAME …] [--json] [--full]
Benchmarks: ${benchmarks.map((b) => b.name).join(', ')}. One line each:
name  figure  reference  ratio  goal  holds|falls short`);
  process.exit(0);
}
const unknown = positionals.filter((name) => !benchmarks.some((b) => b.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${benchmarks.map((b) => b.name).join(', ')}.`,
  );
  process.exit(2);
}

for (const benchmark of benchmarks) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  const measured = await benchmark.run(values.full === true);
  console.log(values.json ? asJson(benchmark.name, measured) : asLine(benchmark.name, measured));
  if (!values.json) for (const note of measured.notes ?? []) console.log(`    ${note}`);
}
process.exit(0);

function asJson(name: string, m: Measurement): string {
  const { figure, unit, reference, ratio, goal, holds } = m;
  return JSON.stringify({ name, figure, unit, reference, ratio, goal, holds });
}

function asLine(name: string, m: Measurement): string {
  const number = (value: number | null, unit = '') =>
    value === null ? '–' : `${round(value)}${unit && ` ${unit}`}`;
  return [
    name.padEnd(12),
    number(m.figure, m.unit).padEnd(18),
    number(m.reference, m.unit).padEnd(18),
    (m.ratio === null ? '–' : `${round(m.ratio)}×`).padEnd(8),
    m.goal.padEnd(48),
    m.holds ? 'holds' : 'falls short',
  ].join('  ');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

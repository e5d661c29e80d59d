import { readFile } from 'node:fs/promises';
import {
  linkFile,
  linkProblems,
  readLinkMap,
  readThreshold,
} from '#domains/registry/server/index.ts';
import type { LinkedFile } from '#domains/registry/server/index.ts';
import { UsageProblem, type CliCommand } from '../cli-command.ts';
import { writeAll } from '../ndjson.ts';

export const linkCommand: CliCommand = {
  name: 'link',
  summary: 'Finds which records of a CSV file speak of the same person; needs no database.',
  usage: 'FILE.csv --map MAP.json [--threshold P] > CLUSTERS.csv',
  help: `Writes "id,cluster", one line a record in the order of the file, to standard output; records with the same cluster are
one person. A summary (pairs compared, time, expected precision and recall) goes to standard error.
MAP.json names the column of the id and what the others hold:
  {"id": "rec_id", "fields": [{"column": "surname", "as": "name"}, {"column": "born", "as": "birth-date"}]}
"as" is one of name, full-name, birth-date, sex, phone, national-id, address, house-number, place, postcode, email, text,
category. How often such fields differ for one person is learned from the file itself.

  --map MAP.json   the map
  --threshold P    the probability from which on records are one person; without it the one with the best expected F1`,
  options: { map: { type: 'string' }, threshold: { type: 'string' } },
  async run({ options, positionals, note }) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageProblem('name one file.');
    if (typeof options.map !== 'string') throw new UsageProblem('--map MAP.json is missing.');
    const threshold = readThreshold(options.threshold as string | undefined);
    const map = readLinkMap(await readMap(options.map));
    const linked = await linkFile(file, map, { threshold, now: () => performance.now() });
    await writeAll(process.stdout, lines(linked));
    for (const line of summary(linked)) note(line);
    return 0;
  },
};

async function readMap(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw linkProblems.linkFileUnreadable({
      file,
      why: (error as NodeJS.ErrnoException).code ?? (error as Error).message,
    });
  }
}

async function* lines({ ids, clusters }: LinkedFile): AsyncGenerator<string> {
  let piece = 'id,cluster\n';
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    piece += `${/[",\r\n]/.test(id) ? `"${id.replace(/"/g, '""')}"` : id},${clusters[row]}\n`;
    if (piece.length > 60_000) {
      yield await Promise.resolve(piece);
      piece = '';
    }
  }
  yield piece;
}

function summary({ ids, linked, readMs, repeatedIds }: LinkedFile): string[] {
  const { clusters, edges, passes, blockingRecall, steps } = linked;
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const total = readMs + steps.reduce((sum, { ms }) => sum + ms, 0);
  return [
    `records ${ids.length} · clusters ${clusters.clusters} · pairs compared ${edges.compared} · time ${seconds(total)}`,
    `threshold ${clusters.threshold.toFixed(4)} · expected precision ${share(clusters.precision)} · expected recall ${share(clusters.recall)}`,
    `blocking recall (expected) ${share(blockingRecall)} · ${passes.length === 0 ? 'every pair compared' : `passes: ${passes.join('; ')}`}`,
    `read ${seconds(readMs)} · ${steps.map(({ step, ms }) => `${step} ${seconds(ms)}`).join(' · ')}`,
    ...(repeatedIds === 0 ? [] : [`${repeatedIds} records repeat an id that stood before`]),
  ];
}

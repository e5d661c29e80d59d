import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findImport, importableSheets } from '#domains/registry/server/index.ts';
import type { ImportPage } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { loadSpreadsheetFile } from '#platform/files/spreadsheet/load-file.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import type { App } from '../../../app.ts';
import { domainJobs } from '../../../domains.ts';
import { trialLines } from '../import-trial-lines.ts';
import { tryFile } from '../import-trial.ts';
import { UsageProblem } from '../cli-command.ts';
import type { CliCommand } from '../cli-command.ts';

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'Reads a spreadsheet into the registry, as the upload page does.',
  usage: 'FILE [--sheet NAME] [--city CODE] (--dry-run | --as LOGIN [--apply]) [--json]',
  help: `FILE is XLSX or CSV of any shape. The columns proposed are used, or those a person chose for this shape
before.

--dry-run keeps nothing: it tells for every sheet (or the one named) how many rows are new, the same as
somebody known, to review or to repair, with the reasons and their row numbers. A file whose kecamatan are
those of another city is read with that city's places; --city says which city is meant.

Without --dry-run the sheets are kept for matching in the name of the officer LOGIN; look at the result
under Impor. With --apply they enter the registry, each sheet as a batch of its own that can be undone.

Exit code 0 when the file was read (and applied), 1 when it was refused.`,
  options: {
    as: { type: 'string' },
    apply: { type: 'boolean' },
    city: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    sheet: { type: 'string' },
  },
  async run({ withApp, settings, positionals, options, out }) {
    const [path] = positionals;
    if (path === undefined) throw new UsageProblem('FILE is needed');
    if (!existsSync(path)) throw new UsageProblem(`there is no file ${path}`);
    if (options['dry-run']) {
      if (options.apply) throw new UsageProblem('--dry-run and --apply exclude each other');
      const text = (name: string) => options[name] as string | undefined;
      const wish = { path, sheet: text('sheet'), city: text('city') };
      return withApp(async (app) => {
        const answer = await tryFile(app, wish);
        for (const line of options.json ? [JSON.stringify(answer)] : trialLines(answer)) out(line);
        return 0;
      });
    }
    if (typeof options.as !== 'string') throw new UsageProblem('--as or --dry-run is needed');
    const login = options.as;
    const bytes = await loadSpreadsheetFile(path);
    return withApp(async (app) => {
      const city = app.cities().find(({ id }) => id === (options.city ?? id))?.id;
      if (city === undefined) throw new UsageProblem('that city is not founded here');
      const actor = await actorOf(app, { city, login });
      const sha256 = await openFileStore(settings.dataDir).put(bytes);
      const file = { fileName: basename(path).slice(-200), sha256, bytes: bytes.length };
      const sheets =
        options.sheet === undefined ? await importableSheets(bytes) : [options.sheet as string];
      const worker = await startWorker(app.pools.owner, app.jobHouse, {
        jobs: domainJobs(),
        alone: false,
      });
      try {
        const pour = { app, city, actor, file, apply: options.apply === true };
        let failed = false;
        // A file without any such sheet is read all the same, so that its refusal is the catalogued one.
        for (const sheet of sheets.length > 0 ? sheets : [undefined]) {
          const batch = await pourSheet(pour, sheet);
          const { id: batchId, state, counts, problem } = batch;
          const told = { batchId, sheet: batch.sheet, state, counts, problem };
          out(options.json ? JSON.stringify(told) : sentence(batch));
          failed ||= state === 'failed';
        }
        return failed ? 1 : 0;
      } finally {
        await worker.stop();
      }
    });
  },
};

interface Pour {
  readonly app: App;
  readonly city: string;
  readonly actor: Actor;
  readonly file: { readonly fileName: string; readonly sha256: string; readonly bytes: number };
  readonly apply: boolean;
}

/** One sheet as a batch of its own: read, matched, and applied where that was asked. */
async function pourSheet(pour: Pour, sheet: string | undefined): Promise<ImportPage> {
  const { app, city, actor, file, apply } = pour;
  const batchId = newId();
  const does = (kind: string, body: unknown) =>
    app.execute({ id: newId(), kind, version: 1, actor, city, body });
  const reach = (state: ImportPage['state']) => untilState(app, { city, batchId, states: [state] });
  await does('registry.start-import', { batchId, ...file, sheet });
  let batch = await reach('read');
  if (batch.state === 'read') {
    await does('registry.map-import', { batchId, mapping: batch.mapping, remember: false });
    batch = await reach('previewed');
  }
  if (batch.state === 'previewed' && apply) {
    await does('registry.apply-import', { batchId });
    batch = await reach('applied');
  }
  return batch;
}

function sentence({ fileName, sheet, state, counts, problem }: ImportPage): string {
  if (problem) return `${fileName}: ${problem.words.en}`;
  const n = (name: string) => counts[name] ?? 0;
  return `${fileName}, ${sheet ?? ''}: ${state}; ${n('new')} new, ${n('same')} already here, ${n('review')} to review, ${n('repair')} to repair`;
}

/** Waits until the jobs brought the import to one of the states, or failed. */
async function untilState(
  app: App,
  wanted: { city: string; batchId: string; states: readonly ImportPage['state'][] },
): Promise<ImportPage> {
  for (;;) {
    const batch = await app.read(wanted.city, (db) => findImport(db, wanted.batchId));
    if (batch && (wanted.states.includes(batch.state) || batch.state === 'failed')) return batch;
    await sleep(100);
  }
}

async function actorOf(app: App, wanted: { city: string; login: string }): Promise<Actor> {
  const { rows } = await app.pools.owner.query<{ id: string; name: string; roles: Actor['roles'] }>(
    `select u.id, u.name, coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'jurisdiction', r.jurisdiction, 'at', r.jurisdiction_id))
       filter (where r.id is not null), '[]') as roles
     from access.user_account u left join access.role_assignment r on r.city_id = u.city_id and r.user_id = u.id
     where u.city_id = $1 and u.login = $2 and u.closed_at is null group by u.id, u.name`,
    [wanted.city, wanted.login],
  );
  const [user] = rows;
  if (!user) throw new UsageProblem(`nobody signs in as ${wanted.login}`);
  return { userId: user.id, name: user.name, roles: user.roles, secondFactor: false };
}

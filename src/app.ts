import { availableParallelism } from 'node:os';
import {
  accessCommands,
  commandGate,
  decideProposal,
  listCities,
  systemActor,
} from '#domains/access/server/index.ts';
import type { City, SignInPorts } from '#domains/access/server/index.ts';
import type { AnyCommand, CommandEnvelope } from '#platform/command/command.ts';
import { refusalOfDatabase } from '#platform/command/database-refusals.ts';
import { executeAll } from '#platform/command/execute-all.ts';
import type { ExecutedAll } from '#platform/command/execute-all.ts';
import { execute } from '#platform/command/execute.ts';
import type { CommandPath, Executed } from '#platform/command/execute.ts';
import { runningClock } from '#platform/config/clock.ts';
import { secretKey } from '#platform/config/secret-key.ts';
import type { Settings } from '#platform/config/settings.ts';
import { openPools } from '#platform/db/pool.ts';
import type { PoolOptions, Pools } from '#platform/db/pool.ts';
import { readIn } from '#platform/db/reader.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { JobHouse } from '#platform/jobs/job.ts';
import { fieldKeys } from '#platform/secrets/field-keys.ts';
import type { FieldKeys } from '#platform/secrets/field-keys.ts';
import { sealerFor } from '#platform/secrets/sealing.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { domainCommands } from './domains.ts';
import { fieldRules } from './field-rules.ts';

/** The house as its doors see it: web, field app, API, command line and jobs. */
export interface App {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly pools: Pools;
  readonly now: () => Date;
  /** Every write there is. */
  execute(envelope: CommandEnvelope): Promise<Executed>;
  /** The same, for several in a row of which nothing is confirmed before a later write has waited for the disk. */
  executeTogether(envelope: CommandEnvelope): Promise<Executed>;
  /** Several of one sender, all or none in one transaction; nothing is confirmed before a later write has waited. */
  executeAll(envelopes: readonly CommandEnvelope[]): Promise<ExecutedAll>;
  /** The same as if it were another instant: for loading a history, never for people's requests. */
  executeAt(now: Date, envelope: CommandEnvelope): Promise<Executed>;
  /** One read-only snapshot of one city. */
  read<T>(city: string, work: (db: Reader) => Promise<T>): Promise<T>;
  /** Cities of this installation, known since the last `refreshCities`. */
  cities(): readonly City[];
  refreshCities(): Promise<void>;
  readonly signInPorts: SignInPorts;
  /** Seals NIK, KK and NPWP. */
  readonly identitySealer: Sealer;
  /** Keeps what came from phones and waits for a reviewer. */
  readonly fieldSealer: Sealer;
  /** The key pairs to which phones seal what they hand in. */
  readonly fieldKeys: FieldKeys;
  readonly jobHouse: JobHouse;
  close(): Promise<void>;
}

export interface OpenAppOptions {
  readonly databaseUrl: string;
  /** Connections for commands and pages; by default four a core, and eight at least: each keeps plans of its own. */
  readonly poolSize?: number;
  readonly durable?: PoolOptions['durable'];
  /** The clock; by default the real one, or the one NAIK_NOW set. */
  readonly now?: () => Date;
}

/** Joins the domains to the command path, the database and the clock. */
export async function openApp(settings: Settings, options: OpenAppOptions): Promise<App> {
  const pools = openPools(options.databaseUrl, {
    size: options.poolSize ?? Math.max(8, 4 * availableParallelism()),
    durable: options.durable ?? 'each',
  });
  const now = options.now ?? runningClock(settings.now);
  const key = secretKey(settings);
  const totpSealer = sealerFor(key, 'totp');
  const identitySealer = sealerFor(key, 'identity');
  let cities: readonly City[] = [];
  const refreshCities = async () => {
    cities = await listCities(pools.owner);
  };
  const path: CommandPath = {
    pool: pools.app,
    gate: commandGate(fieldRules),
    commands: joinCommands(totpSealer, identitySealer),
    now,
    zoneOf: (city) => cities.find((c) => c.id === city)?.zone ?? 'Asia/Jakarta',
  };
  const app = {
    settings,
    databaseUrl: options.databaseUrl,
    pools,
    now,
    identitySealer,
    fieldSealer: sealerFor(key, 'field'),
    fieldKeys: fieldKeys(key, settings.fieldKey),
    signInPorts: { pool: pools.app, totpSealer, now },
    execute: (envelope: CommandEnvelope) => execute(path, envelope),
    executeTogether: (envelope: CommandEnvelope) => execute({ ...path, together: true }, envelope),
    executeAll: (envelopes: readonly CommandEnvelope[]) =>
      executeAll({ ...path, together: true }, envelopes),
    executeAt: (at: Date, envelope: CommandEnvelope) =>
      execute({ ...path, now: () => at }, envelope),
    read: <T>(city: string, work: (db: Reader) => Promise<T>) =>
      readOrRefuse(pools.app, city, work),
    cities: () => cities,
    refreshCities,
    close: () => pools.end(),
  };
  await refreshCities();
  return { ...app, jobHouse: jobHouseOf(app) };
}

/** A read that meets a busy or stopping database is refused with what to do, not answered with a fault. */
async function readOrRefuse<T>(
  pool: Pools['app'],
  city: string,
  work: (db: Reader) => Promise<T>,
): Promise<T> {
  try {
    return await readIn(pool, city, work);
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

function joinCommands(totpSealer: Sealer, identitySealer: Sealer): ReadonlyMap<string, AnyCommand> {
  const commands = new Map<string, AnyCommand>();
  for (const command of [
    ...accessCommands(totpSealer, fieldRules),
    ...domainCommands(identitySealer),
  ]) {
    if (commands.has(command.kind)) throw new Error(`two commands are called ${command.kind}`);
    commands.set(command.kind, command);
  }
  const decide = decideProposal(commands);
  commands.set(decide.kind, decide);
  return commands;
}

function jobHouseOf(app: Omit<App, 'jobHouse'>): JobHouse {
  return {
    read: app.read,
    execute: (command) => app.execute({ version: 1, actor: systemActor, ...command }),
    now: app.now,
    dataDir: app.settings.dataDir,
    origin: app.settings.origin,
  };
}

/** Where the web bundle finds the app: it is built apart, so it cannot import this module's instance. */
export const appKey = Symbol.for('naik.app');

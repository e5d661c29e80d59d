import { availableParallelism } from 'node:os';
import {
  accessCommands,
  commandGate,
  decideProposal,
  keysInUse,
  listCities,
  systemActor,
} from '#domains/access/server/index.ts';
import type { AccessSealers, City, SignInPorts } from '#domains/access/server/index.ts';
import type { AnyCommand, CommandEnvelope } from '#platform/command/command.ts';
import { refusalOfDatabase } from '#platform/command/database-refusals.ts';
import { executeAll } from '#platform/command/execute-all.ts';
import type { ExecutedAll } from '#platform/command/execute-all.ts';
import { execute } from '#platform/command/execute.ts';
import type { CommandPath, Executed } from '#platform/command/execute.ts';
import { runningClock } from '#platform/config/clock.ts';
import { secretKeys } from '#platform/config/secret-key.ts';
import type { Settings } from '#platform/config/settings.ts';
import { StartProblem } from '#platform/config/start-problem.ts';
import { openPools } from '#platform/db/pool.ts';
import type { PoolOptions, Pools } from '#platform/db/pool.ts';
import { readIn } from '#platform/db/reader.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { JobHouse } from '#platform/jobs/job.ts';
import { fieldKeysOf } from '#platform/secrets/field-keys.ts';
import type { FieldKeys } from '#platform/secrets/field-keys.ts';
import type { KeyRing } from '#platform/secrets/key-ring.ts';
import { sealerFor } from '#platform/secrets/sealing.ts';
import type { NumberSealer, Sealer } from '#platform/secrets/sealing.ts';
import { domainCommands, sealedElsewhere } from './domains.ts';
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
  /** A body as its command takes it today, from one an older app wrote; refused where that is no longer taken. */
  upToDate(written: Pick<CommandEnvelope, 'kind' | 'version' | 'body'>): unknown;
  /** One read-only snapshot of one city. */
  read<T>(city: string, work: (db: Reader) => Promise<T>): Promise<T>;
  /** Cities of this installation, known since the last `refreshCities`. */
  cities(): readonly City[];
  refreshCities(): Promise<void>;
  readonly signInPorts: SignInPorts;
  /** The installation's keys, the newest first. */
  readonly keyRing: KeyRing;
  /** Seals NIK, KK and NPWP. */
  readonly identitySealer: NumberSealer;
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
  const ring = secretKeys(settings);
  const sealers = {
    totp: sealerFor(ring, 'totp'),
    identity: sealerFor(ring, 'identity'),
    field: sealerFor(ring, 'field'),
  };
  let cities: readonly City[] = [];
  const refreshCities = async () => {
    cities = await listCities(pools.owner);
  };
  const path: CommandPath = {
    pool: pools.app,
    gate: commandGate(fieldRules),
    commands: joinCommands(sealers),
    now,
    zoneOf: (city) => cities.find((c) => c.id === city)?.zone ?? 'Asia/Jakarta',
  };
  const app = {
    settings,
    databaseUrl: options.databaseUrl,
    pools,
    now,
    keyRing: ring,
    identitySealer: sealers.identity,
    fieldSealer: sealers.field,
    fieldKeys: fieldKeysOf(ring, settings.fieldKey),
    signInPorts: { pool: pools.app, totpSealer: sealers.totp, now },
    ...writesOn(path),
    read: <T>(city: string, work: (db: Reader) => Promise<T>) =>
      readOrRefuse(pools.app, city, work),
    cities: () => cities,
    refreshCities,
    close: () => pools.end(),
  };
  await refreshCities();
  await assertKeysGiven(pools.owner, ring);
  return { ...app, jobHouse: jobHouseOf(app) };
}

type Writes = Pick<App, 'execute' | 'executeTogether' | 'executeAll' | 'executeAt' | 'upToDate'>;

/** Every way onto the one path of all commands. */
export function writesOn(path: CommandPath): Writes {
  const together = { ...path, together: true };
  return {
    execute: (envelope) => execute(path, envelope),
    executeTogether: (envelope) => execute(together, envelope),
    executeAll: (envelopes) => executeAll(together, envelopes),
    executeAt: (at, envelope) => execute({ ...path, now: () => at }, envelope),
    upToDate: ({ kind, version, body }) => path.commands.get(kind)?.upToDate(body, version),
  };
}

/**
 * A house whose numbers nobody here can read or find is not opened.
 *
 * @throws StartProblem naming the keys that were not given
 */
async function assertKeysGiven(owner: Pools['owner'], ring: KeyRing): Promise<void> {
  const needed = await keysInUse(owner);
  const missing = needed.filter((name) => ring().every((key) => key.name !== name));
  if (missing.length === 0) return;
  throw new StartProblem(
    'settings',
    `The data was sealed with the key ${missing.join(' and ')}, which is not among those given here. ` +
      'Put back its line in secret.key, or its part of NAIK_SECRET_KEY.',
  );
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

function joinCommands(sealers: AccessSealers): ReadonlyMap<string, AnyCommand> {
  const commands = new Map<string, AnyCommand>();
  for (const command of [
    ...accessCommands(sealers, fieldRules, sealedElsewhere),
    ...domainCommands(sealers.identity),
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

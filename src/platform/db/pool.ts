import pg from 'pg';
import { applicationName } from './application-name.ts';
import { columnTypes } from './column-types.ts';
import { GatheringSocket } from './gathering-socket.ts';

/** The two ways into the database. */
export interface Pools {
  /** For migrations, jobs' own tables, backup and verification: passes row-level security where it owns the cluster. */
  owner: pg.Pool;
  /** For every command and page: the role `naik_app`, held by row-level security, without UPDATE on the books. */
  app: pg.Pool;
  end(): Promise<void>;
}

export interface PoolOptions {
  /** Largest number of connections of the app pool; the owner's is a quarter of it. */
  size?: number;
  /**
   * `together`: a commit does not wait for the disk, and what was confirmed last may be lost with the power. Only for
   * work that is begun again as a whole; `flush` ends it.
   */
  durable?: 'each' | 'together';
  /** Told when an idle connection breaks (the database was restarted); the pool connects anew by itself. */
  onIdleError?: (error: Error) => void;
}

/** The role of every command and page; made by the first migration. */
export const appRole = 'naik_app';

// Compiling a plan costs a third of a second; no page or command here runs long enough to earn it back.
const appSettings = { role: appRole, statement_timeout: '30s', lock_timeout: '10s', jit: 'off' };

export function openPools(url: string, options: PoolOptions = {}): Pools {
  const size = options.size ?? 12;
  const owner = makePool(url, { max: Math.max(2, Math.ceil(size / 4)) }, options);
  const app = makePool(
    url,
    {
      max: size,
      options: asStartOptions({
        ...appSettings,
        ...(options.durable === 'together' ? { synchronous_commit: 'off' } : {}),
      }),
      pipeline: true,
      stream: () => new GatheringSocket(),
    },
    options,
  );
  return {
    owner,
    app,
    async end() {
      await Promise.all([app.end(), owner.end()]);
    },
  };
}

/** Waits until everything committed so far, by whomever, is on the disk. */
export async function flush({ owner }: Pools): Promise<void> {
  // A commit that waits for the disk takes all before it along; one that wrote nothing would not wait.
  await owner.query(`select pg_logical_emit_message(true, 'naik', 'flush')`);
}

/** One pool of the owner, for tools that need no more. */
export function openOwnerPool(url: string, max = 2): pg.Pool {
  return makePool(url, { max }, {});
}

/** As the owner, with the driver's own types: the job queue writes ids it read as JSON, which a bigint is not. */
export function openPlainPool(like: pg.Pool): pg.Pool {
  const { connectionString, application_name } = like.options;
  const pool = new pg.Pool({ connectionString, application_name, max: 4 });
  // Without a listener a connection that breaks would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function makePool(url: string, own: pg.PoolConfig, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    types: columnTypes,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    ...own,
  });
  // Without a listener a connection that breaks while nobody waits for it would end the process.
  const report = options.onIdleError ?? (() => {});
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}

function asStartOptions(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

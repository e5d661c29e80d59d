import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Tables } from '#db/tables.ts';
import { statementName } from './statement-names.ts';

/** Kemendagri code of a kabupaten or kota; everything else is refused before it nears a statement. */
const cityCode = /^\d{2}\.\d{2}$/;

/** A Kysely handle on one open transaction of one city. */
export class CityHandle extends Kysely<Tables> {
  readonly city: string;
  private readonly effects: AfterCommit[] = [];

  constructor(city: string, connection: SingleConnection) {
    super({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new SingleConnectionDriver(connection),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
    this.city = city;
  }

  /** Runs `effect` once the transaction is committed; not at all when it is rolled back. */
  afterCommit(effect: AfterCommit): void {
    this.effects.push(effect);
  }

  takeEffects(): AfterCommit[] {
    return this.effects.splice(0);
  }
}

export type AfterCommit = () => void | Promise<void>;

export type Access = 'read' | 'write';

const opening: Record<Access, string> = {
  // One snapshot for a whole page, and no write however the statement is written.
  read: 'begin isolation level repeatable read read only',
  write: 'begin',
};

/**
 * Runs `work` in one transaction that sees and writes only `city` (row-level security, set before the first
 * statement), and commits, or rolls back when `work` throws. The handle is dead afterwards: using it throws.
 */
export async function runInCity<T>(
  where: { pool: Pool; city: string; access: Access },
  work: (handle: CityHandle) => Promise<T>,
): Promise<T> {
  const { pool, city, access } = where;
  if (!cityCode.test(city)) throw new Error(`not a city code: ${JSON.stringify(city)}`);
  const client = await pool.connect();
  const connection = new SingleConnection(client);
  const handle = new CityHandle(city, connection);
  try {
    // Not waited for: the first statements travel right behind it, and without a city they would find nothing.
    const opened = client.query(`${opening[access]}; set local naik.city_id = '${city}'`);
    opened.catch(() => undefined);
    const result = await work(handle);
    await connection.close();
    await opened;
    await commit(client);
    client.release();
    await runEffects(handle.takeEffects());
    return result;
  } catch (error) {
    await connection.close();
    await rollBack(client);
    throw error;
  }
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  // After a failed statement that somebody swallowed, PostgreSQL answers COMMIT with ROLLBACK.
  if (command !== 'COMMIT')
    throw new Error('the transaction was rolled back: one of its statements had failed');
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    // A connection in an unknown state must not serve anybody else.
    client.release(error instanceof Error ? error : true);
  }
}

/** What follows a commit cannot undo it, so its failure is reported and not thrown. */
async function runEffects(effects: AfterCommit[]): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }
}

/**
 * The transaction's connection. Statements started together travel together and run in the order in which they were
 * started; after one that fails the rest fail too: whoever starts several waits with `together`.
 */
class SingleConnection implements DatabaseConnection {
  private readonly client: PoolClient;
  private readonly underWay = new Set<Promise<unknown>>();
  private closed = false;

  constructor(client: PoolClient) {
    this.client = client;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.closed) {
      return Promise.reject(
        new Error('this transaction has ended; a handle was kept or not awaited'),
      );
    }
    const run = this.send<R>(query);
    const ended: Promise<unknown> = run.catch(() => undefined);
    this.underWay.add(ended);
    void ended.then(() => this.underWay.delete(ended));
    return run;
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming inside a city transaction is not offered; copy or page instead');
  }

  /** Lets statements already sent finish and refuses later ones. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.underWay);
  }

  private async send<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.client.query({
      name: statementName(query.sql),
      text: query.sql,
      values: [...query.parameters],
    });
    const changes =
      command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
    return changes
      ? { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
      : { rows: rows as R[] };
  }
}

class SingleConnectionDriver implements Driver {
  private readonly connection: SingleConnection;

  constructor(connection: SingleConnection) {
    this.connection = connection;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.connection);
  }

  beginTransaction(): Promise<void> {
    return refuseNesting();
  }

  commitTransaction(): Promise<void> {
    return refuseNesting();
  }

  rollbackTransaction(): Promise<void> {
    return refuseNesting();
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

function refuseNesting(): Promise<never> {
  return Promise.reject(new Error('already inside the transaction of a city'));
}

import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Tables } from '#db/tables.ts';
import { statementName } from './statement-names.ts';
import { together } from './together.ts';

/** Kemendagri code of a kabupaten or kota; everything else is refused before it nears a statement. */
const cityCode = /^\d{2}\.\d{2}$/;

/** A Kysely handle on one open transaction of one city. */
export class CityHandle extends Kysely<Tables> {
  readonly city: string;
  private readonly effects: AfterCommit[] = [];
  private last: CompiledQuery | null = null;

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

  /**
   * Leaves the transaction's last statement to the commit, which travels right behind it: what it locks for everybody
   * is held for no round trip. When it fails nothing is kept, and its failure is thrown.
   */
  endWith(statement: Compilable): void {
    this.last = statement.compile(this);
  }

  takeLast(): CompiledQuery | null {
    return this.last;
  }
}

/** A text of `sql`. */
interface Compilable {
  compile(handle: CityHandle): CompiledQuery;
}

export type AfterCommit = () => void | Promise<void>;

/**
 * `write-together`: the commit does not wait for the disk. Whoever writes so confirms nothing before a later commit of
 * its own has waited, which takes all before it along.
 */
export type Access = 'read' | 'write' | 'write-together';

// A command looks rows up by their whole keys, so its plans are the same whatever it is asked; planned anew each
// time, as PostgreSQL would while it believes that pays, they took a fifth of a meeting's work.
const writing = 'begin; set local plan_cache_mode = force_generic_plan';

const opening: Record<Access, string> = {
  // One snapshot for a whole page, and no write however the statement is written.
  read: 'begin isolation level repeatable read read only',
  write: writing,
  'write-together': `${writing}; set local synchronous_commit = off`,
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
    const last = handle.takeLast();
    const ended = last && connection.executeQuery(last);
    connection.close();
    if (access === 'read') {
      await together(opened, connection.settled());
      letGo(client);
      return result;
    }
    await together(opened, connection.settled(), ended, commit(client));
    client.release();
    await runEffects(handle.takeEffects());
    return result;
  } catch (error) {
    connection.close();
    await connection.settled();
    await rollBack(client);
    throw error;
  }
}

/** Nothing hangs on the end of a reading, so nobody waits for it. */
function letGo(client: PoolClient): void {
  client.query('commit').then(
    () => client.release(),
    (error: unknown) => client.release(error instanceof Error ? error : true),
  );
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

  /** Refuses later statements. */
  close(): void {
    this.closed = true;
  }

  /** Waits for the statements already sent. */
  async settled(): Promise<void> {
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

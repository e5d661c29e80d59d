import { sql } from 'kysely';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { useDatabase } from '#test/database.ts';
import { readIn } from './reader.ts';
import type { Reader } from './reader.ts';
import { writeIn } from './tx.ts';
import type { Tx } from './tx.ts';

const db = useDatabase();
const jambi = '15.71';
const padang = '13.71';

function addCounter(tx: Tx, name: string): Promise<unknown> {
  return tx
    .insertInto('access.counter')
    .values({ city_id: tx.city, name, year: 2026, last_number: 9_007_199_254_740_993n })
    .execute();
}

function counters(
  handle: Reader,
): Promise<{ city_id: string; name: string; last_number: bigint }[]> {
  return handle
    .selectFrom('access.counter')
    .select(['city_id', 'name', 'last_number'])
    .where('city_id', '=', handle.city)
    .execute();
}

describe('a transaction of a city', () => {
  test('keeps what it wrote, to the last rupiah', async () => {
    await db.write((tx) => addCounter(tx, 'kept'));
    expect(await db.read(counters)).toContainEqual({
      city_id: jambi,
      name: 'kept',
      last_number: 9_007_199_254_740_993n,
    });
  });

  test('keeps nothing when it throws', async () => {
    const run = db.write(async (tx) => {
      await addCounter(tx, 'dropped');
      throw new Error('changed our mind');
    });
    await expect(run).rejects.toThrow('changed our mind');
    expect((await db.read(counters)).map((row) => row.name)).not.toContain('dropped');
  });

  test('does not pretend to be kept when a failed statement was swallowed', async () => {
    const run = db.write(async (tx) => {
      await addCounter(tx, 'swallowed');
      await sql`select 1/0`.execute(tx).catch(() => undefined);
    });
    await expect(run).rejects.toThrow('rolled back');
    expect((await db.read(counters)).map((row) => row.name)).not.toContain('swallowed');
  });

  test('ends with the statement left to its commit', async () => {
    await db.write(async (tx) => {
      await addCounter(tx, 'ending');
      tx.endWith(
        sql`update access.counter set last_number = 7 where city_id = ${tx.city} and name = 'ending'`,
      );
    });
    expect(await db.read(counters)).toContainEqual({
      city_id: jambi,
      name: 'ending',
      last_number: 7n,
    });
  });

  test('keeps nothing when its last statement fails, and says why', async () => {
    const run = db.write(async (tx) => {
      await addCounter(tx, 'ended badly');
      tx.endWith(sql`select 1/0`);
    });
    await expect(run).rejects.toThrow('division by zero');
    expect((await db.read(counters)).map((row) => row.name)).not.toContain('ended badly');
  });

  test('sees no row of another city, even when the statement asks for it', async () => {
    await db.write((tx) => addCounter(tx, 'of padang'), padang);
    const seen = await db.read((handle) =>
      sql<{ name: string }>`select name from access.counter where city_id = ${padang}`.execute(
        handle,
      ),
    );
    expect(seen.rows).toEqual([]);
  });

  test('cannot write into another city', async () => {
    const run = db.write((tx) =>
      tx
        .insertInto('access.counter')
        .values({ city_id: padang, name: 'smuggled', year: 2026, last_number: 1n })
        .execute(),
    );
    await expect(run).rejects.toThrow('row-level security');
  });

  test.each(['', '15', "15.71'; drop table x; --", 'jambi'])(
    'is refused for the city %j',
    async (city) => {
      await expect(readIn(db.pools.app, city, () => Promise.resolve(1))).rejects.toThrow(
        'not a city code',
      );
    },
  );
});

describe('a reader', () => {
  test('cannot write, not even by a text', async () => {
    const run = db.read((handle) =>
      sql`insert into access.counter (city_id, name, year, last_number) values (${jambi}, 'x', 2026, 1)`.execute(
        handle,
      ),
    );
    await expect(run).rejects.toThrow('read-only transaction');
  });

  test('has no method that writes', () => {
    type Writes = Extract<keyof Reader, 'insertInto' | 'updateTable' | 'deleteFrom' | 'mergeInto'>;
    expectTypeOf<Writes>().toBeNever();
  });
});

describe('a handle', () => {
  test('is dead after its transaction, whether it was kept or not awaited', async () => {
    const leaked = await db.write((tx) => Promise.resolve({ tx }));
    await expect(counters(leaked.tx)).rejects.toThrow('has ended');
  });

  test('refuses a statement that was not awaited, rather than run it outside', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await db.write((tx) => {
      late = addCounter(tx, 'hurried');
      late.catch(() => undefined);
      return Promise.resolve();
    });
    await expect(late).rejects.toThrow('has ended');
    expect((await db.read(counters)).map((row) => row.name)).not.toContain('hurried');
  });

  test('takes statements sent at the same time', async () => {
    const sums = await db.read((handle) =>
      Promise.all([1, 2, 3].map((n) => sql<{ n: number }>`select ${n}::int as n`.execute(handle))),
    );
    expect(sums.map((answer) => answer.rows[0]?.n)).toEqual([1, 2, 3]);
  });

  test('runs effects after the commit only', async () => {
    const seen: string[] = [];
    await db.write(async (tx) => {
      tx.afterCommit(() => {
        seen.push('after');
      });
      await addCounter(tx, 'with effect');
      seen.push('inside');
    });
    const failing = writeIn(db.pools.app, jambi, (tx) => {
      tx.afterCommit(() => {
        seen.push('never');
      });
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(seen).toEqual(['inside', 'after']);
  });
});

test('columns keep money, dates and decimals exact', async () => {
  const { rows } = await db.read((handle) =>
    sql`select 9007199254740993::int8 as rupiah, '2026-11-22'::date as day, 0.10::numeric as rate,
      '{9007199254740993,NULL}'::int8[] as many, '{2026-01-31}'::date[] as days, '{}'::int8[] as none,
      '{1.50}'::numeric[] as rates, '{"a,b",c}'::text[] as words`.execute(handle),
  );
  expect(rows).toEqual([
    {
      rupiah: 9_007_199_254_740_993n,
      day: '2026-11-22',
      rate: '0.10',
      many: [9_007_199_254_740_993n, null],
      days: ['2026-01-31'],
      none: [],
      rates: ['1.50'],
      words: ['a,b', 'c'],
    },
  ]);
});

test('the app role may not become the owner of the tables', async () => {
  const { rows } = await db.pools.app.query('select current_user::text as name');
  expect(rows).toEqual([{ name: 'naik_app' }]);
  await expect(db.pools.app.query('drop table access.counter')).rejects.toThrow('must be owner');
});

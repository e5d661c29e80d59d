import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandGate, hashSecret } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { defineCommand, olderBody } from '#platform/command/define-command.ts';
import { execute } from '#platform/command/execute.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { useHouse } from '#test/house.ts';
import { testCity } from '#test/database.ts';

const house = useHouse();
const admin = actorWith('Adi Pengelola', cityRole('admin'));
const dewi = actorWith('Dewi Petugas', cityRole('petugas-dinas'));

beforeAll(() => house.found());

async function newUser(login: string, id = newId()) {
  return {
    id,
    body: {
      userId: newId(),
      login,
      name: 'Rahma Pendamping',
      passwordHash: await hashSecret('melati mekar pagi'),
      roles: [{ role: 'pendamping', jurisdiction: 'kecamatan', at: '15.71.01' }],
    },
  };
}

async function count(table: string): Promise<number> {
  const { rows } = await house.app.pools.owner.query<{ n: bigint }>(
    `select count(*) as n from ${table}`,
  );
  return Number(rows[0]?.n);
}

describe('a command', () => {
  it('applies once and answers the same when it is sent again', async () => {
    const { id, body } = await newUser('sekali');
    const first = await house.does(admin, 'access.create-user', body, id);
    expect(await house.does(admin, 'access.create-user', body, id)).toEqual(first);
    const { rows } = await house.app.pools.owner.query(
      `select 1 from access.user_account where login = 'sekali'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('applies once when fifty senders send it at the same moment', async () => {
    const { id, body } = await newUser('serentak');
    const lines = await count('access.audit_line');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => house.does(admin, 'access.create-user', body, id)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count('access.audit_line')).toBe(lines + 1);
  });

  it('is refused when its id was used for another body', async () => {
    const { id, body } = await newUser('asli');
    await house.does(admin, 'access.create-user', body, id);
    await expect(
      house.does(admin, 'access.create-user', { ...body, name: 'Orang Lain' }, id),
    ).rejects.toMatchObject({
      code: 'command.id-reused',
    });
  });

  it('leaves nothing behind when it is refused, and may be sent again', async () => {
    const { body } = await newUser('sekali');
    const again = newId();
    const receipts = await count('access.command_receipt');
    await expect(
      house.does(admin, 'access.create-user', { ...body, userId: newId() }, again),
    ).rejects.toMatchObject({
      code: 'access.login-taken',
    });
    expect(await count('access.command_receipt')).toBe(receipts);
    await house.does(admin, 'access.create-user', (await newUser('kedua-kali')).body, again);
  });

  it('is refused to a role that may not do it', async () => {
    const { body } = await newUser('terlarang');
    await expect(house.does(dewi, 'access.create-user', body)).rejects.toMatchObject({
      code: 'command.not-allowed',
      status: 403,
    });
  });

  it('that signs is refused to a session without a second factor', async () => {
    const { body } = await newUser('tanpa-kode');
    await expect(
      house.does({ ...admin, secondFactor: false }, 'access.create-user', body),
    ).rejects.toMatchObject({
      code: 'command.second-factor-needed',
    });
  });

  it('with a wrong input names the fields', async () => {
    await expect(house.does(admin, 'access.create-user', { login: 'x' })).rejects.toMatchObject({
      code: 'command.invalid-input',
      status: 422,
    });
  });

  it.each([
    ['an unknown kind', { kind: 'access.fly' }, 'command.unknown-kind'],
    ['an old version', { kind: 'access.create-user', version: 0 }, 'command.unsupported-version'],
    [
      'an id that is none',
      { kind: 'access.create-user', id: "'; drop table--" },
      'command.bad-envelope',
    ],
  ])('with %s is refused', async (_what, change, code) => {
    const envelope = { id: newId(), version: 1, actor: admin, city: testCity, body: {}, kind: '' };
    await expect(house.app.execute({ ...envelope, ...change })).rejects.toMatchObject({ code });
  });
});

describe('an outbox two versions old', () => {
  const amount = defineCommand({
    kind: 'access.create-user',
    version: 3,
    input: z.object({ amountRupiah: z.string(), method: z.literal('cash') }),
    older: {
      1: olderBody(z.object({ amount: z.int() }), (old) => ({ amountRupiah: `${old.amount}` })),
      2: olderBody(z.object({ amountRupiah: z.string() }), (old) => ({ ...old, method: 'cash' })),
    },
    handle: (_tx, body) =>
      Promise.resolve({
        answer: body,
        audit: { subject: { kind: 'test', id: 'x' }, says: { id: 'Diterima', en: 'Received' } },
      }),
  });
  const send = (id: string, version: number, body: object) =>
    execute(
      {
        pool: house.app.pools.app,
        gate: commandGate({}),
        commands: new Map([[amount.kind, amount]]),
        now: () => house.now,
        zoneOf: () => 'Asia/Jakarta',
      },
      { id, kind: amount.kind, version, actor: admin, city: testCity, body },
    );

  it('is delivered, and sent again it is answered, not done again', async () => {
    const [id, body] = [newId(), { amount: 25_000 }];
    const answer = { amountRupiah: '25000', method: 'cash' };
    expect(await send(id, 1, body)).toEqual({ answer, already: false });
    expect(await send(id, 1, body)).toEqual({ answer, already: true });
    const { rows } = await house.app.pools.owner.query<{ version: number }>(
      'select version from access.command_receipt where id = $1',
      [id],
    );
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('that says something else under the same id is refused, also in a newer version', async () => {
    const id = newId();
    await send(id, 1, { amount: 25_000 });
    await expect(send(id, 2, { amountRupiah: '30000' })).rejects.toMatchObject({
      code: 'command.id-reused',
    });
  });
});

describe('the database', () => {
  it.each([
    ['update ledger.entry set amount = 1'],
    ['delete from ledger.entry'],
    ['update ledger.journal set says = null'],
    ['insert into ledger.entry select * from ledger.entry'],
    ['update ledger.account set balance = 0'],
    ['update access.audit_line set says = null'],
    ['delete from access.audit_line'],
    ['update access.audit_head set last_seq = 0'],
    ['update access.command_receipt set kind = kind'],
    ['update access.command_answer set answer = answer'],
    ['update registry.decree set title = title'],
    ['delete from mentoring.receipt'],
  ])('refuses the app %s', async (statement) => {
    await expect(
      house.database.write(async (tx) => {
        await sql.raw(statement).execute(tx);
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('shows another city nothing', async () => {
    const seen = await house.database.read(async (db) => {
      return (await sql`select 1 from access.user_account`.execute(db)).rows;
    }, '35.73');
    expect(seen).toHaveLength(0);
  });

  it('refuses an audit line for another city', async () => {
    await expect(
      house.database.write(async (tx) => {
        commandGate({}).conclude(
          Object.create(tx, {
            city: { value: '35.73' },
            endWith: { value: tx.endWith.bind(tx) },
          }),
          [
            {
              envelope: {
                id: newId(),
                kind: 'x',
                version: 1,
                actor: admin,
                city: '35.73',
                body: {},
              },
              outcome: {
                answer: {},
                audit: { subject: { kind: 'x', id: 'y' }, says: { id: 'a', en: 'b' } },
              },
            },
          ],
          house.now,
        );
      }),
    ).rejects.toThrow('row-level security');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import {
  currentCode,
  findSession,
  giveCode,
  hashSecret,
  signIn,
} from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { useHouse } from '#test/house.ts';

const house = useHouse();
const admin = actorWith('Adi Pengelola', cityRole('admin'));
const device = { ip: '10.0.0.7', userAgent: 'test' };
const password = 'melati mekar pagi';

beforeAll(() => house.found());

async function account(login: string): Promise<{ userId: string }> {
  const userId = newId();
  const passwordHash = await hashSecret(password);
  const roles = [{ role: 'petugas-dinas', jurisdiction: 'city', at: null }];
  await house.does(admin, 'access.create-user', {
    userId,
    login,
    name: 'Dewi',
    passwordHash,
    roles,
  });
  return { userId };
}

function enter(login: string, secret: string) {
  return signIn(house.app.signInPorts, { city: testCity, login, password: secret, device });
}

async function session(token: string) {
  const found = await house.database.read((db) => findSession(db, { token, now: house.now }));
  if (!found) throw new Error('no session');
  return found;
}

function minutesLater(minutes: number): void {
  house.now = new Date(house.now.getTime() + minutes * 60_000);
}

describe('signing in', () => {
  it('opens a session with the roles of today', async () => {
    await account('dewi');
    const { token, needsCode } = await enter(' DEWI ', password);
    expect(needsCode).toBe(false);
    expect((await session(token)).actor).toMatchObject({
      name: 'Dewi',
      secondFactor: false,
      roles: [{ role: 'petugas-dinas' }],
    });
  });

  it('answers an unknown login, a wrong password and a SQL-ish login alike', async () => {
    await account('hendra');
    for (const [login, secret] of [
      ['nobody', 'x'],
      ['hendra', 'x'],
      [`' or 1=1; --`, 'x'],
    ] as const) {
      await expect(enter(login, secret)).rejects.toMatchObject({ code: 'access.sign-in-failed' });
    }
  });

  it.each(['rohani', 'who-is-not-there'])(
    'locks %s out after five failures, the right password too, and opens again after a quarter of an hour',
    async (login) => {
      if (login === 'rohani') await account(login);
      for (let i = 0; i < 5; i += 1) {
        await expect(enter(login, 'salah')).rejects.toMatchObject({
          code: 'access.sign-in-failed',
        });
      }
      await expect(enter(login, password)).rejects.toMatchObject({
        code: 'access.too-many-attempts',
      });
      minutesLater(16);
      const again = enter(login, password);
      if (login === 'rohani') await expect(again).resolves.toMatchObject({ needsCode: false });
      else await expect(again).rejects.toMatchObject({ code: 'access.sign-in-failed' });
    },
  );

  it('lets no more than five guesses through when fifty come at once', async () => {
    await account('nurhayati');
    const codes = await Promise.all(
      Array.from({ length: 50 }, () =>
        enter('nurhayati', 'salah').catch((error: unknown) => (error as { code: string }).code),
      ),
    );
    expect(codes.filter((code) => code === 'access.sign-in-failed')).toHaveLength(5);
    minutesLater(16);
  });

  it('keeps no trace of a password in receipts, answers or the audit trail', async () => {
    const { rows } = await house.app.pools.owner.query<{ n: bigint }>(
      `select count(*) as n from access.audit_line where (says::text || data::text) like '%melati%'`,
    );
    expect(rows[0]?.n).toBe(0n);
  });

  it('ends by itself after two idle hours', async () => {
    await account('yusnidar');
    const { token } = await enter('yusnidar', password);
    minutesLater(121);
    await expect(session(token)).rejects.toThrow('no session');
  });
});

describe('the second factor', () => {
  it('once confirmed is asked for, works once, and counts in the session', async () => {
    const { userId } = await account('emi');
    const emi = { ...actorWith('Emi', cityRole('petugas-dinas')), userId };
    await house.does(emi, 'access.begin-second-factor', {});
    const { rows } = await house.app.pools.owner.query<{ totp_secret: Buffer }>(
      'select totp_secret from access.user_account where id = $1',
      [userId],
    );
    const secret = house.app.signInPorts.totpSealer.open(rows[0]?.totp_secret ?? Buffer.alloc(0));
    await expect(
      house.does(emi, 'access.confirm-second-factor', { code: '000000' }),
    ).rejects.toMatchObject({ code: 'access.code-wrong' });
    await house.does(emi, 'access.confirm-second-factor', { code: currentCode(secret, house.now) });

    minutesLater(1);
    const { token, needsCode } = await enter('emi', password);
    expect(needsCode).toBe(true);
    const half = await session(token);
    const code = currentCode(secret, house.now);
    const full = await giveCode(house.app.signInPorts, {
      city: testCity,
      session: half,
      code,
      device,
    });
    expect((await session(full.token)).actor.secondFactor).toBe(true);
    await expect(session(token)).rejects.toThrow('no session');
    const second = await session((await enter('emi', password)).token);
    await expect(
      giveCode(house.app.signInPorts, { city: testCity, session: second, code, device }),
    ).rejects.toMatchObject({
      code: 'access.code-wrong',
    });
  });
});

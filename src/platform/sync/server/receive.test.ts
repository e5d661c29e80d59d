import { describe, expect, test } from 'vitest';
import { formatId } from '#kernel/id.ts';
import type { PushCommand, PushRequest } from '../protocol.ts';
import { receivePush } from './receive.ts';
import type { Effect, KnownCommand, ReceivePorts } from './receive-ports.ts';

const id = (n: number) => formatId(Date.parse('2026-11-22T02:00:00Z'), n, new Uint8Array(8));
const device = id(4000);

/** A city that runs everything but what a test names, and remembers it. */
function city(effects: Record<string, Effect> = {}) {
  const rows = new Map<string, KnownCommand>();
  const ran: string[] = [];
  const reports: PushRequest['pending'][] = [];
  const aside: { id: string; code: string; claimsNumber: boolean }[] = [];
  const ports: ReceivePorts = {
    now: () => new Date('2026-11-22T03:00:00Z'),
    keyId: 'kunci-1',
    open: (sealed, keyId) =>
      Promise.resolve(
        keyId === 'kunci-1'
          ? { text: Buffer.from(sealed, 'base64url').toString() }
          : { problem: 'unknown-key' },
      ),
    digest: (text) => text,
    maySendFor: (deviceId) => Promise.resolve(deviceId === device),
    findKnown: ({ ids, numbers }) =>
      Promise.resolve(
        [...rows.values()].filter(
          (row) => ids.includes(row.id) || numbers.some((one) => one.seq === row.seq),
        ),
      ),
    applyCommand({ content, digest }) {
      const effect = effects[content.id] ?? { status: 'applied', answer: null };
      if (effect.status !== 'applied') return Promise.resolve(effect);
      ran.push(content.id);
      rows.set(content.id, { ...content, digest, ...effect });
      return Promise.resolve(effect);
    },
    async applyTogether(commands) {
      const stopped = commands.findIndex(({ content }) => effects[content.id]);
      const through = stopped < 0 ? commands : commands.slice(0, stopped);
      for (const command of through) await ports.applyCommand(command);
      return { answers: through.map(() => null), alone: 1 };
    },
    recordRefused({ content, digest }, refusal) {
      rows.set(content.id, { ...content, digest, status: 'refused', refusal });
      return Promise.resolve(null);
    },
    recordSetAside({ command, code, claimsNumber }) {
      aside.push({ id: command.id, code, claimsNumber });
      return Promise.resolve();
    },
    progress: () => Promise.resolve({ highestSeq: 0, missing: [] }),
    noteReport: ({ pending }) => {
      reports.push(pending);
      return Promise.resolve();
    },
  };
  const push = async (commands: PushCommand[], change: Partial<PushRequest> = {}) => {
    const pending = { count: commands.length, oldestAt: null };
    const raw = { protocol: 1, deviceId: device, pending, commands, ...change };
    const received = await receivePush(ports, device, raw);
    return received.status === 200
      ? received.body.answers.map(({ status, code, heldBy }) => code ?? heldBy ?? status)
      : received.status;
  };
  return { push, ran, aside, reports };
}

function command(
  seq: number,
  change: { subjects?: string[]; deps?: string[]; text?: string } = {},
) {
  const { subjects = [`person:${seq}`], deps = [], text = 'isi' } = change;
  const frame = { id: id(seq), seq, deps, subjects };
  const content = {
    ...{ ...frame, kind: 'test.note', version: 1, body: { text }, photos: [], deviceId: device },
    ...{ madeAt: '2026-11-22T02:00:00.000Z', zone: 'Asia/Jakarta', clockOffsetMs: null },
  };
  const sealed = Buffer.from(JSON.stringify(content)).toString('base64url');
  return { ...frame, sealed, keyId: 'kunci-1' };
}

const no = { code: 'test.no', words: { id: 'Tidak', en: 'No' } };

describe('a push', () => {
  test('sent twice is done once, and says so', async () => {
    const { push, ran } = city();
    expect(await push([command(1), command(2)])).toEqual(['applied', 'applied']);
    expect(await push([command(1), command(2)])).toEqual(['already', 'already']);
    expect(ran).toEqual([id(1), id(2)]);
  });

  test('holds back behind a refusal only what shares its subject or builds on it', async () => {
    const { push, ran } = city({ [id(1)]: { status: 'refused', refusal: no } });
    const group = { subjects: ['group:1'] };
    const sent = [command(1, group), command(2, group), command(3), command(4, { deps: [id(1)] })];
    expect(await push(sent)).toEqual(['test.no', id(1), 'applied', id(1)]);
    expect(ran).toEqual([id(3)]);
  });

  test('leaves what met a passing fault without an answer, and what follows it waiting', async () => {
    const { push, ran } = city({ [id(1)]: { status: 'busy' } });
    const group = { subjects: ['group:1'] };
    expect(await push([command(1, group), command(2, group), command(3)])).toEqual([
      id(1),
      'applied',
    ]);
    expect(ran).toEqual([id(3)]);
  });

  test('sets aside another body under a known id, and another command under a known number', async () => {
    const { push, ran, aside } = city();
    await push([command(1)]);
    expect(await push([command(1, { text: 'lain' })])).toEqual(['sync.other-body']);
    const { sealed } = command(1);
    expect(await push([{ ...command(1), id: id(9), sealed }])).toEqual(['sync.number-taken']);
    expect(aside.map(({ claimsNumber }) => claimsNumber)).toEqual([false, false]);
    expect(ran).toEqual([id(1)]);
  });

  test('keeps what it cannot read for somebody to look at, and waits for a key it lacks', async () => {
    const { push, aside } = city();
    expect(await push([{ ...command(1), sealed: 'cnVzYWs' }])).toEqual(['sync.unreadable']);
    expect(aside).toEqual([{ id: id(1), code: 'sync.unreadable', claimsNumber: true }]);
    expect(await push([{ ...command(2), keyId: 'kunci-9' }])).toEqual(['sync.unknown-key']);
  });

  test('leaves behind what the phone still holds once it is answered', async () => {
    const { push, reports } = city({ [id(2)]: { status: 'refused', refusal: no } });
    const oldestAt = '2026-11-20T01:00:00.000Z';
    await push([command(1), command(2)], { pending: { count: 5, oldestAt } });
    await push([command(3), command(4)], { pending: { count: 2, oldestAt } });
    expect(reports).toEqual([
      { count: 4, oldestAt },
      { count: 0, oldestAt: null },
    ]);
  });

  test('of another officer’s phone, of another device, too old or no push at all is refused', async () => {
    const { push, ran } = city();
    expect(await push([{ ...command(1), from: id(7) }])).toEqual(['sync.another-officer']);
    expect(await push([], { deviceId: id(7) })).toBe(401);
    expect(await push([], { protocol: 0 })).toBe(409);
    expect(await push([], { protocol: 99 })).toBe(400);
    expect(ran).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { accept, answered, minute, phone, refuseWrong, textOf } from '#test/sim/one-phone.ts';
import { formatId } from '#kernel/id.ts';
import { deliverAll, deliverOnce, resume } from './deliver.ts';
import { discard, repair } from './outbox.ts';
import type { WireAnswer } from './ports.ts';
import { DISCARD_KIND } from './protocol.ts';

describe('a push', () => {
  test('carries at most fifty commands and goes on until all are there', async () => {
    const { note, ports, sent } = phone();
    for (let i = 0; i < 120; i += 1) await note(`catatan ${i}`, [`person:${i % 7}`]);
    expect(await deliverAll(ports)).toMatchObject({ kind: 'sent', more: false });
    expect(sent.map(({ commands }) => commands.length)).toEqual([50, 50, 20]);
    expect(sent[0]?.pending.count).toBe(120);
  });

  test('lets one bad record hold back only what shares a subject with it', async () => {
    const { note, ports, states } = phone(refuseWrong);
    await note('keliru', ['group:1']);
    await note('sesudahnya', ['group:1']);
    await note('lain', ['group:2']);
    await deliverAll(ports);
    expect(states()).toEqual({ keliru: 'refused', sesudahnya: 'held', lain: 'delivered' });
  });

  test('says how much will be left to do: what is discarded or repaired leaves with it', async () => {
    const { note, ports, sent, state } = phone(refuseWrong);
    const lastCount = () => sent.at(-1)?.pending.count;
    const [first, second] = [await note('keliru', ['group:1']), await note('keliru', ['group:2'])];
    await deliverAll(ports);
    await discard(ports, { commandId: first.id, reason: 'Salah orang' });
    await deliverAll(ports);
    expect(lastCount()).toBe(2);
    const body = { text: 'keliru' };
    const again = { kind: 'test.note', version: 1, body, subjects: ['group:2'] };
    const better = await repair(ports, second.id, again);
    await deliverAll(ports);
    expect(lastCount()).toBe(1);
    // Discarded, the repair gives back what it repaired: that stays.
    await discard(ports, { commandId: better.id, reason: 'Keliru lagi' });
    state.now += minute;
    await deliverAll(ports);
    expect(lastCount()).toBe(2);
  });

  test('sends a repair in the place of what was refused, before what waited for it', async () => {
    const { note, ports, disk, sent, state, states } = phone(refuseWrong);
    const wrong = await note('keliru', ['group:1']);
    await note('sesudahnya', ['group:1']);
    await deliverAll(ports);
    await repair(ports, wrong.id, {
      ...{ kind: 'test.note', version: 1, body: { text: 'benar' }, subjects: ['group:1'] },
    });
    await expect(
      repair(ports, wrong.id, { ...{ kind: 'test.note', version: 1 }, body: null, subjects: [] }),
    ).rejects.toThrow('not-possible');
    state.now += 2 * minute;
    await deliverAll(ports);
    expect(sent.at(-1)?.commands.map(({ sealed }) => textOf(sealed))).toEqual([
      'benar',
      'sesudahnya',
    ]);
    expect(states()).toEqual({ benar: 'delivered', sesudahnya: 'delivered' });
    expect(disk.commands.has(wrong.id)).toBe(false);
  });

  test('keeps what is discarded until the server has been told', async () => {
    const { note, ports, disk, state, states } = phone(refuseWrong);
    const wrong = await note('keliru', ['group:1']);
    await note('sesudahnya', ['group:1']);
    await deliverAll(ports);
    state.reply = () => 'nothing';
    const told = await discard(ports, { commandId: wrong.id, reason: 'Tercatat dua kali' });
    expect(told.kind).toBe(DISCARD_KIND);
    await deliverAll(ports, { force: true });
    expect(disk.commands.has(wrong.id)).toBe(true);
    state.reply = refuseWrong;
    await deliverAll(ports, { force: true });
    expect(states()).toEqual({ sesudahnya: 'delivered', discard: 'delivered' });
  });

  test.each<[string, WireAnswer | 'nothing']>([
    ['nothing', 'nothing'],
    ['a 500', { status: 500, json: {} }],
    ['a 502 with a page in it', { status: 502, json: undefined }],
    ['half a body', { status: 200, json: undefined }],
    ['a page of a hotel that wants a sign-in', { status: 200, json: { hello: 'world' } }],
  ])('answered with %s is tried again, 5 seconds to 15 minutes later', async (_, reply) => {
    const { note, ports, state, states } = phone(() => reply);
    await note('setoran', ['group:1']);
    let longest = 0;
    for (let i = 0; i < 28; i += 1) {
      const delivery = await deliverOnce(ports);
      if (!('nextAt' in delivery)) throw new Error(delivery.kind);
      const wait = (delivery.nextAt ?? 0) - state.now;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(15 * minute);
      if (delivery.kind === 'later') expect(wait).toBeGreaterThanOrEqual(5_000);
      longest = Math.max(longest, wait);
      expect((await deliverOnce(ports)).kind).toMatch(/later|nothing/);
      state.now += wait;
    }
    expect(longest).toBeGreaterThan(7 * minute);
    expect(states()).toEqual({ setoran: 'sending' });
    state.reply = accept;
    state.now += 15 * minute;
    await deliverOnce(ports);
    expect(states()).toEqual({ setoran: 'delivered' });
  });

  test('goes at once at "Kirim sekarang", and when the clock was put back three days', async () => {
    const { note, ports, state, states } = phone(() => ({ status: 500, json: {} }));
    await note('setoran', ['group:1']);
    await deliverOnce(ports);
    state.reply = accept;
    expect(await deliverOnce(ports)).toMatchObject({
      kind: expect.stringMatching(/later|nothing/),
    });
    state.now -= 3 * 24 * 60 * minute;
    await deliverOnce(ports);
    expect(states()).toEqual({ setoran: 'delivered' });
    await note('lagi', ['group:1']);
    state.reply = () => 'nothing';
    await deliverOnce(ports);
    state.reply = accept;
    await deliverOnce(ports, { force: true });
    expect(states()).toMatchObject({ lagi: 'delivered' });
  });

  test('stops at a 401 until she has signed in again', async () => {
    const { note, ports, state, states, sent } = phone(() => ({ status: 401, json: {} }));
    await note('setoran', ['group:1']);
    expect(await deliverOnce(ports)).toEqual({ kind: 'paused', reason: 'unauthorised' });
    state.reply = accept;
    state.now += 60 * minute;
    expect(await deliverOnce(ports)).toEqual({ kind: 'paused', reason: 'unauthorised' });
    expect(sent.length).toBe(1);
    await resume(ports);
    await deliverOnce(ports);
    expect(states()).toEqual({ setoran: 'delivered' });
  });

  test('is halved at a 413, and what is too large alone is explained', async () => {
    const { note, ports, states, sent } = phone((request) =>
      request.commands.some(({ sealed }) => textOf(sealed) === 'besar')
        ? { status: 413, json: {} }
        : accept(request),
    );
    for (const text of ['a', 'b', 'besar', 'c']) await note(text, [`person:${text}`]);
    await deliverAll(ports, { force: true });
    expect(sent[1]?.commands.length).toBe(2);
    expect(states()).toEqual({ a: 'delivered', b: 'delivered', besar: 'refused', c: 'delivered' });
  });

  test('ignores an answer about commands it does not know, and asks again for what was left out', async () => {
    const { note, ports, states, state } = phone(() =>
      answered([{ id: formatId(1, 1, new Uint8Array(8)), status: 'applied' }]),
    );
    await note('setoran', ['group:1']);
    expect(await deliverOnce(ports)).toMatchObject({ kind: 'sent', answered: 0 });
    expect(states()).toEqual({ setoran: 'sending' });
    state.reply = accept;
    await deliverOnce(ports, { force: true });
    expect(states()).toEqual({ setoran: 'delivered' });
  });

  test('leaves a command the server stumbles over behind, so that the rest arrives', async () => {
    const { note, ports, states, state } = phone((request) =>
      request.commands.some(({ sealed }) => textOf(sealed) === 'racun')
        ? { status: 500, json: {} }
        : accept(request),
    );
    await note('racun', ['person:0']);
    for (let i = 1; i < 30; i += 1) await note(`catatan ${i}`, [`person:${i}`]);
    for (let i = 0; i < 60; i += 1) {
      await deliverAll(ports);
      state.now += 15 * minute;
    }
    const left = Object.entries(states()).filter(([, one]) => one !== 'delivered');
    expect(left).toEqual([['racun', 'sending']]);
  });
});

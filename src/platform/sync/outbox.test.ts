import { describe, expect, test } from 'vitest';
import { accept, answered, phone, start } from '#test/sim/one-phone.ts';
import { formatId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { deliverAll, deliverOnce } from './deliver.ts';
import { pendingOf } from './outbox.ts';
import type { WireAnswer } from './ports.ts';
import { refreshOnce } from './refresh.ts';
import { enrolled } from './sync.ts';
import { exportUnsent, importUnsent } from './unsent-file.ts';

describe('what is entered', () => {
  test('is kept under numbers without a gap, also when two tabs enter at once', async () => {
    const { note, disk } = phone();
    await Promise.all(Array.from({ length: 12 }, (_, i) => note(`catatan ${i}`, [`person:${i}`])));
    const numbers = [...disk.commands.values()].map(({ seq }) => seq).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('is not said to be kept when the storage is full, and takes no number', async () => {
    const { note, disk, state } = phone();
    state.fate = 'full';
    await expect(note('setoran', ['group:1'])).rejects.toThrow();
    expect(disk.commands.size).toBe(0);
    state.fate = 'complete';
    expect((await note('setoran', ['group:1'])).seq).toBe(1);
  });

  test('is one command when the same form is handed in again after a reload', async () => {
    const { note, disk, ports } = phone();
    await ports.store.write((tx) =>
      tx.putDraft({ key: 'meeting:1', locked: new Uint8Array(), savedAt: start }),
    );
    const id = formatId(start, 1, new Uint8Array(8));
    const first = await note('setoran', ['group:1'], { id, closesDraft: 'meeting:1' });
    expect(await note('setoran', ['group:1'], { id })).toEqual(first);
    expect(disk.commands.size).toBe(1);
    expect(disk.drafts.size).toBe(0);
    await expect(note('setoran lain', ['group:1'], { id })).rejects.toThrow('id-taken');
  });

  test('is refused at once when no push could ever carry it', async () => {
    const { note, disk } = phone();
    await expect(note('x'.repeat(260 * 1024), ['group:1'])).rejects.toThrow('too-large');
    expect(disk.commands.size).toBe(0);
  });
});

describe('numbers', () => {
  test('that the server lost are sent again, and those nobody has are an alarm', async () => {
    const { note, ports, disk, state, sent } = phone();
    for (const text of ['a', 'b', 'c', 'd']) await note(text, [`person:${text}`]);
    await deliverAll(ports);
    disk.commands.delete([...disk.commands.values()][1]!.id);
    await note('e', ['person:e']);
    // The server came back from a backup: it has 1 and 5.
    state.reply = (request) =>
      answered(
        request.commands.map(({ id }) => ({ id, status: 'applied' })),
        { highestSeq: 5, missing: [2, 3, 4] },
      );
    await deliverOnce(ports);
    expect(disk.meta.lost).toEqual([2]);
    state.reply = accept;
    await deliverOnce(ports);
    expect(sent.at(-1)?.commands.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(sent.at(-1)?.lost).toEqual([2]);
  });

  test('that the server knows and this phone never gave mean that there are two of it', async () => {
    const { note, ports, disk, state } = phone();
    await note('a', ['person:a']);
    state.reply = (request) =>
      answered(
        request.commands.map(({ id }) => ({
          id,
          status: 'quarantined',
          code: 'sync.number-taken',
          words: { id: 'x', en: 'x' },
        })),
        { highestSeq: 9 },
      );
    await deliverOnce(ports);
    expect(disk.meta.doubleSeen).toBe(true);
    expect([...disk.commands.values()][0]).toMatchObject({
      state: 'refused',
      refusal: { code: 'sync.number-taken' },
    });
    expect((await note('b', ['person:b'])).seq).toBe(10);
  });

  test('of before enrolling again keep their old device', async () => {
    const { note, ports, disk, sent } = phone();
    const old = disk.meta.deviceId;
    await note('a', ['person:a']);
    const fresh = formatId(start, 9, new Uint8Array(8));
    await enrolled(ports, fresh);
    expect((await note('b', ['person:a'])).seq).toBe(1);
    await deliverOnce(ports);
    expect(sent[0]).toMatchObject({
      deviceId: fresh,
      commands: [{ seq: 1, from: old }, { seq: 1 }],
    });
    expect(sent[0]?.commands[1]).not.toHaveProperty('from');
  });
});

describe('the snapshot', () => {
  const page = (documents: Json, more: object = {}): WireAnswer => ({
    status: 200,
    json: {
      serverTime: new Date(start).toISOString(),
      today: '2026-11-22',
      documents,
      gone: [],
      more: false,
      ...more,
    },
  });

  test('shows delivered work as pending until a document read after it is there', async () => {
    const { note, ports, state } = phone();
    const doc = (etag: string) => page([{ key: 'group:1', etag, body: { paid: etag } }]);
    state.pull.push(doc('1'));
    await refreshOnce(ports);
    await note('setoran', ['group:1']);
    await deliverAll(ports);
    expect((await pendingOf(ports, 'group:1')).map(({ body }) => body)).toEqual([
      { text: 'setoran' },
    ]);
    state.pull.push(doc('2'));
    expect(await refreshOnce(ports)).toEqual({ kind: 'refreshed', changed: ['group:1'] });
    expect(await pendingOf(ports, 'group:1')).toEqual([]);
    expect(await pendingOf(ports)).toEqual([]);
  });

  test('leaves a document alone while work that names it is in doubt', async () => {
    const { note, ports, disk, state } = phone(() => 'nothing');
    await note('setoran', ['group:1']);
    await deliverOnce(ports);
    state.pull.push(
      page([
        { key: 'group:1', etag: '9', body: {} },
        { key: 'me', etag: '9', body: {} },
      ]),
    );
    expect(await refreshOnce(ports)).toEqual({ kind: 'refreshed', changed: ['me'] });
    expect([...disk.documents.keys()]).toEqual(['me']);
  });

  test('keeps what left her scope while unsent work names it, and lets it go afterwards', async () => {
    const { note, ports, disk, state } = phone();
    state.pull.push(
      page([
        { key: 'group:1', etag: '1', body: {} },
        { key: 'group:2', etag: '1', body: {} },
      ]),
    );
    await refreshOnce(ports);
    await note('setoran', ['group:1']);
    const gone = () => state.pull.push(page([], { gone: ['group:1', 'group:2'] }));
    gone();
    await refreshOnce(ports);
    expect([...disk.documents.keys()]).toEqual(['group:1']);
    await deliverAll(ports);
    gone();
    await refreshOnce(ports);
    expect(disk.documents.size).toBe(0);
  });

  test('keeps the pages that arrived when the signal breaks off', async () => {
    const { ports, disk, state } = phone();
    state.pull.push(page([{ key: 'me', etag: '1', body: {} }], { more: true }));
    expect(await refreshOnce(ports)).toEqual({ kind: 'later', status: 500 });
    expect([...disk.documents.keys()]).toEqual(['me']);
    expect(disk.meta.refreshedAt).toBeNull();
  });
});

describe('the file of unsent work', () => {
  test('is sent from another phone under its own device and numbers, however often it is opened', async () => {
    const [hers, other] = [phone(), phone(accept, 8)];
    await hers.note('a', ['person:a']);
    await hers.note('b', ['person:a']);
    const text = JSON.stringify(await exportUnsent(hers.ports));
    await enrolled(other.ports, formatId(start, 5, new Uint8Array(8)));
    expect(await importUnsent(other.ports, text)).toEqual({
      kind: 'imported',
      taken: 2,
      already: 0,
    });
    expect(await importUnsent(other.ports, text)).toEqual({
      kind: 'imported',
      taken: 0,
      already: 2,
    });
    await deliverAll(other.ports);
    const from = hers.disk.meta.deviceId;
    expect(other.sent[0]?.commands).toMatchObject([
      { seq: 1, from },
      { seq: 2, from },
    ]);
    expect((await other.note('c', ['person:c'])).seq).toBe(1);
    expect(await importUnsent(other.ports, text.slice(0, 90))).toEqual({ kind: 'unreadable' });
  });
});

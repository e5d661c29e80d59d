import { expect, test } from 'vitest';
import type { OutboxCommand } from '#platform/sync/ports.ts';
import { DISCARD_KIND } from '#platform/sync/protocol.ts';
import { Documents } from '../documents.ts';
import { commandWords, trayList } from './tray-list.ts';

const command = (id: string, change: Partial<OutboxCommand> = {}): OutboxCommand => ({
  id,
  deviceId: 'hp',
  seq: 1,
  place: 1,
  kind: 'mentoring.close-meeting',
  version: 1,
  subjects: [],
  deps: [],
  photos: [],
  madeAt: `2026-11-18T0${id.length}:00:00.000Z`,
  sealed: '',
  keyId: 'k',
  locked: null,
  state: 'waiting',
  attempts: 0,
  nextTryAt: null,
  ...change,
});
const ids = (commands: readonly OutboxCommand[]) => commands.map(({ id }) => id);

test('each command stands where its owner looks for it', () => {
  const list = trayList([
    command('a'),
    command('bb', { state: 'sending' }),
    command('ccc', { state: 'held' }),
    command('dddd', { state: 'refused' }),
    command('eeeee', { state: 'needs-review' }),
    command('ffffff', { state: 'delivered' }),
  ]);
  expect(ids(list.ready)).toEqual(['a', 'bb', 'ccc']);
  expect(ids(list.repair)).toEqual(['dddd']);
  expect(ids(list.looked)).toEqual(['eeeee']);
  expect(ids(list.sent)).toEqual(['ffffff']);
});

test('what was repaired is gone from the list, and its repair waits', () => {
  const list = trayList([
    command('a', { state: 'refused', supersededBy: 'bb' }),
    command('bb', { replaces: 'a' }),
  ]);
  expect(ids(list.repair)).toEqual([]);
  expect(ids(list.ready)).toEqual(['bb']);
});

test('what is being discarded stays in sight until the office knows, and the discard is no line of its own', () => {
  const list = trayList([
    command('a', { state: 'refused', supersededBy: 'bb' }),
    command('bb', { kind: DISCARD_KIND, replaces: 'a' }),
  ]);
  expect(ids(list.repair)).toEqual(['a']);
  expect(ids(list.ready)).toEqual([]);
});

test('a command is named by its content where it can be read, and by its kind where not', () => {
  const kinds = [
    {
      kind: 'mentoring.close-meeting',
      name: { id: 'Pertemuan', en: 'Meeting' },
      says: (body: unknown) => ({ id: `Pertemuan ${String(body)}`, en: `Meeting ${String(body)}` }),
      repairPath: () => null,
    },
  ];
  const documents = new Documents();
  const open = { bodies: new Map([['a', 'Melati 2']]), documents };
  const shut = { bodies: new Map<string, unknown>(), documents };
  expect(commandWords(command('a'), kinds, open).id).toBe('Pertemuan Melati 2');
  expect(commandWords(command('a'), kinds, shut).id).toBe('Pertemuan no. 1');
  expect(commandWords(command('a', { kind: 'lain' }), kinds, shut).id).toBe('Catatan no. 1');
});

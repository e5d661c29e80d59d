import { expect, test } from 'vitest';
import { Documents } from '../documents.ts';
import type { TodayItem } from '../screen.ts';
import { todayList } from './today.ts';

const view = { documents: new Documents(), pending: [], today: '2026-11-18' };
const item = (id: string, change: Partial<TodayItem>): TodayItem => ({
  id,
  dueOn: '2026-11-18',
  at: null,
  title: id,
  note: { id: '', en: '' },
  path: '/',
  state: 'due',
  ...change,
});
const ids = (items: readonly TodayItem[]) => items.map(({ id }) => id);
const listOf = (...items: TodayItem[]) => todayList([() => items], view, '2026-11-25');

test('today goes by the hour, and what has none comes last', () => {
  const { today } = listOf(
    item('kunjungan', {}),
    item('sore', { at: '15:00' }),
    item('pagi', { at: '09:00' }),
  );
  expect(ids(today)).toEqual(['pagi', 'sore', 'kunjungan']);
});

test('what was due on an earlier day is overdue until it is recorded, oldest first', () => {
  const list = listOf(
    item('kemarin', { dueOn: '2026-11-17' }),
    item('senin', { dueOn: '2026-11-16' }),
    item('selesai', { dueOn: '2026-11-16', state: 'done' }),
    item('di HP', { dueOn: '2026-11-16', state: 'unsent' }),
  );
  expect(ids(list.overdue)).toEqual(['senin', 'kemarin']);
  expect(ids(list.today)).toEqual(['di HP']);
});

test('a week ahead is shown, and no further', () => {
  const list = listOf(
    item('besok', { dueOn: '2026-11-19' }),
    item('batal', { dueOn: '2026-11-19', state: 'cancelled' }),
    item('bulan depan', { dueOn: '2026-12-18' }),
  );
  expect(ids(list.ahead)).toEqual(['besok']);
});

test('every subject adds its own', () => {
  const one = () => [item('pertemuan', { at: '14:00' })];
  const other = () => [item('kunjungan', { at: '10:00' })];
  expect(ids(todayList([one, other], view, '2026-11-25').today)).toEqual([
    'kunjungan',
    'pertemuan',
  ]);
});

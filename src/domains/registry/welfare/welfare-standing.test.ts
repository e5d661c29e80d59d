import { describe, expect, test } from 'vitest';
import { extremePovertyOf, povertyLineOn } from './extreme-poverty.ts';
import { matchListRow } from './match-list-row.ts';
import { addQuarters, lastMonthOf, quarterOf } from './quarter.ts';
import { standingOf } from './welfare-standing.ts';

describe('a quarter', () => {
  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-11-22', '2026-Q4'],
  ])('%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter));

  test('counts over the turn of the year, both ways', () => {
    expect(addQuarters('2026-Q4', 1)).toBe('2027-Q1');
    expect(addQuarters('2026-Q1', -2)).toBe('2025-Q3');
    expect(lastMonthOf('2026-Q3')).toBe('2026-09');
  });
});

describe('what a list last said of a family', () => {
  const siti = { decile: 2, quarter: '2026-Q1' };

  test('holds while no later whole list leaves her out', () => {
    expect(standingOf(siti, null)?.state).toBe('current');
    expect(standingOf(siti, '2026-Q1')?.state).toBe('current');
    expect(standingOf(null, '2026-Q1')).toBeNull();
  });

  test('counts for two quarters after she drops out, and no longer', () => {
    expect(standingOf(siti, '2026-Q2')).toEqual({ ...siti, state: 'grace', until: '2026-Q3' });
    expect(standingOf(siti, '2026-Q3')?.state).toBe('grace');
    expect(standingOf(siti, '2026-Q4')?.state).toBe('dropped');
  });
});

describe('extreme poverty', () => {
  test('is what a head spends, against the line of that day', () => {
    const four = { on: '2026-11-01', people: 4 };
    expect(extremePovertyOf({ ...four, spendingRupiah: 1_563_999n })?.extreme).toBe(true);
    expect(extremePovertyOf({ ...four, spendingRupiah: 1_564_000n })?.extreme).toBe(false);
    const before = extremePovertyOf({ on: '2024-06-01', people: 4, spendingRupiah: 1_500_000n });
    expect(before).toMatchObject({ extreme: false, line: { code: 'ppp-1.90' } });
  });

  test('is not said of a day before the first line', () => {
    expect(povertyLineOn('2022-12-31')).toBeNull();
    expect(extremePovertyOf({ on: '2022-12-31', people: 1, spendingRupiah: 1n })).toBeNull();
  });
});

describe('a row of a list', () => {
  const nobody = { nik: null, births: [], family: [], neighbours: [] };

  test('is about whoever has its NIK, whatever else is alike', () => {
    const births = [{ id: 'rohani', otherNik: true }];
    expect(matchListRow({ ...nobody, nik: 'siti', births }, true)).toMatchObject({
      method: 'nik',
      personId: 'siti',
    });
  });

  test('is about the one of that name and day of birth, unless another NIK says otherwise', () => {
    const one = { ...nobody, births: [{ id: 'siti', otherNik: false }] };
    expect(matchListRow(one, false)).toMatchObject({ method: 'name-birth', personId: 'siti' });
    const other = { ...nobody, births: [{ id: 'siti', otherNik: true }] };
    expect(matchListRow(other, false)).toEqual({ outcome: 'review', candidates: ['siti'] });
  });

  test('of a family card is about anybody of the family for a decile, and about the named one alone for a service', () => {
    const husband = { ...nobody, family: [{ id: 'siti', named: false }] };
    expect(matchListRow(husband, true)).toMatchObject({ method: 'family-card', personId: 'siti' });
    expect(matchListRow(husband, false)).toEqual({ outcome: 'unmatched' });
    const herself = { ...nobody, family: [{ id: 'siti', named: true }] };
    expect(matchListRow(herself, false)).toMatchObject({ personId: 'siti' });
  });

  test('that is only likely waits for somebody to look', () => {
    const near = { ...nobody, neighbours: ['siti', 'siti-2'] };
    expect(matchListRow(near, true)).toEqual({ outcome: 'review', candidates: ['siti', 'siti-2'] });
    expect(matchListRow(nobody, true)).toEqual({ outcome: 'unmatched' });
  });
});

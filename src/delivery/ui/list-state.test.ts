import { expect, it } from 'vitest';
import { exportHref, listHref, pageNumbers, readListState } from './list-state.ts';

const rules = { sorts: ['-joined', 'name'], filters: ['kecamatan'], size: 20 } as const;
const at = (path: string) => new URL(path, 'http://naik.test');

it('starts with the first sort, first page, nothing filtered', () => {
  expect(readListState(at('/orang'), rules)).toEqual({
    q: '',
    sort: 'joined',
    direction: 'desc',
    page: 1,
    size: 20,
    offset: 0,
    filters: {},
  });
});

it('reads search, sort, page and known filters', () => {
  const state = readListState(
    at('/orang?q=%20siti&sort=name&page=3&kecamatan=15.71.05&x=1'),
    rules,
  );
  expect(state).toMatchObject({
    q: 'siti',
    sort: 'name',
    direction: 'asc',
    offset: 40,
    filters: { kecamatan: '15.71.05' },
  });
  expect(state.filters).not.toHaveProperty('x');
});

it.each(['?page=-4', '?page=NaN', '?page=0', '?sort=password', '?page=1e99'])(
  'drops nonsense in %s',
  (query) => {
    const state = readListState(at(`/orang${query}`), rules);
    expect(state.sort).toBe('joined');
    expect(state.page).toBeGreaterThanOrEqual(1);
    expect(Number.isSafeInteger(state.offset)).toBe(true);
  },
);

it('goes back to the first page when anything but the page changes', () => {
  expect(listHref(at('/orang?page=4&q=a'), { sort: 'name' })).toBe('?q=a&sort=name');
  expect(listHref(at('/orang?q=a'), { page: 2 })).toBe('?q=a&page=2');
  expect(listHref(at('/orang?q=a'), { q: null })).toBe('/orang');
});

it('exports what is shown, all pages of it', () => {
  expect(exportHref(at('/orang?page=4&q=a'), 'csv')).toBe('/orang/unduh?q=a&format=csv');
});

it('leaves out far pages and never a single one', () => {
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(5, 20)).toEqual([1, null, 4, 5, 6, null, 20]);
  expect(pageNumbers(3, 5)).toEqual([1, 2, 3, 4, 5]);
});

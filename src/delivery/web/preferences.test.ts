import { expect, it } from 'vitest';
import { langOf, safePath, themeOf } from './preferences.ts';

it.each([
  ['/kelompok?page=2', '/kelompok?page=2'],
  ['//evil.test/x', '/'],
  ['/\\evil.test', '/'],
  ['https://evil.test', '/'],
  ['javascript:alert(1)', '/'],
  ['/a\nb', '/'],
  ['', '/'],
  [null, '/'],
])('goes back only within the site: %j', (asked, path) => {
  expect(safePath(asked)).toBe(path);
});

it('is Indonesian and follows the system unless chosen otherwise', () => {
  expect([langOf('en'), langOf('id'), langOf('fr'), langOf(undefined)]).toEqual([
    'en',
    'id',
    'id',
    'id',
  ]);
  expect([themeOf('dark'), themeOf('light'), themeOf('pink'), themeOf(null)]).toEqual([
    'dark',
    'light',
    'system',
    'system',
  ]);
});

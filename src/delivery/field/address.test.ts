import { expect, test } from 'vitest';
import { matchPath, pathWithin } from './address.ts';

test.each([
  ['/', '/', {}],
  ['/kirim', '/kirim', {}],
  ['/pertemuan/:id', '/pertemuan/01a', { id: '01a' }],
  ['/pertemuan/:id/kuitansi/:no', '/pertemuan/01a/kuitansi/Budi%20A', { id: '01a', no: 'Budi A' }],
  ['/pertemuan/:id', '/pertemuan', null],
  ['/pertemuan/:id', '/pertemuan/01a/tutup', null],
  ['/kirim', '/setelan', null],
])('%s and %s', (pattern, path, params) => {
  expect(matchPath(pattern, path)).toEqual(params);
});

test.each([
  ['/lapangan', '/'],
  ['/lapangan/', '/'],
  ['/lapangan/kirim/', '/kirim'],
  ['/lapangan/pertemuan/01a', '/pertemuan/01a'],
])('%s is the screen %s', (pathname, path) => {
  expect(pathWithin(pathname)).toBe(path);
});

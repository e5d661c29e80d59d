import { expect, it } from 'vitest';
import { formatAgo, formatInstant } from './instant.ts';

const at = new Date('2026-11-22T13:00:00Z');

it('writes an instant in the zone of the city', () => {
  expect(formatInstant(at, 'Asia/Jakarta', 'id')).toBe('22 Nov 2026, 20.00 WIB');
  expect(formatInstant(at, 'Asia/Jayapura', 'en')).toBe('22 Nov 2026, 22:00 WIT');
});

it('says how long ago', () => {
  expect(formatAgo(at, new Date('2026-11-22T13:00:20Z'), 'id')).toBe('baru saja');
  expect(formatAgo(at, new Date('2026-11-22T13:03:00Z'), 'id')).toBe('3 menit yang lalu');
  expect(formatAgo(at, new Date('2026-11-23T13:00:00Z'), 'en')).toBe('yesterday');
});

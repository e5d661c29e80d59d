import { expect, it } from 'vitest';
import { codeFrom } from './public-paths.ts';

it.each([
  ['Ab3-x_9Q', 'Ab3-x_9Q'],
  ['  https://naik.example.go.id/k/Ab3-x_9Q?x=1 ', 'Ab3-x_9Q'],
  ['abc', null],
  ['<script>', null],
  ['', null],
])('finds the code in %j', (typed, code) => {
  expect(codeFrom(typed)).toBe(code);
});

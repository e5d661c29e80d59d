import { expect, it } from 'vitest';
import { niceTicks, shadeOf } from './scale.ts';

it.each([
  [47, [0, 20, 40, 60]],
  [100, [0, 25, 50, 75, 100]],
  [1_675_000, [0, 500_000, 1_000_000, 1_500_000, 2_000_000]],
  [0, [0, 1]],
])('steps to %d in round numbers', (max, ticks) => {
  expect(niceTicks(max)).toEqual(ticks);
});

it('shades a share in five, and nothing where there is no figure', () => {
  expect([0, 0.19, 0.2, 0.5, 0.99, 1, 1.4].map(shadeOf)).toEqual([0, 0, 1, 2, 4, 4, 4]);
  expect(shadeOf(null)).toBeNull();
});

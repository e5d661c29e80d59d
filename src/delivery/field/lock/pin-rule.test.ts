import { expect, test } from 'vitest';
import { pinProblem } from './pin-rule.ts';
import { lockWords as w } from './words.ts';

test.each([
  ['12345', '12345', w.pinShort],
  ['abcdef', 'abcdef', w.pinShort],
  ['777777', '777777', w.pinWeak],
  ['123456', '123456', w.pinWeak],
  ['987654', '987654', w.pinWeak],
  ['274951', '274915', w.pinsDiffer],
  ['274951', '274951', null],
])('%s repeated as %s', (pin, repeated, problem) => {
  expect(pinProblem(pin, repeated)).toBe(problem);
});

import { expect, test } from 'vitest';
import { newMemberPin } from './new-member-pin.ts';

test('a PIN always has six digits', () => {
  expect(newMemberPin(() => 4821)).toBe('004821');
  for (let i = 0; i < 200; i += 1) expect(newMemberPin()).toMatch(/^\d{6}$/);
});

test('PINs that anybody would try first are drawn again', () => {
  const drawn = [111111, 123456, 987654, 482913];
  expect(newMemberPin(() => drawn.shift() ?? 0)).toBe('482913');
});

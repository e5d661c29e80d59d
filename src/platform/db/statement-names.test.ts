import { expect, test } from 'vitest';
import { statementName } from './statement-names.ts';

test('a statement gets a name of its own once it keeps coming', () => {
  const text = 'select 1 as once_more';
  expect(statementName(text)).toBeUndefined();
  expect(statementName(text)).toBeUndefined();
  const name = statementName(text);
  expect(name).toMatch(/^naik_[0-9a-f]{32}$/);
  expect(statementName(text)).toBe(name);
});

test('statements that differ have different names', () => {
  const named = (text: string) => [1, 2, 3].map(() => statementName(text)).at(-1);
  expect(named('select 2 as a')).not.toBe(named('select 2 as b'));
});

import { expect, it } from 'vitest';
import { findKbli, kbliTitle, otherEdition } from './find-kbli.ts';
import { kbliList } from './kbli-list.ts';

const first = (typed: string) => findKbli(typed)[0]?.entry.code;

it.each([
  ['keripik singkong', '10794'],
  ['kripik pisang', '10794'],
  ['kerupuk udang', '10794'],
  ['jualan kue basah', '10792'],
  ['kopi bubuk', '10761'],
  ['tukang jahit baju', '14120'],
  ['batik tulis', '13134'],
  ['servis motor', '45407'],
  ['bengkel motr', '45407'],
  ['nasi kotak katering', '56210'],
  ['laundry', '96200'],
  ['pempek beku', '10750'],
  ['10794', '10794'],
])('understands “%s” as %s', (typed, code) => {
  expect(first(typed)).toBe(code);
});

it('says for which words a code is offered', () => {
  expect(findKbli('keripik singkong buatan Ibu')[0]?.why.id).toBe('karena “keripik”, “singkong”');
});

it('offers nothing for words nobody sells by', () => {
  expect(findKbli('qwertyuiop')).toEqual([]);
  expect(findKbli('usaha')).toEqual([]);
});

it('says what a code became in 2025, and that it does not know where it does not', () => {
  expect(otherEdition('2020', '10794').en).toBe('2025: 10794, unchanged');
  expect(otherEdition('2020', '10772').en).toContain('another activity');
  expect(otherEdition('2020', '13134').en).toContain('removed');
  expect(otherEdition('2020', '99999').en).toContain('not known');
  expect(otherEdition('2025', '10772').en).toContain('not known');
  expect(kbliTitle('2025', '10772')).toBeNull();
});

it('lists every code once', () => {
  expect(new Set(kbliList.map(({ code }) => code)).size).toBe(kbliList.length);
  for (const { code } of kbliList) expect(code).toMatch(/^\d{5}$/);
});

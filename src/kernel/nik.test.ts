import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNik, parseNik, type NikContext } from './nik.ts';

// Province 99 does not exist, so that no number here can be a real person's; its warning is taken for granted.
const woman = '9999014105900001';

function warningsOf(text: string, context: NikContext = {}): string[] {
  const read = parseNik(text, context);
  if (!read.ok) throw new Error(read.problem.code);
  return read.warnings
    .map((warning) => warning.code)
    .filter((code) => code !== 'nik.unknown-province');
}

describe('A NIK', () => {
  it('tells place of first registration, sex and birth date', () => {
    expect(parseNik(woman, { today: '2026-11-22' })).toMatchObject({
      ok: true,
      value: { number: woman, registeredAt: '99.99.01', sex: 'female', birthDates: ['1990-05-01'] },
    });
    expect(parseNik('9999010105900001')).toMatchObject({ value: { sex: 'male' } });
  });

  it('may be written with spaces, points and an apostrophe', () => {
    expect(parseNik("'9999 01.410590-0001")).toMatchObject({ ok: true, value: { number: woman } });
  });

  it.each([
    ['', 'nik.wrong-length'],
    ['999901410590001', 'nik.wrong-length'],
    ['99990141059000011', 'nik.wrong-length'],
    ['99990141O5900001', 'nik.not-digits'],
    ['9.99901E+15', 'nik.rounded-by-spreadsheet'],
    ['9,99901E+15', 'nik.rounded-by-spreadsheet'],
  ])('"%s" is refused as %s', (text, code) => {
    expect(parseNik(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    ['a province that does not exist', woman, 'nik.unknown-province'],
    ['sixteen equal digits', '1111111111111111', 'nik.all-equal'],
    ['a day after the last', '9999013201900001', 'nik.impossible-date'],
    ['day 40', '9999014001900001', 'nik.impossible-date'],
    ['month 13', '9999010113900001', 'nik.impossible-date'],
    ['31 April', '9999013104900001', 'nik.impossible-date'],
    [
      '29 February of a year that is no leap year in any century',
      '9999012902900001',
      'nik.impossible-date',
    ],
    ['no serial number', '9999010105900000', 'nik.no-serial'],
    ['a year that fits two centuries', '9999010105200001', 'nik.century-unclear'],
  ])('with %s is kept with a warning', (_, text, code) => {
    const read = parseNik(text, { today: '2026-11-22' });
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(read.warnings.map((warning) => warning.code)).toContain(code);
  });

  it('of 29 February is fine when one century has that day', () => {
    expect(warningsOf('9999012902000001', { today: '2026-11-22' })).toEqual([]);
  });

  it('of an owner takes the century in which she is grown up', () => {
    expect(warningsOf('9999010105200001', { today: '2026-11-22', leastAge: 17 })).toEqual([]);
    expect(parseNik('9999010105200001', { today: '2026-11-22', leastAge: 17 })).toMatchObject({
      value: { birthDates: ['1920-05-01'] },
    });
  });

  it('that differs from what was typed is a warning, never a refusal', () => {
    expect(
      warningsOf(woman, {
        today: '2026-11-22',
        birthDate: '1990-05-01',
        sex: 'female',
        kecamatan: '99.99.01',
      }),
    ).toEqual([]);
    expect(warningsOf(woman, { today: '2026-11-22', birthDate: '1990-01-05' })).toEqual([
      'nik.birth-date-differs',
    ]);
    expect(warningsOf(woman, { today: '2026-11-22', sex: 'male' })).toEqual(['nik.sex-differs']);
    expect(warningsOf(woman, { today: '2026-11-22', kecamatan: '15.71.01' })).toEqual([
      'nik.kecamatan-differs',
    ]);
  });

  it('of Papua, in codes since 2022, is known', () => {
    expect(parseNik('9701010105900001', { today: '2026-11-22' })).toMatchObject({ warnings: [] });
    expect(parseNik('2001010105900001', { today: '2026-11-22' })).toMatchObject({
      warnings: [{ code: 'nik.unknown-province' }],
    });
  });

  it('is masked but for its region and last two digits', () => {
    expect(maskNik(woman)).toBe('999901••••••••01');
  });
});

it('any sixteen digits are kept', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{16}$/), (text) => {
      expect(parseNik(text, { today: '2026-11-22', birthDate: '1990-05-01', sex: 'male' }).ok).toBe(
        true,
      );
    }),
  );
});

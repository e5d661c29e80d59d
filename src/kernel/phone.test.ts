import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, maskPhone, parsePhone, parsePhones } from './phone.ts';

describe('A phone number', () => {
  it.each([
    ['081234567890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['+62 (0)812 3456 7890', '+6281234567890'],
    ['0812.3456.7890', '+6281234567890'],
    ['HP: 0812 3456 7890', '+6281234567890'],
    ["'081234567890", '+6281234567890'],
  ])('is read from "%s"', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: phone, warnings: [] });
  });

  it.each([
    ['81234567890', '+6281234567890', 'phone.zero-missing'],
    ['81234567890.0', '+6281234567890', 'phone.zero-missing'],
    ['(0741) 123456', '+62741123456', 'phone.landline'],
    ['0812345', '+62812345', 'phone.unusual'],
  ])('is read from "%s" with a warning', (text, phone, code) => {
    expect(parsePhone(text)).toMatchObject({ ok: true, value: phone, warnings: [{ code }] });
  });

  it.each(['', '-', '08123', 'tidak ada', '+1 202 555 0100', '8.12E+10', '0812345678901234567'])(
    'is not "%s"',
    (text) => {
      expect(parsePhone(text)).toMatchObject({
        ok: false,
        problem: { code: 'phone.not-a-number' },
      });
    },
  );

  it('is shown as people read it, and masked', () => {
    expect(formatPhone('+6281234567890')).toBe('0812-3456-7890');
    expect(maskPhone('+6281234567890')).toMatch(/^•+890$/);
  });
});

describe('A cell with several phones', () => {
  const valuesOf = (cell: string) =>
    parsePhones(cell).map((read) => (read.ok ? read.value : read.problem.code));

  it.each([
    ['081234567890 / 081345678901', ['+6281234567890', '+6281345678901']],
    ['081234567890, 0741-123456', ['+6281234567890', '+62741123456']],
    ['081234567890 081345678901', ['+6281234567890', '+6281345678901']],
    ['081234567890\n81345678901', ['+6281234567890', '+6281345678901']],
    ['081234567890 atau 081345678901', ['+6281234567890', '+6281345678901']],
    ['0812 3456 7890', ['+6281234567890']],
    ['081234567890;', ['+6281234567890']],
    ['tidak ada / 081234567890', ['phone.not-a-number', '+6281234567890']],
    ['', []],
  ])('%j gives %j', (cell, phones) => {
    expect(valuesOf(cell)).toEqual(phones);
  });
});

it('every mobile number is the same number however it is written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^8[1-9]\d{8,9}$/), (national) => {
      const phone = `+62${national}`;
      for (const written of [
        `0${national}`,
        `62${national}`,
        phone,
        national,
        formatPhone(phone),
      ]) {
        expect(parsePhone(written)).toMatchObject({ ok: true, value: phone });
      }
    }),
  );
});

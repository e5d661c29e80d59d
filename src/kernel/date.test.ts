import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  businessDateOf,
  dateOfDayNumber,
  dayNumber,
  diffDays,
  formatDate,
  isBusinessDate,
  mondayOf,
  nextWeekday,
  parseDate,
  weekdayOf,
} from './date.ts';

describe('A business date', () => {
  it('exists in the calendar', () => {
    expect(['2026-11-22', '2024-02-29', '2000-02-29'].every(isBusinessDate)).toBe(true);
    expect(
      ['2026-02-29', '1900-02-29', '2026-13-01', '2026-1-1', '2026-11-31', 20261122, null].some(
        isBusinessDate,
      ),
    ).toBe(false);
  });

  it('is the day in the city, not in Greenwich', () => {
    const instant = new Date('2026-11-21T17:30:00Z');
    expect(businessDateOf(instant, 'Asia/Jakarta')).toBe('2026-11-22');
    expect(businessDateOf(instant, 'Asia/Jayapura')).toBe('2026-11-22');
    expect(businessDateOf(instant, 'UTC')).toBe('2026-11-21');
    expect(() => businessDateOf(instant, 'Asia/Nowhere')).toThrow(RangeError);
  });

  it('counts weekdays from Monday', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-29')).toBe(1);
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(nextWeekday('2026-11-22', 3)).toBe('2026-11-25');
    expect(nextWeekday('2026-11-25', 3)).toBe('2026-11-25');
  });

  it('keeps to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15');
    expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
  });

  it('makes people a year older on their birthday', () => {
    expect(ageOn('2008-11-22', '2026-11-21')).toBe(17);
    expect(ageOn('2008-11-22', '2026-11-22')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('is written as people here write it', () => {
    expect(formatDate('2026-11-22')).toBe('22 Nov 2026');
    expect(formatDate('2026-08-17')).toBe('17 Agu 2026');
    expect(formatDate('2026-08-17', 'en')).toBe('17 Aug 2026');
    expect(formatDate('2026-05-01', 'id', 'long')).toBe('1 Mei 2026');
    expect(formatDate('2026-11-22', 'id', 'day')).toBe('Minggu, 22 November 2026');
    expect(formatDate('2026-11-22', 'en', 'day')).toBe('Sunday, 22 November 2026');
  });
});

describe('A date is read', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['22-11-2026', '2026-11-22'],
    ['1.5.1990', '1990-05-01'],
    ['22 Nov 2026', '2026-11-22'],
    ['17 Agustus 1945', '1945-08-17'],
    ['17 AGT 1945', '1945-08-17'],
    ['3 Pebruari 1980', '1980-02-03'],
    ['5-Mei-1990', '1990-05-05'],
    ['Jambi, 22 November 2026', '2026-11-22'],
    ['Minggu, 22 Nopember 2026', '2026-11-22'],
    ['2026-11-22T00:00:00.000Z', '2026-11-22'],
    ['22/11/2026 00:00', '2026-11-22'],
  ])('from "%s"', (text, date) => {
    expect(parseDate(text)).toEqual({ ok: true, value: date, warnings: [] });
  });

  it.each([
    ['22/11/26', '2026-11-22', 'date.two-digit-year'],
    ['1/5/90', '1990-05-01', 'date.two-digit-year'],
    ['5-Aug-90', '1990-08-05', 'date.two-digit-year'],
    ['11/22/2026', '2026-11-22', 'date.month-first'],
    ['32994', '1990-05-01', 'date.spreadsheet-number'],
  ])('from "%s" with a warning', (text, date, code) => {
    expect(parseDate(text)).toMatchObject({ ok: true, value: date, warnings: [{ code }] });
  });

  it.each([
    ['', 'date.empty'],
    ['31/02/2026', 'date.does-not-exist'],
    ['29 Februari 2026', 'date.does-not-exist'],
    ['13/13/2026', 'date.does-not-exist'],
    ['Mei 1990', 'date.not-a-date'],
    ['1990', 'date.not-a-date'],
    ['99999', 'date.not-a-date'],
    ['kemarin', 'date.not-a-date'],
    ['5 Foo 1990', 'date.not-a-date'],
  ])('and "%s" is refused as %s', (text, code) => {
    expect(parseDate(text)).toMatchObject({ ok: false, problem: { code } });
  });
});

const dates = fc
  .integer({ min: dayNumber('1900-01-01'), max: dayNumber('2150-12-31') })
  .map(dateOfDayNumber);

it('days added are days counted, and text order is time order', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
      const moved = addDays(date, days);
      expect(diffDays(date, moved)).toBe(days);
      expect(moved > date).toBe(days > 0);
      expect(weekdayOf(moved)).toBe(((((weekdayOf(date) - 1 + days) % 7) + 7) % 7) + 1);
    }),
  );
});

it('a written date is read back in both languages', () => {
  fc.assert(
    fc.property(
      dates,
      fc.constantFrom('id', 'en'),
      fc.constantFrom('short', 'long', 'day'),
      (date, lang, style) => {
        expect(parseDate(formatDate(date, lang, style))).toMatchObject({ ok: true, value: date });
      },
    ),
  );
});

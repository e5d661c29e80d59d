import { expect, test } from 'vitest';
import { addDays } from '#kernel/date.ts';
import type { AreaCoverage, LeadershipFigures, WeekOfDeposits } from './figures.ts';
import { headlineOf, longestUnvisited, trendOf } from './headline.ts';

const today = '2026-11-22';

function weeksOf(onTime: readonly number[]): WeekOfDeposits[] {
  return onTime.map((percent, index) => ({
    monday: addDays('2026-11-16', 7 * (index + 1 - onTime.length)),
    dueRupiah: 1000n,
    receivedRupiah: 1000n,
    onTimeRupiah: BigInt(percent * 10),
  }));
}

function area(name: string, lastVisitOn: string | null): AreaCoverage {
  return {
    code: name,
    name,
    tileColumn: 1,
    tileRow: 1,
    businesses: 100n,
    reached: 10n,
    lastVisitOn,
  };
}

const usual: LeadershipFigures = {
  today,
  members: 801n,
  groups: 21n,
  businesses: 10_763n,
  onTime: {
    now: { numerator: 962n, denominator: 1000n },
    before: { numerator: 951n, denominator: 1000n },
  },
  par1: { numerator: 0n, denominator: 1n },
  par7: { numerator: 0n, denominator: 1n },
  par30: {
    now: { numerator: 24n, denominator: 1000n },
    before: { numerator: 27n, denominator: 1000n },
  },
  coverage: [area('Pelayangan', '2026-11-03'), area('Telanaipura', '2026-11-20')],
  findings: [
    { departmentId: 'a', name: 'Dinkes', open: 12n, overdue: 4n },
    { departmentId: 'b', name: 'PUPR', open: 9n, overdue: 3n },
  ],
  meetings: { held: 20n, cancelled: 1n, missing: 0n, ahead: 0n },
  lastWeekMeetings: { held: 21n, cancelled: 0n, missing: 0n, ahead: 0n },
  weeks: weeksOf([93, 94, 95, 96]),
  funnel: { registered: 10_400n, served: 3904n, met: 2210n, lent: 412n },
  mentorsReporting: { numerator: 5n, denominator: 5n },
  fieldData: { in: 4n, officers: 5n, oldestUnsentDays: 3 },
};

test('says how many, how many met, how it moves and what needs attention', () => {
  const { title, lead } = headlineOf(usual);
  expect(title.id).toBe('801 anggota, 21 kelompok. Minggu ini 20 dari 21 bertemu.');
  expect(title.en).toBe('801 members, 21 groups. 20 of 21 met this week.');
  expect(lead.id).toBe(
    'Setoran tepat waktu naik tiga minggu berturut-turut. Yang perlu perhatian: Pelayangan belum dikunjungi sejak 3 Nov, dan 7 temuan di dinas lewat batas waktu.',
  );
  expect(lead.en).toBe(
    'Payment on time rose three weeks in a row. What needs attention: Pelayangan has not been visited since 3 Nov and 7 findings at departments are overdue.',
  );
});

test('on a Monday morning it speaks of last week', () => {
  const monday = { ...usual, meetings: { held: 0n, cancelled: 0n, missing: 0n, ahead: 21n } };
  expect(headlineOf(monday).title.id).toBe(
    '801 anggota, 21 kelompok. Minggu lalu 21 dari 21 bertemu.',
  );
});

test('says so when nothing needs attention', () => {
  const calm = {
    ...usual,
    coverage: [area('Telanaipura', '2026-11-20')],
    findings: [],
    weeks: weeksOf([95, 95]),
  };
  expect(headlineOf(calm).lead.id).toBe('Tidak ada yang lewat batas waktu.');
});

test('an empty city is told what comes first', () => {
  expect(headlineOf({ ...usual, groups: 0n, members: 0n }).title.id).toBe(
    'Belum ada kelompok yang dikukuhkan.',
  );
});

test('a trend counts finished weeks only', () => {
  expect(trendOf(weeksOf([93, 94, 95, 96]), today)).toBe(3);
  expect(trendOf(weeksOf([93, 94, 95, 10]), '2026-11-18')).toBe(2);
  expect(trendOf(weeksOf([96, 95, 94]), today)).toBe(-2);
  expect(trendOf(weeksOf([94, 96, 95, 96]), today)).toBe(1);
});

test('the kecamatan that waited longest is named, one never visited first', () => {
  const areas = [
    area('Pasar Jambi', '2026-11-01'),
    area('Pelayangan', '2026-10-20'),
    area('Jelutung', '2026-11-19'),
  ];
  expect(longestUnvisited(areas, today)?.name).toBe('Pelayangan');
  expect(longestUnvisited([...areas, area('Danau Teluk', null)], today)?.name).toBe('Danau Teluk');
});

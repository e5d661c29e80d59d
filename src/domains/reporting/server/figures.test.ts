import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { noteSight } from '#domains/access/server/index.ts';
import { permilleOf } from '../measure.ts';
import { testCity } from '#test/database.ts';
import { enrolmentOf, newIdentity } from '#test/field/field-phone.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import {
  columnsOf,
  currentFigures,
  indicatorRows,
  leadershipFigures,
  measureOf,
  snapshotsOf,
} from './index.ts';
import type { IndicatorName } from '../indicator.ts';

// Six women owe Rp 2,000,000 each, Rp 50,000 a week (40,000 of it principal), every Wednesday from 25 November.
const house = useHouse('2026-11-18T01:00:00Z');
const today = '2026-12-03';
const nowhere = {
  all: false,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};
const everywhere = { ...nowhere, all: true };
let melati: Melati;
let third: string | undefined;

beforeAll(async () => {
  melati = await foundMelati(house);
  const meetings = await house.app.read(testCity, (db) =>
    sql<{
      id: string;
    }>`select id from mentoring.meeting where city_id = ${db.city} order by held_on`.execute(db),
  );
  let first, second;
  [first, second, third] = meetings.rows.map((meeting) => meeting.id);
  house.now = new Date('2026-11-25T08:00:00Z');
  const nurhayati = melati.member('Nurhayati').id;
  const rohani = melati.member('Rohani').id;
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    meetingId: first,
    lines: melati.members.map(({ id }) => ({
      personId: id,
      presence: id === nurhayati ? 'absent' : 'present',
      repaymentRupiah: id === nurhayati ? '0' : id === rohani ? '20000' : '50000',
      savingsRupiah: '0',
    })),
    covers: [{ obligorId: rohani, payerId: melati.member('Yusnidar').id, amountRupiah: '30000' }],
    coversAgreed: true,
    problems: [
      {
        topic: 'permit',
        text: 'Sertifikat PKP belum keluar',
        departmentId: melati.department,
        dueOn: '2026-11-30',
      },
    ],
    count: [{ denomination: 50_000, pieces: 5 }],
  });
  house.now = new Date('2026-12-02T08:00:00Z');
  await house.does(melati.mentor, 'mentoring.cancel-meeting', {
    meetingId: second,
    why: 'Hujan lebat',
  });
  house.now = new Date('2026-12-03T02:00:00Z');
});

const figures = (day = today) =>
  house.app.read(testCity, (db) => leadershipFigures(db, { today: day }));

function rowsOf(name: IndicatorName, names = everywhere, day = today) {
  const ask = { cut: { today: day }, names, kecamatan: null, size: 50, offset: 0 };
  return house.app.read(testCity, (db) => indicatorRows(db, name, ask));
}

describe('The figures of a small world, counted by hand', () => {
  it('count people, groups and businesses once', async () => {
    expect(await figures()).toMatchObject({ members: 6n, groups: 1n, businesses: 6n });
  });

  it('call on time only what the women paid themselves', async () => {
    const { onTime, weeks } = await figures();
    expect(onTime.now).toEqual({ numerator: 220_000n, denominator: 300_000n });
    expect(onTime.before).toEqual({ numerator: 0n, denominator: 0n });
    expect(weeks).toHaveLength(26);
    expect(weeks.at(-2)).toEqual({
      monday: '2026-11-23',
      dueRupiah: 300_000n,
      receivedRupiah: 250_000n,
      onTimeRupiah: 220_000n,
    });
    expect(weeks.at(-1)).toMatchObject({ monday: '2026-11-30', dueRupiah: 0n, receivedRupiah: 0n });
  });

  it('put the whole outstanding principal of a late loan at risk', async () => {
    // Five paid 40,000 of principal each; Nurhayati is eight days late, the others one day since the cancelled meeting.
    const { par1, par7, par30 } = await figures();
    const outstanding = 6n * 2_000_000n - 5n * 40_000n;
    expect(par1).toEqual({ numerator: 2_000_000n, denominator: outstanding });
    expect(par7).toEqual({ numerator: 2_000_000n, denominator: outstanding });
    expect(par30.now).toEqual({ numerator: 0n, denominator: outstanding });
    expect(permilleOf(par7)).toBe(169);
  });

  it('measure the portfolio of an earlier day as it stood then', async () => {
    const { par1 } = await figures('2026-11-24');
    expect(par1).toEqual({ numerator: 0n, denominator: 12_000_000n });
  });

  it('reach whoever was present, in her kecamatan', async () => {
    const { coverage } = await figures();
    expect(coverage).toHaveLength(11);
    expect(coverage.find((area) => area.code === '15.71.01')).toMatchObject({
      businesses: 6n,
      reached: 5n,
      lastVisitOn: null,
    });
    expect(coverage.find((area) => area.code === '15.71.02')).toMatchObject({
      businesses: 0n,
      reached: 0n,
    });
  });

  it('tell held, cancelled and coming meetings of the week apart', async () => {
    const now = await figures();
    expect(now.meetings).toEqual({ held: 0n, cancelled: 1n, missing: 0n, ahead: 0n });
    expect(now.lastWeekMeetings).toEqual({ held: 1n, cancelled: 0n, missing: 0n, ahead: 0n });
  });

  it('find the overdue finding at its department', async () => {
    const { findings } = await figures();
    expect(findings).toEqual([
      { departmentId: melati.department, name: 'Dinas Kesehatan', open: 1n, overdue: 1n },
    ]);
  });

  it('count each person once on the way from the register to capital', async () => {
    expect((await figures()).funnel).toEqual({ registered: 6n, served: 6n, met: 5n, lent: 6n });
  });
});

describe('Figures that are remembered', () => {
  const programme = {};
  const current = () => house.app.read(testCity, (db) => currentFigures(programme, db, { today }));

  it('are the same until a command changes something, and then new ones', async () => {
    const [one, other] = await Promise.all([current(), current()]);
    expect(other.weeks).toBe(one.weeks);
    expect(one).toEqual(await figures());
    await house.does(melati.mentor, 'mentoring.cancel-meeting', {
      meetingId: third,
      why: 'Pasar malam',
    });
    expect((await current()).weeks).not.toBe(one.weeks);
  });

  it('ask anew what phones still hold, though a phone that reports is no command', async () => {
    const since = '2026-11-30T02:00:00Z';
    const { deviceId, ...phone } = enrolmentOf(newIdentity());
    await house.does(melati.mentor, 'access.enrol-device', { deviceId, ...phone });
    const seen = (pending: { count: number; oldestAt: string | null }, at: string) =>
      house.database.write((tx) =>
        noteSight(tx, { deviceId, pending, lost: [], now: new Date(at) }),
      );
    const fieldData = async (day = today) =>
      (await house.app.read(testCity, (db) => currentFigures(programme, db, { today: day })))
        .fieldData;
    const before = await current();
    await seen({ count: 2, oldestAt: since }, '2026-12-03T01:00:00Z');
    expect(await fieldData()).toEqual({ in: 0n, officers: 1n, oldestUnsentDays: 3 });
    expect((await rowsOf('kiriman-lapangan')).rows).toEqual([
      expect.objectContaining({ state: 'unsent', unsent: 2n, unsent_since: '2026-11-30' }),
    ]);
    // What it still holds has arrived with this very push: its age says nothing any more.
    await seen({ count: 0, oldestAt: since }, '2026-12-03T02:00:00Z');
    expect(await fieldData()).toEqual({ in: 1n, officers: 1n, oldestUnsentDays: null });
    expect((await current()).weeks).toBe(before.weeks);
    expect(await fieldData('2026-12-06')).toMatchObject({ in: 1n });
    expect(await fieldData('2026-12-07')).toMatchObject({ in: 0n, officers: 1n });
    expect((await rowsOf('kiriman-lapangan', everywhere, '2026-12-07')).rows).toEqual([
      expect.objectContaining({ state: 'unseen', unsent: 0n, seen_on: '2026-12-03' }),
    ]);
  });
});

describe('The rows behind a figure', () => {
  it('are as many as the figure counts', async () => {
    const now = await figures();
    for (const name of [
      'anggota',
      'kelompok',
      'usaha',
      'terjangkau',
      'temuan',
      'temuan-lewat',
      'dilayani',
      'ditemui',
      'permodalan',
    ] as const) {
      expect({ name, rows: BigInt((await rowsOf(name)).total) }).toEqual({
        name,
        rows: measureOf(now, name).numerator,
      });
    }
  });

  it('name the late loan, and its sum is the figure', async () => {
    const { rows } = await rowsOf('par7');
    expect(rows).toEqual([
      expect.objectContaining({
        name: 'Nurhayati',
        outstanding: 2_000_000n,
        late_since: '2026-11-25',
        days_late: 8,
      }),
    ]);
  });

  it('say nobody’s name to those who may not open people', async () => {
    const { rows } = await rowsOf('anggota', nowhere);
    expect(rows.map((row) => row.name)).toEqual(Array(6).fill(null));
    expect(columnsOf('anggota', nowhere).map((column) => column.key)).not.toContain('name');
  });

  it('name people only where the reader works', async () => {
    const { rows } = await rowsOf('anggota', { ...nowhere, kecamatan: ['15.71.01'] as never });
    expect(rows.every((row) => typeof row.name === 'string')).toBe(true);
    const { rows: elsewhere } = await rowsOf('anggota', {
      ...nowhere,
      kecamatan: ['15.71.02'] as never,
    });
    expect(elsewhere.every((row) => row.name === null)).toBe(true);
  });
});

describe('Freezing', () => {
  it('keeps the figures of a day once', async () => {
    const frozen = await house.does(melati.head, 'reporting.freeze-snapshot', {});
    expect(frozen).toMatchObject({ asOf: today });
    await expect(house.does(melati.head, 'reporting.freeze-snapshot', {})).rejects.toMatchObject({
      code: 'reporting.already-frozen',
    });
    const [kept] = await house.app.read(testCity, (db) => snapshotsOf(db, 'par7'));
    expect(kept).toMatchObject({
      asOf: today,
      numerator: 2_000_000n,
      denominator: 11_800_000n,
      frozenBy: 'Hj. Ratna',
    });
  });

  it('is not for an officer', async () => {
    await expect(house.does(melati.officer, 'reporting.freeze-snapshot', {})).rejects.toMatchObject(
      { code: 'command.not-allowed' },
    );
  });
});

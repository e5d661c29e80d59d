import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays, diffDays, mondayOf, weekdayOf } from '#kernel/date.ts';
import { makeLoans } from './borrowing.ts';
import type { DemoLoan } from './borrowing.ts';
import { instant, refreshStatistics, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import { answerTo } from './findings.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoIds } from './ids.ts';
import { demoCity } from './jambi.ts';
import { lendToGroup } from './lend.ts';
import type { Random } from './random.ts';
import { makeSheet } from './sheet.ts';
import type { DemoSheet } from './sheet.ts';
import type { VisitBatch } from './visits.ts';

const weeksPlannedAhead = 8;
/** After the first loans and the first meetings, tables grow many times over; later by little. */
const growingWeeks: ReadonlySet<number> = new Set([-1, 0, 2, 8]);

/**
 * Days of a week that are played side by side. On Monday the bags are emptied, so nothing runs beside it; a finding is
 * answered three days after its meeting at the earliest, so no answer lies within a stride.
 */
const strides = [[0], [1, 2, 3], [4, 5, 6]] as const;

interface HalfYear {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly visits: readonly VisitBatch[];
  readonly productId: string;
  readonly today: BusinessDate;
  /** Weeks of meetings before the week of today. */
  readonly weeks: number;
  readonly ids: DemoIds;
  readonly random: Random;
}

/** What the half year remembers from day to day. */
interface Running extends HalfYear {
  readonly loans: Map<string, DemoLoan[]>;
  /** Meeting ids by group and day. */
  readonly meetings: ReadonlyMap<string, string>;
  /** Work that follows from a meeting on a later day. */
  readonly later: Map<BusinessDate, (() => Promise<unknown>)[]>;
  slips: number;
}

/**
 * Plays the last half year, a few days at a time: loans, meetings, cash bags, visits, answers to findings. Meetings of today are
 * left to be held.
 */
export async function playHalfYear(year: HalfYear): Promise<void> {
  const start = addDays(mondayOf(year.today), -7 * year.weeks);
  const running: Running = {
    ...year,
    loans: new Map(),
    meetings: await planMeetings(year, start),
    later: new Map(),
    slips: 0,
  };
  for (let monday = addDays(start, -7); monday < year.today; monday = addDays(monday, 7)) {
    for (const days of strides) {
      const here = days.map((day) => addDays(monday, day)).filter((day) => day < year.today);
      await Promise.all(here.map((day) => playDay(running, day)));
    }
    if (growingWeeks.has(diffDays(start, monday) / 7))
      await refreshStatistics(year.house, 'meetings');
  }
}

async function planMeetings(
  { house, city, groups, today, ids }: HalfYear,
  start: BusinessDate,
): Promise<Map<string, string>> {
  await Promise.all(
    groups.map((group) =>
      send(house, {
        kind: 'mentoring.plan-meetings',
        actor: city.actor('koordinator'),
        at: instant(addDays(start, -8), '10:00'),
        body: {
          seriesId: ids.next(),
          groupId: group.id,
          weekday: group.weekday,
          startTime: group.startTime,
          place: group.place,
          mentorId: city.actor(group.mentor).userId,
          from: start,
          until: addDays(mondayOf(today), 7 * weeksPlannedAhead - 1),
        },
      }),
    ),
  );
  const planned = await house.read(demoCity.code, (db) =>
    sql<{ id: string; group_id: string; held_on: BusinessDate }>`
      select id, group_id, held_on from mentoring.meeting where city_id = ${db.city}`.execute(db),
  );
  return new Map(
    planned.rows.map((meeting) => [`${meeting.group_id} ${meeting.held_on}`, meeting.id]),
  );
}

async function playDay(running: Running, day: BusinessDate): Promise<void> {
  const lending = running.groups.filter((group) => lendsOn(running, group) === day);
  for (const group of lending) await lend(running, group, day);
  const mondayAfter = weekdayOf(day) === 1;
  const due = running.later.get(day) ?? [];
  const visits = running.visits.filter((batch) => batch.on === day);
  // Different groups, bags and departments: they may run side by side.
  await Promise.all([
    ...running.groups
      .filter((group) => group.weekday === weekdayOf(day))
      .map((group) => meet(running, group, day)),
    ...visits.map((batch) => visit(running, batch)),
    ...due.map((work) => work()),
  ]);
  if (mondayAfter) await emptyBags(running, day);
}

/** The day a group's money is handed out: a week before its first instalment, on its own weekday. */
function lendsOn({ today, weeks }: HalfYear, group: DemoGroup): BusinessDate | null {
  if (group.lentWeeksAgo === null) return null;
  const weeksAgo = Math.min(group.lentWeeksAgo, weeks + 1);
  return addDays(mondayOf(today), -7 * weeksAgo + group.weekday - 1);
}

async function lend(running: Running, group: DemoGroup, on: BusinessDate): Promise<void> {
  const loans = makeLoans(group, addDays(on, 7), running.random.fork(`loans ${group.name}`));
  running.loans.set(group.id, loans);
  await lendToGroup(running.house, running.city, { ...running, group, loans, on });
}

async function meet(running: Running, group: DemoGroup, on: BusinessDate): Promise<void> {
  const meetingId = running.meetings.get(`${group.id} ${on}`);
  if (meetingId === undefined) return;
  const random = running.random.fork(`meeting ${group.name} ${on}`);
  const actor = running.city.actor(group.mentor);
  const at = instant(on, group.startTime, 4000);
  if (random.chance(0.012) || isTheOneMissedThisWeek(running, group, on)) {
    const why = random.pick([
      'Hujan lebat dan jalan tergenang',
      'Hajatan besar di kampung',
      'Listrik padam, diganti minggu depan',
    ]);
    await send(running.house, {
      kind: 'mentoring.cancel-meeting',
      actor,
      at,
      body: { meetingId, why },
    });
    return;
  }
  const body = makeSheet(
    {
      meetingId,
      group,
      loans: running.loans.get(group.id) ?? [],
      on,
      since: addDays(on, -7),
      departments: running.city.institutions,
      week: Math.floor(diffDays('2026-01-05', on) / 7),
    },
    random,
  );
  const answer = await send(running.house, { kind: 'mentoring.close-meeting', actor, at, body });
  planAnswers(running, { answer, body, on }, random);
}

/** One group of the week did not meet, so that the leadership's sentence has something to say; one that saves only. */
function isTheOneMissedThisWeek(
  { today, groups }: HalfYear,
  group: DemoGroup,
  on: BusinessDate,
): boolean {
  return (
    on >= mondayOf(today) &&
    group === groups.find((one) => one.lentWeeksAgo === null && one.weekday === 4)
  );
}

/** Most findings are answered within their two weeks, some late, a few not at all. */
function planAnswers(
  running: Running,
  closed: { answer: unknown; body: DemoSheet; on: BusinessDate },
  random: Random,
): void {
  const cases = (closed.answer as { cases?: readonly { id: string }[] }).cases ?? [];
  cases.forEach((raised, index) => {
    const problem = closed.body.problems?.[index];
    if (!problem || random.chance(0.09)) return;
    const on = addDays(
      closed.on,
      random.weighted([
        [3, 20],
        [6, 30],
        [9, 22],
        [13, 16],
        [18, 8],
        [26, 4],
      ]),
    );
    const department =
      Object.entries(running.city.institutions).find(
        ([, id]) => id === problem.departmentId,
      )?.[0] ?? 'dinas';
    const login = department === 'dinas' ? 'petugas' : department;
    const work = () =>
      send(running.house, {
        kind: 'voice.answer-case',
        actor: running.city.actor(login),
        at: instant(on, '15:00'),
        body: { caseId: raised.id, answer: answerTo(problem.text), close: random.chance(0.85) },
      });
    running.later.set(on, [...(running.later.get(on) ?? []), work]);
  });
}

async function visit(running: Running, batch: VisitBatch): Promise<void> {
  const mentor =
    running.groups.find((group) => group.kecamatanCode === batch.kecamatan)?.mentor ?? 'pendamping';
  await send(running.house, {
    kind: 'mentoring.record-visits',
    actor: running.city.actor(mentor),
    at: instant(batch.on, '16:30'),
    body: {
      visits: batch.visits.map((one) => ({
        ...one,
        turnoverMonthRupiah: one.turnoverMonthRupiah?.toString() ?? null,
      })),
    },
  });
}

/** Every Monday the mentors hand the week's cash to the cooperative's cashier. */
async function emptyBags(running: Running, on: BusinessDate): Promise<void> {
  const bags = await running.house.read(demoCity.code, (db) =>
    sql<{ id: string; balance: bigint }>`
      select b.id, a.balance from mentoring.bag b join ledger.account a on a.city_id = b.city_id and a.id = b.account_id
      where b.city_id = ${db.city} and a.balance > 0 order by b.id`.execute(db),
  );
  await Promise.all(
    bags.rows.map((bag) => {
      running.slips += 1;
      return send(running.house, {
        kind: 'mentoring.deposit-bag',
        actor: running.city.actor('kasir'),
        at: instant(on, '16:00', running.slips),
        body: {
          depositId: running.ids.next(),
          bagId: bag.id,
          amountRupiah: bag.balance.toString(),
          into: 'till',
          slipNumber: `SS-${on.slice(0, 4)}-${String(running.slips).padStart(4, '0')}`,
        },
      });
    }),
  );
}

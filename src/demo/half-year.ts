import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays, diffDays, mondayOf } from '#kernel/date.ts';
import { makeLoans } from './borrowing.ts';
import type { DemoLoan } from './borrowing.ts';
import { instant, refreshStatistics, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import { answerTo } from './findings.ts';
import { loginAt } from './found-city.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import { demoIds } from './ids.ts';
import type { DemoIds } from './ids.ts';
import { inStep } from './in-step.ts';
import { demoCity } from './jambi.ts';
import { lendToGroup } from './lend.ts';
import type { Random } from './random.ts';
import { makeSheet } from './sheet.ts';
import type { DemoSheet } from './sheet.ts';

const weeksPlannedAhead = 8;
/** After the first loans and the first meetings, tables grow many times over; later by little. */
const growingWeeks: ReadonlySet<number> = new Set([0, 1, 3, 9]);

interface HalfYear {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly productId: string;
  readonly today: BusinessDate;
  /** Weeks of meetings before the week of today. */
  readonly weeks: number;
  readonly random: Random;
  /** What the office does in the evenings up to a day, once nobody in the field acts before it any more. */
  readonly evenings: (until: BusinessDate) => Promise<void>;
}

/** What the field work of one mentor remembers from week to week. Her bag and her groups are nobody else's. */
interface Lane extends HalfYear {
  readonly mentor: string;
  readonly ids: DemoIds;
  readonly loans: Map<string, DemoLoan[]>;
  /** Meeting ids by group and day. */
  readonly meetings: ReadonlyMap<string, string>;
  /** Answers that follow from a meeting in a later week, by its Monday. */
  readonly later: Map<BusinessDate, (() => Promise<unknown>)[]>;
  readonly slipBook: number;
  slips: number;
}

/**
 * Plays the last half year: loans, meetings, cash bags, answers to findings; meetings of today are left to be
 * held. Each mentor's weeks follow one another, and different mentors' run side by side, nobody more than a week ahead
 * of another.
 */
export async function playHalfYear(year: HalfYear): Promise<void> {
  const start = addDays(mondayOf(year.today), -7 * year.weeks);
  const meetings = await planMeetings(year, start);
  const mondays = Array.from({ length: year.weeks + 2 }, (_, week) =>
    addDays(start, 7 * (week - 1)),
  );
  const mentors = [...new Set(year.groups.map((group) => group.mentor))];
  const lanes = mentors.map((mentor, index): Lane => {
    const random = year.random.fork(`lane ${mentor}`);
    const ids = demoIds(instant(addDays(start, -30), `00:${index + 10}`), random);
    return {
      ...year,
      groups: year.groups.filter((group) => group.mentor === mentor),
      mentor,
      ids,
      meetings,
      loans: new Map(),
      later: new Map(),
      slipBook: index + 1,
      slips: 0,
    };
  });
  await inStep(mondays, {
    lanes: lanes.map((lane) => (monday: BusinessDate) => playWeek(lane, monday)),
    after: async (monday, week) => {
      if (growingWeeks.has(week)) await refreshStatistics(year.house, 'meetings');
      // The last days are not over for the counter.
      const until = addDays(monday, 6);
      if (until < addDays(year.today, -1)) await year.evenings(until);
    },
  });
}

async function planMeetings(
  { house, city, groups, today, random }: HalfYear,
  start: BusinessDate,
): Promise<Map<string, string>> {
  const ids = demoIds(instant(addDays(start, -30), '00:00'), random.fork('series'));
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

/** All her meetings move the one bag: more of them side by side would only wait for it. */
const meetingsAtOnce = 2;

/** A mentor's week: on Monday the cash of the week before goes to the cashier, so nothing of hers runs beside it. */
async function playWeek(lane: Lane, monday: BusinessDate): Promise<void> {
  const meetIn = (groups: readonly DemoGroup[]) =>
    Promise.all(
      groups.map((group) => playGroupDay(lane, group, addDays(monday, group.weekday - 1))),
    );
  const groups = lane.groups.toSorted((one, other) => one.weekday - other.weekday);
  await meetIn(groups.filter((group) => group.weekday === 1));
  if (monday < lane.today) await emptyBags(lane, monday);
  const later = groups.filter((group) => group.weekday > 1);
  for (let at = 0; at < later.length; at += meetingsAtOnce)
    await meetIn(later.slice(at, at + meetingsAtOnce));
  await Promise.all((lane.later.get(monday) ?? []).map((work) => work()));
}

async function playGroupDay(lane: Lane, group: DemoGroup, day: BusinessDate): Promise<void> {
  if (day >= lane.today) return;
  if (lendsOn(lane, group) === day) await lend(lane, group, day);
  await meet(lane, group, day);
}

/** The day a group's money is handed out: a week before its first instalment, on its own weekday. */
function lendsOn({ today, weeks }: HalfYear, group: DemoGroup): BusinessDate | null {
  if (group.lentWeeksAgo === null) return null;
  const weeksAgo = Math.min(group.lentWeeksAgo, weeks + 1);
  return addDays(mondayOf(today), -7 * weeksAgo + group.weekday - 1);
}

async function lend(lane: Lane, group: DemoGroup, on: BusinessDate): Promise<void> {
  const loans = makeLoans(group, addDays(on, 7), lane.random.fork(`loans ${group.name}`));
  lane.loans.set(group.id, loans);
  await lendToGroup(lane.house, lane.city, { ...lane, group, loans, on });
}

async function meet(lane: Lane, group: DemoGroup, on: BusinessDate): Promise<void> {
  const meetingId = lane.meetings.get(`${group.id} ${on}`);
  if (meetingId === undefined) return;
  const random = lane.random.fork(`meeting ${group.name} ${on}`);
  const actor = lane.city.actor(group.mentor);
  const at = instant(on, group.startTime, 4000);
  if (random.chance(0.012) || isTheOneMissedThisWeek(lane, group, on)) {
    const why = random.pick([
      'Hujan lebat dan jalan tergenang',
      'Hajatan besar di kampung',
      'Listrik padam, diganti minggu depan',
    ]);
    await send(lane.house, {
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
      loans: lane.loans.get(group.id) ?? [],
      on,
      since: addDays(on, -7),
      departments: lane.city.institutions,
      week: Math.floor(diffDays('2026-01-05', on) / 7),
    },
    random,
  );
  const answer = await send(lane.house, { kind: 'mentoring.close-meeting', actor, at, body });
  planAnswers(lane, { answer, body, on }, random);
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
  lane: Lane,
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
    const login = loginAt(lane.city, problem.departmentId);
    const work = () =>
      send(lane.house, {
        kind: 'voice.answer-case',
        actor: lane.city.actor(login),
        at: instant(on, '15:00'),
        body: { caseId: raised.id, answer: answerTo(problem.text), close: random.chance(0.85) },
      });
    if (on >= lane.today) return;
    const week = mondayOf(on);
    lane.later.set(week, [...(lane.later.get(week) ?? []), work]);
  });
}

/** Every Monday a mentor hands the week's cash to the cooperative's cashier, on slips out of her own book. */
async function emptyBags(lane: Lane, on: BusinessDate): Promise<void> {
  const mentorId = lane.city.actor(lane.mentor).userId;
  const bags = await lane.house.read(demoCity.code, (db) =>
    sql<{ id: string; balance: bigint }>`
      select b.id, a.balance from mentoring.bag b join ledger.account a on a.city_id = b.city_id and a.id = b.account_id
      where b.city_id = ${db.city} and b.mentor_id = ${mentorId} and a.balance > 0 order by b.id`.execute(
      db,
    ),
  );
  for (const bag of bags.rows) {
    lane.slips += 1;
    await send(lane.house, {
      kind: 'mentoring.deposit-bag',
      actor: lane.city.actor('kasir'),
      at: instant(on, '16:00', lane.slips),
      body: {
        depositId: lane.ids.next(),
        bagId: bag.id,
        amountRupiah: bag.balance.toString(),
        into: 'till',
        slipNumber: `SS-${on.slice(0, 4)}-${lane.slipBook}${String(lane.slips).padStart(3, '0')}`,
      },
    });
  }
}

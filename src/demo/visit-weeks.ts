import { sql } from 'kysely';
import { visitFields } from '#domains/mentoring/visit-words.ts';
import type { Actor } from '#platform/command/command.ts';
import { addDays, mondayOf } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import { demoUsers } from './demo-users.ts';
import type { FoundedCity } from './found-city.ts';
import { demoIds } from './ids.ts';
import type { DemoIds } from './ids.ts';
import { demoCity } from './jambi.ts';
import type { Random } from './random.ts';
import { demoFinding, demoForm, demoTurnover } from './visit-answers.ts';
import type { DemoVisit } from './visits.ts';
import { unvisited } from './visits.ts';

interface VisitWeeks {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly today: BusinessDate;
  readonly ids: DemoIds;
  readonly random: Random;
}

interface Planned {
  readonly id: string;
  readonly businessId: string;
  readonly mentorId: string;
  readonly kecamatan: string;
  readonly on: BusinessDate;
}

const perDay = 4;
const visiting: ReadonlySet<string> = new Set(['pendamping', 'konsultan-plut']);

/** The mentors' plans of this week and the next: what lay before today was made, missed or not recorded yet. */
export async function playVisitWeeks(weeks: VisitWeeks): Promise<void> {
  const monday = mondayOf(weeks.today);
  await visitAsConsultant(weeks);
  await planWeek(weeks, monday, addDays(monday, -3));
  const planned = await plannedBefore(weeks, monday);
  const groups = new Map<string, Planned[]>();
  for (const one of planned) {
    const key = `${one.mentorId} ${one.kecamatan} ${one.on}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  await Promise.all([...groups.values()].map((visits, index) => makeThem(weeks, visits, index)));
  await planWeek(weeks, addDays(monday, 7), addDays(weeks.today, -1));
}

/** Where the PLUT consultant went on Thursdays of the last weeks: businesses that nobody had reached yet. */
async function visitAsConsultant({ house, city, today, ids, random }: VisitWeeks): Promise<void> {
  const monday = mondayOf(today);
  const weeksBack = 8;
  const each = 3;
  const { rows } = await house.read(demoCity.code, (db) =>
    sql<{ id: string }>`
      select b.id from registry.business b
      where b.city_id = ${db.city} and b.state = 'active' and b.kecamatan_code <> ${unvisited.kecamatan}
        and not exists (select from mentoring.visit v where v.city_id = b.city_id and v.business_id = b.id)
      order by b.id limit ${sql.lit(weeksBack * each)}`.execute(db),
  );
  for (let back = weeksBack; back >= 1; back -= 1) {
    const on = addDays(monday, 3 - 7 * back);
    const chosen = rows.slice((back - 1) * each, back * each);
    if (chosen.length === 0) continue;
    await send(house, {
      kind: 'mentoring.record-visits',
      actor: city.actor('plut'),
      at: instant(on, '16:00'),
      body: {
        visits: chosen.map(({ id }): DemoVisit => ({
          visitId: ids.next(),
          businessId: id,
          doneOn: on,
          minutes: random.between(40, 75),
          fields: random.shuffled(visitFields).slice(0, random.between(2, 4)),
          form: demoForm(random),
          ...demoTurnover(random),
          findings: [],
        })),
      },
    });
  }
}

function mentorsOf(city: FoundedCity): Actor[] {
  return demoUsers
    .filter((user) => user.roles.some((one) => visiting.has(one.role)))
    .map((user) => city.actor(user.login));
}

async function planWeek(
  { house, city, ids }: VisitWeeks,
  week: BusinessDate,
  on: BusinessDate,
): Promise<void> {
  await Promise.all(
    mentorsOf(city).map((mentor) =>
      send(house, {
        kind: 'mentoring.plan-visits',
        actor: city.actor('koordinator'),
        at: instant(on, '10:00'),
        body: {
          planId: ids.next(),
          mentorId: mentor.userId,
          week,
          perDay,
          seed: `apel pagi ${on}`,
        },
      }),
    ),
  );
}

async function plannedBefore(
  { house, today }: VisitWeeks,
  monday: BusinessDate,
): Promise<Planned[]> {
  const { rows } = await house.read(demoCity.code, (db) =>
    sql<Planned>`
      select q.id, q.business_id as "businessId", q.mentor_id as "mentorId", b.kecamatan_code as kecamatan, q.on_day as "on"
      from mentoring.planned_visit q join registry.business b on b.city_id = q.city_id and b.id = q.business_id
      where q.city_id = ${db.city} and q.on_day >= ${monday}::date and q.on_day < ${today}::date
      order by q.mentor_id, q.on_day, q.id`.execute(db),
  );
  return rows;
}

/** One mentor's planned visits of one day in one kecamatan: most were made, a few missed, the newest not recorded yet. */
async function makeThem(
  { house, city, today, random: all }: VisitWeeks,
  visits: readonly Planned[],
  index: number,
): Promise<void> {
  const first = visits[0];
  if (!first) return;
  const random = all.fork(`planned ${index}`);
  // Groups run side by side, so each draws ids of its own.
  const ids = demoIds(instant(addDays(today, -397), '00:00', index), random);
  const actor = mentorsOf(city).find((one) => one.userId === first.mentorId);
  if (!actor) return;
  const acrossTheRiver = first.kecamatan === unvisited.kecamatan;
  const missed = visits.filter(() => acrossTheRiver || random.chance(0.08));
  const made = visits.filter((one) => !missed.includes(one) && !random.chance(0.06));
  for (const one of missed)
    await send(house, {
      kind: 'mentoring.miss-visit',
      actor,
      at: instant(one.on, '16:00'),
      body: {
        plannedVisitId: one.id,
        why: acrossTheRiver ? 'weather' : random.pick(['away', 'closed']),
        note: acrossTheRiver ? 'Jalan seberang tergenang' : '',
      },
    });
  if (made.length === 0) return;
  const late = index % 7 === 3 && addDays(first.on, 3) < today;
  await send(house, {
    kind: 'mentoring.record-visits',
    actor,
    at: instant(late ? addDays(first.on, 3) : first.on, '17:00'),
    body: {
      visits: made.map((one, at): DemoVisit => ({
        visitId: ids.next(),
        businessId: one.businessId,
        plannedVisitId: one.id,
        doneOn: one.on,
        minutes: random.between(20, 55),
        fields: random.shuffled(['production', 'marketing', 'financing'] as const).slice(0, 2),
        form: demoForm(random),
        ...demoTurnover(random),
        findings: random.chance(0.15)
          ? [demoFinding({ on: one.on, institutions: city.institutions }, random)]
          : [],
        next: random.chance(0.3)
          ? { plannedVisitId: ids.next(), on: addDays(mondayOf(today), 8 + random.below(3)) }
          : null,
        ...(index === 0 && at === 0 ? mayorsVisit : {}),
      })),
    },
  });
}

/** The mayor came along once. */
const mayorsVisit: Pick<DemoVisit, 'ledBy' | 'companions'> = {
  ledBy: { name: 'H. Mahmud Rasyid', office: 'Wali Kota' },
  companions: [
    { name: 'Hj. Ratna Anggraini', office: 'Kepala Dinas' },
    { name: 'Mariani Hidayah', office: 'Dinas Kesehatan' },
    { name: 'Yusnidar Lubis', office: 'Disperindag' },
    { name: 'Andi Pratama', office: 'PLUT' },
    { name: 'Ketua RT 04', office: '' },
  ],
};

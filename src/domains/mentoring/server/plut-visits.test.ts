import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { scopeOf } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati, user } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { planningScope } from './plan-visits.ts';
import { listMonthlyReports } from './report-pages.ts';
import { visitDocuments } from './visit-documents.ts';
import { listVisits } from './visit-pages.ts';
import { listVisitingMentors, visitCoverage } from './visit-plan-pages.ts';

const house = useHouse('2026-11-18T01:00:00Z');
const list = {
  q: '',
  filters: {},
  sort: 'day',
  direction: 'desc' as const,
  offset: 0,
  size: 50,
};
let melati: Melati;
let andi: Actor;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  andi = await user(house, 'Andi Pratama', cityRole('konsultan-plut'));
});

const planned = (mentor: Actor, week: string, perDay: number) =>
  house.does(mentor, 'mentoring.plan-visits', {
    planId: newId(),
    mentorId: mentor.userId,
    week,
    perDay,
    seed: 'apel 18 Nov',
  });

const plannedOf = (mentor: Actor) =>
  house.app.read(testCity, async (db) => {
    const { rows } = await sql<{ id: string; businessId: string; on: string }>`
      select id, business_id as "businessId", on_day as "on" from mentoring.planned_visit
      where city_id = ${db.city} and mentor_id = ${mentor.userId} order by on_day, id`.execute(db);
    return rows;
  });

it('a PLUT consultant’s week is drawn from the whole city, and never sends her where a mentor goes the same week', async () => {
  await planned(melati.mentor, '2026-11-23', 1);
  const hers = (await plannedOf(melati.mentor)).map((one) => one.businessId);
  expect(hers).toHaveLength(5);
  expect(await planned(andi, '2026-11-23', 1)).toMatchObject({ planned: 1 });
  const his = (await plannedOf(andi)).map((one) => one.businessId);
  expect(hers).not.toContain(his[0]);
  const names = await house.app.read(testCity, (db) => listVisitingMentors(db, '2026-11-23'));
  expect(names.map((one) => one.name)).toContain('Andi Pratama');
});

it('keeps what he saw in the five fields, and his month is a report of his own', async () => {
  const [visit] = await plannedOf(andi);
  house.now = new Date(`${visit?.on ?? ''}T09:00:00Z`);
  const fields = ['institution', 'people', 'production', 'financing', 'marketing'];
  const kept = await house.does(andi, 'mentoring.record-visit', {
    visitId: newId(),
    businessId: visit?.businessId,
    plannedVisitId: visit?.id,
    doneOn: visit?.on,
    fields,
  });
  expect(kept).toMatchObject({ flags: [] });
  const rows = await house.app.read(testCity, (db) =>
    listMonthlyReports(db, { month: '2026-11-01', zone: 'Asia/Jakarta' }),
  );
  expect(rows.find((one) => one.mentorId === andi.userId)).toMatchObject({ visits: 1, made: 1 });
  const report = { reportId: newId(), mentorId: andi.userId, month: '2026-11-01' };
  house.now = new Date('2026-12-01T02:00:00Z');
  await house.does(andi, 'mentoring.send-report', { ...report, obstacles: '', followUp: '' });
});

it('shows him his own visits and nobody else’s, though he plans over the whole city', async () => {
  const [other] = await plannedOf(melati.mentor);
  await house.does(melati.mentor, 'mentoring.record-visit', {
    visitId: newId(),
    businessId: other?.businessId,
    doneOn: '2026-12-01',
    fields: ['production'],
  });
  const scope = scopeOf(andi, 'see.visits');
  expect(scope).toMatchObject({ all: false, kecamatan: [], kelurahan: [] });
  const { rows } = await house.app.read(testCity, (db) =>
    listVisits(db, { scope, userId: andi.userId, list }),
  );
  expect(rows.map((one) => one.mentorName)).toEqual(['Andi Pratama']);
  const coverage = await house.app.read(testCity, (db) => visitCoverage(db, planningScope(andi)));
  expect(coverage[0]).toMatchObject({ businesses: 6, ever: 2 });
});

it('puts on his phone the businesses he visits and no list of the city', async () => {
  const documents = await house.app.read(testCity, (db) =>
    visitDocuments(db, {
      mentorId: andi.userId,
      scope: scopeOf(andi, 'see.visits'),
      today: '2026-12-01',
    }),
  );
  const [visit] = await plannedOf(andi);
  expect(documents.map((one) => one.key)).toContain(`business:${visit?.businessId ?? ''}`);
  const listed = documents.filter((one) => one.key.startsWith('businesses:'));
  expect(listed.reduce((sum, one) => sum + one.rows, 0)).toBe(1);
});

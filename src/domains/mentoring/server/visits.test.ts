import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { chooseVisits } from '../choose-visits.ts';
import { rankUnder } from './plan-visits.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: Melati;
const businesses = new Map<string, string>();

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  const found = await rowsOf<{ id: string; owner: string }>(
    (city) => sql`
    select b.id, p.name as owner from registry.business b
    join registry.person p on p.city_id = b.city_id and p.id = b.owner_id where b.city_id = ${city}`,
  );
  for (const { id, owner } of found) businesses.set(owner, id);
});

beforeEach(() => {
  house.now = new Date('2026-11-18T01:00:00Z');
});

function rowsOf<Row>(query: (city: string) => ReturnType<typeof sql>): Promise<Row[]> {
  return house.app.read(testCity, async (db) => {
    const { rows } = await query(db.city).execute(db);
    return rows as Row[];
  });
}

function visitTo(owner: string, change: object = {}) {
  return {
    visitId: newId(),
    businessId: businesses.get(owner) ?? newId(),
    doneOn: '2026-11-17',
    fields: ['production', 'marketing'],
    ...change,
  };
}

function finding(change: object = {}) {
  return {
    topic: 'permit',
    text: 'Minta pemeriksaan dapur untuk SPP-IRT',
    departmentId: melati.department,
    dueOn: '2026-12-01',
    ...change,
  };
}

it('keeps the four parts, the turnover of two months and who came along, and hands findings to their departments', async () => {
  const body = visitTo('Rohani', {
    form: {
      version: 1,
      production: { state: 'slow', note: 'Oven rusak' },
      needs: { wants: ['tools'] },
    },
    turnoverMonthRupiah: '2500000',
    turnoverBeforeRupiah: '3100000',
    findings: [finding(), finding({ departmentId: null, topic: 'other' })],
    photos: ['a'.repeat(64)],
    photoConsent: true,
    ledBy: { name: 'H. Mahmud', office: 'Wali Kota' },
    companions: [{ name: 'Kadis', office: 'Dinas Koperasi' }],
  });
  const answer = await house.does(melati.mentor, 'mentoring.record-visit', body);
  expect(answer).toMatchObject({ flags: [], doneOn: '2026-11-17' });
  const [kept] = await rowsOf(
    (city) => sql`
    select form->'production'->>'note' as note, turnover_month_rupiah as month, turnover_before_rupiah as before,
      led_by->>'office' as "ledBy", jsonb_array_length(companions) as companions,
      (select count(*)::int from mentoring.visit_photo f where f.city_id = v.city_id and f.visit_id = v.id) as photos
    from mentoring.visit v where v.city_id = ${city} and v.id = ${body.visitId}`,
  );
  expect(kept).toEqual({
    note: 'Oven rusak',
    month: 2_500_000n,
    before: 3_100_000n,
    ledBy: 'Wali Kota',
    companions: 1,
    photos: 1,
  });
  const cases = await rowsOf(
    (city) => sql`
    select topic, state, department_id as department, due_on as due from voice.case
    where city_id = ${city} and origin = 'visit' and origin_id = ${body.visitId} order by topic desc`,
  );
  expect(cases).toEqual([
    { topic: 'permit', state: 'assigned', department: melati.department, due: '2026-12-01' },
    { topic: 'other', state: 'raised', department: null, due: null },
  ]);
});

it('keeps two visits to one business by two people as two, and one visit sent under two commands as one', async () => {
  const mine = visitTo('Dewi Lestari');
  await house.does(melati.mentor, 'mentoring.record-visit', mine);
  await expect(house.does(melati.mentor, 'mentoring.record-visit', mine)).rejects.toMatchObject({
    code: 'mentoring.visit-kept',
  });
  await house.does(melati.officer, 'mentoring.record-visit', visitTo('Dewi Lestari'));
  const kept = await rowsOf(
    (city) => sql`
    select 1 from mentoring.visit where city_id = ${city} and business_id = ${mine.businessId}`,
  );
  expect(kept).toHaveLength(2);
});

it('keeps a visit whatever changed around it, and says what did', async () => {
  house.now = new Date('2026-12-20T01:00:00Z');
  const answer = await house.does(
    melati.strangerMentor,
    'mentoring.record-visit',
    visitTo('Emi Suryani', {
      doneOn: '2026-12-23',
      findings: [finding(), finding({ departmentId: newId(), dueOn: '2026-12-30' })],
    }),
  );
  expect(answer).toMatchObject({
    doneOn: '2026-12-20',
    flags: ['outside-area', 'day-ahead', 'due-passed', 'department-gone'],
  });
});

it('refuses only a business nobody has heard of', async () => {
  await expect(
    house.does(melati.mentor, 'mentoring.record-visit', visitTo('Siapa')),
  ).rejects.toMatchObject({ code: 'mentoring.unknown-business' });
});

it('draws a week that anybody can draw again, and refuses a second plan, a Tuesday, and another mentor’s week', async () => {
  const plan = {
    planId: newId(),
    mentorId: melati.mentor.userId,
    week: '2026-11-23',
    perDay: 1,
    seed: 'apel 18 Nov',
  };
  expect(await house.does(melati.mentor, 'mentoring.plan-visits', plan)).toMatchObject({
    planned: 5,
  });
  const [kept] = await rowsOf<{ basis: [string, string, string, string | null, number][] }>(
    (city) =>
      sql`select basis from mentoring.visit_plan where city_id = ${city} and id = ${plan.planId}`,
  );
  const again = chooseVisits(
    (kept?.basis ?? []).map(([businessId, kecamatan, kelurahan, lastOn, times]) => ({
      businessId,
      kecamatan,
      kelurahan,
      lastOn,
      times,
    })),
    5,
    rankUnder(plan.seed),
  );
  const planned = await rowsOf<{ id: string }>(
    (city) =>
      sql`select business_id as id from mentoring.planned_visit where city_id = ${city} and origin_id = ${plan.planId}`,
  );
  expect(planned.map((one) => one.id).sort()).toEqual(again.map((one) => one.businessId).sort());
  const change = (other: object) => ({ ...plan, planId: newId(), ...other });
  await expect(
    house.does(melati.mentor, 'mentoring.plan-visits', change({})),
  ).rejects.toMatchObject({ code: 'mentoring.week-planned' });
  await expect(
    house.does(melati.mentor, 'mentoring.plan-visits', change({ week: '2026-11-24' })),
  ).rejects.toMatchObject({ code: 'mentoring.not-a-monday' });
  await expect(
    house.does(melati.strangerMentor, 'mentoring.plan-visits', change({ week: '2026-11-30' })),
  ).rejects.toMatchObject({ code: 'mentoring.not-your-visit' });
  await expect(
    house.does(melati.mentor, 'mentoring.plan-visits', change({ week: '2026-11-09' })),
  ).rejects.toMatchObject({ code: 'mentoring.week-over' });
});

it('marks the planned visit a visit fulfils, plans the next one agreed, and lets a missed one be made after all', async () => {
  const next = { plannedVisitId: newId(), on: '2026-12-02' };
  await house.does(melati.mentor, 'mentoring.record-visit', visitTo('Siti Aminah', { next }));
  const stateOf = async () =>
    (
      await rowsOf<{ state: string; on: string }>(
        (city) =>
          sql`select state, on_day as on from mentoring.planned_visit where city_id = ${city} and id = ${next.plannedVisitId}`,
      )
    )[0];
  expect(await stateOf()).toEqual({ state: 'planned', on: '2026-12-02' });
  await house.does(melati.mentor, 'mentoring.move-visit', {
    plannedVisitId: next.plannedVisitId,
    to: '2026-12-04',
  });
  house.now = new Date('2026-12-04T09:00:00Z');
  await expect(
    house.does(melati.strangerMentor, 'mentoring.miss-visit', {
      plannedVisitId: next.plannedVisitId,
      why: 'away',
    }),
  ).rejects.toMatchObject({ code: 'mentoring.not-your-visit' });
  await house.does(melati.mentor, 'mentoring.miss-visit', {
    plannedVisitId: next.plannedVisitId,
    why: 'away',
  });
  expect(await stateOf()).toEqual({ state: 'missed', on: '2026-12-04' });
  await house.does(
    melati.mentor,
    'mentoring.record-visit',
    visitTo('Siti Aminah', { doneOn: '2026-12-04', plannedVisitId: next.plannedVisitId }),
  );
  expect(await stateOf()).toEqual({ state: 'done', on: '2026-12-04' });
  await expect(
    house.does(melati.mentor, 'mentoring.move-visit', {
      plannedVisitId: next.plannedVisitId,
      to: '2026-12-09',
    }),
  ).rejects.toMatchObject({ code: 'mentoring.visit-done' });
});

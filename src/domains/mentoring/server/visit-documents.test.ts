import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { scopeOf } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati, places } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { foldVisits } from '../fold-visits.ts';
import { businessesById } from '../visit-document.ts';
import type { BusinessDocument, BusinessListDocument, VisitsDocument } from '../visit-document.ts';
import { visitDocuments } from './visit-documents.ts';

const house = useHouse('2026-11-18T01:00:00Z');
const today = '2026-11-18';
let melati: Melati;
let businessId: string;

async function carried() {
  const all = await house.app.read(testCity, (db) =>
    visitDocuments(db, {
      mentorId: melati.mentor.userId,
      scope: scopeOf(melati.mentor, 'see.visits'),
      today,
    }),
  );
  const get = (key: string) => all.find((one) => one.key === key)?.body;
  return {
    keys: all.map((one) => one.key),
    visits: get('visits') as VisitsDocument,
    list: get(`businesses:${places.kelurahan}`) as BusinessListDocument,
    business: get(`business:${businessId}`) as BusinessDocument | undefined,
  };
}

function visit(change: object = {}) {
  return {
    visitId: newId(),
    businessId,
    doneOn: today,
    fields: ['production'],
    note: 'Timbang isi kemasan',
    findings: [
      {
        topic: 'permit',
        text: 'Minta pemeriksaan dapur',
        departmentId: melati.department,
        dueOn: '2026-12-02',
      },
    ],
    next: { plannedVisitId: newId(), on: '2026-11-25' },
    ...change,
  };
}

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  const { rows } = await house.app.read(testCity, (db) =>
    sql<{
      id: string;
    }>`select id from registry.business where city_id = ${db.city} order by id`.execute(db),
  );
  businessId = rows[0]?.id ?? '';
  await house.does(melati.mentor, 'mentoring.plan-visits', {
    planId: newId(),
    mentorId: melati.mentor.userId,
    week: '2026-11-16',
    perDay: 1,
    seed: 'apel',
  });
});

it('carries her plan, every business of her area, and what was said where she is expected', async () => {
  const before = await carried();
  expect(before.visits.planned).toHaveLength(3);
  expect(before.list.businesses).toHaveLength(melati.members.length);
  expect(before.visits.departments.map((one) => one.id)).toContain(melati.department);
  const planned = before.visits.planned.map((one) => `business:${one.businessId}`);
  expect(before.keys).toEqual(expect.arrayContaining(planned));
  expect(JSON.stringify(before)).not.toMatch(/997101/);
});

it('folds a visit on the phone to what the server says once it has it', async () => {
  const before = await carried();
  const body = visit();
  const folded = foldVisits(before.visits, [{ kind: 'mentoring.record-visit', body }], (id) =>
    businessesById([before.list]).get(id),
  );
  expect(folded.visits[0]).toMatchObject({ id: body.visitId, unsent: true, findings: 1 });
  await house.does(melati.mentor, 'mentoring.record-visit', body);
  const after = await carried();
  expect(after.visits.planned).toEqual(expect.arrayContaining([...folded.planned]));
  expect(after.visits.planned).toHaveLength(folded.planned.length);
  expect(after.visits.visits.map((one) => one.id)).toEqual(folded.visits.map((one) => one.id));
  expect(after.business?.cases[0]).toMatchObject({
    text: 'Minta pemeriksaan dapur',
    state: 'assigned',
  });
  const again = foldVisits(
    after.visits,
    [{ kind: 'mentoring.record-visit', body }],
    () => undefined,
  );
  expect(again.visits).toHaveLength(after.visits.visits.length);
});

it('folds what was missed and moved in the order in which it was done', async () => {
  const { visits } = await carried();
  const planned = visits.planned.find((one) => one.state === 'planned');
  const plannedVisitId = planned?.id ?? '';
  const folded = foldVisits(
    visits,
    [
      { kind: 'mentoring.miss-visit', body: { plannedVisitId, why: 'away' } },
      { kind: 'mentoring.move-visit', body: { plannedVisitId, to: '2026-11-27' } },
    ],
    () => undefined,
  );
  expect(folded.planned.find((one) => one.id === plannedVisitId)).toMatchObject({
    state: 'planned',
    onDay: '2026-11-27',
    missedWhy: null,
  });
});

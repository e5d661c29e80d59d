import { expect, test } from 'vitest';
import { visitInput } from '#domains/mentoring/visit-input.ts';
import { newId } from '#kernel/id.ts';
import { newFinding, newVisitDraft, visitBody } from './visit-draft.ts';

const start = new Date('2026-11-23T02:00:00Z');
const draft = () =>
  newVisitDraft({ businessId: newId(), plannedVisitId: null, now: start, today: '2026-11-23' });

test('a visit of which nothing was asked is a visit all the same', () => {
  const body = visitInput.parse(visitBody(draft(), new Date('2026-11-23T02:25:00Z')));
  expect(body).toMatchObject({
    doneOn: '2026-11-23',
    minutes: 25,
    fields: ['production'],
    turnoverMonthRupiah: null,
    findings: [],
    next: null,
    ledBy: null,
  });
});

test('lines begun and left empty are not sent; a finding without a department is left to the office', () => {
  const one = draft();
  one.findings = [
    newFinding('2026-11-23', 'permit'),
    { ...newFinding('2026-11-23', 'place'), text: 'Saluran tersumbat' },
  ];
  one.companions = [
    { name: ' ', office: 'Dinkes' },
    { name: 'Mariani', office: 'Dinkes' },
  ];
  one.photoConsent = true;
  const body = visitInput.parse(visitBody(one, start));
  expect(body.findings).toEqual([
    { topic: 'place', text: 'Saluran tersumbat', departmentId: null, dueOn: '2026-12-07' },
  ]);
  expect(body.companions).toEqual([{ name: 'Mariani', office: 'Dinkes' }]);
  expect(body.photoConsent).toBe(false);
});

test('a visit on a draft begun yesterday says yesterday and no length of a night', () => {
  const body = visitBody(draft(), new Date('2026-11-24T01:00:00Z'));
  expect(body).toMatchObject({ doneOn: '2026-11-23', minutes: null });
});

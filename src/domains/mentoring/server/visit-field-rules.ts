import type { ReviewSides } from '#domains/access/field-rule.ts';
import type { FieldRules } from '#domains/access/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { missVisitInput, moveVisitInput, visitInput } from '../visit-input.ts';
import { missedWords } from '../visit-words.ts';
import { businessesAmong, readPlannedVisit } from './visit-store.ts';

/**
 * What is looked at in visits that came from a phone: one to a business nobody has heard of, and a plan changed for a
 * visit that was made meanwhile. The author repairs neither; a supervisor says what counts.
 */
export const visitFieldRules: FieldRules = {
  'mentoring.record-visit': {
    review: {
      'mentoring.unknown-business': { kind: 'impossible-step', sides: sidesOfVisit },
    },
  },
  'mentoring.miss-visit': {
    review: { 'mentoring.visit-done': { kind: 'impossible-step', sides: sidesOfMissed } },
  },
  'mentoring.move-visit': {
    review: { 'mentoring.visit-done': { kind: 'impossible-step', sides: sidesOfMoved } },
  },
};

function sidesOfVisit(_db: Reader, raw: Json): Promise<ReviewSides> {
  const visit = visitInput.parse(raw);
  const on = { id: formatDate(visit.doneOn, 'id'), en: formatDate(visit.doneOn, 'en') };
  return Promise.resolve({
    says: {
      id: `Kunjungan ${on.id} ke usaha yang tidak ada di kota ini`,
      en: `A visit on ${on.en} to a business that is not in this city`,
    },
    firstBy: '',
    facts: [
      { label: { id: 'Tanggal', en: 'Date' }, first: null, second: on },
      { label: { id: 'Saran', en: 'Advice' }, first: null, second: same(visit.note) },
      ...visit.findings.map((finding) => ({
        label: { id: 'Temuan', en: 'Finding' },
        first: null,
        second: same(finding.text),
      })),
    ],
    place: {},
    subject: { kind: 'visit', id: visit.visitId },
  });
}

async function sidesOfMissed(db: Reader, raw: Json): Promise<ReviewSides> {
  const { plannedVisitId, why } = missVisitInput.parse(raw);
  return sidesOfPlan(db, plannedVisitId, missedWords[why]);
}

async function sidesOfMoved(db: Reader, raw: Json): Promise<ReviewSides> {
  const { plannedVisitId, to } = moveVisitInput.parse(raw);
  return sidesOfPlan(db, plannedVisitId, {
    id: `dipindah ke ${formatDate(to, 'id')}`,
    en: `moved to ${formatDate(to, 'en')}`,
  });
}

async function sidesOfPlan(
  db: Reader,
  plannedVisitId: string,
  second: { id: string; en: string },
): Promise<ReviewSides> {
  const planned = await readPlannedVisit(db, plannedVisitId);
  const business = planned
    ? (await businessesAmong(db, [planned.businessId])).get(planned.businessId)
    : undefined;
  const name = business?.name ?? '';
  return {
    says: {
      id: `Rencana kunjungan ${name} diubah setelah kunjungannya dilakukan`,
      en: `The planned visit to ${name} was changed after the visit was made`,
    },
    firstBy: '',
    facts: [
      {
        label: { id: 'Kunjungan', en: 'Visit' },
        first: { id: 'sudah dilakukan', en: 'was made' },
        second,
      },
    ],
    place: { kecamatan: business?.kecamatan ?? null, kelurahan: business?.kelurahan ?? null },
    subject: { kind: 'planned-visit', id: plannedVisitId },
  };
}

function same(text: string) {
  return { id: text, en: text };
}

import { sql } from 'kysely';
import type { Place } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { recordVisitsInput } from '../visit-input.ts';
import type { RecordVisits } from '../visit-input.ts';
import { visitProblems } from '../visit-problems.ts';
import { keepVisits } from './keep-visits.ts';

/** A mentor hands in visits she made, as from paper, all at once; her area must cover all of them. */
export const recordVisits = defineCommand({
  kind: 'mentoring.record-visits',
  version: 1,
  input: recordVisitsInput,
  place: placeOfVisits,
  async handle(tx, body, context) {
    if (body.visits.some((visit) => visit.doneOn > context.today))
      throw visitProblems.visitInFuture();
    const { kept, cases } = await keepVisits(tx, body.visits, context);
    return {
      answer: { visits: kept.length, cases: cases.map(({ id, number }) => ({ id, number })) },
      audit: {
        subject: { kind: 'visits', id: context.id },
        says: { id: `Mencatat ${kept.length} kunjungan`, en: `Recorded ${kept.length} visits` },
      },
    };
  },
});

/** One kecamatan when all visits lie in it; several are the whole city's. */
async function placeOfVisits(db: Reader, body: RecordVisits): Promise<Place> {
  const ids = body.visits.map((visit) => visit.businessId);
  const { rows } = await sql<{ kecamatan: string }>`
    select distinct kecamatan_code as kecamatan from registry.business
    where city_id = ${db.city} and id = any (${ids}::uuid[]) limit 2`.execute(db);
  return rows.length === 1 ? { kecamatan: rows[0]?.kecamatan ?? null } : {};
}

import { sql } from 'kysely';
import { recordServices } from '#domains/programmes/server/index.ts';
import type { Place } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { recordVisitsInput } from '../visit-input.ts';
import type { RecordVisits } from '../visit-input.ts';
import { visitProblems } from '../visit-problems.ts';

/** A mentor hands in visits she made; each goes onto the owner's line of life. Her area must cover all of them. */
export const recordVisits = defineCommand({
  kind: 'mentoring.record-visits',
  version: 1,
  input: recordVisitsInput,
  place: placeOfVisits,
  async handle(tx, body, context) {
    if (body.visits.some((visit) => visit.doneOn > context.today))
      throw visitProblems.visitInFuture();
    const written = await insertVisits(tx, body, context.actor.userId);
    if (written.length < body.visits.length) {
      throw visitProblems.unknownBusiness({ count: body.visits.length - written.length });
    }
    await recordServices(
      tx,
      written.map((visit) => ({
        personId: visit.personId,
        businessId: visit.businessId,
        kind: 'visited' as const,
        on: visit.doneOn,
        source: { kind: 'visit', id: visit.id },
        byName: context.actor.name,
      })),
    );
    return {
      answer: { visits: written.length },
      audit: {
        subject: { kind: 'visits', id: context.id },
        says: {
          id: `Mencatat ${written.length} kunjungan`,
          en: `Recorded ${written.length} visits`,
        },
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

interface Written {
  readonly id: string;
  readonly businessId: string;
  readonly personId: string;
  readonly doneOn: string;
}

async function insertVisits(tx: Tx, body: RecordVisits, mentorId: string): Promise<Written[]> {
  const rows = body.visits.map((visit) => ({
    id: visit.visitId,
    business_id: visit.businessId,
    done_on: visit.doneOn,
    field: visit.field,
    note: visit.note,
    turnover: visit.turnoverMonthRupiah?.toString() ?? null,
  }));
  const { rows: written } = await sql<Written>`
    insert into mentoring.visit (city_id, id, business_id, person_id, mentor_id, done_on, field, note, turnover_month_rupiah, state)
    select ${tx.city}, v.id, b.id, b.owner_id, ${mentorId}::uuid, v.done_on, v.field, v.note, v.turnover, 'done'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (id uuid, business_id uuid, done_on date, field text, note text, turnover bigint)
    join registry.business b on b.city_id = ${tx.city} and b.id = v.business_id and b.state = 'active'
    returning id, business_id as "businessId", person_id as "personId", done_on as "doneOn"`.execute(
    tx,
  );
  return written;
}

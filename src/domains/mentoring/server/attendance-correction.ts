import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { FoundRight } from '#domains/access/server/index.ts';
import { recordServices } from '#domains/programmes/server/index.ts';
import type { Json } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { SheetBody } from '../input.ts';
import type { ClosedMeeting } from './closed-meeting-pages.ts';

const marks = z.array(
  z.object({
    personId: z.uuid(),
    presence: z.enum(['present', 'absent', 'excused']),
    reason: z.string().nullable(),
  }),
);

/** The marks in which a second sheet differs from the first, for people both of them know; undefined where in none. */
export function differingMarks(closed: ClosedMeeting, body: SheetBody): Json | undefined {
  const before = new Map(closed.members.map((one) => [one.personId, one.presence]));
  const differing = body.lines.filter(
    ({ personId, presence }) => before.has(personId) && before.get(personId) !== presence,
  );
  if (differing.length === 0) return undefined;
  return differing.map(({ personId, presence, reason }) => ({
    ...{ personId, presence },
    reason: reason ?? null,
  }));
}

/** The second sheet was right about who came: its marks stand from now on, beside the first ones. */
export async function correctAttendance(tx: Tx, found: FoundRight): Promise<void> {
  const right = marks.parse(found.remedy);
  const meetingId = found.subjectId;
  await sql`
    insert into mentoring.attendance_correction (city_id, meeting_id, person_id, review_id, presence, reason, marked_by, marked_at)
    select ${tx.city}, ${meetingId}, m.person_id, ${found.reviewId}, m.presence, m.reason, ${found.madeBy}, ${found.madeAt}
    from jsonb_to_recordset(${JSON.stringify(right.map(({ personId, ...mark }) => ({ ...mark, person_id: personId })))}::jsonb)
      as m (person_id uuid, presence text, reason text)`.execute(tx);
  await countHeads(tx, meetingId);
  const { rows } = await sql<{ on: string; byName: string }>`
    select m.held_on as on, u.name as "byName" from mentoring.meeting m
    join access.user_account u on u.city_id = m.city_id and u.id = ${found.madeBy}
    where m.city_id = ${tx.city} and m.id = ${meetingId}`.execute(tx);
  const held = rows[0];
  const came = right.filter((mark) => mark.presence === 'present');
  if (!held || came.length === 0) return;
  const source = { kind: 'meeting', id: meetingId };
  await recordServices(
    tx,
    came.map(({ personId }) => ({ personId, kind: 'meeting', source, ...held })),
  );
}

/** How many came, as lists and reports say it, follows the marks that stand. */
async function countHeads(tx: Tx, meetingId: string): Promise<void> {
  await sql`
    update mentoring.meeting m set present_count = (
      select count(*) from mentoring.attendance a
      where a.city_id = m.city_id and a.meeting_id = m.id and ${standingPresence('a')} = 'present')
    where m.city_id = ${tx.city} and m.id = ${meetingId}`.execute(tx);
}

/**
 * Whether somebody came, as it stands: the last correction, else the first mark.
 *
 * @param mark name of the row of `mentoring.attendance` in the statement
 */
export function standingPresence(mark: string): RawBuilder<'present' | 'absent' | 'excused'> {
  const of = sql.ref(mark);
  return sql`coalesce((select c.presence from mentoring.attendance_correction c
    where c.city_id = ${of}.city_id and c.meeting_id = ${of}.meeting_id and c.person_id = ${of}.person_id
    order by c.review_id desc limit 1), ${of}.presence)`;
}

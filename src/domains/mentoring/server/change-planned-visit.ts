import { formatDate } from '#kernel/date.ts';
import type { Actor } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { missVisitInput, moveVisitInput } from '../visit-input.ts';
import { visitProblems } from '../visit-problems.ts';
import { missedWords } from '../visit-words.ts';
import { mayChangePlanOf } from './plan-visits.ts';
import { changePlannedVisit, findPlannedVisit } from './visit-store.ts';
import type { StoredPlannedVisit } from './visit-store.ts';

/** Says that a planned visit could not be made, and why; the business comes first in a later plan. */
export const missVisit = defineCommand({
  kind: 'mentoring.miss-visit',
  version: 1,
  input: missVisitInput,
  async handle(tx, body, { actor, now, today }) {
    const planned = await getChangeable(tx, body.plannedVisitId, actor);
    const { why, note } = body;
    await changePlannedVisit(tx, {
      plannedVisitId: planned.id,
      onDay: planned.onDay,
      missed: { why, note },
      by: actor.userId,
      now,
      today,
    });
    return {
      answer: { plannedVisitId: planned.id },
      audit: {
        subject: { kind: 'planned-visit', id: planned.id },
        says: {
          id: `Kunjungan ${planned.businessName} ${formatDate(planned.onDay, 'id')} tidak terlaksana: ${missedWords[why].id.toLowerCase()}${note && `, ${note}`}`,
          en: `The visit to ${planned.businessName} on ${formatDate(planned.onDay, 'en')} was not made: ${missedWords[why].en.toLowerCase()}${note && `, ${note}`}`,
        },
      },
    };
  },
});

/** Moves a planned visit to another day; one that was missed is planned again. */
export const moveVisit = defineCommand({
  kind: 'mentoring.move-visit',
  version: 1,
  input: moveVisitInput,
  async handle(tx, body, { actor, now, today }) {
    const planned = await getChangeable(tx, body.plannedVisitId, actor);
    if (body.to < today) throw visitProblems.movedToPast();
    await changePlannedVisit(tx, {
      plannedVisitId: planned.id,
      onDay: body.to,
      missed: null,
      by: actor.userId,
      now,
      today,
    });
    return {
      answer: { plannedVisitId: planned.id },
      audit: {
        subject: { kind: 'planned-visit', id: planned.id },
        says: {
          id: `Memindahkan kunjungan ${planned.businessName} dari ${formatDate(planned.onDay, 'id')} ke ${formatDate(body.to, 'id')}`,
          en: `Moved the visit to ${planned.businessName} from ${formatDate(planned.onDay, 'en')} to ${formatDate(body.to, 'en')}`,
        },
      },
    };
  },
});

/** @throws Refusal unknown-planned-visit, not-your-visit, visit-done */
async function getChangeable(
  tx: Tx,
  plannedVisitId: string,
  actor: Actor,
): Promise<StoredPlannedVisit> {
  const planned = await findPlannedVisit(tx, plannedVisitId);
  if (!planned) throw visitProblems.unknownPlannedVisit();
  if (!mayChangePlanOf(actor, planned.mentorId)) throw visitProblems.notYourVisit();
  if (planned.state === 'done') throw visitProblems.visitDone();
  return planned;
}

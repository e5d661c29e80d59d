import { createHash } from 'node:crypto';
import { formatDate, weekdayOf } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import type { Scope } from '#domains/access/who-may.ts';
import type { Actor } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { chooseVisits, spreadVisits, visitRule, workdaysOf } from '../choose-visits.ts';
import { planVisitsInput } from '../visit-input.ts';
import { visitProblems } from '../visit-problems.ts';
import {
  findMentorArea,
  insertVisitPlan,
  plannedPerDay,
  visitCandidates,
} from './visit-plan-store.ts';
import { insertPlannedVisits } from './visit-store.ts';

/**
 * Draws a mentor's week of visits from her area: every kecamatan has its part, whoever waited longest comes first, and
 * the seed decides among equals. Visits agreed with owners for that week keep their places.
 */
export const planVisits = defineCommand({
  kind: 'mentoring.plan-visits',
  version: 1,
  input: planVisitsInput,
  async handle(tx, body, context) {
    const { actor, now, today } = context;
    if (weekdayOf(body.week) !== 1) throw visitProblems.notAMonday();
    if (!mayChangePlanOf(actor, body.mentorId)) throw visitProblems.notYourVisit();
    const taken = await plannedPerDay(tx, body);
    const days = workdaysOf(body.week, today).map((on) => ({
      on,
      places: Math.max(0, body.perDay - (taken.get(on) ?? 0)),
    }));
    const first = days[0];
    if (!first) throw visitProblems.weekOver();
    const area = await findMentorArea(tx, { mentorId: body.mentorId, on: first.on });
    if (!area) throw visitProblems.notAMentor();
    const basis = await visitCandidates(tx, area, first.on);
    const places = days.reduce((sum, day) => sum + day.places, 0);
    const chosen = chooseVisits(basis, places, rankUnder(body.seed));
    const recorded = { by: actor.userId, now, today };
    const isNew = await insertVisitPlan(tx, { ...body, ...recorded, rule: visitRule, basis });
    if (!isNew) throw visitProblems.weekPlanned({ week: body.week });
    const visits = spreadVisits(chosen, days);
    await insertPlannedVisits(
      tx,
      visits.map((visit) => ({ ...visit, id: newId(), originId: body.planId })),
      { ...recorded, mentorId: body.mentorId, origin: 'plan' },
    );
    return {
      answer: { planId: body.planId, planned: visits.length },
      audit: {
        subject: { kind: 'visit-plan', id: body.planId },
        says: {
          id: `Menyusun ${visits.length} kunjungan ${area.name} untuk pekan ${formatDate(body.week, 'id')}`,
          en: `Planned ${visits.length} visits of ${area.name} for the week of ${formatDate(body.week, 'en')}`,
        },
        data: { week: body.week, perDay: body.perDay, seed: body.seed, basis: basis.length },
      },
    };
  },
});

/** What a name weighs under a seed: SHA-256 of seed, colon and name, in hexadecimal; anybody can compute it. */
export function rankUnder(seed: string): (name: string) => string {
  return (name) => createHash('sha256').update(`${seed}:${name}`).digest('hex');
}

/** Where somebody may plan visits, else where she may read them: what a plan's coverage is reckoned over. */
export function planningScope(actor: Actor): Scope {
  const kind = 'mentoring.plan-visits';
  return scopeOf(actor, maySee(actor, kind) ? kind : 'see.visits');
}

/** A mentor changes her own plan; a coordinator and the department anybody's. */
export function mayChangePlanOf(actor: Actor, mentorId: string): boolean {
  return actor.userId === mentorId || maySee(actor, 'see.visit-plans-of-others');
}

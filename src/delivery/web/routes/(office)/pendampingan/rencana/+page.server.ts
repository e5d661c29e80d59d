import { maySee } from '#domains/access/who-may.ts';
import type { Actor } from '#platform/command/command.ts';
import {
  findVisitPlan,
  listVisitingMentors,
  mayChangePlanOf,
  planningScope,
  plannedWeek,
  visitCoverage,
} from '#domains/mentoring/server/index.ts';
import { addDays, mondayOf } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { planWords as w } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

const usualPerDay = 4;

/** The Monday an address asks for; this week's without one. */
function weekAsked(asked: string | null, today: BusinessDate): BusinessDate {
  const isDay =
    asked !== null && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
  return mondayOf(isDay ? asked : today);
}

/** The mentor an address asks for, as far as the reader sees others' plans; else herself, else the first. */
function mentorAsked(asked: string | null, actor: Actor, mentors: readonly { id: string }[]) {
  const others = maySee(actor, 'see.visit-plans-of-others');
  const wanted = others && isId(asked) ? asked : actor.userId;
  return (
    mentors.find((one) => one.id === wanted)?.id ?? (others ? mentors[0]?.id : undefined) ?? null
  );
}

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, today, zone } = event.locals;
  const week = weekAsked(event.url.searchParams.get('pekan'), today);
  const found = await app.read(city, async (db) => {
    const mentors = await listVisitingMentors(db, week < today ? today : week);
    const mentorId = mentorAsked(event.url.searchParams.get('pendamping'), actor, mentors);
    const asked = mentorId === null ? null : { mentorId, week };
    return {
      mentors,
      mentorId,
      planned: asked ? await plannedWeek(db, asked) : [],
      plan: asked ? await findVisitPlan(db, asked) : null,
      coverage: await visitCoverage(db, planningScope(actor)),
    };
  });
  return {
    ...found,
    // Two forms for each visit, each with an id of its own.
    planned: found.planned.map((visit) => ({ ...visit, moveId: newId(), missId: newId() })),
    week,
    thisWeek: mondayOf(today),
    today,
    zone,
    choosesMentor: maySee(actor, 'see.visit-plans-of-others'),
    mayChange: found.mentorId !== null && mayChangePlanOf(actor, found.mentorId),
    mayPlan:
      found.mentorId !== null &&
      mayChangePlanOf(actor, found.mentorId) &&
      found.plan === null &&
      addDays(week, 4) >= today,
    usualPerDay,
    usualSeed: `rencana ${week}`,
    commandId: newId(),
    planId: newId(),
  };
};

/** Where a form of this page returns to: the same week and mentor. */
function samePlace(url: URL): string {
  const params = new URLSearchParams();
  for (const name of ['pekan', 'pendamping']) {
    const value = url.searchParams.get(name);
    if (value) params.set(name, value);
  }
  return `${url.pathname}?${params.toString()}`;
}

export const actions: Actions = {
  susun: async (event) => {
    const { values } = await readForm(event);
    const body = {
      planId: values.planId,
      mentorId: values.mentorId,
      week: values.week,
      perDay: Number(values.perDay),
      seed: values.seed,
    };
    return runCommand(event, 'mentoring.plan-visits', body, {
      values,
      redirectTo: samePlace(event.url),
      flash: (answer) => w.made((answer as { planned: number }).planned),
    });
  },
  pindah: async (event) => {
    const { values } = await readForm(event);
    const body = { plannedVisitId: values.plannedVisitId, to: values.to };
    return runCommand(event, 'mentoring.move-visit', body, {
      values,
      redirectTo: samePlace(event.url),
      flash: w.moved,
    });
  },
  batal: async (event) => {
    const { values } = await readForm(event);
    const body = { plannedVisitId: values.plannedVisitId, why: values.why, note: values.note };
    return runCommand(event, 'mentoring.miss-visit', body, {
      values,
      redirectTo: samePlace(event.url),
      flash: w.missed,
    });
  },
};

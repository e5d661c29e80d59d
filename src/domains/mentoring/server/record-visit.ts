import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { visitInput } from '../visit-input.ts';
import type { VisitBody } from '../visit-input.ts';
import { visitProblems } from '../visit-problems.ts';
import { keepVisits } from './keep-visits.ts';
import type { KeptVisit } from './visit-store.ts';

/**
 * One visit that was made, with all that was seen: the unit a phone keeps without signal and sends later. It is never
 * refused because something around it changed; what did is flagged. Only a business nobody has heard of refuses it.
 */
export const recordVisit = defineCommand({
  kind: 'mentoring.record-visit',
  version: 1,
  input: visitInput,
  async handle(tx, body, context) {
    const { kept, cases } = await keepVisits(tx, [body], context);
    return outcomeOf(body, kept[0], cases);
  },
  together: {
    // A second visit to the same business may fulfil what the first one agreed on.
    apart: (body) => body.businessId,
    async handle(tx, several) {
      const [first] = several;
      if (!first) return [];
      const bodies = several.map(({ body }) => body);
      const { kept, cases } = await keepVisits(tx, bodies, first.context);
      const raised = casesByVisit(bodies, cases);
      return bodies.map((body, i) => outcomeOf(body, kept[i], raised[i] ?? []));
    },
  },
});

type RaisedCase = Awaited<ReturnType<typeof keepVisits>>['cases'][number];

/** Cases are raised in the order of visits and their findings. */
function casesByVisit(
  bodies: readonly VisitBody[],
  cases: readonly RaisedCase[],
): (readonly RaisedCase[])[] {
  let taken = 0;
  return bodies.map(({ findings }) => cases.slice(taken, (taken += findings.length)));
}

function outcomeOf(body: VisitBody, visit: KeptVisit | undefined, cases: readonly RaisedCase[]) {
  if (!visit) throw visitProblems.unknownBusiness({ count: 1 });
  const found = cases.length;
  return {
    answer: {
      visitId: body.visitId,
      doneOn: visit.doneOn,
      flags: [...visit.flags],
      cases: cases.map(({ id, number }) => ({ id, number })),
    },
    audit: {
      subject: { kind: 'visit', id: body.visitId },
      says: {
        id: `Mengunjungi ${visit.business.name} ${formatDate(visit.doneOn, 'id')}${found > 0 ? `, ${found} temuan` : ''}`,
        en: `Visited ${visit.business.name} on ${formatDate(visit.doneOn, 'en')}${found > 0 ? `, ${found} ${found === 1 ? 'finding' : 'findings'}` : ''}`,
      },
      data: {
        businessId: body.businessId,
        saidOn: body.doneOn,
        photos: body.photos,
        companions: body.companions.length,
        flags: [...visit.flags],
      },
    },
    events: [
      {
        kind: 'mentoring.visit-made',
        body: { visitId: body.visitId, businessId: body.businessId },
      },
    ],
  };
}

import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { visitInput } from '../visit-input.ts';
import { visitProblems } from '../visit-problems.ts';
import { keepVisits } from './keep-visits.ts';

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
    const visit = kept[0];
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
  },
});

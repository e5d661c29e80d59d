import { scopeOf } from '#domains/access/who-may.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { recordServices } from '#domains/programmes/server/index.ts';
import { recordConsents } from '#domains/registry/server/index.ts';
import { listDepartments, raiseCases } from '#domains/voice/server/index.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { assignmentOf, dayOfVisit, visitFlags } from '../visit.ts';
import type { VisitBody } from '../visit-input.ts';
import { visitProblems } from '../visit-problems.ts';
import { businessesAmong, fulfilPlans, insertPlannedVisits, insertVisits } from './visit-store.ts';
import type { KeptVisit, VisitedBusiness } from './visit-store.ts';

/**
 * Keeps visits that were made, whatever changed around them since: each goes onto its owner's line of life, its findings
 * become cases, what it fulfils is marked, and the next visit agreed on is planned.
 *
 * @returns the visits kept, and the cases raised in the order of visits and findings
 * @throws Refusal unknown-business; visit-kept when one of them is recorded already
 */
export async function keepVisits(
  tx: Tx,
  bodies: readonly VisitBody[],
  context: CommandContext,
): Promise<{ kept: KeptVisit[]; cases: { id: string; number: string }[] }> {
  const { actor, now, today } = context;
  const businesses = await businessesAmong(
    tx,
    bodies.map((body) => body.businessId),
  );
  const unknown = bodies.filter((body) => !businesses.has(body.businessId)).length;
  if (unknown > 0) throw visitProblems.unknownBusiness({ count: unknown });
  const asksDepartments = bodies.some((body) => body.findings.length > 0);
  const departments = new Set(
    asksDepartments ? (await listDepartments(tx, today)).map((one) => one.id) : [],
  );
  const area = scopeOf(actor, 'mentoring.record-visit');
  const kept = bodies.flatMap((body) => {
    const business = businesses.get(body.businessId);
    if (!business) return [];
    const around = {
      businessState: business.state,
      insideArea: isInside(area, business),
      departments,
      today,
    };
    return [{ body, business, doneOn: dayOfVisit(body, around), flags: visitFlags(body, around) }];
  });
  const recorded = { by: actor.userId, now, today };
  const written = await insertVisits(tx, kept, recorded);
  if (written.length < kept.length) throw visitProblems.visitKept();
  const [, , , , cases] = await together(
    fulfilPlans(tx, kept, recorded),
    insertPlannedVisits(tx, nextVisits(kept), {
      ...recorded,
      mentorId: actor.userId,
      origin: 'agreed',
    }),
    recordServices(
      tx,
      kept.map((visit) => serviceOf(visit, actor.name)),
    ),
    keepPhotoConsents(tx, kept, context),
    raiseCases(tx, {
      by: actor,
      now,
      today,
      cases: kept.flatMap((visit) => findingsOf(visit, { departments, today })),
    }),
  );
  return { kept, cases };
}

function isInside(area: Scope, business: VisitedBusiness): boolean {
  return (
    area.all ||
    (business.kecamatan !== null && area.kecamatan.includes(business.kecamatan)) ||
    (business.kelurahan !== null && area.kelurahan.includes(business.kelurahan))
  );
}

function nextVisits(kept: readonly KeptVisit[]) {
  return kept.flatMap(({ body, doneOn }) =>
    body.next && body.next.on > doneOn
      ? [
          {
            id: body.next.plannedVisitId,
            businessId: body.businessId,
            on: body.next.on,
            originId: body.visitId,
          },
        ]
      : [],
  );
}

function serviceOf({ body, business, doneOn }: KeptVisit, byName: string) {
  return {
    personId: business.ownerId,
    businessId: business.id,
    kind: 'visited' as const,
    on: doneOn,
    source: { kind: 'visit', id: body.visitId },
    byName,
  };
}

function findingsOf(
  { body, business }: KeptVisit,
  around: { departments: ReadonlySet<string>; today: string },
) {
  return body.findings.map((finding) => ({
    origin: 'visit' as const,
    originId: body.visitId,
    topic: finding.topic,
    text: finding.text,
    groupId: null,
    personId: business.ownerId,
    kecamatan: business.kecamatan,
    assigned: assignmentOf(finding, around),
  }));
}

/** She said yes aloud, and the mentor is her witness (UU 27/2022 art. 22). */
async function keepPhotoConsents(
  tx: Tx,
  kept: readonly KeptVisit[],
  { actor, now }: CommandContext,
): Promise<void> {
  for (const { body, business, doneOn } of kept) {
    if (!body.photoConsent) continue;
    await recordConsents(tx, {
      personIds: [business.ownerId],
      purpose: 'photo',
      channel: 'spoken',
      witness: actor.name,
      at: now,
      on: doneOn,
      recordedBy: actor.userId,
    });
  }
}

import type { BusinessDate } from '#kernel/date.ts';
import { missVisitInput, moveVisitInput, visitInput } from './visit-input.ts';
import type {
  DocumentPlannedVisit,
  DocumentVisit,
  FieldBusiness,
  VisitsDocument,
} from './visit-document.ts';

/** A command on the phone as the fold needs it. */
export interface PendingVisitCommand {
  readonly kind: string;
  readonly body: unknown;
}

/** A visit of the list; `unsent` while the server has not taken it. */
export interface FoldedVisit extends DocumentVisit {
  readonly unsent: boolean;
}

/** The mentor's visits with what she has done on this phone since the snapshot was taken. */
export interface FoldedVisits extends Omit<VisitsDocument, 'visits'> {
  readonly visits: readonly FoldedVisit[];
  /** Planned visits changed or made here and not sent yet. */
  readonly unsentIds: ReadonlySet<string>;
}

/**
 * The screen's visits: the snapshot, and on top of it what waits on this phone, in its order. What the snapshot holds
 * already is not added again.
 *
 * @param businessOf a business of the snapshot by its id, for the name of one that was not planned
 */
export function foldVisits(
  document: VisitsDocument,
  pending: readonly PendingVisitCommand[],
  businessOf: (id: string) => FieldBusiness | undefined,
): FoldedVisits {
  let planned = [...document.planned];
  const visits: FoldedVisit[] = document.visits.map((visit) => ({ ...visit, unsent: false }));
  const unsentIds = new Set<string>();
  const change = (id: string, what: Partial<DocumentPlannedVisit>) => {
    planned = planned.map((one) => (one.id === id ? { ...one, ...what } : one));
    unsentIds.add(id);
  };
  for (const { kind, body } of pending) {
    if (kind === 'mentoring.miss-visit') {
      const missed = missVisitInput.safeParse(body);
      if (missed.success)
        change(missed.data.plannedVisitId, { state: 'missed', missedWhy: missed.data.why });
    } else if (kind === 'mentoring.move-visit') {
      const moved = moveVisitInput.safeParse(body);
      if (moved.success)
        change(moved.data.plannedVisitId, {
          state: 'planned',
          missedWhy: null,
          onDay: moved.data.to,
        });
    } else if (kind === 'mentoring.record-visit') {
      const made = visitInput.safeParse(body);
      if (!made.success || visits.some((one) => one.id === made.data.visitId)) continue;
      const visit = made.data;
      const known = businessOf(visit.businessId);
      const businessName =
        known?.name ??
        planned.find((one) => one.businessId === visit.businessId)?.businessName ??
        '';
      const fulfilled = plannedFor(planned, visit);
      if (fulfilled) change(fulfilled.id, { state: 'done', missedWhy: null });
      visits.unshift({
        id: visit.visitId,
        businessId: visit.businessId,
        businessName,
        doneOn: visit.doneOn,
        findings: visit.findings.length,
        unsent: true,
      });
      if (visit.next && !planned.some((one) => one.id === visit.next?.plannedVisitId)) {
        planned.push({
          id: visit.next.plannedVisitId,
          businessId: visit.businessId,
          businessName,
          ownerName: known?.ownerName ?? '',
          kelurahanName: known?.kelurahanName ?? null,
          onDay: visit.next.on,
          origin: 'agreed',
          state: 'planned',
          missedWhy: null,
        });
        unsentIds.add(visit.next.plannedVisitId);
      }
    }
  }
  planned.sort((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0));
  return { ...document, planned, visits, unsentIds };
}

const withinDays = 7;

/** The planned visit a visit fulfils, as the server decides it: the one it names, else the nearest within a week. */
export function plannedFor(
  planned: readonly DocumentPlannedVisit[],
  visit: { plannedVisitId: string | null; businessId: string; doneOn: BusinessDate },
): DocumentPlannedVisit | undefined {
  const away = (one: DocumentPlannedVisit) =>
    Math.abs(Date.parse(one.onDay) - Date.parse(visit.doneOn)) / 86_400_000;
  return planned
    .filter(
      (one) =>
        one.businessId === visit.businessId &&
        one.state !== 'done' &&
        (visit.plannedVisitId === null
          ? one.state === 'planned' && away(one) <= withinDays
          : one.id === visit.plannedVisitId),
    )
    .sort((a, b) => away(a) - away(b))[0];
}

import { foldVisits } from '#domains/mentoring/fold-visits.ts';
import type { FoldedVisits } from '#domains/mentoring/fold-visits.ts';
import { businessesById } from '#domains/mentoring/visit-document.ts';
import type {
  BusinessDocument,
  BusinessListDocument,
  FieldBusiness,
  VisitsDocument,
} from '#domains/mentoring/visit-document.ts';
import type { Documents } from '../documents.ts';
import type { PendingCommand } from '../field-context.ts';

/** A mentor's visits as her phone shows them, and the businesses she may visit. */
export interface VisitsView extends FoldedVisits {
  readonly businesses: ReadonlyMap<string, FieldBusiness>;
}

/** Snapshot and what waits on this phone, folded; null while no snapshot has come. */
export function visitsView(
  documents: Documents,
  pending: readonly PendingCommand[],
): VisitsView | null {
  const document = documents.get('visits') as VisitsDocument | undefined;
  if (!document) return null;
  const businesses = businessesById(documents.withPrefix('businesses:') as BusinessListDocument[]);
  return { ...foldVisits(document, pending, (id) => businesses.get(id)), businesses };
}

/** What was said at a business before; undefined where she is not expected. */
export function businessDocument(documents: Documents, id: string): BusinessDocument | undefined {
  return documents.get(`business:${id}`) as BusinessDocument | undefined;
}

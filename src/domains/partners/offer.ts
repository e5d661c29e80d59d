import type { BusinessDate } from '#kernel/date.ts';
import type { Json } from '#platform/command/command.ts';

/** An offer as its row keeps it; `terms` are read by the lending domain above. */
export interface OfferRow {
  readonly id: string;
  /** Who vouches for it. */
  readonly institutionId: string;
  readonly institutionName: string;
  readonly name: string;
  readonly terms: Json;
  readonly sourceDocument: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

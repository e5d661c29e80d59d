import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Tx } from '#platform/db/tx.ts';

export type ServiceKind =
  | 'registered'
  | 'met'
  | 'group-joined'
  | 'visited'
  | 'meeting'
  | 'trained'
  | 'permit'
  | 'loan'
  | 'market'
  | 'answered';

/** One thing a person received, for the dated line of her life. */
export interface Service {
  readonly personId: string;
  readonly businessId?: string | null;
  readonly kind: ServiceKind;
  readonly on: BusinessDate;
  /** What it comes from, e.g. `meeting` and the meeting's id. */
  readonly source: { readonly kind: string; readonly id: string };
  readonly byName: string;
}

/** Adds to people's lines of life, all in one statement. */
export async function recordServices(tx: Tx, services: readonly Service[]): Promise<void> {
  if (services.length === 0) return;
  const rows = services.map((service) => ({
    id: newId(),
    person_id: service.personId,
    business_id: service.businessId ?? null,
    kind: service.kind,
    on_day: service.on,
    source_kind: service.source.kind,
    source_id: service.source.id,
    by_name: service.byName,
  }));
  await sql`
    insert into programmes.service (city_id, id, person_id, business_id, kind, on_day, source_kind, source_id, by_name)
    select ${tx.city}, r.id, r.person_id, r.business_id, r.kind, r.on_day, r.source_kind, r.source_id, r.by_name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person_id uuid, business_id uuid, kind text,
      on_day date, source_kind text, source_id uuid, by_name text)`.execute(tx);
}

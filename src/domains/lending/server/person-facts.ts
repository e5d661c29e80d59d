import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { PersonFacts } from '../eligibility.ts';
import { agreedTo, debtColumns, debtsOf } from './debt-facts.ts';

/** One person as lending needs her: who she is and what the pre-check asks, but for the amount. */
export interface Borrower {
  readonly personId: string;
  readonly name: string;
  readonly businessId: string | null;
  readonly facts: Omit<PersonFacts, 'amountRupiah'>;
}

interface FactRow extends Omit<Borrower, 'facts'> {
  readonly business_name: string | null;
  readonly born_on: BusinessDate | null;
  readonly consent: boolean;
  readonly active_loans: number;
  readonly overdue: bigint;
  readonly counselled_since: BusinessDate | null;
}

/** Null where nobody of that id is on the register; merged and restricted people do not borrow. */
export async function findBorrower(
  db: Reader,
  wanted: { personId: string; institutionId: string; on: BusinessDate },
): Promise<Borrower | null> {
  const { rows } = await sql<FactRow>`
    with ${debtsOf(db, { ...wanted, people: sql`select ${wanted.personId}::uuid` })}
    select p.id as "personId", p.name, b.id as "businessId", b.name as business_name, p.born_on, ${agreedTo(wanted.institutionId)} as consent, ${debtColumns}
    from registry.person p
    left join lateral (select b.id, b.name from registry.business b where b.city_id = p.city_id and b.owner_id = p.id
      and b.state = 'active' order by b.created_at, b.id limit 1) b on true
    left join loan l on l.person_id = p.id
    left join helped h on h.person_id = p.id
    where p.city_id = ${db.city} and p.id = ${wanted.personId} and p.state in ('provisional', 'registered')`.execute(
    db,
  );
  const row = rows[0];
  if (!row) return null;
  const { personId, name, businessId } = row;
  return {
    personId,
    name,
    businessId,
    facts: {
      on: wanted.on,
      businessName: row.business_name,
      birthDate: row.born_on,
      consent: row.consent,
      activeLoans: row.active_loans,
      overdueRupiah: row.overdue,
      counselledSince: row.counselled_since,
    },
  };
}

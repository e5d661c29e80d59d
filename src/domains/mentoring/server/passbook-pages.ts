import { sql } from 'kysely';
import { claimsOfPerson, loansById } from '#domains/lending/server/index.ts';
import type { ClaimLine } from '#domains/lending/server/index.ts';
import { findCardOwner } from '#domains/registry/server/index.ts';
import type { CardOwner } from '#domains/registry/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { receiptsOfPerson } from './receipt-pages.ts';
import type { Receipt } from './receipt-pages.ts';

/** One meeting day in the member's own series. */
export interface OwnMark {
  readonly on: BusinessDate;
  readonly dueRupiah: bigint;
  readonly herselfRupiah: bigint;
  readonly coveredRupiah: bigint;
}

/** What a member sees of herself, and nobody else's figures but what she and her peers owe each other. */
export interface Passbook {
  readonly owner: CardOwner;
  /** What pays all her loans off today. */
  readonly owedRupiah: bigint;
  readonly loanCount: number;
  readonly nextDueOn: BusinessDate | null;
  readonly nextDueRupiah: bigint;
  readonly overdueRupiah: bigint;
  readonly savings: readonly { readonly kind: string; readonly rupiah: bigint }[];
  /** Newest first. */
  readonly marks: readonly OwnMark[];
  readonly claims: readonly ClaimLine[];
  readonly receipts: readonly Receipt[];
}

const shown = { marks: 12, receipts: 20 } as const;

/** Null when the card behind the session has been revoked. */
export async function readPassbook(
  db: Reader,
  asked: { cardId: string; today: BusinessDate },
): Promise<Passbook | null> {
  const owner = await findCardOwner(db, asked.cardId);
  if (!owner) return null;
  const { personId } = owner;
  const { rows: loanIds } = await sql<{ id: string }>`
    select id from lending.loan where city_id = ${db.city} and person_id = ${personId} and state = 'active'`.execute(
    db,
  );
  const loans = await loansById(db, { loanIds: loanIds.map((row) => row.id), on: asked.today });
  const nextDueOn = loans.reduce<BusinessDate | null>(
    (first, { standing }) => earlier(first, standing.nextDueOn),
    null,
  );
  return {
    owner,
    owedRupiah: loans.reduce((total, loan) => total + loan.standing.payoffRupiah, 0n),
    loanCount: loans.length,
    nextDueOn,
    nextDueRupiah: loans.reduce(
      (total, { standing }) =>
        total + (standing.nextDueOn === nextDueOn ? standing.nextDueRupiah : 0n),
      0n,
    ),
    overdueRupiah: loans.reduce((total, loan) => total + loan.standing.overdueRupiah, 0n),
    savings: await savingsOf(db, personId),
    marks: await ownMarks(db, personId),
    claims: (await claimsOfPerson(db, personId)).filter((claim) => claim.state === 'open'),
    receipts: await receiptsOfPerson(db, { personId, limit: shown.receipts }),
  };
}

function earlier(a: BusinessDate | null, b: BusinessDate | null): BusinessDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

async function savingsOf(
  db: Reader,
  personId: string,
): Promise<{ kind: string; rupiah: bigint }[]> {
  const { rows } = await sql<{ kind: string; rupiah: bigint }>`
    select a.kind, sum(-l.balance)::bigint as rupiah from savings.account a
    join ledger.account l on l.city_id = a.city_id and l.owner_kind = 'savings' and l.owner_id = a.id
    where a.city_id = ${db.city} and a.person_id = ${personId} and a.closed_on is null
    group by a.kind order by a.kind`.execute(db);
  return rows;
}

async function ownMarks(db: Reader, personId: string): Promise<OwnMark[]> {
  const { rows } = await sql<OwnMark>`
    select k.due_on as "on", sum(k.due_rupiah)::bigint as "dueRupiah", sum(k.paid_by_herself)::bigint as "herselfRupiah",
      sum(k.covered)::bigint as "coveredRupiah"
    from lending.instalment_mark k join lending.loan l on l.city_id = k.city_id and l.id = k.loan_id
    where k.city_id = ${db.city} and l.person_id = ${personId}
    group by k.due_on order by k.due_on desc limit ${shown.marks}`.execute(db);
  return rows;
}

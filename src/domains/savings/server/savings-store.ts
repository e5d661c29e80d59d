import { sql } from 'kysely';
import { openAccounts } from '#domains/ledger/server/index.ts';
import { savingsKeepers } from '#domains/partners/institution.ts';
import { takeNumbers } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Movement } from '../deposit.ts';
import { savingsProblems } from '../problems.ts';
import { savingsKinds } from '../savings-account.ts';
import type { SavingsAccount, SavingsKind } from '../savings-account.ts';

/** An account and who keeps it. */
export interface KeptAccount extends SavingsAccount {
  readonly institutionId: string;
}

/** Open savings accounts of people, with their ledger leaf and balance: at one institution, or wherever they save. */
export async function savingsAccountsOf(
  db: Reader,
  wanted: { institutionId?: string; personIds: readonly string[] },
): Promise<KeptAccount[]> {
  const at = wanted.institutionId;
  const { rows } = await sql<KeptAccount>`
    select a.id, a.number, a.institution_id as "institutionId", a.person_id as "personId", a.kind, l.id as "ledgerAccountId", -l.balance as "balanceRupiah"
    from savings.account a
    join ledger.book b on b.city_id = a.city_id and b.institution_id = a.institution_id
    join ledger.account l on l.city_id = a.city_id and l.book_id = b.id and l.owner_kind = 'savings' and l.owner_id = a.id
    where a.city_id = ${db.city} ${at === undefined ? sql`` : sql`and a.institution_id = ${at}`}
      and a.person_id = any (${wanted.personIds}::uuid[]) and a.closed_on is null
      and a.kind in ('compulsory', 'voluntary')
    order by a.number`.execute(db);
  return rows;
}

export interface Opening {
  readonly bookId: string;
  readonly institutionId: string;
  readonly openedOn: BusinessDate;
  readonly personIds: readonly string[];
  readonly kinds: readonly SavingsKind[];
}

/**
 * Sees to it that each person has an account of each kind at the institution, opening those that are
 * missing with their ledger leaves, and answers all of them.
 *
 * @throws Refusal `savings.may-not-hold` when one has to be opened at an institution that only lends
 * @param known the accounts they have there, where somebody has read them already
 */
export async function openSavingsAccounts(
  tx: Tx,
  opening: Opening,
  known?: readonly SavingsAccount[],
): Promise<SavingsAccount[]> {
  const there = known ?? (await savingsAccountsOf(tx, opening));
  const opened: SavingsAccount[] = [];
  for (const kind of opening.kinds) {
    const have = new Set(there.filter((a) => a.kind === kind).map((a) => a.personId));
    const personIds = opening.personIds.filter((id) => !have.has(id));
    opened.push(...(await numbered(tx, { kind, personIds, openedOn: opening.openedOn })));
  }
  if (opened.length > 0) await assertMayHold(tx, opening.institutionId);
  await insertAccounts(tx, opening, opened);
  await openAccounts(
    tx,
    opened.map((account) => ({
      id: account.ledgerAccountId,
      bookId: opening.bookId,
      control: savingsKinds[account.kind].control,
      leaf: account.number,
      owner: { kind: 'savings' as const, id: account.id },
    })),
  );
  return [...there, ...opened];
}

async function assertMayHold(db: Reader, institutionId: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from partners.institution where city_id = ${db.city} and id = ${institutionId}
      and kind <> all (${[...savingsKeepers]}::text[])`.execute(db);
  if (rows[0]) throw savingsProblems.mayNotHold(rows[0]);
}

async function numbered(
  tx: Tx,
  wanted: { kind: SavingsKind; personIds: readonly string[]; openedOn: BusinessDate },
): Promise<SavingsAccount[]> {
  if (wanted.personIds.length === 0) return [];
  const { prefix } = savingsKinds[wanted.kind];
  const year = Number(wanted.openedOn.slice(0, 4));
  const first = await takeNumbers(tx, {
    name: `savings-${wanted.kind}`,
    year,
    count: wanted.personIds.length,
  });
  return wanted.personIds.map((personId, i) => ({
    id: newId(),
    number: `${prefix}-${year}-${String(first + i).padStart(6, '0')}`,
    personId,
    kind: wanted.kind,
    ledgerAccountId: newId(),
    balanceRupiah: 0n,
  }));
}

async function insertAccounts(
  tx: Tx,
  opening: Opening,
  opened: readonly SavingsAccount[],
): Promise<void> {
  if (opened.length === 0) return;
  await tx
    .insertInto('savings.account')
    .values(
      opened.map((account) => ({
        city_id: tx.city,
        id: account.id,
        number: account.number,
        institution_id: opening.institutionId,
        person_id: account.personId,
        kind: account.kind,
        opened_on: opening.openedOn,
      })),
    )
    .execute();
}

/** Writes movements whose journals are already posted in this transaction. */
export async function recordMovements(tx: Tx, movements: readonly Movement[]): Promise<void> {
  if (movements.length === 0) return;
  const rows = movements.map((movement) => ({
    ...movement,
    amountRupiah: movement.amountRupiah.toString(),
  }));
  await sql`
    insert into savings.movement (city_id, id, account_id, on_day, amount_rupiah, source, source_id, journal_id)
    select ${tx.city}, r.id, r."accountId", r."on", r."amountRupiah", r.source, r."sourceId", r."journalId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "accountId" uuid, "on" date,
      "amountRupiah" bigint, source text, "sourceId" uuid, "journalId" uuid)`.execute(tx);
}

/** The account into which a journal of one source put money, or null when it went elsewhere. */
export async function savedBy(
  db: Reader,
  journal: { id: string; sourceId: string },
): Promise<{ id: string; ledgerAccountId: string } | null> {
  const { rows } = await sql<{ id: string; ledgerAccountId: string }>`
    select a.id, l.id as "ledgerAccountId" from savings.movement m
    join savings.account a on a.city_id = m.city_id and a.id = m.account_id
    join ledger.book b on b.city_id = a.city_id and b.institution_id = a.institution_id
    join ledger.account l on l.city_id = a.city_id and l.book_id = b.id and l.owner_kind = 'savings' and l.owner_id = a.id
    where m.city_id = ${db.city} and m.source_id = ${journal.sourceId} and m.journal_id = ${journal.id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** What a member's savings did, newest first. */
export interface SavingsLine {
  readonly id: string;
  readonly on: BusinessDate;
  readonly amountRupiah: bigint;
  readonly source: string;
  readonly number: string;
  readonly kind: SavingsKind;
}

/** Movements of one person's accounts, for her passbook. */
export async function savingsLinesOf(
  db: Reader,
  wanted: { personId: string; limit: number },
): Promise<SavingsLine[]> {
  const { rows } = await sql<SavingsLine>`
    select m.id, m.on_day as "on", m.amount_rupiah as "amountRupiah", m.source, a.number, a.kind
    from savings.movement m
    join savings.account a on a.city_id = m.city_id and a.id = m.account_id
    where m.city_id = ${db.city} and a.person_id = any (array(select registry.records_of(${db.city}, ${wanted.personId})))
    order by m.on_day desc, m.id desc limit ${wanted.limit}`.execute(db);
  return rows;
}

/** Whether a person ever had a savings account here. */
export async function hasSavings(db: Reader, personId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from savings.account where city_id = ${db.city}
      and person_id = any (array(select registry.records_of(${db.city}, ${personId})))) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

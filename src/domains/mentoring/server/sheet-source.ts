import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { LoanDue } from '#domains/lending/repayment-sheet.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { mentoringProblems } from '../problems.ts';
import type { GroupMember } from '../sheet-payments.ts';

/** A group's members of now, by name. */
export async function membersOfGroup(db: Reader, groupId: string): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    select p.id as "personId", p.name, coalesce(b.product, b.name) as business
    from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    left join registry.business b on b.city_id = m.city_id and b.id = m.business_id
    where m.city_id = ${db.city} and m.group_id = ${groupId} and m.valid_to is null order by p.name, p.id`.execute(
    db,
  );
  return rows;
}

/** Which of these people were members on a day, whether or not they still are. */
export async function membersThatDay(
  db: Reader,
  asked: { groupId: string; heldOn: BusinessDate; personIds: readonly string[] },
): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    select distinct p.id as "personId", p.name, null as business
    from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    where m.city_id = ${db.city} and m.group_id = ${asked.groupId} and m.person_id = any (${[...asked.personIds]}::uuid[])
      and m.valid_from <= ${asked.heldOn}::date and (m.valid_to is null or m.valid_to >= ${asked.heldOn}::date)`.execute(
    db,
  );
  return rows;
}

/** The institution that takes a group's cash: its lender, else the one whose books are kept here. */
export interface Collector {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly bookId: string;
}

/** Every institution whose books are kept here. */
export async function collectors(db: Reader): Promise<Collector[]> {
  const { rows } = await sql<Collector>`
    select b.institution_id as "institutionId", i.name as "institutionName", b.id as "bookId"
    from ledger.book b join partners.institution i on i.city_id = b.city_id and i.id = b.institution_id
    where b.city_id = ${db.city} order by b.id`.execute(db);
  return rows;
}

/**
 * Null where no institution's books are kept here, or where several are and the group has no loan to choose by.
 *
 * @throws Refusal `mentoring.two-books` when the group's loans lie with more than one lender
 */
export function collectorOf(
  keepers: readonly Collector[],
  loans: readonly LoanDue[],
): Collector | null {
  const books = new Set(loans.map((loan) => loan.bookId));
  if (books.size > 1) throw mentoringProblems.twoBooks();
  if (books.size === 0) return keepers.length === 1 ? (keepers[0] ?? null) : null;
  return keepers.find((keeper) => books.has(keeper.bookId)) ?? null;
}

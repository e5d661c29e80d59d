import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { FieldCharge, FieldLoan } from '../due-on.ts';
import { openChargesOn } from '../life/plans.ts';
import { getLoansInHand } from './loan-in-hand.ts';

/** A loan, and the programme group at whose meetings it is repaid. */
export type FieldLoanOfGroup = FieldLoan & { readonly groupId: string };

interface Row extends Omit<FieldLoanOfGroup, 'schedule' | 'paid' | 'charges'> {
  readonly dueOn: BusinessDate[];
  readonly principalDue: string[];
  readonly interestDue: string[];
  readonly paidPrincipal: string;
  readonly paidInterest: string;
  readonly owesCharges: boolean;
}

/**
 * Active loans of lending groups that come from these programme groups, in one statement, by borrower's name; what is
 * left of charges is read off the whole life of the loans that owe any.
 */
export async function fieldLoansOf(
  db: Reader,
  groupIds: readonly string[],
): Promise<FieldLoanOfGroup[]> {
  const { rows } = await sql<Row>`
    select g.business_group_id as "groupId", l.id as "loanId", l.number, l.person_id as "personId",
      l.institution_id as "institutionId", l.lending_group_id as "lendingGroupId",
      l.principal_rupiah::text as "principalRupiah", l.disbursed_on as "disbursedOn",
      s.due_on as "dueOn", s.principal_due::text[] as "principalDue", s.interest_due::text[] as "interestDue",
      l.paid_principal::text as "paidPrincipal", l.paid_interest::text as "paidInterest",
      l.terms -> 'product' -> 'allocation' as allocation,
      t.saves as "paidAheadSaves", case when t.saves then (select max(f.on_day) from lending.life f
        where f.city_id = l.city_id and f.loan_id = l.id) end as "lastEntryOn",
      array(select m.due_on from lending.instalment_mark m
        where m.city_id = l.city_id and m.loan_id = l.id order by m.due_on desc limit 6) as marks,
      l.charged_fee + l.charged_penalty > l.paid_fee + l.paid_penalty + l.waived_fee + l.waived_penalty as "owesCharges"
    from lending.lending_group g
    join lending.loan l on l.city_id = g.city_id and l.lending_group_id = g.id and l.state = 'active'
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
    cross join lateral (select l.terms -> 'product' -> 'prepayment' is not null
      and l.terms -> 'product' -> 'marginPercent' is null as saves) t
    where g.city_id = ${db.city} and g.business_group_id = any (${[...groupIds]}::uuid[])
    order by p.name, l.number`.execute(db);
  const charges = await openChargesOf(
    db,
    rows.filter((row) => row.owesCharges).map((row) => row.loanId),
  );
  return rows.map((row) => ({
    groupId: row.groupId,
    loanId: row.loanId,
    number: row.number,
    personId: row.personId,
    institutionId: row.institutionId,
    lendingGroupId: row.lendingGroupId,
    principalRupiah: row.principalRupiah,
    disbursedOn: row.disbursedOn,
    schedule: {
      dueOn: row.dueOn,
      principalDue: row.principalDue,
      interestDue: row.interestDue,
    },
    paid: { principal: row.paidPrincipal, interest: row.paidInterest },
    allocation: row.allocation,
    paidAheadSaves: row.paidAheadSaves,
    lastEntryOn: row.lastEntryOn,
    charges: charges.get(row.loanId) ?? [],
    marks: row.marks,
  }));
}

/** A day after all that can be charged. */
const lastDay = '9999-12-31';

async function openChargesOf(
  db: Reader,
  loanIds: readonly string[],
): Promise<Map<string, FieldCharge[]>> {
  const lives = await getLoansInHand(db, loanIds);
  return new Map(
    [...lives].map(([loanId, life]) => [
      loanId,
      openChargesOn(life, lastDay).map(({ part, on, dueOn, amount }) => ({
        part,
        onDay: on,
        dueOn,
        amountRupiah: amount.toString(),
      })),
    ]),
  );
}

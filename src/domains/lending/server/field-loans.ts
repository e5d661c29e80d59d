import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { FieldCharge, FieldLoan } from '../due-on.ts';
import type { AllocationOrder } from '../loan-event.ts';

/** A loan, and the programme group at whose meetings it is repaid. */
export type FieldLoanOfGroup = FieldLoan & { readonly groupId: string };

interface Row extends Omit<FieldLoanOfGroup, 'schedule' | 'paid' | 'settled' | 'allocation'> {
  readonly dueOn: BusinessDate[];
  readonly principalDue: string[];
  readonly interestDue: string[];
  readonly paidPrincipal: string;
  readonly paidInterest: string;
  readonly settledFee: string;
  readonly settledPenalty: string;
  readonly allocation: AllocationOrder | null;
  readonly charges: FieldCharge[];
}

/** Active loans of lending groups that come from these programme groups, in one statement, by borrower's name. */
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
      (l.paid_fee + l.waived_fee)::text as "settledFee", (l.paid_penalty + l.waived_penalty)::text as "settledPenalty",
      l.terms -> 'product' -> 'allocation' as allocation,
      array(select m.due_on from lending.instalment_mark m
        where m.city_id = l.city_id and m.loan_id = l.id order by m.due_on desc limit 6) as marks,
      case when l.charged_fee + l.charged_penalty > l.paid_fee + l.paid_penalty + l.waived_fee + l.waived_penalty then
        (select coalesce(jsonb_agg(jsonb_build_object('part', c.kind, 'onDay', c.on_day, 'dueOn', c.due_on,
            'amountRupiah', c.amount_rupiah::text) order by c.due_on, c.entered), '[]')
          from lending.charge c
          where c.city_id = l.city_id and c.loan_id = l.id
            and not exists (select from lending.loan_event e where e.city_id = c.city_id and e.reverses_id = c.id))
        else '[]' end as charges
    from lending.lending_group g
    join lending.loan l on l.city_id = g.city_id and l.lending_group_id = g.id and l.state = 'active'
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
    where g.city_id = ${db.city} and g.business_group_id = any (${[...groupIds]}::uuid[])
    order by p.name, l.number`.execute(db);
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
    charges: row.charges,
    settled: { fee: row.settledFee, penalty: row.settledPenalty },
    marks: row.marks,
  }));
}
